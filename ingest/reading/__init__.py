"""Reading: one file becomes a reading, a pure function of its bytes, the packs and what was given."""

from __future__ import annotations

from dataclasses import replace

from graph.model.errors import ModelError
from graph.model.ids import session_of
from graph.model.records import Remark
from graph.model.schema import load_model
from ingest.packs import LanguagePack, Packs
from ingest.reading.clean import clean
from ingest.reading.find import find, finder
from ingest.reading.formats import extract
from ingest.reading.formats.plain import PlainText
from ingest.reading.identify import MASTHEAD, identify
from ingest.reading.relate import relate
from ingest.reading.segment import segment
from ingest.records import Given, Identity, Outline, Reading, Source, Text


def read_document(source: Source, packs: Packs, given: Given = Given()) -> Reading:  # noqa: B008
    """Read one file: clean, identify, segment, find, relate.

    Raises UnreadableDocument where the bytes are not text or the language cannot be told.
    """
    outline = outline_document(source, packs, given)
    pack = packs.languages[outline.identity.language]
    mentions = find(outline.text.repaired, pack, packs, outline.identity, outline.paragraphs)
    return _as_declared(relate(source, outline, mentions, packs))


def _as_declared(reading: Reading) -> Reading:
    """A reading without links that the model does not know, each with a remark.

    One odd line must not cost the whole graph, which is refused with a single wrong link in it.
    """
    edges, remarks = [], list(reading.remarks)
    for edge in reading.edges:
        try:
            load_model().validate(edge)
            edges.append(edge)
        except ModelError as fault:
            remarks.append(Remark("unresolved", f"left out: {fault}", reading.identity.document))
    return replace(reading, edges=tuple(edges), remarks=tuple(remarks))


def text_of(source: Source, given: Given = Given()) -> Text:  # noqa: B008
    """The repaired text of a file, as far to be trusted as its reader and its repair allow."""
    found = extract(source, given)
    # Readers of other formats know what is the layout of a page, and what is text.
    text = clean(found.text, paged=source.media_type == PlainText.media_type)
    return replace(
        text,
        repairs=(*found.repairs, *text.repairs),
        trust=found.trust * text.trust,
        places=found.places,
        notes=found.notes,
        language=found.language,
    )


def outline_document(source: Source, packs: Packs, given: Given = Given()) -> Outline:  # noqa: B008
    """The first half of reading: the repaired text and its structure."""
    text = text_of(source, given)
    identity = identify(source, text.repaired, packs, given, text.language)
    pack = packs.languages[identity.language]
    identity = replace(identity, session=_session(text, identity, pack, packs))
    identity = _as_act(identity, pack, packs)

    def named(kind: str, stretch: str) -> str | None:
        mentions = find(stretch, pack, packs, identity)
        return next((m.target for m in mentions if m.kind == kind and m.target), None)

    def numbered(printed: str) -> str | None:
        """The act that a bare number means: of the kind and the body that the document is of."""
        kind = identity.document.partition(":")[0] if identity.kind == "act" else None
        bodies = [identity.body] if identity.body else []
        ids = finder(pack, packs).acts.numbering.ids(kind, printed, bodies) if kind else []
        return ids[0] if len(ids) == 1 else None

    return segment(
        text,
        identity,
        pack,
        act_of=lambda heading: named("decision", heading) or numbered(heading),
        session_of=lambda stretch: named("session", stretch),
    )


def _as_act(identity: Identity, pack: LanguagePack, packs: Packs) -> Identity:
    """A document whose symbol is that of an act (A/RES/55/25) is the act; no document stands beside it."""
    mentions = find(identity.symbol or "", pack, packs, identity)
    act = next((m.target for m in mentions if m.kind == "decision" and m.target), None)
    if act is None:
        return identity
    session = (session_of(act) or "").rpartition("/")[2]
    return replace(identity, document=act, kind="act", session=session or identity.session)


def _session(text: Text, identity: Identity, pack: LanguagePack, packs: Packs) -> str | None:
    """The session that the masthead names first, of the document's own body."""
    own = f"session:{identity.body}/"
    for mention in find(text.repaired[:MASTHEAD], pack, packs, identity):
        if mention.kind == "session" and (mention.target or "").startswith(own):
            return str(mention.target).removeprefix(own)
    return None
