"""A second opinion: what another reader of PDF, pdfminer, takes the letters of each page for.

The two share nothing but the file. Where they differ, the file says of its signs what can be understood
in two ways, or says it wrongly; neither can then be trusted without a look at the page.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

AGREEMENT = 0.95  # of the letters of a page: ligatures account for less than the rest
FEWEST = 40  # letters, below which a page is not compared
MOST = 20  # pages, spread over the document: a fault of a font shows on every page that has it

Letters = Counter[str]


def letters_in(text: str) -> Letters:
    """The letters and digits of a text, without marks, whatever their form and order."""
    folded = unicodedata.normalize("NFKD", text)
    return Counter(sign for sign in folded if sign.isalnum())


def agreement(one: Letters, other: Letters) -> float:
    """The share of letters that two readings of a page have in common."""
    most = max(one.total(), other.total())
    return (one & other).total() / most if most else 1.0


def second_opinions(data: bytes, numbers: Sequence[int]) -> dict[int, Letters]:
    """The letters of some pages, numbered from 1, as pdfminer reads them; none for what it cannot read."""
    step = max(1, -(-len(numbers) // MOST))
    chosen = {number - 1 for number in numbers[::step]}
    found: dict[int, Letters] = {}
    try:
        for number, text in _texts(data, chosen):
            found[number] = letters_in(text)
    except MemoryError:
        raise
    except Exception:  # it gives up on files that pdfium repairs: then there is no second opinion
        return found
    return found


def _texts(data: bytes, chosen: set[int]) -> Iterator[tuple[int, str]]:
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage

    resources = PDFResourceManager()
    device = _listening(resources)
    interpreter = PDFPageInterpreter(resources, device)
    pages = PDFPage.get_pages(BytesIO(data), pagenos=chosen, check_extractable=False)
    for number, page in zip(sorted(chosen), pages, strict=False):
        device.heard.clear()
        interpreter.process_page(page)
        yield number + 1, "".join(device.heard)


def _listening(resources: Any) -> Any:
    from pdfminer.pdfdevice import PDFDevice
    from pdfminer.pdffont import PDFUnicodeNotDefined

    class Listening(PDFDevice):
        """Takes down the signs that a page writes, not where."""

        heard: list[str] = []

        def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
            """Called for every string that a page shows."""
            for piece in seq:
                if isinstance(piece, bytes):
                    for code in textstate.font.decode(piece):
                        try:
                            self.heard.append(textstate.font.to_unichr(code))
                        except PDFUnicodeNotDefined:
                            self.heard.append("\ufffd")

    return Listening(resources)
