"""Questions: pure functions over a store, whose answers commands print and views show.

Every answer is a frozen record; `to_plain` makes any of them ready for JSON.
"""

from graph.model.citation import Citation, citation, official_link
from graph.questions.about import ByAct, FromAct, Related, about, by_act, related
from graph.questions.absence import Absence
from graph.questions.agenda import Agenda, Scheduled, agenda, matters
from graph.questions.asked import Asked, Asking, Request, asked
from graph.questions.chain import Chain, Column, chain
from graph.questions.difference import Change, ChangedLink, ChangedNode, Difference, difference
from graph.questions.gaps import Gaps, OpenMandate, gaps
from graph.questions.linked import linked
from graph.questions.missing import Missing, missing
from graph.questions.names import candidates, resolve_name
from graph.questions.origins import Origins, origins, origins_chain
from graph.questions.overview import BodyOverview, Overview, overview
from graph.questions.plain import to_plain
from graph.questions.read_from import read_from
from graph.questions.sessions import HeldSession, meeting_bodies, sessions_of
from graph.questions.standing import standing
from graph.questions.steps import Cited, Link
from graph.questions.suggestions import suggestions
from graph.questions.surroundings import Surroundings, surroundings
from graph.questions.timeline import Course, MandateCounts, TimedSession, Timeline, timeline
from graph.questions.trace import Return, Trace, TracedProvision, trace
from graph.questions.why import Why, why

__all__ = [
    "Absence",
    "Agenda",
    "Asked",
    "Asking",
    "BodyOverview",
    "ByAct",
    "Chain",
    "Change",
    "ChangedLink",
    "ChangedNode",
    "Citation",
    "Cited",
    "Column",
    "Course",
    "Difference",
    "FromAct",
    "Gaps",
    "HeldSession",
    "Link",
    "MandateCounts",
    "Missing",
    "OpenMandate",
    "Origins",
    "Overview",
    "Related",
    "Request",
    "Return",
    "Scheduled",
    "Surroundings",
    "TimedSession",
    "Timeline",
    "Trace",
    "TracedProvision",
    "Why",
    "about",
    "agenda",
    "asked",
    "by_act",
    "candidates",
    "chain",
    "citation",
    "difference",
    "gaps",
    "linked",
    "matters",
    "meeting_bodies",
    "missing",
    "official_link",
    "origins",
    "origins_chain",
    "overview",
    "read_from",
    "related",
    "resolve_name",
    "sessions_of",
    "standing",
    "suggestions",
    "surroundings",
    "timeline",
    "to_plain",
    "trace",
    "why",
]
