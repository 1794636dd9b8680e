"""Records: which paragraphs of a report say what the body decided, concluded, recommended or asked.

"The SBI requested the secretariat …" records; "Statements were made …", "A representative of … asked"
and how the body arranged its own sitting ("agreed to consider this item in informal consultations")
are narrative.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.reading.relate.actions import find_actions
from ingest.reading.relate.chapters import ReportParagraph
from ingest.reading.relate.clauses import grammar_of
from ingest.reading.relate.findings import Findings
from ingest.reading.relate.passage import Passage
from ingest.reading.relate.provisions import Understanding
from ingest.reading.relate.structure import provision
from ingest.records import Paragraph

LONG_WORD = re.compile(r"[^\W\d_]{4,}")  # no article, no "and"
COLON = (":", "：")
OF_OFFICERS = frozenset({"appoint"})  # whom a body elects is no decision of substance
JOINED = 10  # characters between two bodies that act together: "the SBI and the SBSTA"


class Records:
    """Turns the report paragraphs that record something into provisions, in order."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.grammar = grammar_of(findings.pack)
        self.chapeau = findings.pack.anywhere(r"{organ}\s*[:：]\s*\Z")
        self.pronoun = findings.pack.word("organ_pronoun")
        body = findings.outline.identity.body
        self.body = f"body:{body}" if body else None
        self.leading: dict[str, Understanding] = {}  # what the provisions say that may lead a list
        self.speaks = False  # whether "it" at the head of the next sentence is the body

    def take(self, placed: ReportParagraph, order: int) -> None:
        """Add the provision that a report paragraph, or a point of one, is; if it is one."""
        paragraph = placed.paragraph
        above, _, _ = str(paragraph.label).rpartition(".")
        place: tuple[int, int] | None
        if above:
            leads = f"{self.findings.document}#{above}" in self.leading
            place = (paragraph.content, paragraph.end) if leads else None
        else:
            place = self._place(placed)
        if place is not None:
            self._add(placed, order, place, above)

    def _add(self, placed: ReportParagraph, order: int, place: tuple[int, int], above: str) -> None:
        findings, paragraph = self.findings, placed.paragraph
        parent = f"{findings.document}#{above}" if above else findings.document
        node = f"{findings.document}#{paragraph.label}"
        understood = provision(
            findings, paragraph, node, order, words=place, under=self.leading.get(parent)
        )
        findings.edge(
            "HAS_PROVISION", parent, node, (paragraph.start, paragraph.end), "recorded-in-report",
            basis="structural", paragraph=paragraph,
        )  # fmt: skip
        for item in placed.items:
            findings.edge(
                "UNDER", node, item, place, "recorded-in-chapter-of-item", paragraph=paragraph
            )
        if findings.text[: paragraph.end].rstrip().endswith(COLON):
            self.leading[node] = understood

    def _place(self, placed: ReportParagraph) -> tuple[int, int] | None:
        """From the first sentence that records to the end of the last; None where none does."""
        paragraph = placed.paragraph
        self.speaks = self.speaks and placed.heading is None
        recording = list(self._recording(paragraph))
        if recording:
            return recording[0][0], recording[-1][1]
        # "The SBI continued its consideration …": a conclusion, whatever its verb
        return (paragraph.content, paragraph.end) if placed.concludes else None

    def _recording(self, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
        """The sentences of a paragraph that record what the body did."""
        findings = self.findings
        for start, end in findings.sentences(paragraph):
            passage = Passage.of(
                findings.text[start:end], findings.pack, findings.within(start, end), start
            )
            acts = self._acts(passage, self.speaks)
            self.speaks = self._speaks(passage, self.speaks)
            if self.grammar.joins_by_prefix:
                # «ودعا المؤتمر إلى»: the Conference called for, or somebody called on the Conference;
                # only what nobody does to an organ tells
                acts = acts and bool(findings.cues("record", start, end))
            if acts or (self.speaks and self.chapeau.search(passage.folded)):
                yield start, end

    def _acts(self, passage: Passage, before: bool) -> bool:
        """Whether the body does more in a sentence than to arrange its own sitting."""
        sitting = [(match.start, match.end) for match in passage.matches("conduct")]
        ours = False
        for action in find_actions(passage):
            if action.subject:
                ours = self._is_body(passage, action.subject, before)
            arranges = any(start < action.end and action.start < end for start, end in sitting)
            if ours and not arranges and action.lemma not in OF_OFFICERS:
                return True
        return False

    def _speaks(self, passage: Passage, before: bool) -> bool:
        """Whether the body is the subject of a sentence: named at its head, or behind its opening."""
        for opening in self.grammar.opening.finditer(passage.folded):
            organ = self.grammar.organ.search(passage.folded, *opening.span("between"))
            if organ:
                named = passage.text[passage.origins[organ.end()] :].lstrip()
                # "The SBI Chair informed Parties": the Chair, not the body
                return not named[:1].isupper() and self._is_body(passage, organ.span(), before)
        return False

    def _is_body(self, passage: Passage, subject: tuple[int, int], before: bool) -> bool:
        """Whether a subject is the body that reports, alone or with another one.

        A pronoun is whoever spoke in the sentence before.
        """
        start, end = subject
        if self.pronoun.fullmatch(passage.folded[start:end].strip()):
            return before
        bodies = [
            (first, last, mention.target)
            for first, last, mention in passage.mentions
            if mention.kind == "body" and first < end and last > start - JOINED
        ]
        named = {target for _, _, target in bodies}
        if named and not self.grammar.joins_by_prefix and self._says_more(passage, subject, bodies):
            return False
        unnamed = self.body is None or self.grammar.joins_by_prefix  # «الهيئة», told by cue.record
        return self.body in named or (not named and unnamed)

    def _says_more(
        self,
        passage: Passage,
        subject: tuple[int, int],
        bodies: Sequence[tuple[int, int, str | None]],
    ) -> bool:
        """Whether a subject is longer than the names in it: "the Executive Committee" is another one."""
        rest = list(passage.folded)
        for first, last, _ in bodies:
            rest[first:last] = " " * (last - first)
        return LONG_WORD.search("".join(rest[slice(*subject)])) is not None
