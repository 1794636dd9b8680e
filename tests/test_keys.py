"""Every answer key has the form of its schema, ids of the model, and does not contradict itself."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from graph.model.errors import ModelError
from graph.model.schema import load_model

Key = dict[str, Any]

FOLDER = Path(__file__).parent / "keys"
SCHEMA = json.loads((FOLDER / "schema.json").read_text(encoding="utf-8"))
# Keys of single sentences and of aligned texts have forms of their own: test_line_keys.py.
OTHERS = ("schema.json", "lines*.json", "aligned.json")
KEYS = sorted(set(FOLDER.glob("*.json")).difference(*map(FOLDER.glob, OTHERS)))
MODEL = load_model()


def read(path: Path) -> Key:
    key: Key = json.loads(path.read_text(encoding="utf-8"))
    return key


def faults_of_form(key: Key) -> Iterator[str]:
    for error in Draft202012Validator(SCHEMA).iter_errors(key):
        yield f"{error.json_path}: {error.message}"


def faults_of_ids(key: Key) -> Iterator[str]:
    """Ids that no node type has, and relations between types that the model does not let meet."""
    for provision in key.get("provisions", []):
        if not MODEL.nodes["provision"].form.fullmatch(provision["id"]):
            yield f"{provision['id']}: not the id of a provision"
    for whole, labels in key.get("paragraphs", {}).items():
        for label in labels:
            if not MODEL.nodes["provision"].form.fullmatch(f"{whole}#{label}"):
                yield f"{whole}#{label}: not the id of a provision"
    acts = [act["id"] for act in key.get("acts", [])]
    for act in [*acts, *key.get("preamble", {})]:
        if not MODEL.nodes["decision"].form.fullmatch(act):
            yield f"{act}: not the id of an act"
    for agenda, labels in key.get("agenda", {}).items():
        session, _, report = agenda.partition("@")
        for label in labels:
            item = f"item:{session}/{label}" + (f"@{report}" if report else "")
            if not MODEL.nodes["agenda item"].form.fullmatch(item):
                yield f"{item}: not the id of an agenda item"
    for edge in key["edges"] + key.get("acceptable", []):
        relation = MODEL.relations.get(edge["type"])
        if relation is None:
            yield f"{edge['type']}: no relation of the model"
            continue
        for end, allowed in ((edge["from"], relation.sources), (edge["to"], relation.targets)):
            try:
                if MODEL.type_of(end) not in allowed:
                    yield f"{edge['type']}: {end} is a {MODEL.type_of(end)}"
            except ModelError as error:
                yield str(error)


def faults_of_structure(key: Key) -> Iterator[str]:
    """Paragraphs of acts that the key does not list, points without their paragraph, a provision
    that stands in none of the paragraphs."""
    acts = [act["id"] for act in key.get("acts", [])]
    yield from (f"{act}: act twice" for act in set(acts) if acts.count(act) > 1)
    paragraphs: dict[str, list[str]] = key.get("paragraphs", {})
    if acts:
        told = {whole for whole in paragraphs if not whole.startswith("doc:")}
        told |= key.get("preamble", {}).keys()
        yield from (f"{whole}: not among the acts" for whole in sorted(told - set(acts)))
    for whole, labels in paragraphs.items():
        for label in labels:
            above = label.rpartition(".")[0]
            if above and above not in labels:
                yield f"{whole}#{label}: a point without its paragraph"
    for provision in key.get("provisions", []):
        whole, _, label = provision["id"].partition("#")
        if whole in paragraphs and not label.startswith("annex") and label not in paragraphs[whole]:
            yield f"{provision['id']}: not among the paragraphs"


def ends(edges: list[Key], relation: str, source: str) -> set[str]:
    return {e["to"] for e in edges if e["type"] == relation and e["from"] == source}


def faults_of_agreement(key: Key) -> Iterator[str]:
    """Where two parts of a key say different things about the same matter."""
    edges = key["edges"]
    counted = [(e["type"], e["from"], e["to"]) for e in edges]
    neither = [(e["type"], e["from"], e["to"]) for e in key.get("acceptable", [])]
    for names in (counted, neither):
        yield from (f"{name}: twice" for name in set(names) if names.count(name) > 1)
    yield from (f"{name}: counted and acceptable" for name in set(counted) & set(neither))
    ids = [provision["id"] for provision in key.get("provisions", [])]
    yield from (f"{id}: provision twice" for id in set(ids) if ids.count(id) > 1)
    relations = {e["type"] for e in edges}
    for provision in key.get("provisions", []):
        said = set(provision["addressee"])
        if "ADDRESSED_TO" in relations and said != ends(edges, "ADDRESSED_TO", provision["id"]):
            yield f"{provision['id']}: addressee and ADDRESSED_TO differ"
        due = {provision["due"]} - {None}
        if "DUE_AT" in relations and due != ends(edges, "DUE_AT", provision["id"]):
            yield f"{provision['id']}: due and DUE_AT differ"


def faults(key: Key) -> Iterator[str]:
    yield from faults_of_form(key)
    yield from faults_of_ids(key)
    yield from faults_of_structure(key)
    yield from faults_of_agreement(key)


@pytest.mark.parametrize("path", KEYS, ids=lambda path: path.stem)
def test_key_is_sound(path: Path) -> None:
    key = read(path)
    assert list(faults(key)) == []


SOUND: Key = {
    "documents": ["A/1"],
    "agenda": {"ga/1": ["1", "1(a)"]},
    "acts": [{"id": "dec:ga/1/1", "title": "Forests"}],
    "preamble": {"dec:ga/1/1": 2},
    "paragraphs": {"dec:ga/1/1": ["a", "a.1", "b"], "doc:A/1": ["1"]},
    "provisions": [
        {
            "id": "dec:ga/1/1#a",
            "action": ["request"],
            "addressee": ["actor:secretariat"],
            "is_mandate": True,
            "deliverable": "report",
            "due": None,
            "conditions": [],
        }
    ],
    "edges": [
        {"type": "ADDRESSED_TO", "from": "dec:ga/1/1#a", "to": "actor:secretariat"},
        {"type": "MANDATES", "from": "dec:ga/1/1#a", "to": "doc:A/1"},
    ],
    "acceptable": [],
}


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda key: key["provisions"][0].update(hint="x"), "hint"),
        (lambda key: key["provisions"][0].update(action=["Request"]), "Request"),
        (lambda key: key["edges"][1].update({"to": "A/1"}), "A/1"),
        # a label without its decision is a provision of nothing
        (lambda key: key["provisions"][0].update(id="dec:ga/1/1"), "not the id of a provision"),
        # the target of a mandate is never another provision
        (lambda key: key["edges"][1].update({"to": "dec:ga/1/1#b"}), "is a provision"),
        (lambda key: key["acceptable"].append(key["edges"][1]), "counted and acceptable"),
        (lambda key: key["acts"][0].update(year=2001), "year"),
        # a long title is cut: a key carries facts, no sentences of the source
        (lambda key: key["acts"][0].update(title="Of " + "many " * 11 + "words"), "does not match"),
        (lambda key: key["acts"].append({"id": "dec:ga/1/1", "title": "Woods"}), "act twice"),
        (lambda key: key["preamble"].update({"doc:A/1": 3}), "doc:A/1"),
        (lambda key: key["preamble"].update({"dec:ga/1/2": 3}), "not among the acts"),
        (lambda key: key["paragraphs"].update({"dec:ga/1/2": ["a"]}), "not among the acts"),
        (lambda key: key["paragraphs"].update({"item:ga/1/1": ["a"]}), "not the id of a provision"),
        # the (1) of a lettered paragraph says which letter it stands under
        (lambda key: key["paragraphs"]["dec:ga/1/1"].append("c.1"), "a point without"),
        (lambda key: key["paragraphs"]["dec:ga/1/1"].remove("a"), "not among the paragraphs"),
        (lambda key: key["provisions"][0].update(addressee=[]), "addressee and ADDRESSED_TO"),
    ],
)
def test_a_spoilt_key_is_told(spoil: Callable[[Key], None], says: str) -> None:
    key = copy.deepcopy(SOUND)
    spoil(key)
    assert any(says in fault for fault in faults(key)), list(faults(key))


def test_the_small_key_is_sound_before_it_is_spoilt() -> None:
    assert list(faults(SOUND)) == []
