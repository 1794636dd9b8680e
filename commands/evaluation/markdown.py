"""Published figures as a page of the documentation, by body and by language."""

from __future__ import annotations

from collections.abc import Iterator

from graph.accuracy import Figure, Published
from graph.markdown import table

HEAD = """\
# How well it reads

Written by `mandates evaluate`; do not edit. Every figure is a reading held against what people found by
reading the same text (`tests/keys/`); where a relation has no precision, its key does not claim to be
complete. What is known to go wrong is told in [known weaknesses](weaknesses.md).
"""
# What a reader asks of first, in this order; the page of method shows it too.
FIRST = (
    "MANDATES", "PURSUANT_TO", "CITES", "DOCUMENTATION",
    "action", "is_mandate", "addressee", "deliverable", "due",
)  # fmt: skip
COLUMNS = ("in the key", "right", "missed", "beyond it", "precision", "recall", "F1")


def page(figures: Published) -> str:
    """The page: a section a key of documents, then sentences, parts and aligned texts."""
    return "\n".join(
        [
            HEAD,
            *_in_short(figures),
            *_documents(figures),
            *_sentences(figures),
            *_parts(figures),
            *_aligned(figures),
        ]
    )


def _in_short(figures: Published) -> Iterator[str]:
    """F1 of what matters most, a column a key of documents, between marks for whoever quotes it."""
    by_key = [{one.name: one for one in (*of.relations, *of.fields)} for of in figures.keys]
    rows = (
        [name, *(_share(of[name].f1 if name in of else None) for of in by_key)] for name in FIRST
    )
    yield "## In short\n\nA dash where a key has none, or does not claim to be complete.\n"
    yield "<!-- in short -->\n"
    yield from table(("F1", *(of.key.removesuffix(".json") for of in figures.keys)), rows)
    yield "<!-- in full -->\n"


def _documents(figures: Published) -> Iterator[str]:
    for of in figures.keys:
        held_out = "" if of.key in figures.calibrated_on else " (confidences come from other keys)"
        yield f"## {of.key}\n\n{', '.join(of.documents)}{held_out}\n"
        rows = [*of.agendas, *of.structure, *of.relations, *of.fields]
        yield from table(("", *COLUMNS), ([one.name, *_cells(one)] for one in rows))


def _sentences(figures: Published) -> Iterator[str]:
    if figures.lines:
        yield "## Sentences, by language\n\nF1, and recall in brackets.\n"
        names = [one.name for one in figures.lines[0].scores]
        yield from table(
            ("language", "sentences", *names),
            (
                [of.language, str(of.lines), *(_both(one) for one in of.scores)]
                for of in figures.lines
            ),
        )


def _parts(figures: Published) -> Iterator[str]:
    for of in figures.parts:
        yield f"## Preambular or operative\n\n{of.texts} texts; macro-F1 {of.macro_f1:.3f}.\n"
        yield from table(("", *COLUMNS), ([one.name, *_cells(one)] for one in of.scores))


def _aligned(figures: Published) -> Iterator[str]:
    for of in figures.aligned:
        names = [one.name for one in next(iter(of.pairs.values()))]
        yield (
            f"## Agreement between languages\n\n{of.lines} aligned lines, {of.operative} of them"
            " operative in most languages: the same of what was counted.\n"
        )
        yield from table(
            ("", *names),
            (
                [pair, *(f"{_share(one.share)} ({one.same}/{one.counted})" for one in shared)]
                for pair, shared in of.pairs.items()
            ),
        )


def _cells(one: Figure) -> list[str]:
    extra = "–" if one.extra is None else str(one.extra)
    counts = [str(one.expected), str(one.right), str(one.missed), extra]
    return [*counts, *map(_share, (one.precision, one.recall, one.f1))]


def _both(one: Figure) -> str:
    return f"{_share(one.f1)} ({_share(one.recall)})"


def _share(share: float | None) -> str:
    return "–" if share is None else f"{share:.3f}"
