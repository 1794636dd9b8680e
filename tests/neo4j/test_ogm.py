"""Objects over a real server: the graph of the digests, walked both ways, against the same store."""

from __future__ import annotations

import importlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest

from graph.loading import load
from graph.model.cypher import node_label
from graph.model.errors import ModelError, QuestionError, StoreError
from graph.model.records import Edge, Graph, Node
from graph.model.schema import load_model
from graph.ogm import CLASSES, Objects, attribute_name, classes_of, open_objects
from graph.stores import Store, open_store
from graph.stores.neo4j.address import address_of
from graph.stores.neo4j.connection import Connection
from tests.neo4j.server import OwnServer, Server

pytestmark = pytest.mark.neo4j
MODEL = load_model()
DECISION = "dec:untoc-cop/3/2"


@pytest.fixture(scope="module")
def store(digests: str) -> Iterator[Store]:
    with open_store(digests) as opened:
        yield opened


@pytest.fixture(scope="module")
def objects(store: Store, neo4j_server: Server) -> Iterator[Objects]:
    neo4j_server.empty()
    load(store, Connection(address_of(neo4j_server.url)))
    with open_objects(neo4j_server.url) as opened:
        yield opened


def test_from_a_decision_to_its_documents_and_back(objects: Objects) -> None:
    decision = objects.find(DECISION)
    assert type(decision) is CLASSES["Decision"]
    assert (decision.kind, decision.designation) == ("decision", "3/2")
    assert decision.title_en.startswith("Implementation of the provisions on international")
    assert decision.title == {"ar": decision.title_ar, "en": decision.title_en}
    assert [session.id for session in decision.adopted_at] == ["session:untoc-cop/3"]

    asked = {provision.label: provision for provision in decision.has_provision}
    documents = [found for found in asked["g"].mandates if isinstance(found, CLASSES["Document"])]
    assert [document.symbol for document in documents] == ["CTOC/COP/2008/4"]

    (document,) = documents
    assert asked["g"] in document.mandated_by
    (back,) = next(p for p in document.mandated_by if p == asked["g"]).provision_of
    assert back == decision
    assert len({back, decision}) == 1


def test_an_edge_comes_with_its_sentence(objects: Objects) -> None:
    provision = objects.find(f"{DECISION}#a")
    found = {arrived.id: edge for arrived, edge in provision.mandates.edges()}
    edge = found["wg:untoc-cop/international-cooperation"]
    assert edge.basis == "stated"
    assert edge.confidence is not None
    assert "الفريق العامل" in " ".join(evidence.quotation for evidence in edge.evidence)


@pytest.mark.parametrize("name", sorted(MODEL.relations))
def test_every_relation_is_walked_both_ways(name: str, objects: Objects, store: Store) -> None:
    relation = MODEL.relations[name]
    edges = sorted(store.edges(type=name), key=lambda edge: edge.key)
    for end, other, label in (
        ("source", "target", relation.label["en"]),
        ("target", "source", relation.reverse["en"]),
    ):
        walked: list[Edge] = []
        for start in {getattr(edge, end) for edge in edges}:
            for arrived, edge in getattr(objects.find(start), attribute_name(label)).edges():
                assert arrived.id == getattr(edge, other)
                walked.append(edge)
        assert sorted(walked, key=lambda edge: edge.key) == edges


@pytest.mark.parametrize("name", sorted(MODEL.nodes))
def test_every_node_has_what_the_store_has(name: str, objects: Objects, store: Store) -> None:
    kind = CLASSES[node_label(name)]
    found = list(objects.every(kind))
    assert [one.record for one in found] == list(store.nodes(type=name))
    for one in found:
        for key, value in one.record.properties.items():
            assert getattr(one, attribute_name(key)) == value


def test_a_class_says_what_it_has(objects: Objects) -> None:
    provision = CLASSES["Provision"]
    assert provision.__doc__ == MODEL.nodes["provision"].says
    assert provision.mandates.__doc__.startswith("mandates: Document, AgendaItem, WorkingGroup.")
    assert "pending" in provision.status.__doc__
    # a property whose name is a word of Python
    assert objects.find(f"{DECISION}#a").class_[0] == "deciding"


def test_objects_are_for_reading(objects: Objects) -> None:
    decision = objects.find(DECISION)
    for attribute in ("title_en", "kind", "has_provision"):
        with pytest.raises(AttributeError, match="for reading"):
            setattr(decision, attribute, "something else")


def test_what_is_not_there(objects: Objects) -> None:
    with pytest.raises(QuestionError, match="no node of .* has this id"):
        objects.find("dec:untoc-cop/99/1")
    with pytest.raises(AttributeError):
        objects.find(DECISION).has_no_such_relation  # noqa: B018


def test_a_model_that_calls_two_things_the_same_is_refused() -> None:
    cites = replace(MODEL.relations["CITES"], label={"en": "has provision"})
    with pytest.raises(ModelError, match="'has_provision' is called so already"):
        classes_of(replace(MODEL, relations={**MODEL.relations, "CITES": cites}))
    cites = replace(cites, label={"en": "record"})
    with pytest.raises(ModelError, match="'record'"):
        classes_of(replace(MODEL, relations={"CITES": cites}))


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("", "set NEO4J_URI"),
        ("sqlite:///mandates.sqlite", "objects are read from Neo4j"),
        ("neo4j://someone:secret@localhost", "set NEO4J_USERNAME and NEO4J_PASSWORD"),
    ],
)
def test_an_address_that_leads_nowhere(
    url: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NEO4J_URI", raising=False)
    with pytest.raises(StoreError, match=re.escape(told)) as raised:
        open_objects(url)
    assert "secret" not in str(raised.value)


def test_py2neo_reads_no_address_from_the_environment(
    objects: Objects, neo4j_server: Server
) -> None:
    # It does so when it is imported, and knows no address that begins with neo4j://.
    url = neo4j_server.url.replace("bolt://", "neo4j://")
    lines = [
        "from graph.ogm import open_objects",
        "with open_objects() as objects:",
        f"    print(objects.find('{DECISION}').designation)",
    ]
    asked = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)],
        env=os.environ | neo4j_server.environment | {"NEO4J_URI": url},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (asked.stdout, asked.stderr) == ("3/2\n", "")


def test_a_database_without_a_graph_is_told(neo4j_secured: OwnServer) -> None:
    with pytest.raises(StoreError, match="holds no graph"):
        open_objects()  # at NEO4J_URI, with the account of the environment


def test_a_wrong_password_and_a_server_that_goes_away_are_told(
    neo4j_secured: OwnServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(neo4j_secured.url) as store:
        store.write_graph(Graph((Node(DECISION, "decision", {"known": False}),), ()), {"of": "one"})
    with open_objects() as objects:
        decision = objects.find(DECISION)
        neo4j_secured.kill()
        with pytest.raises(StoreError, match="still running"):
            list(decision.has_provision)
        neo4j_secured.start()
    monkeypatch.setenv("NEO4J_PASSWORD", "not the word")
    with pytest.raises(StoreError, match="NEO4J_PASSWORD"):
        open_objects()


def test_without_py2neo_the_import_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "graph.ogm")
    for name in [name for name in sys.modules if name.partition(".")[0] == "py2neo"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "py2neo", None)
    with pytest.raises(ModuleNotFoundError, match=re.escape("pip install 'mandates[py2neo]'")):
        importlib.import_module("graph.ogm")
