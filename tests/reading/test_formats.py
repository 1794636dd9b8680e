"""Files as they come in: what is read, and what is said of a file that cannot be read."""

from __future__ import annotations

import codecs
import hashlib
import re
from pathlib import Path

import pytest

from graph.model.errors import MandatesError, UnreadableDocument
from ingest.reading.formats import extract, open_source, readable


def file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Ports\r\nand locks\n", "Ports\r\nand locks\n"),
        # a byte-order mark is no character of the text; one inside the text is
        (codecs.BOM_UTF8 + "موانئ".encode(), "موانئ"),
        ("a\ufeffb".encode(), "a\ufeffb"),
        # line ends of every kind stay, for offsets count them
        (b"a\rb\x0cc\n\n", "a\rb\x0cc\n\n"),
    ],
)
def test_text_comes_out_as_the_file_has_it(tmp_path: Path, data: bytes, text: str) -> None:
    source = open_source(file(tmp_path, "ports.en.txt", data))
    assert extract(source).text == text
    assert source.checksum == hashlib.sha256(data).hexdigest()
    assert source.media_type == "text/plain"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "0 bytes, nothing to read: is the download complete?"),
        # white space alone, a byte-order mark alone, zeros left by a broken copy: nothing to read either
        (b" \r\n\t\n", "5 bytes, nothing to read"),
        (codecs.BOM_UTF8, "3 bytes, nothing to read"),
        (bytes(64), "64 bytes, nothing to read"),
        (b"%PDF-1.7\n\0\xff\xd8 a picture", "binary data, not text"),
        # the encoding of old Arabic files, and UTF-16 as Windows writes it
        ("الموانئ النهرية".encode("cp1256"), "not UTF-8 at byte 0: convert it"),
        ("River ports: العربية".encode("cp1256"), "not UTF-8 at byte 13"),
        (codecs.BOM_UTF16_LE + "ports".encode("utf-16-le"), "UTF-16, not UTF-8: convert it"),
        # cut in the middle of a letter
        ("الموانئ".encode()[:-1], "not UTF-8 at byte 12"),
    ],
)
def test_bytes_that_are_no_text(tmp_path: Path, data: bytes, says: str) -> None:
    path = file(tmp_path, "ports.en.txt", data)
    with pytest.raises(UnreadableDocument) as raised:
        extract(open_source(path))
    message = str(raised.value)
    assert message.startswith(f"{path}: {says}")
    assert "\n" not in message
    assert isinstance(raised.value, MandatesError)


@pytest.mark.parametrize("name", ["gone.en.txt", "reprots", "gone.xyz"])
def test_a_file_that_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableDocument, match=f"{re.escape(name)}: not there: check its name"):
        open_source(tmp_path / name)


def test_a_folder_named_like_a_file(tmp_path: Path) -> None:
    (tmp_path / "report.en.txt").mkdir()
    with pytest.raises(UnreadableDocument, match=r"report\.en\.txt: cannot be opened: "):
        open_source(tmp_path / "report.en.txt")


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("report.txt", True),
        ("REPORT.AR.TXT", True),
        # a README beside documents is none
        ("README.md", False),
        ("table.xyz", False),
        ("report", False),
        (".txt", False),
    ],
)
def test_the_ending_says_whether_there_is_a_reader(tmp_path: Path, name: str, known: bool) -> None:
    path = file(tmp_path, name, b"words")
    assert readable(path) is known
    if not known:
        with pytest.raises(
            UnreadableDocument,
            match=r"no reader for the format .*save it as one of .*\.docx.*\.txt",
        ):
            open_source(path)
