"""The status of a mandate, as pages show it."""

from __future__ import annotations

from html import escape

from graph.model.records import Node
from graph.questions.followed import FOLLOWED
from views.parts.markup import chip
from views.parts.wording import Wording


def status_of(provision: Node) -> str | None:
    """The status of a mandate; None for what asks for nothing."""
    if not provision.properties.get("is_mandate"):
        return None
    return str(provision.properties.get("status", "unknown"))


def status_chip(status: str, wording: Wording, number: int | None = None) -> str:
    """A status as a chip, with how many have it; told apart by a sign as well as by colour."""
    tone = "done" if status in FOLLOWED else "waiting" if status == "pending" else "open"
    sign = {"done": "✓", "waiting": "…", "open": "○"}[tone]
    said = f"{sign} {escape(wording.value('status', status))}"
    return chip(said if number is None else f"{said}: <b>{number}</b>", tone=tone)
