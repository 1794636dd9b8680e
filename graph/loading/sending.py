"""Batches on their way to the server: the next are made while it works on the last."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Any, Self, TypeVar

from neo4j import ManagedTransaction

from graph.model.cypher import OWNED
from graph.model.errors import StoreError
from graph.stores.neo4j.connection import Connection
from graph.stores.neo4j.kept import MANIFEST

Result = TypeVar("Result")
Put = Callable[[ManagedTransaction, str], Result]  # of a transaction and the name of the load
# One session: two at a time wait for each other's nodes, and what is tried again costs more than
# the second brings.
SESSIONS = 1
AHEAD = 2  # batches made and not yet sent: what is held in memory


class Sending:
    """Transactions of one load, a few at a time, each only while no other load has begun."""

    def __init__(self, target: Connection, name: str) -> None:
        self._target = target
        self._name = name
        self._pool = ThreadPoolExecutor(SESSIONS, thread_name_prefix="load")
        self._under_way: deque[Future[Any]] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._pool.shutdown(cancel_futures=True)

    def send(self, put: Put[Any]) -> None:
        """Have `put` done in a transaction of its own, later; raises StoreError of earlier ones."""
        if len(self._under_way) == SESSIONS + AHEAD:
            self._under_way.popleft().result()
        self._under_way.append(self._pool.submit(self.done, put))

    def wait(self) -> None:
        """Come back when all that was sent is done; raises StoreError if some of it cannot be."""
        while self._under_way:
            self._under_way.popleft().result()

    def done(self, put: Put[Result]) -> Result:
        """Do `put` in a transaction of its own, now."""

        def work(tx: ManagedTransaction) -> Result:
            self._refuse_another_load(tx)
            return put(tx, self._name)

        return self._target.write(work)

    def _refuse_another_load(self, tx: ManagedTransaction) -> None:
        # What two loads write would be of both, and each would take away what the other wrote.
        found = tx.run(
            f"MATCH (m:{MANIFEST}:{OWNED} {{loaded: $name}}) RETURN count(m) AS ours",
            name=self._name,
        ).single(strict=True)
        if found["ours"] != 1:
            raise StoreError(
                f"{self._target.address.url}: another load has begun here, and this one gives way"
            )
