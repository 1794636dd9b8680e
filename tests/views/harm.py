"""What markup would run, load or lead astray, if it were shown."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser

# what every hostile text would do, and the app's own scripts and styles never: set, or load
HOSTILE = ("window.hostile", "other.invalid")
# where the links of the app lead
OUR_WAYS = ("?", "#", "https://docs.un.org/")
LOADING = {
    *("animate", "base", "body", "embed", "foreignobject", "form", "iframe", "image", "img"),
    *("input", "link", "marquee", "math", "meta", "object", "textarea", "use", "video"),
}
LEADING = {"action", "data", "formaction", "href", "src", "srcdoc", "xlink:href"}


class _Read(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.harms: list[str] = []
        self.heads = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.heads += tag == "h1"
        if tag in LOADING:
            self.harms.append(tag)
        for name, value in attrs:
            if name.startswith("on") or (
                name in LEADING and not (value or "").startswith(OUR_WAYS)
            ):
                self.harms.append(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        if self.cdata_elem and any(sign in data for sign in HOSTILE):
            self.harms.append(f"{self.cdata_elem} {data}")


@cache  # most of a page is on every page
def harms(markup: str) -> tuple[str, ...]:
    """Tags that load, attributes that run, links to foreign places, scripts not ours, a second h1."""
    read = _Read()
    read.feed(markup)
    read.close()
    return (*read.harms, *["h1"] * (read.heads > 1))
