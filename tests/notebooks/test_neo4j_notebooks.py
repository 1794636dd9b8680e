"""The notebooks about a graph in Neo4j, on a server: objects, and questions in Cypher."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import nbformat
import pytest

from graph.loading import load
from graph.stores import open_store
from graph.stores.neo4j.address import address_of
from graph.stores.neo4j.connection import Connection
from tests.neo4j.server import Server
from tests.notebooks.execution import LABELS, NOTEBOOKS, asks_neo4j, execute
from tests.notebooks.findings import check_what_a_reader_sees

pytestmark = pytest.mark.neo4j
OF_NEO4J = [path for path in NOTEBOOKS if asks_neo4j(path)]
# Expressions over the variables of a notebook, and their values in the graph of the digests.
FOUND: dict[str, dict[str, Any]] = {
    "08-objects-with-the-ogm": {
        "session.id": "session:untoc-cop/3",
        "{number(decision): len(found) for decision, found in mandates.items()}": {
            "3/1": 13,
            "3/2": 19,
            "3/3": 11,
            "3/4": 9,
        },
        # five provisions of one decision meet under one item of the next session
        "shared.id, sorted(mandate.label for mandate in shared.mandated_by)": (
            "item:untoc-cop/4/2(c)",
            ["a", "g", "r", "s", "t"],
        ),
        # points are counted with their paragraph: (g) of 3/2, with a list of seven
        "walked.loc[walked['mandate'].str.endswith('3/2#g'), ['asked', 'taken up']].values.tolist()": [
            ["secretariat", True]
        ],
        "all(sentence_of(link).language == 'en' for own in links.values() for *_, link in own)": True,
    },
    "09-your-own-cypher": {
        "verbs.loc[['request', 'urge'], 'answered'].tolist()": [11, 0],
        "verbs.drop(columns='mandates').sum(axis=1).eq(verbs['mandates']).all().item()": True,
        "asked.loc[asked['verb'] == 'urge', 'asked'].tolist()": [
            "States parties",
            "signatory States",
        ],
        "set(pieces['language'])": {"ar", "en"},
        "pieces['citation'].str.contains('digest').all().item()": True,
        "network.has_edge(*chains[0]['chain'][:2])": True,
    },
}
# The same of a store with several bodies and sessions.
FOUND_IN_MORE: dict[str, dict[str, Any]] = {
    # the session of which most is known to have come, not the one with most decisions
    "08-objects-with-the-ogm": {
        "session.id": "session:untoc-cop/3",
        "max(sessions, key=lambda one: sessions[one][1]).id": "session:unfccc-cop/22",
    },
    # what waits is left out of the shares
    "09-your-own-cypher": {"int(known['request']) < int(verbs.loc['request', 'mandates'])": True},
}


@pytest.fixture
def surroundings(neo4j_server: Server) -> Callable[[str], dict[str, str]]:
    """What brings a store to the server, and gives the environment that names it."""

    def loaded(url: str) -> dict[str, str]:
        neo4j_server.empty()
        with open_store(url) as store:
            load(store, Connection(address_of(neo4j_server.url)))
        # The form that the notebooks tell, and that py2neo alone would not understand.
        address = neo4j_server.url.replace("bolt://", "neo4j://")
        return neo4j_server.environment | {"NEO4J_URI": address}

    return loaded


def test_every_notebook_of_neo4j_has_something_to_find_out() -> None:
    assert [path.stem for path in OF_NEO4J] == sorted(FOUND)


def test_the_notebooks_answer_from_the_digests(
    digests: str, surroundings: Callable[[str], dict[str, str]], tmp_path: Path
) -> None:
    check(FOUND, surroundings(digests), tmp_path)
    assert list(tmp_path.iterdir()) == [], "something was left behind"


@pytest.mark.corpus
def test_the_notebooks_answer_from_a_richer_store(
    documents: str, surroundings: Callable[[str], dict[str, str]], tmp_path: Path
) -> None:
    check(FOUND_IN_MORE, surroundings(documents), tmp_path)


def check(found: Mapping[str, Mapping[str, Any]], environment: Mapping[str, str], at: Path) -> None:
    """Execute every notebook, and hold what it found out against what it should have."""
    for path in OF_NEO4J:
        expected = found[path.stem]
        notebook = nbformat.read(path, as_version=4)
        executed = execute(notebook, at, environment, [*expected, LABELS])
        assert {asked: executed.answers[asked] for asked in expected} == expected
        check_what_a_reader_sees(executed)
