"""The reference page of exports: its questions in SPARQL, its tables of formats and of terms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import rdflib

from graph.export import export, formats, turtle
from graph.export.rdf.values import id_of
from graph.export.rdf.vocabulary import Term, load_vocabulary
from graph.markdown import code, table
from graph.model.ids import whole_of
from graph.model.records import Edge, Node
from graph.stores import open_store

BLOCK = re.compile(r"^(\S[^\n]*\n(?:\S[^\n]*\n)*)\n```sparql\n(.*?)^```", re.MULTILINE | re.DOTALL)
Row = tuple[str, ...]


@pytest.fixture(scope="module")
def page(checkout: Path) -> str:
    return (checkout / "docs" / "reference" / "exports.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def answers(
    page: str, digests: str, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, list[rdflib.query.ResultRow]]:
    """The rows that each question of the page has in the digests, by its words."""
    folder = tmp_path_factory.mktemp("turtle")
    with open_store(digests, create=False) as store:
        export(store, "turtle", folder)
    triples = rdflib.Graph()
    for name in (turtle.TERMS, turtle.GRAPH):
        triples.parse(folder / name)
    return {
        " ".join(said.split()): [row for row in triples.query(query) if not isinstance(row, bool)]
        for said, query in BLOCK.findall(page)
    }


@pytest.fixture(scope="module")
def held(digests: str) -> tuple[Mapping[str, Node], list[Edge]]:
    with open_store(digests, create=False) as store:
        return {node.id: node for node in store.nodes()}, list(store.edges())


def asked(answers: Mapping[str, list[rdflib.query.ResultRow]], words: str) -> list[Row]:
    """The answer to the question with these words, addresses as ids."""
    (rows,) = (rows for said, rows in answers.items() if words in said)
    return [tuple(id_of(str(one)) if one is not None else "" for one in row) for row in rows]


def test_which_documents_a_decision_led_to_and_which_sentence_says_so(
    answers: Mapping[str, list[rdflib.query.ResultRow]],
    held: tuple[Mapping[str, Node], list[Edge]],
) -> None:
    rows = asked(answers, "which sentence says so")
    nodes, edges = held
    expected = {
        (edge.source, edge.target, piece.quotation)
        for edge in edges
        if edge.type == "MANDATES"
        and whole_of(edge.source) == "dec:untoc-cop/3/2"
        and nodes[edge.target].type == "document"
        for piece in edge.evidence
    }
    assert {(row[0], row[1], row[4]) for row in rows} == expected != set()
    assert all("https://" in row[5] for row in rows)


def test_requests_that_were_never_taken_up(
    answers: Mapping[str, list[rdflib.query.ResultRow]],
    held: tuple[Mapping[str, Node], list[Edge]],
) -> None:
    rows = asked(answers, "never taken up")
    nodes, _ = held
    assert {row[0] for row in rows} == {
        node.id
        for node in nodes.values()
        if node.properties.get("status") == "no follow-up found"
        and "request" in node.properties["action"]
    }
    assert {row[2] for row in rows} <= {
        text for node in nodes.values() for text in node.properties.get("text", {}).values()
    }


def test_instruments_behind_what_led_to_something(
    answers: Mapping[str, list[rdflib.query.ResultRow]],
    held: tuple[Mapping[str, Node], list[Edge]],
) -> None:
    rows = asked(answers, "Behind which instruments")
    _, edges = held
    articles = {edge.source: edge.target for edge in edges if edge.type == "ARTICLE_OF"}
    led = {edge.source for edge in edges if edge.type == "MANDATES"}
    behind: dict[str, set[str]] = {}
    for edge in edges:
        instrument = articles.get(edge.target, edge.target)
        if edge.type == "CITES" and edge.source in led and instrument.startswith("inst:"):
            behind.setdefault(instrument, set()).add(edge.source)
    assert {row[0]: int(row[2]) for row in rows} == {one: len(of) for one, of in behind.items()}


def test_how_much_is_stated(
    answers: Mapping[str, list[rdflib.query.ResultRow]],
    held: tuple[Mapping[str, Node], list[Edge]],
) -> None:
    rows = asked(answers, "how much inferred")
    _, edges = held
    assert sum(int(row[3]) for row in rows) == len(edges)
    assert {row[2] for row in rows} == {"model:source-digest"}, "the digests are no official text"


def test_items_that_came_from_a_provision(
    answers: Mapping[str, list[rdflib.query.ResultRow]],
    held: tuple[Mapping[str, Node], list[Edge]],
) -> None:
    rows = asked(answers, "items of an agenda came from a provision")
    nodes, edges = held
    assert {(row[0], row[1]) for row in rows} == {
        (edge.source, edge.target)
        for edge in edges
        if edge.type == "MANDATES" and nodes[edge.target].type == "agenda item"
    }
    listed = {(edge.source, edge.target) for edge in edges if edge.type == "DOCUMENTATION"}
    assert {(row[1], row[3]) for row in rows if row[3]} <= listed


def test_every_format_stands_on_the_page(page: str) -> None:
    for name in formats():
        assert f"| [`{name}`](#" in page
        assert f"mandates export --format {name} --out" in page


def term_tables() -> Iterator[str]:
    """The tables of terms as the page has them, written from the vocabulary."""
    vocabulary = load_vocabulary()
    yield from _table("type of nodes", "class", vocabulary.nodes)
    yield from _table("relation", "property", vocabulary.relations)
    held = [(name, of) for of in vocabulary.properties.values() for name in of]
    usual = {name: Counter(of[name] for one, of in held if one == name) for name, _ in held}
    properties = {name: counted.most_common(1)[0][0] for name, counted in usual.items()} | {
        f"{name} ({type})": term
        for type, terms in vocabulary.properties.items()
        for name, term in terms.items()
        if term != usual[name].most_common(1)[0][0]
    }
    yield from _table("property of nodes", "property", dict(sorted(properties.items())))
    yield from _table("of a link", "property", vocabulary.link)
    yield from _table("of a piece of evidence", "property", vocabulary.evidence)


def _table(what: str, term: str, terms: Mapping[str, Term]) -> Iterator[str]:
    rows = (
        (code(name), " ".join([code(one.name), *(f"({code(wider)})" for wider in one.under)]))
        for name, one in terms.items()
    )
    return table((what, term), rows)


def test_the_tables_of_terms_are_those_of_the_vocabulary(page: str) -> None:
    assert "\n".join(term_tables()) in page.partition("### Terms")[2]
