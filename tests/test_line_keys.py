"""Every sentence key has the form of its schema, ids of the model, and speaks of lines there are."""

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
SCHEMA = json.loads((FOLDER / "lines.schema.json").read_text(encoding="utf-8"))
KEYS = sorted(FOLDER.glob("lines-*.json"))
MODEL = load_model()

ASKED = ("actor", "body", "working group")
NAMED = ("decision", "document", "article", "rule", "agenda item", "session")


def read(path: Path) -> Key:
    key: Key = json.loads(path.read_text(encoding="utf-8"))
    return key


def faults_of_form(key: Key) -> Iterator[str]:
    for error in Draft202012Validator(SCHEMA).iter_errors(key):
        yield f"{error.json_path}: {error.message}"


def faults_of_ids(key: Key) -> Iterator[str]:
    """Ids that no node type has, or of a type that does not belong in their list."""
    lists = {"addressees": ASKED, "mentions": NAMED, "acceptable": ASKED + NAMED}
    for line in key["lines"]:
        for name, allowed in lists.items():
            for id in line.get(name, []):
                try:
                    found = MODEL.type_of(id)
                except ModelError as error:
                    yield f"{line['line']}: {error}"
                    continue
                if found not in allowed:
                    yield f"{line['line']}: {id} is a {found}, not one of {name}"


def faults_of_agreement(key: Key) -> Iterator[str]:
    """Where a line says two things about the same matter, or two lines about one sentence."""
    numbers = [line["line"] for line in key["lines"]]
    if numbers != sorted(set(numbers)):
        yield "the lines are not in order, or one stands twice"
    for line in key["lines"]:
        yield from (
            f"{line['line']}: {action} is no operative verb of the model"
            for action in line["actions"]
            if action not in MODEL.classes
        )
        if not line["operative"] and (line["actions"] or line["addressees"]):
            yield f"{line['line']}: asks for something without being operative"
        if line["operative"] and not line["actions"] and "actions" not in line.get("unsure", []):
            yield f"{line['line']}: operative without a verb"
        counted = {*line["addressees"], *line["mentions"]}
        yield from (
            f"{line['line']}: {id} is counted and acceptable"
            for id in sorted(counted & set(line.get("acceptable", [])))
        )


def faults(key: Key) -> list[str]:
    return [*faults_of_form(key), *faults_of_ids(key), *faults_of_agreement(key)]


@pytest.mark.parametrize("path", KEYS, ids=lambda path: path.stem)
def test_sentence_key_is_sound(path: Path) -> None:
    key = read(path)
    assert faults(key) == []
    assert path.stem == f"lines-{key['language']}"
    assert key["file"].endswith(f".{key['language']}")


def test_aligned_texts_are_read_at_the_same_lines() -> None:
    # Agreement of languages can only be told where the same sentences were read in each.
    read_at: dict[str, set[tuple[int, ...]]] = {}
    for path in KEYS:
        key = read(path)
        text = key["file"].removesuffix(f".{key['language']}")
        read_at.setdefault(text, set()).add(tuple(line["line"] for line in key["lines"]))
    assert read_at
    assert all(len(choices) == 1 for choices in read_at.values())


@pytest.mark.corpus
@pytest.mark.parametrize("path", KEYS, ids=lambda path: path.stem)
def test_sentence_key_speaks_of_its_text(path: Path, corpus: Path) -> None:
    key = read(path)
    text = (corpus / key["file"]).read_text(encoding="utf-8").split("\n")
    assert key["lines"][-1]["line"] <= len(text)
    for line in key["lines"]:
        sentence = text[line["line"] - 1]
        assert sentence.strip(), line["line"]
        missing = [words for words in line.get("open", []) if words not in sentence]
        assert not missing, (line["line"], missing)


SOUND: Key = {
    "file": "texts/session.en",
    "language": "en",
    "lines": [
        {
            "line": 3,
            "operative": True,
            "actions": ["request"],
            "addressees": ["actor:secretariat"],
            "mentions": ["res:sc/1"],
        },
        {
            "line": 8,
            "operative": False,
            "actions": [],
            "addressees": [],
            "mentions": ["art:un-charter/2"],
            "open": ["article 3"],
            "acceptable": ["rule:ga/3"],
            "unsure": ["operative"],
        },
    ],
}


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda lines: lines[0].update(hint="x"), "hint"),
        (lambda lines: lines[0].update(line=0), "minimum"),
        (lambda lines: lines[0].update(line=9), "not in order"),
        (lambda lines: lines[0].update(line=8), "stands twice"),
        (lambda lines: lines[0].update(actions=["requests"]), "no operative verb"),
        (lambda lines: lines[0].update(actions=[]), "without a verb"),
        (lambda lines: lines[1].update(actions=["note"]), "without being operative"),
        (lambda lines: lines[0].update(mentions=["S/RES/1"]), "S/RES/1"),
        # an instrument is not one of the references that are counted
        (lambda lines: lines[0].update(mentions=["inst:un-charter"]), "not one of mentions"),
        (lambda lines: lines[0].update(addressees=["session:ga/2"]), "not one of addressees"),
        (lambda lines: lines[0].update(acceptable=["res:sc/1"]), "counted and acceptable"),
        (lambda lines: lines[1].update(unsure=["mentions"]), "mentions"),
        (lambda lines: lines[1].update(open=[]), "open"),
    ],
)
def test_a_spoilt_sentence_key_is_told(spoil: Callable[[list[Key]], None], says: str) -> None:
    key = copy.deepcopy(SOUND)
    spoil(key["lines"])
    assert any(says in fault for fault in faults(key)), faults(key)


def test_the_small_sentence_key_is_sound_before_it_is_spoilt() -> None:
    assert faults(SOUND) == []
