"""A chain as an SVG file: whole by itself, with the words, citations and links of its page."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hostile import ACT, HOSTILE
from playwright.sync_api import Browser
from visiting import WIDE, visit

from graph.export.tables.table import printable
from graph.model.records import Node
from graph.questions import Chain, Column, Trace, chain, trace
from graph.questions.standing import standing
from graph.questions.surroundings import surroundings
from graph.stores import open_store
from views.parts.caption import Caption
from views.parts.chain_svg import trace_svg
from views.parts.drawing import BOXES
from views.parts.drawing_svg import WIDTH, svg
from views.parts.names import Names
from views.parts.network_drawing import draw_network
from views.parts.wording import wording_for, wordings

SVG = "{http://www.w3.org/2000/svg}"
LEADS = "{http://www.w3.org/1999/xlink}href"
RIVERS = "dec:river-cop/3/2"
# How far words reach out of the box that they stand in, and out of the picture.
OUTSIDE = """() => [...document.querySelectorAll('g')].map(one => {
    const box = one.querySelector('rect').getBoundingClientRect();
    const words = one.querySelector('text').getBoundingClientRect();
    return Math.max(box.left - words.left, words.right - box.right, words.bottom - box.bottom);
}).concat([...document.querySelectorAll('svg > text')].map(one => {
    const words = one.getBoundingClientRect(), all = one.ownerSVGElement.getBoundingClientRect();
    return Math.max(all.left - words.left, words.right - all.right, words.bottom - all.bottom);
}))"""


def asked(url: str, id: str) -> tuple[Trace, Chain]:
    with open_store(url, create=False) as store:
        answer = trace(store, id)
        return answer, chain(store, answer)


def written(url: str, id: str, language: str, *columns: Column) -> str:
    """The file of what an act led to, with further columns behind."""
    answer, laid_out = asked(url, id)
    laid_out = replace(laid_out, columns=(*laid_out.columns, *columns))
    with open_store(url, create=False) as store:
        bodies = {body.id: body for body in store.nodes("body")}
        stands = standing(store, laid_out.nodes, language)
    return trace_svg(answer, laid_out, stands, Names(wording_for(language), {}, bodies))


def words(element: ElementTree.Element) -> str:
    """The text of an element without the signs that isolate directions."""
    return "".join(
        sign for sign in "".join(element.itertext()) if not 0x2066 <= ord(sign) <= 0x2069
    )


@pytest.mark.parametrize("language", list(wordings()))
def test_it_is_named_described_and_explained(store_url: str, language: str) -> None:
    wording = wording_for(language)
    picture = ElementTree.fromstring(written(store_url, RIVERS, language))
    heading = next(picture.iter(f"{SVG}text"))
    left, _, width, _ = map(float, str(picture.get("viewBox")).split())
    at = (float(str(heading.get("x"))) - left) / width
    if wording.direction == "rtl":
        assert heading.get("text-anchor") == "end"
        assert at > 0.9
    else:
        assert at < 0.1
    assert picture.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    named = {one.get("id"): words(one) for one in picture if one.get("id")}
    names = Names(wording, {})
    assert names.name(Node(RIVERS, "decision", {"designation": "3/2"})) in named["called"]
    told = named[str(picture.get("aria-describedby"))]
    assert picture.get("aria-labelledby") == "called"
    # every link of the chain in words, whether it is drawn or not
    _, laid_out = asked(store_url, RIVERS)
    for link in laid_out.links:
        assert f"{wording.relation(link)} – {names.name(link.node)}" in told
    shown = [words(one) for one in picture.findall(f"{SVG}text")]
    for meaning in ("act", "documents", "not_held", "stated", "inferred"):
        assert wording.say(f"picture.{meaning}") in shown


def test_boxes_and_arrows_lead_to_official_texts_and_arrows_cite(store_url: str) -> None:
    picture = ElementTree.fromstring(written(store_url, RIVERS, "en"))
    links = list(picture.iter(f"{SVG}a"))
    assert {str(link.get(LEADS)).rpartition("/en/")[0] for link in links} == {"https://docs.un.org"}
    step = "Decision 3/2 (a) – mandates – Item 2(b)"
    (mandate,) = [link for link in links if step in words(link)]
    assert mandate.get(LEADS) == "https://docs.un.org/en/RIV/COP/2008/1"
    told = words(mandate)
    assert "MANDATES as printed" in told
    assert "Annotated agenda (RIV/COP/2008/1), paragraph 1 [en], https://docs.un.org" in told
    (provision,) = [link for link in links if words(link).startswith("Decision 3/2 (c):")]
    assert provision.get(LEADS) == "https://docs.un.org/en/RIV/COP/2006/9"


def test_what_the_store_does_not_hold_is_said(store_url: str) -> None:
    picture = ElementTree.fromstring(written(store_url, RIVERS, "en"))
    shown = "\n".join(words(one) for one in picture.findall(f"{SVG}text"))
    assert "What this store does not hold. Session reports: 1–2, 4–5 (River Commission)" in shown
    assert wording_for("en").say("head.digest_says") not in shown


def test_a_digest_is_called_one(digests: str) -> None:
    picture = ElementTree.fromstring(written(digests, "dec:untoc-cop/3/2", "ar"))
    shown = [words(one) for one in picture.findall(f"{SVG}text")]
    assert wording_for("ar").say("head.digest_says") in shown


def test_it_does_not_speak_of_a_table_that_is_not_there(store_url: str) -> None:
    many = tuple(Node(f"doc:RIV/{n}", "document", {"symbol": f"RIV/{n}"}) for n in range(BOXES))
    picture = written(store_url, RIVERS, "en", Column("documents", None, many))
    assert "more, not drawn" in picture
    assert "in the table" not in picture


@pytest.mark.parametrize("language", ["ar", "en"])
def test_texts_are_texts(store_url: str, language: str) -> None:
    picture = ElementTree.fromstring(written(store_url, ACT, language))
    # an address that runs is no link, a title that looks like markup is a title
    assert all(str(one.get(LEADS)).startswith("https://") for one in picture.iter(f"{SVG}a"))
    assert not any(name.startswith("on") for one in picture.iter() for name in one.attrib)
    tags = {one.tag.removeprefix(SVG) for one in picture.iter()}
    assert tags.isdisjoint({"script", "img", "image", "iframe", "foreignObject", "style", "use"})
    assert " ".join(printable(HOSTILE[0]).split())[:20] in " ".join(words(picture).split())


@pytest.mark.parametrize("language", ["ar", "en", "zh"])
def test_a_browser_shows_it_with_every_word_in_its_place(
    browser: Browser, digests: str, tmp_path: Path, screenshots: Path, language: str
) -> None:
    file = tmp_path / "chain.html"
    drawn = written(digests, "dec:untoc-cop/3/2", language)
    file.write_text(f'<meta charset="utf-8"><body style="margin:0">{drawn}', encoding="utf-8")
    with visit(browser, file.as_uri(), WIDE) as page:
        assert max(page.evaluate(OUTSIDE)) <= 1
        page.locator("svg").screenshot(path=screenshots / f"drawing.{language}.png")


def test_no_arrow_ends_behind_a_box(store_url: str) -> None:
    with open_store(store_url, create=False) as store:
        drawing = draw_network(surroundings(store, f"{RIVERS}#a"), Names(wording_for("en"), {}))
    boxes = {box.id: box for box in drawing.boxes}
    near = [
        arrow
        for arrow in drawing.arrows
        if abs(boxes[arrow.source].x - boxes[arrow.target].x) < WIDTH
    ]
    assert near, "no box stands above another"
    picture = ElementTree.fromstring(svg(drawing, Caption("x"), wording_for("en")))
    drawn = [path for path in picture.iter(f"{SVG}path") if path.get("marker-end")]
    for arrow, path in zip(drawing.arrows, drawn, strict=True):
        x, y = map(float, re.findall(r"-?[\d.]+", str(path.get("d")))[-2:])
        box = boxes[arrow.target]
        beyond = max(abs(x - box.x) - WIDTH / 2, abs(y - box.y) - box.height / 2)
        assert abs(beyond) <= 1, arrow
