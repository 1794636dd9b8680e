"""Grounds: the acts that a text says it acts on, "pursuant to decision 2/6", "as mandated in …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.reading.relate.actions import find_actions
from ingest.reading.relate.findings import Findings
from ingest.reading.relate.passage import Passage
from ingest.records import Mention, Paragraph

BEHIND = 80  # characters within which «عملا ب», "pursuant to" governs the acts that follow

OBSERVING = ("observing", "evaluative")


def grounds(acts: Sequence[Mention], cues: Sequence[tuple[int, int]]) -> Iterator[Mention]:
    """The acts that «عملا ب», "pursuant to" govern: those that follow closely, one after the other."""
    for _, governed_to in cues:
        for act in acts:
            if governed_to < act.end and act.start - governed_to <= BEHIND:
                yield act
                governed_to = act.end


def items_of_records(findings: Findings) -> dict[str, tuple[str, ...]]:
    """The agenda items under which each recorded paragraph of a report stands."""
    items: dict[str, tuple[str, ...]] = {}
    for edge in findings.edges:
        if edge.type == "UNDER" and "#" in edge.source:
            items[edge.source] = (*items.get(edge.source, ()), edge.target)
    return items


def relate_grounds_of_items(findings: Findings, paragraph: Paragraph, items: Sequence[str]) -> None:
    """What the conclusions under an item call their ground is that of the item too."""
    for start, end in findings.sentences(paragraph) if items else ():
        cues = findings.told("pursuant", start, end)
        acts = [m for m in findings.within(start, end, "decision", "provision") if m.target]
        if not cues or not acts or _only_observes(findings, start, end):
            continue
        for act in grounds(acts, cues):
            if str(act.target).startswith(findings.document):
                continue  # "in accordance with paragraph 12 above"
            for item in items:
                findings.edge(
                    "PURSUANT_TO", item, str(act.target), (start, end),
                    "conclusions-name-ground", paragraph=paragraph,
                )  # fmt: skip


def _only_observes(findings: Findings, start: int, end: int) -> bool:
    """Whether a sentence only takes note of what others did ("submissions made in response to …")."""
    actions = find_actions(Passage.of(findings.text[start:end], findings.pack))
    return bool(actions) and all(action.verb_class in OBSERVING for action in actions)
