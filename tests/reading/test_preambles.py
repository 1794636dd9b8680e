"""Preambular or operative: told by how a clause begins, whoever the organ is that speaks."""

from __future__ import annotations

import textwrap

import pytest

from ingest.packs import load_packs
from ingest.reading import outline_document
from ingest.reading.formats import READERS
from ingest.records import Given, Outline, Source

FRENCH = """Recommandation 4
LES JARDINS D'ÉCOLE
La Conférence des écoles, Réunie à Rome, adopte la recommandation suivante : La Conférence,
Considérant que les jardins apprennent à observer,
Qu'ils coûtent peu aux communes ;
Tout en tenant compte des climats,
Recommande aux autorités des divers pays :
1) Que chaque école ait un jardin ;
2) Que les maîtres y soient préparés.
— 12 — OUTILS ET SEMENCES 3) Les outils doivent être légers.
5) Il est souhaitable que les semences soient gratuites.
"""
# The same act as other languages write it, the organ unknown to every pack.
UNKNOWN = {
    "en": "The Board of the Institute,\nConsidering that gardens are few,\nMindful of the climate,\n"
    "Recommends to the ministries that gardens be opened;\nInvites schools to report.\n",
    "es": "La Junta del Instituto,\nConsiderando que hay pocos jardines,\nConsciente del clima,\n"
    "Recomienda a los ministerios que se abran jardines;\nInvita a las escuelas a informar.\n",
    "ru": "Международная конференция школ,\nотмечая, что садов мало,\nбудучи обеспокоена климатом,\n"
    "рекомендует министерствам открыть сады;\nпредлагает школам доложить.\n",
    "ar": "إن المؤتمر الدولي للمدارس،\nإذ يلاحظ أن الحدائق قليلة،\nوإذ يضع في اعتباره المناخ،\n"
    "يوصي الوزارات بأن تنشئ حدائق؛\nيدعو المدارس إلى تقديم تقارير.\n",
    "zh": "国际学校会议,\n注意到花园很少,\n铭记气候,\n建议各部开辟花园;\n邀请各学校提出报告。\n",
}


def outline(text: str, name: str) -> Outline:
    """The outline of a text as if it were a file of this name."""
    source = Source(name, text.encode(), "0" * 64, READERS[0].media_type)
    return outline_document(source, load_packs(), Given())


def parts(found: Outline) -> list[tuple[str, str | None, str]]:
    """Part, label and first word of every paragraph."""
    return [
        (p.part, p.label, found.text.repaired[p.content : p.end].split()[0])
        for p in found.paragraphs
    ]


def test_a_recommendation_of_a_conference_that_no_pack_knows() -> None:
    found = parts(outline(FRENCH, "rome-4.fr.txt"))
    assert found[1:] == [
        # the formula says how the organ met and announces all that follows: neither part
        ("other", None, "La"),
        ("preamble", None, "Considérant"),
        ("preamble", None, "Qu'ils"),  # goes on with "considérant"
        ("preamble", None, "Tout"),
        ("other", None, "Recommande"),
        ("operative", "1", "Que"),
        ("operative", "2", "Que"),
        ("heading", None, "—"),  # a page number and a heading that the scan ran into the next line
        ("operative", "3", "Les"),
        ("operative", "5", "Il"),  # 4 was lost
    ]


@pytest.mark.parametrize("language", list(UNKNOWN))
def test_unnumbered_paragraphs_in_every_language(language: str) -> None:
    found = parts(outline(UNKNOWN[language], f"garden.{language}.txt"))
    assert [(part, label) for part, label, _ in found] == [
        ("other", None),
        ("preamble", None),
        ("preamble", None),
        ("operative", "1"),
        ("operative", "2"),
    ]


def test_an_act_that_lost_its_formula_begins_with_its_considerations() -> None:
    found = parts(
        outline(
            "Third session\n9/11.\tQuiet harbours of small islands\n"
            "Recalling its resolution 8/2 of 4 May 2033,\n"
            "Committed to the full use of quiet harbours,\n"
            "Requests the Executive Director to report on harbours.\n",
            "UNEP_EA.9_RES.11.en.txt",
        )
    )
    assert [part for part, _, _ in found] == [
        "other", "heading", "preamble", "preamble", "operative",
    ]  # fmt: skip


def test_wrapped_lines_are_one_clause() -> None:
    # text of a PDF: lines broken at a width, a comma at the end of one tells nothing
    found = parts(
        outline(
            "The General Assembly,\nRecalling its resolutions on harbours, lights, buoys,\n"
            "dredging and pilots, adopted at its eighty-eighth\nsession,\nNoting the report,\n"
            "1.\tRequests a report;\n",
            "A_RES_90_12.en.txt",
        )
    )
    assert [part for part, _, _ in found] == ["other", "preamble", "preamble", "operative"]


LONG = "\n".join(
    [
        "9/4.\tQuiet rivers",
        "The United Nations Environment Assembly,",
        "Recalling its resolution 8/2 on the noise of great rivers, adopted by it on the last"
        " day of spring at its eighth session, and the work that it asked for,",
        "Welcoming the reports on noise, light and dredging in rivers, lakes and harbours, "
        "which tell of the whole year; of the great rivers only, and of small boats,",
        "Stressing decisions of the General Assembly on rivers,",
        "Requests the Executive Director to measure the noise of rivers and to report on what"
        " was measured in subparagraphs (a) to (h) of the plan that was drawn up;",
        "Invites Member States to keep their rivers quiet.",
    ]
)


def test_wrapping_a_text_changes_nothing() -> None:
    # a wrapped line may begin with an organ, a capital, a label, and end in a comma or a semicolon
    wrapped = "\n".join("\n".join(textwrap.wrap(line, 62)) for line in LONG.split("\n"))
    whole, broken = (
        outline(LONG, "UNEP_EA.9_RES.4.en.txt"),
        outline(wrapped, "UNEP_EA.9_RES.4.en.txt"),
    )
    assert [(p.part, p.label) for p in whole.paragraphs] == [
        ("heading", None),
        ("other", None),
        ("preamble", None),
        ("preamble", None),
        ("preamble", None),
        ("operative", "1"),
        ("operative", "2"),
    ]
    assert parts(broken) == parts(whole)


def test_an_act_that_runs_on_keeps_its_numbers_to_itself() -> None:
    # headings between the numbers end no sentence; a report would be numbered alike
    words = "Schools should open gardens and tend them in every season of the year. " * 60
    text = (
        "Recommendation 4 on gardens. The Conference of Schools adopts the following "
        f"recommendation: PRINCIPLES 1. {words}METHODS 2. Teachers should be trained:\n"
        "(a) in soils;\n(b) in seeds.\nTOOLS 3. Tools should be light.\n"
    )
    found = outline("Recommendation 4\n" + text, "gardens.en.txt")
    assert [p.label for p in found.paragraphs if p.part == "operative"] == [
        "1", "2", "2.a", "2.b", "3",
    ]  # fmt: skip


def test_a_title_is_enough_where_no_formula_follows() -> None:
    found = parts(
        outline(
            "Recommendation No. 4\nGARDENS\n1. Schools should open gardens.\n2. Tools should be light.\n",
            "gardens.en.txt",
        )
    )
    assert found[1:] == [("operative", "1", "Schools"), ("operative", "2", "Tools")]
