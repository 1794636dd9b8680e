"""Provisions on lines of their own, of organs that no document tells: verbs, and who is asked."""

from __future__ import annotations

import pytest

from ingest.packs import load_packs
from ingest.reading.find import find
from ingest.reading.relate.provisions import Understanding, understand

PACKS = load_packs()


def read(text: str, language: str) -> Understanding:
    """Understand a line as `mandates mentions --lines` does."""
    pack = PACKS.languages[language]
    return understand(text, pack, mentions=find(text, pack, PACKS, None))


def asked(text: str, language: str) -> list[str]:
    """Whom a line asks, without the "actor:" of their ids."""
    return [node.removeprefix("actor:") for node, _ in read(text, language).addressees]


@pytest.mark.parametrize(
    ("arabic", "english", "russian", "addressees"),
    [
        # parties that no pack names stand before the first that has a name
        (
            "تحث شركات النقل والمؤسسات المالية والحكومات على توفير الموارد",
            "Urges shipping companies, the private sector and Governments to provide resources",
            "настоятельно призывает судоходные компании, частный сектор и правительства выделить средства",
            None,
        ),
        # who renews a call, a request or a demand asks again
        (
            "يكرر مطالبته السودان وجنوب السودان بالانسحاب",
            "Reiterates its demand that Sudan and South Sudan withdraw",
            "обращается к Судану и Южному Судану с требованием отвести войска",
            ["state/SDN", "state/SSD"],
        ),
        # the Government of one State is that State
        (
            "يصر على أن تسحب حكومة السودان قواتها",
            "Insists that the Government of Sudan withdraw its forces",
            "призывает правительство Судана отвести войска",
            ["state/SDN"],
        ),
        # parties to a conflict are no Parties …
        (
            "يهيب بجميع الأطراف أن تنسحب",
            "Calls upon all parties to withdraw",
            "призывает все стороны отвести войска",
            [],
        ),
        (
            "يحث الأطراف السودانية على الحوار",
            "Urges the Sudanese parties to talk",
            "призывает суданские стороны начать диалог",
            [],
        ),
        # … those of a treaty are
        (
            "يدعو الأطراف وغيرها إلى تقديم تعليقات",
            "Invites parties and others to provide comments",
            "предлагает сторонам и другим представить замечания",
            ["parties"],
        ),
        (
            "تدعو الأطراف في الاتفاقية إلى الرد",
            "Invites all Parties to reply",
            "предлагает всем Сторонам ответить",
            ["parties"],
        ),
        # examples that "such as" names belong to the list, and it goes on behind them
        (
            "تشجع الأمين العام واليونسكو وأصحاب المصلحة على التعاون",
            "Encourages the Secretary-General, agencies such as UNESCO, and other stakeholders to cooperate",
            "призывает Генерального секретаря, ЮНЕСКО и другие заинтересованные стороны сотрудничать",
            ["secretary-general", "unesco", "stakeholders"],
        ),
        # him who was named before
        (
            "يعرب عن ارتياحه لعمل الأمين العام، ويطلب إليه أن يواصله",
            "Expresses its satisfaction to the Secretary-General, and requests him to go on",
            "выражает признательность Генеральному секретарю и просит его и далее оказывать помощь",
            ["secretary-general"],
        ),
    ],
)
def test_who_is_asked(
    arabic: str, english: str, russian: str, addressees: list[str] | None
) -> None:
    expected = {"ar": addressees, "en": addressees, "ru": addressees}
    if addressees is None:  # the translations name different groups
        expected["ar"] = ["international-financial-institutions", "states"]
        expected["en"] = expected["ru"] = ["private-sector", "states"]
    for language, text in (("ar", arabic), ("en", english), ("ru", russian)):
        assert asked(text, language) == expected[language], text


@pytest.mark.parametrize(
    ("language", "text", "addressees"),
    [
        # an organ that the line leaves open is asked, not whom it is to ask
        ("en", "The Committee recommended that the Assembly request the Secretary-General to", []),
        (
            "en",
            "The Fifth Committee recommends to the General Assembly the adoption of",
            ["body:ga"],
        ),
        # him whom the sentence named with his office, not the State that stands nearer
        (
            "en",
            "Supports the Executive Secretary of the Fund for Mali, and requests him to continue",
            ["executive-secretary"],
        ),
        (
            "en",
            "Thanks the Special Representative of the Secretary-General for Mali, and asks him to stay",
            [],
        ),
        # a list that a preposition closes
        ("en", "Encourages the use of waterways by States", []),
    ],
)
def test_who_is_not_asked(language: str, text: str, addressees: list[str]) -> None:
    assert asked(text, language) == addressees


VERBS = [
    # the organ, an aside between commas, and the verb
    (
        "en",
        "1. At its 2nd meeting, on 9 May, the Assembly, on the proposal of the Bureau, decided to",
        ["decide"],
    ),
    ("en", "The Assembly resolution on waterways, adopted in May, was recalled", []),
    # … without a comma
    ("ru", "Комитет в соответствии с программой работы призывает государства", ["call-upon"]),
    (
        "ru",
        "На своем заседании 9 мая Комиссия по предложению Бюро постановила включить",
        ["decide"],
    ),
    # members of an organ, organs of other names
    ("en", "The Bureau agreed that the Chair would write", ["agree"]),
    ("en", "The Permanent Forum recommended that States reply", ["recommend"]),
    ("ru", "Члены Бюро согласились с тем, что Председатель ответит", ["agree"]),
    ("ar", "ورحب المنتدى الدائم بالتقرير", ["welcome"]),
    ("ar", "وأحاط المجلس التنفيذي علما بالتقرير", ["take-note-of"]),
    # a pronoun may be a speaker, unless it asks
    ("ru", "Он отметил, что работа продолжается", []),
    ("ru", "Он просил секретариат продолжать работу", ["request"]),
    ("en", "They also stressed the importance of training", []),
    # nor does an organ act where a part of its name or of another word stands before a verb
    ("en", "The secretariat of the Permanent Forum also drew attention to the list", []),
    ("en", "At its tenth session the Forum requested its secretariat to reply", ["request"]),
    ("ru", "Бюро по вопросам этики поддерживает усилия", []),
    # in Arabic a State or a Government follows its verb as an organ's object would
    ("ar", "تؤيد أستراليا المبادئ", []),
    ("ar", "تدعو فنلندا جميع الدول إلى التصديق", []),
    ("ar", "يدعو السودان إلى التصديق", ["invite"]),
    ("ar", "يحث السودان وجميع بلدان المنطقة وسائر الدول على التصديق", ["urge"]),
    ("ar", "تؤكد حكومة السودان أن العمل مستمر", []),
    ("ar", "وفي هذا الصدد، تدعو المجموعة إلى نزع السلاح", []),
    ("ar", "وتحث الدولة الطرف على تنفيذ التوصيات", ["urge"]),
    ("ar", "وتحث أيرلندا الدول على تنفيذ التوصيات", []),
    # only an organ asks outright without being named
    ("ar", "وطلبت أيضا إلى الأمانة أن تعد تقريرا", ["request"]),
    ("ar", "وطلب توضيحا", []),
    # a second verb behind «كما»
    ("ar", "يطلب إلى الصناديق أن تقدم تقارير، كما يدعو الوكالات إلى ذلك", ["request", "invite"]),
    # concern is what is said of the organ
    ("ar", "ولكن القلق يساور اللجنة بشأن ما يلي", ["express-concern"]),
    # the organ resumed behind an opening clause
    ("ar", "بينما ترحب اللجنة بالقانون، فإنها تلاحظ أنه لم يطبق", ["note"]),
]


@pytest.mark.parametrize(("language", "text", "actions"), VERBS)
def test_whose_verb_it_is(language: str, text: str, actions: list[str]) -> None:
    assert list(read(text, language).actions) == actions


def test_a_renewed_call_is_a_mandate() -> None:
    said = read("Reiterates its request to the Secretariat to report annually", "en")
    assert said.actions == ("reiterate",)
    assert said.is_mandate
    assert not read("Reiterates its position on the matter", "en").is_mandate
