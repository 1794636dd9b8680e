"""Saved pages: the text without the menus, with the labels and rows that a browser shows."""

from __future__ import annotations

import hashlib

import pytest

from graph.model.errors import UnreadableDocument
from ingest.packs import load_packs
from ingest.reading import read_document
from ingest.reading.formats.html import Html
from ingest.records import Given, Source

RUNNING = (
    "The Conference of the Parties has considered the state of the rivers that cross the borders of its "
    "Parties and has asked for a report on what was done to keep them clean since its last session."
)
MENU = '<nav><a href="/">Home</a></nav><div class="links"><a href="/a">News</a> <a href="/b">Jobs</a></div>'


def source(page: str | bytes, name: str = "RIV_COP_2006_9.en.html") -> Source:
    data = page.encode() if isinstance(page, str) else page
    return Source(name, data, hashlib.sha256(data).hexdigest(), Html.media_type)


def lines(content: str, head: str = "") -> list[str]:
    page = f"<html>{head}<body>{MENU}<main>{content}</main><footer>©</footer></body></html>"
    return Html().read(source(page), Given()).text.splitlines()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<h1>Decision 3/2</h1><p>The  Conference\n decides</p>", ["Decision 3/2", "The Conference decides"]),
        # the numbers of a list stand nowhere in the page
        ("<ol><li>Requests<li>Urges</ol>", ["1.\tRequests", "2.\tUrges"]),
        (
            '<ol start="12"><li>Requests<li value="20">Urges<li>Calls</ol>',
            ["12.\tRequests", "20.\tUrges", "21.\tCalls"],
        ),
        (
            '<ol><li>Requests:<ol type="a"><li>a report<ol type="i"><li>soon</ol><li>a list</ol></ol>',
            ["1.\tRequests:", "(a)\ta report", "(i)\tsoon", "(b)\ta list"],
        ),
        ("<ul><li>one<li>two</ul>", ["•\tone", "•\ttwo"]),
        # the maker of the page set a list and typed the labels too
        ("<ol><li>(a) a report</ol>", ["(a) a report"]),
        (
            "<table><tr><th>Act<th>Title<tr><td>66/288<td>The <b>future</b></table>",
            ["| Act | Title |", "| 66/288 | The future |"],
        ),
        # a table that only sets a page
        ("<table><tr><td><p>one</p></td></tr></table>", ["one"]),
        ("one<br>two", ["one", "two"]),
        # scripts, forms and what is not shown
        ("<p>text</p><script>no()</script><form>no</form><p hidden>no</p><!-- no -->", ["text"]),
        # the mark of a footnote would be read as part of the symbol before it
        (
            '<p>See A/55/1<sup><a href="#fn1">1</a></sup> and<a href="#_ftn2">[2]</a> A/55/2.</p>',
            ["See A/55/1 and A/55/2."],
        ),
        ('<p>See <a href="#part2">part 2</a>, 10<sup>3</sup>.</p>', ["See part 2, 103."]),
        ("<p dir='rtl'>المقرر <span dir='ltr'>3/2</span></p>", ["المقرر 3/2"]),
    ],
)  # fmt: skip
def test_lines_of_the_text(content: str, expected: list[str]) -> None:
    assert lines(content) == expected


def test_footnotes_stand_between_form_feeds() -> None:
    page = "<body><main><p>One.</p><div class='footnotes'><p>1 See A/55/1.</p></div></main></body>"
    assert Html().read(source(page), Given()).text == "One.\n\f1 See A/55/1.\f\n"


def test_of_a_page_that_does_not_say_so_the_running_text_is_taken() -> None:
    page = (
        f"<html><body>{MENU}<div id='x'><h1>Rivers</h1><p>{RUNNING}</p><p>{RUNNING}</p>"
        "<p>Short.</p></div><div>© 2030 <a href='/legal'>Legal</a></div></body></html>"
    )
    text = Html().read(source(page), Given()).text
    assert text.splitlines() == ["Rivers", RUNNING, RUNNING, "Short."]


def test_a_page_of_nothing_but_links_is_whole() -> None:
    page = "<body><div><a href='/1'>A/55/1</a></div><div><a href='/2'>A/55/2</a></div></body>"
    assert Html().read(source(page), Given()).text.split() == ["A/55/1", "A/55/2"]


def test_a_page_says_its_language_where_its_words_do_not() -> None:
    page = '<html lang="fr-CA"><body><main>A/55/1</main></body></html>'
    assert Html().read(source(page), Given()).language == "fr"
    reading = read_document(source(page, "A_55_1.html"), load_packs())
    assert reading.identity.language == "fr"


def test_an_old_encoding_is_read_as_the_page_says() -> None:
    page = '<meta charset="windows-1256"><body><main>المقرر 3/2</main></body>'.encode(
        "windows-1256"
    )
    assert Html().read(source(page), Given()).text == "المقرر 3/2\n"


def test_a_decision_on_a_page_is_read() -> None:
    page = (
        "<body><main><h2>99/1. The river</h2><p>The General Assembly,</p><p>Recalling its resolution"
        " 55/25,</p><ol><li>Requests the Secretary-General to report;</li><li>Urges Member States:"
        "<ol type='a'><li>To act.</li></ol></li></ol></main></body>"
    )
    reading = read_document(source(page, "A_RES_99_1.en.html"), load_packs())
    provisions = {edge.target for edge in reading.edges if edge.type == "HAS_PROVISION"}
    assert provisions == {f"res:ga/99/1#{label}" for label in ("1", "2", "2.a")}


def test_what_is_no_page_is_told() -> None:
    with pytest.raises(UnreadableDocument, match="no HTML"):
        Html().read(source("   "), Given())
