"""The page of method: how links are found, how often rightly, what words mean, what it cannot do."""

from __future__ import annotations

from html import escape

import streamlit as st

from commands.bundle import accuracy_file
from graph.accuracy import Published, read_figures
from graph.model.errors import UnreadableKey
from graph.model.schema import load_model
from graph.questions import overview
from views.parts.accuracy_tables import figure_tables, key_tables, rules_table
from views.parts.address import page_address
from views.parts.answers import Answers
from views.parts.exports import View, export_view
from views.parts.frame import framed
from views.parts.kept import ask
from views.parts.language_tables import exported, language_tables
from views.parts.markup import bdi, chip, unmarked
from views.parts.names import Names
from views.parts.readings_table import readings_export, readings_table
from views.parts.status import status_chip
from views.parts.wording import Wording

STEPS = ("file", "reading", "structure", "references", "joining", "follow_up", "graph")
LIMITS = ("silence", "done", "inferred", "damaged", "unresolved", "languages", "digests")
SHOWN = 20  # documents here; the page of documents has them all


def page() -> None:
    """Show how this works and how well."""
    framed("method", _show)


def _show(answers: Answers, names: Names) -> None:
    wording = names.wording
    held = ask(answers, overview)
    st.html(_way(wording))
    st.html(_basis(held.relations, wording))
    st.html(_statuses(held.mandates, wording))
    figures = _accuracy(names)
    title = escape(wording.say("method.documents"))
    says = escape(wording.say("method.documents_say"))
    st.html(f"<h2>{title}</h2><p>{says}</p>{readings_table(held.readings[:SHOWN], names)}")
    if len(held.readings) > SHOWN:
        said = escape(wording.say("method.all_documents", number=len(held.readings)))
        address = escape(page_address("documents", wording.language))
        st.html(f'<p><a href="{address}" target="_self">{said}</a></p>')
    limits = "".join(f"<li>{escape(wording.say(f'method_limit.{one}'))}</li>" for one in LIMITS)
    st.html(f"<h2>{escape(wording.say('method.limits'))}</h2><ul>{limits}</ul>")
    tables = (*figure_tables(figures, names), *exported(figures, wording)) if figures else ()
    tables = (*tables, readings_export(held.readings, names))
    version = bdi(str(held.manifest.get("version", "")))
    st.html(f'<p class="quiet">{escape(wording.say("method.version"))} {version}</p>')
    export_view(View("method", wording.say("method.title"), tables=tables), answers, names)


def _way(wording: Wording) -> str:
    """The way of the data, drawn as boxes in a row; a list for whoever does not see it."""
    boxes = "".join(
        f"<li><strong>{escape(wording.say(f'method_step.{step}'))}</strong>"
        f"<span>{escape(wording.say(f'method_step.{step}_says'))}</span></li>"
        for step in STEPS
    )
    return f'<h2>{escape(wording.say("method.way"))}</h2><ol class="way-of-data">{boxes}</ol>'


def _basis(relations: dict[str, dict[str, int]], wording: Wording) -> str:
    """What stated, inferred and structural mean, and how many links of each the store has."""
    rows = []
    for basis in load_model().values["basis"]:
        number = sum(counts.get(basis, 0) for counts in relations.values())
        said = chip(escape(wording.value("basis", basis)), tone=f"basis-{basis}")
        counted = escape(wording.say("method.links", number=number))
        rows.append(
            f"<dt>{said}</dt><dd>{escape(wording.say(f'method_basis.{basis}'))}"
            f' <span class="quiet">{counted}</span></dd>'
        )
    note = escape(wording.say("method.basis_note"))
    listed = f'<dl class="meanings">{"".join(rows)}</dl>'
    return f"<h2>{escape(wording.say('method.basis'))}</h2>{listed}<p>{note}</p>"


def _statuses(mandates: dict[str, int], wording: Wording) -> str:
    rows = "".join(
        f"<dt>{status_chip(status, wording, mandates.get(status, 0))}</dt>"
        f"<dd>{escape(wording.say(f'method_status.{status}'))}</dd>"
        for status in load_model().values["status"]
    )
    note = escape(wording.say("method.status_note"))
    title = escape(wording.say("method.statuses"))
    return f'<h2>{title}</h2><dl class="meanings">{rows}</dl><p>{note}</p>'


def _accuracy(names: Names) -> Published | None:
    """The figures of the file, shown and handed on; None, and a word, where there is no file."""
    wording = names.wording
    title = escape(wording.say("method.accuracy"))
    try:
        figures = read_figures(accuracy_file())
    except UnreadableKey as error:
        said = escape(wording.say("method.no_figures"))
        st.html(f"<h2>{title}</h2><p>{said}</p><p class='quiet' dir='ltr'>{escape(str(error))}</p>")
        return None
    says = escape(wording.say("method.accuracy_says"))
    st.html(f"<h2>{title}</h2><p>{says}</p>")
    for of_key in figures.keys:
        with st.expander(f"{wording.say('method.key')} {unmarked(of_key.key)}"):
            st.html(key_tables(of_key, of_key.key in figures.calibrated_on, names))
    st.html(language_tables(figures, wording))
    st.html(f"<h2>{escape(wording.say('method.rules'))}</h2>")
    st.html(f"<p>{escape(wording.say('method.rules_say'))}</p>")
    with st.expander(wording.say("method.rules_shown", number=len(figures.rules))):
        st.html(rules_table(figures, names))
    return figures
