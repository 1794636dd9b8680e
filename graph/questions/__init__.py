"""Questions: pure functions over a store, whose answers commands print and views show.

Every answer is a frozen record; `to_plain` makes any of them ready for JSON.
"""

from graph.model.citation import Citation, citation, official_link
from graph.questions.absence import Absence
from graph.questions.chain import Chain, Column, chain
from graph.questions.gaps import Gaps, OpenMandate, gaps
from graph.questions.names import candidates, resolve_name
from graph.questions.neighbourhood import Neighbourhood, neighbourhood
from graph.questions.overview import BodyOverview, Overview, overview
from graph.questions.plain import to_plain
from graph.questions.steps import Cited, Link
from graph.questions.trace import Return, Trace, TracedProvision, trace
from graph.questions.why import Why, why

__all__ = [
    "Absence",
    "BodyOverview",
    "Chain",
    "Citation",
    "Cited",
    "Column",
    "Gaps",
    "Link",
    "Neighbourhood",
    "OpenMandate",
    "Overview",
    "Return",
    "Trace",
    "TracedProvision",
    "Why",
    "candidates",
    "chain",
    "citation",
    "gaps",
    "neighbourhood",
    "official_link",
    "overview",
    "resolve_name",
    "to_plain",
    "trace",
    "why",
]
