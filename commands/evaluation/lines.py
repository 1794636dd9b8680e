"""Keys of sentences: single lines of a text read by hand, held against a spaCy pipeline.

The pipeline is that of this project, or any other that fills the same spans: a statistical
component can be compared with the rules on the same keys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from rich.console import RenderableType
from rich.text import Text
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, Span
from spacy.training import Example

from commands.evaluation.figures import details_of_scores, plain_scores, score_tables, shown
from commands.layout.terminal import table
from graph.accuracy import Score, score_of
from graph.accuracy.key import form_of_key
from graph.model.errors import UnreadableDocument, UnreadableKey
from graph.model.schema import load_model
from ingest import spacy_component as component

ASPECTS: Mapping[str, Callable[[Doc, str], set[str]]] = {
    component.REFERENCES: component.named,
    "operative": component.operative,
    "actions": component.of_provisions,
    "classes": lambda doc, _: _classes(component.of_provisions(doc, "actions")),
    "addressees": component.of_provisions,
}
UNSURE = {"classes": "actions"}  # who is unsure of the verbs is unsure of their classes


@dataclass(frozen=True, slots=True)
class KeyLine:
    """What a reader found in one line; `mentions` and `addressees` are ids, `number` is from 1.

    `acceptable` are ids that a fair reader may or may not name: they count neither way. Nor does
    an aspect of the line that is `unsure`.
    """

    number: int
    operative: bool
    actions: tuple[str, ...]
    addressees: tuple[str, ...]
    mentions: tuple[str, ...]
    acceptable: frozenset[str]
    unsure: frozenset[str]


@dataclass(frozen=True, slots=True)
class LineKey:
    """Lines of the text `file`, a path below the folder of texts, read by hand."""

    name: str
    file: str
    language: str
    lines: tuple[KeyLine, ...]


@dataclass(frozen=True, slots=True)
class LineResult:
    """A pipeline against one key: `scores` by aspect, `labels` as spaCy's scorer gives them.

    `labels` has precision, recall and F1 (p, r, f) of every verb, addressee and id, by aspect.
    """

    key: LineKey
    scores: tuple[Score, ...]
    labels: Mapping[str, Mapping[str, Mapping[str, float]]]


def line_key(path: Path, plain: Mapping[str, Any]) -> LineKey:
    """The key in a file; UnreadableKey where it has another form."""
    with form_of_key(path, "lines.schema.json"):
        lines = tuple(
            KeyLine(
                number=line["line"],
                operative=line["operative"],
                actions=tuple(line["actions"]),
                addressees=tuple(line["addressees"]),
                mentions=tuple(line["mentions"]),
                acceptable=frozenset(line.get("acceptable", ())),
                unsure=frozenset(line.get("unsure", ())),
            )
            for line in plain["lines"]
        )
        return LineKey(path.name, plain["file"], plain["language"], lines)


def pipeline_for(language: str, name: str | None = None) -> Language:
    """The project's rules for a language, or the pipeline that spaCy loads under `name`."""
    if name is None:
        pipeline = spacy.blank(language)
        pipeline.add_pipe("un_references")
        pipeline.add_pipe("un_provisions")
        return pipeline
    try:
        return spacy.load(name)
    except OSError as error:
        raise UnreadableKey(f"--pipeline {name}: no pipeline that spaCy can load") from error


def measure(key: LineKey, texts: Path, pipeline: Language) -> LineResult:
    """Run a pipeline over the lines of a key."""
    examples = [*_examples(key, texts, pipeline)]
    figures = Scorer(pipeline).score(examples)  # asks every component's scorer
    scores = []
    for aspect, values in ASPECTS.items():
        expected, found = (
            [
                (str(line.number), value)
                for line, example in zip(key.lines, examples, strict=True)
                if UNSURE.get(aspect, aspect) not in line.unsure
                for value in values(getattr(example, side), aspect)
            ]
            for side in ("reference", "predicted")
        )
        scores.append(score_of(aspect, expected, found, complete=True))
    labels = {aspect: figures.get(f"{aspect}_f_per_type") or {} for aspect in ASPECTS}
    return LineResult(key, tuple(scores), labels)


def _examples(key: LineKey, texts: Path, pipeline: Language) -> Iterator[Example]:
    """The lines of a key, each as spaCy compares them: what was predicted, and what was read."""
    try:
        lines = (texts / key.file).read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise UnreadableDocument(
            f"{texts / key.file}: cannot be read: {error.strerror}; --texts names its folder"
        ) from error
    for line in key.lines:
        if not 0 < line.number <= len(lines):
            raise UnreadableKey(f"{key.name}: {key.file} has no line {line.number}")
        text = lines[line.number - 1]
        predicted = _without(line.acceptable, pipeline(text))
        yield Example(predicted, _as_read(line, pipeline.make_doc(text)))


def _without(acceptable: frozenset[str], doc: Doc) -> Doc:
    """What was predicted, but for what counts neither way."""
    references = doc.spans.get(component.REFERENCES, ())
    doc.spans[component.REFERENCES] = [span for span in references if span.id_ not in acceptable]
    for span in doc.spans.get(component.PROVISIONS, ()):
        span._.addressees = tuple(id for id in span._.addressees if id not in acceptable)
    return doc


def _as_read(line: KeyLine, doc: Doc) -> Doc:
    """What a reader found, as spans over the whole line: a key says what is named, not where."""
    kind_of = load_model().type_of
    doc.spans[component.REFERENCES] = [
        Span(doc, 0, len(doc), label=kind_of(id), span_id=id) for id in line.mentions
    ]
    said = []
    if line.operative:
        span = Span(doc, 0, len(doc), label="operative")
        span._.actions, span._.addressees = line.actions, line.addressees
        said.append(span)
    doc.spans[component.PROVISIONS] = said
    return doc


def _classes(actions: Iterable[str]) -> set[str]:
    """The classes of verbs: within one, a translator chooses the word."""
    classes = load_model().classes
    return {classes.get(action, action) for action in actions}


def figures_of(result: LineResult) -> dict[str, Any]:
    """The figures of one key, ready for JSON."""
    return {
        "key": result.key.name,
        "language": result.key.language,
        "lines": len(result.key.lines),
        "scores": plain_scores(result.scores),
    }


def details_of(result: LineResult) -> dict[str, Any]:
    """What was missed and what is beyond one key, line by line, ready for JSON."""
    return details_of_scores(result.scores)


def laid_out(results: Iterable[LineResult], details: bool) -> Iterator[RenderableType]:
    """The figures of keys for reading; with `details` line by line, and label by label."""
    for result in results:
        key = result.key
        yield Text(f"{key.name}: {len(key.lines)} lines of {key.file}", style="bold")
        yield from score_tables("aspect", result.scores, details)
        if details:
            rows = [
                (aspect, label, *(shown(share[one]) for one in "prf"))
                for aspect, labels in result.labels.items()
                for label, share in sorted(labels.items(), key=lambda pair: pair[1]["f"])
                if share["f"] < 1
            ]
            yield table(
                *("aspect", "not always right", "precision>", "recall>", "F1>"),
                rows=rows,
                header_style="dim",
            )
