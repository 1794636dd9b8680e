"""Collections of decisions: what their contents name, their parts, annexes and the texts they adopt."""

from __future__ import annotations

import pytest

from ingest.records import Outline
from tests.reading.collection import NAME, WORDS, collection
from tests.reading.texts import outline, words

FIRST, SECOND, THANKS = "dec:unfccc-cop/90/1", "dec:unfccc-cop/90/2", "res:unfccc-cop/90/1"
LANGUAGES = sorted(WORDS)


def collected(language: str) -> Outline:
    """The outline of the collection in a language."""
    return outline(collection(language), NAME.format(language))


def labels(found: Outline, act: str, part: str) -> list[str]:
    """The labels of an act's paragraphs in one part, in order."""
    return [p.label for p in found.paragraphs if p.act == act and p.part == part and p.label]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_act_with_its_title(language: str) -> None:
    # a title may name the organ, or another act; the contents name each act too, and count for nothing
    found, said = collected(language), WORDS[language]
    titles = {
        str(p.node): found.text.repaired[p.content : p.end].strip()
        for p in found.paragraphs
        if p.role == "title"
    }
    assert titles == {FIRST: said["harbours"], SECOND: said["treaty"], THANKS: said["thanks"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_numbers_of_a_decision_run_on_over_its_chapters(language: str) -> None:
    found = collected(language)
    assert labels(found, FIRST, "operative") == ["1", "2", "2.a", "2.b", "3"]
    assert labels(found, THANKS, "operative") == ["1"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_annexes_are_no_decisions_and_titles_in_them_no_paragraphs(language: str) -> None:
    # "1. Lights and buoys" stands above "1. Each Party shall …"
    found, said = collected(language), WORDS[language]
    assert labels(found, FIRST, "annex") == [
        "annex-1.1", "annex-1.2", "annex-1.2.a", "annex-1.3", "annex-2.1",
    ]  # fmt: skip
    first = next(p for p in found.paragraphs if p.label == "annex-1.1")
    assert said["long"] in words(found, first)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_articles_of_an_adopted_treaty_are_annexed_and_no_provisions(language: str) -> None:
    found = collected(language)
    assert labels(found, SECOND, "operative") == ["1", "2"]
    articles = [p for p in found.paragraphs if p.act == SECOND and p.role == "article"]
    assert {p.part for p in articles} == {"heading", "annex"}
    assert [p.node for p in articles if p.node] == []
    assert labels(found, SECOND, "annex") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_meeting_and_date_stand_below_an_act_and_in_none_of_its_paragraphs(language: str) -> None:
    found, said = collected(language), WORDS[language]
    closing = " ".join(words(found, p) for p in found.paragraphs if p.role == "adoption")
    assert closing.split() == f"{said['meeting']} {said['date']}".split()
    assert not any(
        said["date"] in words(found, p) for p in found.paragraphs if p.part == "operative"
    )
