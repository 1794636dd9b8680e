"""The finder as a spaCy component: `spacy.blank("ar").add_pipe("un_references")`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from graph.model.errors import PackError
from ingest.packs import LanguagePack, load_packs
from ingest.reading.find import find
from ingest.records import Identity

SPANS = "references"


class References:
    """Sets `doc.spans["references"]`: labels are the kinds of reference, span ids the ids of nodes."""

    def __init__(self, pack: LanguagePack, body: str | None) -> None:
        self.pack = pack
        self.identity = (
            Identity(document="doc:~text", symbol=None, language=pack.code, body=body)
            if body
            else None
        )

    def __call__(self, doc: Doc) -> Doc:
        """Find the references of a text; spans grow to whole tokens (Arabic joins و to a word)."""
        spans = []
        for mention in find(doc.text, self.pack, load_packs(), self.identity):
            span = doc.char_span(
                mention.start,
                mention.end,
                label=mention.kind,
                span_id=mention.target or "",
                alignment_mode="expand",
            )
            if span is not None:
                spans.append(span)
        doc.spans[SPANS] = SpanGroup(doc, name=SPANS, spans=spans)
        return doc


@Language.factory("un_references", default_config={"body": None})
def make_un_references(nlp: Language, name: str, body: str | None) -> References:
    """Build the component for the pipeline's language.

    `body` is the slug of the body whose document is read ("untoc-cop"): it explains short names such
    as "the Conference". Raises PackError where no language pack reads the pipeline's language.
    """
    packs = load_packs()
    pack = packs.languages.get(nlp.lang or "")
    if pack is None:
        known = ", ".join(packs.languages)
        raise PackError(f"{name}: no language pack for {nlp.lang!r}: there are {known}")
    return References(pack, body)
