"""Accuracy: a graph held against answer keys that people made by reading."""

from graph.accuracy.calibration import Cases, calibration_text, count_cases, lower_bound
from graph.accuracy.compare import Accuracy, Score, compare
from graph.accuracy.key import Key, Scope, read_key
from graph.accuracy.published import Figure, KeyFigures, MeasuredRule, Published, read_figures

__all__ = [
    "Accuracy",
    "Cases",
    "Figure",
    "Key",
    "KeyFigures",
    "MeasuredRule",
    "Published",
    "Scope",
    "Score",
    "calibration_text",
    "compare",
    "count_cases",
    "lower_bound",
    "read_figures",
    "read_key",
]
