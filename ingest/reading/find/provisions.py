"""Provisions: paragraphs of acts and documents ("paragraph (c) above", "الفقرة 33" of a report)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ingest.packs import LanguagePack
from ingest.reading.find.context import Home, Named, word
from ingest.reading.find.phrases import Phrase
from ingest.reading.find.view import View
from ingest.records import Mention, Paragraph

ACTS = ("decision", "document")


class Provisions:
    """Finds the act or document to which a paragraph belongs that is no article's."""

    def __init__(self, pack: LanguagePack) -> None:
        self.pack = pack
        self.of = word(pack, "of")
        self.here = word(pack, "here")

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
            match.start(): match.end()
            for cue, match in view.matches(self.pack.cues("reference_same"))
            if cue.value == "act"
        }
        labels: dict[str, set[str]] = {
            paragraph.act: set() for paragraph in outline if paragraph.act
        }
        for paragraph in outline:
            if paragraph.act and paragraph.label:
                labels[paragraph.act].add(paragraph.label)
        starts = [paragraph.start for paragraph in outline]
        for phrase in phrases:
            whole = self._act_behind(view, phrase, acts, same_act) or _act_before(
                view, phrase, acts
            )
            local = bool(self.here.match(view.folded, phrase.end))
            if whole is None and not local and not outline:
                continue
            place = bisect_right(starts, phrase.start) - 1
            here = outline[place] if place >= 0 else None
            for count, label in enumerate(phrase.labels):
                span = (phrase.start if count == 0 else label.start, label.end)
                if whole:
                    if whole.target:
                        target = f"{whole.target}#{label.dotted}"
                        yield Mention("provision", *span, "", target, rule="paragraph of an act")
                    else:
                        candidates = tuple(f"{id}#{label.dotted}" for id in whole.candidates)
                        yield Mention(
                            "provision", *span, "", None, candidates, rule="paragraph of an act"
                        )
                    continue
                own = _in_own_text(label.dotted, here, labels, home)
                if own or local:
                    yield Mention("provision", *span, "", own, rule="paragraph of the same text")

    def _act_behind(
        self, view: View, phrase: Phrase, acts: Named, same_act: dict[int, int]
    ) -> Mention | None:
        """The act in "paragraph 12 of decision 1/CP.16" or "of that decision"."""
        link = self.of.match(view.folded, phrase.end)
        if link is None:
            return None
        for start in (link.end(), link.end() - 1):
            if start in same_act:
                return next((act for act in acts.before(start) if act.kind in ACTS), None)
        position = link.end()
        act = acts.starting(position, slack=1)
        if act is None:
            # "of the document FCCC/SBI/2016/8": a noun may stand before the symbol.
            act = acts.starting(position, slack=22)
            if act and (act.kind != "document" or " " in view.folded[position : act.start].strip()):
                return None
        return act


def _act_before(view: View, phrase: Phrase, acts: Named) -> Mention | None:
    """The act in "CTOC/COP/2006/14, paragraph 33" or "resolution 55/25, paragraph 3"."""
    before = view.folded[: phrase.start].rstrip()
    if not before.endswith((",", "،", "(")):
        return None
    return acts.by_end.get(len(before[:-1].rstrip()))


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
