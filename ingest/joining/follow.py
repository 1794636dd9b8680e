"""Following: which provision an agenda item or a document answers, and what a draft agenda became."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.model.folding import fold
from graph.model.ids import whole_of
from graph.model.records import Edge, Evidence
from ingest.joining.matching import Matcher
from ingest.joining.merge import Draft
from ingest.joining.restatements import Restatement, restatements
from ingest.packs import LanguagePack, Packs
from ingest.reading.segment.agenda import likeness
from ingest.records import Reading

RESTATED = 0.6  # share of a provision that an annotation says again
CLAUSE_OF = 0.55  # share of an annotation's clause that a provision says
SHORTEST_CLAUSE = 4  # stems
TITLE_OF = 0.6  # share of a document's title that a provision and its restatement say
CLOSE = 0.9  # of the best match: as good
SAME_ITEM = 0.55


@dataclass(frozen=True, slots=True)
class Match:
    """A provision that an item's annotation restates: how well, where, and in which clauses."""

    provision: str
    score: float
    stated: bool
    evidence: Evidence
    clauses: tuple[str, ...]


def follow(draft: Draft, readings: Sequence[Reading], packs: Packs) -> None:
    """Add MANDATES and BECAME: compares texts of one language, one language after the other."""
    _became(draft)
    _founded(draft, readings, packs)
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
        self.texts = self._provision_texts()
        self.listed = [
            edge for edge in draft.of_type("DOCUMENTATION")
            if any(item.rule == "listed-under-item" for item in edge.evidence)
        ]  # fmt: skip
        titles = [self._title(edge.target) for edge in self.listed]
        clauses = [clause for restatement in found for clause in restatement.clauses]
        self.matcher = Matcher(pack, [*self.texts.values(), *set(titles), *clauses])

    def _provision_texts(self) -> dict[str, str]:
        """The provisions that ask or decide something; one that leads a list speaks with its points."""
        own: dict[str, str] = {}
        for node_id, node_type in self.draft.types.items():
            if node_type == "provision":
                text = self.draft.properties[node_id].get("text", {}).get(self.pack.code)
                if text:
                    own[node_id] = text
        whole: dict[str, str] = {}
        for node_id, text in own.items():
            if self.draft.properties[node_id].get("is_mandate"):
                points = [own[other] for other in own if other.startswith(f"{node_id}.")]
                whole[node_id] = " ".join([text, *points])
        return whole

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
        provisions = {p: self.matcher.stems(t) for p, t in self.texts.items() if whole_of(p) == act}
        clauses = [(r, c, self.matcher.stems(c)) for r in about for c in r.clauses]
        best_of_clause = self._best_of_clauses(provisions, clauses)
        matches = []
        for provision, stems in provisions.items():
            again = max(
                about, key=lambda r: self.matcher.coverage(stems, self.matcher.stems(r.text))
            )
            restated = self.matcher.coverage(stems, self.matcher.stems(again.text))
            mine = best_of_clause.get(provision, [])
            if restated < RESTATED and not mine:
                continue
            where = again if restated >= RESTATED else mine[0][0]
            near = [
                clause
                for _, clause, own in clauses
                if self.matcher.coverage(own, stems) >= CLAUSE_OF
            ]
            score = max(restated, *(part for _, _, part in mine), 0.0)
            matches.append(
                Match(provision, round(score, 3), restated >= RESTATED, where.evidence, tuple(near))
            )
        return matches

    def _best_of_clauses(
        self, provisions: Mapping[str, frozenset[str]], clauses: Sequence[tuple[Restatement, str, frozenset[str]]]
    ) -> dict[str, list[tuple[Restatement, str, float]]]:  # fmt: skip
        """For every clause the provision (or provisions alike) that says most of it."""
        best: dict[str, list[tuple[Restatement, str, float]]] = defaultdict(list)
        for restatement, clause, stems in clauses:
            if len(stems) < SHORTEST_CLAUSE:
                continue
            shares = {p: self.matcher.coverage(stems, own) for p, own in provisions.items()}
            top = max(shares.values(), default=0.0)
            for provision, share in shares.items():
                if share >= CLAUSE_OF and share >= CLOSE * top:
                    best[provision].append((restatement, clause, share))
        return best

    def _documents(self, item: str, acts: Sequence[str], matches: Mapping[str, Match]) -> None:
        """Documents listed under an item whose title is what a provision asked for."""
        candidates = [p for p in self.texts if whole_of(p) in acts]
        for edge in self.listed:
            if edge.source != item:
                continue
            scores = {
                p: score for p in candidates
                if self._can_follow(p, edge.target)
                and (score := self._title_score(p, edge.target, matches.get(p))) >= TITLE_OF
            }  # fmt: skip
            top = max(scores.values(), default=0.0)
            for provision, score in scores.items():
                if score >= CLOSE * top:
                    self._mandates(
                        provision,
                        edge.target,
                        False,
                        round(score, 3),
                        edge.evidence[0],
                        "title-matched",
                    )

    def _can_follow(self, provision: str, document: str) -> bool:
        """A document that was there when the provision was adopted is not its result."""
        adopted = {
            e.target for e in self.draft.of_type("ADOPTED_AT") if e.source == whole_of(provision)
        }
        return not any(
            e.target == document
            and (e.source in adopted or f"session:{e.source[5:].rpartition('/')[0]}" in adopted)
            for e in self.draft.of_type("BEFORE", "DOCUMENTATION")
        )

    def _title_score(self, provision: str, document: str, match: Match | None) -> float:
        stems = self.matcher.stems(
            " ".join([self.texts[provision], *(match.clauses if match else ())])
        )
        parts = [part for part in self._title(document).split(":") if part.strip()]
        return max(
            (self.matcher.coverage(self.matcher.stems(part), stems) for part in parts), default=0.0
        )

    def _mandates(
        self, provision: str, target: str, stated: bool, score: float, evidence: Evidence, rule: str
    ) -> None:
        self.draft.add_edge(
            Edge(
                "MANDATES", provision, target, "stated" if stated else "inferred", None,
                {"score": score, "action": list(self.draft.properties[provision].get("action", []))},
                (replace(evidence, rule=rule),),
            )
        )  # fmt: skip


def _founded(draft: Draft, readings: Sequence[Reading], packs: Packs) -> None:
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


def _became(draft: Draft) -> None:
    """Items of a draft agenda that the later agenda took up, by title and by label."""
    items = [node_id for node_id, node_type in draft.types.items() if node_type == "agenda item"]
    for item in sorted(item for item in items if "@" in item):
        session = item.rpartition("@")[0].rpartition("/")[0]
        later = [
            other for other in items if "@" not in other and other.rpartition("/")[0] == session
        ]
        best = max(((_same_item(draft, item, other), other) for other in later), default=(0.0, ""))
        if best[0] < SAME_ITEM:
            continue
        places = [e for e in draft.of_type("ITEM_OF") if e.source == best[1]]
        evidence = tuple(
            replace(place, rule="draft-item-taken-up") for e in places for place in e.evidence
        )
        draft.add_edge(
            Edge("BECAME", item, best[1], "inferred", None, {"score": round(best[0], 3)}, evidence)
        )


def _same_item(draft: Draft, item: str, other: str) -> float:
    """How much a draft item is like a later one; a point is also read together with what it is a point of."""
    label = item.partition("@")[0].rpartition("/")[2]
    parent = f"{item.partition('@')[0].rpartition('(')[0]}@{item.partition('@')[2]}"
    best = 0.0
    theirs = draft.properties[other].get("title", {})
    for language, title in draft.properties[item].get("title", {}).items():
        if language not in theirs:
            continue
        above = (
            draft.properties.get(parent, {}).get("title", {}).get(language, "")
            if "(" in label
            else ""
        )
        goal = fold(theirs[language])
        best = max(best, likeness(fold(title), goal), likeness(fold(f"{above} {title}"), goal))
    same_label = other.rpartition("/")[2] == label
    if same_label and not best and not draft.properties[item].get("title"):
        return 1.0
    return best + (0.05 if same_label else 0.0)
