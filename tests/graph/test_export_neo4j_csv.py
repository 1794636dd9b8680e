"""Files for Neo4j's import: imported for real, the server answers as the store that they are of."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import river
from odd import ODD, odd_graph

from graph.export import export
from graph.export.neo4j_csv import SEPARATORS
from graph.loading import load
from graph.model.content import content_of
from graph.model.errors import StoreError
from graph.model.records import Graph
from graph.questions import to_plain, trace
from graph.stores import Store, open_store
from graph.stores.neo4j.address import address_of
from graph.stores.neo4j.connection import Connection
from tests.conftest import IN_CI
from tests.neo4j.assembled import AssembledServer, NotAssembled, find_distribution


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of the odd graph; its reading is longer than the import's own buffer."""
    folder = tmp_path_factory.mktemp("odd")
    with open_store(f"sqlite:///{folder / 'mandates.sqlite'}") as store:
        reading = river.reading()
        text = replace(reading.text, original='a long line; "\n' * 300_000)
        store.put_reading(replace(reading, text=text))
        store.put_judgements([{"who": "z", "why": ODD["quotation marks"]}])
        store.write_graph(odd_graph(), {"version": "1", "said": ODD["line ends"]})
        yield store


@pytest.fixture(scope="module")
def imported(source: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AssembledServer]:
    """A server that was started on what its import made of the files."""
    try:
        distribution = find_distribution()
    except NotAssembled as missing:
        if IN_CI:
            raise
        pytest.skip(f"the import needs an assembled Neo4j: {missing}")
    folder = tmp_path_factory.mktemp("csv")
    export(source, "neo4j-csv", folder)
    server = AssembledServer.prepare(distribution, tmp_path_factory.mktemp("imported"), None)
    with pytest.MonkeyPatch.context() as changed:
        changed.chdir(folder)  # as the first lines of import.txt say
        server.administer("database", "import", "full", "@import.txt", "neo4j")
    try:
        server.start()
        yield server
    finally:
        server.remove()


@pytest.mark.neo4j
def test_what_is_imported_answers_as_the_store(imported: AssembledServer, source: Store) -> None:
    copied = open_store(imported.url, create=False)
    assert tuple(copied.nodes()) == tuple(source.nodes())
    assert tuple(copied.edges()) == tuple(source.edges())
    assert tuple(copied.remarks()) == tuple(source.remarks())
    assert copied.manifest() == source.manifest()
    assert copied.judgements() == source.judgements()
    assert copied.readings() == source.readings()
    assert copied.evidence_text("a" * 64) == source.evidence_text("a" * 64)
    assert copied.search("الأمانة") == source.search("الأمانة") != ()
    content = content_of(source.nodes(), source.edges())
    assert content_of(copied.nodes(), copied.edges()) == content
    manifest = imported.ask("MATCH (m:Manifest) RETURN m.state AS state, m.content AS content")
    assert manifest == [{"state": "complete", "content": content.hash}]
    assert to_plain(trace(copied, river.ACT)) == to_plain(trace(source, river.ACT))


@pytest.mark.neo4j
def test_what_is_imported_has_types_and_labels(imported: AssembledServer) -> None:
    found = imported.ask("MATCH (n {id: $id}) RETURN labels(n) AS labels", id="res:ga/55/25")
    assert set(found[0]["labels"]) == {"Decision", "Act", "Resolution", "Mandates"}
    found = imported.ask(
        "MATCH (:Document)-[r:CITES]->(d:Document) WHERE r.pages[0] = 3 AND r.confidence = 0.5 "
        "AND d.trust = 1.0 AND 'a mark at the end' IN d.languages RETURN r.pages AS pages, d.id AS id"
    )
    assert found == [{"pages": [3, -1], "id": "doc:ODD/1"}]


@pytest.mark.neo4j
def test_a_provision_that_is_imported_has_its_citation(imported: AssembledServer) -> None:
    found = imported.ask(
        "MATCH (:Decision {id: $id})-[:HAS_PROVISION]->(p:Provision) "
        "RETURN p.citation AS citation, p.cited_link AS link",
        id=river.ACT,
    )
    assert found
    assert all(row["citation"].endswith(f"paragraph 1 [en], {row['link']}") for row in found)


@pytest.mark.neo4j
def test_a_load_goes_on_from_what_was_imported(imported: AssembledServer, source: Store) -> None:
    loaded = load(source, Connection(address_of(imported.url)))
    assert loaded.holds.graph == content_of(source.nodes(), source.edges())
    assert loaded.dropped == 0


def test_a_file_for_each_type_and_the_arguments(source: Store, tmp_path: Path) -> None:
    written = {path.name: path for path in export(source, "neo4j-csv", tmp_path / "csv")}
    assert {"nodes-AgendaItem.csv", "relations-MANDATES.csv", "nodes-Words.csv"} <= written.keys()
    del written["manifest.json"]
    arguments = written.pop("import.txt").read_text(encoding="utf-8").splitlines()
    given = [line for line in arguments if line.startswith(("--nodes=", "--relationships="))]
    assert sorted(line.partition("=")[2] for line in given) == sorted(written)
    assert f"--array-delimiter=U+{ord(SEPARATORS[-1]):04X}" in arguments
    with written["nodes-Body.csv"].open(encoding="utf-8", newline="") as rows:
        header, *bodies = csv.reader(rows)
    assert {":LABEL", "id:ID", "position:long", "title_ar:string"} <= set(header)
    assert len(bodies) == sum(1 for _ in source.nodes("body"))


def test_a_text_may_not_hold_every_separator(tmp_path: Path) -> None:
    node = river.node("doc:ODD/1", "document", languages=list(SEPARATORS))
    with open_store(f"sqlite:///{tmp_path / 'mandates.sqlite'}") as store:
        store.write_graph(Graph((node,), ()), {"version": "1"})
        with pytest.raises(StoreError, match="no character is left"):
            export(store, "neo4j-csv", tmp_path)
