"""Records as plain values that JSON can write, and back: one form for exports and stores."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.model.records import Edge, Evidence, Node, Remark

Plain = dict[str, Any]


def node_to_plain(node: Node) -> Plain:
    """`id`, `type`, `properties`."""
    return {"id": node.id, "type": node.type, "properties": _plain(node.properties)}


def node_from_plain(plain: Mapping[str, Any]) -> Node:
    """The node that `node_to_plain` wrote."""
    return Node(plain["id"], plain["type"], plain.get("properties") or {})


def edge_to_plain(edge: Edge) -> Plain:
    """`type`, `from`, `to`, `confidence`, `basis`, `properties`, `evidence`."""
    return {
        "type": edge.type,
        "from": edge.source,
        "to": edge.target,
        "confidence": edge.confidence,
        "basis": edge.basis,
        "properties": _plain(edge.properties),
        "evidence": [evidence_to_plain(evidence) for evidence in edge.evidence],
    }


def edge_from_plain(plain: Mapping[str, Any]) -> Edge:
    """The edge that `edge_to_plain` wrote."""
    return Edge(
        type=plain["type"],
        source=plain["from"],
        target=plain["to"],
        basis=plain["basis"],
        confidence=plain["confidence"],
        properties=plain.get("properties") or {},
        evidence=tuple(evidence_from_plain(evidence) for evidence in plain["evidence"]),
    )


def evidence_to_plain(evidence: Evidence) -> Plain:
    """Every field of the evidence and the hull of its spans (`start`, `end`; null without)."""
    return {
        "document": evidence.document,
        "language": evidence.language,
        "checksum": evidence.checksum,
        "spans": [list(span) for span in evidence.spans],
        "start": evidence.start if evidence.spans else None,
        "end": evidence.end if evidence.spans else None,
        "quotation": evidence.quotation,
        "page": evidence.page,
        "box": list(evidence.box) if evidence.box else None,
        "pinpoint": evidence.pinpoint,
        "rule": evidence.rule,
        "source": evidence.source,
    }


def evidence_from_plain(plain: Mapping[str, Any]) -> Evidence:
    """The evidence that `evidence_to_plain` wrote."""
    box = plain.get("box")
    return Evidence(
        document=plain["document"],
        language=plain["language"],
        checksum=plain["checksum"],
        spans=tuple((start, end) for start, end in plain["spans"]),
        quotation=plain["quotation"],
        rule=plain["rule"],
        source=plain["source"],
        pinpoint=plain.get("pinpoint"),
        page=plain.get("page"),
        box=(box[0], box[1], box[2], box[3]) if box else None,
    )


def remark_to_plain(remark: Remark) -> Plain:
    """Every field of the remark."""
    return {
        "kind": remark.kind,
        "message": remark.message,
        "document": remark.document,
        "span": list(remark.span) if remark.span else None,
        "text": remark.text,
        "guess": remark.guess,
    }


def remark_from_plain(plain: Mapping[str, Any]) -> Remark:
    """The remark that `remark_to_plain` wrote."""
    span = plain.get("span")
    return Remark(
        kind=plain["kind"],
        message=plain["message"],
        document=plain.get("document"),
        span=(span[0], span[1]) if span else None,
        text=plain.get("text"),
        guess=plain.get("guess"),
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(piece) for key, piece in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(piece) for piece in value]
    return value
