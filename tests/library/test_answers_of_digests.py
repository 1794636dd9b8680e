"""The answers on the digests: the same in two languages, and what only two languages bring."""

from __future__ import annotations

from typing import Any

import pytest

from graph.library import questions
from tests.library.cases import CASES
from tests.library.comparing import faults, names
from tests.library.conftest import Library, Row


@pytest.mark.parametrize(("name", "parameters", "there", "not_there"), CASES, ids=names(CASES))
def test_the_answer(
    digests: Library,
    name: str,
    parameters: dict[str, Any],
    there: list[Row],
    not_there: list[Row],
) -> None:
    assert faults(digests.ask(name, **parameters), there, not_there) == []


def test_where_languages_disagree(digests: Library) -> None:
    disagreeing = [node for node in digests.store.nodes() if node.properties.get("disagreements")]
    assert disagreeing, "the digests agree in all: nothing is tested here"
    rows = digests.ask("languages-that-disagree")
    assert [row["id"] for row in rows] == [node.id for node in disagreeing]
    for row, node in zip(rows, disagreeing, strict=True):
        for lost in node.properties["disagreements"]:
            assert lost["property"] in row["what lost"]
    sessions = digests.ask("languages-that-disagree", kind="Session")
    assert {row["kind"] for row in sessions} <= {"Session"}


@pytest.mark.parametrize(
    ("language", "text", "cited"),
    [
        (
            "en",
            "Decides that the question of confiscation",
            "[digest, en], https://docs.un.org/en/",
        ),
        ("ar", "يقرّر", "[digest, ar], https://docs.un.org/ar/"),
        # where there is no Chinese, there is what there is
        ("zh", "", "[digest, "),
    ],
)
def test_texts_and_citations_come_in_the_language_asked_for(
    digests: Library, language: str, text: str, cited: str
) -> None:
    (row,) = [
        row
        for row in digests.ask(
            "what-led-to-a-document", document="CTOC/COP/2008/6", language=language
        )
        if row["how"] == "asked for the document"
    ]
    assert row["text"]
    assert row["text"].startswith(text)
    assert cited in row["citation"]


def test_words_are_found_in_either_language(digests: Library) -> None:
    for words in ("virtual network", "شبكة افتراضية"):
        found = [row["provision"] for row in digests.ask("mandates-with-words", words=words)]
        assert found[0] == "dec:untoc-cop/3/2#u", words


def test_citations_say_that_they_are_of_a_digest(digests: Library) -> None:
    cited = [
        row
        for name in questions()
        for row in digests.ask(name)
        if row.get("provision") and row.get("citation")
    ]
    assert cited
    assert {row["citation"].rpartition("[")[2].partition(",")[0] for row in cited} == {"digest"}
