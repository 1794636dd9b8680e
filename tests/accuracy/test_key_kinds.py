"""Keys of sentences, of parts and of aligned texts: read, held against the rules, and shown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import spacy
from click.testing import CliRunner, Result

from commands import evaluate
from commands.evaluation import aligned, lines, parts
from commands.evaluation.keys import read_keys
from graph.accuracy import Score
from graph.accuracy.published import published
from graph.model.errors import MandatesError, UnreadableDocument, UnreadableKey

SENTENCES = {
    "en": (
        "Requests the Secretary-General to report on resolution 1325 (2000);",
        "Recalling resolution 2122 (2013),",
        "Urges Member States to act;",
        "The weather was fine.",
    ),
    "fr": (
        "Prie le Secrétaire général de faire rapport sur la résolution 1325 (2000) ;",
        "Rappelant la résolution 2122 (2013),",
        "Rappelle ses décisions ;",  # a translation of another class, to another reader
        "Il faisait beau.",
    ),
}
ASKED: dict[str, Any] = {
    "line": 1,
    "operative": True,
    "actions": ["request"],
    "addressees": ["actor:secretary-general"],
    "mentions": ["res:sc/1325"],
}
SILENT: dict[str, Any] = {"operative": False, "actions": [], "addressees": [], "mentions": []}


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    for language, sentences in SENTENCES.items():
        (tmp_path / f"river.{language}").write_text("\n".join(sentences) + "\n", encoding="utf-8")
    return tmp_path


def line_key(folder: Path, *listed: dict[str, Any], language: str = "en") -> lines.LineKey:
    path = folder / f"lines-{language}.json"
    plain = {"file": f"river.{language}", "language": language, "lines": list(listed)}
    path.write_text(json.dumps(plain), encoding="utf-8")
    (key,) = read_keys([path]).lines
    return key


def measured(key: lines.LineKey, texts: Path) -> dict[str, Score]:
    result = lines.measure(key, texts, lines.pipeline_for(key.language))
    return {score.name: score for score in result.scores}


def test_a_line_is_held_against_what_a_reader_found(texts: Path) -> None:
    key = line_key(texts, ASKED, SILENT | {"line": 2, "mentions": ["res:sc/2122", "res:sc/1"]})
    scores = measured(key, texts)
    assert scores["references"].right == (("1", "res:sc/1325"), ("2", "res:sc/2122"))
    assert scores["references"].missed == (("2", "res:sc/1"),)
    assert scores["actions"].f1 == scores["addressees"].f1 == scores["operative"].f1 == 1
    assert scores["classes"].right == (("1", "directive"),)


def test_what_fair_readers_may_see_counts_neither_way(texts: Path) -> None:
    urged = SILENT | {"line": 3, "acceptable": ["actor:member-states"]}
    scores = measured(line_key(texts, urged), texts)
    assert scores["addressees"].extra == ()
    assert scores["actions"].extra == (("3", "urge"),)
    unsure = measured(line_key(texts, urged | {"unsure": ["actions"]}), texts)
    assert unsure["actions"].extra == unsure["classes"].extra == ()
    assert unsure["operative"].extra == (("3", "operative"),)


def test_the_scorer_of_spacy_says_the_same(texts: Path) -> None:
    key = line_key(texts, ASKED, SILENT | {"line": 2, "mentions": ["res:sc/1"]})
    result = lines.measure(key, texts, lines.pipeline_for("en"))
    (references,) = [score for score in result.scores if score.name == "references"]
    assert (references.precision, references.recall) == (0.5, 0.5)
    by_label = {label: figures["f"] for label, figures in result.labels["references"].items()}
    assert by_label == {"res:sc/1325": 1, "res:sc/1": 0, "res:sc/2122": 0}
    assert result.labels["actions"]["request"] == {"p": 1, "r": 1, "f": 1}


def test_another_pipeline_is_held_against_the_same_key(texts: Path) -> None:
    nothing = spacy.blank("en")  # a pipeline that finds nothing, stored as others store theirs
    nothing.to_disk(texts / "nothing")
    key = line_key(texts, ASKED)
    result = lines.measure(key, texts, lines.pipeline_for("en", str(texts / "nothing")))
    assert {score.name: score.recall for score in result.scores} == {
        score.name: 0 for score in result.scores
    }
    with pytest.raises(UnreadableKey, match="no pipeline"):
        lines.pipeline_for("en", "no_such_pipeline")


def part_keys(folder: Path, *types: tuple[int, str | None]) -> list[parts.PartKey]:
    act = (
        "99/1. The river",
        "Adopted on 3 March 2045",
        "The General Assembly,",
        "Recalling its decisions,",
        "1. Requests the secretariat to report;",
        "2. Decides to meet again.",
    )
    (folder / "A_RES_99_1.en.txt").write_text("\n".join(act), encoding="utf-8")
    path = folder / "A_RES_99_1.types.json"
    path.write_text(json.dumps([{"line": line, "type": type} for line, type in types]), "utf-8")
    return read_keys([path]).parts


def test_parts_are_told_by_line_and_null_says_nothing(tmp_path: Path) -> None:
    keys = part_keys(tmp_path, (3, None), (4, "preambular"), (5, "operative"), (6, "preambular"))
    result = parts.measure(keys)
    found = {
        score.name: (len(score.right), len(score.missed), score.extra) for score in result.scores
    }
    assert found["operative"] == (1, 0, (("A_RES_99_1.en.txt", "6", "operative"),))
    assert found["preambular"][1] == 1 + (1 - found["preambular"][0])
    shares = [score.f1 or 0 for score in result.scores]
    assert result.macro_f1 == sum(shares) / 2


def test_aligned_texts_check_each_other(texts: Path) -> None:
    path = texts / "aligned.json"
    path.write_text(json.dumps({"aligned": "river.{language}", "languages": ["en", "fr"]}), "utf-8")
    (key,) = read_keys([path]).aligned
    result = aligned.measure(key, texts)
    agreements = {one.name: one for one in result.pairs["en", "fr"]}
    assert agreements["acts and documents"].share == 1
    assert agreements["acts and documents"].counted == 2
    assert agreements["class of the verb"].unlike == (3,)
    assert (result.operative, agreements["class of the verb"].share) == (2, 0.5)


def evaluated(*words: str) -> Result:
    return CliRunner().invoke(evaluate.command, words, catch_exceptions=False)


def test_figures_of_all_kinds_are_written_and_read_again(texts: Path) -> None:
    line_key(texts, ASKED)
    (texts / "aligned.json").write_text(
        json.dumps({"aligned": "river.{language}", "languages": ["en", "fr"]}), "utf-8"
    )
    part_keys(texts, (4, "preambular"), (5, "operative"))
    keys = [
        str(texts / name) for name in ("lines-en.json", "aligned.json", "A_RES_99_1.types.json")
    ]
    files = [texts / "accuracy.json", texts / "accuracy.md"]
    words = [*keys, "--texts", str(texts), *(w for file in files for w in ("--write", str(file)))]
    done = evaluated(*words, "--details")
    assert done.exit_code == 0, done.output
    figures = published(json.loads(files[0].read_text(encoding="utf-8")))
    assert [(one.language, one.lines) for one in figures.lines] == [("en", 1)]
    assert figures.parts[0].texts == 1
    assert {one.name: one.counted for one in figures.aligned[0].pairs["en-fr"]}[
        "acts and documents"
    ] == 2
    page = files[1].read_text(encoding="utf-8")
    assert "| en | 1 | 1.000 (1.000) |" in page
    assert "| en-fr | 1.000 (2/2) |" in page
    assert "macro-F1" in page


@pytest.mark.parametrize(
    ("name", "plain", "refusal", "says"),
    [
        ("lines.json", {"lines": [{"line": 1}], "file": "x", "language": "en"}, UnreadableKey, "form"),
        ("part.json", [{"line": 1, "type": "operative"}], UnreadableKey, "NAME.types.json"),
        ("a.types.json", [{"line": 1, "type": "preamble"}], UnreadableKey, "preamble"),
        ("b.types.json", [{"line": 1, "type": "operative"}], UnreadableKey, "0 called b"),
        ("aligned.json", {"aligned": "river.{language}"}, UnreadableKey, "languages"),
    ],
)  # fmt: skip
def test_a_key_of_another_form_is_refused(
    tmp_path: Path, name: str, plain: Any, refusal: type[MandatesError], says: str
) -> None:
    path = tmp_path / name
    path.write_text(json.dumps(plain), encoding="utf-8")
    with pytest.raises(refusal, match=says):
        read_keys([path])


def test_a_text_that_is_not_there_or_too_short_is_named(texts: Path) -> None:
    with pytest.raises(UnreadableKey, match="has no line 99"):
        measured(line_key(texts, SILENT | {"line": 99}), texts)
    with pytest.raises(UnreadableDocument, match="--texts"):
        measured(line_key(texts, ASKED), texts / "elsewhere")
