"""One step of an answer, laid out: which of its sentences is shown."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
import river
from rich.console import Console

from commands.layout.answers import Layout
from graph.model.records import Node
from graph.questions import Citation, Cited, Link

SAID = {"ar": "طلب المؤتمر تقريرا", "en": "The Conference requested a report"}


def step(*sources: tuple[str, str]) -> Link:
    """A provision that led to an agenda item, as texts of (language, source) say."""
    cited = tuple(
        Cited(
            river.evidence(river.REPORT, SAID[language], language=language, source=source),
            Citation("RIV/COP/2006/9", None, None, language, source == "digest", None),
        )
        for language, source in sources
    )
    provision = Node("dec:river-cop/3/2#g.1", "provision")
    item = Node("item:river-cop/4/2(c)", "agenda item")
    return Link("MANDATES", provision, item, False, "stated", None, {}, cited)


def shown(link: Link, layout: Layout) -> str:
    out = io.StringIO()
    console = Console(file=out, width=100)
    for part in layout.step(link):
        console.print(part)
    return out.getvalue()


@pytest.mark.parametrize(
    ("sources", "language", "said"),
    [
        # a store of two languages has the sentence twice; the reader wants one that is readable
        ([("ar", "digest"), ("en", "digest")], "en", "en"),
        ([("ar", "digest"), ("en", "digest")], "ar", "ar"),
        # what the text itself says goes before a retelling of it in the reader's language
        ([("en", "digest"), ("ar", "official")], "en", "ar"),
        ([("ar", "official")], "en", "ar"),
    ],
)
def test_the_sentence_shown_first(sources: list[tuple[str, str]], language: str, said: str) -> None:
    link = step(*sources)
    printed = shown(link, Layout(language))
    assert SAID[said] in printed
    assert [SAID[one] for one, _ in sources if one != said and SAID[one] in printed] == []
    full = shown(link, Layout(language, full=True))
    assert [SAID[one] for one, _ in sources if SAID[one] not in full] == []


def test_what_a_point_takes_from_above_is_named_as_print_has_it() -> None:
    link = replace(step(("en", "official")), inherited_from="dec:river-cop/3/2#g")
    assert "(of (g) above it)" in shown(link, Layout())


@pytest.mark.parametrize(
    ("confidence", "cases", "said"),
    [
        # one case keeps the lower bound low, however plain the sentence
        (0.21, 1, "[stated ≥ 0.21 (1 case)]"),
        (0.93, 49, "[stated ≥ 0.93 (49 cases)]"),
        (1.0, None, "[stated 1.00]"),
        (None, None, "[stated]"),
    ],
)
def test_how_sure_a_step_is(confidence: float | None, cases: int | None, said: str) -> None:
    known = {"cases": cases} if cases else {}
    link = replace(step(("en", "official")), confidence=confidence, properties=known)
    assert said in shown(link, Layout())


def test_a_step_that_a_researcher_decided_says_who() -> None:
    told = {"cases": 10, "judgement": {"who": "A. Reader", "why": "read both", "when": "2033"}}
    link = replace(step(("en", "official")), confidence=0.72, properties=told)
    assert "[stated ≥ 0.72 (10 cases), decided by A. Reader]" in shown(link, Layout())
