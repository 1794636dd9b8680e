"""Small Word documents, made paragraph by paragraph as Word stores them."""

from __future__ import annotations

import io
import zipfile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    f'xmlns:r="{RELATIONS}"'
)
PARTS = ("numbering", "styles", "footnotes")


def word_file(body: str, **parts: str) -> bytes:
    """A .docx whose body, and whose `numbering`, `styles` or `footnotes`, is the XML given."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        types = "".join(
            f'<Override PartName="/word/{name}.xml" ContentType='
            f'"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
            for name, kind in (("document", "document.main"), *((part, part) for part in parts))
        )
        rels = "application/vnd.openxmlformats-package.relationships+xml"
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="{rels}"/>'
            f"{types}</Types>",
        )
        archive.writestr("_rels/.rels", _relations({"officeDocument": "word/document.xml"}))
        archive.writestr(
            "word/_rels/document.xml.rels", _relations({part: f"{part}.xml" for part in parts})
        )
        archive.writestr(
            "word/document.xml", f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
        )
        for part, content in parts.items():
            archive.writestr(f"word/{part}.xml", f"<w:{part} {NAMESPACES}>{content}</w:{part}>")
    return packed.getvalue()


def _relations(targets: dict[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="r{number}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def run(text: str) -> str:
    """A run of text."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, *, item: tuple[int, int] | None = None, style: str = "") -> str:
    """A paragraph: text or runs; `item` is its list and level, `style` its style."""
    inner = content if content.startswith("<") else run(content)
    numbered = (
        f'<w:numPr><w:ilvl w:val="{item[1]}"/><w:numId w:val="{item[0]}"/></w:numPr>'
        if item
        else ""
    )
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{numbered}</w:pPr>{inner}</w:p>"


def lists(*levels: tuple[str, str], more: str = "", overrides: str = "") -> str:
    """One list of levels (format, text), numbered 1; `more` stands beside it in the part."""
    held = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (format, text) in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="7">{held}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/>{overrides}</w:num>{more}'
    )


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells with a paragraph each."""
    drawn = "".join(
        "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{drawn}</w:tbl>"
