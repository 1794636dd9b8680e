"""A server that a test starts: a free port for it, the wait until it answers, and its end."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PAUSE = 0.25  # seconds between two questions
STARTS_WITHIN = 90  # seconds; most of it imports, on a machine that is busy
ENDS_WITHIN = 20  # seconds


def free_port() -> int:
    """A port of this machine that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def app_running(
    command: list[str],
    port: int,
    log: Path,
    *,
    environment: dict[str, str],
    folder: Path | None = None,
) -> Iterator[str]:
    """The address of the app that a command serves at a port, as long as the context lasts.

    The command runs in `folder` (else in this one); what it says is written to `log`.
    """
    address = f"http://127.0.0.1:{port}"
    with log.open("w", encoding="utf-8") as said:
        server = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            start_new_session=True,  # the server may be a child of the command: both are ended
        )
        try:
            wait_until_served(address, server, log, STARTS_WITHIN)
            yield address
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(timeout=ENDS_WITHIN)


def wait_until_served(
    address: str, server: subprocess.Popen[bytes], log: Path, within: float
) -> None:
    """Wait until the app answers that it is healthy; fail with its log if it ends or takes too long."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        if server.poll() is not None:
            pytest.fail(f"the app ended by itself:\n{log.read_text(encoding='utf-8')}")
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2) as answer:
                if answer.read() == b"ok":
                    return
        except (urllib.error.URLError, OSError):
            pass
        time.sleep(PAUSE)
    pytest.fail(f"the app did not serve in time:\n{log.read_text(encoding='utf-8')}")
