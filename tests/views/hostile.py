"""Texts that try to run, to link, to load, to turn or to break the page they are shown on."""

from __future__ import annotations

from collections.abc import Iterator

import river
from phenomena import PHENOMENA

from graph.model.records import Edge, Graph, Node

HOSTILE = tuple(text for texts in PHENOMENA.values() for text in texts)
ONE_OF_EACH = tuple(texts[0] for texts in PHENOMENA.values())
ACT = "dec:river-cop/3/9"


def _parts() -> Iterator[Node | Edge]:
    yield Node(ACT, "decision", {"designation": "3/9", "title": {"en": HOSTILE[0]}})
    yield river.edge("ADOPTED_AT", ACT, "session:river-cop/3")
    for number, text in enumerate(HOSTILE, 1):
        provision, item = f"{ACT}#{number}", f"item:river-cop/4/{number + 10}"
        document = f"doc:RIV/COP/2008/{number + 100}"
        yield Node(
            provision,
            "provision",
            {
                "text": {"en": text, "ar": text},
                "action": ["request"],
                "class": ["directive"],
                "is_mandate": True,
                "status": "answered",
                "deliverable": text,
                "conditions": [text],
                "recurrence": text,
                "order": number,
            },
        )
        yield Node(item, "agenda item", {"label": str(number + 10), "title": {"ar": text}})
        address = "javascript:window.hostile=1"
        yield Node(document, "document", {"title": {"en": text}, "symbol": text, "link": address})
        yield river.edge("HAS_PROVISION", ACT, provision, "structural")
        yield river.edge("ITEM_OF", item, "session:river-cop/4", "structural")
        yield river.edge("MANDATES", provision, item)
        shown = river.evidence(document, text, rule=text, pinpoint=text, language="fr")
        yield Edge("DOCUMENTATION", item, document, "stated", 0.9, {}, (shown,))
        yield Edge("MANDATES", provision, document, "stated", 0.9, {"suspect": True}, (shown,))


_ALL = tuple(_parts())
HOSTILE_GRAPH = Graph(
    nodes=tuple(part for part in _ALL if isinstance(part, Node)),
    edges=tuple(part for part in _ALL if isinstance(part, Edge)),
    remarks=(),
)
