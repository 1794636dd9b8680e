"""What one document says: nodes and edges, each with the stretch of text that says it."""

from __future__ import annotations

import pytest

from graph.model.records import Edge, Node
from graph.model.schema import load_model
from ingest.records import Reading
from tests.reading.ninth_session import REPORT, REPORT_NAME, REPORTS
from tests.reading.tenth_session import AGENDA_NAME
from tests.reading.texts import agenda, ends, reading, report

BOTH = pytest.mark.parametrize("language", ["ar", "en"])
ACT = "dec:untoc-cop/9/1"
NINTH, TENTH = "session:untoc-cop/9", "session:untoc-cop/10"


def doc(symbol: str) -> str:
    return f"doc:CTOC/COP/{symbol}"


def item(label: str) -> str:
    return f"item:untoc-cop/{label}"


def edge(found: Reading, relation: str, source: str, target: str) -> Edge:
    """The first edge of a relation between two nodes."""
    edges = [e for e in found.edges if e.key == (relation, source, target)]
    assert edges, f"no {relation} from {source} to {target}"
    return edges[0]


def node(found: Reading, node_id: str) -> Node:
    """What a reading says of a node, put together."""
    said = [n for n in found.nodes if n.id == node_id]
    assert said, f"no {node_id}"
    return Node(node_id, said[0].type, {k: v for n in said for k, v in n.properties.items() if v})


# The document, its session, its acts


@BOTH
def test_the_document_and_its_session(language: str) -> None:
    found = report(language)
    assert ends(found, "REPORTS_ON") == {(REPORT, NINTH)}
    assert ends(found, "SESSION_OF") >= {(NINTH, "body:untoc-cop")}
    session = node(found, NINTH).properties
    assert (session["start"], session["end"]) == ("2030-03-04", "2030-03-08")
    assert session["place"] == {language: {"en": "Vienna", "ar": "فيينا"}[language]}
    assert node(found, REPORT).properties["kind"] == "report"


@BOTH
def test_a_decision_its_title_and_where_its_text_stands(language: str) -> None:
    found = report(language)
    title = {"en": "Customs and waterways", "ar": "الجمارك والمجاري المائية"}[language]
    decision = node(found, ACT).properties
    assert decision["title"] == {language: title}
    assert (decision["kind"], decision["designation"], decision["number"]) == (
        "decision",
        "9/1",
        "1",
    )
    assert ends(found, "CONTAINED_IN") == {(ACT, REPORT)}
    # points hang under their letter, letters under the decision
    assert ends(found, "HAS_PROVISION") >= {(ACT, f"{ACT}#c"), (f"{ACT}#c", f"{ACT}#c.2")}
    assert (ACT, f"{ACT}#c.2") not in ends(found, "HAS_PROVISION")


@BOTH
def test_what_a_provision_says(language: str) -> None:
    found = report(language)
    asked = node(found, f"{ACT}#a").properties
    assert (asked["action"], asked["class"], asked["is_mandate"]) == (
        ["request"],
        ["directive"],
        True,
    )
    assert asked["deliverable"] == "guidelines"
    assert asked["text"][language].endswith({"en": "tenth session;", "ar": "العاشرة؛"}[language])
    assert ends(found, "DUE_AT") == {
        (f"{ACT}#a", TENTH),
        (f"{ACT}#f", TENTH),
        (f"{REPORT}#7", TENTH),
    }
    assert (f"{ACT}#g", "actor:international-organizations") in ends(found, "ADDRESSED_TO")
    assert node(found, f"{ACT}#c").properties["conditions"] == ["existing-resources"]


@BOTH
def test_the_agenda_that_a_paragraph_adopts(language: str) -> None:
    found = report(language)
    assert (item("9/2(b)"), item("9/2")) in ends(found, "SUBITEM_OF")
    assert (item("9/2(b)"), NINTH) in ends(found, "ITEM_OF")
    assert node(found, item("9/2(b)")).properties["agendas"] == ["adopted"]
    # the annexed draft belongs to the next session, and is marked as this report's
    draft = "item:untoc-cop/10/2(b)(2)@CTOC/COP/2030/9"
    assert (draft, TENTH) in ends(found, "ITEM_OF")
    assert node(found, draft).properties["agendas"] == ["draft"]


# What was before the body, and what it did


@BOTH
def test_had_before_it_and_considered_but_no_mere_mention(language: str) -> None:
    found = report(language)
    documented = ends(found, "DOCUMENTATION")
    assert documented == {
        # "It had before it": an addendum without its stem belongs to the symbol before it
        (item("9/2"), doc("2030/2")),
        (item("9/2"), doc("2030/3")),
        (item("9/2"), doc("2030/3/Add.1")),
        # "considered a proposal"
        (item("9/3"), doc("2030/L.3")),
        # a list that "the following documents" leads
        (item("9/4"), doc("2030/5")),
        (item("9/4"), doc("2030/6")),
    }
    # an older study that a speaker mentioned is cited, no more
    assert (REPORT, doc("2028/4")) in ends(found, "CITES")


@BOTH
def test_an_adopted_draft_gives_the_draft_and_no_documentation(language: str) -> None:
    found = report(language)
    draft = doc("2030/L.2/Rev.1")
    assert ends(found, "DRAFT_OF") == {(draft, ACT)}
    assert draft not in {target for _, target in ends(found, "DOCUMENTATION")}
    assert (ACT, item("9/2")) in ends(found, "UNDER")
    stated = [e for e in found.edges if e.type == "ADOPTED_AT" and e.basis == "stated"]
    assert [(e.source, e.target) for e in stated] == [(ACT, NINTH)]
    assert (stated[0].properties["date"], stated[0].properties["meeting"]) == ("2030-03-08", "5")


@BOTH
def test_a_misprinted_symbol_is_suspect(language: str) -> None:
    # CTOP for CTOC: the likely document, marked, and a remark with what is printed
    found = report(language)
    assert edge(found, "DOCUMENTATION", item("9/4"), doc("2030/6")).properties["suspect"] is True
    assert "suspect" not in edge(found, "DOCUMENTATION", item("9/4"), doc("2030/5")).properties
    remarks = [r for r in found.remarks if r.kind == "suspect"]
    assert [(r.text, r.guess) for r in remarks] == [("CTOP/COP/2030/6", doc("2030/6"))]


@BOTH
def test_what_is_put_off(language: str) -> None:
    assert ends(report(language), "DEFERRED_TO") == {
        (doc("2030/L.3"), TENTH),
        ("rule:untoc-cop/20", TENTH),
    }
    # … comes back under the item whose annotation recalls it
    assert ends(agenda(language), "DEFERRED_TO") == {("rule:untoc-cop/20", item("10/3"))}


@BOTH
def test_a_report_paragraph_that_records_a_decision_is_a_provision(language: str) -> None:
    found = report(language)
    recorded = {n for n in ends(found, "HAS_PROVISION") if n[0] == REPORT}
    assert recorded == {(REPORT, f"{REPORT}#7"), (REPORT, f"{REPORT}#8")}
    assert ends(found, "UNDER") >= {(f"{REPORT}#7", item("9/3")), (f"{REPORT}#8", item("9/3"))}
    request = node(found, f"{REPORT}#8").properties
    assert (request["action"], request["is_mandate"]) == (["request"], True)
    # what is said in it is said by the paragraph, not by the report as a whole
    assert (f"{REPORT}#7", "rule:untoc-cop/20") in ends(found, "CITES")


@BOTH
def test_the_list_of_documents_before_the_session(language: str) -> None:
    assert ends(report(language), "BEFORE") == {
        (NINTH, doc(symbol)) for symbol in ("2030/2", "2030/3", "2030/3/Add.1", "2030/5")
    }
    title = {"en": "Barges: note by the Secretariat", "ar": "الصنادل: مذكرة من الأمانة"}[language]
    assert node(report(language), doc("2030/2")).properties["title"] == {language: title}


@BOTH
def test_who_submitted_a_document(language: str) -> None:
    found = report(language)
    assert ends(found, "SUBMITTED_BY") == {
        (doc("2030/2"), "actor:secretariat"),
        (doc("2030/3"), "actor:secretary-general"),
        (doc("2030/5"), "actor:secretariat"),
        (doc("2030/L.3"), "actor:secretariat"),
        # States in a row submitted together
        (doc("2030/L.2/Rev.1"), "actor:state/AUT"),
        (doc("2030/L.2/Rev.1"), "actor:state/BRA"),
    }


@pytest.mark.parametrize(
    ("language", "entry", "actor"),
    [
        ("en", "Locks: report of the Secretary-General (CTOC/COP/2032/7)", "secretary-general"),
        ("en", "Working paper prepared by the Secretariat on locks (CTOC/COP/2032/7)", "secretariat"),
        ("ar", "الأهوسة: تقرير الأمين العام (CTOC/COP/2032/7)", "secretary-general"),
        ("ar", "ورقة عمل أعدتها الأمانة عن الأهوسة (CTOC/COP/2032/7)", "secretariat"),
        # a note that passes on another's report is the note's
        ("en", "Note by the Secretariat transmitting a report (CTOC/COP/2032/7)", "secretariat"),
        ("ar", "مذكرة من الأمانة تحيل بها تقرير الأمين العام (CTOC/COP/2032/7)", "secretariat"),
        # a title that only speaks of somebody names no submitter
        ("en", "The Secretary-General and his locks (CTOC/COP/2032/7)", None),
        ("ar", "أهوسة الأمين العام (CTOC/COP/2032/7)", None),
    ],
)  # fmt: skip
def test_submitters_are_those_whom_the_title_names_as_such(
    language: str, entry: str, actor: str | None
) -> None:
    heads = {
        "en": (
            "Tenth session\n\nAnnotated provisional agenda\n\n1. Locks.\n\nAnnotations\n\n1. Locks\n\n"
            "Words.\n\nDocumentation\n\n"
        ),
        "ar": (
            "الدورة العاشرة\n\nجدول الأعمال المؤقت وشروحه\n\n1- الأهوسة.\n\nالشروح\n\n1- الأهوسة\n\nكلام.\n\n"
            "الوثائق\n\n"
        ),
    }
    found = reading(heads[language] + entry + "\n", AGENDA_NAME.format(language))
    assert ends(found, "DOCUMENTATION") == {(item("10/1"), doc("2032/7"))}
    assert ends(found, "SUBMITTED_BY") == ({(doc("2032/7"), f"actor:{actor}")} if actor else set())


# Symbols


@pytest.mark.parametrize(
    ("printed", "relations"),
    [
        ("CTOC/COP/2030/2/Rev.2", {("REVISES", "2030/2/Rev.2", "2030/2")}),
        # a corrigendum to an addendum to a revision: each to the one below it
        (
            "CTOC/COP/2030/2/Rev.1/Add.1/Corr.1",
            {
                ("CORRIGENDUM_TO", "2030/2/Rev.1/Add.1/Corr.1", "2030/2/Rev.1/Add.1"),
                ("ADDENDUM_TO", "2030/2/Rev.1/Add.1", "2030/2/Rev.1"),
                ("REVISES", "2030/2/Rev.1", "2030/2"),
            },
        ),
        # a range of addenda
        (
            "CTOC/COP/2030/L.1 and Add.1 to Add.3",
            {("ADDENDUM_TO", f"2030/L.1/Add.{n}", "2030/L.1") for n in (1, 2, 3)},
        ),
        ("CTOC/COP/2030/2", set()),
    ],
)
def test_what_a_symbol_says_of_other_documents(
    printed: str, relations: set[tuple[str, str, str]]
) -> None:
    found = reading(f"The barges are described in {printed}.\n", "CTOC_COP_2030_8.en.txt")
    kinds = ("REVISES", "ADDENDUM_TO", "CORRIGENDUM_TO")
    told = {(e.type, e.source, e.target) for e in found.edges if e.type in kinds}
    assert told == {(kind, doc(one), doc(other)) for kind, one, other in relations}
    assert all(e.basis == "structural" for e in found.edges if e.type in kinds)


# References


@BOTH
def test_a_reference_belongs_to_the_smallest_node_that_holds_it(language: str) -> None:
    cites = ends(report(language), "CITES")
    assert (f"{ACT}#b", "art:untoc/29") in cites
    assert (ACT, "art:untoc/29") not in cites
    # a preamble has no node of its own: the decision cites, and says where
    preamble = edge(report(language), "CITES", ACT, "art:untoc/28")
    assert preamble.properties["part"] == "preamble"
    assert edge(report(language), "CITES", f"{ACT}#b", "art:untoc/29").properties["paragraphs"] == [
        "1"
    ]
    # either Protocol is cited by the provision that names it
    assert (f"{ACT}#d", "inst:untoc-firearms") in cites
    assert (f"{ACT}#e", "inst:untoc-firearms") not in cites
    # a decision does not cite itself in its own heading
    assert not any(source == ACT and target == ACT for source, target in cites)


@pytest.mark.parametrize(
    ("language", "text", "target"),
    [
        # an article "thereof" is of what was named last, though rules of procedure stand before it
        (
            "en",
            "Under rule 14 of the rules of procedure, a State that has signed the Convention in keeping with "
            "article 36, paragraph 1, thereof, may speak.",
            "art:untoc/36",
        ),
        (
            "ar",
            "وفقا للمادة 14 من النظام الداخلي، لكل دولة وقعت على الاتفاقية عملا بالفقرة 1 من المادة 36 منها "
            "أن تتكلم.",
            "art:untoc/36",
        ),
        # … or of the rules, where they were
        (
            "ar",
            "قبل الاتفاقية وفقا للمادة 14 من النظام الداخلي، وللمادة 36 منه، تكلم الحاضرون.",
            "rule:untoc-cop/36",
        ),
    ],
)
def test_an_article_of_what_was_named_last(language: str, text: str, target: str) -> None:
    found = reading(f"{text}\n", f"CTOC_COP_2030_8.{language}.txt")
    cited = {end for _, end in ends(found, "CITES") if end.endswith("/36")}
    assert cited == {target}


@BOTH
def test_pursuant_to_is_what_an_annotation_names(language: str) -> None:
    found = ends(agenda(language), "PURSUANT_TO")
    items = {item(f"10/{label}") for label in ("2(a)", "2(b)", "2(c)", "2(d)", "3")}
    assert {(source, target) for source, target in found if target == ACT} == {
        (i, ACT) for i in items
    }
    # a report speaks of decisions too, and acts on its own
    assert ends(report(language), "PURSUANT_TO") == set()


@BOTH
def test_an_annotation_is_all_its_paragraphs(language: str) -> None:
    told = node(agenda(language), item("10/2(a)")).properties["annotation"][language]
    # the list in it and what follows; its documents and the next item's words are not its own
    first, last = {
        "en": ("In its decision", "(b) Read them."),
        "ar": ("طلب المؤتمر", "(ب) قرأتها."),
    }[language]
    assert told.startswith(first)
    assert told.endswith(last)
    assert told.count("\n") == 2


@BOTH
def test_the_groups_ground_and_founding(language: str) -> None:
    sentences = {
        "en": (
            "4. Pursuant to decision 8/3, the Working Group on Firearms met twice. The Working Group on "
            "Technical Assistance, established by decision 7/2, met once.\n"
        ),
        "ar": (
            "4- عملا بالمقرر 8/3، اجتمع الفريق العامل المعني بالأسلحة النارية مرتين. واجتمع مرة واحدة "
            "الفريق العامل المعني بالمساعدة التقنية، الذي أُنشئ بالمقرر 7/2.\n"
        ),
    }
    head = REPORTS[language].split("4. The")[0].split("4- نظر")[0]
    found = reading(head + sentences[language], REPORT_NAME.format(language))
    assert ends(found, "PURSUANT_TO") == {("wg:untoc-cop/firearms", "dec:untoc-cop/8/3")}
    assert ends(found, "ESTABLISHED_BY") == {
        ("wg:untoc-cop/technical-assistance", "dec:untoc-cop/7/2")
    }


# Evidence


@BOTH
@pytest.mark.parametrize("told", [report, agenda])
def test_every_edge_shows_the_stretch_that_says_it(told: object, language: str) -> None:
    found: Reading = told(language)  # type: ignore[operator]
    for each in found.edges:
        (evidence,) = each.evidence
        assert evidence.checksum == found.checksum
        assert (evidence.document, evidence.language) == (found.identity.document, language)
        if evidence.rule.startswith("pack:"):
            continue
        shown = " ".join(found.text.original[start:end] for start, end in evidence.spans)
        # kashida is folded away: «(هـ)» is quoted as (ه)
        printed = "".join(shown.split()).replace("ـ", "")
        assert printed == "".join(evidence.quotation.split()), each.key


def test_evidence_says_where_in_the_document() -> None:
    found = report("en")
    pinpoints = {
        (e.type, e.target): e.evidence[0].pinpoint
        for e in found.edges
        if e.type in ("HAS_PROVISION", "DRAFT_OF")
    }
    assert pinpoints["HAS_PROVISION", f"{ACT}#c.2"] == "decision 9/1, paragraph (c) (2)"
    assert pinpoints["DRAFT_OF", ACT] == "paragraph 6"


@BOTH
@pytest.mark.parametrize("told", [report, agenda])
def test_a_reading_says_only_what_the_model_knows(told: object, language: str) -> None:
    found: Reading = told(language)  # type: ignore[operator]
    model = load_model()
    for each in found.edges:
        model.validate(each)
    named = {n.id for n in found.nodes}
    assert {end for e in found.edges for end in (e.source, e.target)} <= named
