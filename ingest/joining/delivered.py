"""Documents delivered: which paper under an item of a session is the one that a provision asked for.

A report of a session names its documents by symbol alone ("had before it document FCCC/SBI/2016/INF.2"),
so that there is no title to compare. What remains: the provision asked for a paper for this session, it
brought the item about, and one new paper of its kind lay there; of several, the one that the conclusions
describe in the provision's words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph.model.ids import session_of
from graph.model.records import Edge, Evidence
from ingest.joining.continued import Continuation
from ingest.joining.matching import Matcher
from ingest.joining.merge import Draft
from ingest.packs import Packs

WRITTEN = frozenset(
    {"report", "document", "compilation", "study", "proposals", "guidelines", "submission"}
)
DESCRIBED = 0.4  # share of what the conclusions say of a document that the provision says
NEXT_BEST = 0.8  # of the best share: not told apart from it
PARTS = re.compile(r"/(?:Add|Corr|Rev)\.\d.*$")
NONE: frozenset[str] = frozenset()


def deliver(draft: Draft, continuations: Sequence[Continuation], packs: Packs) -> None:
    """Add MANDATES from the provisions that brought items about to the documents they asked for."""
    papers = Papers(draft, packs)
    for one in continuations:
        found = papers.delivered(one.provision, one.item)
        if found:
            document, rule, evidence = found
            action = {"action": list(draft.properties[one.provision].get("action", []))}
            places = tuple(replace(item, rule=rule) for item in evidence)
            draft.add_edge(
                Edge("MANDATES", one.provision, document, "inferred", None, action, places)
            )


class Papers:
    """The documents that lay before sessions, and what is known of them."""

    def __init__(self, draft: Draft, packs: Packs) -> None:
        self.draft = draft
        self.series = packs.rows("series")
        self.due = draft.targets("DUE_AT")
        self.asked = draft.targets("ADDRESSED_TO")
        self.under: dict[str, dict[str, Edge]] = defaultdict(dict)
        self.seen: dict[str, set[str]] = defaultdict(set)
        for edge in draft.of_type("DOCUMENTATION"):
            self.under[edge.source][edge.target] = edge
            self.seen[edge.target].add(str(session_of(edge.source)))
        self.told = self._described(draft.of_type("CITES"))
        texts: dict[str, list[str]] = defaultdict(list)
        for evidence in (one for found in self.told.values() for one in found):
            texts[evidence.language].append(evidence.quotation)
        self.matchers = {
            language: Matcher(packs.languages[language], said) for language, said in texts.items()
        }

    def _described(self, citations: Iterable[Edge]) -> Mapping[str, list[Evidence]]:
        """What recorded paragraphs say of documents, by document."""
        told: dict[str, list[Evidence]] = defaultdict(list)
        for edge in citations:
            if "#" in edge.source and self.draft.types.get(edge.target) == "document":
                told[edge.target] += edge.evidence
        return told

    def delivered(self, provision: str, item: str) -> tuple[str, str, tuple[Evidence, ...]] | None:
        """The document under an item that a provision asked for, by which rule, and where it stands."""
        session = str(session_of(item))
        properties = self.draft.properties[provision]
        wanted = WRITTEN.intersection(properties.get("deliverables", ()))
        asked = self.asked.get(provision, NONE)
        body = session.replace("session:", "body:").rpartition("/")[0]
        if not wanted or asked <= {body} or session not in self.due.get(provision, NONE):
            return None
        candidates = [
            document for document in self.under.get(item, {})
            if not PARTS.search(document) and self._new(document, session)
            and self._is_kind(document, wanted)
        ]  # fmt: skip
        if len(candidates) == 1:
            evidence = self.under[item][candidates[0]].evidence
            return candidates[0], "only-new-document-of-its-kind", evidence
        return self._best_described(candidates, properties)

    def _new(self, document: str, session: str) -> bool:
        """Whether a document lay before no earlier session of the body."""
        body, _, number = session.rpartition("/")
        return not any(
            other.rpartition("/")[0] == body and _count(other) < int(number)
            for other in self.seen[document]
        ) if number.isdigit() else True  # fmt: skip

    def _is_kind(self, document: str, wanted: frozenset[str]) -> bool:
        """Whether a document's series holds what is asked for, or no series of its family does."""
        symbol = document.removeprefix("doc:")
        rows = [row for row in self.series if symbol.startswith(str(row.get("family", "")))]
        own = [row for row in rows if re.search(rf"/{row['part']}[./]", symbol)]
        if own:
            return any(wanted.intersection(row["holds"]) for row in own)
        elsewhere = {thing for row in rows for thing in row["holds"] if row.get("only")}
        return bool(wanted - elsewhere - {"submission"})

    def _best_described(
        self, candidates: Sequence[str], properties: Mapping[str, Any]
    ) -> tuple[str, str, tuple[Evidence, ...]] | None:
        """Of several documents the one that the conclusions describe in the provision's words."""
        scores: dict[str, tuple[float, Evidence]] = {}
        for document in candidates:
            for evidence in self.told.get(document, ()):
                text = properties.get("text", {}).get(evidence.language, "")
                matcher = self.matchers[evidence.language]
                share = matcher.coverage(matcher.stems(evidence.quotation), matcher.stems(text))
                if share > scores.get(document, (0.0,))[0]:
                    scores[document] = (share, evidence)
        ranked = sorted(scores, key=lambda one: (scores[one][0], one), reverse=True)
        if not ranked or scores[ranked[0]][0] < DESCRIBED:
            return None
        if len(ranked) > 1 and scores[ranked[1]][0] >= NEXT_BEST * scores[ranked[0]][0]:
            return None
        return ranked[0], "described-in-conclusions", (scores[ranked[0]][1],)


def _count(session: str) -> int:
    number = session.rpartition("/")[2]
    return int(number) if number.isdigit() else 0
