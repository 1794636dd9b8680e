"""Which provision an item or a document answers: restated, matched, or told by its title."""

from __future__ import annotations

import pytest

from graph.model.records import Edge, Graph
from ingest.joining import join
from ingest.joining.matching import Matcher
from ingest.packs import load_packs
from tests.reading.tenth_session import AGENDA_NAME, AGENDAS
from tests.reading.texts import agenda, reading, report

BOTH = pytest.mark.parametrize("language", ["ar", "en"])
ACT = "dec:untoc-cop/9/1"


def doc(symbol: str) -> str:
    return f"doc:CTOC/COP/{symbol}"


def item(label: str) -> str:
    return f"item:untoc-cop/10/{label}"


def followed(language: str, annotated: str | None = None) -> Graph:
    """The report of the ninth session and the agenda of the tenth, or another text of it."""
    later = (
        agenda(language) if annotated is None else reading(annotated, AGENDA_NAME.format(language))
    )
    return join([report(language), later], [], load_packs())


def mandates(graph: Graph) -> dict[tuple[str, str], Edge]:
    """MANDATES edges by (label of the provision, target)."""
    return {
        (edge.source.partition("#")[2], edge.target): edge
        for edge in graph.edges
        if edge.type == "MANDATES"
    }


@BOTH
def test_what_the_agenda_says_it_does_because_of_a_decision(language: str) -> None:
    found = mandates(followed(language))
    assert {pair for pair in found if pair[0] != "7"} == {
        # restated, and the document that was asked for
        ("a", item("2(a)")),
        ("a", doc("2032/2")),
        # the list of requests is the provision that they hang under
        ("c", item("2(c)")),
        ("c", doc("2032/4")),
        # twins: one sentence says both
        ("d", item("2(d)")),
        ("e", item("2(d)")),
        # "shall be discussed at its tenth session"
        ("f", item("2(b)")),
    }


@BOTH
def test_stated_and_inferred(language: str) -> None:
    found = mandates(followed(language))
    restated = found["a", item("2(a)")]
    assert restated.basis == "stated"
    assert restated.properties["action"] == ["request"]
    assert {e.rule for e in restated.evidence} == {"restated-in-annotation"}
    assert "9/1" in restated.evidence[0].quotation
    # a title that matches is a guess, however good
    titled = found["a", doc("2032/2")]
    assert titled.basis == "inferred"
    assert {e.rule for e in titled.evidence} == {"title-matched"}
    assert 0 < titled.properties["score"] <= 1


@BOTH
def test_a_paragraph_of_a_report_that_the_annotation_names(language: str) -> None:
    # "(CTOC/COP/2030/9, para. 7)": nothing has to be matched
    named = mandates(followed(language))["7", item("3")]
    assert named.basis == "stated"
    assert named.evidence[0].rule == "provision-named"


@BOTH
def test_a_note_that_transmits_answers_nothing(language: str) -> None:
    # the title of what it passes on is that of the document asked for
    assert not [pair for pair in mandates(followed(language)) if pair[1] == doc("2032/3")]


@BOTH
def test_a_document_that_was_there_before_the_decision_answers_nothing(language: str) -> None:
    # listed again under the new item with a title like the request: it was before the ninth session
    titles = {
        "en": (
            "Barges: note by the Secretariat",
            "Note by the Secretariat: list of the registers of inland vessels",
        ),
        "ar": ("الصنادل: مذكرة من الأمانة", "مذكرة من الأمانة: قائمة سجلات المراكب الداخلية"),
    }
    annotated = AGENDAS[language].replace(*titles[language])
    assert not [
        pair for pair in mandates(followed(language, annotated)) if pair[1] == doc("2030/2")
    ]


@BOTH
def test_a_decision_named_without_a_matching_provision_is_pursuant_to_only(language: str) -> None:
    graph = followed(language)
    assert ("PURSUANT_TO", item("3"), ACT) in {edge.key for edge in graph.edges}
    assert not [pair for pair in mandates(graph) if pair[1] == item("3") and pair[0] != "7"]


@BOTH
def test_an_older_decision_of_another_session_is_not_taken_for_this_one(language: str) -> None:
    # the words of provision (a), said of decision 8/1, whose text is not here
    annotated = AGENDAS[language].replace("9/1", "8/1")
    assert not [pair for pair in mandates(followed(language, annotated)) if pair[0] != "7"]


REPORT_ON_WORK = {
    "en": ("on the list of registers of inland vessels", "on the work carried out by it"),
    "ar": ("عن حصر سجلات المراكب الداخلية", "عن الأعمال التي اضطلعت بها"),
}


@BOTH
def test_a_report_on_the_work_done_answers_what_the_annotation_restates(language: str) -> None:
    found = mandates(followed(language, AGENDAS[language].replace(*REPORT_ON_WORK[language])))
    edge = found["c", doc("2032/4")]
    assert edge.basis == "inferred"
    assert ("a", doc("2032/4")) not in found


FOUNDING = {
    "en": (
        "Decision 9/1\n\nThe Conference of the Parties,\n\n(a) Decides that the Working Group on Firearms "
        "shall be a constant element of it;\n\n(b) Welcomes the Working Group on Technical Assistance.\n"
    ),
    "ar": (
        "المقرر 9/1\n\nإن مؤتمر الأطراف،\n\n"
        "(أ) يقرر أن يكون الفريق العامل المعني بالأسلحة النارية عنصرا "
        "ثابتا من عناصره؛\n\n(ب) يرحب بالفريق العامل المعني بالمساعدة التقنية.\n"
    ),
}


@BOTH
def test_a_working_group_that_is_made_permanent_answers(language: str) -> None:
    found = reading(FOUNDING[language], f"CTOC_COP_2030_8.{language}.txt")
    graph = join([found], [], load_packs())
    assert mandates(graph).keys() == {("a", "wg:untoc-cop/firearms")}
    group = next(n for n in graph.nodes if n.id == f"{ACT}#a")
    assert group.properties["status"] == "answered"


@BOTH
def test_what_a_draft_agenda_became(language: str) -> None:
    draft = "item:untoc-cop/10/{}@CTOC/COP/2030/9"
    became = {edge.source: edge for edge in followed(language).edges if edge.type == "BECAME"}
    assert {source: edge.target for source, edge in became.items()} == {
        draft.format("1"): item("1"),
        draft.format("2"): item("2"),
        draft.format("2(a)"): item("2(a)"),
        # points of a consultation became items of their own; what only announced them became none
        draft.format("2(b)(1)"): item("2(b)"),
        draft.format("2(b)(2)"): item("2(c)"),
        draft.format("3"): item("3"),
    }
    assert {edge.basis for edge in became.values()} == {"inferred"}


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        # the article, and a preposition joined to it, make no other word
        ("ar", "الصنادل والموانئ", "بصنادل الموانئ"),
        ("en", "Teaching customs officers", "teaches a customs officer"),
    ],
)
def test_word_forms_are_put_aside(language: str, one: str, other: str) -> None:
    matcher = Matcher(load_packs().languages[language], [one, other])
    assert matcher.coverage(matcher.stems(one), matcher.stems(other)) > 0.9


def test_rare_words_weigh_more_than_common_ones() -> None:
    texts = [
        f"requests the secretariat to {what}"
        for what in ("mend bridges", "paint", "rest", "row", "swim")
    ]
    matcher = Matcher(load_packs().languages["en"], texts)
    asked = matcher.stems("requests the secretariat to mend bridges")
    frame, matter = matcher.stems("requests the secretariat to"), matcher.stems("mend bridges")
    assert matcher.coverage(asked, matter) > matcher.coverage(asked, frame)
    assert matcher.coverage(asked, frozenset()) == 0
    assert matcher.coverage(frozenset(), asked) == 0
