"""Export this view: what a page shows, as files for other programs and for colleagues."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

import streamlit as st

from graph.export.tables import Table, Words, comma_separated, link_table, node_table, workbook
from graph.model.records import Node
from graph.questions import Cited, Link
from graph.questions.standing import standing
from graph.stores import open_store
from views.parts.answers import Answers
from views.parts.citations import cited_text
from views.parts.export_words import export_words
from views.parts.exported_graph import exported_graph
from views.parts.exported_page import exported_page
from views.parts.names import Names

UNFIT = re.compile(r"[^\w.-]+")
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class View:
    """What a page shows, for its export.

    `name` is what the files are called by (an id, a page), `title` the heading of the page that is
    written. `links` and `nodes` are what is shown, each in the page's order; `tables` what is
    neither (counts, measures), in the page's words; `late` are such tables by their titles that take
    long to make. `picture` gives the picture as SVG, `page` a page of its own in place of the one
    that is put together from tables and picture.
    """

    name: str
    title: str
    links: Sequence[Link] = ()
    nodes: Sequence[Node] = ()
    tables: Sequence[Table] = ()
    late: Mapping[str, Callable[[], Table]] = field(default_factory=dict)
    picture: Callable[[], str] | None = None
    page: Callable[[], str] | None = None


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a view, each written when it is asked for."""

    view: View
    names: Names
    url: str
    words: Words = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", export_words(self.names))

    def tables(self) -> list[Table]:
        """The links, the nodes, and the tables of the page itself: those that have rows."""
        tables = [link_table(self.view.links, self.words)] if self.view.links else []
        if self.view.nodes:
            tables.append(node_table(self.view.nodes, self._standing(self.view.nodes), self.words))
        return [*tables, *self.view.tables, *(make() for make in self.view.late.values())]

    def table(self, number: int) -> bytes:
        """One of the tables as comma-separated values."""
        return comma_separated(self.tables()[number])

    def workbook(self) -> bytes:
        """All tables, a sheet each."""
        return workbook(self.tables())

    def graphml(self) -> bytes:
        """Links and nodes as a graph."""
        links, nodes = self.view.links, self.view.nodes
        shown = (*nodes, *(end for link in links for end in (link.source, link.target)))
        return exported_graph(links, shown, self._standing(shown), self.words)

    def page(self) -> bytes:
        """One page that needs nothing else."""
        if self.view.page:
            return self.view.page().encode()
        picture = self.view.picture() if self.view.picture else ""
        return exported_page(self.view.title, self.tables(), picture, self.names.wording).encode()

    def picture(self) -> bytes:
        """The picture as SVG."""
        return self.view.picture().encode() if self.view.picture else b""

    def citations(self) -> bytes:
        """Each citation of what is shown once, a line each."""
        best = [cited for link in self.view.links if (cited := self.words.best(link))]
        found = [*best, *self._standing(self.view.nodes).values()]
        lines = dict.fromkeys(cited_text(cited.citation, self.names) for cited in found)
        return "".join(f"{line}\n" for line in lines).encode("utf-8-sig")

    def _standing(self, nodes: Iterable[Node]) -> dict[str, Cited]:
        with open_store(self.url, create=False) as store:
            return standing(store, nodes, self.names.wording.language)


def export_view(view: View, answers: Answers, names: Names) -> None:
    """Offer what a page shows as files: tables, workbook, graph, page, picture, citations."""
    wording, files = names.wording, Files(view, names, answers.url)
    graph = bool(view.links or view.nodes)
    titles = [wording.say("export.links")] if view.links else []
    titles += [wording.say("export.nodes")] if view.nodes else []
    titles += [*(table.title for table in view.tables), *view.late]
    offers: list[tuple[str, Callable[[], bytes], str, str]] = [
        (f"CSV · {title}", _one(files, number), f"{number + 1}.csv", "text/csv")
        for number, title in enumerate(titles)
    ]
    if titles:
        offers.append(("Excel", files.workbook, "xlsx", EXCEL))
    if graph:
        offers.append(("GraphML", files.graphml, "graphml", "application/xml"))
        cited = wording.say("export.citations")
        offers.append((cited, files.citations, "citations.txt", "text/plain"))
    offers.append((wording.say("export.page"), files.page, "html", "text/html"))
    if view.picture:
        offers.append((wording.say("export.picture"), files.picture, "svg", "image/svg+xml"))
    stem = UNFIT.sub("-", view.name).strip("-.")[:80] or "view"
    with st.expander(wording.say("export.title")):
        st.html(f'<p class="quiet">{escape(wording.say("export.says"))}</p>')
        with st.container(horizontal=True, key="exports"):
            for label, write, ending, mime in offers:
                st.download_button(
                    label,
                    write,
                    file_name=f"{stem}.{ending}",
                    mime=mime,
                    key=f"export {ending}",
                    on_click="ignore",
                )


def _one(files: Files, number: int) -> Callable[[], bytes]:
    return lambda: files.table(number)
