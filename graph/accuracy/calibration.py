"""How far a rule can be trusted: how often keys confirm what it found."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from graph.accuracy.compare import judged
from graph.accuracy.key import Key
from graph.model.records import Graph

Z = 1.959964  # the normal quantile of a two-sided interval of 95 %
HEAD = """\
# How often readers confirmed what a rule found: the lower bound of the 95 % interval (Wilson)
# of its precision, and on how many edges it was counted.
# Written by `mandates evaluate --calibrate`.
"""


@dataclass(frozen=True, slots=True)
class Cases:
    """How many edges of a rule the keys judge, and how many of these they have."""

    right: int
    cases: int

    @property
    def confidence(self) -> float:
        """The lower bound of the precision."""
        return lower_bound(self.right, self.cases)


def lower_bound(right: int, cases: int) -> float:
    """The lower end of Wilson's 95 % interval for a share, in [0, 1].

    It stays below 1 however often the rule was right: ten of ten gives 0.72, a hundred 0.96.
    """
    if not cases:
        return 0.0
    share = right / cases
    centre = share + Z * Z / (2 * cases)
    spread = Z * sqrt(share * (1 - share) / cases + Z * Z / (4 * cases * cases))
    return max(0.0, (centre - spread) / (1 + Z * Z / cases))


def count_cases(keys: Iterable[Key], graph: Graph) -> Mapping[str, Cases]:
    """Every rule whose edges the keys judge, by name; an edge counts for each of its rules."""
    right: dict[str, list[bool]] = defaultdict(list)
    for key in keys:
        for edge, seen in judged(key, graph.edges, graph.nodes):
            for rule in {evidence.rule for evidence in edge.evidence}:
                right[rule].append(seen in key.edges)
    return {rule: Cases(sum(right[rule]), len(right[rule])) for rule in sorted(right)}


def calibration_text(keys: Iterable[Key], rules: Mapping[str, Cases]) -> str:
    """The file that joining reads, in TOML: the keys, and a table `rule` by name."""
    # JSON strings are TOML strings.
    lines = [HEAD, f"keys = {json.dumps(sorted(key.name for key in keys))}"]
    for rule, counted in rules.items():
        lines += [
            "",
            f"[rule.{json.dumps(rule, ensure_ascii=False)}]",
            f"confidence = {counted.confidence:.3f}",
            f"right = {counted.right}",
            f"cases = {counted.cases}",
        ]
    return "\n".join(lines) + "\n"
