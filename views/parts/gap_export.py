"""The gaps of a kind as a table for other programs: all that fit, not only those on the page."""

from __future__ import annotations

from collections.abc import Sequence

from graph.export.tables import Table
from graph.model.records import Node
from graph.questions import Absence, Cited
from graph.questions.absence import session_reports
from graph.questions.gap_details import GapDetails, gap_details
from graph.questions.gap_list import Gap, lacking_near
from graph.stores import open_store
from views.parts.absences import number_ranges
from views.parts.citations import cited_text
from views.parts.names import Names

AT_MOST = 5000  # rows: what a reader can go through, and a server can write while one waits


def gap_export(kind: str, gaps: Sequence[Gap], url: str, names: Names) -> Table:
    """The gaps with texts, whom they concern, what the store lacks near them, and citations."""
    wording = names.wording
    written = gaps[:AT_MOST]
    with open_store(url, create=False) as store:
        rows = gap_details(store, written)
        reports = session_reports(store, *{body for gap in written for body in gap.bodies})
    head = (
        "id",
        wording.say(f"gaps_kind.{kind}"),
        wording.say("gaps.text"),
        *(wording.say(f"gaps_column.{one}") for one in ("status", "addressee", "due", "missing")),
        wording.say("evidence.citation"),
        wording.say("evidence.link"),
    )
    title = wording.say(f"gaps_kind.{kind}")
    if len(gaps) > AT_MOST:
        title += f" (1–{AT_MOST} / {len(gaps)})"
    told = tuple(_row(row, reports, names) for row in rows)
    return Table(title, head, told, wording.direction == "rtl")


def _row(row: GapDetails, reports: Sequence[Absence], names: Names) -> tuple[str, ...]:
    wording, gap = names.wording, row.gap
    lacking = lacking_near(gap, reports)
    cited = _cited(row)
    separator = wording.say("language.separator")
    return (
        " ".join(gap.key) if gap.remark is None else (gap.remark.document or ""),
        _named(row, names),
        _text(row, names),
        wording.value("status", gap.status) if gap.status else "",
        separator.join(names.name(link.node) for link in row.addressees),
        separator.join(names.name(link.node) for link in row.due),
        separator.join(number_ranges(one.id.rpartition("/")[2] for one in lacking)),
        cited_text(cited.citation, names) if cited else "",
        (cited.citation.link or "") if cited else "",
    )


def _named(row: GapDetails, names: Names) -> str:
    node = row.link.source if row.link else row.node
    return names.name(node) if node else ""


def _text(row: GapDetails, names: Names) -> str:
    if row.gap.remark:
        return " · ".join(filter(None, (row.gap.remark.text, row.gap.remark.message)))
    if row.link:
        return f"{names.wording.relation(row.link)} {_titled(row.link.target, names)}"
    found = (names.title(row.node, "text") or names.title(row.node)) if row.node else None
    return found[0] if found else ""


def _titled(node: Node, names: Names) -> str:
    found = names.title(node)
    return f"{names.name(node)} {found[0]}" if found else names.name(node)


def _cited(row: GapDetails) -> Cited | None:
    links = [*row.standing, *([row.link] if row.link else [])]
    return next((cited for link in links for cited in link.evidence), None)
