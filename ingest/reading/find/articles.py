"""Articles of instruments and rules of procedure, with the paragraphs and letters before or behind."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.packs import LanguagePack, Packs
from ingest.reading.find.above import is_title, standing_above
from ingest.reading.find.context import Home, Named, sentence_end
from ingest.reading.find.lists import Label, ListGrammar
from ingest.reading.find.phrases import Phrase, find_phrases, joined
from ingest.reading.find.view import View
from ingest.records import Mention, Paragraph

# How far back "that Protocol" and "these two Protocols" look.
MEMORY = 4_000
# How far back an article without an instrument looks where no paragraphs are known.
NEAR = 600
# Between "Article 6," and "paragraph 2", where a title breaks into lines, each with its tabs.
LINE_BREAK = 9
# A letter without its brackets: "Article 73 e of the Charter".
BARE_LETTER = re.compile(r" [a-zа-я](?!\w)")
# The longest word that `other_before` of a pack looks for.
NAME = 8


@dataclass(frozen=True, slots=True)
class Owner:
    """What an article belongs to: instruments, or a body's rules of procedure."""

    instruments: tuple[str, ...] = ()
    rules_of: str | None = None
    is_rules: bool = False
    candidates: tuple[str, ...] = ()


class Articles:
    """Finds articles and rules and tells of which instrument or body they are."""

    def __init__(self, pack: LanguagePack, packs: Packs) -> None:
        self.pack = pack
        self.packs = packs
        self.grammar = ListGrammar(pack, articles=True)
        self.of = pack.word("of")
        self.joint = re.compile(
            rf"(?:{pack.word('joint').pattern})\s*(?:{pack.word('of_each').pattern})?"
        )
        self.stray_of = pack.word("stray_of")
        self.of_other = pack.word("of_other")
        self.other_before = re.compile(rf"(?:{pack.word('other_before').pattern})$")
        self.protocols = {
            f"inst:{row['slug']}" for row in packs.rows("instrument") if row.get("supplements")
        }
        self.known_by_short_name = {
            f"inst:{row['slug']}"
            for row in packs.rows("instrument")
            if row.get("known_by_short_name")
        }

    def find(
        self,
        view: View,
        names: Named,
        paragraphs: Sequence[Phrase],
        home: Home,
        outline: Sequence[Paragraph],
    ) -> tuple[list[Mention], set[Phrase]]:
        """Articles and rules, and the paragraph phrases that belong to them."""
        search = _Search(self, view, names, paragraphs, home, outline)
        return list(search.mentions()), search.used

    def same_instruments(self, view: View) -> Iterator[tuple[int, int, str, int]]:
        """ "That Protocol", "each of these two Protocols": start, end, what, how many."""
        for cue, match in view.matches(self.pack.cues("reference_same")):
            if cue.value != "act":
                yield match.start(), match.end(), cue.value, int(cue.data.get("count", 1))


class _Search:
    """One search: the articles of a text from left to right, with what was said of them before."""

    def __init__(
        self,
        articles: Articles,
        view: View,
        names: Named,
        paragraphs: Sequence[Phrase],
        home: Home,
        outline: Sequence[Paragraph],
    ) -> None:
        self.articles, self.view, self.names, self.home = articles, view, names, home
        self.outline = outline
        self.outline_starts = [paragraph.start for paragraph in outline]
        self.by_end = {phrase.end: phrase for phrase in paragraphs}
        self.paragraphs = paragraphs
        self.used: set[Phrase] = set()
        self.same = {
            start: (end, what, count) for start, end, what, count in articles.same_instruments(view)
        }
        self.rules = {
            match.start(): match.end()
            for _, match in view.matches(articles.pack.cues("reference_rules"))
        }
        self.thereof = {
            match.start() for _, match in view.matches(articles.pack.cues("reference_thereof"))
        }
        self.heads: set[int] = set()
        self.settled: list[tuple[int, str, Owner]] = []

    def mentions(self) -> Iterator[Mention]:
        pack, grammar, view = self.articles.pack, self.articles.grammar, self.view
        phrases = joined(view, find_phrases(view, pack.cues("reference_article"), grammar), grammar)
        rules = joined(view, find_phrases(view, pack.cues("reference_rule"), grammar), grammar)
        named_rules = {phrase.start for phrase in rules}
        self.heads = {phrase.start for phrase in (*phrases, *rules)}
        ordered = sorted([*phrases, *rules], key=lambda phrase: phrase.start)
        for place, phrase in enumerate(ordered):
            before = self._paragraphs_before(phrase)
            behind = None if before else self._paragraphs_behind(phrase)
            end = behind.end if behind else phrase.end
            owner = (
                self._owner_behind(end)
                or self._owner_around(phrase)
                or self._owner_before(phrase)
                or self._owner_joined(end, ordered[place + 1 :])
            )
            if owner is None and phrase.start in named_rules:
                if not self.home.body:
                    continue
                owner = Owner(rules_of=self.home.body, is_rules=True)
            if owner is None and self.articles.of_other.match(self.view.folded, end):
                owner = Owner()
            start = before.start if before else phrase.start
            steps = [label.bracketed for label in (before or behind or Phrase(0, 0, ())).labels]
            for count, label in enumerate(phrase.labels):
                meant = (
                    owner if owner is not None else self._owner_from_context(label.path[0], start)
                )
                span = (start if count == 0 else label.start, label.end)
                if behind and len(phrase.labels) == 1:
                    span = (start, behind.labels[-1].end)
                self.settled.append((label.start, label.path[0], meant))
                yield from self._of(meant, label, span, steps if len(phrase.labels) == 1 else [])

    def _of(
        self, owner: Owner, label: Label, span: tuple[int, int], steps: list[str]
    ) -> Iterator[Mention]:
        number = label.path[0]
        if not steps and len(label.path) > 1:
            steps = ["".join(f"({step})" for step in label.path[1:])]
        properties = {"paragraphs": steps} if steps else {}
        if owner.is_rules:
            target = f"rule:{owner.rules_of}/{number}" if owner.rules_of else None
            yield Mention(
                "rule", *span, "", target, properties=properties, rule="rule of procedure"
            )
            return
        for instrument in owner.instruments:
            target = f"art:{instrument.removeprefix('inst:')}/{number}"
            yield Mention("article", *span, "", target, properties=properties, rule="article")
        if not owner.instruments:
            candidates = tuple(
                f"art:{id.removeprefix('inst:')}/{number}" for id in owner.candidates
            )
            yield Mention(
                "article", *span, "", None, candidates, properties=properties, rule="article"
            )

    def _paragraphs_before(self, phrase: Phrase) -> Phrase | None:
        """The paragraphs in "paragraph 3 (d) of article 32"."""
        for paragraph in self.paragraphs:
            if paragraph.end > phrase.start or paragraph.end < phrase.start - 40:
                continue
            link = self.articles.of.match(self.view.folded, paragraph.end)
            if link and link.end() in (phrase.start, phrase.start - 1):
                self.used.add(paragraph)
                return paragraph
        return None

    def _paragraphs_behind(self, phrase: Phrase) -> Phrase | None:
        """The paragraphs in "article 32, paragraph 3 (d),", unless they are of what follows them."""
        for paragraph in self.paragraphs:
            if not phrase.end <= paragraph.start <= phrase.end + LINE_BREAK:
                continue
            if self.view.folded[phrase.end : paragraph.start].strip(" ,،\t\r\n"):
                continue
            link = self.articles.of.match(self.view.folded, paragraph.end)
            if link and {link.end(), link.end() - 1} & self.heads:
                return None
            self.used.add(paragraph)
            return paragraph
        return None

    def _owner_behind(self, end: int) -> Owner | None:
        """The instrument in "article 32 of the Convention" or the rules in "of the rules of procedure"."""
        letter = BARE_LETTER.match(self.view.folded, end)
        for link, start in (
            (self.articles.of, end),
            (self.articles.of, letter.end() if letter else end),
            (self.articles.stray_of, end),
        ):
            match = link.match(self.view.folded, start)
            if match and (owner := self._owner_at(match.end())):
                return owner
        rest = self.view.folded[end:]
        if end + len(rest) - len(rest.lstrip(" ,،")) in self.thereof:
            return self._owner_named_last(end)
        return None

    def _owner_joined(self, end: int, following: Sequence[Phrase]) -> Owner | None:
        """The Protocol in "Article 2, paragraph 3, and Article 3, paragraph 14, of the Protocol"."""
        for phrase in following:
            before = self._paragraphs_before(phrase)
            between = self.view.folded[end : before.start if before else phrase.start]
            # in Arabic the joint is written with the head behind it
            if not (between.isspace() or self.articles.joint.fullmatch(between)):
                return None
            behind = None if before else self._paragraphs_behind(phrase)
            end = behind.end if behind else phrase.end
            if owner := self._owner_behind(end):
                return owner
        return None

    def _owner_at(self, position: int) -> Owner | None:
        for start in (position, position - 1):
            if start in self.rules:
                return Owner(rules_of=self._body_of_rules(self.rules[start]), is_rules=True)
            if start in self.same:
                _, what, count = self.same[start]
                return Owner(self._named_last(what, count, start))
        name = self.names.starting(position, slack=3)
        return self._instrument(name) if name and name.kind == "instrument" else None

    def _instrument(self, name: Mention) -> Owner:
        """The instrument that a name means; beside an article "the Charter" needs no other context."""
        if name.target:
            return Owner((name.target,))
        if len(name.candidates) == 1 and name.candidates[0] in self.articles.known_by_short_name:
            return Owner(name.candidates)
        return Owner(candidates=name.candidates)

    def _owner_named_last(self, end: int) -> Owner | None:
        """The Convention in "has signed the Convention, as article 36 thereof allows", or the rules."""
        rules = [start for start in self.rules if end - MEMORY <= start < end]
        for name in self.names.before(end, max(0, end - MEMORY)):
            if name.kind == "instrument" and name.target and name.start > max(rules, default=-1):
                return Owner((name.target,))
        if not rules:
            return None
        return Owner(rules_of=self._body_of_rules(self.rules[rules[-1]]), is_rules=True)

    def _owner_around(self, phrase: Phrase) -> Owner | None:
        """The instrument before the bracket in "the Trafficking Protocol (article 14)"."""
        before = self.view.folded[: phrase.start].rstrip()
        if before.endswith("("):
            name = self.names.by_end.get(len(before[:-1].rstrip()))
            if name and name.kind == "instrument" and name.target:
                return Owner((name.target,))
        return None

    def _owner_before(self, phrase: Phrase) -> Owner | None:
        """The whole in «《公约》第六条» and «大会议事规则第21条»: in Chinese it stands first, unparted."""
        folded = self.view.folded
        end = phrase.start - 1 if folded[: phrase.start].endswith("》") else phrase.start
        for start, stop in self.rules.items():
            if stop == end:
                body = self.names.by_end.get(start)
                named = body.target if body and body.kind == "body" else None
                return Owner(
                    rules_of=named.removeprefix("body:") if named else self.home.body, is_rules=True
                )
        name = self.names.by_end.get(end)
        if name and name.kind == "instrument":
            return self._instrument(name)
        other = self.articles.other_before.search(folded, max(0, phrase.start - NAME), phrase.start)
        return Owner() if other else None

    def _body_of_rules(self, end: int) -> str | None:
        """Whose rules of procedure: of the body named behind ("… of the Conference"), else the document's."""
        link = self.articles.of.match(self.view.folded, end)
        positions = [link.end()] if link else []
        for position in (*positions, end + 1):
            name = self.names.starting(position, slack=9 if link is None else 3)
            if name and name.kind == "body" and name.target and name.start <= end + 12:
                return name.target.removeprefix("body:")
        return self.home.body

    def _named_last(self, what: str, count: int, position: int) -> tuple[str, ...]:
        """The instruments named last: the convention, the protocol, both protocols."""
        found: list[str] = []
        for name in self.names.before(position, max(0, position - MEMORY)):
            if name.kind != "instrument" or not name.target or name.target in found:
                continue
            if (name.target in self.articles.protocols) == what.startswith("protocol"):
                found.append(name.target)
            if len(found) == count:
                break
        return tuple(reversed(found)) if len(found) == count else ()

    def _owner_from_context(self, number: str, position: int) -> Owner:
        """Whose an article is that stands without its instrument.

        The same article named before in the paragraph; else what the paragraph named last; else what
        stands above it says (`_owner_above`); else the document's own instrument.
        """
        start, above = self._surroundings(position)
        recent = [
            (place, printed, owner) for place, printed, owner in self.settled if place >= start
        ]
        for _, printed, owner in reversed(recent):
            if printed == number:
                return owner
        if recent:
            return recent[-1][2]
        for name in self.names.before(position, start):
            if name.kind == "instrument":
                return self._instrument(name)
        for one in above:
            if owner_above := self._owner_above(number, one):
                return owner_above
        if self.home.instrument:
            return Owner((f"inst:{self.home.instrument}",))
        return self._owner_further_on(position)

    def _owner_above(self, number: str, above: Paragraph) -> Owner | None:
        """What an agenda item, chapeau or heading says of the articles below it.

        "Matters relating to Article 6 of the Paris Agreement": Article 6 below it is of the Agreement.
        The one instrument that it names is that of other articles too; but an act does not leave its
        own instrument because its title names another.
        """
        for place, printed, owner in reversed(self.settled):
            if printed == number and above.start <= place < above.end and owner.instruments:
                return owner
        named = [
            name.target
            for name in self.names.before(above.end, above.start)
            if name.kind == "instrument" and name.target
        ]
        if not named or (above.part == "heading" and (is_title(above) or len(set(named)) > 1)):
            return None
        return Owner((named[0],))

    def _owner_further_on(self, position: int) -> Owner:
        """The Charter in "Article 51, and mindful of Chapter VIII of the Charter".

        A sentence may name the Charter late; of other instruments it does not take back what came before.
        """
        end = sentence_end(self.view, position)
        later = {
            self._instrument(name)
            for name in self.names.after(position)
            if name.kind == "instrument" and name.end <= end
        }
        known = [Owner((id,)) for id in self.articles.known_by_short_name]
        return next((owner for owner in known if later == {owner}), Owner())

    def _surroundings(self, position: int) -> tuple[int, list[Paragraph]]:
        """Where the paragraph that holds a position begins, and what stands above it."""
        if not self.outline:
            return max(0, position - NEAR), []
        place = bisect_right(self.outline_starts, position) - 1
        if place < 0:
            return 0, []
        return self.outline[place].start, standing_above(self.outline, place)
