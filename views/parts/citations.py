"""Citations in the language of the page, and a button that copies one."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import streamlit as st

from graph.model.citation import Citation
from views.parts.markup import CONTROLS, anchor, bdi
from views.parts.names import Names

# The clipboard is there for pages of this machine or behind TLS only; elsewhere the words are
# selected for the reader's own keys. What is copied is read from the page, never written into here.
# One listener on the document: Streamlit may put a new button in an old one's place at any time.
COPY = """<script>
(function () {
  if (window.citationsAreCopied) return;
  window.citationsAreCopied = true;
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button.copy");
    if (!button) return;
    const box = button.closest(".citation"), words = box.querySelector(".words");
    let said = button.dataset.copied;
    try {
      await navigator.clipboard.writeText(words.textContent);
    } catch {
      getSelection().selectAllChildren(words);
      said = button.dataset.failed;
    }
    box.querySelector("[role=status]").textContent = said;
  });
})();
</script>"""


def cited_text(citation: Citation, names: Names) -> str:
    """A citation as the page's language prints it: "…، الفقرة (ص) [خلاصة، ar]، https://…"."""
    return _put_together(citation, names, str)


def _put_together(citation: Citation, names: Names, piece: Callable[[str], str]) -> str:
    wording = names.wording
    separator = wording.say("language.separator")
    pieces = [citation.document]
    if citation.pinpoint:
        pieces.append(names.place(citation.pinpoint))
    if citation.page is not None:
        pieces.append(wording.say("evidence.page", number=citation.page))
    kind = [wording.value("evidence", "digest")] if citation.digest else []
    language = f"[{separator.join([*kind, citation.language])}]"
    printed = [piece(CONTROLS.sub("", one)) for one in (*pieces, language, citation.link or "")]
    *before, last, language, link = printed
    text = separator.join([*before, f"{last} {language}"])
    return separator.join([text, link]) if link else text


def show_citation(citation: Citation, names: Names) -> None:
    """The citation with a button that copies it, and the way to the official text."""
    wording = names.wording
    copied, failed = (escape(wording.say(f"evidence.{one}")) for one in ("copied", "copy_by_hand"))
    button = (
        f'<button type="button" class="copy" data-copied="{copied}" data-failed="{failed}">'
        f"{escape(wording.say('evidence.copy'))}</button>"
    )
    official = anchor(citation.link, wording.say("evidence.link"))
    st.html(
        f'<div class="citation"><h3 class="quiet">{escape(wording.say("evidence.citation"))}</h3>'
        f'<p class="words">{_put_together(citation, names, _isolated)}</p>'
        f'<p class="do">{button} <span role="status"></span> {official}</p></div>'
    )
    st.html(COPY, unsafe_allow_javascript=True)


def _isolated(text: str) -> str:
    return bdi(text) if text else ""
