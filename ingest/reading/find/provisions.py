"""Provisions: paragraphs of acts and documents ("paragraph (c) above", "الفقرة 33" of a report)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.packs import LanguagePack
from ingest.reading.find.context import Home, Named
from ingest.reading.find.phrases import Phrase
from ingest.reading.find.view import View
from ingest.reading.segment.markers import roman_value
from ingest.records import Mention, Paragraph

ACTS = ("decision", "document")
# How far before a paragraph the act of its annex may stand: "decision 2/CP.17, annex VII, paragraph 20".
NEAR = 40


@dataclass(frozen=True, slots=True)
class Whole:
    """What a paragraph belongs to: an act or document, or an annex of it ("annex-7.")."""

    act: Mention
    annex: str = ""

    def provision(self, span: tuple[int, int], label: str) -> Mention:
        """The mention of the paragraph with a label."""
        target = f"{self.act.target}#{self.annex}{label}" if self.act.target else None
        candidates = tuple(f"{id}#{self.annex}{label}" for id in self.act.candidates)
        return Mention("provision", *span, "", target, candidates, rule="paragraph of an act")


class Provisions:
    """Finds the act or document to which a paragraph belongs that is no article's."""

    def __init__(self, pack: LanguagePack) -> None:
        self.pack = pack
        self.of = pack.word("of")
        self.of_other = pack.word("of_other")
        self.other_before = re.compile(rf"(?:{pack.word('other_before').pattern})$")
        self.here = pack.word("here")
        self.annex = pack.word("annex")
        self.annex_before = re.compile(rf"(?:{self.annex.pattern})$")
        self.annex_of = pack.word("annex_of")

    def find(
        self,
        view: View,
        phrases: Sequence[Phrase],
        acts: Named,
        home: Home,
        outline: Sequence[Paragraph],
    ) -> Iterator[Mention]:
        """A mention for every label; `acts` are the acts and documents found."""
        same_act = {
            match.start()
            for cue, match in view.matches(self.pack.cues("reference_same"))
            if cue.value == "act"
        }
        labels: dict[str, set[str]] = {}
        for paragraph in outline:
            if paragraph.act and paragraph.label:
                labels.setdefault(paragraph.act, set()).add(paragraph.label)
        starts = [paragraph.start for paragraph in outline]
        for phrase in phrases:
            whole = self._behind(view, phrase, acts, same_act) or self._before(view, phrase, acts)
            local = bool(self.here.match(view.folded, phrase.end))
            elsewhere = not local and (
                self.of_other.match(view.folded, phrase.end)
                or self.other_before.search(view.folded, max(0, phrase.start - 8), phrase.start)
            )
            if whole is None and (elsewhere or not (local or outline)):
                continue
            place = bisect_right(starts, phrase.start) - 1
            here = outline[place] if place >= 0 else None
            for count, label in enumerate(phrase.labels):
                span = (phrase.start if count == 0 else label.start, label.end)
                if whole:
                    yield whole.provision(span, label.dotted)
                    continue
                own = _in_own_text(label.dotted, here, labels, home)
                if own or local:
                    yield Mention("provision", *span, "", own, rule="paragraph of the same text")

    def _behind(self, view: View, phrase: Phrase, acts: Named, same_act: set[int]) -> Whole | None:
        """The act in "paragraph 12 of decision 1/CP.16", "of that decision", "of annex I to …"."""
        link = self.of.match(view.folded, phrase.end)
        if link is None:
            return None
        if annex := self.annex.match(view.folded, link.end()):
            to = self.annex_of.match(view.folded, annex.end())
            act = acts.starting(to.end(), slack=3) if to else None
            return Whole(act, self._annex(annex)) if act else None
        if same_act & {link.end(), link.end() - 1}:
            named = next((act for act in acts.before(link.end()) if act.kind in ACTS), None)
            return Whole(named) if named else None
        position = link.end()
        act = acts.starting(position, slack=1)
        if act is None:
            # "of the document FCCC/SBI/2016/8": a noun may stand before the symbol.
            act = acts.starting(position, slack=22)
            if act and (act.kind != "document" or " " in view.folded[position : act.start].strip()):
                return None
        return Whole(act) if act else None

    def _before(self, view: View, phrase: Phrase, acts: Named) -> Whole | None:
        """The act in "CTOC/COP/2006/14, paragraph 33" or "decision 2/CP.17, annex VII, paragraph 20"."""
        end = len(view.folded[: phrase.start].rstrip())
        annex = self.annex_before.search(view.folded, max(0, end - NEAR), end)
        if annex:
            act = acts.by_end.get(len(view.folded[: annex.start()].rstrip(" ,،")))
            return Whole(act, self._annex(annex)) if act else None
        if end == phrase.start and (act := acts.by_end.get(end)):
            return Whole(act)  # «第1970(2011)号决议第5段»
        if not view.folded[:end].endswith((",", "،", "(")):
            return None
        act = acts.by_end.get(len(view.folded[: end - 1].rstrip()))
        return Whole(act) if act else None

    def _annex(self, match: re.Match[str]) -> str:
        """The annex as the labels of provisions begin: "annex." or, of a numbered one, "annex-7."."""
        printed = match["annex"]
        if not printed:
            return "annex."
        number = self.pack.ordinals.get(printed) or roman_value(printed) or int(printed)
        return f"annex-{number}."


def _in_own_text(
    label: str, here: Paragraph | None, labels: dict[str, set[str]], home: Home
) -> str | None:
    """The provision of the same text that has the label: of the same act, else of the document."""
    if here is None:
        return None
    top = (here.label or "").partition(".")[0]
    for act, known in (
        (here.act, labels.get(here.act or "", set())),
        (home.document, labels.get(home.document or "", set())),
    ):
        for wanted in (label, f"{top}.{label}"):
            if act and wanted in known:
                return f"{act}#{wanted}"
    return None
