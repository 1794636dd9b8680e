"""The evidence of a link: the sentence in its place, where it comes from, a citation to copy."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from graph.questions import Cited, Link
from views.parts.answers import Answers, Shown
from views.parts.chain_table import percent
from views.parts.markup import CONTROLS, anchor, bdi, chip, in_language, titled
from views.parts.names import Names
from views.parts.passage import Passage
from views.parts.wording import Wording, wordings

PACK = "pack:"  # rules of this form know the structure of a body, no document says it


def show_evidence(link: Link, answers: Answers, names: Names) -> None:
    """All the evidence of a link, official texts first, then those in the page's language."""
    wording = names.wording
    st.html(_head(link, names))
    pieces = sorted(link.evidence, key=lambda cited: _rank(cited, wording))
    for number, cited in enumerate(pieces, 1):
        if cited.evidence.rule.startswith(PACK) or not cited.evidence.quotation:
            st.html(f'<p class="quiet">{escape(wording.say("evidence.pack"))}</p>')
            continue
        if len(pieces) > 1:
            of = wording.say("evidence.of", number=number, total=len(pieces))
            st.html(f'<h3 class="quiet">{escape(of)}</h3>')
        shown = answers.shown(cited.evidence)
        st.html(_badge(cited, wording) + _quoted(cited, shown, wording))
        st.html(_facts(cited, link, shown, names))
        st.caption(wording.say("evidence.citation"))
        st.code(cited.citation.text, language=None, wrap_lines=True)
        if official := anchor(cited.citation.link, wording.say("evidence.link")):
            st.html(official)


def _rank(cited: Cited, wording: Wording) -> tuple[bool, bool, str]:
    evidence = cited.evidence
    return (evidence.source == "digest", evidence.language != wording.language, evidence.language)


def _head(link: Link, names: Names) -> str:
    wording = names.wording
    start = link.target if link.reverse else link.source
    chips = chip(escape(wording.value("basis", link.basis)), tone=f"basis-{link.basis}")
    if link.properties.get("suspect"):
        chips += chip(escape(wording.say("evidence.suspect")), tone="open")
    if judgement := link.properties.get("judgement"):
        reason = wording.say("evidence.judged", reason=judgement.get("why", ""))
        chips += chip(escape(reason), tone="judged")
    return (
        f'<div class="step">{titled(start, names)}<br>'
        f'<strong class="relation">{escape(wording.relation(link))}</strong><br>'
        f'{titled(link.node, names)}</div><p class="chips">{chips}</p>'
    )


def _badge(cited: Cited, wording: Wording) -> str:
    if cited.evidence.source != "digest":
        return ""
    title, says = wording.say("head.digest"), wording.say("head.digest_says")
    return f'<p class="badge digest"><strong>{escape(title)}</strong> {escape(says)}</p>'


def _quoted(cited: Cited, shown: Shown, wording: Wording) -> str:
    language = cited.evidence.language
    if shown.repaired is None or shown.original is None or not shown.repaired.pieces:
        quotation = in_language(f"<mark>{escape(cited.evidence.quotation)}</mark>", language, "p")
        said = escape(wording.say("evidence.not_stored"))
        return f'<figure class="quoted">{quotation}<figcaption>{said}</figcaption></figure>'
    original = _figure(shown.original, language, wording.say("evidence.original"))
    if shown.original.text == shown.repaired.text:
        said = f'<p class="quiet">{escape(wording.say("evidence.same"))}</p>'
        return f'<div class="pair">{original}</div>{said}'
    repaired = _figure(shown.repaired, language, wording.say("evidence.repaired"))
    return f'<div class="pair">{repaired}{original}</div>'


def _figure(passage: Passage, language: str, caption: str) -> str:
    html = "".join(
        f"<mark>{escape(piece)}</mark>" if marked else escape(piece)
        for piece, marked in ((CONTROLS.sub("", piece), marked) for piece, marked in passage.pieces)
    )
    text = in_language(html, language, "p")
    return f'<figure class="quoted"><figcaption>{escape(caption)}</figcaption>{text}</figure>'


def _facts(cited: Cited, link: Link, shown: Shown, names: Names) -> str:
    wording, evidence = names.wording, cited.evidence
    known = wordings().get(evidence.language)
    facts: list[tuple[str, str]] = [
        ("source", bdi(evidence.document.removeprefix("doc:")) + f" ({_kind(cited, wording)})"),
        ("language", escape(known.name if known else evidence.language)),
    ]
    if evidence.pinpoint:
        facts.append(("pinpoint", bdi(names.place(evidence.pinpoint))))
    if evidence.page is not None:
        facts.append(("pinpoint", escape(wording.say("evidence.page", number=evidence.page))))
    facts.append(("confidence", _confidence(link, wording)))
    if shown.trust is not None:
        facts.append(("trust", escape(percent(shown.trust))))
    facts.append(("rule", f"<code>{escape(evidence.rule)}</code>"))
    return _listed(facts, wording)


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
