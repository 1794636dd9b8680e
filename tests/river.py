"""A small graph in our own words: a river commission, two of its decisions, and what followed.

Session 3 adopted decision 3/2. Its provision (a) led to a report and to sub-item 2 (b) of session
4, point (b) (2) to sub-item 2 (c), (c) to a working group; (e) is due at session 5, of which there
is nothing here; (f) was never taken up. Decision 4/1 cites it. Another body has a 3/2 as well.
"""

from __future__ import annotations

from array import array
from typing import Any

from graph.model.records import Edge, Evidence, Graph, Node, Remark
from graph.stores import EvidenceText, StoredReading

REPORT = "doc:RIV/COP/2006/9"
AGENDA = "doc:RIV/COP/2008/1"
ACT = "dec:river-cop/3/2"
MANDATE = f"MANDATES {ACT}#a item:river-cop/4/2(b)"  # as an address names the link
TEXT_A = {
    "ar": "يطلب إلى الأمانة أن تُعِدّ تقريرا عن حالة الأنهار",
    "en": "Requests the secretariat to prepare a report on the state of rivers",
    "zh": "请秘书处编写关于河流状况的报告，提交下届会议",
}


def evidence(document: str, quotation: str, **given: Any) -> Evidence:
    """Evidence at the start of a document."""
    checksum = ("a" if document == REPORT else "b") * 64
    fields = {"language": "en", "rule": "test", "spans": ((0, len(quotation)),)} | given
    return Evidence(document=document, checksum=checksum, quotation=quotation, **fields)


def node(id: str, type: str, **properties: Any) -> Node:
    """A node with its properties by name."""
    return Node(id, type, properties)


def provision(label: str, action: dict[str, str], status: str | None, **properties: Any) -> Node:
    """A provision of decision 3/2; `action`: lemma to class; `status`: None if no mandate."""
    stated = {"status": status} if status else {}
    return Node(
        f"{ACT}#{label}",
        "provision",
        {
            "label": label,
            "text": {"en": f"Words of paragraph {label}"},
            "action": list(action),
            "class": list(action.values()),
            "is_mandate": status is not None,
            **stated,
            **properties,
        },
    )


def edge(type: str, source: str, target: str, basis: str = "stated", **given: Any) -> Edge:
    """An edge whose evidence stands in the report, unless `document` says otherwise."""
    document = given.pop("document", REPORT)
    shown = evidence(document, f"{type} as printed", pinpoint="paragraph 1")
    confidence = {"stated": 0.97, "inferred": 0.8, "structural": None}[basis]
    return Edge(type, source, target, basis, confidence, given, (shown,))


REQUEST = {"request": "directive"}

NODES = (
    node("body:river-cop", "body", title={"en": "River Commission", "ar": "لجنة الأنهار"}),
    node("body:air-cop", "body", title={"en": "Air Commission"}, code="CP"),
    node("session:air-cop/22", "session", number="22", known=False),
    node("session:river-cop/3", "session", number="3", start="2006-10-09"),
    node("session:river-cop/4", "session", number="4", start="2008-10-08"),
    node("session:river-cop/5", "session", number="5", known=False),
    node(
        REPORT,
        "document",
        symbol="RIV/COP/2006/9",
        title={"en": "Report of the River Commission on its third session"},
    ),
    node(
        AGENDA,
        "document",
        symbol="RIV/COP/2008/1",
        title={"en": "Annotated agenda"},
        body="river-cop",
    ),
    node("doc:RIV/COP/2008/4", "document", known=False, title={"en": "State of rivers"}),
    node("doc:RIV/COP/2008/10", "document", title={"en": "Paper from nowhere"}),
    node(ACT, "decision", designation="3/2", title={"en": "Clean rivers", "ar": "نظافة الأنهار"}),
    provision("a", REQUEST, "answered", text=TEXT_A, order=1, deliverable="report"),
    provision("b", REQUEST, "no follow-up found", order=2),
    provision("b.1", {}, "no follow-up found", order=1),
    provision("b.2", {}, "on agenda", order=2),
    provision("c", {"decide": "deciding"}, "answered", order=3),
    provision("d", {"welcome": "evaluative"}, None, order=4),
    provision("e", REQUEST, "pending", order=5),
    provision("f", {"urge": "directive"}, "no follow-up found", order=6),
    provision("f.1", {}, "no follow-up found", order=1),
    node(
        f"{REPORT}#12",
        "provision",
        text={"en": "The Commission asked for maps"},
        action=["request"],
        **{"class": ["directive"], "is_mandate": True, "status": "unknown"},
    ),
    node("dec:river-cop/4/1", "decision", designation="4/1", title={"en": "Dams"}),
    node(
        "dec:river-cop/4/1#c",
        "provision",
        text={"en": "Recalls it"},
        action=["recall"],
        **{"class": ["observing"], "is_mandate": False},
    ),
    node("dec:air-cop/3/2", "decision", designation="2/CP.3", known=False),
    node("dec:air-cop/22/1", "decision", designation="1/CP.22", known=False),
    node("dec:air-cop/12/5", "decision", known=False),
    node("res:ga/55/25", "decision", symbol="A/RES/55/25", known=False),
    node("res:ga/56/210B", "decision", known=False),
    node("res:ga/2297", "decision", known=False),
    node("res:sc/1325", "decision", known=False),
    node("item:river-cop/4/1", "agenda item", label="1", title={"en": "Organization"}),
    node("item:river-cop/4/2", "agenda item", label="2", title={"en": "Water"}),
    node("item:river-cop/4/2(b)", "agenda item", label="2(b)", title={"en": "Rivers"}),
    node("item:river-cop/4/2(c)", "agenda item", label="2(c)", title={"en": "Lakes"}),
    node("item:river-cop/4/2(d)", "agenda item", label="2(d)", title={"en": "Wells"}),
    node(f"item:river-cop/4/2(c)@{REPORT[4:]}", "agenda item", label="2(c)"),
    node("wg:river-cop/fish", "working group", title={"en": "Working group on fish"}),
    node("actor:secretariat", "actor", title={"en": "Secretariat", "ar": "الأمانة"}),
    node("actor:states", "actor", title={"en": "States"}),
)

EDGES = (
    edge("SESSION_OF", "session:river-cop/3", "body:river-cop", "structural"),
    edge("SESSION_OF", "session:river-cop/4", "body:river-cop", "structural"),
    edge("REPORTS_ON", REPORT, "session:river-cop/3"),
    edge("ADOPTED_AT", ACT, "session:river-cop/3", date="2006-10-18"),
    edge("CONTAINED_IN", ACT, REPORT),
    *(edge("HAS_PROVISION", ACT, f"{ACT}#{label}", "structural") for label in "abcdef"),
    *(
        edge("HAS_PROVISION", f"{ACT}#{label[0]}", f"{ACT}#{label}", "structural")
        for label in ("b.1", "b.2", "f.1")
    ),
    edge("HAS_PROVISION", REPORT, f"{REPORT}#12", "structural"),
    edge("HAS_PROVISION", "dec:river-cop/4/1", "dec:river-cop/4/1#c", "structural"),
    edge("ADDRESSED_TO", f"{ACT}#a", "actor:secretariat", action=["request"]),
    edge("ADDRESSED_TO", f"{ACT}#b", "actor:secretariat", action=["request"]),
    edge("ADDRESSED_TO", f"{ACT}#b.2", "actor:states"),
    edge("DUE_AT", f"{ACT}#b", "session:river-cop/4", when="at"),
    edge("DUE_AT", f"{ACT}#e", "session:river-cop/5", when="before"),
    edge("ITEM_OF", "item:river-cop/4/1", "session:river-cop/4", "structural", document=AGENDA),
    edge("ITEM_OF", "item:river-cop/4/2", "session:river-cop/4", "structural", document=AGENDA),
    *(
        edge("SUBITEM_OF", f"item:river-cop/4/2({letter})", "item:river-cop/4/2", "structural")
        for letter in "bcd"
    ),
    edge("DOCUMENTATION", "item:river-cop/4/2(b)", "doc:RIV/COP/2008/4", document=AGENDA),
    edge("DOCUMENTATION", "item:river-cop/4/1", "doc:RIV/COP/2008/10", document=AGENDA),
    edge("MANDATES", f"{ACT}#a", "doc:RIV/COP/2008/4", "inferred", document=AGENDA),
    edge("MANDATES", f"{ACT}#a", "item:river-cop/4/2(b)", document=AGENDA),
    edge("MANDATES", f"{ACT}#b.2", "item:river-cop/4/2(c)", document=AGENDA),
    edge("MANDATES", f"{ACT}#c", "wg:river-cop/fish"),
    edge("PURSUANT_TO", "item:river-cop/4/2(b)", f"{ACT}#a", document=AGENDA),
    edge("PURSUANT_TO", "item:river-cop/4/2(d)", ACT, document=AGENDA),
    edge("CITES", "dec:river-cop/4/1#c", ACT, document=AGENDA),
    edge("CITES", AGENDA, "res:ga/55/25", document=AGENDA, suspect=True),
    edge("DEFERRED_TO", "doc:RIV/COP/2008/10", "session:river-cop/5"),
)

GRAPH = Graph(
    nodes=NODES,
    edges=EDGES,
    remarks=(
        Remark("unresolved", "no pack knows it", REPORT, (3, 9), "the Lake Board", "body"),
        Remark("note", "read twice", REPORT),
    ),
)


def reading(checksum: str = "a" * 64, original: str = "نـهر\r\n") -> StoredReading:
    """A reading from which a repair dropped the kashida, and into which it put a full stop."""
    return StoredReading(
        checksum=checksum,
        name="reports/third.ar.txt",
        document=REPORT,
        language="ar",
        media_type="text/plain",
        source="official",
        text=EvidenceText(original, "نهر.", array("i", [0, 2, 3, -1])),
        payload=b'{"facts": []}\x00\xff',
        fingerprint="packs-1",
        link="https://docs.un.org/ar/RIV/COP/2006/9",
        repairs={"kashida": 1},
        trust=0.75,
    )
