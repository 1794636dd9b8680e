"""Judgements: what researchers decided about links, a line each; the latest on a link holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.model.plain import evidence_to_plain
from graph.model.records import Evidence

ACTIONS = ("confirm", "reject", "add", "withdraw")
# The rules that evidence of added links names: a sentence that the researcher pointed to, or the
# place where the node stands that the link comes from, for want of one.
POINTED_TO = "judgement"
FOR_WANT_OF_A_SENTENCE = "judgement-without-sentence"

Line = Mapping[str, Any]
LinkKey = tuple[str, str, str]  # type, from, to


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision about a link: `who` made it, `when` (ISO 8601, UTC) and `why`.

    `action` is one of ACTIONS; "withdraw" takes back whatever was decided about the link before.
    `evidence` is that of an added link.
    """

    action: str
    link: LinkKey
    who: str
    when: str
    why: str
    evidence: tuple[Evidence, ...] = ()

    def line(self) -> dict[str, Any]:
        """The judgement as a line of `judgements/*.jsonl`."""
        relation, source, target = self.link
        plain: dict[str, Any] = {
            "action": self.action,
            "type": relation,
            "from": source,
            "to": target,
            "who": self.who,
            "when": self.when,
            "why": self.why,
        }
        if self.evidence:
            plain["evidence"] = [evidence_to_plain(one) for one in self.evidence]
        return plain


def link_of(line: Line) -> LinkKey:
    """The link that a line is about."""
    return (str(line.get("type")), str(line.get("from")), str(line.get("to")))


def verdict_of(line: Line) -> dict[str, Any]:
    """What a judged link carries: who decided, when and why."""
    return {name: line[name] for name in ("who", "when", "why") if name in line}


def in_order_of_time(lines: Iterable[Line]) -> list[Line]:
    """Lines by when they were written, whatever the order of the files they stand in."""
    return sorted(lines, key=lambda line: (str(line.get("when", "")), str(line)))


def in_effect(lines: Iterable[Line]) -> list[Line]:
    """For every link the line that holds: the latest, unless a withdrawal came after it.

    Confirming what a researcher added keeps the evidence that it was added with.
    """
    holds: dict[LinkKey, Line] = {}
    for line in in_order_of_time(lines):
        key = link_of(line)
        before = holds.get(key)
        if line.get("action") == "withdraw":
            holds.pop(key, None)
        elif line.get("action") == "confirm" and before and before.get("action") == "add":
            holds[key] = {**before, **verdict_of(line)}
        else:
            holds[key] = line
    return list(holds.values())
