"""Later acts that cite an earlier one, act by act: what changes or renews it in full, the rest in a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rich.console import RenderableType
from rich.text import Text

from commands.layout.answers import Layout, relation_label
from commands.layout.terminal import Prose, indented
from graph.model.ids import label_of, whole_of
from graph.model.naming import full_name_of, printed_label
from graph.model.records import Node
from graph.questions import Link
from graph.questions.trace import goes_on

LONGEST_NAME = 110  # characters of an act's name
RANK = ("SUPERSEDES", "AMENDS", "CITES")


def later_acts(
    links: Sequence[Link], acts: Mapping[str, Node], layout: Layout
) -> Iterator[RenderableType]:
    """Links from later acts or documents, in the order given; with `full` each with its sentence.

    `acts` are the acts and documents whose provisions they come from, by id.
    """
    if layout.full:
        yield from layout.steps(links)
        return
    for whole, group in groupby(links, key=lambda link: whole_of(link.node.id)):
        citing = list(group)
        telling = _telling(citing)
        line = Text(
            full_name_of(acts.get(whole, citing[0].node), layout.language, LONGEST_NAME),
            style="bold",
        )
        line.append(layout.held(whole), style="dim")
        yield Prose(line)
        for tree in layout.steps(telling):
            yield indented(tree)
        told = {link.node.id for link in telling}
        for how, places in _mentions([one for one in citing if one.node.id not in told], layout):
            yield indented(Prose(Text(f"{how}: {places}", style="dim")))


def _telling(links: Sequence[Link]) -> list[Link]:
    """What changes or renews the act: of several relations in one sentence the most telling.

    One sentence may replace forty paragraphs: that is one step for a reader, not forty.
    """
    found: dict[tuple[str, str], Link] = {}
    for link in sorted(filter(goes_on, links), key=lambda link: RANK.index(link.relation)):
        quotation = link.evidence[0].evidence.quotation if link.evidence else ""
        found.setdefault((link.node.id, quotation), link)
    return list(found.values())


def _mentions(links: Sequence[Link], layout: Layout) -> Iterator[tuple[str, str]]:
    """How an act cites, and where: ("recall", "preamble"), ("cited by", "paragraphs 1, 3 (c)")."""
    parts: dict[str, dict[str, None]] = {}
    paragraphs: dict[str, dict[str, None]] = {}
    for link in links:
        how = ", ".join(link.properties.get("action") or [relation_label(link, layout.language)])
        numbered = "#" in link.node.id
        where = printed_label(label_of(link.node.id)) if numbered else link.properties.get("part")
        (paragraphs if numbered else parts).setdefault(how, {})[str(where or "text")] = None
    for how in dict.fromkeys([*parts, *paragraphs]):
        labels = list(paragraphs.get(how, ()))
        noun = "paragraph" if len(labels) == 1 else "paragraphs"
        said = [*parts.get(how, ()), *([f"{noun} {', '.join(labels)}"] if labels else [])]
        yield how, ", ".join(said)
