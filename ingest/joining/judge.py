"""Judgements: what researchers confirmed, rejected or added wins over what was inferred."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph.model.plain import evidence_from_plain
from graph.model.records import Edge, Remark
from ingest.joining.merge import Draft


def apply_judgements(draft: Draft, judgements: Sequence[Mapping[str, Any]]) -> None:
    """Apply judgements in their order of time; each is a line of `judgements/*.jsonl`:

    `{"action": "confirm" | "reject" | "add", "type", "from", "to", "who", "when", "why"}`, an added
    edge with its `evidence`. One that names nodes the graph does not have is kept as a remark.
    """
    for line in sorted(judgements, key=lambda line: (str(line.get("when", "")), str(line))):
        key = (str(line.get("type")), str(line.get("from")), str(line.get("to")))
        verdict = {name: line[name] for name in ("who", "when", "why") if name in line}
        edge = draft.edges.get(key)
        if line.get("action") == "reject" and edge:
            del draft.edges[key]
        elif line.get("action") == "confirm" and edge:
            draft.edges[key] = replace(
                edge, basis="stated", properties={**edge.properties, "judgement": verdict}
            )
        elif (
            line.get("action") == "add"
            and line.get("evidence")
            and {key[1], key[2]} <= draft.types.keys()
        ):
            evidence = tuple(evidence_from_plain(item) for item in line["evidence"])
            draft.add_edge(Edge(*key, "stated", None, {"judgement": verdict}, evidence))
        else:
            draft.remarks.append(
                Remark(
                    "unresolved", f"judgement without effect: {' '.join(key)}", text=str(dict(line))
                )
            )
