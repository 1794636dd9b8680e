"""The language side as spaCy components, for pipelines of others.

    pipeline = spacy.blank("ar")
    pipeline.add_pipe("un_references")
    pipeline.add_pipe("un_provisions")

`un_references` fills `doc.spans["references"]`: labels are the kinds of reference, span ids the ids
of nodes. `un_provisions` fills `doc.spans["provisions"]`: every line with an operative verb, labelled
with the class of its first verb, with what the words say as extension attributes (`PROVISION`).
Both bring a scorer, so that `pipeline.evaluate` compares any components that fill these spans.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, Span, SpanGroup
from spacy.training import Example

from graph.model.errors import PackError
from ingest.packs import LanguagePack, load_packs
from ingest.reading.find import find
from ingest.reading.relate.provisions import understand
from ingest.records import Identity

REFERENCES, PROVISIONS = "references", "provisions"
# What `span._` of a provision has, and what it is where nothing is said; see `Understanding`.
PROVISION: dict[str, Any] = {
    "actions": (),
    "qualifiers": (),
    "addressees": (),
    "deliverable": None,
    "due": None,
    "recurrence": None,
    "conditions": (),
    "is_mandate": False,
}
# The kinds of reference that keys hold sentence by sentence; see tests/keys/README.md.
SCORED = ("decision", "document", "article", "rule", "agenda item", "session")
LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")

for _attribute, _default in PROVISION.items():
    Span.set_extension(_attribute, default=_default, force=True)


class References:
    """Finds the references of a text; spans grow to whole tokens (Arabic joins و to a word)."""

    def __init__(self, pack: LanguagePack, body: str | None) -> None:
        self.pack = pack
        self.identity = (
            Identity(document="doc:~text", symbol=None, language=pack.code, body=body)
            if body
            else None
        )

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans["references"]`."""
        spans = [
            doc.char_span(
                mention.start,
                mention.end,
                label=mention.kind,
                span_id=mention.target or "",
                alignment_mode="expand",
            )
            for mention in find(doc.text, self.pack, load_packs(), self.identity)
        ]
        doc.spans[REFERENCES] = SpanGroup(doc, name=REFERENCES, spans=[*filter(None, spans)])
        return doc

    def score(self, examples: Iterable[Example], **_: Any) -> dict[str, Any]:
        """Precision, recall and F1 of the ids named in a text, each once, overall and by kind."""
        examples = [*examples]
        scores = _scored(examples, REFERENCES, named)
        for kind in SCORED:
            scores |= _scored(examples, kind, lambda doc, kind: named(doc, kind=kind))
        return scores


class Provisions:
    """Understands every line of a text as a provision, as `mandates mentions --lines` does."""

    def __init__(self, pack: LanguagePack, body: str | None) -> None:
        self.pack, self.body = pack, body

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans["provisions"]`."""
        spans = []
        for line in LINE.finditer(doc.text):
            mentions = find(line[0], self.pack, load_packs(), None)
            said = understand(line[0], self.pack, body=self.body, mentions=mentions)
            span = doc.char_span(*line.span(), alignment_mode="expand")
            if not said.actions or span is None:
                continue
            span.label_ = said.classes[0]
            for attribute in PROVISION:
                setattr(span._, attribute, getattr(said, attribute))
            span._.addressees = tuple(dict.fromkeys(node for node, _ in said.addressees))
            spans.append(span)
        doc.spans[PROVISIONS] = SpanGroup(doc, name=PROVISIONS, spans=spans)
        return doc

    def score(self, examples: Iterable[Example], **_: Any) -> dict[str, Any]:
        """Precision, recall and F1 of operative lines, their verbs and those who are asked."""
        examples = [*examples]
        return (
            _scored(examples, "operative", operative)
            | _scored(examples, "actions", of_provisions)
            | _scored(examples, "addressees", of_provisions)
        )


@Language.factory(
    "un_references",
    default_config={"body": None},
    assigns=["doc.spans"],
    default_score_weights={f"{REFERENCES}_micro_f": 1.0},
)
def make_un_references(nlp: Language, name: str, body: str | None) -> References:
    """Build the component for the pipeline's language.

    `body` is the slug of the body whose document is read ("untoc-cop"): it explains short names such
    as "the Conference". Raises PackError where no language pack reads the pipeline's language.
    """
    return References(_pack(nlp, name), body)


@Language.factory(
    "un_provisions",
    default_config={"body": None},
    assigns=["doc.spans"],
    default_score_weights={"actions_micro_f": 0.5, "addressees_micro_f": 0.5},
)
def make_un_provisions(nlp: Language, name: str, body: str | None) -> Provisions:
    """Build the component for the pipeline's language; `body` and what is raised as for references."""
    return Provisions(_pack(nlp, name), body)


def _pack(nlp: Language, name: str) -> LanguagePack:
    packs = load_packs()
    pack = packs.languages.get(nlp.lang or "")
    if pack is None:
        known = ", ".join(packs.languages)
        raise PackError(f"{name}: no language pack for {nlp.lang!r}: there are {known}")
    return pack


def _scored(
    examples: Iterable[Example], attribute: str, values: Callable[[Doc, str], set[str]]
) -> dict[str, Any]:
    """spaCy's scores of sets: a value is a label that a text has or has not."""
    examples = [*examples]
    labels = sorted(
        {
            value
            for example in examples
            for doc in (example.reference, example.predicted)
            for value in values(doc, attribute)
        }
    )

    def labelled(doc: Doc, attribute: str) -> dict[str, float]:
        held = values(doc, attribute)
        return {label: float(label in held) for label in labels}

    return Scorer.score_cats(examples, attribute, getter=labelled, labels=labels, multi_label=True)


def named(doc: Doc, _: str = "", *, kind: str | None = None) -> set[str]:
    """The ids of what a text names, of one kind or of all that are scored."""
    kinds = (kind,) if kind else SCORED
    spans = doc.spans.get(REFERENCES, ())
    return {span.id_ for span in spans if span.id_ and span.label_ in kinds}


def operative(doc: Doc, _: str = "") -> set[str]:
    """Whether a line of a text is operative, as a set of one value or none."""
    return {"operative"} if len(doc.spans.get(PROVISIONS, ())) else set()


def of_provisions(doc: Doc, attribute: str) -> set[str]:
    """The values that the provisions of a text have for an attribute that is a list."""
    return {value for span in doc.spans.get(PROVISIONS, ()) for value in getattr(span._, attribute)}
