"""PDF: what several programs print comes back in order; what pages add stays out; faults get one line."""

from __future__ import annotations

import hashlib
import re
import shutil
import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest

from graph.model.errors import UnreadableDocument
from ingest.packs import load_packs
from ingest.reading import read_document, text_of
from ingest.reading.formats import extract, open_source
from ingest.reading.formats.apart import Limits, read_apart
from ingest.reading.formats.pdf import Pdf
from ingest.reading.formats.pdf.glyphs import Glyph
from ingest.reading.formats.pdf.hyphenation import is_one_word
from ingest.reading.formats.pdf.opening import listed
from ingest.reading.formats.pdf.reading_order import in_reading_order, runs_right_to_left
from ingest.reading.formats.pdf.signs import put_right
from ingest.records import Extracted, Given, Source
from tests.reading.pdf_pages import lines, pdf

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted((ROOT / "tests" / "reading" / "pdf").glob("*/*.pdf"))
PRINTED = 90  # paragraphs of each sample
FOOTNOTES = re.compile("\f[^\f]*\f")
named = pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: "-".join(path.parts[-2:]))


def paragraphs(sample: Path) -> list[str]:
    """What was printed."""
    text = (ROOT / "data" / sample.with_suffix(".txt").name).read_text(encoding="utf-8")
    kept = [line.strip() for line in text.splitlines() if not line.startswith("%%%")]
    return [line for line in kept if line][:PRINTED]


@cache
def extracted(sample: Path) -> Extracted:
    return extract(open_source(sample))


def same_letters(text: str) -> list[str]:
    """Words without kashida, marks in one order."""
    return unicodedata.normalize("NFC", text.replace("\u0640", "")).split()


@named
def test_words_come_back_in_order(sample: Path) -> None:
    printed = same_letters(" ".join(paragraphs(sample)))
    read = same_letters(FOOTNOTES.sub("", extracted(sample).text))
    blocks = SequenceMatcher(None, printed, read, autojunk=False).get_matching_blocks()
    assert sum(block.size for block in blocks) / len(printed) >= 0.985


@named
def test_references_come_back(sample: Path) -> None:
    printed = "\n".join(paragraphs(sample)).encode()
    plain = Source(
        sample.with_suffix(".txt").name, printed, hashlib.sha256(printed).hexdigest(), "text/plain"
    )
    packs = load_packs()
    given = Given(symbol="CTOC/COP/2008/1")
    one, other = (
        Counter(
            (mention.kind, mention.target or str(mention.symbolic)) for mention in each.mentions
        )
        for each in (
            read_document(plain, packs, given),
            read_document(open_source(sample), packs, given),
        )
    )
    assert one.total() > 100
    assert (one & other).total() / one.total() >= 0.97


@named
def test_heads_and_numbers_of_pages_stay_out(sample: Path) -> None:
    text = extracted(sample).text
    assert not re.findall(r"^\s*\d+\s*$", text, re.MULTILINE)
    alone = [line for line in text.splitlines() if line.strip() == "CTOC/COP/2008/1"]
    assert len(alone) <= 1  # the first page's is kept, for a document prints its symbol there


@named
def test_every_line_has_its_place(sample: Path) -> None:
    found = extracted(sample)
    pages = [place.page for place in found.places]
    assert pages[0] == 1
    assert set(pages) == set(range(1, max(pages) + 1))
    for place in found.places:
        left, bottom, right, top = place.box
        assert left < right
        assert bottom < top
        assert found.text[place.start : place.end].strip()


def test_footnotes_stand_behind_their_paragraph_and_their_marks_are_gone() -> None:
    sample = next(
        one for one in SAMPLES if one.parts[-2:] == ("office", "CTOC_COP_2008_1.digest.en.pdf")
    )
    text = extracted(sample).text
    first, second = FOOTNOTES.findall(text)
    assert "A/55/25." in first
    assert "A/RES/55/255, annex." in second
    printed = paragraphs(sample)
    before = text[: text.index(first)].rstrip().splitlines()[-1].split()
    assert before == printed[4].split()
    reading = read_document(open_source(sample), load_packs())
    roles = [one for one in reading.paragraphs if one.role == "footnote"]
    assert len(roles) == 2
    held = [edge for edge in reading.edges if edge.target == "res:ga/55/255"]
    assert held
    assert all(one.page and one.box for edge in held for one in edge.evidence)


@pytest.mark.parametrize(
    ("seen", "text"),
    [
        # letters from right to left, a number inside from left to right
        ("2008 ماع يف", "في عام 2008"),
        # a decision: the slash belongs to its number
        ("3/2 ررقملا", "المقرر 3/2"),
        # a dash parts two numbers, and they change sides
        ("2009-2008 نيتنسلا", "السنتين 2008-2009"),
        # a symbol runs from left to right, whatever is in it
        ("A/RES/55/25 رارقلا", "القرار A/RES/55/25"),
        # and on the line after it was broken it begins with its number
        (".ةقيثولا نم 2014/3/Rev.1", "2014/3/Rev.1 من الوثيقة."),
        # brackets turn with the text, whichever of the two the file names
        (")أ( ةرقفلا", "الفقرة (أ)"),
        ("(أ) ةرقفلا", "الفقرة (أ)"),
        # empty ones were around the mark of a note
        (".)(تالماعملا", "المعاملات()."),
        # inside a Latin run they stay as they are
        ("A/55/25 (Part I) رظنا", "انظر A/55/25 (Part I)"),
        # quotation marks are brackets too
        ("’3‘ ةيعرفلا ةرقفلا", "الفقرة الفرعية ‘3’"),
        # Arabic-Indic digits run like others
        ("٣/٢ ررقملا", "المقرر ٣/٢"),
        ("%50 ةبسن", "نسبة 50%"),
    ],
)
def test_lines_from_right_to_left(seen: str, text: str) -> None:
    signs = list(seen)
    assert runs_right_to_left([sign for sign in signs if sign != " "], page=True)
    assert in_reading_order(signs, right_to_left=True) == text


@pytest.mark.parametrize(
    ("seen", "page", "right_to_left"),
    [
        ("the port of ةرصبلا", False, False),
        ("Smith, J. (2008), River Ports.", True, False),  # a Latin paragraph on an Arabic page
        ("2008-2009", True, True),
        (".CTOC/COP/2008/1", True, True),  # an Arabic paragraph ends with a symbol
    ],
)
def test_which_way_a_line_runs(seen: str, page: bool, right_to_left: bool) -> None:
    signs = [sign for sign in seen if sign != " "]
    assert runs_right_to_left(signs, page) is right_to_left


def test_an_arabic_name_in_a_latin_line() -> None:
    assert (
        in_reading_order(list("the port of ةرصبلا in 2008"), False) == "the port of البصرة in 2008"
    )


@pytest.mark.parametrize(
    ("head", "rest", "one_word"),
    [
        ("protec", "tion", True),
        ("wide", "spread", True),
        ("implan", "tación", True),
        ("capacity", "building", False),
        ("long", "term", False),
        ("high", "level", False),
        ("non", "governmental", False),
    ],
)
def test_hyphens_at_line_ends(head: str, rest: str, one_word: bool) -> None:
    assert is_one_word(head, rest) is one_word


def glyph(text: str, left: float, right: float) -> Glyph:
    return Glyph(text, left, right, 700, 697, 709, 12, False, int(1000 - left), 0, 0)


def test_strokes_that_lengthen_words_are_no_signs() -> None:
    # a stroke named N between sad and ra, five words a page; the Latin N that stands alone is a letter
    word = [glyph("ر", 100, 104), glyph("N", 104, 107), glyph("ص", 107, 115)]
    rows = put_right([[*word, glyph("N", 200, 208)], *([word] * 4)])
    assert ["".join(one.text for one in row) for row in rows] == ["رصN", *["رص"] * 4]
    # a bracket that is glued between two words once is a bracket
    assert (
        put_right([[glyph("ب", 100, 104), glyph("(", 104, 107), glyph("ل", 107, 112)]])[0][1].text
        == "("
    )


def test_the_alef_of_lam_alef_has_no_name_in_some_files() -> None:
    (row,) = put_right([[glyph("م", 92, 100), glyph("\u061d", 100, 104), glyph("ل", 100, 107)]])
    assert [one.text for one in row] == ["م", "ا", "ل"]


def test_pages_are_listed_in_words() -> None:
    assert listed([3]) == "page 3"
    assert listed([1, 2, 3, 5]) == "pages 1–3, 5"


BODY = [
    (72, 700 - 14 * row, 11, "The locks of the river are open all year and the ports as well")
    for row in range(9)
]


def read(data: bytes, given: Given = Given()) -> Extracted:  # noqa: B008
    return Pdf().read(
        Source("locks.en.pdf", data, hashlib.sha256(data).hexdigest(), "application/pdf"), given
    )


def test_a_paragraph_goes_on_over_pages_and_a_table_keeps_its_rows() -> None:
    first = lines(
        *BODY, (72, 574, 11, "The committee asks the secretariat to report on the dredging of the")
    )
    second = lines(
        (72, 760, 11, "lower reaches, and on what the dredging cost in the last two years."),
        (72, 720, 11, "Port"), (250, 720, 11, "2007"), (400, 720, 11, "2008"),
        (72, 706, 11, "Alba"), (250, 706, 11, "0.006"), (400, 706, 11, "0.008"),
        (72, 692, 11, "Birken"), (250, 692, 11, "1.250"), (400, 692, 11, "1.300"),
    )  # fmt: skip
    found = read(pdf(first, second)).text.splitlines()
    assert found[-4].endswith(
        "the dredging of the lower reaches, and on what the dredging cost in the last two years."
    )
    assert found[-3:] == [
        "| Port | 2007 | 2008 |",
        "| Alba | 0.006 | 0.008 |",
        "| Birken | 1.250 | 1.300 |",
    ]


def test_a_table_that_lies_on_its_side_is_read_too() -> None:
    turned = b"BT /F 11 Tf 0 1 -1 0 200 100 Tm (Ports and locks in 2008) Tj ET"
    found = read(pdf(turned))
    assert found.text == "Ports and locks in 2008\n"
    left, bottom, right, top = found.places[0].box
    assert 185 < left < 200 < right < 210
    assert bottom == pytest.approx(100)
    assert 200 < top < 240


def test_scans_say_so_page_by_page() -> None:
    picture = b"q 300 0 0 300 100 300 cm /I Do Q"
    found = read(pdf(lines(*BODY), picture, b"", picture=True))
    assert [note.split(":")[0] for note in found.notes] == ["page 2", "page 3"]
    assert "a scan; --ocr reads it" in found.notes[0]
    assert found.notes[1] == "page 3: no text"
    with pytest.raises(
        UnreadableDocument, match=r"locks\.en\.pdf: pages 1–2: no text, a picture only"
    ):
        read(pdf(picture, picture, picture=True))


@pytest.mark.usefixtures("tesseract")
def test_a_scan_is_read_and_marked_as_such() -> None:
    import pypdfium2

    sample = next(
        one for one in SAMPLES if one.parts[-2:] == ("tex", "CTOC_COP_2008_1.digest.en.pdf")
    )
    with pypdfium2.PdfDocument(sample) as printed:
        picture = printed[0].render(scale=2, grayscale=True)
    scan = pypdfium2.PdfDocument.new()
    page = scan.new_page(595, 842)
    image = pypdfium2.PdfImage.new(scan)
    image.set_bitmap(picture)
    image.set_matrix(pypdfium2.PdfMatrix().scale(595, 842))
    page.insert_obj(image)
    page.gen_content()
    from io import BytesIO

    written = BytesIO()
    scan.save(written)
    data = written.getvalue()
    source = Source("scan.en.pdf", data, hashlib.sha256(data).hexdigest(), "application/pdf")
    text = text_of(source, Given(language="en", ocr=True))
    assert "provisional agenda" in text.repaired
    assert text.trust < 0.95
    assert text.notes == ("page 1: a scan, read by character recognition: compare with the page",)


def test_without_tesseract_the_way_to_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(UnreadableDocument, match="--ocr needs Tesseract: install it"):
        read(pdf(lines(*BODY)), Given(ocr=True))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"Ports and locks\n" * 9, "not a PDF: give the file the ending of its real format"),
        (pdf(lines(*BODY))[:300], "damaged or cut off: is the download complete?"),
        (
            (ROOT / "tests/reading/pdf/locked.pdf").read_bytes(),
            "encrypted: save it without a password",
        ),
    ],
    ids=["no PDF", "cut off", "encrypted"],
)
def test_a_file_that_cannot_be_read_gets_one_line(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "locks.en.pdf"
    path.write_bytes(data)
    with pytest.raises(UnreadableDocument) as raised:
        extract(open_source(path))
    assert str(raised.value) == f"{path}: {says}"


def test_a_page_that_unpacks_to_more_than_there_may_be() -> None:
    data = pdf(b" " * 300_000_000)
    assert len(data) < 1_000_000
    bomb = Source("locks.en.pdf", data, hashlib.sha256(data).hexdigest(), "application/pdf")
    with pytest.raises(UnreadableDocument) as raised:
        read_apart(Pdf(), bomb, Given(), Limits(memory=400_000_000))
    assert str(raised.value).startswith("locks.en.pdf: ")
    assert "too large" in str(raised.value)
