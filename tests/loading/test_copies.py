"""A load makes a copy: equal to its source, whatever was there before and however often it is made."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import river

from commands.build import build
from graph.loading import Loaded, load
from graph.model.content import content_of
from graph.model.errors import StoreError
from graph.model.records import Graph, Node, Remark
from graph.stores import Store, open_store
from graph.stores.neo4j.address import address_of
from graph.stores.neo4j.connection import Connection

pytestmark = pytest.mark.neo4j
JUDGEMENTS = ({"who": "z", "why": "é"}, {"who": "a"})


@contextmanager
def source_of(folder: Path, graph: Graph, **manifest: object) -> Iterator[Store]:
    """A store of a graph, of a reading and of two judgements."""
    with open_store(f"sqlite:///{folder / 'mandates.sqlite'}") as store:
        store.put_reading(river.reading())
        store.put_judgements(JUDGEMENTS)
        store.write_graph(graph, {"version": "1", **manifest})
        yield store


def loaded_into(url: str, source: Store) -> Loaded:
    """Load a store into the database at `url`."""
    return load(source, Connection(address_of(url)))


def test_the_copy_answers_as_its_source(neo4j_url: str, tmp_path: Path) -> None:
    with source_of(tmp_path, river.GRAPH) as source:
        loaded = loaded_into(neo4j_url, source)
        copied = open_store(neo4j_url, create=False)
        assert tuple(copied.nodes()) == tuple(source.nodes())
        assert tuple(copied.edges()) == tuple(source.edges())
        assert tuple(copied.remarks()) == tuple(source.remarks()) == river.GRAPH.remarks
        assert copied.judgements() == JUDGEMENTS
        assert copied.readings() == source.readings()
        assert copied.evidence_text("a" * 64) == river.reading().text
        assert copied.manifest() == source.manifest()
        assert copied.search("الأمانة") == source.search("الأمانة") != ()
    assert loaded.holds.graph == content_of(river.NODES, river.EDGES)
    assert (loaded.holds.beside["SourceText"], loaded.holds.beside["Judgement"]) == (1, 2)
    assert loaded.dropped == 0


def test_what_took_long_to_find_comes_along(neo4j_url: str, tmp_path: Path) -> None:
    with source_of(tmp_path, river.GRAPH) as source:
        assert source.keep("gaps", {"open": ["ق"]}, source.manifest())
        loaded_into(neo4j_url, source)
        copied = open_store(neo4j_url, create=False)
        assert copied.kept("gaps") == {"open": ["ق"]}
        assert dict(copied.answers()) == dict(source.answers()) == {"gaps": {"open": ["ق"]}}
        source.write_graph(river.GRAPH, {"version": "2"})
        loaded_into(neo4j_url, source)
    with open_store(neo4j_url, create=False) as renewed:
        assert renewed.kept("gaps") is None


def test_what_joins_readings_stays_where_they_are_joined(neo4j_url: str, tmp_path: Path) -> None:
    with source_of(tmp_path, river.GRAPH) as source:
        assert source.reading("a" * 64) == river.reading()
        loaded_into(neo4j_url, source)
    copied = open_store(neo4j_url, create=False).reading("a" * 64)
    assert copied == replace(river.reading(), payload=b"")
    assert river.reading().payload


def test_progress_tells_each_stage_and_how_much_of_it_is_done(
    neo4j_url: str, tmp_path: Path
) -> None:
    heard: dict[str, tuple[int, int | None]] = {}
    counts = {"nodes": len(river.NODES), "edges": len(river.EDGES)}
    with source_of(tmp_path, river.GRAPH, counts=counts) as source:
        load(
            source,
            Connection(address_of(neo4j_url)),
            lambda stage, done, total: heard.update({stage: (done, total)}),
        )
    assert list(heard)[:3] == ["nodes", "relations", "words"]
    assert heard["nodes"] == (len(river.NODES), len(river.NODES))
    assert heard["relations"] == (len(river.EDGES), len(river.EDGES))
    assert heard["texts"] == (1, None)
    assert heard["comparing"][1] == len(river.EDGES)


def test_loading_again_changes_nothing(neo4j_url: str, tmp_path: Path) -> None:
    with source_of(tmp_path, river.GRAPH) as source:
        first, second = loaded_into(neo4j_url, source), loaded_into(neo4j_url, source)
    assert second.holds == first.holds
    assert second.dropped == 0
    assert second.name != first.name


def test_what_the_source_no_longer_has_leaves(neo4j_url: str, tmp_path: Path) -> None:
    kept = river.NODES[: len(river.NODES) // 2]
    ids = {node.id for node in kept}
    edges = tuple(edge for edge in river.EDGES if {edge.source, edge.target} <= ids)
    assert 0 < len(edges) < len(river.EDGES)
    changed = (replace(edges[0], evidence=edges[0].evidence * 2), *edges[1:])
    shorter = Node(kept[0].id, kept[0].type)
    smaller = Graph((shorter, *kept[1:]), changed, (Remark("note", "one remark"),))
    with source_of(tmp_path, river.GRAPH) as source:
        loaded_into(neo4j_url, source)
        source.write_graph(smaller, {"version": "2"})
        source.put_judgements(JUDGEMENTS[:1])
        source.remove_reading("a" * 64)
        loaded = loaded_into(neo4j_url, source)
        words = loaded.holds.beside["Words"]
    copied = open_store(neo4j_url, create=False)
    assert tuple(copied.nodes()) == smaller.nodes
    assert tuple(copied.edges()) == smaller.edges
    assert tuple(copied.remarks()) == smaller.remarks
    assert (copied.judgements(), copied.readings()) == (JUDGEMENTS[:1], ())
    assert copied.manifest() == {"version": "2"}
    gone = next(node for node in river.NODES[len(kept) :] if "title" in node.properties)
    assert copied.search(gone.properties["title"]["en"]) == ()
    there = Connection(address_of(neo4j_url)).rows("MATCH (w:Words) RETURN count(w) AS number")
    assert there[0]["number"] == words
    assert loaded.dropped > len(river.NODES) - len(kept)


@pytest.fixture(scope="module")
def built(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Stores of the same documents, built in another order: by name the address of each."""
    folder = tmp_path_factory.mktemp("built")
    files = sorted((checkout / "data").glob("*.txt"))
    assert {path.stem.rpartition(".")[2] for path in files} == {"ar", "en"}
    orders = {"all at once": [files], "last first": [[path] for path in reversed(files)]}
    urls: dict[str, str] = {}
    for name, steps in orders.items():
        urls[name] = f"sqlite:///{folder / name}.sqlite"
        with open_store(urls[name]) as store:
            for paths in steps:
                build(paths, store, workers=1)
    return urls


def test_order_and_languages_of_the_files_make_no_difference(
    neo4j_url: str, built: dict[str, str]
) -> None:
    found = []
    for url in built.values():
        with open_store(url, create=False) as source:
            found.append(loaded_into(neo4j_url, source))
    first, second = found
    assert first.holds.graph.edges > 500
    assert second.holds == first.holds
    assert second.dropped == 0


def test_relations_do_not_double_where_batches_mix_their_types(
    neo4j_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # batches of three: relations of one type come in many, and their ends in others
    for size in ("NODES", "EDGES"):
        monkeypatch.setattr(f"graph.loading.stages.{size}", 3)
    edges = tuple(sorted(river.EDGES, key=lambda edge: (edge.target, edge.type)))
    with source_of(tmp_path, replace(river.GRAPH, edges=edges)) as source:
        for _ in range(2):
            loaded = loaded_into(neo4j_url, source)
    assert loaded.holds.graph == content_of(river.NODES, river.EDGES)
    assert tuple(open_store(neo4j_url, create=False).edges()) == edges


def test_a_source_without_a_graph_empties_nothing(neo4j_url: str, tmp_path: Path) -> None:
    with source_of(tmp_path, river.GRAPH) as source:
        loaded_into(neo4j_url, source)
    with (
        open_store(f"sqlite:///{tmp_path / 'empty.sqlite'}") as empty,
        pytest.raises(StoreError, match="holds no graph yet; make one with"),
    ):
        loaded_into(neo4j_url, empty)
    assert tuple(open_store(neo4j_url, create=False).nodes()) == river.NODES
