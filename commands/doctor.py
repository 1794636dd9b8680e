"""`mandates doctor`: is everything here in order?"""

from __future__ import annotations

import platform
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution, requires, version

import click
from packaging.requirements import Requirement
from rich.text import Text

from commands.build import is_current
from commands.layout.terminal import Output, table, write_json
from commands.options import json_option, password_prompt, store_option
from graph.model.errors import MandatesError
from graph.model.folding import fold
from graph.model.records import Graph
from graph.model.schema import load_model
from graph.stores import Store, open_store
from ingest.joining.confidence import measured
from ingest.packs import Packs, load_packs

OLDEST = (3, 11)
ENOUGH_UNDERSTOOD = 0.5
SHOWN = 5  # faults of a kind
STYLES = {"in order": "green", "note": "yellow", "fault": "bold red"}


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it is (`in order`, `note` or `fault`), and what there is to say."""

    about: str
    state: str
    says: str


@click.command()
@json_option
@store_option
def command(as_json: bool, url: str) -> None:
    """Is everything here in order: Python, packages, packs, the store and what is in it?

    The exit status is 1 if something is at fault.

    \b
    Example:
      mandates doctor
      mandates doctor --store sqlite:///reports.sqlite --json
    """
    findings = [*of_python(), *of_packs(), of_calibration(), *of_store(url)]
    if as_json:
        for one in findings:
            write_json({"about": one.about, "state": one.state, "says": one.says})
    else:
        rows = [(Text(one.state, STYLES[one.state]), one.about, one.says) for one in findings]
        Output().print(table("", "", "", rows=rows, show_header=False))
    if any(one.state == "fault" for one in findings):
        click.get_current_context().exit(1)


def of_python() -> Iterator[Finding]:
    """Python, SQLite, and the packages that the program requires."""
    state = "in order" if sys.version_info >= OLDEST else "fault"
    yield Finding("Python", state, f"{platform.python_version()}, SQLite {sqlite3.sqlite_version}")
    wrong = list(_wrong_packages())
    says = "; ".join(wrong) or f"mandates {version('mandates')} and all that it requires"
    yield Finding("packages", "fault" if wrong else "in order", says)


def _wrong_packages() -> Iterator[str]:
    for line in requires("mandates") or ():
        requirement = Requirement(line)
        if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
            continue
        try:
            held = distribution(requirement.name).version
        except PackageNotFoundError:
            yield f"{requirement.name} is missing: install it, or run `make setup`"
            continue
        if not requirement.specifier.contains(held, prereleases=True):
            yield f"{requirement.name} {held} is not {requirement.specifier}: run `make setup`"


def of_packs() -> Iterator[Finding]:
    """The packs, and every pattern against the examples beside it."""
    try:
        packs = load_packs()
    except MandatesError as error:
        yield Finding("packs", "fault", str(error))
        return
    wrong = list(_wrong_examples(packs))
    organs = sum(1 for _ in packs.rows("organ"))
    held = f"languages {', '.join(packs.languages)}; {organs} bodies"
    yield Finding("packs", "in order", held)
    says = _some(wrong) or "every pattern finds its examples, and nothing in its counter-examples"
    yield Finding("patterns", "fault" if wrong else "in order", says)


def _wrong_examples(packs: Packs) -> Iterator[str]:
    for pack in packs.languages.values():
        for cue in (cue for cues in pack.sections.values() for cue in cues):
            where = f"{pack.code}, {cue.section} {cue.value}"
            for example in cue.examples:
                if not cue.pattern.search(fold(example.text)):
                    yield f"{where}: not found in {example.text!r}"
            for example in cue.counterexamples:
                if cue.pattern.search(fold(example.text)):
                    yield f"{where}: found in {example.text!r}"


def of_calibration() -> Finding:
    """Whether the confidence of rules was measured."""
    rules = measured()
    if not rules:
        says = "not measured: `mandates evaluate KEY --calibrate` does it"
        return Finding("confidence", "note", says)
    cases = sum(count for _, count in rules.values())
    return Finding("confidence", "in order", f"{len(rules)} rules measured on {cases} edges")


def of_store(url: str) -> Iterator[Finding]:
    """The store: whether it opens, is current, and holds only what the model declares."""
    try:
        with open_store(url, create=False, prompt=password_prompt()) as store:
            yield from _inside(store)
    except MandatesError as error:
        absent = "no such store" in str(error)
        yield Finding("store", "note" if absent else "fault", str(error))


def _inside(store: Store) -> Iterator[Finding]:
    manifest = store.manifest()
    readings = store.readings()
    if not manifest:
        says = f"{store.url}: no graph was built in it yet; run `mandates build PATH…`"
        yield Finding("store", "note", says)
        return
    counts = manifest.get("counts", {})
    held = ", ".join(f"{count} {name}" for name, count in counts.items())
    yield Finding("store", "in order", f"{store.url}: {len(readings)} readings, {held}")
    old = [one.name for one in readings if not is_current(one)]
    says = f"{len(old)} were made by another version: build again" if old else "all are current"
    yield Finding("readings", "note" if old else "in order", says)
    faults = list(load_model().faults(Graph(tuple(store.nodes()), tuple(store.edges()))))
    says = _some(faults) or "every node and edge is as declared, every edge has evidence"
    yield Finding("model", "fault" if faults else "in order", says)
    yield _structure(store)
    for kind, title in (
        ("unresolved", "names that no pack knows, or that a text does not settle"),
        ("suspect", "symbols that look misprinted"),
        ("disagreement", "places where texts disagree"),
    ):
        count = sum(1 for _ in store.remarks(kind))
        says = f"{count} {title}" + ("; `mandates gaps` lists them" if count else "")
        yield Finding(kind, "note" if count else "in order", says)


def _structure(store: Store) -> Finding:
    """Which documents have a text whose structure was hardly seen."""
    shares = {
        node.id: float(node.properties["understood"])
        for node in store.nodes()
        if node.properties.get("understood") is not None
    }
    poor = sorted((share, id) for id, share in shares.items() if share < ENOUGH_UNDERSTOOD)
    listed = [f"{id} {share:.0%}" for share, id in poor]
    says = _some(listed) or f"at least {ENOUGH_UNDERSTOOD:.0%} of every text has a place in one"
    return Finding("structure", "note" if poor else "in order", says)


def _some(faults: list[str]) -> str:
    more = f"; and {len(faults) - SHOWN} more" if len(faults) > SHOWN else ""
    return "; ".join(faults[:SHOWN]) + more
