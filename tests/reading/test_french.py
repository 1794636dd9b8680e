"""What is French in French documents: elision, half-open brackets, participles without their accents."""

from __future__ import annotations

import pytest

from ingest.packs import load_packs
from ingest.reading.find import find
from ingest.reading.relate.provisions import understand

PACKS = load_packs()
FRENCH = PACKS.languages["fr"]


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        # an act before its organ, joined by an elided article
        ("la résolution 55/25 de l\u2019Assemblée générale", {"res:ga/55/25", "body:ga"}),
        # the bracket of a letter is closed without having been opened
        (
            "au titre du point 19 f) de l'ordre du jour de la soixante-neuvième session de "
            "l'Assemblée générale",
            {"item:ga/69/19(f)", "session:ga/69", "body:ga"},
        ),
        # one word for both: "l'article 6" and "Article 6"
        (
            "l'article 6 de la Convention relative aux droits de l'enfant",
            {"art:crc/6", "inst:crc"},
        ),
        # the year of a resolution, with or without a space before it
        (
            "les résolutions 1970 (2011) et 1973(2011) du Conseil de sécurité",
            {"res:sc/1970", "res:sc/1973", "body:sc"},
        ),
        # a draft is no decision yet
        ("le projet de résolution A/C.3/69/L.5", {"doc:A/C.3/69/L.5"}),
    ],
)
def test_what_a_line_refers_to(line: str, ids: set[str]) -> None:
    found = {mention.target for mention in find(line, FRENCH, PACKS, None) if mention.target}
    assert found >= ids
    assert {id for id in found if id.startswith(("dec:", "res:", "doc:", "art:", "item:"))} == {
        id for id in ids if id.startswith(("dec:", "res:", "doc:", "art:", "item:"))
    }


@pytest.mark.parametrize(
    ("line", "actions", "addressees"),
    [
        # the addressee behind "à", behind an elided article, and as the direct object
        ("3. Demande à l'État partie de lui rendre compte;", ["request"], ["states-parties"]),
        ("4. Prie l'ONUDC d'élaborer des lignes directrices;", ["request"], ["unodc"]),
        (
            "5. Engage instamment tous les États Membres à appliquer la Convention;",
            ["urge"],
            ["member-states"],
        ),
        # a report tells in the perfect
        (
            "La Conférence a également prié le Secrétariat de lui présenter un rapport.",
            ["request"],
            ["secretariat"],
        ),
        # a participle, which folding makes look like the verb
        ("Le Programme pour l'habitat, adopté par la Conférence à Istanbul", [], []),
        # a noun, not the verb
        ("Note du Secrétariat", [], []),
        # impersonal: nobody agreed to anything
        ("Il convient de renforcer la coopération.", [], []),
    ],
)
def test_who_is_asked(line: str, actions: list[str], addressees: list[str]) -> None:
    understood = understand(line, FRENCH, mentions=find(line, FRENCH, PACKS, None))
    assert list(understood.actions) == actions
    assert [node for node, _ in understood.addressees] == [f"actor:{one}" for one in addressees]
