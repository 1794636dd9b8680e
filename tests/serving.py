"""A server that a test starts: a free port for it, and the wait until it answers."""

from __future__ import annotations

import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

PAUSE = 0.25  # seconds between two questions


def free_port() -> int:
    """A port of this machine that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


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
