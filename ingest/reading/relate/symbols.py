"""Symbols: what a document's symbol says of other documents (revision, addendum, corrigendum)."""

from __future__ import annotations

import re

from ingest.reading.relate.findings import Findings

RELATIONS = (
    ("REVISES", re.compile(r"/Rev\.\d+$")),
    ("ADDENDUM_TO", re.compile(r"/Add\.\d+$")),
    ("CORRIGENDUM_TO", re.compile(r"/Corr\.\d+$")),
)


def relate_symbols(findings: Findings) -> None:
    """Add every document mentioned as a node, and the documents that its symbol builds on."""
    for mention in findings.mentions:
        if mention.kind != "document" or not mention.target or mention.target.startswith("doc:~"):
            continue
        add_document(findings, mention.target, (mention.start, mention.end))


def add_document(findings: Findings, document: str, place: tuple[int, int]) -> None:
    """A document node with its symbol; "X/Add.1" brings the document X with it."""
    findings.node(document, "document", symbol=document.removeprefix("doc:"))
    for relation, suffix in RELATIONS:
        stem = suffix.sub("", document)
        if stem != document:
            add_document(findings, stem, place)
            findings.edge(relation, document, stem, place, "symbol-suffix", basis="structural")
            return
