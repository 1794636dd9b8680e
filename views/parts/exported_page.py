"""A view as one HTML page that needs nothing else: no network, no script."""

from __future__ import annotations

from collections.abc import Iterable, Set
from html import escape

from graph.export.tables import Table
from graph.export.tables.table import Cell
from views.parts.markup import WEB, running, table
from views.parts.stylesheet import style
from views.parts.wording import Wording

# the columns of addresses; elsewhere a text that looks like one is somebody's text
LINKS = ("export.link", "evidence.link")
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def exported_page(title: str, tables: Iterable[Table], picture: str, wording: Wording) -> str:
    """The page: heading, a word if a digest is quoted, the picture (SVG markup), the tables."""
    tables = list(tables)
    digest = wording.say("head.digest")
    quoted = any(cell == digest for one in tables for row in one.rows for cell in row)
    said = f"<strong>{escape(digest)}</strong> {escape(wording.say('head.digest_says'))}"
    badge = f'<p class="badge digest">{said}</p>' if quoted else ""
    drawn = f'<div class="wide" tabindex="0">{picture}</div>' if picture else ""
    links = {wording.say(column) for column in LINKS}
    listed = "".join(f"<h2>{escape(one.title)}</h2>{_table(one, links)}" for one in tables)
    return (
        f'<!DOCTYPE html><html lang="{wording.language}" dir="{wording.direction}"><head>'
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>:root {{ color-scheme: light dark }} {style()}</style>"
        f'</head><body class="picture"><header><h1>{running(title)}</h1></header>'
        f"{badge}{drawn}{listed}</body></html>"
    )


def _table(one: Table, links: Set[str]) -> str:
    rows = (
        [_cell(cell, title in links) for title, cell in zip(one.head, row, strict=True)]
        for row in one.rows
    )
    return table(one.title, one.head, rows)


def _cell(cell: Cell, link: bool) -> str:
    if link and isinstance(cell, str) and WEB.match(cell):
        address = escape(cell)
        return f'<a href="{address}" rel="noopener noreferrer"><bdi>{address}</bdi></a>'
    if isinstance(cell, float):
        return f"{cell:.2f}"
    return "" if cell is None else f'<span dir="auto">{running(str(cell))}</span>'
