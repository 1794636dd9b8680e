"""What goes wrong between here and a Neo4j server, each in one line that says what to do."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from neo4j.exceptions import (
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from graph.model.errors import StoreError
from graph.stores.neo4j.address import Address

START = "`docker compose up -d neo4j` starts one"
MEMORY = (
    "the server's memory is too small for this: narrow the question down, or raise "
    "server.memory.heap.max_size"
)
# By the beginning of the server's status code; the longest that fits says it.
BY_CODE: Mapping[str, str] = MappingProxyType(
    {
        "Neo.ClientError.Security.Unauthorized": "wrong user or password: see NEO4J_USERNAME and "
        "NEO4J_PASSWORD",
        "Neo.ClientError.Security.AuthenticationRateLimit": "too many wrong passwords: wait a few "
        "seconds, then see NEO4J_USERNAME and NEO4J_PASSWORD",
        "Neo.ClientError.Security.CredentialsExpired": "the password must be changed first: log in "
        "with Neo4j Browser or cypher-shell and set another",
        "Neo.ClientError.Security.Forbidden": "the user {user} may not do this here: use one whose "
        "role may (NEO4J_USERNAME)",
        "Neo.ClientError.Database.DatabaseNotFound": "no database {database}: see the end of the "
        "address, or NEO4J_DATABASE",
        "Neo.TransientError.Database.DatabaseUnavailable": "the database is not running: see the "
        "server's logs, or name another database",
        "Neo.ClientError.Statement.AccessMode": "it would write; questions only read",
        "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase": "the database may only be read: see "
        "server.databases.read_only in the server's configuration",
        "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase": "the database may only be read: "
        "see server.databases.read_only in the server's configuration",
        "Neo.ClientError.Transaction.TransactionTimedOut": "it took longer than it may: narrow the "
        "question down, or give it more time",
        "Neo.TransientError.General.MemoryPoolOutOfMemory": MEMORY,
        "Neo.TransientError.General.OutOfMemory": MEMORY,
    }
)
# By what the connection failed with; the first that is found says it.
BY_CAUSE: Mapping[type[BaseException], str] = MappingProxyType(
    {
        socket.gaierror: "no server of this name is known: is the address right?",
        ssl.SSLError: "no encrypted connection: +s wants a certificate that can be verified, +ssc "
        "takes one that signed itself, and a server without TLS wants neither",
        ConnectionRefusedError: f"refused: is the server running? {START}",
        TimeoutError: "no answer: is the server running, and does a firewall let us through?",
    }
)


def fault(address: Address, error: DriverError | Neo4jError) -> StoreError:
    """The driver's error as one line: where, what was wrong, what to do."""
    unreachable = isinstance(error, ServiceUnavailable | SessionExpired)
    state = "unreachable" if unreachable else "unreadable"
    return StoreError(f"{address.url}: {_said(address, error)}", state)


def _said(address: Address, error: DriverError | Neo4jError) -> str:
    if isinstance(error, Neo4jError):
        return _said_by_server(address, error)
    if isinstance(error, ServiceUnavailable | SessionExpired):
        return _said_of_connection(error)
    if isinstance(error, ConfigurationError):
        return f"not an address to connect to: {_first_line(error)}"
    return _first_line(error)


def _said_by_server(address: Address, error: Neo4jError) -> str:
    code = error.code or ""
    fitting = [start for start in BY_CODE if code.startswith(start)]
    if not fitting:
        return _first_line(error)
    if fitting[0].endswith("Unauthorized") and not address.user:
        return "the server wants a user and a password: set NEO4J_USERNAME and NEO4J_PASSWORD"
    named = {"user": address.user or "(none)", "database": address.database or "by default"}
    return BY_CODE[fitting[0]].format(**named)


def _said_of_connection(error: DriverError) -> str:
    causes = tuple(_causes(error))
    for kind, said in BY_CAUSE.items():
        if any(isinstance(one, kind) for one in causes):
            return said
    return f"the server went away, or something else answers there: is it running? {START}"


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and what it came of; a server with several addresses fails once at each."""
    seen: list[BaseException] = [error]
    for one in seen:
        yield one
        parts = one.exceptions if isinstance(one, BaseExceptionGroup) else ()
        causes = (one.__cause__, one.__context__, *parts)
        seen += [cause for cause in causes if cause and cause not in seen]


def _first_line(error: DriverError | Neo4jError) -> str:
    told = (getattr(error, "message", None) or str(error) or type(error).__name__).strip()
    return str(told).splitlines()[0]
