"""What every store must do. A store that joins is one more line in STORES."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import river

from graph.model.errors import ModelError, StoreError
from graph.model.records import Edge, Graph, Node
from graph.stores import Store, open_store

STORES: dict[str, Callable[[pytest.FixtureRequest], str]] = {
    "sqlite": lambda test: f"sqlite:///{test.getfixturevalue('tmp_path') / 'mandates.sqlite'}",
    "neo4j": lambda test: str(test.getfixturevalue("neo4j_url")),
}
MARKS = {"neo4j": pytest.mark.neo4j}


@pytest.fixture(params=[pytest.param(name, marks=MARKS.get(name, ())) for name in STORES])
def url(request: pytest.FixtureRequest) -> str:
    return STORES[request.param](request)


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with open_store(url) as opened:
        yield opened


@pytest.fixture
def filled(store: Store) -> Store:
    store.write_graph(river.GRAPH, {"version": "0.1", "counts": {"nodes": len(river.NODES)}})
    return store


def test_a_reading_comes_back_as_it_was_put(store: Store) -> None:
    store.put_reading(river.reading())
    assert store.reading("a" * 64) == river.reading()
    assert store.evidence_text("a" * 64) == river.reading().text
    summary = store.readings()[0]
    assert (summary.document, summary.trust, summary.repairs) == (
        river.REPORT,
        0.75,
        {"kashida": 1},
    )
    assert summary.characters == len(river.reading().text.original)


def test_a_reading_is_replaced_by_its_checksum_and_removed_by_it(store: Store) -> None:
    store.put_reading(river.reading())
    store.put_reading(river.reading("b" * 64))
    store.put_reading(replace(river.reading(), fingerprint="packs-2"))
    fingerprints = {one.checksum[0]: one.fingerprint for one in store.readings()}
    assert fingerprints == {"a": "packs-2", "b": "packs-1"}
    assert store.remove_reading("a" * 64) is True
    assert store.remove_reading("a" * 64) is False
    assert store.reading("a" * 64) is None
    assert store.evidence_text("a" * 64) is None
    assert [one.checksum[0] for one in store.readings()] == ["b"]


def test_judgements_are_kept_in_their_order_and_replaced_whole(store: Store) -> None:
    store.put_judgements([{"who": "z", "why": "é"}, {"who": "a"}])
    assert store.judgements() == ({"who": "z", "why": "é"}, {"who": "a"})
    store.put_judgements([{"who": "b"}])
    assert store.judgements() == ({"who": "b"},)


def test_the_graph_comes_back_in_the_order_of_writing(filled: Store) -> None:
    assert tuple(filled.nodes()) == river.NODES
    assert tuple(filled.edges()) == river.EDGES
    assert tuple(filled.remarks()) == river.GRAPH.remarks
    assert filled.manifest() == {"version": "0.1", "counts": {"nodes": len(river.NODES)}}


def test_evidence_keeps_its_order_and_all_its_fields(store: Store) -> None:
    shown = (
        river.evidence(river.REPORT, "second page", page=2, box=(1.0, 2.0, 3.5, 4.0)),
        # visual order: one sentence in two places
        river.evidence(river.AGENDA, "scattered", spans=((9, 12), (2, 5)), source="digest"),
    )
    cites = Edge("CITES", river.REPORT, river.AGENDA, "stated", None, {"part": "annex"}, shown)
    nodes = tuple(node for node in river.NODES if node.id in (river.REPORT, river.AGENDA))
    store.write_graph(Graph(nodes, (cites,)), {})
    assert tuple(store.edges()) == (cites,)


def test_nodes_by_type_and_prefix(filled: Store) -> None:
    labels = [n.id for n in filled.nodes("provision", prefix=f"{river.ACT}#b")]
    assert labels == [f"{river.ACT}#b", f"{river.ACT}#b.1", f"{river.ACT}#b.2"]
    # % and _ are no wildcards in a prefix
    assert list(filled.nodes(prefix="doc:%")) == []
    assert filled.node("actor:states") in list(filled.nodes("actor"))
    assert filled.node("actor:nobody") is None


def test_edges_by_type_and_end(filled: Store) -> None:
    mandates = {e.target for e in filled.edges("MANDATES", source=f"{river.ACT}#a")}
    assert mandates == {"doc:RIV/COP/2008/4", "item:river-cop/4/2(b)"}
    types = {e.type for e in filled.edges(("CITES", "PURSUANT_TO"), target=river.ACT)}
    assert types == {"CITES", "PURSUANT_TO"}
    assert list(filled.edges([], target=river.ACT)) == []


@pytest.mark.parametrize(
    "ends",
    [
        {},
        {"type": "MANDATES"},
        {"type": ["CITES", "DUE_AT"], "source": f"{river.ACT}#b"},
        {"target": "actor:secretariat"},
        {"target": "actor:nobody"},
    ],
)
def test_keys_are_those_of_the_edges(filled: Store, ends: dict[str, str]) -> None:
    assert [*filled.edge_keys(**ends)] == [edge.key for edge in filled.edges(**ends)]


@pytest.mark.parametrize(
    ("type", "source_prefix", "target_prefix"),
    [
        ("MANDATES", f"{river.ACT}#b", ""),
        ("MANDATES", f"{river.ACT}#a", "item:river-cop/"),
        (("PURSUANT_TO", "CITES"), "", "dec:river-cop/"),
        (None, "doc:", "doc:"),
        # neither % nor _ stands for something else
        ("MANDATES", "dec:%", ""),
    ],
)
def test_keys_are_narrowed_by_the_beginnings_of_their_ends(
    filled: Store, type: str | tuple[str, ...] | None, source_prefix: str, target_prefix: str
) -> None:
    found = filled.edge_keys(type, source_prefix=source_prefix, target_prefix=target_prefix)
    expected = [
        key
        for key in filled.edge_keys(type)
        if key[1].startswith(source_prefix) and key[2].startswith(target_prefix)
    ]
    assert [*found] == expected
    assert bool(expected) is (source_prefix != "dec:%")
    assert expected != [*filled.edge_keys(type)]


def test_an_end_may_be_given_with_the_beginning_of_the_other(filled: Store) -> None:
    found = [*filled.edge_keys(source=f"{river.ACT}#a", target_prefix="item:")]
    assert found == [("MANDATES", f"{river.ACT}#a", "item:river-cop/4/2(b)")]


def test_edges_are_found_by_a_property_that_few_carry(filled: Store) -> None:
    (suspect,) = filled.edges_with("suspect")
    assert suspect.key == ("CITES", river.AGENDA, "res:ga/55/25")
    assert suspect.evidence
    assert [*filled.edges_with("judgement")] == []


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ({"type": "body"}, ["body:river-cop", "body:air-cop"]),
        ({"prefix": f"{river.ACT}#b"}, [f"{river.ACT}#{label}" for label in ("b", "b.1", "b.2")]),
        ({"type": "session", "known": False}, ["session:air-cop/22", "session:river-cop/5"]),
        ({"type": "document", "known": True, "prefix": "doc:RIV/COP/2006"}, [river.REPORT]),
        ({"having": {"status": ["pending", "unknown"]}}, [f"{river.ACT}#e", f"{river.REPORT}#12"]),
        ({"type": "decision", "having": {"status": ["pending"]}}, []),
        ({"having": {"number": ["3"]}, "known": True}, ["session:river-cop/3"]),
    ],
)
def test_ids_of_nodes_of_a_kind(filled: Store, wanted: dict[str, Any], ids: list[str]) -> None:
    assert [*filled.ids(**wanted)] == ids


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("3/2", ["dec:river-cop/3/2", "dec:air-cop/3/2"]),
        ("2/CP.3", ["dec:air-cop/3/2"]),
        ("a/res/55/25", ["res:ga/55/25"]),
        # the letters and digits of another keyboard
        ("٤/٢(ج)", []),
        ("٤/٢(b)", ["item:river-cop/4/2(b)"]),
        (" RIV/COP/ 2008/4", ["doc:RIV/COP/2008/4"]),
        ("secretariat", ["actor:secretariat"]),
        ("", []),
        ("a", []),
    ],
)
def test_nodes_are_found_by_their_short_names(filled: Store, name: str, ids: list[str]) -> None:
    assert [*filled.named(name)] == ids


def test_nodes_and_edges_are_counted_by_kind(filled: Store) -> None:
    counts = filled.counts()
    assert sum(counts.nodes.values()) == len(river.NODES)
    assert sum(counts.edges.values()) == len(river.EDGES)
    assert counts.nodes["session", "body:river-cop", True] == 2
    assert counts.nodes["session", "body:river-cop", False] == 1
    assert counts.nodes["actor", "", True] == 2
    assert counts.edges["HAS_PROVISION", "structural", "provision", "provision"] == 3
    assert counts.edges["MANDATES", "inferred", "provision", "document"] == 1


def test_an_empty_store_counts_nothing(store: Store) -> None:
    assert not store.counts().nodes
    assert not store.counts().edges


def test_an_answer_is_kept_as_long_as_its_graph(filled: Store) -> None:
    before, found = dict(filled.manifest()), {"gaps": [["mandate", "ق"], 3, None]}
    if not filled.keep("gaps", found, before):
        assert filled.kept("gaps") is None
        return
    assert filled.kept("gaps") == found
    filled.write_graph(river.GRAPH, {"version": "0.2"})
    assert filled.kept("gaps") is None
    # an answer that was found in the graph before this one
    assert filled.keep("gaps", found, before) is False
    assert filled.kept("gaps") is None


def test_reach_follows_one_relation_and_survives_a_ring(store: Store) -> None:
    # two resolutions that amend each other, as amendments by turns do
    nodes = tuple(river.node(f"res:ga/{n}/1", "decision") for n in (60, 61, 62))
    turns = ((60, 61), (61, 62), (62, 60))
    edges = tuple(river.edge("AMENDS", f"res:ga/{a}/1", f"res:ga/{b}/1") for a, b in turns)
    store.write_graph(Graph(nodes, edges), {})
    assert store.reach("res:ga/60/1", "AMENDS") == ("res:ga/61/1", "res:ga/62/1")
    assert store.reach("res:ga/60/1", "AMENDS", reverse=True) == ("res:ga/62/1", "res:ga/61/1")


def test_reach_goes_nearest_first(filled: Store) -> None:
    reached = filled.reach(f"{river.ACT}#b.1", "HAS_PROVISION", reverse=True)
    assert reached == (f"{river.ACT}#b", river.ACT)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        # Arabic as typed in a hurry, without hamza and vowel signs
        ("الانهار", "body:river-cop"),
        ("تعد تقريرا", f"{river.ACT}#a"),
        # kashida, as headings are stretched with
        ("نظـــافة", river.ACT),
        # part of a word: the article and the preposition are written onto it
        ("حالة", f"{river.ACT}#a"),
        # Chinese words have two characters, fewer than a trigram
        ("河流", f"{river.ACT}#a"),
        ("河流 秘书处", f"{river.ACT}#a"),
        # capitals, and words in any order
        ("RIVERS state secretariat", f"{river.ACT}#a"),
        # a symbol, and one in Arabic digits
        ("RIV/COP/2008/4", "doc:RIV/COP/2008/4"),
        ("a/res/٥٥/٢٥", "res:ga/55/25"),
        # a name goes before a sentence that mentions it
        ("secretariat", "actor:secretariat"),
        # a null, at which SQLite takes a text to end
        ("RIVERS\0state\0secretariat", f"{river.ACT}#a"),
    ],
)
def test_search_finds(filled: Store, words: str, first: str) -> None:
    assert filled.search(words)[0].node.id == first


@pytest.mark.parametrize(
    "words", ["", "  ", "zebra", "rivers zebra", "%", "\0", '"rivers" OR "lakes']
)
def test_search_finds_nothing_where_nothing_is(filled: Store, words: str) -> None:
    assert filled.search(words) == ()


def test_a_hit_says_where(filled: Store) -> None:
    hit = filled.search("تعد")[0]
    assert (hit.field, hit.language, hit.text) == ("text", "ar", river.TEXT_A["ar"])
    # the vowel signs belong to the word as written
    assert [hit.text[start:end].rstrip("ّ") for start, end in hit.places] == ["تُعِد"]


def test_search_is_limited_and_the_same_every_time(filled: Store) -> None:
    everything = [hit.node.id for hit in filled.search("river", limit=100)]
    assert len(everything) == len(set(everything)) > 5
    assert [hit.node.id for hit in filled.search("river", limit=3)] == everything[:3]


def test_a_long_text_is_searched_to_its_end(store: Store) -> None:
    # the preamble of an omnibus resolution; an index of Neo4j takes 32,766 bytes
    preamble = {"ar": "وإذ تشير إلى قراراتها السابقة بشأن الأنهار، " * 1000 + "وإذ ترحب بالسدود"}
    act = river.node("res:ga/61/1", "decision", preamble=preamble)
    store.write_graph(Graph((act,), ()), {})
    hit = store.search("السدود الانهار")[0]
    assert (hit.node, hit.field, hit.language) == (act, "preamble", "ar")
    assert store.search("السدود مصادره") == ()


@pytest.mark.parametrize("asked", [1, 2, 3])
def test_what_was_said_to_be_asked_for_changes_no_answer(filled: Store, asked: int) -> None:
    ids = [node.id for node in river.NODES]
    # some of it is there, some is not, some comes twice, and not all is asked for after all
    filled.expect([*ids, "doc:RIV/NOWHERE", *ids])
    for id in [*ids[::asked], "doc:RIV/NOWHERE", *ids[: len(ids) // asked]]:
        assert filled.node(id) == next((node for node in river.NODES if node.id == id), None)
        assert list(filled.edges(source=id)) == [e for e in river.EDGES if e.source == id]
        assert list(filled.edges("CITES", target=id)) == [
            edge for edge in river.EDGES if edge.type == "CITES" and edge.target == id
        ]


@pytest.mark.parametrize(
    "words", ["rivers", "الأنهار", "河流", "3/2", "RIVERS state", "of", "zebra", ""]
)
def test_all_matches_are_those_that_a_search_without_end_finds(filled: Store, words: str) -> None:
    found = {hit.node.id for hit in filled.search(words, len(river.NODES))}
    assert sorted(filled.matches(words)) == sorted(found)


def test_writing_again_replaces_everything(filled: Store) -> None:
    body = river.node("body:air-cop", "body", title={"en": "Air Commission"})
    filled.write_graph(Graph((body,), ()), {"version": "0.2"})
    assert tuple(filled.nodes()) == (body,)
    assert tuple(filled.edges()) == ()
    assert tuple(filled.remarks()) == ()
    assert filled.manifest() == {"version": "0.2"}
    assert filled.search("rivers") == ()


def test_a_write_that_dies_leaves_the_old_graph(filled: Store, url: str) -> None:
    class Killed(BaseException):
        """Stands for the signal that ends a build."""

    class DyingManifest(dict[str, str]):
        def items(self) -> Iterator[tuple[str, str]]:  # type: ignore[override]
            yield "version", "0.2"
            raise Killed

    body = river.node("body:air-cop", "body")
    with pytest.raises(Killed):
        filled.write_graph(Graph((body,), ()), DyingManifest())
    assert tuple(filled.nodes()) == river.NODES
    filled.close()
    with open_store(url) as again:
        assert tuple(again.edges()) == river.EDGES
        assert again.manifest()["version"] == "0.1"
        assert again.search("RIV/COP/2008/4")


def test_a_graph_that_the_model_refuses_is_not_written(filled: Store) -> None:
    stray = Graph((Node("body:air-cop", "body", {"colour": "blue"}),), ())
    with pytest.raises(ModelError, match="unknown property 'colour'"):
        filled.write_graph(stray, {})
    assert tuple(filled.nodes()) == river.NODES


def test_a_store_is_there_after_closing(url: str) -> None:
    with open_store(url) as store:
        store.put_reading(river.reading())
        store.write_graph(river.GRAPH, {})
    with open_store(url, create=False) as again:
        assert again.reading("a" * 64) == river.reading()
        assert again.node(river.ACT) in river.NODES


def test_a_file_needs_no_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with open_store("mandates.sqlite") as store:
        store.write_graph(river.GRAPH, {})
    for same in ("sqlite:///mandates.sqlite", str(tmp_path / "mandates.sqlite")):
        with open_store(same, create=False) as again:
            assert again.node(river.ACT) in river.NODES


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("neo4j://", "write it like neo4j://localhost:7687"),
        ("bolt://localhost:7687/one/two", "not the address of a Neo4j database"),
        ("bolt://localhost:many", "write it like neo4j://localhost:7687"),
        ("neo4j+s+x://localhost", "write it like sqlite:///"),
        ("sqlite:mandates.sqlite", "write it like sqlite:///"),
        ("sqlite:///", "not the address of a store"),
    ],
)
def test_an_address_that_leads_nowhere(wrong: str, says: str) -> None:
    with pytest.raises(StoreError, match=says):
        open_store(wrong)
