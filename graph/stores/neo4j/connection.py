"""The connection to a Neo4j database: what is read, what is written, and what may not be."""

from __future__ import annotations

import atexit
import logging
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    Driver,
    GraphDatabase,
    ManagedTransaction,
    NotificationMinimumSeverity,
    Query,
    Record,
    RoutingControl,
    Session,
    unit_of_work,
)
from neo4j.exceptions import DriverError, Neo4jError, TransientError

from graph.model.cypher import OWNED, statements
from graph.model.errors import StoreError
from graph.model.schema import load_model
from graph.stores.neo4j.address import Address
from graph.stores.neo4j.faults import fault
from graph.stores.neo4j.readonly import refuse_writing

Result = TypeVar("Result")
PATIENCE = 10.0  # seconds to reach a server, and to try again what failed in passing
SECONDS = 30.0  # that a question may take
HOUR = 3_600.0  # that reading a whole graph may take, with whatever is done with it
# How often a write begins anew that the driver gave up: on a busy machine, two that wait for each
# other at the same nodes, of which the server ends one, meet again and again.
MEETINGS = 5
DEADLOCK = "Neo.TransientError.Transaction.DeadlockDetected"
LIMIT = 1_000  # rows that it may bring
# The driver tells its log of every new try; where nobody listens, Python would print that.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows of a query, each by column; `cut` says that there were more than were asked for."""

    columns: tuple[str, ...]
    rows: tuple[Mapping[str, Any], ...]
    cut: bool


class Connection:
    """Sessions with one database. Every method may raise StoreError.

    Connections to one server share what is under them for as long as the program runs: a page asks
    dozens of questions, and each would have to shake hands first.
    """

    def __init__(self, address: Address) -> None:
        self.address = address
        self._driver = _driver(address)

    def rows(self, query: str, **parameters: Any) -> list[Record]:
        """Everything that a statement of our own reads, in a transaction that is tried again."""
        with self._told():
            return self._driver.execute_query(
                Query(query, timeout=SECONDS),
                parameters,
                routing_=RoutingControl.READ,
                database_=self.address.database,
                result_transformer_=list,
            )

    def stream(self, query: str, **parameters: Any) -> Iterator[Record]:
        """What a statement of our own reads, row by row: more than memory holds.

        What was given cannot be taken back, so this is not tried again where the connection breaks.
        """
        with self._session(READ_ACCESS) as session, session.begin_transaction(timeout=HOUR) as tx:
            yield from tx.run(query, parameters)

    def read(
        self,
        query: str,
        parameters: Mapping[str, Any] | None = None,
        limit: int = LIMIT,
        seconds: float = SECONDS,
    ) -> Answer:
        """Put a query from outside, which must not write: `limit` rows of it, within `seconds`.

        Three walls stand before a write: the type of the plan, the steps and procedures in it, and
        a transaction in which the server itself only reads.
        """

        @unit_of_work(timeout=seconds)
        def work(tx: ManagedTransaction) -> Answer:
            refuse_writing(tx, query, parameters or {}, self.address.url)
            found = tx.run(query, dict(parameters or {}))
            # One more than asked for tells whether that was all.
            rows = found.fetch(limit + 1)
            return Answer(tuple(found.keys()), tuple(map(dict, rows[:limit])), len(rows) > limit)

        with self._session(READ_ACCESS) as session:
            return session.execute_read(work)

    def write(self, work: Callable[[ManagedTransaction], Result]) -> Result:
        """Do `work` in one transaction; it is done again where the server asks for that."""
        with self._session(WRITE_ACCESS) as session:
            for _ in range(MEETINGS):
                try:
                    return session.execute_write(work)
                except TransientError as error:
                    if error.code != DEADLOCK:
                        raise
            return session.execute_write(work)

    def refuse_foreign(self) -> None:
        """Raise StoreError if the database holds nodes that are not ours."""
        # Two counts that the database keeps, instead of a look at every node.
        everything, ours = (
            self.rows(f"MATCH {pattern} RETURN count(n) AS nodes")[0]["nodes"]
            for pattern in ("(n)", f"(n:{OWNED})")
        )
        foreign = everything - ours
        if not foreign:
            return
        named = self.rows(
            f"MATCH (n) WHERE NOT n:{OWNED} UNWIND labels(n) AS label WITH label LIMIT 1000 "
            "RETURN DISTINCT label ORDER BY label LIMIT 3"
        )
        labels = f" ({', '.join(':' + row['label'] for row in named)} …)" if named else ""
        raise StoreError(
            f"{self.address.url}: holds {foreign} nodes of something else{labels}: nothing was "
            "changed; name an empty database, at the end of the address or with NEO4J_DATABASE",
            "foreign",
        )

    def prepare(self) -> None:
        """Make the constraints and indexes that are not there yet, and wait until they serve."""
        with self._session(WRITE_ACCESS) as session:
            there = {
                row["name"]
                for kind in ("CONSTRAINTS", "INDEXES")
                for row in session.run(f"SHOW {kind} YIELD name")
            }
            missing = [one for one in statements(load_model()) if _name(one) not in there]
            for statement in missing:
                session.run(statement).consume()
            if missing:
                session.run("CALL db.awaitIndexes(300)").consume()

    def close(self) -> None:
        """Nothing is left open between two questions; what is shared is closed at the end."""

    @contextmanager
    def _session(self, mode: str) -> Iterator[Session]:
        with (
            self._told(),
            self._driver.session(
                database=self.address.database,
                default_access_mode=mode,
                # In a cluster, what one session wrote is there for whoever asks next.
                bookmark_manager=self._driver.execute_query_bookmark_manager,
            ) as session,
        ):
            yield session

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (DriverError, Neo4jError) as error:
            raise fault(self.address, error) from error
        except (OverflowError, UnicodeEncodeError) as error:
            # integers beyond 64 bits, halves of characters
            raise StoreError(f"{self.address.url}: Neo4j cannot keep this: {error}") from error


_drivers: dict[tuple[str, str | None, str], Driver] = {}
_making = threading.Lock()  # the application asks from several threads


def _driver(address: Address) -> Driver:
    key = (address.server, address.user, address.password)
    with _making:
        if key not in _drivers:
            _drivers[key] = _connected(address)
        return _drivers[key]


def _connected(address: Address) -> Driver:
    driver: Driver | None = None
    try:
        driver = GraphDatabase.driver(
            address.server,
            auth=(address.user, address.password) if address.user else None,
            connection_timeout=PATIENCE,
            connection_acquisition_timeout=2 * PATIENCE,
            max_transaction_retry_time=PATIENCE,
            # Our statements ask for labels that an empty database does not have yet; the server
            # would warn of each.
            notifications_min_severity=NotificationMinimumSeverity.OFF,
            user_agent="mandates",
        )
        # Here, and not with the first question: a question would be tried again and again.
        driver.verify_connectivity()
    except (DriverError, Neo4jError, ValueError) as error:
        if driver:
            driver.close()
        if isinstance(error, ValueError):
            raise StoreError(f"{address.url}: {error}") from error
        raise fault(address, error) from error
    return driver


@atexit.register
def _close_drivers() -> None:
    for driver in _drivers.values():
        driver.close()


def _name(statement: str) -> str:
    """What a statement of the schema makes: the word before IF NOT EXISTS."""
    return statement.partition(" IF NOT EXISTS")[0].rpartition(" ")[2]
