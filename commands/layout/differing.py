"""What came, went and changed between two stores, for reading: counts first, then each of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from os.path import commonprefix
from typing import Any, TypeVar

from rich.console import Group, RenderableType
from rich.text import Text

from commands.layout.answers import LONGEST_NAME, Layout, ground, relation_label
from commands.layout.tables import cell_text
from commands.layout.terminal import Prose, indented, table
from graph.model.naming import full_name_of, in_language, shortened
from graph.model.records import Node
from graph.questions import Change, ChangedLink, ChangedNode, Cited, Difference, Link

Shown = TypeVar("Shown")
AT_MOST = 25  # of a list, unless all of it is wanted
SHOWN = 160  # characters of a text, and of either value of a property
AROUND = 4  # words that are the same, before and behind those that are not


def laid_out(answer: Difference, layout: Layout) -> Iterator[RenderableType]:
    """The difference for reading."""
    if answer:
        yield from _summary(answer)
    else:
        yield Text("No difference.", style="bold")
    if answer.moved:
        links = "1 link says" if answer.moved == 1 else f"{answer.moved} links say"
        yield Text(f"{links} the same at another place of their files", style="dim")

    def node(one: Node) -> RenderableType:
        return _node(one, layout)

    def link(one: Link) -> RenderableType:
        return _link(one, layout)

    yield from _listed("Nodes that came", answer.nodes_came, node, layout)
    yield from _listed("Nodes that went", answer.nodes_gone, node, layout)
    yield from _listed(
        "Nodes that changed", answer.nodes_changed, lambda one: _changed_node(one, layout), layout
    )
    yield from _listed("Links that came", answer.links_came, link, layout)
    yield from _listed("Links that went", answer.links_gone, link, layout)
    yield from _listed(
        "Links that changed", answer.links_changed, lambda one: _changed_link(one, layout), layout
    )


def _summary(answer: Difference) -> Iterator[RenderableType]:
    for kind, counted in (("nodes", answer.nodes), ("links", answer.links)):
        if counted:
            yield from [Text()] * (kind == "links" and bool(answer.nodes))
            rows = [[c.name, *map(str, (c.came, c.gone, c.changed))] for c in counted]
            yield table(kind, "came>", "went>", "changed>", rows=rows, header_style="bold")


def _listed(
    title: str,
    some: Sequence[Shown],
    tell: Callable[[Shown], RenderableType],
    layout: Layout,
) -> Iterator[RenderableType]:
    if not some:
        return
    yield Text()
    yield Text(f"{title}: {len(some)}", style="bold")
    shown = some if layout.full else some[:AT_MOST]
    yield from (indented(tell(one)) for one in shown)
    if more := len(some) - len(shown):
        yield indented(Text(f"and {more} more; --full shows all", style="dim"))


def _node(node: Node, layout: Layout) -> RenderableType:
    name = full_name_of(node, layout.language, LONGEST_NAME)
    kind = [] if name.startswith(node.type) else [node.type]
    kind += [] if node.properties.get("known", True) else ["text not held"]
    line = Text(name, style="bold")
    if kind:
        line.append(f"  [{', '.join(kind)}]", style="not bold dim")
    text = in_language(node.properties.get("text"), layout.language)
    if not text:
        return Prose(line)
    return Group(Prose(line), indented(text if layout.full else shortened(text, SHOWN), 4))


def _changed_node(changed: ChangedNode, layout: Layout) -> RenderableType:
    name = Text(full_name_of(changed.node, layout.language, LONGEST_NAME), style="bold")
    return Group(Prose(name), *_changes(changed.changes, layout))


def _step(link: Link, layout: Layout) -> RenderableType:
    source, target = (
        full_name_of(end, layout.language, LONGEST_NAME) for end in (link.source, link.target)
    )
    line = Text(source, style="bold")
    line.append(f" {relation_label(link, layout.language)} ", style="not bold dim")
    line.append(target)
    line.append(f"  [{ground(link)}]", style="not bold dim")
    return Prose(line)


def _link(link: Link, layout: Layout) -> RenderableType:
    return Group(_step(link, layout), *_quoted(layout.read_first(link.evidence), layout))


def _changed_link(changed: ChangedLink, layout: Layout) -> RenderableType:
    told: list[RenderableType] = [_step(changed.link, layout)]
    told += _changes(changed.changes, layout)
    lost = {_stands(one): one for one in changed.lost}
    reworded = [(lost[_stands(one)], one) for one in changed.gained if _stands(one) in lost]
    for was, now in reworded:
        told += _changes(
            [Change("quotation", was.evidence.quotation, now.evidence.quotation)], layout
        )
        told.append(indented(Prose(now.citation.text, style="dim"), 4))
    both = {_stands(now) for _, now in reworded}
    for what, cited in (("gained", changed.gained), ("lost", changed.lost)):
        if left := [one for one in cited if _stands(one) not in both]:
            pieces = "1 piece" if len(left) == 1 else f"{len(left)} pieces"
            told.append(indented(Text(f"{what} {pieces} of evidence", style="cyan"), 4))
            told += _quoted(layout.read_first(left), layout)
    return Group(*told)


def _stands(cited: Cited) -> tuple[str | None, ...]:
    """By what a sentence is known that was only worded anew."""
    one = cited.evidence
    return one.document, one.language, one.pinpoint, one.rule, one.source


def _quoted(cited: Sequence[Cited], layout: Layout) -> Iterator[RenderableType]:
    for one in cited if layout.full else cited[:1]:
        yield indented(Group(*layout.sentence(one)), 4)


def _changes(changes: Sequence[Change], layout: Layout) -> Iterator[RenderableType]:
    for change in changes:
        old, new = _value(change.old), _value(change.new)
        if not layout.full:
            old, new = (shortened(one, SHOWN) for one in around_the_change(old, new))
        line = Text(f"{change.name}: ", style="cyan")
        line.append(old or "–", style="not bold").append(" → ", style="dim").append(new or "–")
        yield indented(Prose(line), 4)


def _value(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(cell_text, value))
    return cell_text(value)


def around_the_change(old: str, new: str) -> tuple[str, str]:
    """Two texts without the words that they begin and end with in common, but for a few of them."""
    words = old.split(), new.split()
    begins = len(commonprefix(words))
    ends = len(commonprefix([one[begins:][::-1] for one in words]))
    first = max(0, begins - AROUND)
    return _piece(words[0], first, ends), _piece(words[1], first, ends)


def _piece(words: Sequence[str], first: int, same: int) -> str:
    last = len(words) - max(0, same - AROUND)
    marks = "… " if first else "", " …" if last < len(words) else ""
    return f"{marks[0]}{' '.join(words[first:last])}{marks[1]}"
