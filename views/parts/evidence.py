"""The evidence of a link: the sentence in its place, where it comes from, a citation to copy."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from graph.model.records import Node
from graph.questions import Cited, Link
from graph.questions.steps import rank
from views.parts.answers import Answers
from views.parts.chain_table import percent
from views.parts.citations import show_citation
from views.parts.evidence_link import evidence_link
from views.parts.judging import judged_words, judging_link
from views.parts.markup import CONTROLS, bdi, chip, in_language
from views.parts.names import Names
from views.parts.node_link import node_link, titled_link
from views.parts.passage import Passage
from views.parts.stretch import Shown, stretch
from views.parts.wording import Wording, language_name


def show_evidence(link: Link, answers: Answers, names: Names) -> None:
    """All the evidence of a link, official texts first, then those in the page's language."""
    wording = names.wording
    st.html(head(link, names))
    whole = evidence_link(link, names, wording.say("evidence.open"))
    st.html(f"<p>{whole}</p>")
    pieces = in_order(link, wording)
    for number, cited in enumerate(pieces, 1):
        if unwritten(cited):
            st.html(f'<p class="quiet">{escape(wording.say("evidence.pack"))}</p>')
            continue
        if len(pieces) > 1:
            of = wording.say("evidence.of", number=number, total=len(pieces))
            st.html(f'<h3 class="quiet">{escape(of)}</h3>')
        shown = stretch(answers, cited.evidence)
        st.html(badge(cited, wording) + quoted(cited, shown, wording))
        st.html(facts(cited, link, shown, names))
        show_citation(cited.citation, names)


def in_order(link: Link, wording: Wording) -> list[Cited]:
    """The evidence of a link, official texts first, then those in the page's language."""
    return sorted(link.evidence, key=lambda cited: rank(cited, wording.language))


def unwritten(cited: Cited) -> bool:
    """Whether no document says it: the structure of a body is known from its pack."""
    return not cited.evidence.in_document or not cited.evidence.quotation


def head(link: Link, names: Names) -> str:
    """What the link says: from where, how, to where; its basis, doubts and judgement, as markup."""
    wording = names.wording
    chips = chip(escape(wording.value("basis", link.basis)), tone=f"basis-{link.basis}")
    if link.properties.get("suspect"):
        chips += chip(escape(wording.say("evidence.suspect")), tone="open")
    if told := judged_words(link, wording):
        chips += chip(escape(told), tone="judged")
    chips += judging_link(link, names)
    return (
        f'<div class="step">{titled_link(link.start, names)}<br>'
        f'<strong class="relation">{escape(wording.relation(link))}</strong><br>'
        f'{titled_link(link.node, names)}</div><p class="chips">{chips}</p>'
    )


def badge(cited: Cited, wording: Wording) -> str:
    """Says of a digest that it is one, as markup."""
    if cited.evidence.source != "digest":
        return ""
    title, says = wording.say("head.digest"), wording.say("head.digest_says")
    return f'<p class="badge digest"><strong>{escape(title)}</strong> {escape(says)}</p>'


def quoted(cited: Cited, shown: Shown, wording: Wording, *, scrolls: bool = False) -> str:
    """The sentence in its place, repaired and as in the file side by side where they differ.

    `scrolls` is for long stretches: each then has its own bar.
    """
    language = cited.evidence.language
    if shown.repaired is None or shown.original is None or not shown.repaired.pieces:
        quotation = in_language(f"<mark>{escape(cited.evidence.quotation)}</mark>", language, "p")
        said = escape(wording.say("evidence.not_stored"))
        return f'<figure class="quoted">{quotation}<figcaption>{said}</figcaption></figure>'
    original = figure(shown.original, language, wording.say("evidence.original"), scrolls=scrolls)
    if shown.original.text == shown.repaired.text:
        said = f'<p class="quiet">{escape(wording.say("evidence.same"))}</p>'
        return f'<div class="pair">{original}</div>{said}'
    repaired = figure(shown.repaired, language, wording.say("evidence.repaired"), scrolls=scrolls)
    return f'<div class="pair">{repaired}{original}</div>'


def figure(passage: Passage, language: str, caption: str, *, scrolls: bool = False) -> str:
    """A passage with its marks, under a caption, as markup."""
    html = "".join(
        f"<mark>{escape(piece)}</mark>" if marked else escape(piece)
        for piece, marked in ((CONTROLS.sub("", piece), marked) for piece, marked in passage.pieces)
    )
    text = in_language(html, language, "p")
    if scrolls:
        label = escape(caption)
        text = f'<div class="text" tabindex="0" role="region" aria-label="{label}">{text}</div>'
    return f'<figure class="quoted"><figcaption>{escape(caption)}</figcaption>{text}</figure>'


def facts(cited: Cited, link: Link, shown: Shown, names: Names) -> str:
    """Source, language, place, confidence, trust and rule of a piece of evidence, as markup."""
    wording, evidence = names.wording, cited.evidence
    document = Node(evidence.document, "document")
    told: list[tuple[str, str]] = [
        ("source", f"{node_link(document, names)} ({_kind(cited, wording)})"),
        ("language", escape(language_name(evidence.language))),
    ]
    if evidence.pinpoint:
        told.append(("pinpoint", bdi(names.place(evidence.pinpoint))))
    if evidence.page is not None:
        told.append(("pinpoint", escape(wording.say("evidence.page", number=evidence.page))))
    told.append(("confidence", _confidence(link, wording)))
    if shown.trust is not None:
        told.append(("trust", escape(percent(shown.trust))))
    told.append(("rule", f"<code>{escape(evidence.rule)}</code>"))
    return _listed(told, wording)


def _kind(cited: Cited, wording: Wording) -> str:
    return escape(wording.value("evidence", cited.evidence.source))


def _confidence(link: Link, wording: Wording) -> str:
    if link.confidence is None:
        return escape(wording.say("evidence.not_measured"))
    share = percent(link.confidence)
    if not (cases := link.properties.get("cases")):
        return escape(share)
    said = escape(wording.say("evidence.cases", percent=share, cases=cases))
    return f'{said}<br><span class="quiet">{escape(wording.say("evidence.cautious"))}</span>'


def _listed(facts: Iterable[tuple[str, str]], wording: Wording) -> str:
    lines = "".join(
        f"<dt>{escape(wording.say(f'evidence.{key}'))}</dt><dd>{value}</dd>" for key, value in facts
    )
    return f'<dl class="facts">{lines}</dl>'
