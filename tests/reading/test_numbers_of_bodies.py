"""How bodies number what they decide: by session, by year, in Roman figures, through all sessions."""

from __future__ import annotations

import pytest

from ingest.packs import load_packs
from ingest.reading.find import find
from ingest.records import Identity


def acts(text: str, body: str | None = None) -> list[str | None]:
    """The acts that a sentence names, in a document of a body or of nobody."""
    packs = load_packs()
    identity = Identity("doc:x", None, "en", body) if body else None
    found = find(text, packs.languages["en"], packs, identity)
    return [mention.target for mention in found if mention.kind == "decision"]


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("resolution 65/3", "res:ga/65/3"),
        ("General Assembly resolution S-21/2", "res:ga/S-21/2"),
        ("resolution ES-10/18", "res:ga/ES-10/18"),
        # special sessions of two organs are counted alike
        ("Human Rights Council resolution S-21/1", "res:hrc/S-21/1"),
        ("Economic and Social Council resolution 1576 (L)", "res:ecosoc/1576"),
        ("Economic and Social Council decision 2004/1", "dec:ecosoc/2004/1"),
        ("Governing Council decision SS.XII/1", "dec:unep-gc/SS.12/1"),
        ("Security Council resolution 1325 (2000)", "res:sc/1325"),
        ("decision B.18/03", "dec:gcf-board/18/3"),
        ("decision BS-V/5", "dec:cbd-cp-mop/5/5"),
        ("decision NP-1/10", "dec:cbd-np-mop/1/10"),
        (
            "decision III/6 of the Meeting of the Parties to the Aarhus Convention",
            "dec:ece-aarhus/3/6",
        ),
        ("Environment Assembly resolution 2/11", "res:unea/2/11"),
        ("UNEP/EA.5/Dec.1", "dec:unea/5/1"),
        ("HSP/HA.2/Dec.3", "dec:habitat-assembly/2/3"),
        ("E/CN.7/RES/61/2", "res:cnd/61/2"),
    ],
)
def test_the_form_of_a_number_and_the_name_tell_whose_act_it_is(text: str, id: str) -> None:
    assert acts(text) == [id]


@pytest.mark.parametrize(
    ("text", "body", "ids"),
    [
        # a commission's own number has the form of a General Assembly resolution
        (
            "its resolution 61/2, its decision 61/1 and General Assembly resolution 65/3",
            "cnd",
            ["res:cnd/61/2", "dec:cnd/61/1", "res:ga/65/3"],
        ),
        ("its resolution 27/2", "ccpcj", ["res:ccpcj/27/2"]),
        # a decision and a resolution of one number are two acts
        (
            "decision 9/1 and resolution 9/1",
            "untoc-cop",
            ["dec:untoc-cop/9/1", "res:untoc-cop/9/1"],
        ),
        ("decision VII/2", "ece-espoo", ["dec:ece-espoo/7/2"]),
        ("decision VII/2", "cbd-cop", ["dec:cbd-cop/7/2"]),
        ("decision 2012/5", "ece-air", ["dec:ece-air/2012/5"]),
        ("its resolution 24/1", "habitat-gc", ["res:habitat-gc/24/1"]),
    ],
)
def test_one_number_is_another_act_with_another_body(text: str, body: str, ids: list[str]) -> None:
    assert acts(text, body) == ids
