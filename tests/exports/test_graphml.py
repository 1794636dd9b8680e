"""GraphML of a whole store: networkx reads back what was written, and Gephi finds its looks."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import networkx
import pytest
import river

from graph.attributes import node_attributes
from graph.export import export
from graph.export.exchange import write_graphml
from graph.model.naming import in_language, name_of
from graph.model.records import Graph, Node
from graph.model.schema import load_model
from graph.networks import whole_network
from graph.stores import open_store

FORM = "{http://graphml.graphdrawing.org/xmlns}"
PARSED = {"string": str, "int": int, "float": float, "double": float, "boolean": bool}


def of_river(folder: Path, language: str) -> Path:
    """The file of the river graph with names in a language."""
    with open_store(f"sqlite:///{folder / 'mandates.sqlite'}") as store:
        store.write_graph(river.GRAPH, {"version": "0.1"})
        return export(store, "graphml", folder / "out", language)[0]


def read(file: Path) -> networkx.MultiDiGraph:
    return networkx.read_graphml(file, force_multigraph=True)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_networkx_reads_the_same_graph(tmp_path: Path, language: str) -> None:
    found = read(of_river(tmp_path, language))
    assert found.is_directed()
    assert list(found) == [node.id for node in river.NODES]
    assert set(found.edges(keys=True)) == {
        (edge.source, edge.target, " ".join(edge.key)) for edge in river.EDGES
    }
    for node in river.NODES:
        told = found.nodes[node.id]
        assert told["label"] == name_of(node, language)
        assert told["type"] == node.type
        assert told["known"] is node.properties.get("known", True)
        field = "text" if node.type == "provision" else "title"
        assert told.get("text", "") == in_language(node.properties.get(field), language)
    for edge in river.EDGES:
        told = found.get_edge_data(edge.source, edge.target)[" ".join(edge.key)]
        assert told["relation"] == edge.type
        assert told["label"] == in_language(load_model().relations[edge.type].label, language)
        assert (told["basis"], told.get("confidence")) == (edge.basis, edge.confidence)
        assert told["quotation"] == edge.evidence[0].quotation
        assert told["evidence_source"] == "official"
        assert told["citation"].endswith(told["link"])


def test_every_provision_is_cited_and_placed(tmp_path: Path) -> None:
    found = read(of_river(tmp_path, "en"))
    of_act = {
        id: told
        for id, told in found.nodes(data=True)
        if told["type"] == "provision" and id.startswith(river.ACT)
    }
    assert len(of_act) == 9
    for told in of_act.values():
        assert told["link"] == "https://docs.un.org/en/RIV/COP/2006/9"
        assert told["citation"].endswith(told["link"])
        assert (told["body"], told["session"]) == ("body:river-cop", "session:river-cop/3")
    assert of_act[f"{river.ACT}#a"]["status"] == "answered"
    assert of_act[f"{river.ACT}#a"]["action"] == "request"
    # a paragraph of a report, whose id names neither
    noted = found.nodes[f"{river.REPORT}#12"]
    assert (noted["body"], noted["session"]) == ("body:river-cop", "session:river-cop/3")
    assert (noted["is_mandate"], noted["source"]) == (True, "official")
    assert found.nodes["session:river-cop/3"]["date"] == "2006-10-09"
    assert found.nodes[river.AGENDA]["body"] == "body:river-cop"


def test_the_colour_is_that_of_the_type_and_light_where_the_text_is_not_held(
    tmp_path: Path,
) -> None:
    found = read(of_river(tmp_path, "en"))
    for node in river.NODES:
        colour = load_model().nodes[node.type].colour
        told = found.nodes[node.id]
        wanted = colour.line if node.properties.get("known", True) else colour.fill
        assert "#{r:02x}{g:02x}{b:02x}".format(**told) == wanted
    by_links = sorted(found.nodes(data=True), key=lambda one: found.degree(one[0]))
    sizes = [told["size"] for _, told in by_links]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[-1]


def test_it_has_what_gephi_reads(tmp_path: Path) -> None:
    """As its importer does: looks by the names of keys, types of edges by their own label."""
    root = ElementTree.parse(of_river(tmp_path, "en")).getroot()
    keys = {key.get("id"): key for key in root.iter(f"{FORM}key")}
    assert len(keys) == len(list(root.iter(f"{FORM}key"))), "an id names one key"
    for scope, looks in (("node", {"label", "size", "r", "g", "b"}), ("edge", {"label"})):
        names = [key.get("attr.name") for key in keys.values() if key.get("for") == scope]
        assert looks <= set(names)
        assert len(names) == len(set(names))
    (graph,) = root.iter(f"{FORM}graph")
    scopes = [one.tag.removeprefix(FORM) for one in graph]
    assert scopes == sorted(scopes, reverse=True), "an end is there before its edge"
    for one in graph:
        values = [(keys[data.get("key")], data.text or "") for data in one]
        assert {key.get("for") for key, _ in values} == {one.tag.removeprefix(FORM)}
        assert max(Counter(key.get("id") for key, _ in values).values()) == 1
        for key, value in values:
            PARSED[str(key.get("attr.type"))](value)
    edges = list(graph.iter(f"{FORM}edge"))
    ids = [edge.get("id") for edge in edges]
    assert len(set(ids)) == len(ids), "a second edge of one id would be left out"
    assert {edge.get("label") for edge in edges} == {edge.type for edge in river.EDGES}


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ('<b a="1">R&D</b> ]]>', '<b a="1">R&D</b> ]]>'),
        ("one\r\ntwo\rthree\tfour\n", "one\r\ntwo\rthree\tfour\n"),
        # what XML cannot hold, and damaged texts do
        ("a\x00b\x0bc\x1f\ufffe\ud800d", "abcd"),
        ("نهر \u200f(أ)\u2067", "نهر \u200f(أ)\u2067"),
        ("\u2028 \x85 \U0001f30a", "\u2028 \x85 \U0001f30a"),
    ],
)
def test_texts_come_back(text: str, back: str) -> None:
    node = Node("doc:~notes", "document", {"action": [text]})
    key = ("CITES", "doc:~notes", "doc:~notes")
    file = io.StringIO()
    told = {**node_attributes(node, text, text), "citation": text}
    write_graphml(file, [(node.id, told)], [(key, {"label": text, "citation": text})], {})
    found = networkx.parse_graphml(file.getvalue(), force_multigraph=True)
    told = found.nodes["doc:~notes"]
    assert told["label"] == told["text"] == told["citation"] == told["action"] == back
    assert found.edges["doc:~notes", "doc:~notes", " ".join(key)]["label"] == back


def test_an_empty_graph_is_a_file_too(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'mandates.sqlite'}") as store:
        store.write_graph(Graph((), ()), {"version": "0.1"})
        assert len(read(export(store, "graphml", tmp_path / "out")[0])) == 0


def test_it_tells_what_the_network_tells(digests: str, tmp_path: Path) -> None:
    """A file that is opened in networkx is the network that the store gives, but for its looks."""
    with open_store(digests, create=False) as store:
        found = read(export(store, "graphml", tmp_path)[0])
        network = whole_network(store, None, None, None, "en")
    looks = {"links", "size", "r", "g", "b"}
    assert {
        id: {name: value for name, value in told.items() if name not in looks}
        for id, told in found.nodes(data=True)
    } == dict(network.nodes(data=True))
    for source, target, relation, told in network.edges(keys=True, data=True):
        again = dict(found.edges[source, target, f"{relation} {source} {target}"])
        assert again.pop("label") == told["reads"]
        again.pop("id", None)
        assert again == {
            name: value for name, value in told.items() if name not in ("reads", "reverse")
        }
