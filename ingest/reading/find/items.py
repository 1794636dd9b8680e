"""Agenda items: "item 4 (a) of the agenda", "البنود 2 (ب) و3 (أ) و(ب)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.packs import LanguagePack
from ingest.reading.find.context import Home, Named
from ingest.reading.find.lists import ListGrammar
from ingest.reading.find.phrases import Phrase, find_phrases, joined
from ingest.reading.find.view import View
from ingest.records import Mention, Paragraph


class Items:
    """Finds agenda items and tells of which session."""

    def __init__(self, pack: LanguagePack, grammar: ListGrammar) -> None:
        self.pack = pack
        self.grammar = grammar
        self.of_other = pack.word("of_other")
        self.of = pack.word("of")
        self.of_agenda = pack.word("of_agenda")
        self.draft = pack.word("draft_agenda")

    def find(
        self,
        view: View,
        home: Home,
        outline: Sequence[Paragraph],
        sessions: Sequence[Mention],
        bodies: Named,
    ) -> Iterator[Mention]:
        """Items of an agenda: announced as such, or in a document that has an agenda itself.

        "Item 5 of the budget" belongs to something else. Where no document tells the session, a line
        that names one session does. An item of another organ is of its session, if that is named.
        """
        named = {mention.target.removeprefix("session:") for mention in sessions if mention.target}
        only = next(iter(named)) if len(named) == 1 else None
        before = {mention.end: mention for mention in sessions}
        known = {paragraph.node for paragraph in outline if paragraph.node}
        cues = self.pack.cues("reference_item")
        phrases = joined(view, find_phrases(view, cues, self.grammar, tight=True), self.grammar)
        for phrase in phrases:
            agenda = self.of_agenda.match(view.folded, phrase.end)
            announced = agenda is not None or phrase.announced
            if not announced and (not home.session or self.of_other.match(view.folded, phrase.end)):
                continue
            draft = bool(agenda and self.draft.search(agenda[0]))
            session = before.get(phrase.start - 1)
            others = self._owner(view, phrase, bodies) not in (None, f"body:{home.body}")
            for place, label in enumerate(phrase.labels):
                if not label.path[0]:
                    continue
                span = (phrase.start if place == 0 else label.start, label.end)
                target, drafted = self._target(label.bracketed, home, known, only)
                if session and session.target:  # "SBI 49 agenda item 11"
                    target = f"item:{session.target.removeprefix('session:')}/{label.bracketed}"
                elif others and home.body:
                    target, drafted = None, False
                properties = {"draft": True} if draft or drafted else {}
                yield Mention(
                    "agenda item",
                    *span,
                    "",
                    target,
                    properties={**properties, "label": label.bracketed},
                    rule="agenda item",
                )

    def _owner(self, view: View, phrase: Phrase, bodies: Named) -> str | None:
        """Whose item it is, where an organ is named: "SBSTA agenda item 4", "agenda item 4 of the SBI"."""
        owner = bodies.by_end.get(phrase.start - 1)
        if owner is None and (link := self.of.match(view.folded, phrase.end)):
            owner = bodies.starting(link.end(), slack=2)
        return owner.target if owner else None

    def _target(
        self, label: str, home: Home, known: set[str], only: str | None
    ) -> tuple[str | None, bool]:
        """The item of the document's session; where its agenda lacks the label, of the draft it annexes."""
        if not home.body or not home.session:
            return (f"item:{only}/{label}" if only and not home.body else None), False
        own = f"item:{home.body}/{home.session}/{label}"
        if own not in known:
            drafts = [
                node
                for node in known
                if node.startswith("item:") and node.partition("@")[0].endswith(f"/{label}")
            ]
            if len(drafts) == 1:
                return drafts[0], True
        return own, False
