"""`schema.cypher` on a real server: what it declares is there, once, and finds Arabic words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from neo4j.exceptions import ConstraintError

from graph.model.cypher import FULL_TEXT_INDEX, node_label, statements
from graph.model.schema import load_model
from tests.neo4j.server import Server

pytestmark = pytest.mark.neo4j
MODEL = load_model()
NAME = re.compile(r"(?:CONSTRAINT|INDEX) (\w+) IF NOT EXISTS")
LOOKUP = "LOOKUP"  # the two indexes by which Neo4j finds labels and types; every database has them
TEXTS = {
    "with-article": {"title_ar": "مكافحة الجريمة المنظمة"},
    "with-conjunction": {"title_ar": "تدابير المنع والمصادرة"},
    "with-preposition": {"text_ar": "تطلب إلى الدول أن تتعاون بالمصادرة"},
    "other": {"title_ar": "مسائل أخرى"},
    "english": {"text_en": "Requests the Secretariat to report on Confiscation"},
    "chinese": {"title_zh": "没收和扣押"},
}


@pytest.fixture
def bare(neo4j_url: str, neo4j_server: Server) -> Server:
    """A database without nodes, constraints and indexes."""
    if not neo4j_server.ours:
        pytest.skip("the constraints and indexes of a server named by NEO4J_URI stay as they are")
    neo4j_server.without_schema()
    return neo4j_server


@pytest.fixture
def file(checkout: Path) -> str:
    return (checkout / "schema.cypher").read_text(encoding="utf-8")


@pytest.fixture
def indexed(neo4j_url: str, neo4j_server: Server, file: str) -> Server:
    """A database without nodes, with the constraints and indexes of the file."""
    apply(neo4j_server, file)
    return neo4j_server


def apply(server: Server, text: str) -> None:
    """Run a file's statements one by one, as Neo4j Browser and cypher-shell do."""
    code = "\n".join(line for line in text.splitlines() if not line.startswith("//"))
    for statement in filter(None, (part.strip() for part in code.split(";"))):
        server.ask(statement)
    server.ask("CALL db.awaitIndexes(300)")


def state(server: Server) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """All constraints and indexes, without what differs from one creation to the next."""
    declared = server.ask(
        "SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties RETURN * ORDER BY name"
    )
    built = server.ask(
        "SHOW INDEXES YIELD name, type, state, labelsOrTypes, properties, owningConstraint "
        "WHERE type <> $lookup RETURN * ORDER BY name",
        lookup=LOOKUP,
    )
    return declared, built


def names(created: tuple[str, ...]) -> list[str]:
    return [found[1] for statement in created if (found := NAME.search(statement))]


def test_the_file_makes_what_it_declares_and_nothing_more(bare: Server, file: str) -> None:
    assert state(bare) == ([], [])
    apply(bare, file)
    declared, built = state(bare)
    made = [row["name"] for row in (*declared, *built) if row.get("owningConstraint") is None]
    assert sorted(map(str, made)) == sorted(names(statements(MODEL)))
    assert {row["type"] for row in declared} == {"UNIQUENESS"}
    assert {row["state"] for row in built} == {"ONLINE"}


def test_applied_a_second_time_it_changes_nothing(bare: Server, file: str) -> None:
    apply(bare, file)
    bare.ask("CREATE (:Decision:Act:Mandates {id: 'dec:river-council/1/2'})")
    before = state(bare)
    apply(bare, file)
    assert state(bare) == before
    assert bare.ask("MATCH (n) RETURN n.id AS id") == [{"id": "dec:river-council/1/2"}]


@pytest.mark.parametrize("name", sorted(MODEL.nodes))
def test_an_id_names_one_node(indexed: Server, name: str) -> None:
    label = node_label(name)
    indexed.ask(f"CREATE (:{label}:Mandates {{id: 'the same'}})")
    with pytest.raises(ConstraintError, match="already exists with label"):
        indexed.ask(f"CREATE (:{label} {{id: 'the same'}})")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        # with and without the article, after a conjunction, after a preposition
        ("الجريمة", {"with-article"}),
        ("جريمة", {"with-article"}),
        ("مصادرة", {"with-conjunction", "with-preposition"}),
        ("المصادرة", {"with-conjunction", "with-preposition"}),
        # the form of alef; kashida and vowel signs
        ("اخرى", {"other"}),
        ("الجـريمة", {"with-article"}),
        ("مُنَظَّمة", {"with-article"}),
        # other languages: whole words whatever the capitals, endings by an asterisk
        ("confiscation", {"english"}),
        ("confiscat*", {"english"}),
        ('"没收"', {"chinese"}),
        ("بيئة", set()),
    ],
)
def test_the_full_text_index_finds(indexed: Server, words: str, found: set[str]) -> None:
    for name, text in TEXTS.items():
        indexed.ask(
            "CREATE (n:Provision:Mandates) SET n = $text, n.id = $name", name=name, text=text
        )
    indexed.ask("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
    rows = indexed.ask(
        "CALL db.index.fulltext.queryNodes($index, $words) YIELD node RETURN node.id AS id",
        index=FULL_TEXT_INDEX,
        words=words,
    )
    assert {row["id"] for row in rows} == found
