"""The questions of a newcomer, each with an answer out of the store at hand."""

from __future__ import annotations

from html import escape

from graph.model.records import Evidence, Node
from graph.questions import Link
from graph.questions.examples import Examples
from views.parts.address import page_address
from views.parts.evidence_link import evidence_address
from views.parts.markup import bdi, in_language, running
from views.parts.names import Names
from views.parts.node_link import node_link, titled_link

SHOWN = 160  # characters of a quotation or of a provision's text


def example_cards(of: Examples, names: Names) -> str:
    """A card for each question that the store has an example of, as markup."""
    wording = names.wording
    language = wording.language
    cards = []
    if of.decision:
        said = escape(wording.say("start.led_to_says", number=of.results))
        address = page_address("trace", language, id=of.decision.id)
        cards.append(_card("led_to", address, titled_link(of.decision, names), said, names))
    if of.item and of.mandated:
        said = escape(wording.say("start.why_says", name=names.name(of.mandated.node)))
        address = page_address("why", language, id=of.item.id)
        cards.append(_card("why", address, _placed(of.item, names), said, names))
    if of.request and of.asked:
        said = escape(wording.say("start.unanswered_says", name=names.name(of.asked.node)))
        cards.append(
            _card(
                "unanswered", page_address("gaps", language), _text(of.request, names), said, names
            )
        )
    if of.mandated and of.mandated.evidence:
        number, evidence = _readable(of.mandated, language)
        quoted = in_language(running(_short(evidence.quotation)), evidence.language, "q")
        said = escape(wording.say("start.where_says"))
        cards.append(
            _card("where", evidence_address(of.mandated, wording, number), quoted, said, names)
        )
    if not cards:
        return ""
    title = escape(wording.say("start.questions"))
    return f'<h2>{title}</h2><div class="cards">{"".join(cards)}</div>'


def _readable(link: Link, language: str) -> tuple[int, Evidence]:
    """The first piece of evidence in the language of the page, else the first; its number from 1."""
    pieces = [(number, one.evidence) for number, one in enumerate(link.evidence, 1)]
    return next((one for one in pieces if one[1].language == language), pieces[0])


def _card(question: str, address: str, example: str, said: str, names: Names) -> str:
    asked = escape(names.wording.say(f"start.{question}"))
    return (
        f'<section class="card"><h3><a href="{escape(address)}" target="_self">{asked}</a></h3>'
        f'<p>{example}</p><p class="quiet">{said}</p></section>'
    )


def _placed(item: Node, names: Names) -> str:
    """An item with its title and session: every session has an item 2."""
    return f'{titled_link(item, names)} <span class="quiet">{bdi(names.session_of(item))}</span>'


def _text(provision: Node, names: Names) -> str:
    """A provision with the beginning of its text, in the language of the page if there is one."""
    texts = provision.properties.get("text") or {}
    named = node_link(provision, names)
    language = names.wording.language
    language = language if language in texts else next(iter(texts), "")
    if not language:
        return named
    return f"{named}: {in_language(running(_short(texts[language])), language)}"


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rsplit(' ', 1)[0]} …"
