"""What the tutorial says that its reader will see is what the digests give, in both its languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from commands.build import build
from commands.bundle import digests_folder
from graph.questions import difference, gaps, overview, timeline, trace
from graph.stores import Store, open_store

ENGLISH, ARABIC = "tutorial.md", "tutorial.ar.md"
TOLD = [
    (ENGLISH, "{provisions} provisions, {mandates} of them mandates, {answered} answered by"),
    (ENGLISH, "{on agenda} on an agenda, {no follow-up found} without follow-up found here"),
    (ARABIC, "أحكامه {provisions} منها {mandates} تكليفا، أجيب عن {answered} منها"),
    (ARABIC, "وأُدرج {on agenda} في جدول أعمال، و{no follow-up found} لم يُعثر هنا على متابعة"),
    (
        ENGLISH,
        "{acts} decisions, {items} agenda items, {documents} documents, {outermost} provisions",
    ),
    (ENGLISH, "{outermost} provisions, {links} links"),
    (ARABIC, "و{acts} مقررات و{items} بندا ووثيقتان و{outermost} حكما و{links} رابطا"),
    (ENGLISH, "session 3 set {set} mandates, {taken up} of them taken up and {open} open"),
    (ARABIC, "وضعت {set} تكليفا أُخذ بـ{taken up} منها وبقي {open} مفتوحا"),
    (ENGLISH, "the list of {open} mandates without follow-up"),
    (ARABIC, "وقائمة {open} تكليفا بلا متابعة"),
]


@pytest.fixture(scope="module")
def figures(digests: str) -> dict[str, int]:
    with open_store(digests, create=False) as store:
        return {**_of_the_decision(store), **_of_the_store(store)}


def _of_the_decision(store: Store) -> dict[str, int]:
    answer = trace(store, "dec:untoc-cop/3/2")
    statuses = [one.node.properties.get("status") for one in answer.everything()]
    told = {status: statuses.count(status) for status in statuses if status}
    return {**told, "provisions": len(answer.provisions), "mandates": sum(told.values())}


def _of_the_store(store: Store) -> dict[str, int]:
    held = overview(store)
    (session,) = (
        one.mandates
        for one in timeline(store, ["body:untoc-cop"]).sessions
        if one.session.node.id == "session:untoc-cop/3"
    )
    assert session.open == len(gaps(store).mandates)
    return {
        "acts": held.known["decision"],
        "items": held.known["agenda item"],
        "documents": held.known["document"],
        "outermost": held.provisions,
        "links": sum(number for of in held.relations.values() for number in of.values()),
        "set": session.set,
        "taken up": session.taken_up,
        "open": session.open,
    }


@pytest.mark.parametrize(("page", "sentence"), TOLD)
def test_figures_that_the_tutorial_tells(
    checkout: Path, figures: dict[str, int], page: str, sentence: str
) -> None:
    text = " ".join((checkout / "docs" / page).read_text(encoding="utf-8").split())
    for name, figure in figures.items():
        sentence = sentence.replace(f"{{{name}}}", str(figure))
    assert sentence in text


def test_what_a_second_document_changes(checkout: Path, tmp_path: Path) -> None:
    report, agenda = (
        digests_folder() / f"{name}.digest.en.txt"
        for name in ("CTOC_COP_2006_14", "CTOC_COP_2008_1")
    )
    with (
        open_store(f"sqlite:///{tmp_path / 'before.sqlite'}") as before,
        open_store(f"sqlite:///{tmp_path / 'own.sqlite'}") as own,
    ):
        build([report], before)
        build([report, agenda], own)
        found = difference(before, own, types=["provision"], relations=["MANDATES"])
        assert (
            trace(before, "dec:untoc-cop/3/2#t").provisions[0].node.properties["status"]
            == "pending"
        )
        assert (
            trace(own, "dec:untoc-cop/3/2#t").provisions[0].node.properties["status"] == "answered"
        )
    assert [(one.name, one.changed) for one in found.nodes] == [("provision", 55)]
    assert [(one.name, one.came) for one in found.links] == [("MANDATES", 35)]
    text = (checkout / "docs" / ENGLISH).read_text(encoding="utf-8")
    assert re.search(r"Thirty-five links from provisions .*\n?.* fifty-five mandates", text)
