"""Judgements: what researchers confirmed, rejected or added wins over what was inferred."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph.model.errors import ModelError
from graph.model.judgements import FOR_WANT_OF_A_SENTENCE, in_effect, link_of, verdict_of
from graph.model.plain import evidence_from_plain
from graph.model.records import Edge, Remark
from graph.model.schema import load_model
from ingest.joining.merge import Draft


def apply_judgements(draft: Draft, judgements: Sequence[Mapping[str, Any]]) -> None:
    """Apply the judgement that holds for each link; each is a line of `judgements/*.jsonl`:

    `{"action": "confirm" | "reject" | "add" | "withdraw", "type", "from", "to", "who", "when",
    "why"}`, an added edge with its `evidence`. One that names nodes or a link the graph does not
    have is kept as a remark.
    """
    for line in in_effect(judgements):
        key, judgement = link_of(line), {"judgement": verdict_of(line)}
        edge = draft.edges.get(key)
        if line.get("action") == "reject" and edge:
            del draft.edges[key]
        elif line.get("action") == "confirm" and edge:
            properties = {**edge.properties, **judgement}
            draft.edges[key] = replace(edge, basis="stated", properties=properties)
        elif line.get("action") == "add" and (added := _added(draft, line)):
            draft.add_edge(added)
        else:
            told = f"judgement without effect: {' '.join(key)}"
            draft.remarks.append(Remark("unresolved", told, text=str(dict(line))))


def _added(draft: Draft, line: Mapping[str, Any]) -> Edge | None:
    """The edge that a line adds; None if it is not as the model wants it: people write lines too."""
    relation, source, target = link_of(line)
    if not {source, target} <= draft.types.keys():
        return None
    try:
        evidence = tuple(map(evidence_from_plain, line.get("evidence", ())))
        # What no sentence says is the researcher's inference.
        said = any(item.rule != FOR_WANT_OF_A_SENTENCE for item in evidence)
        judgement = {"judgement": verdict_of(line)}
        basis = "stated" if said else "inferred"
        edge = Edge(relation, source, target, basis, None, judgement, evidence)
        load_model().validate(edge)
    except (ModelError, AttributeError, KeyError, TypeError, ValueError, IndexError):
        return None
    return edge
