"""A chain as one SVG file: its picture, and in it the words and the citations of its page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from graph.model.citation import official_link
from graph.model.ids import body_of
from graph.model.records import Node
from graph.questions import Absence, Chain, Cited, Link, Trace
from graph.questions.steps import best_piece
from views.parts.absences import number_ranges
from views.parts.caption import Caption
from views.parts.chain_table import confidence
from views.parts.citations import cited_text
from views.parts.drawing import TOLD, Ways, draw
from views.parts.drawing_svg import svg
from views.parts.markup import plain
from views.parts.names import LEFT_TO_RIGHT, Names
from views.parts.shortened import shortened

RIGHT_TO_LEFT = "\u200f"


def trace_svg(answer: Trace, laid_out: Chain, standing: Mapping[str, Cited], names: Names) -> str:
    """What was traced, as a file: under its name and title, with what would have to be held."""
    name = names.at_home_in(None).name(answer.node)
    title, _ = names.title(answer.node) or names.title(answer.act) or ("", "")
    return chain_svg(name, laid_out, standing, answer.absent, names, title)


def chain_svg(
    title: str,
    laid_out: Chain,
    standing: Mapping[str, Cited],
    absent: Sequence[Absence],
    names: Names,
    subtitle: str = "",
) -> str:
    """The file.

    Boxes lead to the official text of where they stand (`standing`, by id), arrows to that of the
    sentence which says so. `absent` is what the answer would need and the store does not hold.
    """
    ways = Ways(
        of_node=lambda node: _official(node, standing.get(node.id), names),
        of_link=lambda link: (best.citation.link or "") if (best := _best(link, names)) else "",
        told=lambda link: _told(link, names),
        alone=True,
    )
    caption = Caption(
        title=title,
        subtitle=subtitle,
        description="\n".join(_told(link, names) for link in laid_out.links),
        legend=True,
        notes=tuple(_notes(laid_out, absent, names)),
    )
    return svg(draw(laid_out, names, ways), caption, names.wording)


def _official(node: Node, stands: Cited | None, names: Names) -> str:
    if stands:
        return stands.citation.link or ""
    link, symbol = node.properties.get("link"), node.properties.get("symbol")
    return str(link or official_link(symbol, names.wording.language) or "")


def _best(link: Link, names: Names) -> Cited | None:
    return best_piece(link.evidence, names.wording.language)


def _told(link: Link, names: Names) -> str:
    """A link in words: what leads to what, on what ground, the sentence, and its citation."""
    wording = names.wording
    step = f"{names.name(link.start)} – {wording.relation(link)} – {names.name(link.node)}"
    told = [plain(f"{step} ({confidence(link, wording)})", wording.direction)]
    if best := _best(link, names):
        told.append(plain(shortened(best.evidence.quotation, TOLD)))
        told.append(plain(cited_text(best.citation, names), wording.direction))
    return "\n".join(told)


def _notes(laid_out: Chain, absent: Sequence[Absence], names: Names) -> Iterator[str]:
    """That digests are quoted, and the reports in which an answer may stand that is not here."""
    wording, rtl = names.wording, names.wording.direction == "rtl"
    best = filter(None, (_best(link, names) for link in laid_out.links))
    if any(cited.evidence.source == "digest" for cited in best):
        yield wording.say("head.digest_says")
    reports = sorted((one for one in absent if one.kind == "session report"), key=_body)
    if reports:
        yield wording.say("absent.says")
    for body, of_body in groupby(reports, _body):
        numbers = number_ranges(one.id.rpartition("/")[2] for one in of_body)
        # else right-to-left text would turn a range round
        listed = wording.say("language.separator").join(
            f"{LEFT_TO_RIGHT}{one}{RIGHT_TO_LEFT}" if rtl else one for one in numbers
        )
        says = wording.say("absent.reports")
        yield f"{wording.say('absent.title')}. {says} {listed} ({names.body(body)})"


def _body(absence: Absence) -> str:
    return body_of(absence.id) or ""
