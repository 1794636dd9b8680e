"""A Neo4j server that a test asks: where it is, how to get in, and how it is emptied."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass

import neo4j
from neo4j.exceptions import Neo4jError, ServiceUnavailable, SessionExpired

OURS = "Mandates"  # the label of every node that the product writes
PAUSE = 0.2  # seconds between two questions
PORTION = 10_000  # nodes deleted in one transaction: a small heap holds them
VARIABLES = ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE")


class ForeignNodes(Exception):
    """The database holds nodes that are not ours: it is not emptied."""


@dataclass(frozen=True, slots=True)
class Account:
    """Who asks."""

    user: str
    password: str


@dataclass(slots=True)
class Server:
    """A server that is running, `ours` if the tests started it: then all of it may be deleted."""

    url: str
    account: Account | None = None
    database: str | None = None
    ours: bool = False

    @property
    def environment(self) -> dict[str, str]:
        """The variables by which a command finds its way in; the others must not be set."""
        values = {"NEO4J_URI": self.url}
        if self.account:
            values |= {
                "NEO4J_USERNAME": self.account.user,
                "NEO4J_PASSWORD": self.account.password,
            }
        if self.database:
            values["NEO4J_DATABASE"] = self.database
        return values

    def driver(self) -> neo4j.Driver:
        """A driver of the caller's own, to look at what the code under test left behind."""
        auth = (self.account.user, self.account.password) if self.account else None
        return neo4j.GraphDatabase.driver(self.url, auth=auth)

    def ask(self, query: str, **parameters: object) -> list[dict[str, object]]:
        """The rows that a query brings, each a dictionary by column.

        Asked once: a managed transaction would go on asking a server that is down for half a minute.
        """
        with self.driver() as driver, driver.session(database=self.database) as session:
            return session.run(query, parameters).data()

    def empty(self) -> None:
        """Delete every node. Raises ForeignNodes for a server of somebody's that holds others' nodes."""
        if not self.ours:
            foreign = f"MATCH (n) WHERE NOT n:{OURS} RETURN count(n) AS nodes"
            if (nodes := self.ask(foreign)[0]["nodes"]) != 0:
                raise ForeignNodes(f"{self.url} holds {nodes} nodes without the label {OURS}")
        portion = f"MATCH (n) WITH n LIMIT {PORTION} DETACH DELETE n RETURN count(n) AS deleted"
        while self.ask(portion)[0]["deleted"] != 0:
            pass

    def without_schema(self) -> None:
        """Drop every constraint and index, but for those that Neo4j finds labels by."""
        for kind, besides in (("CONSTRAINT", ""), ("INDEX", "WHERE type <> 'LOOKUP'")):
            for row in self.ask(f"SHOW {kind} YIELD * {besides} RETURN name"):
                self.ask(f"DROP {kind} `{row['name']}`")


class OwnServer(Server, ABC):
    """A server that the tests start and end; what it holds outlives `stop` and `kill`."""

    __slots__ = ()

    @abstractmethod
    def start(self) -> None:
        """Start it where it does not run, and wait until it answers."""

    @abstractmethod
    def stop(self) -> None:
        """End it in order."""

    @abstractmethod
    def kill(self) -> None:
        """End it at once, as if the machine had failed."""

    @abstractmethod
    def remove(self) -> None:
        """End it and leave nothing of it behind."""


def wait_until_it_answers(server: Server, is_running: Callable[[], bool], within: float) -> None:
    """Wait for the first answer to a query.

    Raises ServiceUnavailable if the server ended by itself, or does not answer within so many
    seconds.
    """
    deadline = time.monotonic() + within
    while time.monotonic() < deadline and is_running():
        try:
            server.ask("RETURN 1 AS answer")
        except (Neo4jError, ServiceUnavailable, SessionExpired):
            time.sleep(PAUSE)  # the port is open before the database is
        else:
            return
    how = f"no answer in {within:.0f} seconds" if is_running() else "it ended by itself"
    raise ServiceUnavailable(f"{server.url}: {how}")
