"""What the regions of a text share while its outline is built: the paragraphs so far, where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ingest.packs import LanguagePack
from ingest.reading.segment.markers import FoldedText
from ingest.reading.segment.nesting import Nesting
from ingest.records import Identity, Paragraph


class Outlining:
    """The outline of one text as far as it has been read.

    `region` is where the text stands: front, contents, preamble, operative, act annex, report, annex,
    agenda, annotations, documents before, organization of work. `act` is the id of the decision that
    is open, `nesting` the lists that are; `report_begun` says that a numbered paragraph of a report
    was met. Nothing before `taken` is read again. `act_of` gives the id
    of the decision that a heading names, `session_of` the id of the first session named in a stretch
    of text (both None where there is none).
    """

    def __init__(
        self,
        text: FoldedText,
        pack: LanguagePack,
        identity: Identity,
        act_of: Callable[[str], str | None],
        session_of: Callable[[str], str | None],
    ) -> None:
        self.text, self.pack, self.identity = text, pack, identity
        self.act_of, self.session_of = act_of, session_of
        self.paragraphs: list[Paragraph] = []
        self.current = Paragraph(0, 0, "other", 0)
        self.region = "front"
        self.taken = 0
        self.nesting = Nesting()
        self.act: str | None = None
        self.report_begun = False

    @property
    def collected(self) -> bool:
        """Whether acts stand one after the other, outside the numbered paragraphs of a report."""
        return not self.text.flowing and not self.report_begun

    def open(self, start: int, content: int, part: str, **details: str | None) -> None:
        """Close what is open and begin a paragraph (offsets of the folded text)."""
        self.close(start)
        self.current = Paragraph(start, start, part, content, **details)

    def close(self, end: int) -> None:
        """End the open paragraph; one without words is not kept."""
        start = self.current.start
        content = min(max(self.current.content, start), end)
        while end > start and self.text.folded[end - 1] == " ":
            end -= 1
        if end > start and self.text.folded[start:end].strip():
            self.paragraphs.append(replace(self.current, end=end, content=min(content, end)))
