"""Expressions compared: where the texts of one document in several languages do not say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from graph.model.records import Edge, Evidence, Remark
from graph.model.schema import load_model
from ingest.joining.merge import Draft
from ingest.records import Reading

# What a text says in so many words. The rest follows from symbols, or is inferred from these.
COMPARED = (
    *("ITEM_OF", "HAS_PROVISION", "DOCUMENTATION", "BEFORE", "PURSUANT_TO"),
    *("CITES", "ADDRESSED_TO", "DUE_AT", "DEFERRED_TO", "AMENDS", "SUPERSEDES"),
)
Said = dict[str, Evidence]  # by target


def compare_expressions(draft: Draft, readings: Sequence[Reading]) -> None:
    """Remark on what one language of a document says and another does not.

    Official texts are compared with each other, and digests with each other: a digest leaves out what
    it likes. A language that is silent on a node altogether is told once, by the node's own link.
    """
    languages: dict[tuple[str, str], set[str]] = defaultdict(set)
    for reading in readings:
        identity = reading.identity
        languages[identity.document, identity.source].add(identity.language)
    several = {place: sorted(held) for place, held in languages.items() if len(held) > 1}
    if several:
        draft.remarks += _differences(draft.of_type(*COMPARED), several)


def _differences(
    edges: Sequence[Edge], several: Mapping[tuple[str, str], Sequence[str]]
) -> Iterator[Remark]:
    said: dict[tuple[str, str, str, str], dict[str, Said]] = defaultdict(dict)
    held: dict[tuple[str, str, str], set[str]] = defaultdict(set)  # nodes a language speaks of
    for edge in edges:
        # An item's place in its agenda and a provision's in its act are told of the whole.
        of, told = (edge.source, edge.target)
        if edge.type in ("ITEM_OF", "HAS_PROVISION"):
            of, told = (edge.target, edge.source) if edge.type == "ITEM_OF" else (of, told)
        for item in edge.evidence:
            place = (item.document, item.source)
            if place in several:
                said[(edge.type, of, *place)].setdefault(item.language, {})[told] = item
                held[(item.language, *place)] |= {of, told}
    for (relation, of, document, source), by_language in sorted(said.items()):
        speaking = [
            language
            for language in several[document, source]
            if language in by_language or of in held[language, document, source]
        ]
        every = {language: set(by_language.get(language, ())) for language in speaking}
        if any(told != every[speaking[0]] for told in every.values()):
            yield _difference(relation, of, document, every, by_language)


def _difference(
    relation: str,
    of: str,
    document: str,
    every: Mapping[str, set[str]],
    by_language: Mapping[str, Said],
) -> Remark:
    """How many each language tells and what not all do, with the words of the first of these."""
    label = load_model().relations[relation].label["en"]
    counts = ", ".join(f"{len(told)} in {language}" for language, told in every.items())
    common = set.intersection(*every.values())
    where = {
        told: [language for language, those in every.items() if told in those]
        for told in sorted(set().union(*every.values()) - common)
    }
    named = "; ".join(
        f"{_name(told)} only in {', '.join(languages)}" for told, languages in where.items()
    )
    told, languages = next(iter(where.items()))
    evidence = by_language[languages[0]][told]
    return Remark(
        "disagreement",
        f"{_name(of)}, {label}: {counts}; {named}",
        document,
        (evidence.start, evidence.end),
        evidence.quotation,
    )


def _name(id: str) -> str:
    return id.partition(":")[2]
