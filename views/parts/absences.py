"""What the store does not hold, said beside every answer that may look emptier than the world is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from graph.model.ids import body_of
from graph.questions import Absence, Trace
from views.parts.markup import bdi, running
from views.parts.names import Names

MESSAGES = {"document": "documents", "act": "acts"}
AT_MOST = 300  # texts listed: the store of a large body refers to ten thousand others


def absences(answer: Trace, names: Names) -> str:
    """The session reports, documents and acts that an answer would need, as markup; or nothing."""
    return not_held(answer.absent, names)


def not_held(absent: Sequence[Absence], names: Names) -> str:
    """What a store does not hold, as markup: long lists folded away, and cut where they are endless."""
    if not absent:
        return ""
    wording = names.wording
    reports = [one for one in absent if one.kind == "session report"]
    parts = [_reports(body, of_body, names) for body, of_body in _by_body(reports)]
    for kind, message in MESSAGES.items():
        of_kind = [one for one in absent if one.kind == kind]
        if of_kind:
            lines = [running(names.absent(one)) for one in of_kind[:AT_MOST]]
            lines += ["…"] * (len(of_kind) > AT_MOST)
            listed = "".join(f"<li>{line}</li>" for line in lines)
            said = f"{escape(wording.say(f'absent.{message}'))} ({len(of_kind)})"
            parts.append(f"<details><summary>{said}</summary><ul>{listed}</ul></details>")
    title, says = escape(wording.say("absent.title")), escape(wording.say("absent.says"))
    return f'<section class="absent"><h2>{title}</h2><p>{says}</p>{"".join(parts)}</section>'


def number_ranges(numbers: Iterable[str]) -> list[str]:
    """Numbers of sessions, those that follow on each other drawn together: 1–3, 5, S-23."""
    runs: list[list[str]] = []
    for number in numbers:
        if runs and _follows(runs[-1][-1], number):
            runs[-1].append(number)
        else:
            runs.append([number])
    return [run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]


def _follows(before: str, number: str) -> bool:
    return before.isdecimal() and number.isdecimal() and int(number) == int(before) + 1


def _by_body(reports: Iterable[Absence]) -> list[tuple[str, list[Absence]]]:
    def body(absence: Absence) -> str:
        return body_of(absence.id) or ""

    return [(one, list(group)) for one, group in groupby(sorted(reports, key=body), body)]


def _reports(body: str, absent: Iterable[Absence], names: Names) -> str:
    wording = names.wording
    numbers = number_ranges(one.id.rpartition("/")[2] for one in absent)
    listed = wording.say("language.separator").join(map(bdi, numbers))
    return f"<p>{escape(wording.say('absent.reports'))} {listed} ({bdi(names.body(body))})</p>"
