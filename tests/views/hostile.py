"""Texts that try to run, to link, to load, to turn or to break the page they are shown on."""

from __future__ import annotations

from collections.abc import Iterator

import river

from graph.model.records import Edge, Graph, Node

HOSTILE = (
    "<script>window.hostile = 1</script>",
    '<img src=x onerror="window.hostile = 1">',
    '"><svg onload="window.hostile = 1">',
    "</script><script>window.hostile = 1</script>",
    "--></style><script>window.hostile = 1</script>",
    # pyvis writes a title that holds the word href into the page as it is
    '<a href="javascript:window.hostile = 1" onmouseover="window.hostile = 1">href</a>',
    "[press](javascript:window.hostile%20=%201) ![load](http://other.invalid/x.png)",
    "$\\href{javascript:window.hostile=1}{x}$ :red[x] :material/home: **x** `x`",
    "{0} {words} {{ 7 * 7 }} %s %(x)s",
    '=HYPERLINK("http://other.invalid") | \'; DROP TABLE node; --',
    # an override of direction, never closed, and a mark of the end of an isolate too many
    "gpj.\u202etxt \u2069\u2069 \u2066",
    "x" * 400,
)
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
