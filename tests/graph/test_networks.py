"""Chains and whole graphs as networks: which way links go, and what they and nodes carry."""

from __future__ import annotations

import io
from collections.abc import Iterator

import networkx as nx
import pytest
import river

from graph import OpenStore, open_store
from graph.stores import Store

ACT = river.ACT


@pytest.fixture(scope="module")
def opened(store: Store) -> Iterator[OpenStore]:
    with open_store(store.url) as found:
        yield found


@pytest.fixture(scope="module")
def chain(opened: OpenStore) -> nx.MultiDiGraph:
    return opened.chain(ACT)


@pytest.mark.parametrize(
    ("link", "reads"),
    [
        ((ACT, f"{ACT}#a", "HAS_PROVISION"), "has provision"),
        ((f"{ACT}#b", f"{ACT}#b.2", "HAS_PROVISION"), "has provision"),
        ((f"{ACT}#a", "item:river-cop/4/2(b)", "MANDATES"), "mandates"),
        # what came of the item
        (("item:river-cop/4/2(b)", "doc:RIV/COP/2008/4", "DOCUMENTATION"), "documentation"),
        # an item points back at the decision that it is pursuant to: the matter went the other way
        ((ACT, "item:river-cop/4/2(d)", "PURSUANT_TO"), "carried out by"),
        # and so does a later act
        ((ACT, "dec:river-cop/4/1#c", "CITES"), "cited by"),
    ],
)
def test_links_of_a_chain_go_onward(
    chain: nx.MultiDiGraph, link: tuple[str, str, str], reads: str
) -> None:
    assert chain.has_edge(*link)
    assert chain.edges[link]["reads"] == reads


def test_everything_in_a_chain_comes_of_its_act(chain: nx.MultiDiGraph) -> None:
    assert nx.descendants(chain, ACT) | {ACT} == set(chain)
    assert nx.is_directed_acyclic_graph(chain)
    path = nx.shortest_path(chain, ACT, "item:river-cop/4/2(c)")
    assert path == [ACT, f"{ACT}#b", f"{ACT}#b.2", "item:river-cop/4/2(c)"]


def test_a_link_carries_its_evidence(chain: nx.MultiDiGraph) -> None:
    told = chain.edges[f"{ACT}#a", "doc:RIV/COP/2008/4", "MANDATES"]
    assert (told["basis"], told["confidence"]) == ("inferred", 0.8)
    assert told["quotation"] == "MANDATES as printed"
    assert told["link"] == "https://docs.un.org/en/RIV/COP/2008/1"
    # called as in the tables and in GraphML
    assert (told["evidence_source"], told["document"]) == ("official", "doc:RIV/COP/2008/1")
    assert told["pieces"] == 1


def test_a_provision_carries_who_is_asked_and_its_citation(chain: nx.MultiDiGraph) -> None:
    told = chain.nodes[f"{ACT}#a"]
    assert (told["asked"], told["status"], told["session"]) == (
        "Secretariat",
        "answered",
        "session:river-cop/3",
    )
    assert told["citation"].startswith("Report of the River Commission")
    # where the documents do not say it, there is no such attribute rather than an empty one
    assert "status" not in chain.nodes[ACT]
    assert chain.nodes["doc:RIV/COP/2008/4"]["known"] is False


def test_words_are_in_the_language_asked_for(opened: OpenStore) -> None:
    told = opened.chain(ACT, language="ar").nodes
    assert told[f"{ACT}#a"]["asked"] == "الأمانة"
    assert told[f"{ACT}#a"]["text"] == river.TEXT_A["ar"]


def test_a_chain_of_a_provision_begins_with_its_act(opened: OpenStore) -> None:
    chain = opened.chain(f"{ACT}#b.2")
    assert nx.shortest_path(chain, ACT, "item:river-cop/4/2(c)") == [
        ACT,
        f"{ACT}#b",
        f"{ACT}#b.2",
        "item:river-cop/4/2(c)",
    ]


def test_the_whole_graph_is_as_the_model_has_it(opened: OpenStore) -> None:
    whole = opened.network()
    assert set(whole) == {node.id for node in river.NODES}
    assert {(s, t, k) for s, t, k in whole.edges(keys=True)} == {
        (edge.source, edge.target, edge.type) for edge in river.EDGES
    }


@pytest.mark.parametrize(
    ("part", "ids"),
    [
        (
            {"types": ["working group", "actor"]},
            ["wg:river-cop/fish", "actor:secretariat", "actor:states"],
        ),
        ({"body": "air-cop"}, [node.id for node in river.NODES if "air-cop" in node.id]),
    ],
)
def test_a_part_of_the_graph(opened: OpenStore, part: dict[str, object], ids: list[str]) -> None:
    assert sorted(opened.network(**part)) == sorted(ids)  # type: ignore[arg-type]


def test_relations_narrow_the_links(opened: OpenStore) -> None:
    links = opened.network(relations=["MANDATES"]).edges(keys=True)
    assert {relation for _, _, relation in links} == {"MANDATES"}


def test_onward_every_link_goes_with_time(opened: OpenStore) -> None:
    onward = opened.onward()
    assert onward.has_edge(ACT, "item:river-cop/4/2(d)", "PURSUANT_TO")
    assert onward.has_edge(f"{ACT}#c", "wg:river-cop/fish", "MANDATES")
    # "recalls it" goes on with nothing, and being of a session is no way onward
    assert not onward.has_edge(ACT, "dec:river-cop/4/1#c")
    assert {"SESSION_OF", "ADDRESSED_TO"}.isdisjoint(key for _, _, key in onward.edges(keys=True))


def test_a_network_can_be_written_as_it_is(chain: nx.MultiDiGraph) -> None:
    file = io.BytesIO()
    nx.write_graphml(chain, file)
    file.seek(0)
    again = nx.read_graphml(file, force_multigraph=True)
    assert dict(again.nodes(data=True)) == dict(chain.nodes(data=True))
