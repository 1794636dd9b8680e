"""Export this view: every file is read back, and none does anything to the program that opens it."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import networkx
import openpyxl
import pytest
from driven import opened
from hostile import ACT, HOSTILE

from graph.export.tables import Table, comma_separated, workbook
from graph.export.tables.table import printable
from graph.questions import Trace, chain, trace
from graph.questions.standing import standing
from graph.stores import open_store
from views.parts.chain_svg import trace_svg
from views.parts.drawing import draw
from views.parts.exports import Files, View
from views.parts.names import Names
from views.parts.steps import every_link
from views.parts.wording import wording_for, wordings

ENGLISH, ARABIC = Names(wording_for("en"), {}), Names(wording_for("ar"), {})
BOTH = pytest.mark.parametrize("names", [ENGLISH, ARABIC], ids=["en", "ar"])
RUN = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


def traced(url: str, id: str) -> Trace:
    with open_store(url, create=False) as store:
        return trace(store, id)


def files(url: str, id: str, names: Names) -> Files:
    answer = traced(url, id)
    with open_store(url, create=False) as store:
        laid_out = chain(store, answer)
        stands = standing(store, laid_out.nodes, names.wording.language)
    provisions = [one.node for one in answer.everything()]
    links = list(every_link(link for one in answer.everything() for link in one.follow_up))

    def picture() -> str:
        return trace_svg(answer, laid_out, stands, names)

    view = View(id, names.name(answer.node), links, provisions, picture=picture)
    return Files(view, names, url)


def rows_of(file: bytes) -> list[dict[str, str]]:
    assert file.startswith(b"\xef\xbb\xbf"), "Excel takes a file without the mark for Latin-1"
    return list(csv.DictReader(io.StringIO(file.decode("utf-8-sig"), newline="")))


@BOTH
def test_links_as_csv_name_both_ends_and_cite_the_place(store_url: str, names: Names) -> None:
    def say(column: str) -> str:
        return names.wording.say(f"export.{column}")

    rows = rows_of(files(store_url, "dec:river-cop/3/2", names).table(0))
    mandate = next(row for row in rows if row[say("to_id")] == "item:river-cop/4/2(b)")
    assert mandate[say("from_id")] == "dec:river-cop/3/2#a"
    assert mandate[say("quotation")] == "MANDATES as printed"
    assert mandate[say("place")] == names.place("paragraph 1")
    for row in rows:
        assert row[say("citation")]
        assert row[say("link")].startswith("https://docs.un.org/en/RIV/COP/")
        assert row[say("source")] == names.wording.say("evidence.official")


@BOTH
def test_every_provision_has_its_citation_and_link(store_url: str, names: Names) -> None:
    rows = rows_of(files(store_url, "dec:river-cop/3/2", names).table(1))
    ids = [row[names.wording.say("export.id")] for row in rows]
    assert ids[:3] == [f"dec:river-cop/3/2#{label}" for label in ("a", "b", "b.1")]
    assert all(row[names.wording.say("export.citation")] for row in rows)
    assert all(row[names.wording.say("export.link")].startswith("https://") for row in rows)


@BOTH
def test_a_workbook_has_a_sheet_a_table_in_the_direction_of_the_page(
    store_url: str, names: Names
) -> None:
    written = files(store_url, "dec:river-cop/3/2", names)
    book = openpyxl.load_workbook(io.BytesIO(written.workbook()))
    assert book.sheetnames == [names.wording.say("export.links"), names.wording.say("export.nodes")]
    for sheet, table in zip(book.worksheets, written.tables(), strict=True):
        assert bool(sheet.sheet_view.rightToLeft) is (names is ARABIC)
        read = list(sheet.iter_rows(values_only=True))
        assert read[0] == table.head
        assert [[cell or None for cell in row] for row in read[1:]] == [
            [cell or None for cell in row] for row in table.rows
        ]


@pytest.mark.parametrize("text", [*HOSTILE, *(f"{sign}1+1" for sign in RUN), "\x00\x0b\ud800x"])
def test_no_cell_is_a_formula_or_breaks_a_file(text: str) -> None:
    table = Table(text, (text, "b"), ((text, 1.5), (None, -2)))
    rows = list(csv.reader(io.StringIO(comma_separated(table).decode("utf-8-sig"), newline="")))
    sheet = openpyxl.load_workbook(io.BytesIO(workbook([table, table]))).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert rows[0][0] == rows[1][0]
    assert not rows[1][0].startswith(RUN)
    kept = printable(text)
    assert rows[1][0] == (f"'{kept}" if kept.startswith(RUN) else kept)
    assert all(cell.data_type != "f" and cell.hyperlink is None for cell in cells)
    assert not str(sheet.cell(2, 1).value).startswith(RUN)
    # a number is a number, a negative one too
    assert sheet.cell(3, 2).value == -2
    assert rows[2] == ["", "-2"]


def test_graphml_keeps_directions_relations_and_labels(store_url: str) -> None:
    written = files(store_url, "dec:river-cop/3/2", ARABIC)
    read = networkx.parse_graphml(written.graphml().decode(), force_multigraph=True)
    assert read.nodes["dec:river-cop/3/2#a"]["label"] == "المقرر 3/2 (أ)"
    assert read.nodes["doc:RIV/COP/2008/4"]["known"] is False
    ends = "dec:river-cop/3/2#a", "doc:RIV/COP/2008/4"
    told = read.get_edge_data(*ends)[f"MANDATES {' '.join(ends)}"]
    assert told["relation"] == "MANDATES"
    assert told["label"] == ARABIC.wording.relation(
        next(one for one in written.view.links if one.relation == "MANDATES")
    )
    assert told["basis"] == "inferred"
    assert told["confidence"] == 0.8
    assert "https://docs.un.org/en/RIV/COP/2008/1" in told["citation"]
    assert {(link.source.id, link.target.id) for link in written.view.links} == set(read.edges())


@BOTH
def test_citations_as_text_stand_once_each(store_url: str, names: Names) -> None:
    lines = files(store_url, "dec:river-cop/3/2", names).citations().decode("utf-8-sig").split("\n")
    assert lines.pop() == ""
    assert len(lines) == len(set(lines)) >= 2
    assert all("https://docs.un.org/en/RIV/COP/" in line for line in lines)


def test_a_digest_says_so_in_every_form(store_url: str) -> None:
    written = files(store_url, "dec:river-cop/3/2", ENGLISH)
    links = [
        replace(
            link,
            evidence=tuple(
                replace(
                    cited,
                    evidence=replace(cited.evidence, source="digest"),
                    citation=replace(cited.citation, digest=True),
                )
                for cited in link.evidence
            ),
        )
        for link in written.view.links
    ]
    retold = Files(replace(written.view, links=links, nodes=()), ENGLISH, store_url)
    said = ENGLISH.wording.say("head.digest")
    assert all(row["Kind of source"] == said for row in rows_of(retold.table(0)))
    assert said in retold.page().decode()
    assert said not in written.page().decode()
    assert retold.citations().decode().count("[digest, en]") == len(
        retold.citations().decode().splitlines()
    )
    assert "[digest, en]" in retold.graphml().decode()


class _Read(HTMLParser):
    """Tags and addresses of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.asked: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.asked += [value or "" for name, value in attrs if name in ("src", "href", "onload")]


@pytest.mark.parametrize("names", [Names(one, {}) for one in wordings().values()])
def test_the_page_and_the_picture_hold_texts_as_texts(store_url: str, names: Names) -> None:
    written = files(store_url, ACT, names)
    page = _Read()
    page.feed(written.page().decode())
    assert "script" not in page.tags
    assert "img" not in page.tags
    assert page.tags.count("svg") == 1
    assert page.tags.count("table") == 2
    assert [one for one in page.asked if not one.startswith("https://docs.un.org/")] == []
    picture = ElementTree.fromstring(written.picture())
    tags = {one.tag.rpartition("}")[2] for one in picture.iter()}
    assert tags == {
        "svg",
        "title",
        "defs",
        "marker",
        "path",
        "rect",
        "g",
        "text",
        "tspan",
        "a",
        "desc",
    }
    assert not any(name.startswith("on") for one in picture.iter() for name in one.attrib)
    assert networkx.parse_graphml(written.graphml().decode(), force_multigraph=True)


def test_the_picture_draws_what_the_page_draws(store_url: str) -> None:
    answer = traced(store_url, "dec:river-cop/3/2")
    with open_store(store_url, create=False) as store:
        drawing = draw(chain(store, answer), ENGLISH)
    picture = ElementTree.fromstring(files(store_url, "dec:river-cop/3/2", ENGLISH).picture())
    kinds = [one.tag.rpartition("}")[2] for one in picture.iter()]
    assert kinds.count("g") == len(drawing.boxes)
    arrows = [one for one in picture.iter() if one.get("marker-end")]
    assert len(arrows) == len(drawing.arrows)
    assert sum(bool(one.get("stroke-dasharray")) for one in arrows) == sum(
        arrow.basis == "inferred" for arrow in drawing.arrows
    )


@pytest.mark.parametrize(
    "address",
    [
        {"page": "start"},
        {"page": "start", "q": "rivers"},
        {"page": "trace", "id": "dec:river-cop/3/2"},
        {"page": "why", "id": "item:river-cop/4/2(b)"},
        {"page": "evidence", "id": "MANDATES dec:river-cop/3/2#a item:river-cop/4/2(b)"},
        {"page": "node", "id": "dec:river-cop/3/2"},
        {"page": "graph", "id": "dec:river-cop/3/2"},
        {"page": "gaps"},
        {"page": "timeline"},
        {"page": "method"},
        {"page": "documents"},
    ],
    ids=lambda address: "-".join(address.values())[:24],
)
def test_every_page_can_be_exported(
    checkout: Path, store_url: str, monkeypatch: pytest.MonkeyPatch, address: dict[str, str]
) -> None:
    monkeypatch.setenv("MANDATES_STORE", store_url)
    app = opened(checkout, **address, lang="en")
    labels = [one.proto.label for one in app.get("download_button")]
    assert "Excel" in labels
    assert ENGLISH.wording.say("export.page") in labels
    assert any(label.startswith("CSV") for label in labels)
    assert len(set(labels)) == len(labels)
