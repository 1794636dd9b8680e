"""A store of any size with a graph that the model admits, to measure what size costs.

    python benchmarks/synthetic.py PATH [--nodes 100000] [--edges 300000]

Commissions meet in sessions; a session adopts decisions of ten provisions each, and the next one
has items and documents that follow them up. Every edge has evidence in one or two languages that
selects its sentence in the text of a stored reading. The same sizes give the same store.
"""

from __future__ import annotations

import argparse
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, islice
from math import gcd
from pathlib import Path
from typing import Any, cast

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from graph.model.records import Edge, Evidence, Graph, Node  # noqa: E402
from graph.stores import EvidenceText, StoredReading, open_store  # noqa: E402

WATERS = ("river", "lake", "delta", "coast", "glacier", "wetland", "spring", "harbour")
DECISIONS, PROVISIONS, ITEMS, PAPERS = 12, 10, 20, 24  # of one session
ACTORS, TOPICS, ARTICLES = 40, 60, 100
LABELS = "abcdefghij"
SHARED = len(WATERS) + ACTORS + TOPICS + 1 + ARTICLES
OF_SESSION = 2 + DECISIONS * (1 + PROVISIONS) + ITEMS + PAPERS
COPIES = 3  # how often the sentences below stand in a report
SENTENCES = {
    "en": (
        "The Commission requests its secretariat to gather what the basin States know of the level"
        " of their waters, and to lay a report on it before the Commission at its next session.",
        "It invites the States of the upper reaches to tell those downstream, a month ahead, when"
        " they mean to open or to close a sluice, and to say for how long.",
        "It decides that the matter of silt and sand shall stand on the agenda of the session after"
        ' next, under the heading "Dredging; costs and duties", as two delegations had asked.',
        "It takes note with thanks of the maps that were handed round, and wishes to see the same"
        " for the tributaries as soon as money for it has been found.",
        "It urges all who fish in the estuary to keep to the closed months, and the coastal"
        " authorities to see that they do.",
    ),
    "ar": (
        "تطلب اللجنة إلى أمانتها أن تجمع ما تعرفه دول الحوض عن منسوب مياهها، وأن تضع أمام اللجنة"
        " تقريرا عن ذلك في دورتها المقبلة.",
        "وتدعو دول المجرى الأعلى إلى إخطار دول المصب قبل شهر بموعد فتح البوابات أو إغلاقها وبمدة"
        " ذلك.",
        "وتقرر أن تدرج مسألة الطمي والرمال في جدول أعمال الدورة التي تلي المقبلة تحت عنوان"
        " «الجرف؛ التكاليف والواجبات»، على نحو ما طلبه وفدان.",
        "وتحيط علما مع الشكر بالخرائط التي وُزّعت، وتود أن ترى مثلها للروافد متى توافر المال لها.",
        "وتحث كل من يصطاد في المصب على احترام أشهر المنع، وسلطات الساحل على التحقق من ذلك.",
    ),
}
REQUESTED = {"action": ["request"], "class": ["directive"], "is_mandate": True}


@dataclass(frozen=True, slots=True)
class Session:
    """The n-th session of all: which body's it is, and what the ids of its nodes are."""

    place: int

    @property
    def water(self) -> str:
        return WATERS[self.place % len(WATERS)]

    @property
    def body(self) -> str:
        return f"{self.water}-cop"

    @property
    def number(self) -> int:
        return self.place // len(WATERS) + 1

    @property
    def id(self) -> str:
        return f"session:{self.body}/{self.number}"

    @property
    def report(self) -> str:
        return self.document(0)

    def decision(self, place: int) -> str:
        return f"dec:{self.body}/{self.number}/{place + 1}"

    def provision(self, place: int) -> str:
        return f"{self.decision(place // PROVISIONS)}#{LABELS[place % PROVISIONS]}"

    def item(self, place: int) -> str:
        return f"item:{self.body}/{self.number}/{place + 1}"

    def document(self, place: int) -> str:
        return f"doc:{self.water.upper()}/COP/S{self.number}/{place + 1}"


class _Made:
    """Made anew whenever it is gone through: a million edges take no more memory than one."""

    def __init__(self, make: Callable[[], Iterator[Any]]) -> None:
        self._make = make

    def __iter__(self) -> Iterator[Any]:
        return self._make()


def write_synthetic(path: Path, nodes: int = 100_000, edges: int = 300_000) -> None:
    """Write a store of exactly so many nodes and edges to `path`, in place of what was there.

    Raises ValueError for fewer nodes than one session of each body needs, or for more edges than
    its nodes have room for.
    """
    sessions = _sessions(nodes)
    graph = Graph(
        nodes=cast(tuple[Node, ...], _Made(lambda: _nodes(sessions, nodes))),
        edges=cast(tuple[Edge, ...], _Made(lambda: islice(_edges(sessions), edges))),
    )
    if (made := sum(1 for _ in graph.edges)) < edges:
        raise ValueError(f"{nodes} nodes have room for {made} edges, not for {edges}")
    for file in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        file.unlink(missing_ok=True)
    with open_store(f"sqlite:///{path}") as store:
        for session in sessions:
            for language in SENTENCES:
                store.put_reading(_reading(session, language))
        store.write_graph(graph, {"counts": {"nodes": nodes, "edges": edges}})


def _sessions(nodes: int) -> tuple[Session, ...]:
    number = (nodes - SHARED) // OF_SESSION
    if number < len(WATERS):
        least = SHARED + len(WATERS) * OF_SESSION
        raise ValueError(f"{nodes} nodes are too few for sessions of all bodies: {least} at least")
    return tuple(map(Session, range(number)))


def _nodes(sessions: tuple[Session, ...], wanted: int) -> Iterator[Node]:
    yield from (_node(f"body:{water}-cop", "body", f"Commission, {water}") for water in WATERS)
    yield from (_node(f"actor:office-{n}", "actor", f"Office {n}") for n in range(ACTORS))
    yield from (_node(f"topic:matter-{n}", "topic", f"Matter {n}") for n in range(TOPICS))
    yield _node("inst:waters", "instrument", "Convention on waters")
    for n in range(1, ARTICLES + 1):
        yield Node(f"art:waters/{n}", "article", {"number": str(n), "known": False})
    yield from chain.from_iterable(map(_nodes_of, sessions))
    # what the sessions leave over: documents that are named somewhere and not here
    for n in range(wanted - SHARED - len(sessions) * OF_SESSION):
        yield Node(f"doc:STUB/{n + 1}", "document", {"symbol": f"STUB/{n + 1}", "known": False})


def _nodes_of(session: Session) -> Iterator[Node]:
    named = f"{session.water}, session {session.number}"
    yield _node(session.id, "session", f"Commission, {named}", number=str(session.number))
    for place in range(DECISIONS):
        designation = session.decision(place).partition("/")[2]
        title = f"Level and flow, {named}, {place + 1}"
        yield _node(session.decision(place), "decision", title, designation=designation)
    for place in range(DECISIONS * PROVISIONS):
        label = LABELS[place % PROVISIONS]
        text = {code: pieces[place % len(pieces)] for code, pieces in SENTENCES.items()}
        status = "answered" if place % 3 == 0 else "no follow-up found"
        found = {"text": text, "label": label, "order": place % PROVISIONS + 1, "status": status}
        yield Node(session.provision(place), "provision", found | REQUESTED)
    for place in range(ITEMS):
        yield _node(session.item(place), "agenda item", f"Matter {place}", label=str(place + 1))
    for place in range(PAPERS + 1):
        symbol = session.document(place).removeprefix("doc:")
        title = f"Paper on the {named}" if place else f"Report of the Commission, {named}"
        yield _node(session.document(place), "document", title, symbol=symbol)


def _edges(sessions: tuple[Session, ...]) -> Iterator[Edge]:
    for place, session in enumerate(sessions):
        later = place + len(WATERS)
        yield from _edges_of(session, sessions[later] if later < len(sessions) else session)
    yield from _citations(sessions)


def _edges_of(session: Session, following: Session) -> Iterator[Edge]:
    def structural(type: str, source: str, target: str, place: int) -> Edge:
        return _edge(session, place, type, source, target, "structural", languages=("en",))

    def stated(type: str, source: str, target: str, place: int, **given: Any) -> Edge:
        return _edge(session, place, type, source, target, "stated", **given)

    yield structural("SESSION_OF", session.id, f"body:{session.body}", 0)
    yield stated("REPORTS_ON", session.report, session.id, 0)
    for place in range(DECISIONS):
        decision = session.decision(place)
        yield stated("ADOPTED_AT", decision, session.id, place, date="2006-10-18")
        yield structural("CONTAINED_IN", decision, session.report, place)
        yield stated("UNDER", decision, session.item(place), place)
    for place in range(DECISIONS * PROVISIONS):
        decision, provision = session.decision(place // PROVISIONS), session.provision(place)
        yield structural("HAS_PROVISION", decision, provision, place)
        asked = f"actor:office-{place % ACTORS}"
        yield stated("ADDRESSED_TO", provision, asked, place, action=["request"])
        if place % 3 == 0:
            yield stated("DUE_AT", provision, following.id, place, when="at")
            target = following.document(1 + place // 3 % PAPERS)
            if place % 2:
                target = following.item(place // 3 % ITEMS)
            yield _edge(session, place, "MANDATES", provision, target, "inferred", score=0.75)
    for place in range(ITEMS):
        yield structural("ITEM_OF", session.item(place), session.id, place)
        decision = session.decision(place % DECISIONS)
        yield stated("PURSUANT_TO", session.item(place), decision, place)
    for place in range(PAPERS):
        paper = session.document(place + 1)
        yield stated("DOCUMENTATION", session.item(place % ITEMS), paper, place)
        yield stated("BEFORE", session.id, paper, place)
        yield stated("SUBMITTED_BY", paper, f"actor:office-{place}", place)
        yield stated("ABOUT", paper, f"topic:matter-{place}", place)


def _citations(sessions: tuple[Session, ...]) -> Iterator[Edge]:
    """Provisions cite decisions of other sessions; one round after another, never a pair twice."""
    decisions = len(sessions) * DECISIONS
    stride = next(n for n in range(decisions * 5 // 8, decisions) if gcd(n, decisions) == 1)
    for turn in range(decisions):
        for session in sessions:
            for place in range(DECISIONS * PROVISIONS):
                cited = (session.place * DECISIONS + place + turn * stride) % decisions
                target = sessions[cited // DECISIONS].decision(cited % DECISIONS)
                yield _edge(session, place, "CITES", session.provision(place), target, "stated")


def _node(id: str, type: str, title: str, **properties: Any) -> Node:
    return Node(id, type, {"title": {"en": title, "ar": f"«{title}»"}, **properties})


def _edge(
    session: Session,
    place: int,
    type: str,
    source: str,
    target: str,
    basis: str,
    *,
    languages: Iterable[str] = SENTENCES,
    **properties: Any,
) -> Edge:
    confidence = None if basis == "structural" else 0.9375
    shown = tuple(_evidence(session, language, place) for language in languages)
    return Edge(type, source, target, basis, confidence, properties, shown)


def _evidence(session: Session, language: str, place: int) -> Evidence:
    sentences = SENTENCES[language]
    place %= len(sentences) * COPIES
    before, sentence = place // len(sentences), sentences[place % len(sentences)]
    start = before * len(_paragraphs(language)) + sum(
        len(one) + 1 for one in sentences[: place % len(sentences)]
    )
    return Evidence(
        document=session.report,
        language=language,
        checksum=_checksum(session, language),
        spans=((start, start + len(sentence)),),
        quotation=sentence,
        rule="synthetic",
        pinpoint=f"paragraph {place + 1}",
    )


def _paragraphs(language: str) -> str:
    return "\n".join(SENTENCES[language]) + "\n"


def _checksum(session: Session, language: str) -> str:
    return sha256(f"{session.report} {language}".encode()).hexdigest()


def _reading(session: Session, language: str) -> StoredReading:
    text = _paragraphs(language) * COPIES
    return StoredReading(
        checksum=_checksum(session, language),
        name=f"{session.report.removeprefix('doc:').replace('/', '-')}.{language}.txt",
        document=session.report,
        language=language,
        media_type="text/plain",
        source="official",
        text=EvidenceText(text, text, array("i", range(len(text)))),
        payload=b"",
    )


def main() -> None:
    """Write the store that the arguments ask for."""
    arguments = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    arguments.add_argument("path", type=Path)
    arguments.add_argument("--nodes", type=int, default=100_000)
    arguments.add_argument("--edges", type=int, default=300_000)
    given = arguments.parse_args()
    write_synthetic(given.path, given.nodes, given.edges)


if __name__ == "__main__":
    main()
