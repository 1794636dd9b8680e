"""Accuracy: a graph held against answer keys that people made by reading."""

from graph.accuracy.calibration import Cases, calibration_text, count_cases, lower_bound
from graph.accuracy.compare import Accuracy, compare, documents_of
from graph.accuracy.key import Key, Scope, read_key
from graph.accuracy.published import (
    AlignedFigures,
    Figure,
    KeyFigures,
    LineFigures,
    MeasuredRule,
    PartFigures,
    Published,
    Shared,
    read_figures,
)
from graph.accuracy.score import Row, Score, score_of

__all__ = [
    "Accuracy",
    "AlignedFigures",
    "Cases",
    "Figure",
    "Key",
    "KeyFigures",
    "LineFigures",
    "MeasuredRule",
    "PartFigures",
    "Published",
    "Row",
    "Scope",
    "Score",
    "Shared",
    "calibration_text",
    "compare",
    "count_cases",
    "documents_of",
    "lower_bound",
    "read_figures",
    "read_key",
    "score_of",
]
