"""Confidence: the measured precision of the rules, as `mandates evaluate --calibrate` wrote it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib import resources


def measured() -> Mapping[str, tuple[float, int]]:
    """Rule name → (lower bound of the 95 % interval of its precision, number of cases measured)."""
    file = resources.files("ingest").joinpath("calibration.toml")
    if not file.is_file():
        return {}
    rules = tomllib.loads(file.read_text(encoding="utf-8")).get("rule", {})
    return {name: (float(row["confidence"]), int(row["cases"])) for name, row in rules.items()}
