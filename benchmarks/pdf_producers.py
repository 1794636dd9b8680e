"""Programs that make PDF files of a text: a browser, an office suite, a typesetter, a graphics library.

Each writes paragraphs in a font, in one or two columns, with a head and a number on every page where it
can. Debian has them as `chromium`, `libreoffice-writer`, `texlive-xetex` with `texlive-lang-arabic`, and
`pango1.0-tools`; the fonts as `fonts-hosny-amiri`, `fonts-noto-core`, `fonts-kacst` and
`fonts-sil-scheherazade`.
"""

from __future__ import annotations

import html
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import which

PATIENCE = 300  # seconds for one file


@dataclass(frozen=True, slots=True)
class Paper:
    """What is to be printed, and how."""

    paragraphs: tuple[str, ...]
    language: str
    font: str
    columns: int = 1
    head: str = "CTOC/COP/2099/7"
    notes: tuple[tuple[int, str], ...] = ()  # a paragraph's place, and the note it calls

    @property
    def right_to_left(self) -> bool:
        """Whether it is read from right to left."""
        return self.language == "ar"


class Chromium:
    """The browser: HTML printed to PDF by Skia."""

    name = "chromium"
    program = "chromium"
    columns: Sequence[int] = (1, 2)

    def make(self, paper: Paper, file: Path) -> None:
        """Print a paper into a file."""
        source = file.with_suffix(".html")
        columns = f"columns:{paper.columns};column-gap:8mm" if paper.columns > 1 else ""
        source.write_text(
            f"<html lang={paper.language} dir={'rtl' if paper.right_to_left else 'ltr'}>"
            "<meta charset=utf-8><style>@page{size:A4;margin:25mm 20mm;"
            f"@top-right{{content:'{paper.head}'}} @bottom-center{{content:counter(page)}}}}"
            f"body{{font:12pt '{paper.font}';text-align:justify}} div{{{columns}}}</style><div>"
            + "".join(f"<p>{html.escape(text)}</p>" for text in paper.paragraphs)
            + "</div></html>",
            encoding="utf-8",
        )
        run(
            [self.program, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
            + [f"--print-to-pdf={file}", source.absolute().as_uri()]
        )


class Office:
    """LibreOffice: an OpenDocument text exported to PDF."""

    name = "office"
    program = "soffice"
    columns: Sequence[int] = (1, 2)

    def make(self, paper: Paper, file: Path) -> None:
        """Export a paper into a file."""
        source = file.with_suffix(".fodt")
        source.write_text(self._document(paper), encoding="utf-8")
        run(
            [self.program, f"-env:UserInstallation={(file.parent / 'office').absolute().as_uri()}"]
            + ["--headless", "--convert-to", "pdf", "--outdir", str(file.parent), str(source)]
        )

    def _document(self, paper: Paper) -> str:
        mode = "rl-tb" if paper.right_to_left else "lr-tb"
        notes = dict(paper.notes)
        body = "".join(
            f'<text:p text:style-name="P">{html.escape(text)}{self._note(place, notes)}</text:p>'
            for place, text in enumerate(paper.paragraphs)
        )
        names = ("office", "style", "text")
        spaces = "".join(
            f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names
        )
        spaces += "".join(
            f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
            for name, full in (("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"))
        )
        size = 'fo:font-size="{0}pt" style:font-size-complex="{0}pt"'
        return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document{spaces} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'{paper.font}'"/>
</office:font-face-decls><office:styles><style:default-style style:family="paragraph">
<style:text-properties style:font-name="F" style:font-name-complex="F" {size.format(12)}
 fo:language="{paper.language}"/></style:default-style><style:style style:name="Footnote"
 style:family="paragraph"><style:text-properties {size.format(9)}/></style:style></office:styles>
<office:automatic-styles>
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:text-align="justify"
 style:writing-mode="{mode}" fo:margin-bottom="2mm"/></style:style>
<style:style style:name="S" style:family="section"><style:section-properties
 style:writing-mode="{mode}"><style:columns fo:column-count="{paper.columns}" fo:column-gap="8mm"/>
</style:section-properties></style:style>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"
 fo:margin="2cm" style:writing-mode="{mode}"/><style:header-style/><style:footer-style/></style:page-layout>
</office:automatic-styles><office:master-styles><style:master-page style:name="Standard"
 style:page-layout-name="L"><style:header><text:p>{paper.head}</text:p></style:header><style:footer><text:p><text:page-number/></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text><text:section text:style-name="S" text:name="s">{body}</text:section></office:text>
</office:body></office:document>"""

    def _note(self, place: int, notes: dict[int, str]) -> str:
        if place not in notes:
            return ""
        number = list(notes).index(place) + 1
        return (
            f'<text:note text:id="n{number}" text:note-class="footnote"><text:note-citation>{number}'
            f'</text:note-citation><text:note-body><text:p text:style-name="Footnote">'
            f"{html.escape(notes[place])}</text:p></text:note-body></text:note>"
        )


class Tex:
    """XeLaTeX: polyglossia and bidi for Arabic, hyphenation for English."""

    name = "tex"
    program = "xelatex"
    columns: Sequence[int] = (1, 2)

    def make(self, paper: Paper, file: Path) -> None:
        """Typeset a paper into a file."""
        source = file.with_suffix(".tex")
        notes = dict(paper.notes)
        paragraphs = [
            self._escaped(text)
            + (rf"\footnote{{{self._escaped(notes[place])}}}" if place in notes else "")
            for place, text in enumerate(paper.paragraphs)
        ]
        begin, end = (
            (r"\begin{multicols}{2}", r"\end{multicols}") if paper.columns > 1 else ("", "")
        )
        tongue = (
            r"\setmainlanguage[numerals=maghrib]{arabic}\newfontfamily\arabicfont[Script=Arabic]"
            f"{{{paper.font}}}"
            if paper.right_to_left
            else rf"\setmainlanguage{{english}}\setmainfont{{{paper.font}}}"
        )
        source.write_text(
            r"\documentclass[12pt,a4paper]{article}\usepackage[margin=25mm]{geometry}"
            r"\usepackage{multicol,fontspec,polyglossia,fancyhdr}\raggedbottom\sloppy"
            + tongue
            + r"\pagestyle{fancy}"
            rf"\fancyhf{{}}\fancyhead[R]{{{paper.head}}}\fancyfoot[C]{{\thepage}}"
            r"\begin{document}"
            + begin
            + "\n\n"
            + "\n\n".join(paragraphs)
            + "\n\n"
            + end
            + r"\end{document}",
            encoding="utf-8",
        )
        run(
            [
                self.program,
                "-interaction=batchmode",
                f"-output-directory={file.parent}",
                str(source),
            ]
        )

    def _escaped(self, text: str) -> str:
        return "".join(f"\\{sign}" if sign in "{}$&#_%" else sign for sign in text)


class Cairo:
    """Pango and Cairo: one page as long as the text."""

    name = "cairo"
    program = "pango-view"
    columns: Sequence[int] = (1,)

    def make(self, paper: Paper, file: Path) -> None:
        """Draw a paper into a file."""
        source = file.with_suffix(".lines")
        source.write_text("\n".join(paper.paragraphs), encoding="utf-8")
        direction = ["--rtl"] if paper.right_to_left else []
        run(
            [
                self.program,
                "--no-display",
                "--backend=cairo",
                f"--font={paper.font} 12",
                "--width=480",
            ]
            + [*direction, "--margin=50", f"--output={file}", str(source)]
        )


PRODUCERS = (Chromium(), Office(), Tex(), Cairo())


def installed() -> list[Chromium | Office | Tex | Cairo]:
    """The producers that are here."""
    return [producer for producer in PRODUCERS if which(producer.program)]


def run(order: list[str]) -> None:
    """Run a program; what it made, or did not make, says how it went."""
    subprocess.run(
        order, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=PATIENCE, check=False
    )
