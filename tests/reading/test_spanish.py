"""What is Spanish in Spanish documents: organs between head and number, personal "a", the preterite."""

from __future__ import annotations

import pytest

from ingest.packs import load_packs
from ingest.reading.find import find
from ingest.reading.relate.provisions import understand

PACKS = load_packs()
SPANISH = PACKS.languages["es"]
POINTED_AT = ("dec:", "res:", "doc:", "art:", "item:")


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        # the organ stands between the head and its numbers
        (
            "resoluciones del Consejo de Seguridad 1970 (2011) y 1973 (2011)",
            {"res:sc/1970", "res:sc/1973"},
        ),
        # the ordinal of a session has two words, and gender
        (
            "en relación con el tema 19 f) del programa del sexagésimo noveno período de sesiones "
            "de la Asamblea General",
            {"item:ga/69/19(f)"},
        ),
        ("el artículo 6 de la Convención sobre los Derechos del Niño", {"art:crc/6"}),
        # a draft is no resolution yet
        ("el proyecto de resolución A/C.3/69/L.5", {"doc:A/C.3/69/L.5"}),
    ],
)
def test_what_a_line_refers_to(line: str, ids: set[str]) -> None:
    found = {mention.target for mention in find(line, SPANISH, PACKS, None) if mention.target}
    assert {id for id in found if id.startswith(POINTED_AT)} == ids


@pytest.mark.parametrize(
    ("line", "actions", "addressees"),
    [
        # those who are asked stand behind a personal "a"
        (
            "1. Exhorta a todos los Estados Miembros a que apliquen la Convención;",
            ["call-upon"],
            ["member-states"],
        ),
        (
            "2. Pide al Secretario General que prepare un informe;",
            ["request"],
            ["secretary-general"],
        ),
        (
            "3. Insta encarecidamente a los Estados partes a que respondan;",
            ["urge"],
            ["states-parties"],
        ),
        # a report tells in the preterite
        (
            "La Conferencia también pidió a la Secretaría que le presentara un informe.",
            ["request"],
            ["secretariat"],
        ),
        # said to nobody, and agreed by nobody
        ("Conviene recordar que el plazo ha vencido.", [], []),
    ],
)
def test_who_is_asked(line: str, actions: list[str], addressees: list[str]) -> None:
    understood = understand(line, SPANISH, mentions=find(line, SPANISH, PACKS, None))
    assert list(understood.actions) == actions
    assert [node for node, _ in understood.addressees] == [f"actor:{one}" for one in addressees]
