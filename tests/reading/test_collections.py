"""Collections of decisions: what their contents name, their parts, annexes and the texts they adopt."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from ingest.packs import load_packs
from ingest.reading import outline_document
from ingest.reading.formats import open_source
from ingest.records import Outline
from tests.reading.collection import NAME, WORDS, collection
from tests.reading.texts import outline, reading, words

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


@pytest.mark.parametrize("language", LANGUAGES)
def test_when_and_at_which_meeting_an_act_was_adopted(language: str) -> None:
    found = reading(collection(language), NAME.format(language))
    adopted = [
        (edge.target, edge.properties.get("date"), edge.properties.get("meeting"))
        for edge in found.edges
        if edge.type == "ADOPTED_AT" and edge.source == FIRST and "date" in edge.properties
    ]
    assert adopted == [("session:unfccc-cop/90", "2084-12-12", "10")]


def test_nobody_but_ministers_may_speak_and_others_submit() -> None:
    # an organ that no pack knows opens the act; who submitted it is no part of its title
    text = collection("en").replace(
        "Draft resolution submitted by Malta\n\tThe Conference of the Parties,",
        "Resolution submitted by Malta\n\tThe Ministers at the session of the Conference of the Parties,",
    )
    found = outline(text, NAME.format("en"))
    title = next(p for p in found.paragraphs if p.node == THANKS)
    assert found.text.repaired[title.content : title.end].strip() == WORDS["en"]["thanks"]
    below = [words(found, p) for p in found.paragraphs if p.act == THANKS and p.role == "sponsor"]
    assert below == ["Resolution submitted by Malta"]
    assert labels(found, THANKS, "operative") == ["1"]


def test_what_the_contents_name_and_the_text_lacks_is_noted() -> None:
    text = collection("en")
    without = text[: text.index("Decision 2/CP.90*")] + text[text.index("Resolution 1/CP.90") :]
    for whole, missing in ((text, []), (without, [SECOND])):
        found = reading(whole, NAME.format("en"))
        notes = [remark for remark in found.remarks if remark.kind == "note"]
        assert [remark.guess for remark in notes] == missing
        assert all(WORDS["en"]["treaty"][:20] in str(remark.text) for remark in notes)


def test_a_resolution_is_missing_though_a_decision_has_its_number() -> None:
    text = collection("en")
    found = reading(text[: text.index("Resolution 1/CP.90")], NAME.format("en"))
    notes = [remark.text or "" for remark in found.remarks if remark.kind == "note"]
    assert len(notes) == 1
    assert WORDS["en"]["thanks"] in notes[0]


def test_how_much_of_a_text_has_a_place_in_its_structure() -> None:
    # the masthead has none; of a text without structure nothing has
    masthead, text = WORDS["en"]["masthead"], collection("en")
    share = 1 - len("".join(masthead.split())) / len("".join(text.split()))
    assert outline(text, NAME.format("en")).understood == pytest.approx(share)
    assert outline("A letter.\n\nIt says little.\n").understood == 0
    document = next(n for n in reading(text, NAME.format("en")).nodes if n.type == "document")
    assert document.properties["understood"] == pytest.approx(share, abs=0.001)


# Real documents

DECISIONS = "FCCC_*Add.*.en.txt"


def names_in_contents(text: str) -> list[str]:
    """The numbers of acts that stand at the head of a line before the first act."""
    first = re.search(r"^[ \t|\f]*(?:Decision|DECISION) \d+/C\w+\.\d+\*?[ \t|\r]*$", text, re.M)
    assert first
    session = re.findall(r"\d+/(C\w+\.\d+)", first[0])[0]
    return re.findall(rf"^\s*(\d+/{re.escape(session)})(?=\s|$)", text[: first.start()], re.M)


@pytest.fixture(scope="module")
def outlines(corpus: Path) -> dict[str, Outline]:
    """Every collection of decisions in the corpus."""
    files = sorted((corpus / "unfccc").glob(DECISIONS))
    assert len(files) > 20
    return {file.name: outline_document(open_source(file), load_packs()) for file in files}


@pytest.mark.corpus
def test_every_act_that_the_contents_name_is_found(outlines: dict[str, Outline]) -> None:
    for name, found in outlines.items():
        acts = [p for p in found.paragraphs if p.role == "title" and p.act]
        printed = [re.search(r"\d+/C\w+\.\d+", words(found, p)) for p in acts]
        assert Counter(match[0] for match in printed if match) == Counter(
            names_in_contents(found.text.repaired)
        ), name
        assert all(found.text.repaired[p.content : p.end].strip() for p in acts)


@pytest.mark.corpus
def test_numbers_of_operative_paragraphs_have_no_holes(outlines: dict[str, Outline]) -> None:
    """They run from 1, or from where a word processor went on counting from another act."""
    for name, found in outlines.items():
        numbers: dict[str, list[int]] = {}
        for p in found.paragraphs:
            if p.part == "operative" and p.label and p.label.isdecimal():
                numbers.setdefault(str(p.act), []).append(int(p.label))
        for act, printed in numbers.items():
            assert printed == list(range(printed[0], printed[0] + len(printed))), (name, act)
