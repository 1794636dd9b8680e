"""From what a researcher fills in to a judgement that the model and the store bear out."""

from __future__ import annotations

from datetime import UTC, datetime

from graph.model.errors import JudgementRefused, ModelError
from graph.model.folding import fold_with_offsets
from graph.model.judgements import ACTIONS, FOR_WANT_OF_A_SENTENCE, POINTED_TO, Judgement, LinkKey
from graph.model.records import Edge, Evidence
from graph.model.schema import load_model
from graph.model.spans import kept_characters, original_spans
from graph.stores import Store

WHO, WHY, SENTENCE = 120, 1000, 2000  # characters that may be filled in
SHORTEST = 12  # folded characters of a sentence: less than that stands everywhere
STANDING = ("HAS_PROVISION", "ITEM_OF", "SUBITEM_OF", "DOCUMENTATION", "BEFORE", "CONTAINED_IN")


def judged(
    store: Store,
    action: str,
    link: LinkKey,
    *,
    who: str,
    why: str,
    document: str = "",
    sentence: str = "",
) -> Judgement:
    """A judgement on a link, now, checked as far as it can be.

    An added link may point to a `sentence` in a `document` of the store; it rests on the place
    where its source stands if it does not. Raises JudgementRefused, saying what is missing.
    """
    who, why = _filled("who decides", who, WHO), _filled("why", why, WHY)
    if action not in ACTIONS:
        raise JudgementRefused(f"{action}: no kind of judgement; there are {', '.join(ACTIONS)}")
    there = next(store.edges(link[0], source=link[1], target=link[2]), None)
    evidence: tuple[Evidence, ...] = ()
    if action == "add":
        if there:
            raise JudgementRefused(f"{' '.join(link)}: this link is there already; confirm it")
        evidence = (
            find_sentence(store, document, sentence)
            if sentence.strip()
            else _standing(store, link),
        )
        _admitted(store, link, evidence)
    elif action in ("confirm", "reject") and there is None:
        raise JudgementRefused(f"{' '.join(link)}: no such link in the store, or not any more")
    when = datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    return Judgement(action, link, who, when, why, evidence)


def find_sentence(store: Store, document: str, sentence: str) -> Evidence:
    """Where a sentence stands in one of the texts of a document, marks and spacing aside.

    Raises JudgementRefused if it stands in none of them: it may have been retyped.
    """
    wanted = " ".join(fold_with_offsets(sentence[:SENTENCE])[0].split())
    if len(wanted) < SHORTEST:
        raise JudgementRefused(f"{sentence}: too short to be found for certain; quote more of it")
    for reading in store.readings():
        text = store.evidence_text(reading.checksum) if reading.document == document else None
        if text is None:
            continue
        place = _place(text.repaired, wanted)
        if place is None:
            continue
        start, end = place
        kept = kept_characters(len(text.original), text.origins)
        spans = original_spans(text.origins, kept, start, end)
        if spans:
            return Evidence(
                document=document,
                language=reading.language,
                checksum=reading.checksum,
                spans=spans,
                quotation=text.repaired[start:end],
                rule=POINTED_TO,
                source=reading.source,
            )
    raise JudgementRefused(
        f"{document or 'no document'}: none of its texts here has this sentence; copy it from the page"
    )


def _place(text: str, wanted: str) -> tuple[int, int] | None:
    """Where a folded sentence stands in a text, runs of white space taken for one space."""
    folded, offsets = fold_with_offsets(text)
    places = [at for at, sign in enumerate(folded) if sign != " " or folded[at - 1 : at] != " "]
    at = "".join(folded[place] for place in places).find(wanted)
    if at < 0:
        return None
    return offsets[places[at]], offsets[places[at + len(wanted) - 1] + 1]


def _filled(name: str, said: str, most: int) -> str:
    cleaned = " ".join(said.split())
    if not cleaned:
        raise JudgementRefused(f"{name}: nothing is said; a judgement needs a name and a reason")
    if len(cleaned) > most:
        raise JudgementRefused(f"{name}: {len(cleaned)} characters; at most {most}")
    return cleaned


def _standing(store: Store, link: LinkKey) -> Evidence:
    """The place where the source of a link stands in a text, for want of a sentence."""
    _, source, _ = link
    near = [*store.edges(STANDING, target=source), *store.edges(STANDING, source=source)]
    for edge in near or store.edges(source=source):
        for one in edge.evidence:
            if one.document and one.spans and one.quotation:
                return Evidence(
                    document=one.document,
                    language=one.language,
                    checksum=one.checksum,
                    spans=one.spans,
                    quotation=one.quotation,
                    rule=FOR_WANT_OF_A_SENTENCE,
                    source=one.source,
                    pinpoint=one.pinpoint,
                    page=one.page,
                )
    raise JudgementRefused(f"{source}: stands in no text here; point to a sentence that says it")


def _admitted(store: Store, link: LinkKey, evidence: tuple[Evidence, ...]) -> None:
    for end in link[1:]:
        if store.node(end) is None:
            raise JudgementRefused(f"{end}: not in the store")
    try:
        load_model().validate(Edge(*link, "stated", None, {}, evidence))
    except ModelError as error:
        raise JudgementRefused(str(error)) from error
