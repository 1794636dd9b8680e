"""`mandates evaluate` on the river graph and a key of it."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
import river
from click.testing import CliRunner

from commands import evaluate
from ingest.joining import confidence
from tests.commands.conftest import Mandates

KEY: dict[str, Any] = {
    "documents": ["RIV/COP/2006/9", "RIV/COP/2008/1", "RIV/COP/2010/1"],
    "agenda": {"river-cop/4": ["1", "2", "2(b)", "2(c)", "3"]},
    "provisions": [
        {"id": f"{river.ACT}#a", "action": ["request"], "addressee": ["actor:secretariat"],
         "is_mandate": True, "deliverable": "report", "due": None, "conditions": []},
    ],
    "edges": [
        {"type": "MANDATES", "from": f"{river.ACT}#a", "to": "item:river-cop/4/2(b)"},
        {"type": "MANDATES", "from": f"{river.ACT}#f", "to": "item:river-cop/4/2(d)"},
    ],
    "acceptable": [{"type": "MANDATES", "from": f"{river.ACT}#a", "to": "doc:RIV/COP/2008/4"}],
    "scope": {"MANDATES": {"from": ["dec:river-cop/3/"], "to": ["item:", "doc:"]}},
}  # fmt: skip


@pytest.fixture
def key(tmp_path: Path) -> str:
    path = tmp_path / "river.json"
    path.write_text(json.dumps(KEY), encoding="utf-8")
    return str(path)


def test_figures_and_misses(ask: Mandates, key: str) -> None:
    done = ask("evaluate", key, "--details")
    assert done.returncode == 0, done.stderr
    shown = [line.split() for line in done.stdout.splitlines()]
    assert ["MANDATES", "2", "1", "1", "1", "0.500", "0.500", "0.500"] in shown
    assert ["action", "1", "1", "0", "0", "1.000", "1.000", "1.000"] in shown
    assert f"  {river.ACT}#f  →  item:river-cop/4/2(d)" in done.stdout.splitlines()
    assert "item:river-cop/4/3" in done.stdout
    # a document that nobody read explains a low recall
    assert (
        "not in the store, so what they say counts as missed: RIV/COP/2008/1, RIV/COP/2010/1"
        in done.stderr
    )


def test_written_figures_are_those_of_json(ask: Mandates, key: str, tmp_path: Path) -> None:
    file = tmp_path / "docs" / "accuracy.json"
    done = ask("evaluate", key, "--json", "--write", str(file))
    figures = json.loads(done.stdout)
    assert json.loads(file.read_text(encoding="utf-8")) == figures
    (of_key,) = figures["keys"]
    assert of_key["relations"]["MANDATES"]["f1"] == 0.5
    assert of_key["agendas"]["river-cop/4"] == {
        "expected": 5, "right": 4, "missed": 1, "extra": 1,
        "precision": 0.8, "recall": 0.8, "f1": 0.8,
    }  # fmt: skip
    assert set(of_key["fields"]) == {
        "action", "addressee", "is_mandate", "deliverable", "due", "conditions",
    }  # fmt: skip


def test_calibration_is_written_where_joining_reads_it(
    river_folder: Path, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = Path(confidence.__file__).parents[1]
    assert package == evaluate.CALIBRATION.parent
    file = tmp_path / "calibration.toml"
    monkeypatch.setattr(evaluate, "CALIBRATION", file)
    store = f"sqlite:///{river_folder / 'mandates.sqlite'}"
    words = [key, "--calibrate", "--store", store]
    done = CliRunner().invoke(evaluate.command, words, catch_exceptions=False)
    assert done.exit_code == 0
    # the two edges that the key judges: one right, one beyond it
    assert tomllib.loads(file.read_text(encoding="utf-8"))["rule"]["test"]["cases"] == 2
    again = CliRunner().invoke(evaluate.command, [*words, "--json"], catch_exceptions=False)
    assert json.loads(again.stdout)["calibrated_on"] == ["river.json"]
