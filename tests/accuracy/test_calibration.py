"""How far a rule is trusted: the lower bound of its precision, and what counts as a case."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from graph.accuracy import Cases, calibration_text, count_cases, lower_bound, read_key
from graph.model.records import Edge, Evidence, Graph


# Values of Wilson's interval as tables of statistics give them.
@pytest.mark.parametrize(
    ("right", "cases", "bound"),
    [(10, 10, 0.722), (100, 100, 0.963), (8, 10, 0.490), (0, 10, 0.0), (0, 0, 0.0), (1, 1, 0.207)],
)
def test_lower_bound(right: int, cases: int, bound: float) -> None:
    assert lower_bound(right, cases) == pytest.approx(bound, abs=5e-4)


def cited(source: str, target: str, *rules: str) -> Edge:
    evidence = tuple(
        Evidence("doc:RIV/COP/2006/9", "en", "a" * 64, ((0, 3),), "see", rule) for rule in rules
    )
    return Edge("CITES", source, target, "stated", evidence=evidence)


def test_cases_are_the_edges_that_a_key_judges(tmp_path: Path) -> None:
    act, other = "dec:river-cop/3/2", "dec:river-cop/2/1"
    graph = Graph(
        (),
        (
            cited(f"{act}#a", other, "number", "number"),  # two sentences, one case
            cited(f"{act}#b", other, "number"),  # not in the key
            cited(f"{act}#c", other, "number"),  # acceptable: no case
            cited(f"{act}#d", other, "list", "number"),  # found twice over
            cited("dec:river-cop/9/9#a", other, "number"),  # out of scope
        ),
    )
    edges = [{"type": "CITES", "from": f"{act}#{label}", "to": other} for label in "ad"]
    waived = {"type": "CITES", "from": f"{act}#c", "to": other}
    path = tmp_path / "key.json"
    path.write_text(
        json.dumps({
            "documents": ["RIV/COP/2006/9"], "edges": edges, "acceptable": [waived],
            "scope": {"CITES": {"from": [f"{act}#"], "to": ["dec:"]}},
        }),
        encoding="utf-8",
    )  # fmt: skip
    key = read_key(path)
    rules = count_cases([key], graph)
    assert rules == {"list": Cases(1, 1), "number": Cases(2, 3)}

    written = tomllib.loads(calibration_text([key], rules))
    assert written["keys"] == ["key.json"]
    assert written["rule"]["number"] == {"confidence": 0.208, "right": 2, "cases": 3}


def test_a_rule_of_any_name_is_a_key_of_the_file() -> None:
    rules = {'pack:"ar".المقرر': Cases(1, 1)}
    assert list(tomllib.loads(calibration_text([], rules))["rule"]) == list(rules)
