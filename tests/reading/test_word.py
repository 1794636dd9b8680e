"""Word documents: the words in reading order, and the labels that stand nowhere but are counted."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from graph.model.errors import UnreadableDocument
from ingest.packs import load_packs
from ingest.reading import read_document
from ingest.reading.formats import extract, open_source
from ingest.reading.formats.word import OldWord, Word
from ingest.records import Given, Source
from tests.reading.word_files import lists, paragraph, run, table, word_file

LEVELS = (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"))


def source(data: bytes, name: str = "RIV_COP_2006_9.en.docx") -> Source:
    return Source(name, data, hashlib.sha256(data).hexdigest(), Word.media_type)


def lines(body: str, **parts: str) -> list[str]:
    return Word().read(source(word_file(body, **parts)), Given()).text.splitlines()


def test_lists_are_labelled_as_word_shows_them() -> None:
    body = "".join(
        paragraph(text, item=(1, level))
        for text, level in (
            ("Requests", 0), ("to write", 1), ("to send", 1), ("twice", 2), ("Urges", 0), ("all", 1),
        )
    )  # fmt: skip
    assert lines(body, numbering=lists(*LEVELS)) == [
        "1.\tRequests", "(a)\tto write", "(b)\tto send", "(i)\ttwice", "2.\tUrges", "(a)\tall",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("format", "text", "labels"),
    [
        ("upperRoman", "%1.", ["I.", "II.", "III."]),
        ("upperLetter", "%1)", ["A)", "B)", "C)"]),
        # the order of the abjad, and that of the alphabet
        ("arabicAbjad", "(%1)", ["(أ)", "(ب)", "(ج)"]),
        ("arabicAlpha", "%1-", ["أ-", "ب-", "ت-"]),
        ("russianLower", "%1)", ["а)", "б)", "в)"]),
        ("chineseCounting", "%1、", ["一、", "二、", "三、"]),
        ("decimalZero", "%1", ["01", "02", "03"]),
        ("bullet", "\uf0b7", ["•", "•", "•"]),
        # a format that nobody here knows counts in digits
        ("hebrew1", "%1", ["1", "2", "3"]),
    ],
)
def test_formats_of_numbers(format: str, text: str, labels: list[str]) -> None:
    body = paragraph("x", item=(1, 0)) * 3
    found = lines(body, numbering=lists((format, text)))
    assert found == [f"{label}\tx" for label in labels]


def test_a_level_may_print_the_levels_above_it() -> None:
    body = paragraph("a", item=(1, 0)) + paragraph("b", item=(1, 1)) + paragraph("c", item=(1, 1))
    numbering = lists(("upperRoman", "%1."), ("decimal", "%1.%2"))
    assert lines(body, numbering=numbering) == ["I.\ta", "I.1\tb", "I.2\tc"]
    legal = numbering.replace('"%1.%2"/>', '"%1.%2"/><w:isLgl/>')
    assert lines(body, numbering=legal) == ["I.\ta", "1.1\tb", "1.2\tc"]


def test_two_lists_may_share_a_count_and_one_may_start_anew() -> None:
    other = '<w:num w:numId="2"><w:abstractNumId w:val="7"/>{}</w:num>'
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = "".join(paragraph("x", item=(id, 0)) for id in (1, 1, 2, 2))
    shared = lines(body, numbering=lists(*LEVELS, more=other.format("")))
    assert [line[:2] for line in shared] == ["1.", "2.", "3.", "4."]
    parted = lines(body, numbering=lists(*LEVELS, more=other.format(anew)))
    assert [line[:2] for line in parted] == ["1.", "2.", "1.", "2."]


def test_a_style_numbers_its_paragraphs_and_a_paragraph_may_refuse() -> None:
    styles = (
        '<w:style w:styleId="Single"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Narrow"><w:basedOn w:val="Single"/></w:style>'
    )
    body = (
        paragraph("one", style="Single")
        + paragraph("two", style="Narrow")
        + paragraph("none", style="Narrow", item=(0, 0))
    )
    assert lines(body, numbering=lists(*LEVELS), styles=styles) == ["1.\tone", "2.\ttwo", "none"]


DELETED = "<w:del><w:r><w:delText>not </w:delText></w:r></w:del>"
MERGED = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # tracked changes count as accepted
        (paragraph(run("Decides ") + DELETED + f"<w:ins>{run('to act')}</w:ins>"), ["Decides to act"]),
        (paragraph(f"<w:moveFrom>{run('gone')}</w:moveFrom><w:moveTo>{run('here')}</w:moveTo>"), ["here"]),
        # the end of a paragraph was deleted: two became one
        (MERGED.format(run("one ")) + paragraph("and two"), ["one and two"]),
        # a field shows its result, not its instruction; a hyperlink its words
        (paragraph(f"<w:r><w:instrText>PAGE</w:instrText></w:r>{run('7')}"), ["7"]),
        (paragraph(f'<w:hyperlink>{run("A/RES/55/25")}</w:hyperlink>'), ["A/RES/55/25"]),
        # a symbol must not break at its hyphen
        (paragraph(f"{run('S')}<w:r><w:noBreakHyphen/></w:r>{run('21/2')}"), ["S-21/2"]),
        (paragraph(f"{run('a')}<w:r><w:tab/><w:br/></w:r>{run('b')}"), ["a\t", "b"]),
        # content controls hold paragraphs
        (f"<w:sdt><w:sdtContent>{paragraph('inside')}</w:sdtContent></w:sdt>", ["inside"]),
        # right to left: Word stores what is read first, first
        (paragraph(run("المقرر ") + run("3/2")), ["المقرر 3/2"]),
        (table(("66/288", "The future"), ("a", "")), ["| 66/288 | The future |", "| a |  |"]),
        # what older programs show beside a new drawing is the same text again
        (
            paragraph(
                "<mc:AlternateContent><mc:Choice>"
                f"<w:txbxContent>{paragraph('in a box')}</w:txbxContent></mc:Choice>"
                f"<mc:Fallback><w:txbxContent>{paragraph('in a box')}</w:txbxContent></mc:Fallback>"
                "</mc:AlternateContent>"
            ),
            ["in a box"],
        ),
    ],
)  # fmt: skip
def test_what_a_reader_of_the_page_would_read(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


def test_footnotes_stand_behind_their_paragraph_between_form_feeds() -> None:
    notes = f'<w:footnote w:id="4">{paragraph("See resolution 55/25.")}</w:footnote>'
    body = paragraph(run("Recalling") + '<w:r><w:footnoteReference w:id="4"/></w:r>') + paragraph(
        "Next"
    )
    text = Word().read(source(word_file(body, footnotes=notes)), Given()).text
    assert text == "Recalling\n\f1 See resolution 55/25.\f\nNext\n"


def test_a_cell_that_spans_rows_is_told_once() -> None:
    def row(mark: str, words: str) -> str:
        spanning = f"<w:tc><w:tcPr>{mark}</w:tcPr>{paragraph('A')}</w:tc>"
        return f"<w:tr>{spanning}<w:tc>{paragraph(words)}</w:tc></w:tr>"

    rows = row('<w:vMerge w:val="restart"/>', "1") + row("<w:vMerge/>", "2")
    assert lines(f"<w:tbl>{rows}</w:tbl>") == ["| A | 1 |", "|  | 2 |"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 locked", "password"),
        (b"PK\x03\x04 cut off", "damaged"),
        (b"%PDF-1.7", "another format"),
        (word_file(paragraph("x"))[:400], "damaged"),
    ],
)
def test_what_is_no_word_document_is_told_in_a_line(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableDocument, match=says) as refusal:
        extract(source(data))
    assert str(refusal.value).startswith("RIV_COP_2006_9.en.docx: ")
    assert "\n" not in str(refusal.value)


def test_old_word_says_how_to_convert(tmp_path: Path) -> None:
    (tmp_path / "report.en.doc").write_bytes(b"\xd0\xcf\x11\xe0 old")
    with pytest.raises(UnreadableDocument, match="--convert-to docx"):
        extract(open_source(tmp_path / "report.en.doc"))
    assert OldWord.endings[0] == ".doc"


def test_a_decision_in_word_is_read_with_the_labels_that_word_counts() -> None:
    body = (
        paragraph("99/1. The river")
        + paragraph("The General Assembly,")
        + paragraph("Recalling its resolution 55/25,")
        + paragraph("Requests the Secretary-General to report;", item=(1, 0))
        + paragraph("Urges Member States:", item=(1, 0))
        + paragraph("To act;", item=(1, 1))
    )
    data = word_file(body, numbering=lists(*LEVELS))
    reading = read_document(source(data, "A_RES_99_1.en.docx"), load_packs())
    provisions = {edge.target for edge in reading.edges if edge.type == "HAS_PROVISION"}
    assert provisions == {f"res:ga/99/1#{label}" for label in ("1", "2", "2.a")}


# The real ones


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # a number in a table means an act of the organ in the heading above the table
        ("A_80_6_(Sect.13).en.docx", {"res:ga/66/288", "res:ga/2297", "res:ecosoc/1819"}),
        ("A_80_6_(Plan_outline).en.docx", {"res:ga/79/226", "res:ga/70/1"}),
    ],
)  # fmt: skip
def test_every_legislative_mandate_is_named(corpus: Path, name: str, expected: set[str]) -> None:
    reading = read_document(open_source(corpus / "docx" / name), load_packs())
    named = {mention.target for mention in reading.mentions if mention.kind == "decision"}
    assert expected <= named
    assert None not in named  # none is left open
    assert reading.identity.symbol == name.partition(".en")[0].replace("_(", " (").replace(
        "_", "/"
    ).replace("Plan/outline", "Plan outline")
