"""What a store holds, in figures, for the first page."""

from __future__ import annotations

from collections import Counter
from html import escape

from graph.export.tables import Table
from graph.model.schema import load_model
from graph.questions import Overview
from views.parts.foot import digests_said
from views.parts.markup import chip
from views.parts.names import Names
from views.parts.node_link import node_link
from views.parts.status import status_chip
from views.parts.wording import Wording

TYPES = {
    "session": "sessions",
    "decision": "decisions",
    "agenda item": "items",
    "document": "documents",
}


def figures(of: Overview, names: Names) -> str:
    """Counts, the shares of links by basis, mandates by status, the bodies: as markup."""
    wording = names.wording
    counted = "".join(
        f"<div><dt>{escape(wording.say(f'start.{key}'))}</dt><dd>{number:,}</dd></div>"
        for key, number in _numbers(of).items()
    )
    bodies = [node_link(body.node, names) for body in of.bodies]
    lines = [
        ("basis", _bases(of, wording)),
        ("mandates", _statuses(of, wording)),
        ("texts", f"<p>{escape(digests_said(Counter(of.sources), wording))}</p>"),
        ("bodies", f"<p>{wording.say('language.separator').join(bodies)}</p>"),
    ]
    told = "".join(
        f"<h3>{escape(wording.say(f'start.{key}'))}</h3>{said}" for key, said in lines if said
    )
    return f'<dl class="figures">{counted}</dl><div class="told">{told}</div>'


def figures_table(of: Overview, wording: Wording) -> Table:
    """The same numbers as a table, for export."""
    rows = [(wording.say(f"start.{key}"), number) for key, number in _numbers(of).items()]
    links = wording.say("start.links")
    rows += [
        (f"{links}: {wording.value('basis', basis)}", number)
        for basis, number in _totals(of).items()
    ]
    mandates = wording.say("start.mandates")
    rows += [
        (f"{mandates}: {wording.value('status', status)}", number)
        for status, number in of.mandates.items()
    ]
    head = (wording.say("export.name"), wording.say("export.number"))
    return Table(wording.say("start.figures"), head, tuple(rows), wording.direction == "rtl")


def _numbers(of: Overview) -> dict[str, int]:
    numbers = {"bodies": len(of.bodies)}
    numbers |= {said: of.known.get(type, 0) for type, said in TYPES.items()}
    return numbers | {"provisions": of.provisions, "links": _totals(of).total()}


def _totals(of: Overview) -> Counter[str]:
    totals: Counter[str] = Counter()
    for basis in of.relations.values():
        totals.update(basis)
    return totals


def _bases(of: Overview, wording: Wording) -> str:
    totals = _totals(of)
    if not totals.total():
        return ""
    chips = (
        chip(
            f"{escape(wording.value('basis', basis))}: <b>{_share(number / totals.total())}</b>",
            tone=f"basis-{basis}",
        )
        for basis in load_model().values["basis"]
        if (number := totals[basis])
    )
    return f'<p class="chips">{"".join(chips)}</p>'


def _share(share: float) -> str:
    return f"{share:.0%}" if share >= 0.01 else "&lt;1%"


def _statuses(of: Overview, wording: Wording) -> str:
    order = (status for status in load_model().values["status"] if status in of.mandates)
    chips = (status_chip(status, wording, of.mandates[status]) for status in order)
    return f'<p class="chips">{"".join(chips)}</p>' if of.mandates else ""
