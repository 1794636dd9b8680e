// What the theme leaves out for those who use a keyboard or a screen reader.
for (const wide of document.querySelectorAll("article pre, article .table-wrapper")) {
  if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0; // it scrolls: the arrow keys must reach it
}
for (const caption of document.querySelectorAll(".caption[role=heading]")) {
  caption.ariaLevel = 2; // a heading has a level
}
