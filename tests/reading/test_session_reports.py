"""Session reports: the agenda they list, the items their chapters are about, what lay before the body."""

from __future__ import annotations

import pytest

from ingest.records import Reading
from tests.reading.sixtieth_session import REPORT, REPORT_NAME, SESSION, TEXT
from tests.reading.texts import ends, outline, reading

AGENDA = ["1", "2", "2(a)", "2(b)", "3", "4", "4(a)", "4(b)", "4(c)", "4(d)", "5", "6"]


def item(label: str) -> str:
    return f"item:unfccc-sbi/60/{label}"


@pytest.fixture(scope="module")
def found() -> Reading:
    """The made-up report as read."""
    return reading(TEXT, REPORT_NAME)


def test_a_part_of_a_session_is_reported_on_as_the_session(found: Reading) -> None:
    assert ends(found, "REPORTS_ON") == {(REPORT, SESSION)}


def test_the_adopted_agenda_is_listed_between_two_paragraphs_of_the_report(found: Reading) -> None:
    # paragraph 3 announces it without a colon, the agenda's item 4 could be the report's paragraph 4,
    # and "5" has lost its full stop
    listed = [p for p in found.paragraphs if p.part == "agenda"]
    assert [p.label for p in listed] == AGENDA
    assert ends(found, "ITEM_OF") == {(item(label), SESSION) for label in AGENDA}
    assert (item("4(b)"), item("4")) in ends(found, "SUBITEM_OF")
    assert [
        p.label for p in found.paragraphs if p.part == "report" and "." not in str(p.label)
    ] == [str(number) for number in range(1, 13)]


def test_numbered_headings_are_no_paragraphs(found: Reading) -> None:
    topics = [p for p in found.paragraphs if p.role == "topic"]
    assert [found.text.repaired[p.start : p.end] for p in topics] == [
        "1.\tProceedings",
        "2.\tConclusions",
    ]


def test_a_heading_without_a_label_is_no_part_of_the_paragraph_above_it() -> None:
    text = TEXT.replace("\t\t\t8.\tThe SBI", "\t\t\tLamps and their oil\n\t\t\t8.\tThe SBI")
    found = reading(text, REPORT_NAME)
    texts = {p.label: found.text.repaired[p.start : p.end] for p in found.paragraphs if p.label}
    assert texts["7"] == "7.\tThe SBI welcomed the report on lamps."
    assert (f"{REPORT}#8", item("3")) in ends(found, "UNDER")


@pytest.mark.parametrize(
    ("label", "document"),
    [
        ("2(a)", "FCCC/SBI/2030/1"),
        ("3", "FCCC/SBI/2030/2"),
        # shortened symbols stand for what they add to
        ("3", "FCCC/SBI/2030/2/Add.1"),
        ("3", "FCCC/SBI/2030/INF.3"),
        ("3", "FCCC/SBI/2030/INF.3/Corr.1"),
        ("3", "FCCC/TP/2030/1"),
        # the sub-item held in abeyance has no text; what follows is of the next
        ("4(b)", "FCCC/SBI/2030/INF.4"),
        # two headings, one text: "considered these agenda sub-items"
        ("4(c)", "FCCC/SBI/2030/INF.5"),
        ("4(d)", "FCCC/SBI/2030/INF.5"),
    ],
)
def test_documents_before_the_body(found: Reading, label: str, document: str) -> None:
    assert (item(label), f"doc:{document}") in ends(found, "DOCUMENTATION")


def test_no_item_has_documents_that_lay_under_another(found: Reading) -> None:
    counted = dict.fromkeys(AGENDA, 0)
    for source, _ in ends(found, "DOCUMENTATION"):
        counted[source.rpartition("/")[2]] += 1
    assert {label: n for label, n in counted.items() if n} == {
        "2(a)": 1,
        "3": 5,
        "4(b)": 1,
        "4(c)": 1,
        "4(d)": 1,
    }


def recorded(found: Reading) -> set[str]:
    """The labels of the paragraphs that record something."""
    return {
        target.rpartition("#")[2]
        for _, target in ends(found, "HAS_PROVISION")
        if target.startswith("doc:")
    }


def test_conclusions_are_provisions_under_their_item(found: Reading) -> None:
    # how the body arranged its sitting (2, 3, 5, 6), what was said (4, 12) and what lay before it
    # is narrative
    assert recorded(found) == {"7", "8", "8.a", "8.b", "9", "10"}
    under = {"7": "3", "8": "3", "8.a": "3", "8.b": "3", "9": "3", "10": "4(b)"}
    assert ends(found, "UNDER") == {
        (f"{REPORT}#{paragraph}", item(label)) for paragraph, label in under.items()
    }
    assert (f"{REPORT}#8", f"{REPORT}#8.a") in ends(found, "HAS_PROVISION")
    assert (f"{REPORT}#9", "actor:parties") in ends(found, "ADDRESSED_TO")


@pytest.mark.parametrize(
    ("paragraphs", "labels"),
    [
        # a body that names itself once and lists what it did
        (
            [
                "1. Following a debate, the Meeting of the Parties:",
                "(a) Welcomed the lamps;",
                "(b) Requested the secretariat to trim them.",
            ],
            {"1", "1.a", "1.b"},
        ),
        # what speakers asked is theirs, also in a list
        (["1. Speakers made remarks:", "(a) A representative of Chad requested a lamp."], set()),
        (["1. A representative of Chad urged the Parties to act."], set()),
        # "it" is who spoke last: the body …
        (
            ["1. The Meeting of the Parties discussed lamps. It requested the Bureau to act."],
            {"1"},
        ),
        (
            ["1. The Meeting of the Parties took note of it.", "2. It invited Parties to act."],
            {"1", "2"},
        ),
        # … or somebody else
        (["1. The delegation of Chad spoke of lamps. It requested the Bureau to act."], set()),
        # two bodies together; another body alone
        (["1. The Meeting of the Parties and the Committee invited Parties to act."], {"1"}),
        (["1. The General Assembly invited States to act."], set()),
        # the organ's head is not the organ
        (["1. The Meeting of the Parties Chair invited speakers to be brief."], set()),
        # full stops within words end nothing
        (
            ["1. The Meeting of the Parties, recalling decision 2/CP.7, invited Parties to act."],
            {"1"},
        ),
        # an aside of the sitting beside what matters
        (["1. The Meeting of the Parties adopted its agenda."], set()),
        (
            ["1. The Meeting of the Parties adopted its agenda and requested the Bureau to act."],
            {"1"},
        ),
        # whom it elects is no decision of substance
        (["1. The Meeting of the Parties elected Ms. Ada Hull as Chair."], set()),
    ],
)
def test_what_a_paragraph_records(paragraphs: list[str], labels: set[str]) -> None:
    head = "Report of the Meeting of the Parties on its ninth session\n\nI. Lamps\n"
    read = reading(head + "\n".join(paragraphs) + "\n", "ECE_MP.WAT_99.en.txt")
    assert recorded(read) == labels


def test_an_agenda_is_told_from_the_paragraphs_that_follow_it_in_other_languages() -> None:
    text = (
        "Rapport de l'Organe subsidiaire de mise en œuvre sur sa soixantième session\n\n"
        "1. La session s'est tenue à Bonn.\n"
        "2. L'Organe subsidiaire a adopté son ordre du jour, tel que modifié :\n"
        "1. Ouverture de la session.\n"
        "2. Phares.\n"
        "3. Clôture de la session.\n"
        "3. Des déclarations ont été faites. Le Président a remercié les orateurs.\n"
    )
    read = outline(text, "FCCC_SBI_2030_8.fr.txt")
    assert [(p.part, p.label) for p in read.paragraphs if p.label] == [
        ("report", "1"),
        ("report", "2"),
        ("agenda", "1"),
        ("agenda", "2"),
        ("agenda", "3"),
        ("report", "3"),
    ]


COMMITTEE = """\
Report of the Committee on Housing and Land Management on its ninety-ninth session

Contents\t\tParagraphs\tPage
I.\tIntroduction\t\t1\t2
II.\tOpening (agenda item 1)\t\t2\t2
III.\tReview of roofs and walls
(agenda item 2)\t\t3-4\t3
A.Roofs (agenda item 2a)3\t3
B.Walls (agenda item 2b)4\t3
I.\tIntroduction
1.\tThe Committee met in Geneva.
II.\tOpening
Documentation:\tECE/HBP/299; ECE/HBP/2031/Inf. 1
2.\tThe Chair opened the session.
III.\tReview of roofs and walls
A.Roofs
Documentation:\tECE/HBP/2031/4
3.\tThe Committee:
(a)\tWelcomed the study on roofs;
(b)\tRequested the secretariat to mend them.
B.Walls
4.\tA representative of Chad requested a wall.
"""


def test_items_that_only_the_contents_number() -> None:
    found = reading(COMMITTEE, "ECE_HBP_300.en.txt")
    own = "item:ece-housing/99/"
    titles = {
        node.id: node.properties["title"]["en"]
        for node in found.nodes
        if node.type == "agenda item" and node.properties.get("title")
    }
    assert titles == {
        f"{own}1": "Opening",
        f"{own}2": "Review of roofs and walls",
        f"{own}2(a)": "Roofs",
        f"{own}2(b)": "Walls",
    }
    assert ends(found, "DOCUMENTATION") == {
        (f"{own}1", "doc:ECE/HBP/299"),
        (f"{own}1", "doc:ECE/HBP/2031/Inf.1"),
        (f"{own}2(a)", "doc:ECE/HBP/2031/4"),
    }
    assert ends(found, "UNDER") == {
        (f"doc:ECE/HBP/300#{label}", f"{own}2(a)") for label in ("3", "3.a", "3.b")
    }


def test_a_chapter_about_several_items_is_of_each_of_them() -> None:
    text = (
        "Report of the Subsidiary Body for Implementation on the second part of its sixtieth session\n\n"
        "I.\tReport on lamps\n(Agenda items 3, 4(a–c) and 6)\n"
        "1.\tThe SBI invited Parties to act.\n"
    )
    found = reading(text, REPORT_NAME)
    assert ends(found, "UNDER") == {
        (f"{REPORT}#1", item(label)) for label in ("3", "4(a)", "4(b)", "4(c)", "6")
    }
    assert (item("4(a)"), item("4")) in ends(found, "SUBITEM_OF")


def test_a_body_that_counts_meetings_has_sessions_by_them() -> None:
    text = (
        "Conference of the Parties to the Convention on the Transboundary Effects of Industrial "
        "Accidents\nThirtieth meeting\nGeneva, 3–5 March 2031\n"
        "Report of the Conference of the Parties on its thirtieth meeting\n\n"
        "I.\tLamps\n1.\tThe Conference invited Parties to act.\n"
    )
    found = reading(text, "ECE_CP.TEIA_99.en.txt")
    assert ends(found, "REPORTS_ON") == {("doc:ECE/CP.TEIA/99", "session:ece-teia/30")}


@pytest.mark.parametrize(
    ("sentence", "actions", "asked"),
    [
        # what an organ worked on first comes before what it decided
        (
            "The SBI completed its review and recommended that States act.",
            ["recommend"],
            ["actor:states"],
        ),
        (
            "At its 3rd meeting, the SBI considered lamps and urged Parties to act.",
            ["urge"],
            ["actor:parties"],
        ),
        # … but not what somebody else did with what it worked on
        ("The SBI considered a note prepared by Parties.", [], []),
        # a draft for another body asks that body
        (
            "The SBI recommended a draft decision for consideration and adoption at COP 40.",
            ["recommend"],
            ["body:unfccc-cop"],
        ),
        # whose actions are to be undertaken
        (
            "The SBI requested that the actions of the secretariat be undertaken.",
            ["request"],
            ["actor:secretariat"],
        ),
        # two that act together; whose Chair it is
        (
            "The SBSTA and the SBI agreed to continue their work.",
            ["agree"],
            ["body:unfccc-sbi", "body:unfccc-sbsta"],
        ),
        ("The SBI invited the SBSTA Chair to act.", ["invite"], ["actor:president"]),
        # constituted bodies, by their abbreviations too
        (
            "The SBI invited the LEG and the Adaptation Committee to meet.",
            ["invite"],
            ["body:unfccc-leg", "body:unfccc-adaptation-committee"],
        ),
    ],
)
def test_what_a_conclusion_asks_of_whom(
    sentence: str, actions: list[str], asked: list[str]
) -> None:
    text = TEXT.replace("The SBI welcomed the report on lamps.", sentence)
    found = reading(text, REPORT_NAME)
    said = next(
        n.properties for n in found.nodes if n.id == f"{REPORT}#7" and "action" in n.properties
    )
    assert said["action"] == actions
    assert [t for s, t in sorted(ends(found, "ADDRESSED_TO")) if s == f"{REPORT}#7"] == sorted(
        asked
    )


def test_decisions_that_a_report_names_by_number_and_keeps_elsewhere() -> None:
    text = (
        "Geneva, 3–5 March 2031\nReport of the Meeting of the Parties on its twelfth session\n\n"
        "I.\tLamps\n1.\tThe Chair presented the Draft decision on the trimming of lamps "
        "(ECE/MP.WAT/2031/4) and a draft decision on oil (ECE/MP.WAT/2031/5).\n"
        "2.\tThe Meeting of the Parties:\n"
        "(a)\tRecalled decision XI/3, which it had adopted before;\n"
        "(b)\tAdopted decision XII/1 on the trimming of lamps (see ECE/MP.WAT/99.Add.2).\n"
    )
    found = reading(text, "ECE_MP.WAT_99.en.txt")
    decision = "dec:ece-water/12/1"
    assert ends(found, "ADOPTED_AT") == {(decision, "session:ece-water/12")}
    assert ends(found, "CONTAINED_IN") == {(decision, "doc:ECE/MP.WAT/99/Add.2")}
    assert ends(found, "DRAFT_OF") == {("doc:ECE/MP.WAT/2031/4", decision)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It considered agenda item 4(b).", [item("4(b)")]),
        # of another organ, whose session is named, …
        ("It met on SBSTA 60 agenda item 11.", ["item:unfccc-sbsta/60/11"]),
        # … or is not
        ("It met on agenda item 7 of the SBSTA.", [None]),
        ("It met on SBSTA agenda sub-items 7(a) and (b).", [None, None]),
        ("It met on SBI agenda item 3.", [item("3")]),
    ],
)
def test_whose_agenda_an_item_is_on(sentence: str, expected: list[str | None]) -> None:
    found = reading(TEXT.replace("The Chair thanked the delegates.", sentence), REPORT_NAME)
    start = found.text.repaired.index(sentence)
    items = [m for m in found.mentions if m.kind == "agenda item" and m.start >= start]
    assert [mention.target for mention in items] == expected


@pytest.mark.parametrize(
    ("name", "masthead", "relation", "expected"),
    [
        # a document is written for an item …
        (
            "HSP_GC_40_2.en.txt",
            "Fortieth session\nNairobi, 3–5 March 2031\nItem 5 of the provisional agenda*\n"
            "Report of the Executive Director\n\nSee agenda item 6.\n",
            "DOCUMENTATION",
            ("item:habitat-gc/40/5", "doc:HSP/GC/40/2"),
        ),
        # … an act is adopted under one
        (
            "A_RES_95_7.en.txt",
            "Ninety-fifth session\nAgenda item 71 (b)\n95/7. Lamps\nThe General Assembly,\n"
            "1. Requests the Secretary-General to trim them;\n",
            "UNDER",
            ("res:ga/95/7", "item:ga/95/71(b)"),
        ),
    ],
)
def test_the_item_in_the_masthead(
    name: str, masthead: str, relation: str, expected: tuple[str, str]
) -> None:
    assert ends(reading(masthead, name), relation) == {expected}


def test_a_longer_name_that_holds_the_body_s_short_one_is_another_body() -> None:
    text = COMMITTEE.replace(
        "A representative of Chad requested a wall.",
        "The ECE Executive Committee decided that walls be built.",
    )
    found = reading(text, "ECE_HBP_300.en.txt")
    assert recorded(found) == {"3", "3.a", "3.b"}
