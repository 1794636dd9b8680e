"""The figures that the app shows are those that `mandates evaluate` writes now."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from commands import build, evaluate
from commands.bundle import accuracy_file
from commands.evaluation.markdown import page
from graph.accuracy import read_figures
from graph.model.errors import UnreadableKey


def test_figures_are_read_as_they_stand_in_the_file() -> None:
    plain = json.loads(accuracy_file().read_text(encoding="utf-8"))
    figures = read_figures(accuracy_file())
    assert len(figures.keys) == len(plain["keys"]) > 0
    for of_key, of_file in zip(figures.keys, plain["keys"], strict=True):
        for figure in of_key.relations:
            assert of_file["relations"][figure.name]["recall"] == figure.recall
            assert figure.right + figure.missed == figure.expected
    for rule in figures.rules:
        assert plain["rules"][rule.name]["cases"] == rule.cases >= rule.right


def test_the_page_is_written_from_the_figures(checkout: Path) -> None:
    written = (checkout / "docs" / "accuracy.md").read_text(encoding="utf-8")
    assert written == page(read_figures(accuracy_file())), "run `make accuracy`"


def test_the_readme_quotes_the_figures_in_short(checkout: Path) -> None:
    written = (checkout / "docs" / "accuracy.md").read_text(encoding="utf-8")
    (short,) = re.findall(r"<!-- in short -->\s+(.*?)\s+<!-- in full -->", written, re.DOTALL)
    assert short in (checkout / "README.md").read_text(encoding="utf-8")


def test_figures_say_neither_when_nor_where_they_were_written() -> None:
    text = accuracy_file().read_text(encoding="utf-8")
    assert not re.search(r"\b20\d\d-\d\d-\d\d\b|\d\d:\d\d:\d\d", text)
    documents = json.loads(text)["documents"]
    assert {key for one in documents for key in one} == {
        "document", "language", "source", "checksum",
    }  # fmt: skip


@pytest.mark.corpus
def test_the_files_are_what_is_measured_now(corpus: Path, checkout: Path, tmp_path: Path) -> None:
    """As `make accuracy` does it: from the corpus and all keys to the figures and their page."""
    store = f"sqlite:///{tmp_path / 'accuracy.sqlite'}"
    folders = [str(corpus / one) for one in ("untoc", "unfccc", "ece", "resolutions")]
    built = CliRunner().invoke(build.command, [*folders, "--store", store])
    assert built.exit_code == 0, built.output
    keys = [one for one in (checkout / "tests" / "keys").glob("*.json") if "schema" not in one.name]
    paths = [*map(str, sorted(keys) + sorted((corpus / "unesco").glob("*.types.json")))]
    written = [tmp_path / "accuracy.json", tmp_path / "accuracy.md"]
    words = [*paths, "--store", store, "--texts", str(corpus)]
    words += [word for file in written for word in ("--write", str(file))]
    done = CliRunner().invoke(evaluate.command, words, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    published = [accuracy_file(), checkout / "docs" / "accuracy.md"]
    for now, then in zip(written, published, strict=True):
        assert now.read_text("utf-8") == then.read_text("utf-8"), "run `make accuracy`"


@pytest.mark.parametrize("text", ["", "[]", '{"version": "1"}', '{"keys": 3}', "\udcff"])
def test_another_file_is_refused_with_a_word(tmp_path: Path, text: str) -> None:
    path = tmp_path / "accuracy.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(UnreadableKey, match="evaluate --write"):
        read_figures(path)
    with pytest.raises(UnreadableKey, match="no figures"):
        read_figures(tmp_path / "none.json")
