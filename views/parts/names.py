"""How a page calls a node: "Decision 3/2 (r)", "البند 2(ج)", a symbol, a title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from graph.model.ids import body_of, label_of, whole_of
from graph.model.records import Node
from graph.questions import Absence
from views.parts.wording import Wording

LETTERED = re.compile(r"([a-z])\1*")
IN_BRACKETS = re.compile(r"\(([a-z]+)\)")
# the act that a pinpoint begins with: "decision 3/2, paragraph (t)"
IN_ACT = re.compile(r"(decision|resolution) ([^,]{1,40})")
# "1/CP.22": in right-to-left text its digit would be taken for one of the text, and stand behind
DIGIT_FIRST = re.compile(r"\d+/[A-Za-z]")
LEFT_TO_RIGHT = "\u200e"
# what follows "paragraph" in a pinpoint: 33, (g) (1), annex (3) (a)
PARAGRAPH = re.compile(r"(?:\(?(?:annex(?:-\d+)?|[a-z]+|\d+)\)?\s*)+")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of nodes in one language.

    `designations` are the numbers of acts as printed ("1/CP.22"), by id, for provisions: their own
    ids give the number in another order. `bodies` (and instruments) by id, for what is said of one
    by its id alone.
    """

    wording: Wording
    designations: Mapping[str, str]
    bodies: Mapping[str, Node] = field(default_factory=dict)
    home: str | None = None

    def at_home_in(self, body: str | None) -> Names:
        """The names on a page about one body; on a page about none, every act says its organ."""
        return replace(self, home=body or "")

    def name(self, node: Node) -> str:
        """The short name of a node, by which a researcher would cite it."""
        if node.type == "provision":
            return f"{self._whole(whole_of(node.id))} {self.label(node.id)}"
        if node.type == "decision":
            return self._act(node.id, designation(node))
        if node.type == "agenda item":
            # what became of a draft item often has another label
            kind = "draft" if "@" in node.id else "item"
            return self.wording.say(f"name.{kind}", label=self.label(node.id))
        if node.type == "session":
            return self._session(node)
        if node.type == "document":
            symbol = str(node.properties.get("symbol") or "")
            # blanks and signs without a shape would make a link that nobody sees
            return symbol if any(map(str.isalnum, symbol)) else node.id.removeprefix("doc:")
        if node.type in ("article", "rule"):
            return self.wording.say(f"name.{node.type}", number=node.id.rpartition("/")[2])
        if found := self.title(node):
            return found[0]
        # Those whom every body has of its own ("its Bureau") have no name that a pack could give.
        return self.wording.value(node.type, node.id.rpartition(":")[2])

    def session_of(self, item: Node) -> str:
        """The session on whose agenda an item stands."""
        return self.wording.say("name.session", number=item.id.split("/")[1])

    def title(self, node: Node, field: str = "title") -> tuple[str, str] | None:
        """A text of a node and its language: that of the page, else one that there is."""
        texts = node.properties.get(field) or {}
        for language in (self.wording.language, "en", *sorted(texts)):
            if texts.get(language):
                return texts[language], language
        return None

    def absent(self, absence: Absence) -> str:
        """The name, with the title if others give it, of a text that the store lacks."""
        type = {"act": "decision"}.get(absence.kind, absence.kind)
        node = Node(absence.id, type, {"title": absence.title})
        found = self.title(node)
        return f"{self.name(node)}, {found[0]}" if found else self.name(node)

    def body(self, id: str) -> str:
        """The name of a body or instrument; if it is not known, its slug."""
        node = self.bodies.get(id)
        found = node and self.title(node)
        return found[0] if found else id.partition(":")[2]

    def label(self, id: str) -> str:
        """The label of a provision or agenda item as documents print it: `g.1` -> "(g)(1)"."""
        own = label_of(id)
        if id.startswith("item:"):
            return IN_BRACKETS.sub(self._bracketed, own)
        return self._paragraph(own.split("."))

    def place(self, pinpoint: str) -> str:
        """A pinpoint, which evidence gives in English ("paragraph (r)"), as the language prints it."""
        act, comma, within = pinpoint.partition(", ")
        if comma and (called := IN_ACT.fullmatch(act)):
            named = f"{self.wording.say(f'name.{called[1]}')} {self._number(called[2])}"
            return self.wording.say("name.within", act=named, place=self.place(within))
        kind, _, rest = pinpoint.partition(" ")
        if kind == "item":
            return self.wording.say("name.item", label=IN_BRACKETS.sub(self._bracketed, rest))
        if pinpoint in ("annex", "preamble"):
            return self.wording.say(f"name.{pinpoint}")
        if kind != "paragraph" or not PARAGRAPH.fullmatch(rest):
            return pinpoint
        printed = self._paragraph(re.findall(r"annex-\d+|[a-z]+|\d+", rest))
        # a letter alone, in brackets, is not yet called a paragraph
        lettered = printed.startswith("(")
        return self.wording.say("name.paragraph", number=printed) if lettered else printed

    def _bracketed(self, found: re.Match[str]) -> str:
        return f"({self._letters(found[1])})"

    def _paragraph(self, pieces: Iterable[str]) -> str:
        printed = ""
        for piece in pieces:
            if piece.startswith("annex"):
                printed += " ".join([self.wording.say("name.annex"), *piece.split("-")[1:]]) + " "
            elif piece.isdecimal() and not printed.endswith(")"):
                printed += self.wording.say("name.paragraph", number=piece)
            else:
                printed += f"({self._letters(piece)})"
        return printed.strip()

    def _letters(self, piece: str) -> str:
        """A letter in the order of the language's alphabet; a doubled one (aa) stays doubled."""
        if not LETTERED.fullmatch(piece):
            return piece
        place = ord(piece[0]) - ord("a")
        letters = self.wording.letters
        return letters[place] * len(piece) if place < len(letters) else piece

    def _whole(self, id: str) -> str:
        if id.startswith("doc:"):
            return id.removeprefix("doc:")
        return self._act(id, self.designations.get(id))

    def _act(self, id: str, printed: str | None) -> str:
        kind = "resolution" if id.startswith("res:") else "decision"
        number = self._number(printed or id.partition("/")[2])
        act = f"{self.wording.say(f'name.{kind}')} {number}"
        body = body_of(id)
        if self.home is None or body is None or body == self.home:
            return act
        # "1/CMA.1" says by itself whose it is
        known = self.bodies.get(body)
        if known and (code := known.properties.get("code")) and printed and code in printed:
            return act
        return self.wording.say("name.of_body", act=act, body=self.body(body))

    def _number(self, printed: str) -> str:
        turned = self.wording.direction == "rtl" and DIGIT_FIRST.match(printed)
        return f"{LEFT_TO_RIGHT}{printed}" if turned else printed

    def _session(self, node: Node) -> str:
        number = node.properties.get("number") or node.id.rpartition("/")[2]
        if start := node.properties.get("start"):
            named = self.wording.say("name.session_year", number=number, year=start[:4])
        else:
            named = self.wording.say("name.session", number=number)
        body = body_of(node.id)
        if not self.home or body is None or body == self.home:
            return named
        # on the page of a decision two bodies may have come back to it at sessions of one number
        return self.wording.say("name.of_body", act=named, body=self.body(body))


def designation(node: Node) -> str | None:
    """How an act is numbered in print, as far as its own text is known."""
    printed = node.properties.get("designation") or node.properties.get("symbol")
    return str(printed) if printed else None


def designations(nodes: Iterable[Node]) -> dict[str, str]:
    """The printed numbers of the acts among `nodes`, by id."""
    return {
        node.id: printed
        for node in nodes
        if node.type == "decision" and (printed := designation(node))
    }
