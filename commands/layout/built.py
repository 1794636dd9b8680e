"""The end of a build for reading: what was found, repaired, not resolved, suspect."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from commands.layout.terminal import Prose, indented, table
from graph.model.naming import shortened
from graph.model.records import Remark
from graph.questions import Overview
from graph.stores import ReadingSummary

SHOWN = 10  # of what could not be resolved


def summary(
    read: Sequence[ReadingSummary], unchanged: int, held: Overview, remarks: Sequence[Remark]
) -> Iterator[RenderableType]:
    """What a build read, and what the store holds after it."""
    files = "1 file" if len(read) == 1 else f"{len(read)} files"
    yield Text(f"{files} read, {unchanged} unchanged", style="bold")
    types = sorted({*held.known, *held.stubs})
    yield Text()
    yield table(
        "found",
        "in the store>",
        "referred to only>",
        rows=[[t, str(held.known.get(t, 0)), str(held.stubs.get(t, 0))] for t in types],
        header_style="bold",
    )
    by_basis: Counter[str] = Counter()
    for counts in held.relations.values():
        by_basis.update(counts)
    listed = ", ".join(f"{count} {basis}" for basis, count in sorted(by_basis.items()))
    yield Text(f"relations: {by_basis.total()}{f' ({listed})' if listed else ''}")
    repaired = [one for one in read if one.repairs]
    if repaired:
        yield Text()
        yield table(
            *("repaired", "language", "trust>", ""),
            rows=map(_repairs, repaired),
            header_style="bold",
        )
    for kind, title in (("unresolved", "could not be resolved"), ("suspect", "suspect")):
        # Once, where the texts of a document in several languages have the same misprint.
        some = list(dict.fromkeys(_remark(remark) for remark in remarks if remark.kind == kind))
        if some:
            yield Text()
            yield Text(f"{title}: {len(some)}", style="bold")
            yield from (indented(Prose(said)) for said in some[:SHOWN])
            if len(some) > SHOWN:
                yield indented(Text(f"and {len(some) - SHOWN} more: `mandates gaps --full`"))


def _repairs(one: ReadingSummary) -> list[str]:
    steps = ", ".join(f"{step} {count}" for step, count in one.repairs.items())
    return [one.document.removeprefix("doc:"), one.language, f"{one.trust:.2f}", steps]


def _remark(remark: Remark) -> str:
    where = (remark.document or "").removeprefix("doc:")
    return f"{shortened(remark.message, 120)}{f'  ({where})' if where else ''}"
