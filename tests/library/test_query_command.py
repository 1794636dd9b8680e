"""`mandates query`, as a user runs it beside a graph in Neo4j."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from commands.layout.tables import as_csv, as_table
from commands.layout.terminal import Output
from graph.library import Table, questions
from tests.commands.conftest import Answer, run
from tests.library.conftest import Library

Asking = Callable[..., Answer]


@pytest.fixture
def ask(documents: Library, tmp_path: Path) -> Asking:
    """Runs `mandates query WORDS`; the environment says where the graph is."""

    def asked(*words: str) -> Answer:
        return run(tmp_path, "query", *words)

    return asked


def test_alone_it_lists_every_question_with_its_parameters(tmp_path: Path) -> None:
    done = run(tmp_path, "query")
    assert done.returncode == 0, done.stderr
    for one in questions().values():
        assert f"{one.name}\n    {one.title}\n" in done.stdout
    assert "    document=CTOC/COP/2008/4, language=en\n" in done.stdout
    listed = json.loads(run(tmp_path, "query", "--json").stdout)
    assert [one["name"] for one in listed] == list(questions())
    assert listed[0].keys() == {"name", "title", "question", "parameters"}


def test_a_question_can_be_shown_without_a_server(tmp_path: Path) -> None:
    done = run(tmp_path, "query", "due-at-a-session", "--show", "--store", "bolt://127.0.0.1:1")
    assert done.returncode == 0, done.stderr
    title, says, *_ = done.stdout.splitlines()
    assert title == "What is due at a session?"
    assert says.startswith("What was asked for by this session")
    assert "--param session=…" in done.stdout
    assert questions()["due-at-a-session"].query in done.stdout


def test_a_table_shows_rows_with_their_citations(ask: Asking) -> None:
    done = ask("recurring-requests")
    assert done.returncode == 0, done.stderr
    head, row, *below = done.stdout.splitlines()
    assert head.split()[:3] == ["how", "often", "provision"]
    assert row.split() == ["regular", "dec:untoc-cop/3/2#g.6", "actor:secretariat", "answered"]
    assert any(line.startswith("    text: \u2067") for line in below)
    citation = (
        "    citation: CTOC/COP/2006/14, decision 3/2, paragraph (g) (6) [ar], https://docs.un.org/"
    )
    assert any(line.startswith(citation) for line in below)


def test_json_and_csv_hold_the_same_rows_in_full(ask: Asking) -> None:
    words = ("conditions-and-outcome", "--param", "condition=extrabudgetary-resources")
    records = json.loads(ask(*words, "--json").stdout)
    assert records == json.loads(ask(*words, "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(ask(*words, "--format", "csv").stdout)))
    assert [row["provision"] for row in rows] == [one["provision"] for one in records]
    assert [row["text"] for row in rows] == [one["text"] for one in records]
    assert [row["led to"] for row in rows] == ["; ".join(one["led to"]) for one in records]
    assert all(one["link"].startswith("https://docs.un.org/") for one in records)


def test_a_file_of_ones_own_is_a_question_too(ask: Asking, tmp_path: Path) -> None:
    (tmp_path / "mine.cypher").write_text(
        "// Who was asked to do it?\n//\n// The addressees of one provision.\n//\n"
        '// $provision  string  its id = "dec:untoc-cop/3/2#t"\n\n'
        "MATCH (one:Provision {id: $provision})-[:ADDRESSED_TO]->(asked)\n"
        "RETURN one.id AS provision, asked.id AS addressee\n",
        encoding="utf-8",
    )
    (row,) = json.loads(ask("mine.cypher", "--json").stdout)
    assert row["addressee"] == "actor:secretariat"
    assert "paragraph (t)" in row["citation"]


def test_rows_that_are_cut_are_told_apart_from_the_answer(ask: Asking) -> None:
    done = ask("acts-most-cited", "--limit", "2", "--format", "csv")
    assert len(done.stdout.splitlines()) == 3
    assert done.stderr.startswith("cut after 2 rows: there are more; --limit")


def test_finding_nothing_is_an_answer_and_says_what_was_asked(ask: Asking) -> None:
    done = ask("acts-most-cited", "--param", "body=nobody", "--json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])
    assert done.stderr == "nothing found with body=nobody\n"


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("due-at-session",), 2, "no such question; nearest: due-at-a-session"),
        (("due-at-a-session", "--param", "sesion=4"), 2, "sesion: due-at-a-session has no such"),
        (("documents-requested-again", "--param", "at_least=two"), 2, "'two' is no integer"),
        (("nowhere.cypher",), 2, "nowhere.cypher: cannot be read: No such file"),
        (("due-at-a-session", "--param", "session"), 2, "--param session: write NAME=VALUE"),
        (("--param", "session=4"), 2, "of which question? `mandates query` lists them"),
        (
            ("acts-most-cited", "--store", "sqlite:///mandates.sqlite"),
            1,
            "need Neo4j; `mandates load neo4j://localhost:7687 --from sqlite:///mandates.sqlite`",
        ),
        (("acts-most-cited", "--store", "bolt://127.0.0.1:1"), 1, "is the server running?"),
    ],
)
def test_what_goes_wrong_is_one_line(
    tmp_path: Path, words: tuple[str, ...], status: int, said: str
) -> None:
    done = run(tmp_path, "query", *words)
    assert (done.returncode, done.stdout) == (status, "")
    assert said in done.stderr
    assert done.stderr.startswith("mandates: ")
    assert done.stderr.count("\n") == 1


def test_no_cell_of_a_csv_is_a_formula() -> None:
    cells = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "a=1", "", None, -1, -0.5, ["=1", "b"])
    (_, *lines) = csv.reader(io.StringIO(as_csv(Table(("cell",), tuple(zip(cells)), False))))
    found = [line[0] if line else "" for line in lines]
    assert found == [
        *("'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\t=1", "'\n=1"),
        *("a=1", "", "", "-1", "-0.5", "'=1; b"),
    ]


def test_columns_that_do_not_fit_stand_below_their_row(capsys: pytest.CaptureFixture[str]) -> None:
    table = Table(("one", "two", "three"), (("a" * 20, "b" * 20, "c" * 20),), False)
    for width, below in ((80, []), (50, ["three"]), (22, ["two", "three"])):
        Output().print(*as_table(table, width), sep="\n")
        lines = capsys.readouterr().out.splitlines()
        assert [line.strip().partition(":")[0] for line in lines[2:]] == below
