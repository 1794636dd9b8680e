"""What provisions ask, of whom, by when: the same sentence in Arabic and in English says the same."""

from __future__ import annotations

from typing import Any

import pytest

from ingest.packs import load_packs
from ingest.reading.find import find
from ingest.reading.relate.provisions import Understanding, understand
from ingest.records import Identity, Mention

BODY, SESSION = "untoc-cop", "3"


def read(text: str, language: str, **options: Any) -> Understanding:
    """Understand a sentence of the third session of the Conference, with the references in it."""
    packs = load_packs()
    pack = packs.languages[language]
    said = {"body": BODY, "session": SESSION, **options}
    identity = Identity("doc:~letter", None, language, said["body"], said["session"])
    said.setdefault("mentions", find(text, pack, packs, identity))
    return understand(text, pack, **said)


def mention(text: str, words: str, kind: str, target: str, offset: int = 0) -> Mention:
    """A reference that the finder would have found in `text`."""
    start = text.index(words) + offset
    return Mention(kind, start, start + len(words), words, target)


@pytest.mark.parametrize(
    ("arabic", "english", "addressees"),
    [
        (
            "يطلب إلى أمانته أن تعد دليلا",
            "Requests its secretariat to prepare a guide",
            ["secretariat"],
        ),
        # a group that is restricted is the group
        (
            "يناشد الدول الأطراف التي قدمت إليها الأمانة طلبات أن ترد عليها",
            "Calls upon States parties to which the Secretariat sent requests to answer them",
            ["states-parties"],
        ),
        (
            "يناشد كل دولة طرف أن تعين جهة وصل",
            "Calls upon each State party to appoint",
            ["states-parties"],
        ),
        # several, joined
        (
            "يدعو الدول الأعضاء والمنظمات الدولية والمجتمع المدني إلى التعاون",
            "Invites Member States, international organizations and civil society to cooperate",
            ["member-states", "international-organizations", "civil-society"],
        ),
        # one phrase for two groups
        (
            "يدعو المنظمات الدولية والإقليمية إلى التعاون",
            "Invites international and regional organizations to cooperate",
            ["international-organizations", "regional-organizations"],
        ),
        # what a subject does to others does not address these
        (
            "يوصي بأن تدعو الأمانة المنظمات الدولية والمؤسسات المالية إلى الاجتماع",
            "Recommends that the Secretariat invite international organizations to the meeting",
            ["secretariat"],
        ),
        # who is consulted is not asked
        (
            "يطلب إلى الأمانة، بالتشاور مع الدول الأطراف، أن تعد دليلا",
            "Requests the Secretariat, in consultation with States parties, to prepare a guide",
            ["secretariat"],
        ),
        # whom the purpose names is not asked
        (
            "يطلب إلى أمانته أن تعد دليلا بغية مساعدة الدول الأطراف والسلطات المركزية",
            "Requests its secretariat to prepare a guide with a view to helping States parties and"
            " central authorities",
            ["secretariat"],
        ),
        # the organ that somebody belongs to is not asked
        (
            "يشجع مكتب مؤتمر الأطراف على أن يراعي المناقشات",
            "Encourages the Bureau of the Conference of the Parties to heed the discussions",
            ["bureau"],
        ),
        # something is encouraged, nobody is asked by name
        ("يشجع على استعمال الأداة", "Encourages the use of the tool by States", []),
        # a words between commas stands before the addressee
        (
            "يطلب، في هذا الصدد، إلى الأمانة أن تعد دليلا",
            "Requests, in this regard, the Secretariat to prepare a guide",
            ["secretariat"],
        ),
        # to be reminded is to be addressed
        (
            "يذكّر الدول الأطراف بواجباتها",
            "Reminds States parties of their obligations",
            ["states-parties"],
        ),
        # to be thanked or welcomed is not
        ("يرحب بعمل الأمانة", "Welcomes the work of the Secretariat", []),
        # those authorities are the ones named before
        (
            "يطلب إلى أمانته أن تدعم السلطات المركزية، ويشجع تلك السلطات على التعاون",
            "Requests its secretariat to support the central authorities, and encourages those"
            " authorities to cooperate",
            ["secretariat", "central-authorities"],
        ),
    ],
)
def test_addressees(arabic: str, english: str, addressees: list[str]) -> None:
    expected = [f"actor:{slug}" for slug in addressees]
    assert [node for node, _ in read(arabic, "ar").addressees] == expected
    assert [node for node, _ in read(english, "en").addressees] == expected


def test_each_addressee_goes_with_its_verb() -> None:
    said = read("Urges States parties to reply and encourages signatory States to do so", "en")
    assert said.addressees == (
        ("actor:states-parties", "urge"),
        ("actor:signatories", "encourage"),
    )


def test_head_of_the_programme_depends_on_who_speaks() -> None:
    text = "Requests the Executive Director to report on progress"
    heads = {body: read(text, "en", body=body).addressees[0][0] for body in ("untoc-cop", "unea")}
    assert heads == {
        "untoc-cop": "actor:executive-director-unodc",
        "unea": "actor:executive-director-unep",
    }


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        # passive: the matter comes before the organ itself
        (
            "يقرر أن تناقش في دورته الرابعة مسألة المصادرة",
            "Decides to discuss at its fourth session the question of confiscation",
        ),
        ("يقرر مواصلة النظر في المسألة", "Decides to continue its consideration of the matter"),
        ("يقرر أن يواصل المؤتمر تبادل الآراء", "Decides that the Conference shall exchange views"),
    ],
)
def test_organ_decides_that_it_shall_act(arabic: str, english: str) -> None:
    for text, language in ((arabic, "ar"), (english, "en")):
        said = read(text, language)
        assert said.addressees == (("body:untoc-cop", "decide"),)
        assert said.is_mandate


def test_working_group_is_asked_by_decision_and_offsets_count_in_the_document() -> None:
    group = "wg:untoc-cop/technical-assistance"
    for text, words, language in (
        ("يقرر أن يدرس الفريق العامل التقارير", "الفريق العامل", "ar"),
        ("Decides that the Working Group shall study the reports", "Working Group", "en"),
    ):
        found = mention(text, words, "working group", group, offset=5_000)
        said = read(text, language, mentions=[found], offset=5_000)
        assert said.addressees == ((group, "decide"),)


def test_working_group_that_agreed_is_asked_itself() -> None:
    group = "wg:untoc-cop/technical-assistance"
    text = "واتفق الفريق العامل على أن يقوم بتدارس المسألة"
    said = read(text, "ar", mentions=[mention(text, "الفريق العامل", "working group", group)])
    assert said.addressees == ((group, "agree"),)


@pytest.mark.parametrize(
    ("arabic", "english", "due"),
    [
        (
            "يطلب إلى أمانته أن تقدم تقريرا إلى المؤتمر في دورته الرابعة",
            "Requests its secretariat to submit a report to the Conference at its fourth session",
            {"session": "session:untoc-cop/4", "when": "at"},
        ),
        (
            "يناشد الدول الأطراف أن ترد قبل انعقاد دورته الرابعة وفي موعد لا يتجاوز نهاية حزيران/يونيه 2007",
            "Calls upon States parties to reply before its fourth session, no later than the end of"
            " June 2007",
            {"session": "session:untoc-cop/4", "when": "before", "date": "2007-06"},
        ),
        (
            "يقرر النظر في المسألة في دورته المقبلة",
            "Decides to consider the matter at its next session",
            {"session": "next", "when": "at"},
        ),
        (
            "يدعو الأطراف إلى تقديم آرائها بحلول 31 آذار/مارس 2017",
            "Invites Parties to submit their views by 31 March 2017",
            {"session": None, "date": "2017-03-31", "when": "before"},
        ),
        # a meeting of others that is to be held before the session is no session
        (
            "يطلب إلى أمانته أن تقدم مقترحات إلى الفريق العامل في اجتماعه الذي سيعقد قبل"
            " دورة المؤتمر الرابعة",
            "Requests its secretariat to submit proposals to the Working Group at its meeting to be"
            " held before the fourth session of the Conference",
            {"session": None, "date": None},
        ),
    ],
)
def test_due(arabic: str, english: str, due: dict[str, str | None]) -> None:
    for text, language in ((arabic, "ar"), (english, "en")):
        found = read(text, language).due
        assert found is not None
        assert {key: found[key] for key in due} == due


@pytest.mark.parametrize(
    ("text", "language"),
    [
        # the session that speaks, or one before it, is past
        ("يطلب إلى أمانته أن تنشر ما نوقش في دورته الثالثة", "ar"),
        ("Requests its secretariat to publish what was said at its third session", "en"),
        # a date in what is welcomed is not what is asked
        ("Welcomes the goal to be reached by 2020, and urges States to go on", "en"),
        # nothing is asked
        ("يرحب بالعمل الذي سيعرض في دورته الرابعة", "ar"),
    ],
)
def test_not_due(text: str, language: str) -> None:
    assert read(text, language).due is None


def test_session_of_another_body_is_kept_apart() -> None:
    text = "Requests the SBSTA to consider the matter at its forty-sixth session"
    due = read(text, "en", body="unfccc-cop", session="22").due
    assert due is not None
    assert (due["session"], due["of"]) == (None, "session:unfccc-sbsta/46")


@pytest.mark.parametrize(
    ("arabic", "english", "conditions"),
    [
        (
            "يطلب إلى أمانته أن تعد دليلا رهنا بتوفّر الموارد من خارج الميزانية",
            "Requests its secretariat to prepare a guide, subject to the availability of"
            " extrabudgetary resources",
            ("extrabudgetary-resources",),
        ),
        (
            "يطلب إلى الأمانة أن تعد دليلا في حدود الموارد الموجودة",
            "Requests the Secretariat to prepare a guide within existing resources",
            ("existing-resources",),
        ),
        # money is spoken of, but it is no condition
        (
            "يدعو الدول إلى تقديم موارد من خارج الميزانية",
            "Invites States to provide extrabudgetary resources",
            (),
        ),
    ],
)
def test_conditions(arabic: str, english: str, conditions: tuple[str, ...]) -> None:
    assert read(arabic, "ar").conditions == conditions
    assert read(english, "en").conditions == conditions


@pytest.mark.parametrize(
    ("arabic", "english", "deliverable"),
    [
        (
            "يطلب إلى أمانته أن تقدم إلى المؤتمر تقريرا نهائيا",
            "Requests its secretariat to submit to the Conference a final report",
            "report",
        ),
        # the first thing asked for, though more is named behind it
        (
            "يطلب إلى أمانته أن تضع شكلا نموذجيا بشأن توفير معلومات تكميلية",
            "Requests its secretariat to develop a template for providing supplementary information",
            "template",
        ),
        (
            "يطلب إلى الفريق أن يدرج في جدول أعمال اجتماعه بندا عن التنسيق",
            "Requests the group to include in the agenda of its meeting an item on coordination",
            "agenda-item",
        ),
        (
            "يطلب إلى أمانته أن تنظم، كلما كان ذلك ممكنا، حلقات عمل",
            "Requests its secretariat to organize, whenever possible, regional workshops",
            "workshop",
        ),
        # what is welcomed is not asked for
        ("يرحب بتقديم تقرير الأمانة", "Welcomes the submission of the report", None),
    ],
)
def test_deliverable(arabic: str, english: str, deliverable: str | None) -> None:
    assert read(arabic, "ar").deliverable == deliverable
    assert read(english, "en").deliverable == deliverable


@pytest.mark.parametrize(
    ("text", "language", "deliverables"),
    [
        # a matter taken up again later comes on that agenda, whoever is named by letters
        (
            "The SBI agreed to continue its consideration of this matter at SBI 61",
            "en",
            ["agenda-item"],
        ),
        ("Agrees to resume its review at its tenth session", "en", ["agenda-item"]),
        ("Decides to remain actively seized of the matter", "en", ["agenda-item"]),
        ("Décide de rester activement saisi de la question", "fr", ["agenda-item"]),
        ("Decide seguir ocupándose activamente de la cuestión", "es", ["agenda-item"]),
        ("Постановляет продолжать активно заниматься этим вопросом", "ru", ["agenda-item"]),
        ("决定继续积极处理此案", "zh", ["agenda-item"]),
        ("يقرر إبقاء المسألة قيد نظره", "ar", ["agenda-item"]),
        # handled at this session, or nothing that an agenda would hold
        ("The SBI agreed to consider the sub-item in informal consultations", "en", []),
        # the verb alone asks for a report
        ("Requests that the Secretary-General report back to it within a year", "en", ["report"]),
        ("Invites the Chair to consult the groups and report on the outcome", "en", ["report"]),
        # what stands between the verb and its object does not hide the object
        ("Invites Parties to submit, by 1 March 2031, their views", "en", ["submission"]),
        (
            "Invite les Parties à présenter, avant la date fixée, leurs observations",
            "fr",
            ["submission"],
        ),
        ("Requests the secretariat to compile all submissions received", "en", ["compilation"]),
        # the head of a compound is what is asked for
        ("Requests the secretariat to prepare an information note", "en", ["document"]),
        # how, from what and on what occasion is not what is asked for
        ("Requests the secretariat to develop tools based on the study", "en", []),
        ("Encourages States to assist the expert by providing information", "en", []),
        ("Requests the group, in preparing the report, to consult Parties", "en", []),
        # data are collected by conduct
        ("Encourages States to collect and disseminate data", "en", []),
        ("Anima a los Estados a que difundan datos", "es", []),
    ],
)
def test_deliverable_is_the_object_of_the_verb(
    text: str, language: str, deliverables: list[str]
) -> None:
    assert list(read(text, language).deliverables) == deliverables


@pytest.mark.parametrize(
    ("text", "language", "is_mandate"),
    [
        ("يطلب إلى أمانته أن تعد دليلا", "ar", True),
        ("Recommends that extradition be a priority", "en", True),  # impersonal
        ("Decides that the Secretariat shall act", "en", True),
        ("Decides to adopt the budget", "en", False),  # done by the decision itself
        ("يشدد على التزام الدول الأطراف", "ar", False),
        ("يقر الاقتراح", "ar", False),
    ],
)
def test_is_mandate(text: str, language: str, is_mandate: bool) -> None:
    assert read(text, language).is_mandate is is_mandate


def test_point_keeps_its_own_words_and_inherits_nothing() -> None:
    chapeau = read("يطلب إلى الأمانة أن تقوم بما يلي في حدود الموارد الموجودة:", "ar")
    point = read("تقديم تقرير في دورته الرابعة", "ar", under=chapeau)
    assert (point.actions, point.addressees, point.conditions) == ((), (), ())
    assert point.deliverable == "report"
    assert point.due is not None
    assert point.due["session"] == "session:untoc-cop/4"


def test_point_below_the_organ_may_open_with_a_past_verb() -> None:
    said = read("(b) Requested the secretariat to report to it at its next session", "en")
    assert (said.actions, said.told) == (("request",), True)
    assert said.addressees == (("actor:secretariat", "request"),)
    assert read("Adopted by the Council at its 12th meeting", "en").actions == ()


def test_qualifiers_and_recurrence() -> None:
    said = read("Also strongly urges States to report annually on progress", "en")
    assert said.qualifiers == ("also", "strongly")
    assert said.recurrence == "annual"
    assert said.classes == ("directive",)
