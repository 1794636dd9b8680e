"""Judgements: what researchers decided about edges, one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def read_judgements(folder: Path) -> tuple[list[Mapping[str, Any]], list[str]]:
    """The judgements in the `*.jsonl` files of a folder, in order, and what could not be read."""
    judgements: list[Mapping[str, Any]] = []
    failures: list[str] = []
    for file in sorted(folder.glob("*.jsonl")):
        try:
            lines = file.read_text(encoding="utf-8").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            failures.append(f"{file}: cannot be read: {error}")
            continue
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                judgements.append(_judgement(json.loads(line)))
            except ValueError as error:
                failures.append(f"{file}, line {number}: no judgement: {error}")
    return judgements, failures


def _judgement(plain: Any) -> Mapping[str, Any]:
    if not isinstance(plain, dict):
        raise ValueError("not a JSON object")
    return plain
