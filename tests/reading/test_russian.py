"""What is Russian in Russian documents: cases, one word for paragraph and item, letters of two scripts."""

from __future__ import annotations

import pytest

from graph.model.folding import fold
from ingest.inflection import Inflection
from ingest.packs import load_packs
from ingest.reading.find import find
from ingest.reading.relate.provisions import understand

PACKS = load_packs()
RUSSIAN = PACKS.languages["ru"]
POINTED_AT = ("dec:", "res:", "doc:", "art:", "item:", "session:")


def targets(line: str) -> set[str]:
    return {mention.target for mention in find(line, RUSSIAN, PACKS, None) if mention.target}


@pytest.mark.parametrize(
    ("line", "id"),
    [
        ("Генеральная Ассамблея приняла решение", "body:ga"),
        ("доклад Генеральной Ассамблее", "body:ga"),
        ("призывает Генеральную Ассамблею", "body:ga"),
        ("решение, принятое Советом Безопасности", "body:sc"),
        ("в Экономическом и Социальном Совете", "body:ecosoc"),
        # an organ whose name ends with that of its treaty, both of them inflected
        (
            "Конференцией участников Конвенции Организации Объединенных Наций против "
            "транснациональной организованной преступности",
            "body:untoc-cop",
        ),
        ("в соответствии с Киотским протоколом", "inst:kyoto-protocol"),
        ("заявление Бразилии", "actor:state/BRA"),
        ("представителем Российской Федерации", "actor:state/RUS"),
        ("совместно с Афганистаном", "actor:state/AFG"),
    ],
)
def test_names_are_found_in_every_case(line: str, id: str) -> None:
    assert id in targets(line)


@pytest.mark.parametrize(
    "line",
    [
        # other words that begin as a name does
        "советник по безопасности",
        "генеральное совещание",
        # a genitive of the singular, which looks like the plural
        "здание правительства",
        # another body's charter
        "устав предприятия",
    ],
)
def test_other_words_are_no_names(line: str) -> None:
    assert targets(line) == set()


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("резолюция 1325 (2000) Совета Безопасности", {"res:sc/1325"}),
        # the organ stands between the head and its numbers
        (
            "резолюции Генеральной Ассамблеи 55/25 и 55/255",
            {"res:ga/55/25", "res:ga/55/255"},
        ),
        # "its own" is that of the subject, ordinals agree with the case of the session
        (
            "Генеральная Ассамблея в своей резолюции 55/25 и на своей шестьдесят девятой сессии",
            {"res:ga/55/25", "session:ga/69"},
        ),
        ("на шестидесятой сессии Генеральной Ассамблеи", {"session:ga/60"}),
        ("сорок третья сессия Генеральной Ассамблеи", {"session:ga/43"}),
        ("на 69-й сессии Генеральной Ассамблеи", {"session:ga/69"}),
        # a paragraph of an act and an item of an agenda are one word
        (
            "пункт 19(f) повестки дня шестидесятой сессии Генеральной Ассамблеи",
            {"item:ga/60/19(f)", "session:ga/60"},
        ),
        (
            "пункт 5 а) предварительной повестки дня шестидесятой сессии Генеральной Ассамблеи",
            {"item:ga/60/5(a)", "session:ga/60"},
        ),
        # what belongs to what is told by the genitive alone
        (
            "подпункт b) пункта 3 резолюции 55/25",
            {"res:ga/55/25", "res:ga/55/25#3.b"},
        ),
        ("пункт 4 статьи 6 Конвенции о правах ребенка", {"art:crc/6"}),
        # the conjunction of one letter parts the organ behind it from the session
        (
            "Комиссией по наркотическим средствам на ее пятьдесят восьмой сессии и Комиссией по "
            "положению женщин",
            {"session:cnd/58"},
        ),
        # a draft is no resolution yet
        ("проект резолюции A/C.3/69/L.5", {"doc:A/C.3/69/L.5"}),
    ],
)
def test_what_a_line_refers_to(line: str, ids: set[str]) -> None:
    assert {id for id in targets(line) if id.startswith(POINTED_AT)} == ids


@pytest.mark.parametrize(
    ("line", "actions", "addressees"),
    [
        # who is asked stands in the accusative or the dative, and ends at the infinitive
        (
            "1. просит Генерального секретаря представить Совету доклад;",
            ["request"],
            ["secretary-general"],
        ),
        (
            "2. Предлагает государствам-членам и заинтересованным сторонам представить мнения;",
            ["invite"],
            ["member-states", "stakeholders"],
        ),
        (
            "3. настоятельно призывает также государства -- участники Конвенции принять меры;",
            ["urge"],
            ["states-parties"],
        ),
        # no comma behind the opening of a clause: the organ in the nominative is its subject
        (
            "На своей пятой сессии Комитет просил секретариат подготовить записку.",
            ["request"],
            ["secretariat"],
        ),
        # another's act, in a relative clause
        ("в решении 4/1, в котором Комитет просил секретариат подготовить записку", [], []),
        # a participle clause
        ("Отмечая доклад и подчеркивая его значение,", [], []),
        # nobody demands anything
        ("Этот принцип, разумеется, требует проведения различия.", [], []),
    ],
)
def test_who_is_asked(line: str, actions: list[str], addressees: list[str]) -> None:
    understood = understand(line, RUSSIAN, mentions=find(line, RUSSIAN, PACKS, None))
    assert list(understood.actions) == actions
    assert [node for node, _ in understood.addressees] == [f"actor:{one}" for one in addressees]


def test_every_form_of_an_ordinal_that_the_pattern_matches_has_its_number() -> None:
    ordinal = RUSSIAN.word("ordinal")
    endings = ("ый", "ой", "ий", "ая", "ую", "ое", "ого", "ому", "ым", "ом", "ых", "ью", "ьего")
    stems = {form[:-2] for form in RUSSIAN.ordinals if form.endswith(("ый", "ой", "ий"))}
    matched = {
        stem + ending for stem in stems for ending in endings if ordinal.fullmatch(stem + ending)
    }
    assert len(matched) > 800
    assert matched <= RUSSIAN.ordinals.keys()


def test_the_two_dots_of_a_letter_may_be_left_out() -> None:
    assert fold("Четвёртая") == fold("четвертая")


def test_the_longest_ending_tells_the_forms_of_a_word() -> None:
    inflection = Inflection({"": ("а",), "я": ("и",), "ия": ("ии", "ию")})
    assert inflection.forms("комиссия") == ("комиссия", "комиссии", "комиссию")
    assert inflection.forms("совет") == ("совет", "совета")
    # a particle has no forms
    assert inflection.forms("я") == ("я",)


def test_a_language_without_endings_has_one_form_of_each_word() -> None:
    assert PACKS.languages["en"].inflection.forms("assembly") == ("assembly",)
