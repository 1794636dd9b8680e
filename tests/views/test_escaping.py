"""Nothing in a text of others means anything to the page that shows it."""

from html.parser import HTMLParser

import pytest
from hostile import HOSTILE

from graph.model.records import Node
from views.parts.markup import anchor, chip, in_language, plain, running, table, titled, unmarked
from views.parts.names import Names
from views.parts.wording import wording_for

OURS = {"bdi", "span", "div", "table", "thead", "tbody", "tr", "th", "td", "p"}


class Seen(HTMLParser):
    """The tags and attributes of a piece of markup, and its text."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_holds_our_tags_only_and_the_text_whole(text: str) -> None:
    names = Names(wording_for("ar"), {})
    node = Node("doc:X", "document", {"symbol": text, "title": {"en": text}, "known": False})
    for markup in (
        running(text),
        in_language(running(text), text, "p"),
        chip(running(text), text, text, text),
        titled(node, names),
        table(text, [text], [[running(text)]]),
    ):
        seen = Seen(markup)
        assert seen.tags <= OURS
        assert seen.attributes <= {
            "class",
            "dir",
            "lang",
            "title",
            "scope",
            "tabindex",
            "role",
            "aria-label",
        }
        assert text in seen.text


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("see RIV/COP/2006/9 and 3/2", ["RIV/COP/2006/9", "3/2"]),
        ("الوثيقة RIV/COP/2008/4/Rev.1", ["RIV/COP/2008/4/Rev.1"]),
        # the bracket and the full stop belong to the sentence
        ("المادة 18 (RIV/COP/2006/L.7). وقرر", ["RIV/COP/2006/L.7"]),
        ("A/RES/1541(XV), page 2", ["A/RES/1541(XV)"]),
        ("no symbol in and/or", []),
    ],
)
def test_symbols_in_running_text_keep_their_direction(text: str, isolated: list[str]) -> None:
    markup = running(text)
    assert [piece.split("</bdi>")[0] for piece in markup.split("<bdi>")[1:]] == isolated


@pytest.mark.parametrize(
    ("link", "shown"),
    [
        ("https://docs.un.org/ar/RIV/1", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_become_links(link: str | None, shown: bool) -> None:
    assert ("href" in anchor(link, "text")) is shown


def test_plain_text_is_isolated_and_rid_of_controls() -> None:
    # an override that is never closed would turn the rest of the line
    assert plain("gpj.\u202etxt\u2069", "rtl") == "\u2067gpj.txt\u2069"
    assert plain("RIV/1", "ltr") == "\u2066RIV/1\u2069"


def test_labels_in_markdown_mean_nothing() -> None:
    assert unmarked("![x](y) :red[z]\n# t") == r"\!\[x\]\(y\) \:red\[z\] \# t"
