"""Loading: a store copied into Neo4j, batch by batch, and compared with its source at the end.

It may be stopped at any moment, and run again: what is there is written anew in its place, what
the source no longer has leaves at the end, and until all is compared the copy says of itself that
it is not complete.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from secrets import token_hex

from neo4j import ManagedTransaction

from graph.loading.comparing import Held, held, refuse_difference
from graph.loading.sending import Sending
from graph.loading.stages import stages_of
from graph.model.content import Tally
from graph.model.cypher import OWNED
from graph.model.errors import StoreError
from graph.stores import Store
from graph.stores.neo4j.connection import Connection
from graph.stores.neo4j.kept import MANIFEST
from graph.stores.neo4j.writing import drop_what_is_not, put_manifest

__all__ = ["Held", "Loaded", "Progressing", "load"]

Progressing = Callable[[str, int, int | None], None]
DROPPED_AT_ONCE = 20_000


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did: its name, which all that it wrote bears; what the copy holds, and lost."""

    name: str
    holds: Held
    dropped: int


def load(
    source: Store,
    target: Connection,
    progress: Progressing = lambda stage, done, total: None,
) -> Loaded:
    """Make the graph in `target` a copy of the one in `source`, and compare them.

    `progress` hears of each stage by its name, how much of it is done, and of how much, where that
    is known. Raises StoreError: before anything is touched where the source has no graph or the
    database holds something else; later where the server goes away, another load begins there or
    the copy is not equal. Then what was written stays, and the next load completes it.
    """
    manifest = source.manifest()
    if not manifest:
        raise StoreError(f"{source.url}: holds no graph yet; make one with `mandates build PATH…`")
    target.refuse_foreign()
    target.prepare()
    name = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {token_hex(4)}"
    target.write(lambda tx: _begin(tx, name))
    try:
        with _no_search_for_rings(), Sending(target, name) as sending:
            sent = _send(source, sending, progress)
            dropped = _drop(sending, progress)
            refuse_difference(target.address.url, sent, held(target, progress))
            _complete(sending, sent, manifest)
    except StoreError as error:
        raise StoreError(f"{error} (what was loaded stays: the same command goes on)") from error
    return Loaded(name, sent, dropped)


@contextmanager
def _no_search_for_rings() -> Iterator[None]:
    """Python looks for objects that hold each other, through every row that waits to be sent, again
    and again; rows do not, and without it a relation takes half the time here.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _begin(tx: ManagedTransaction, name: str) -> None:
    # Two loads that began at one moment have made two.
    tx.run(f"MATCH (m:{MANIFEST}:{OWNED}) DELETE m").consume()
    put_manifest(tx, state="loading", loaded=name)


def _send(source: Store, sending: Sending, progress: Progressing) -> Held:
    """Send all that the source has; what that was."""
    tally = Tally()
    beside: dict[str, int] = {}
    for stage in stages_of(source, tally):
        done = 0
        progress(stage.name, done, stage.total)
        for batch in stage.batches:
            sending.send(batch.put)
            done += batch.size
            progress(stage.name, done, stage.total)
        sending.wait()  # relations need their ends
        if stage.label:
            beside[stage.label] = done
    return Held(tally.content(), {**beside, MANIFEST: 1})


def _drop(sending: Sending, progress: Progressing) -> int:
    """Take away what earlier loads wrote and this one did not; how much that was."""
    dropped = 0
    progress("dropping", dropped, None)
    while gone := sending.done(lambda tx, name: drop_what_is_not(tx, name, DROPPED_AT_ONCE)):
        dropped += gone
        progress("dropping", dropped, None)
    return dropped


def _complete(sending: Sending, sent: Held, manifest: Mapping[str, object]) -> None:
    record = json.dumps(dict(manifest), ensure_ascii=False)
    sending.done(
        lambda tx, name: put_manifest(
            tx, state="complete", content=sent.graph.hash, record=record, loaded=name
        )
    )
