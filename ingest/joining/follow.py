"""Following: which provision an agenda item, a document or a working group answers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.model.folding import fold, fold_with_offsets
from graph.model.ids import parent_labels, whole_of
from graph.model.records import Edge, Evidence
from ingest.joining.matching import Matcher
from ingest.joining.merge import Draft
from ingest.joining.restatements import Restatement, restatements
from ingest.packs import LanguagePack, Packs
from ingest.records import Reading

RESTATED = 0.5  # share of a provision that an annotation says again
CLAUSE_OF = 0.35  # share of an annotation's clause that a provision says, more than any other
NEXT_BEST = 0.8  # of the best share: not told apart from it
SHORTEST_CLAUSE = 8  # stems
TITLE_OF = 0.6  # share of a title that a provision says, with what restates it
TWINS = 0.65  # from which two provisions alike are both restated
FEWEST_IN_TITLE = 2  # stems, instruments' names aside
ASKED_FOR = 0.1  # more, where the title names the kind of thing that the provision asks for
NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Match:
    """A provision that an item's annotation restates: how well, where, and in which clauses."""

    provision: str
    score: float
    stated: bool
    evidence: Evidence
    clauses: tuple[str, ...]


def follow(draft: Draft, readings: Sequence[Reading], packs: Packs) -> None:
    """Add MANDATES: compares texts of one language, one language after the other."""
    _founded(draft, packs)
    by_language: dict[str, list[Restatement]] = defaultdict(list)
    for reading in readings:
        for restatement in restatements(reading, packs):
            by_language[restatement.language].append(restatement)
    for language, found in sorted(by_language.items()):
        Follower(draft, packs.languages[language], found).follow()


class Follower:
    """Finds what the annotations in one language answer."""

    def __init__(self, draft: Draft, pack: LanguagePack, found: Sequence[Restatement]) -> None:
        self.draft, self.pack, self.found = draft, pack, found
        self.pieces = self._provision_texts()
        self.texts = {provision: " ".join(pieces) for provision, pieces in self.pieces.items()}
        self.listed = [
            replace(edge, evidence=own) for edge in draft.of_type("DOCUMENTATION")
            if (own := tuple(filter(self._is_listed, edge.evidence)))
        ]  # fmt: skip
        self.asked = draft.targets("ADDRESSED_TO")
        self.submitters = draft.targets("SUBMITTED_BY")
        self.adopted = draft.targets("ADOPTED_AT")
        self.before = self._documents_before()
        self.revisions = frozenset(draft.targets("REVISES"))
        clauses = [clause for restatement in found for clause in restatement.clauses]
        self.matcher = Matcher(pack, [*self.texts.values(), *clauses])
        # Every second title names the convention or a protocol; that tells no document from another.
        self.names = self.matcher.stems(" ".join(self._instrument_names()))

    def _provision_texts(self) -> dict[str, list[str]]:
        """The provisions that ask or decide something, each with the points of the list it leads."""
        own: dict[str, str] = {}
        for node_id, node_type in self.draft.types.items():
            if node_type == "provision":
                text = self.draft.properties[node_id].get("text", {}).get(self.pack.code)
                if text:
                    own[node_id] = text
        pieces = {
            node_id: [text]
            for node_id, text in own.items()
            if self.draft.properties[node_id].get("is_mandate")
        }
        for node_id, text in own.items():
            for above in parent_labels(node_id):
                if above in pieces:
                    pieces[above].append(text)
        return pieces

    def _instrument_names(self) -> list[str]:
        return [
            title for node_id, node_type in self.draft.types.items() if node_type == "instrument"
            if (title := self.draft.properties[node_id].get("title", {}).get(self.pack.code))
        ]  # fmt: skip

    def _title(self, node_id: str) -> str:
        title = self.draft.properties[node_id].get("title", {})
        return str(title.get(self.pack.code, ""))

    def follow(self) -> None:
        """Add the MANDATES edges that the annotations and lists of documents show."""
        by_item: dict[str, list[Restatement]] = defaultdict(list)
        for restatement in self.found:
            by_item[restatement.item].append(restatement)
        for item, said in sorted(by_item.items()):
            self._named(item, said)
            acts = sorted(frozenset().union(*(restatement.acts for restatement in said)))
            matches = {match.provision: match for act in acts for match in self.restated(act, said)}
            for match in matches.values():
                rule = "restated-in-annotation" if match.stated else "matched-in-annotation"
                self._mandates(
                    match.provision, item, match.stated, match.score, match.evidence, rule
                )
            self._documents(item, acts, matches)

    def _named(self, item: str, said: Iterable[Restatement]) -> None:
        """An annotation that names the provision itself: "(CTOC/COP/2006/14, paragraph 33)"."""
        for restatement in said:
            for provision in sorted(restatement.provisions):
                if self.draft.properties.get(provision, {}).get("is_mandate"):
                    self._mandates(
                        provision, item, True, 1.0, restatement.evidence, "provision-named"
                    )

    def restated(self, act: str, said: Sequence[Restatement]) -> list[Match]:
        """The provisions of an act that sentences about it restate, wholly or a clause of them."""
        about = [restatement for restatement in said if act in restatement.acts]
        clauses = [(r, c, self.matcher.stems(c)) for r in about for c in r.clauses]
        provisions = {p: self.matcher.stems(t) for p, t in self.texts.items() if whole_of(p) == act}
        best_of_clause = self._best_of_clauses(provisions, clauses)
        matches = []
        for provision, stems in provisions.items():
            again = max(
                about, key=lambda r: self.matcher.coverage(stems, self.matcher.stems(r.text))
            )
            share = self.matcher.coverage(stems, self.matcher.stems(again.text))
            mine = best_of_clause.get(provision, [])
            if share < RESTATED and not mine:
                continue
            near = {c for _, c, own in clauses if self.matcher.coverage(stems, own) >= RESTATED}
            near |= {clause for _, clause, _ in mine}
            where = again if share >= RESTATED else mine[0][0]
            score = max(share, *(part for _, _, part in mine), 0.0)
            stated = share >= RESTATED
            matches.append(
                Match(provision, round(score, 3), stated, where.evidence, tuple(sorted(near)))
            )
        return matches

    def _best_of_clauses(
        self,
        provisions: Mapping[str, frozenset[str]],
        clauses: Sequence[tuple[Restatement, str, frozenset[str]]],
    ) -> dict[str, list[tuple[Restatement, str, float]]]:  # fmt: skip
        """For every clause the provision that says most of it, if it is told apart from the next.

        Twins count both: "good practices in investigating offences under the one and the other
        Protocol" restates two provisions at once, each as well as the other.
        """
        best: dict[str, list[tuple[Restatement, str, float]]] = defaultdict(list)
        for restatement, clause, stems in clauses:
            shares = {p: self.matcher.coverage(stems, own) for p, own in provisions.items()}
            top = max(shares.values(), default=0.0)
            near = [p for p, share in shares.items() if share >= NEXT_BEST * top]
            if len(stems) < SHORTEST_CLAUSE or top < CLAUSE_OF or len(near) > 2:
                continue
            if len(near) == 1 or top >= TWINS:
                for provision in near:
                    best[provision].append((restatement, clause, shares[provision]))
        return best

    def _documents(self, item: str, acts: Sequence[str], matches: Mapping[str, Match]) -> None:
        """Documents listed under an item whose title is what a provision asked for."""
        candidates = [p for p in self.texts if whole_of(p) in acts]
        answers: dict[str, list[str]] = {}
        for edge in self.listed:
            if edge.source != item:
                continue
            document, evidence = edge.target, edge.evidence[0]
            if self._reports_on_work(document):
                answers[document] = [p for p in matches if self._asked_of_its_author(p, document)]
                for provision in answers[document]:
                    self._mandates(provision, document, False, None, evidence, "report-on-work")
                continue
            found = self._best_of_title(document, [p for p in candidates if p in matches], matches)
            found = found or self._best_of_title(document, candidates, {})
            if found:
                provision, score = found
                answers[document] = [provision]
                self._mandates(provision, document, False, score, evidence, "title-matched")
                if provision not in matches:
                    self._mandates(
                        provision, item, False, score, evidence, "answer-listed-under-item"
                    )
        self._only_new_document(item, answers, matches)

    def _only_new_document(
        self, item: str, answers: Mapping[str, Sequence[str]], matches: Mapping[str, Match]
    ) -> None:
        """The one new document of an item that no title explains answers the requests left open.

        It must come from whom they were addressed to, and be no revision of an earlier document.
        """
        done = {provision for provisions in answers.values() for provision in provisions}
        left = {
            edge.target: edge
            for edge in self.listed
            if edge.source == item
            and edge.target not in answers
            and edge.target not in self.revisions
        }
        requests: dict[str, list[str]] = defaultdict(list)
        for provision in matches:
            for document in left:
                asked = self._asked_of_its_author(provision, document)
                if provision not in done and asked and self._can_answer(provision, document):
                    requests[document].append(provision)
        if len(requests) == 1:
            [(document, provisions)] = requests.items()
            for provision in provisions:
                self._mandates(
                    provision,
                    document,
                    False,
                    None,
                    left[document].evidence[0],
                    "only-new-document",
                )

    def _asked_of_its_author(self, provision: str, document: str) -> bool:
        """Whether a provision asks something of the actor who submitted a document."""
        return bool(self.asked.get(provision, NONE) & self.submitters.get(document, NONE))

    def _best_of_title(
        self, document: str, candidates: Sequence[str], matches: Mapping[str, Match]
    ) -> tuple[str, float] | None:
        """The provision that a title fits best, if it fits well enough.

        Where a sentence restates several provisions, their own words tell whose the title is.
        """
        scores = {
            provision: (
                self._title_score(provision, document, matches.get(provision)),
                self._title_score(provision, document, None),
            )
            for provision in candidates
            if self._can_answer(provision, document)
        }
        best = max(scores, key=lambda provision: (scores[provision], provision), default=None)
        if best is None or scores[best][0] < TITLE_OF:
            return None
        return best, min(1.0, round(scores[best][0], 3))

    def _reports_on_work(self, document: str) -> bool:
        """A report on the work done, no more: it answers all requests that brought its item about."""
        title = self._title(document)
        cued = any(cue.pattern.search(fold(title)) for cue in self.pack.cues("work_report"))
        return cued and ":" not in title

    def _is_listed(self, evidence: Evidence) -> bool:
        """Whether a list of documents says it, in the language whose titles are compared."""
        return evidence.rule == "listed-under-item" and evidence.language == self.pack.code

    def _documents_before(self) -> dict[str, frozenset[str]]:
        """The documents that were there at a session: listed before it or under its items."""
        there: dict[str, set[str]] = defaultdict(set)
        for source, documents in self.draft.targets("BEFORE", "DOCUMENTATION").items():
            session = (
                source
                if source.startswith("session:")
                else f"session:{source[5:].rpartition('/')[0]}"
            )
            there[session] |= documents
        return {session: frozenset(documents) for session, documents in there.items()}

    def _can_answer(self, provision: str, document: str) -> bool:
        """Whether a document may be a provision's result.

        One that was there when the provision was adopted is not; nor is another actor's, or one that
        only passes on what another actor wrote.
        """
        title = fold(self._title(document))
        if any(cue.pattern.search(title) for cue in self.pack.cues("transmits")):
            return False
        actors = {a for a in self.asked.get(provision, NONE) if a.startswith("actor:")}
        submitters = self.submitters.get(document, NONE)
        if actors and submitters and not actors & submitters:
            return False
        sessions = self.adopted.get(whole_of(provision), NONE)
        return not any(document in self.before.get(session, NONE) for session in sessions)

    def _title_score(self, provision: str, document: str, match: Match | None) -> float:
        """How much of what a title is about the provision says, with the sentences that restate it.

        Of a list under one request every point speaks for itself: a title is not put together from
        words of several points.
        """
        again = self.matcher.stems(" ".join(match.clauses if match else ()))
        title = self._title(document)
        own = self.matcher.stems(self._matter(title)) - self.names
        if len(own) < FEWEST_IN_TITLE:
            return 0.0
        asked = any(pattern.search(fold(title)) for pattern in self._deliverables(provision))
        best = max(
            self.matcher.coverage(own, self.matcher.stems(text) | again)
            for text in self.pieces[provision]
        )
        return best + (ASKED_FOR if asked else 0.0)

    def _matter(self, title: str) -> str:
        """What a title is about: its subtitle, or what follows "report of the Secretariat on"."""
        matter = title.rpartition(":")[2]
        if matter != title:
            return matter
        folded, offsets = fold_with_offsets(title)
        found = [m for cue in self.pack.cues("title_matter") if (m := cue.pattern.search(folded))]
        start = min((match.end() for match in found), default=0)
        return title[offsets[start] :]

    def _deliverables(self, provision: str) -> list[re.Pattern[str]]:
        """The patterns of what a provision asks for first."""
        asked = self.draft.properties[provision].get("deliverable")
        return [cue.pattern for cue in self.pack.cues("title_form") if cue.value == asked]

    def _mandates(
        self,
        provision: str,
        target: str,
        stated: bool,
        score: float | None,
        evidence: Evidence,
        rule: str,
    ) -> None:
        details = {} if score is None else {"score": score}
        self.draft.add_edge(
            Edge(
                "MANDATES", provision, target, "stated" if stated else "inferred", None,
                {**details, "action": list(self.draft.properties[provision].get("action", []))},
                (replace(evidence, rule=rule),),
            )
        )  # fmt: skip


def _founded(draft: Draft, packs: Packs) -> None:
    """A provision that founds a working group, or makes it permanent, mandates the group."""
    founding = {
        language: [cue.pattern for cue in pack.cues("proceeding") if cue.value == "group-founded"]
        for language, pack in packs.languages.items()
    }
    for edge in draft.of_type("ADDRESSED_TO", "CITES"):
        properties = draft.properties[edge.source]
        if draft.types.get(edge.target) != "working group" or not properties.get("is_mandate"):
            continue
        for language, text in properties.get("text", {}).items():
            if any(pattern.search(fold(text)) for pattern in founding.get(language, ())):
                evidence = tuple(replace(item, rule="group-founded") for item in edge.evidence)
                actions = {"action": list(properties.get("action", []))}
                draft.add_edge(
                    Edge("MANDATES", edge.source, edge.target, "stated", None, actions, evidence)
                )
