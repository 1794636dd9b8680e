"""Several expressions of one document: what one language says and another does not is reported."""

from __future__ import annotations

import pytest

from graph.model.records import Remark
from ingest.joining import join
from ingest.packs import load_packs
from ingest.records import Reading
from tests.reading.tenth_session import AGENDA, AGENDA_NAME, AGENDAS
from tests.reading.texts import agenda, reading, report


def disagreements(*readings: Reading) -> list[Remark]:
    graph = join(readings, (), load_packs())
    return [remark for remark in graph.remarks if remark.kind == "disagreement"]


def english(old: str, new: str) -> Reading:
    """The English agenda as another printer set it."""
    assert old in AGENDAS["en"]
    return reading(AGENDAS["en"].replace(old, new), AGENDA_NAME.format("en"))


def test_languages_that_say_the_same_are_not_reported() -> None:
    both = [told(language) for told in (report, agenda) for language in ("ar", "en")]
    assert disagreements(*both) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        # a document less under an item
        (
            "\n\nBarges: note by the Secretariat (CTOC/COP/2030/2)",
            "",
            "untoc-cop/10/2(a), documentation: 3 in ar, 2 in en; CTOC/COP/2030/2 only in ar",
        ),
        # another document than in the other language
        (
            "(CTOC/COP/2032/4)",
            "(CTOC/COP/2032/9)",
            "untoc-cop/10/2(c), documentation: 1 in ar, 1 in en; CTOC/COP/2032/4 only in ar; "
            "CTOC/COP/2032/9 only in en",
        ),
    ],
)
def test_what_one_language_lists_and_another_does_not(old: str, new: str, says: str) -> None:
    found = disagreements(agenda("ar"), english(old, new))
    assert says in [remark.message for remark in found]
    (remark,) = [remark for remark in found if remark.message == says]
    assert remark.document == AGENDA
    assert remark.text  # the words that one of them has


def test_a_language_alone_has_nothing_to_differ_from() -> None:
    assert disagreements(english("(CTOC/COP/2032/4)", "(CTOC/COP/2032/9)"), report("ar")) == []


def test_a_digest_is_not_held_against_the_official_text() -> None:
    told = english("(CTOC/COP/2032/4)", "(CTOC/COP/2032/9)")
    digest = reading(AGENDAS["ar"], AGENDA_NAME.format("digest.ar"))
    assert digest.identity.source == "digest"
    assert disagreements(told, digest) == []
