"""Answers as plain values, for `--json` and for exchange."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from graph.model.plain import evidence_to_plain, node_to_plain, remark_to_plain
from graph.model.records import Evidence, Node, Remark
from graph.questions.steps import Cited, Link


def to_plain(answer: Any) -> Any:
    """Any answer of this package as dicts, lists, strings and numbers, field by field.

    Nodes and evidence have the form of the export. A link gives its ends by id and where it arrives
    as a node; its evidence carries `citation` and `link`.
    """
    match answer:
        case Node():
            return node_to_plain(answer)
        case Evidence():
            return evidence_to_plain(answer)
        case Remark():
            return remark_to_plain(answer)
        case Cited():
            cited = {"citation": answer.citation.text, "link": answer.citation.link}
            return evidence_to_plain(answer.evidence) | cited
        case Link():
            plain = {field.name: to_plain(getattr(answer, field.name)) for field in fields(answer)}
            del plain["source"], plain["target"]
            ends = {"from": answer.source.id, "to": answer.target.id}
            return ends | {"node": to_plain(answer.node)} | plain
        case Mapping():
            return {key: to_plain(value) for key, value in answer.items()}
        case list() | tuple():
            return [to_plain(value) for value in answer]
        case _ if is_dataclass(answer):
            return {field.name: to_plain(getattr(answer, field.name)) for field in fields(answer)}
        case _:
            return answer
