"""Who is asked, where the verb does not simply stand before them: passives, calls repeated, two verbs."""

from __future__ import annotations

import pytest

from ingest.packs import load_packs
from ingest.reading.find import find
from ingest.reading.relate.provisions import Understanding, understand
from ingest.records import Identity

STATES = "actor:member-states"


def read(language: str, text: str, body: str = "ga") -> Understanding:
    """A provision of the General Assembly, or of another body, read on its own."""
    packs = load_packs()
    pack = packs.languages[language]
    mentions = find(text, pack, packs, Identity("doc:x", None, language, body, "3"))
    return understand(text, pack, body=body, session="3", mentions=mentions)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Member States are also invited to submit views;"),
        ("fr", "Les États Membres sont invités à présenter leurs vues;"),
        ("es", "Se invita a los Estados Miembros a presentar sus opiniones;"),
        ("ar", "الدول الأعضاء مدعوة إلى تقديم آرائها؛"),
        ("zh", "会员国应邀提出意见;"),
    ],
)
def test_who_is_invited_in_the_passive(language: str, text: str) -> None:
    found = read(language, text)
    assert (found.addressees, found.is_mandate) == (((STATES, "invite"),), True)


def test_a_russian_passive_asks_in_the_dative() -> None:
    found = read("ru", "Государствам-членам предлагается представить свои мнения;")
    assert found.addressees == ((STATES, "request"),)


@pytest.mark.parametrize(
    "text",
    [
        "The views that were submitted are requested to be annexed;",  # a thing, nobody
        "Takes note of the report that States are invited to read;",  # not the organ's own clause
    ],
)
def test_not_every_passive_asks_somebody(text: str) -> None:
    assert read("en", text).addressees == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Reiterates its call upon Member States to cooperate;"),
        ("en", "Reiterates its call in resolution 9/4 for Member States to cooperate;"),
        ("fr", "Réitère son appel aux États Membres pour qu'ils coopèrent;"),
        ("es", "Reitera su llamamiento a los Estados Miembros para que cooperen;"),
        ("ru", "повторяет свой призыв к государствам-членам сотрудничать;"),
        ("ar", "يكرر نداءه إلى الدول الأعضاء أن تتعاون؛"),
    ],
)
def test_a_call_that_is_repeated_asks_again(language: str, text: str) -> None:
    found = read(language, text)
    assert found.addressees == ((STATES, "reiterate"),)
    assert (found.classes, found.is_mandate) == (("reinforcing",), True)


def test_what_is_only_stressed_again_asks_nobody() -> None:
    found = read("en", "Reiterates the importance of Member States in this field;")
    assert (found.addressees, found.is_mandate) == ((), False)


@pytest.mark.parametrize(
    ("language", "text", "actions"),
    [
        ("en", "Urges and encourages Member States to cooperate;", ("urge", "encourage")),
        ("fr", "Prie instamment et encourage les États Membres à coopérer;", ("urge", "encourage")),
        ("es", "Insta y alienta a los Estados Miembros a cooperar;", ("urge", "encourage")),
        (
            "ru",
            "призывает и поощряет государства-члены сотрудничать;",
            ("call-upon", "encourage"),
        ),
        ("ar", "يحث ويشجع الدول الأعضاء على التعاون؛", ("urge", "encourage")),
        ("zh", "敦促并鼓励会员国合作;", ("urge", "encourage")),
    ],
)
def test_two_verbs_share_whom_they_ask(language: str, text: str, actions: tuple[str, ...]) -> None:
    found = read(language, text)
    assert found.actions == actions
    assert found.addressees == tuple((STATES, action) for action in actions)


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        ("Requests the Government of Portugal to report;", ["actor:state/PRT"]),
        # a participle behind a comma tells of them, and names nobody else
        (
            "Urges Member States and stakeholders, engaging the private sector, to cooperate;",
            [STATES, "actor:stakeholders"],
        ),
        ("Urges Governments at all levels and Member States to act;", ["actor:states", STATES]),
        (
            "Requests the agencies, funds and programmes of the United Nations to cooperate;",
            ["actor:united-nations-system"],
        ),
        ("Invites the mandate holder to report;", ["actor:special-rapporteur"]),
    ],
)
def test_names_of_those_asked(text: str, addressees: list[str]) -> None:
    assert [node for node, _ in read("en", text).addressees] == addressees


@pytest.mark.parametrize(
    "text",
    [
        "Decides to extend the mandate of the Special Rapporteur for three years;",  # done by it
        "Decides that external factors should also be identified;",  # by nobody named
    ],
)
def test_a_decision_that_leaves_nothing_to_do_is_no_mandate(text: str) -> None:
    assert not read("en", text, body="sc").is_mandate


def test_to_remain_seized_keeps_the_matter_on_the_agenda() -> None:
    read_so = read("en", "Decides to remain actively seized of the matter;", body="sc")
    assert read_so.is_mandate
    assert read_so.deliverable == "agenda-item"
    assert read_so.addressees == (("body:sc", "decide"),)
