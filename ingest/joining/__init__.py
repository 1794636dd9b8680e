"""Joining: all readings become one graph, a pure function of readings, judgements and packs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graph.model.records import Graph
from ingest.joining.agendas import take_up_drafts
from ingest.joining.calendar import learn_calendar
from ingest.joining.confidence import measured
from ingest.joining.continued import continue_matters
from ingest.joining.delivered import deliver
from ingest.joining.due_sessions import resolve_sessions
from ingest.joining.expressions import compare_expressions
from ingest.joining.follow import follow
from ingest.joining.judge import apply_judgements
from ingest.joining.merge import finished, merge
from ingest.joining.status import settle_status
from ingest.packs import Packs
from ingest.records import Reading


def join(
    readings: Sequence[Reading], judgements: Sequence[Mapping[str, Any]], packs: Packs
) -> Graph:
    """Join readings into a graph: merge, calendar, expressions, agendas, follow, judgements, status.

    The order of the readings does not matter. Judgements win over what was inferred.
    """
    ordered = sorted(readings, key=lambda reading: (reading.identity.document, reading.checksum))
    draft = merge(ordered, packs)
    resolve_sessions(draft, learn_calendar(draft))
    compare_expressions(draft, ordered)
    take_up_drafts(draft, packs)
    follow(draft, ordered, packs)
    deliver(draft, continue_matters(draft, packs), packs)
    apply_judgements(draft, judgements)
    settle_status(draft)
    return finished(draft, measured())
