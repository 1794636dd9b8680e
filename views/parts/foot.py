"""The foot of every page: which store is shown, of which build, and whether it holds digests."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from html import escape

from graph.stores import Store
from views.parts.answers import Answers, shown_url
from views.parts.kept import ask
from views.parts.markup import bdi
from views.parts.wording import Wording


def foot(answers: Answers, wording: Wording) -> str:
    """The foot as markup."""
    said = [f"{escape(wording.say('shell.store'))}: {bdi(shown_url())}"]
    for key, value in (("version", answers.program), ("built", _moment(answers.built))):
        if value:
            said.append(f"{escape(wording.say(f'shell.{key}'))}: {bdi(value)}")
    of = ask(answers, sources)
    if of:
        said.append(f"<strong>{escape(digests_said(of, wording))}</strong>")
    label = escape(wording.say("shell.foot"))
    return f'<footer class="foot" aria-label="{label}"><p>{" · ".join(said)}</p></footer>'


def _moment(built: str) -> str:
    """When the store was built, to the minute, as any reader may read it; empty if not known."""
    return f"{datetime.fromisoformat(built):%Y-%m-%d %H:%M %Z}" if built else ""


def digests_said(of: Counter[str], wording: Wording) -> str:
    """How much of what was read is digests."""
    digests, number = of["digest"], of.total()
    if not digests:
        return wording.say("shell.official")
    if digests == number:
        return wording.say("shell.all_digests")
    return wording.say("shell.some_digests", digests=digests, number=number)


def sources(store: Store) -> Counter[str]:
    """How many readings are of official texts, how many of digests."""
    return Counter(one.source for one in store.readings())
