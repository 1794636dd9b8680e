"""The page of a link's evidence: the sentence marked in a good stretch of its document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from graph.model.errors import QuestionError
from graph.questions import Cited, Link, linked
from views.parts.address import given, go, link_name
from views.parts.answers import Answers
from views.parts.citations import show_citation
from views.parts.evidence import (
    badge,
    facts,
    figure,
    head,
    in_order,
    quoted,
    unwritten,
)
from views.parts.evidence_link import evidence_link, link_key
from views.parts.exports import View, export_view
from views.parts.frame import framed
from views.parts.kept import ask
from views.parts.markup import bdi, plain, unmarked
from views.parts.names import Names
from views.parts.portions import portion
from views.parts.stretch import Portions, stretch
from views.parts.wording import Wording, language_name

MOST = 60  # portions before or after: what a page can bear
# Each text is scrolled to its mark once, when another piece of evidence is shown: a reader who asks
# for more text keeps the place. The text may arrive after the script.
TO_THE_MARK = """<script data-of="%s">
(function () {
  let left = 40;
  (function look() {
    const texts = document.querySelectorAll(".quoted .text");
    for (const text of texts) {
      const mark = text.querySelector("mark");
      if (mark) text.scrollTop += mark.getBoundingClientRect().top
        - text.getBoundingClientRect().top - text.clientHeight / 4;
    }
    if (!texts.length && left--) setTimeout(look, 100);
  })();
})();
</script>"""


def page() -> None:
    """Show the evidence of the link that the address names."""
    framed("evidence", _ask)


def _ask(answers: Answers, names: Names) -> None:
    key = link_key(given("id"))
    try:
        link = ask(answers, linked, *key) if key else None
    except QuestionError:
        link = None
    if link is None:
        title, do = (escape(names.wording.say(f"evidence.{one}")) for one in ("none", "none_do"))
        asked = f"<p>{bdi(given('id'))}</p>" if given("id") else ""
        st.html(f'<section class="absent"><h2>{title}</h2>{asked}<p>{do}</p></section>')
        return
    _show(link, answers, names)


def _show(link: Link, answers: Answers, names: Names) -> None:
    wording = names.wording
    st.html(head(link, names))
    if not link.evidence:
        st.html(f'<p class="quiet">{escape(wording.say("evidence.unproven"))}</p>')
        return
    chosen = _chosen(link, wording)
    text, about = st.columns([3, 2], gap="large")
    with text:
        if unwritten(chosen):
            st.html(f'<p class="quiet">{escape(wording.say("evidence.pack"))}</p>')
        else:
            _text(chosen, answers, wording)
    with about:
        if not unwritten(chosen):
            shown = stretch(answers, chosen.evidence, _portions())
            show_citation(chosen.citation, names)
            st.html(facts(chosen, link, shown, names) + _explained(link, wording))
        _pieces(link, chosen, names)
    _in_other_languages(link, chosen, answers, names)
    # a row for each piece, where tables of other pages have one for each link
    pieces = [replace(link, evidence=(cited,)) for cited in link.evidence]
    title = f"{names.name(link.source)} · {wording.relation(link)} · {names.name(link.target)}"
    export_view(View(link_name(link), title, pieces), answers, names)


def _chosen(link: Link, wording: Wording) -> Cited:
    """The piece that the address names, else the one to be read first."""
    asked = given("n")
    if asked.isdecimal() and 0 < int(asked) <= len(link.evidence):
        return link.evidence[int(asked) - 1]
    return in_order(link, wording)[0]


def _portions() -> Portions:
    def asked(name: str) -> int:
        said = given(name)
        return 1 + min(int(said), MOST) if said.isdecimal() and len(said) < 6 else 1

    return Portions(asked("before"), asked("after"))


def _text(chosen: Cited, answers: Answers, wording: Wording) -> None:
    portions = _portions()
    shown = stretch(answers, chosen.evidence, portions)
    st.html(f"<h2>{escape(wording.say('evidence.text'))}</h2>{badge(chosen, wording)}")
    if shown.repaired and shown.repaired.before and portions.before <= MOST:
        _more("before", portions.before, wording)
    st.html(quoted(chosen, shown, wording, scrolls=True))
    if shown.repaired and shown.repaired.after and portions.after <= MOST:
        _more("after", portions.after, wording)
    place = escape(f"{given('id')} {chosen.evidence.checksum} {chosen.evidence.spans}")
    st.html(TO_THE_MARK % place, unsafe_allow_javascript=True)


def _more(way: str, portions: int, wording: Wording) -> None:
    said = wording.say(f"evidence.more_{way}")
    st.button(said, key=f"more {way}", on_click=go, kwargs={way: str(portions)})


def _explained(link: Link, wording: Wording) -> str:
    said = [
        (wording.value("basis", link.basis), wording.say(f"evidence.{link.basis}_means")),
        (wording.say("evidence.trust"), wording.say("evidence.trust_means")),
        (wording.value("evidence", "digest"), wording.say("head.digest_says")),
    ]
    lines = "".join(f"<dt>{escape(what)}</dt><dd>{escape(means)}</dd>" for what, means in said)
    title = escape(wording.say("evidence.about"))
    return f'<details><summary>{title}</summary><dl class="meanings">{lines}</dl></details>'


def _pieces(link: Link, chosen: Cited, names: Names) -> None:
    wording = names.wording
    if len(link.evidence) < 2:
        return
    said = wording.say("evidence.pieces", number=len(link.evidence))
    st.html(f"<h2>{escape(said)}</h2>")
    with st.container(key="steps pieces"):
        for cited in portion(f"pieces {given('id')}", in_order(link, wording), wording):
            number = link.evidence.index(cited) + 1
            st.button(
                _called(cited, names),
                key=f"step piece {number}",
                type="secondary" if cited is chosen else "tertiary",
                on_click=go,
                kwargs={"n": str(number), "before": None, "after": None},
                width="stretch",
            )


def _called(cited: Cited, names: Names) -> str:
    evidence, wording = cited.evidence, names.wording
    if unwritten(cited):
        return unmarked(plain(wording.say("evidence.pack"), wording.direction))
    pieces = [plain(evidence.document.removeprefix("doc:"), "ltr")]
    if evidence.pinpoint:
        pieces.append(plain(names.place(evidence.pinpoint), wording.direction))
    pieces += [plain(language_name(evidence.language)), _source(cited, wording)]
    return unmarked(" · ".join(pieces))


def _source(cited: Cited, wording: Wording) -> str:
    return plain(wording.value("evidence", cited.evidence.source), wording.direction)


def _in_other_languages(link: Link, chosen: Cited, answers: Answers, names: Names) -> None:
    """One piece in each language but the one shown: of the same document, if it says so too."""
    wording = names.wording
    others: dict[str, Cited] = {}
    for cited in _near(in_order(link, wording), chosen):
        if not unwritten(cited) and cited.evidence.language != chosen.evidence.language:
            others.setdefault(cited.evidence.language, cited)
    st.html(f"<h2>{escape(wording.say('evidence.languages'))}</h2>")
    if not others:
        st.html(f'<p class="quiet">{escape(wording.say("evidence.one_language"))}</p>')
        return
    shown = [_beside(link, one, answers, names) for one in (chosen, *others.values())]
    st.html(f'<div class="pair">{"".join(shown)}</div>')


def _near(pieces: Sequence[Cited], chosen: Cited) -> list[Cited]:
    def away(cited: Cited) -> tuple[bool, bool]:
        one = cited.evidence
        return (
            one.document != chosen.evidence.document,
            one.pinpoint != chosen.evidence.pinpoint,
        )

    return sorted(pieces, key=away)


def _beside(link: Link, cited: Cited, answers: Answers, names: Names) -> str:
    wording, evidence = names.wording, cited.evidence
    caption = f"{language_name(evidence.language)} · {evidence.document.removeprefix('doc:')}"
    shown = stretch(answers, evidence)
    text = (
        figure(shown.repaired, evidence.language, caption)
        if shown.repaired and shown.repaired.pieces
        else quoted(cited, shown, wording)
    )
    number = link.evidence.index(cited) + 1
    return f"<div>{text}{evidence_link(link, names, number=number)}</div>"
