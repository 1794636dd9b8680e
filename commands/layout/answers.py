"""Answers laid out for reading: steps with their sentences, and what the store does not hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rich.console import Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from commands.layout.terminal import Prose, indented
from graph.model.ids import label_of, whole_of
from graph.model.naming import full_name_of, in_language, printed_label, shortened
from graph.model.records import Node
from graph.model.schema import load_model
from graph.questions import Absence, Cited, Link
from graph.questions.steps import rank

QUOTED = 280  # characters of a quotation, unless all of it is wanted
LONGEST_NAME = 110  # characters of a node's name in a step
MONTH = len("2016-11")  # of a date
LISTED = 12  # absent things of a kind, unless all of them are wanted
ABSENT = {
    "session report": "reports of these sessions are not in the store",
    "document": "these documents are referred to, their text is not in the store",
    "act": "these decisions and resolutions are referred to, their text is not in the store",
}


@dataclass(frozen=True, slots=True)
class Layout:
    """How one answer is shown: in which language, and whether in full.

    What was told once is not told again: that many provisions led to one item, and what came of the
    item, would otherwise fill pages with the same sentences. `sessions` are those of acts, reports and
    items, by id, where the answer knows them.
    """

    language: str = "en"
    full: bool = False
    sessions: Mapping[str, Node] = field(default_factory=dict)
    _told: set[tuple[str, ...]] = field(default_factory=set)

    def _tells(self, *what: str) -> bool:
        """Whether something is to be told in full: the first time, or always if all is wanted."""
        new = what not in self._told
        self._told.add(what)
        return new or self.full

    def held(self, id: str) -> str:
        """At which session, and when, an act, a report or an item stands; nothing if not known."""
        session = self.sessions.get(whole_of(id))
        if session is None:
            return ""
        start = str(session.properties.get("start", ""))[:MONTH]
        return f"  ({session.id.partition(':')[2]}{f', {start}' if start else ''})"

    def steps(self, links: Iterable[Link]) -> Iterator[Tree]:
        """Steps as trees, each with its sentences, and what lies behind it below.

        Of the conclusions under an item those that ask for nothing and lead nowhere are counted.
        """
        quiet: list[Link] = []
        for link in links:
            if not self.full and _is_quiet(link):
                quiet.append(link)
                continue
            tree = Tree(Group(*self.step(link)), guide_style="dim")
            if link.again:
                tree.add(Text("↺ what came of it stands elsewhere here", style="dim"))
            elif link.then and self._tells("what came of", link.node.id):
                tree.children.extend(self.steps(link.then))
            elif link.then:
                tree.add(Text("↺ what came of it: above", style="dim"))
            yield tree
        if quiet:
            labels = ", ".join(printed_label(label_of(link.node.id)) for link in quiet)
            more = "conclusion that asks" if len(quiet) == 1 else "conclusions that ask"
            said = f"{len(quiet)} more {more} for nothing: {labels}; --full shows all"
            yield Tree(Text(said, style="dim"), guide_style="dim")

    def step(self, link: Link) -> Iterator[RenderableType]:
        """One step: what relation, to what, on what ground; then its evidence."""
        line = Text(f"{relation_label(link, self.language)} ", style="dim")
        longest = LONGEST_NAME if not self.full else None
        line.append(full_name_of(link.node, self.language, longest), style="bold")
        line.append(f"  [{ground(link)}]{self.held(link.node.id)}", style="dim")
        if link.inherited_from:
            above = printed_label(label_of(link.inherited_from))
            line.append(f"  (of {above} above it)", style="dim")
        yield Prose(line)
        if not self._tells(*link.key):
            return
        found = self.read_first(link.evidence)
        for cited in found if self.full else found[:1]:
            yield indented(Group(*self.sentence(cited)))
        if (more := len(link.evidence) - 1) > 0 and not self.full:
            yield indented(Text(f"and {more} more; --full shows all", style="dim"))

    def read_first(self, evidence: Iterable[Cited]) -> list[Cited]:
        """Official texts first, then the reader's language: a graph of several has each sentence in all."""
        return sorted(evidence, key=lambda cited: rank(cited, self.language))

    def sentence(self, cited: Cited) -> Iterator[RenderableType]:
        """The quotation, and below it the citation."""
        quotation = cited.evidence.quotation
        if quotation:
            longest = len(quotation) if self.full else QUOTED
            yield Prose(f"“{shortened(quotation, longest)}”", style="italic")
        yield Prose(cited.citation.text, style="dim")

    def absences(self, absent: Sequence[Absence]) -> Iterator[RenderableType]:
        """What the store does not hold, so that nothing found is not read as nothing there."""
        for kind, says in ABSENT.items():
            missing = [one for one in absent if one.kind == kind]
            if not missing:
                continue
            shown = missing if self.full else missing[:LISTED]
            listed = "; ".join(self._absence(one) for one in shown)
            more = f"; and {len(missing) - len(shown)} more" if len(shown) < len(missing) else ""
            yield Prose(f"Not here: {says}: {listed}{more}", style="yellow")

    def _absence(self, absence: Absence) -> str:
        title = in_language(absence.title, self.language)
        name = absence.id.partition(":")[2]
        return f"{name} · {shortened(title, 80)}" if title else name


def _is_quiet(link: Link) -> bool:
    """A conclusion that asks for nothing, and of which nothing came."""
    concluded = link.relation == "UNDER" and link.reverse and link.node.id.startswith("doc:")
    return concluded and not (link.then or link.again or link.node.properties.get("is_mandate"))


def relation_label(link: Link, language: str) -> str:
    """How the model reads a step, in the direction in which it is taken."""
    relation = load_model().relations[link.relation]
    return in_language(relation.reverse if link.reverse else relation.label, language)


def ground(link: Link) -> str:
    """Whether a step is stated or inferred, how sure that is, on how many cases it rests, who judged."""
    said, cases = link.basis, link.properties.get("cases")
    if link.confidence is not None:
        # What was measured is a lower bound: bare, a few cases make a plain sentence doubtful.
        said += f" {'≥ ' if cases else ''}{link.confidence:.2f}"
    if cases:
        said += f" ({cases} {'case' if cases == 1 else 'cases'})"
    if judgement := link.properties.get("judgement"):
        said += f", decided by {judgement.get('who', 'a researcher')}"
    return f"{said}, suspect" if link.properties.get("suspect") else said
