"""Readers for Word: the format since 2007, and a word on the one before."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from graph.model.errors import UnreadableDocument
from ingest.records import Extracted, Given, Source

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element as Element

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of old Word, and of what has a password
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
CONVERT = (
    "open it in Word or LibreOffice and save it as .docx, or run"
    " `soffice --headless --convert-to docx FILE`"
)


class OldWord:
    """Word of before 2007: nothing that we could build on reads it well, so it says how to convert."""

    media_type = "application/msword"
    endings = (".doc", ".dot")
    apart = False

    def read(self, source: Source, given: Given) -> Extracted:
        """Refuse the file, with the way out."""
        raise UnreadableDocument(f"{source.name}: Word of before 2007: {CONVERT}")


class Word:
    """Reads .docx: body, tables, text boxes and notes, with the labels that Word computes."""

    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    endings = (".docx", ".docm")
    apart = True

    def read(self, source: Source, given: Given) -> Extracted:
        """The text of the document, a paragraph a line.

        The head of the first page goes before it, because a symbol may stand nowhere else; other
        page heads, comments and pictures are left out, and said to be.
        """
        # They take a tenth of a second, which only those wait for who read Word.
        import docx
        from docx.opc.exceptions import PackageNotFoundError

        if source.data.startswith(OLE):
            raise UnreadableDocument(
                f"{source.name}: protected by a password, or Word of before 2007: {CONVERT}"
            )
        try:
            document = docx.Document(io.BytesIO(source.data))
        except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
            raise UnreadableDocument(
                f"{source.name}: no Word document: damaged, or of another format than its ending says"
            ) from error
        text = "\n".join(_lines(document))
        return Extracted(text + "\n" if text else "", notes=tuple(_left_out(document)))


def _lines(document: Document) -> list[str]:
    from ingest.reading.formats.word.body import Body
    from ingest.reading.formats.word.lists import Labels, W

    part = document.part
    labels = Labels(_root(document, "numbering"), _root(document, "styles"))
    numbers: dict[tuple[str, str], int] = {}

    def note(kind: str, id: str) -> str:
        root = _root(document, f"{kind}s")
        found = None if root is None else root.find(f"{W}{kind}[@{W}id='{id}']")
        if found is None:
            return ""
        number = numbers.setdefault((kind, id), len(numbers) + 1)
        said = " ".join(line.strip() for line in inner.lines(found))
        return f"{number} {said}"

    inner = Body(labels, lambda kind, id: "")
    head = document.sections[0].first_page_header if document.sections else None
    if head is not None and document.sections[0].different_first_page_header_footer is False:
        head = document.sections[0].header
    lines = [*inner.lines(head._element)] if head is not None else []
    return [*lines, *Body(labels, note).lines(part.element.body)]


def _root(document: Document, name: str) -> Element | None:
    """The root of a part that the document relates to (numbering, styles, footnotes, endnotes)."""
    from lxml.etree import XMLParser, fromstring

    for relation in document.part.rels.values():
        if relation.reltype == RELATIONS + name and not relation.is_external:
            parser = XMLParser(resolve_entities=False, no_network=True)
            return fromstring(relation.target_part.blob, parser)
    return None


def _left_out(document: Document) -> list[str]:
    from lxml.etree import QName

    counted = {
        "comment": sum(
            QName(one).localname == "commentReference" for one in document.part.element.iter("{*}*")
        ),
        "picture": len(document.part.element.findall(".//{*}blip")),
    }
    return [
        f"{number} {name}{'s' if number > 1 else ''} left out"
        for name, number in counted.items()
        if number
    ]
