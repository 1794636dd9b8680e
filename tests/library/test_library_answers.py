"""The answers of every question, on the two real documents."""

from __future__ import annotations

from typing import Any

import pytest

from graph.library import questions
from graph.questions import gaps
from tests.library.cases import CASES, COOPERATION
from tests.library.comparing import Case, faults, names
from tests.library.conftest import Library, Row

# What the digests answer otherwise.
HERE: list[Case] = [
    # ten of the twenty came back in 2008: 3/1 (ه) (ط) (ي), 3/2 (ز) (ر), 3/3 (ط) to (م)
    (
        "addressees-and-their-answers",
        {},
        [{"addressee": "actor:secretariat", "answered": 10, "share taken up": 0.5}],
        [],
    ),
    # one language cannot disagree with itself
    ("languages-that-disagree", {}, [], [{}]),
]


@pytest.mark.parametrize(
    ("name", "parameters", "there", "not_there"), CASES + HERE, ids=names(CASES + HERE)
)
def test_the_answer(
    documents: Library,
    name: str,
    parameters: dict[str, Any],
    there: list[Row],
    not_there: list[Row],
) -> None:
    assert faults(documents.ask(name, **parameters), there, not_there) == []


def test_every_question_has_a_case_with_rows() -> None:
    with_rows = {name for name, _, there, _ in CASES if there}
    # whose rows are held against the digests, where there is something to disagree
    assert questions().keys() - with_rows == {"languages-that-disagree"}


def test_what_has_no_follow_up_and_no_mandate_is_what_the_gaps_say(documents: Library) -> None:
    expected = gaps(documents.store)
    assert expected.mandates
    assert expected.items
    assert expected.documents
    answers = {
        "mandates-without-follow-up": ("provision", [one.node.id for one in expected.mandates]),
        "agenda-items-without-mandate": ("agenda item", [one.id for one in expected.items]),
        "documents-without-mandate": ("document", [one.id for one in expected.documents]),
    }
    for name, (column, ids) in answers.items():
        assert sorted(row[column] for row in documents.ask(name)) == sorted(ids), name


def test_every_relation_is_counted_by_the_rule_that_found_it(documents: Library) -> None:
    rows = documents.ask("stated-and-inferred-by-rule")
    counted: dict[str, int] = {}
    for row in rows:
        counted[row["relation"]] = counted.get(row["relation"], 0) + row["links"]
        assert row["basis"] in ("stated", "inferred", "structural")
        assert row["confidence"] is None or 0 < row["confidence"] < 1
    edges: dict[str, int] = {}
    for edge in documents.store.edges():
        edges[edge.type] = edges.get(edge.type, 0) + 1
    assert counted == edges


def test_what_could_not_be_resolved_is_what_the_build_remarked(documents: Library) -> None:
    remarked = [remark.message for remark in documents.store.remarks("unresolved")]
    assert [row["message"] for row in documents.ask("unresolved-references")] == remarked


def test_the_longest_chains_come_first(documents: Library) -> None:
    rows = documents.ask("longest-chains")
    steps = [row["steps"] for row in rows]
    assert steps == sorted(steps, reverse=True)
    assert steps == [len(row["chain"]) - 1 for row in rows]


def test_the_evidence_is_the_sentence_that_says_it(documents: Library) -> None:
    (row,) = documents.ask(
        "evidence-for-a-link", **{"from": "dec:untoc-cop/3/2#s", "to": COOPERATION}
    )
    assert "المادة 16 (تسليم المجرمين)" in row["quotation"]
    assert row["citation"].startswith("CTOC/COP/2008/1, item 2(c) [ar]")
