"""Every gap of a store in a few words: enough to count, to filter and to cut portions of.

What a gap rests on (links with evidence) is asked for the few that are shown: there may be tens of
thousands.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from graph.model.folding import fold
from graph.model.ids import body_of, order_of
from graph.model.records import Node, Remark
from graph.questions.absence import Absence
from graph.questions.followed import above_in, followed, statuses, upwards
from graph.questions.places import Places, gathered
from graph.stores import Store

KINDS = ("mandate", "item", "document", "deferred", "suspect", "unresolved", "disagreement")
REMARKS = ("unresolved", "disagreement")


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap, as filters see it.

    `kind` is one of KINDS; `key` the id of the node, or type and ends of the link, or the place of
    a remark among all. `sessions` are those at which a mandate was adopted, on whose agenda an item
    stands, before which a document came, to which a matter was deferred. `texts` are those of links
    and remarks: the store finds what stands in the texts of nodes.
    """

    kind: str
    key: tuple[str, ...]
    bodies: frozenset[str]
    sessions: tuple[str, ...] = ()
    status: str = ""
    addressees: tuple[str, ...] = ()
    due: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    remark: Remark | None = None


def lacking_near(gap: Gap, reports: Iterable[Absence]) -> tuple[Absence, ...]:
    """The missing session reports in which a gap may be filled, of its bodies.

    What was asked for at a session is taken up at later ones, and what was put off at the one named
    or later; what was on the agenda of a session, or before it, was asked for at an earlier one. A
    gap of no session may be filled by any.
    """
    places = sorted(map(order_of, gap.sessions))

    def concerns(id: str) -> bool:
        match gap.kind:
            case _ if not places:
                return True
            case "mandate":
                return order_of(id) > places[0]
            case "deferred":
                return order_of(id) >= places[0]
            case _:
                return order_of(id) < places[-1]

    return tuple(one for one in reports if body_of(one.id) in gap.bodies and concerns(one.id))


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which gaps a reader wants; what is empty leaves all in. All but `words` are ids or values."""

    body: str = ""
    session: str = ""
    addressee: str = ""
    status: str = ""
    due: str = ""
    words: str = ""

    def among(self, gaps: Iterable[Gap], holding: Collection[str] = ()) -> tuple[Gap, ...]:
        """Those that are wanted.

        Every word must stand in the texts and names of a link or remark; a node must be among
        `holding`, the ids of the nodes in which the store finds the words.
        """
        words = fold(self.words).split()
        return tuple(
            gap for gap in gaps if self._fits(gap) and (not words or _holds(gap, words, holding))
        )

    def _fits(self, gap: Gap) -> bool:
        return (
            (not self.body or self.body in gap.bodies)
            and (not self.session or self.session in gap.sessions)
            and (not self.addressee or self.addressee in gap.addressees)
            and (not self.status or self.status == gap.status)
            and (not self.due or self.due in gap.due)
        )


def _holds(gap: Gap, words: list[str], holding: Collection[str]) -> bool:
    if not gap.texts or gap.key[0] in holding:
        return gap.key[0] in holding
    said = fold(" ".join([*gap.key, *gap.texts]))
    return all(word in said for word in words)


def gap_list(store: Store) -> tuple[Gap, ...]:
    """All gaps of a store: kinds in the order of KINDS, each in its natural order.

    Mandates count a provision with its points once, and leave a point out whose provision, or a
    provision out one of whose points, has follow-up. Items and documents have no mandate of their
    own; documents only if they came before a session or under an item.
    """
    places = Places.of(store)
    return (
        *_mandates(store, places),
        *_without_mandate(store, places),
        *_deferred(store, places),
        *_suspects(store, places),
        *_remarks(store, places),
    )


def _mandates(store: Store, places: Places) -> Iterator[Gap]:
    status_of, above = statuses(store), above_in(store)
    still_open = status_of.keys() - followed(status_of, above)
    addressees = gathered((one, to) for _, one, to in store.edge_keys("ADDRESSED_TO"))
    due = gathered((one, at) for _, one, at in store.edge_keys("DUE_AT"))
    for id in sorted(still_open, key=order_of):
        if still_open.isdisjoint(upwards(id, above)):
            yield Gap(
                kind="mandate",
                key=(id,),
                bodies=places.bodies(id),
                sessions=places.decided_at(id),
                status=status_of[id],
                addressees=addressees.get(id, ()),
                due=due.get(id, ()),
            )


def _without_mandate(store: Store, places: Places) -> Iterator[Gap]:
    reasoned = _reasoned(store)
    # a draft item has its reasons where it became an item
    items = (id for id in store.ids("agenda item") if "@" not in id)
    documents = (id for id in store.ids("document") if id in places.came_up)
    for kind, ids in (("item", items), ("document", documents)):
        for id in ids:
            if id not in reasoned:
                yield Gap(kind, (id,), places.bodies(id), places.sessions(id))


def _reasoned(store: Store) -> set[str]:
    """What a provision mandates, what names the act it is pursuant to, and what goes with these.

    A sub-item with a mandate is mandate enough for the item above it, and the other way round; an
    addendum goes with its document; a draft that was adopted is reason enough for itself.
    """
    reasoned = {target for _, _, target in store.edge_keys("MANDATES")}
    reasoned |= {source for _, source, _ in store.edge_keys(("PURSUANT_TO", "DRAFT_OF"))}
    sub_items = list(store.edge_keys("SUBITEM_OF"))
    reasoned |= {above for _, item, above in sub_items if item in reasoned}
    parts = [*sub_items, *store.edge_keys(("REVISES", "ADDENDUM_TO", "CORRIGENDUM_TO"))]
    return reasoned | {part for _, part, whole in parts if whole in reasoned}


def _deferred(store: Store, places: Places) -> Iterator[Gap]:
    for key in store.edge_keys("DEFERRED_TO"):
        _, matter, to = key
        title = _title(store.node(matter))
        yield Gap("deferred", key, places.bodies(matter, to), places.sessions(to), texts=title)


def _suspects(store: Store, places: Places) -> Iterator[Gap]:
    for edge in store.edges_with("suspect"):
        documents = dict.fromkeys(one.document for one in edge.evidence)
        yield Gap(
            kind="suspect",
            key=edge.key,
            bodies=places.bodies(edge.source, edge.target, *documents),
            sessions=places.sessions(edge.source),
            texts=tuple(one.quotation for one in edge.evidence),
        )


def _remarks(store: Store, places: Places) -> Iterator[Gap]:
    for kind in REMARKS:
        # Once, where the texts of a document in several languages have the same misprint.
        told = {
            (remark.text, remark.message, remark.document): remark for remark in store.remarks(kind)
        }
        for place, remark in enumerate(told.values()):
            document = remark.document or ""
            texts = tuple(one for one in (remark.text, remark.message, remark.guess) if one)
            yield Gap(
                kind=kind,
                key=(kind, str(place)),
                bodies=places.bodies(document),
                sessions=places.decided_at(document),
                texts=(*texts, document),
                remark=remark,
            )


def _title(node: Node | None) -> tuple[str, ...]:
    texts = node.properties.get("title") if node else None
    return tuple((texts or {}).values())
