"""Earlier acts taken up: recalled, reaffirmed, renewed, extended, amended, replaced, superseded.

The cues of the section `earlier_act` say how; their `reads` tells where the earlier act stands:

- "verb object" (or nothing): "Decides to amend paragraph 3 of decision 2/1"
- "object verb": "paragraph 11 of decision 20/1 shall be replaced by the following"
- "object verb agent": "decision 13/1, as amended by decision 3/11", which tells of two other acts
- "agent verb object": the same in Chinese, «经第3/11号决定修正的第13/1号决定»
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model.ids import whole_of
from ingest.reading.relate.findings import Findings
from ingest.reading.relate.passage import Match, Passage
from ingest.records import Mention, Paragraph

TAKEN_UP = ("decision", "provision", "rule")
REACH = 110  # folded characters from a verb to the first act that it governs
ABUTTING = 8  # … to one with nothing between but "the", «собой»
JOINED = 45  # … from one act of a list to the next: " of 3 March 2014 and", ", annex, paragraph"
CHANGES = {"amend": "AMENDS", "replace": "SUPERSEDES", "supersede": "SUPERSEDES"}
OWN_CLAUSE = ";؛；:："

Placed = tuple[int, int, Mention]


@dataclass(frozen=True, slots=True)
class TakingUp:
    """An earlier act, provision or rule that a sentence takes up: how, and by which act.

    `verb` is amend, replace, supersede, extend, recall …; `agent` the act that does it, where the
    text tells of another one; `whole` says that the thing itself is meant, not something in it ("the
    table in the annex to decision 3/1"). `place` is the sentence.
    """

    verb: str
    mention: Mention
    whole: bool
    agent: str | None
    place: tuple[int, int]

    @property
    def target(self) -> str:
        """The id of the act, provision or rule."""
        return str(self.mention.target)

    @property
    def acts(self) -> tuple[str, ...]:
        """The target, and the act that it is a provision of."""
        whole = whole_of(self.target)
        return (self.target,) if whole == self.target else (self.target, whole)

    def is_done_in(self, paragraph: Paragraph) -> bool:
        """Whether the text itself does it: no other act, and no preamble, which changes nothing."""
        return not self.agent and not (self.verb in CHANGES and paragraph.part == "preamble")


def taken_up(findings: Findings, paragraph: Paragraph) -> list[TakingUp]:
    """The earlier acts that the sentences of a paragraph take up."""
    found: list[TakingUp] = []
    for start, end in findings.sentences(paragraph):
        mentions = [m for m in findings.within(start, end, *TAKEN_UP) if m.target]
        if mentions:
            passage = Passage.of(findings.text[start:end], findings.pack, mentions, start)
            found += _in_sentence(passage, (start, end))
    return found


def relate_changes(
    findings: Findings, paragraph: Paragraph, citer: str, taken: Sequence[TakingUp]
) -> None:
    """Add AMENDS and SUPERSEDES for the acts that a paragraph changes, or says that others changed.

    What takes the place of a part of an act amends the act. A preamble changes nothing, it recalls
    ("in which it was decided that the guidelines will supersede …"); nor does a document at large.
    """
    changes = {}
    for one in taken:
        source = one.agent or citer
        able = "#" in source or source.startswith(("dec:", "res:"))
        if one.verb not in CHANGES or not able or not (one.agent or one.is_done_in(paragraph)):
            continue
        replaces_part = one.verb == "replace" and not one.whole
        for target in one.acts:
            own = target == one.target and not replaces_part
            if whole_of(target) != whole_of(source):
                changes[CHANGES[one.verb] if own else "AMENDS", source, target] = one.place
    for (relation, source, target), place in changes.items():
        rule = f"{relation.casefold()}-in-so-many-words"
        findings.edge(relation, source, target, place, rule, paragraph=paragraph)


def _in_sentence(passage: Passage, place: tuple[int, int]) -> Iterator[TakingUp]:
    cues = passage.matches("earlier_act")
    edges = [0, *(cue.start for cue in cues[1:]), len(passage.folded)]
    for cue, start, end in zip(cues, edges, edges[1:], strict=False):
        for whole, mention, agent in _governed(passage, cue, (start, end)):
            yield TakingUp(cue.cue.value, mention, whole, agent, place)


def _governed(
    passage: Passage, cue: Match, bounds: tuple[int, int]
) -> Iterator[tuple[bool, Mention, str | None]]:
    """The acts that a cue governs within the bounds that other cues leave it."""
    reads = cue.cue.data.get("reads", "verb object")
    behind = reads.endswith("verb object")
    before = [] if behind else _list_before(passage, cue.start)
    objects = _list_behind(passage, cue.end, bounds[1], REACH) if behind else before
    agent = None
    if "agent" in reads:
        agent = _agent(passage, cue, reads.startswith("agent"))
        if agent is None:
            return
    parted = {whole_of(str(m.target)) for _, _, m in objects if m.kind == "provision"}
    for start, end, mention in objects:
        if mention.target not in parted:  # "decision 5/1, annex, paragraph 32": the paragraph
            yield not _is_part(passage, start, end, cue.end if behind else None), mention, agent


def _agent(passage: Passage, cue: Match, before: bool) -> str | None:
    """The act that a cue says did it: right before or right behind the verb."""
    for start, end, mention in passage.mentions:
        gap = cue.start - end if before else start - cue.end
        if mention.kind == "decision" and 0 <= gap <= ABUTTING:
            return mention.target
    return None


def _list_behind(passage: Passage, position: int, stop: int, reach: int) -> list[Placed]:
    """The first list of acts behind a place, if it is near and nothing else is its ground."""
    found: list[Placed] = []
    for placed in passage.mentions:
        if not position <= placed[0] < stop:
            continue
        last = found[-1][1] if found else position
        if placed[0] - last > (JOINED if found else reach) or _parted(passage, last, placed[0]):
            break
        found.append(placed)
    return found


def _list_before(passage: Passage, position: int) -> list[Placed]:
    """The last list of acts before a place, if it is near."""
    found: list[Placed] = []
    for placed in reversed(passage.mentions):
        if placed[1] > position:
            continue
        following = found[0][0] if found else position
        if following - placed[1] > JOINED or _parted(passage, placed[1], following):
            break
        found.insert(0, placed)
    return found


def _parted(passage: Passage, start: int, end: int) -> bool:
    """Whether a clause ends between two places, or another ground begins ("pursuant to …")."""
    if any(mark in passage.folded[start:end] for mark in OWN_CLAUSE):
        return True
    return any(match.cue.value == "pursuant" for match in passage.every("proceeding", start, end))


def _is_part(passage: Passage, start: int, end: int, behind: int | None) -> bool:
    """Whether something in an act is meant: "the annex to decision 3/1", «第3/1号决定附件»."""
    annex, of = passage.pack.word("annex"), passage.pack.word("of")
    if annex.match(passage.folded, end):
        return True
    if behind is not None:
        return start - behind > ABUTTING or bool(annex.search(passage.folded, behind, start))
    before = passage.folded[max(0, start - JOINED) : start].rpartition(",")[2]
    if annex.search(before):
        return True
    return any(match.end() == len(before) and match[0].strip() for match in of.finditer(before))
