"""A protocol supplements its convention because a pack says so: no document is cited for it."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import networkx
import pytest
import rdflib

import graph
from graph.export import export
from graph.export.neo4j_csv import SEPARATORS
from graph.export.rdf.values import LINK
from graph.stores import open_store

CITED = rdflib.URIRef("http://purl.org/dc/terms/bibliographicCitation")
DERIVED = rdflib.URIRef("http://www.w3.org/ns/prov#wasDerivedFrom")
Citations = list[tuple[str, bool]]  # of links or pieces: the relation, and whether it is cited


def of_lines(folder: Path) -> Citations:
    lines = (folder / "edges.jsonl").read_text(encoding="utf-8").split("\n")
    edges = [json.loads(line) for line in lines if line]
    return [(edge["type"], "citation" in one) for edge in edges for one in edge["evidence"]]


def of_csv(folder: Path) -> Citations:
    found = []
    for table in ("links", "evidence"):
        with (folder / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
            found += [(row["relation"], bool(row["citation"])) for row in csv.DictReader(file)]
    return found


def of_graphml(folder: Path) -> Citations:
    network = networkx.read_graphml(folder / "graph.graphml", force_multigraph=True)
    return [(link["relation"], "citation" in link) for *_, link in network.edges(data=True)]


def of_turtle(folder: Path) -> Citations:
    triples = rdflib.Graph().parse(folder / "graph.ttl")
    return [
        (link.removeprefix(LINK).partition("%20")[0], triples.value(piece, CITED) is not None)
        for link, piece in triples.subject_objects(DERIVED)
        if link.startswith(LINK)
    ]


def of_neo4j_files(folder: Path) -> Citations:
    found = []
    for path in folder.glob("relations-*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        # one entry a piece, between them a character that no text has
        cited = [row["citations:string[]"].strip(SEPARATORS) for row in rows]
        found += [(row[":TYPE"], text != "") for row, text in zip(rows, cited, strict=True)]
    return found


@pytest.mark.parametrize(
    ("format", "citations"),
    [
        ("jsonl", of_lines),
        ("csv", of_csv),
        ("graphml", of_graphml),
        ("turtle", of_turtle),
        ("neo4j-csv", of_neo4j_files),
    ],
)
def test_no_export_cites_a_document_for_it(
    digests: str, tmp_path: Path, format: str, citations: Callable[[Path], Citations]
) -> None:
    with open_store(digests, create=False) as store:
        export(store, format, tmp_path)
    found = citations(tmp_path)
    assert {cited for relation, cited in found if relation == "SUPPLEMENTS"} == {False}
    assert {cited for relation, cited in found if relation == "MANDATES"} == {True}


def test_networks_quote_nothing_for_it(digests: str) -> None:
    with graph.open_store(digests) as store:
        links = store.network(["SUPPLEMENTS"]).edges(data=True)
    assert [link["pieces"] > 0 for *_, link in links] == [True] * len(links)
    assert links
    for *_, link in links:
        assert {"quotation", "citation", "document", "link", "evidence_source"}.isdisjoint(link)
