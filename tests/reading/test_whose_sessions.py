"""Whose session a sentence means that stands alone: made-up sentences, each with its phenomenon."""

from __future__ import annotations

import pytest

from ingest.packs import load_packs
from ingest.reading.find import find

WHOSE = [
    # an organ that is only possessed by something has no session here
    ("es", "Celebra las actividades de la Comisión Económica para África y decide, en su 70º período de "
     "sesiones, ampliarlas.", set()),
    # "lui": whoever speaks is reported to, at its own session
    ("fr", "Note les efforts que la Commission économique pour l'Afrique fait, et prie le Secrétaire "
     "général de lui faire rapport à sa soixante-dixième session;", set()),
    ("es", "Observa que la Comisión Económica para África trabaja y solicita al Secretario General que le "
     "presente un informe en su 70º período de sesiones;", set()),
    # "este": the organ named last, of which no pack knows which it is
    ("es", "El Consejo Económico y Social pidió al Comité que este examinara, en su 14º período de "
     "sesiones, el informe.", set()),
    # one session each
    ("fr", "La Commission des stupéfiants et la Commission de la condition de la femme l'ont adopté à "
     "leurs cinquante-septième et vingt-troisième sessions, respectivement.",
     {"session:cnd/57", "session:csw/23"}),
    # in Chinese the possessor stands before 的
    ("zh", "大会根据总务委员会的建议，决定将该项目列入第六十九届会议议程。", {"session:ga/69"}),
    # a session with the date of its opening
    ("zh", "麻醉药品委员会应在定于2015年3月9日举行的第五十八届会议上采取行动。", {"session:cnd/58"}),
    # "de sesiones" left out before the organ
    ("es", "documento del sexagésimo noveno período de la Asamblea General", {"session:ga/69"}),
    # the longer name of a commission
    ("es", "61º período de la Comisión de las Naciones Unidas sobre la Condición "
     "Jurídica y Social", {"session:csw/61"}),
    ("en", "the 52nd session of the Commission for Social Development", {"session:csocd/52"}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "sessions"), WHOSE)
def test_sessions_of_a_sentence(language: str, sentence: str, sessions: set[str]) -> None:
    packs = load_packs()
    found = find(sentence, packs.languages[language], packs, None)
    assert {one.target for one in found if one.kind == "session" and one.target} == sessions


def test_a_decision_of_another_council_is_no_resolution_of_the_security_council() -> None:
    packs = load_packs()
    for language, sentence in (
        ("zh", "按照理事会第267(2009)号决定的规定付款。"),
        ("en", "in accordance with Council decision 267 (2009)"),
    ):
        found = find(sentence, packs.languages[language], packs, None)
        assert [one.target for one in found if one.kind == "decision"] == [None]


def test_a_comma_forgotten_between_numbers_with_their_years() -> None:
    packs = load_packs()
    sentence = "las resoluciones del Consejo de Seguridad 1970 (2011), 1973 (2011) 2009 (2011) y 2016 (2011)"
    found = find(sentence, packs.languages["es"], packs, None)
    assert {one.target for one in found if one.kind == "decision"} == {
        f"res:sc/{number}" for number in (1970, 1973, 2009, 2016)
    }
