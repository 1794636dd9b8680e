"""The server as it runs: whom it answers, what it tells, what it takes. Asked, not read from a file."""

from __future__ import annotations

import http.client
import json
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from websockets.exceptions import InvalidStatus

from commands.bundle import streamlit_flags
from tests.serving import app_running, free_port
from tests.streaming import WITHIN, page_sent, stream

EVIL = "http://evil.example"


@pytest.fixture(scope="module")
def port(store_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The app as `mandates app` starts it, from a folder that has no settings."""
    folder = tmp_path_factory.mktemp("app")
    mandates = [str(Path(sys.executable).with_name("mandates")), "app", "--store", store_url]
    free = free_port()
    environment = os.environ | {"STREAMLIT_SERVER_HEADLESS": "true", "HOME": str(folder)}
    command = [*mandates, "--port", str(free)]
    with app_running(command, free, folder / "log", environment=environment):
        yield free


def answer(port: int, method: str, path: str, **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=WITHIN)
    connection.request(method, path, headers=headers)
    return connection.getresponse()


def test_only_this_machine_is_served(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=10):
        pass
    # another address of the same machine, as the network sees it: nobody listens there
    with pytest.raises(ConnectionRefusedError), socket.create_connection(("127.0.0.2", port)):
        pass


def test_the_page_is_told_to_report_to_nobody(port: int) -> None:
    with stream(port) as connection:
        sent = page_sent(connection)
    begun = next(one.new_session for one in sent if one.HasField("new_session"))
    assert begun.config.gather_usage_stats is False
    assert begun.config.allow_run_on_save is False
    assert begun.config.toolbar_mode == begun.config.ToolbarMode.MINIMAL


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("127.0.0.1", EVIL),
        ("127.0.0.1", "https://share.streamlit.io"),
        ("evil.example", EVIL),  # a name that was made to lead to this machine
    ],
)
def test_other_sites_get_no_page(port: int, host: str, origin: str) -> None:
    with pytest.raises(InvalidStatus) as refused, stream(port, host, origin):
        pass
    assert refused.value.response.status_code == 403


def test_other_sites_may_read_no_answer(port: int) -> None:
    for path in ("/_stcore/health", "/_stcore/host-config", "/"):
        found = answer(port, "GET", path, Origin=EVIL)
        assert found.getheader("Access-Control-Allow-Origin") in (None, f"http://127.0.0.1:{port}")
    told = json.loads(answer(port, "GET", "/_stcore/host-config").read())
    assert told["allowedOrigins"] == ["http://127.0.0.1"]


def test_nothing_is_taken(port: int) -> None:
    with stream(port) as connection:
        sent = page_sent(connection)
        session = next(one.new_session for one in sent if one.HasField("new_session"))
        path = f"/_stcore/upload_file/{session.initialize.session_id}/x"
        # without the token that only our own pages have
        assert answer(port, "PUT", path, Origin=EVIL).status in (400, 403)
        assert answer(port, "DELETE", path, Origin=EVIL).status in (400, 403)


def test_no_agent_drives_the_app(port: int) -> None:
    assert answer(port, "POST", "/_stcore/agent/interact").status in (403, 404, 405)


@pytest.fixture(scope="module")
def probed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[dict[str, Any], list[Any]]]:
    """The settings that a script finds when it is served as the app is, and what it sends."""
    folder = tmp_path_factory.mktemp("probe")
    told, free = folder / "settings.json", free_port()
    script = Path(__file__).with_name("probe.py")
    flags = [*streamlit_flags(), f"--server.port={free}", "--server.headless=true"]
    command = [sys.executable, "-m", "streamlit", "run", str(script), *flags]
    environment = os.environ | {"PROBED": str(told), "HOME": str(folder)}
    with (
        app_running(command, free, folder / "log", environment=environment),
        stream(free) as connection,
    ):
        sent = page_sent(connection)
        yield json.loads(told.read_text(encoding="utf-8")), sent


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("server.address", "127.0.0.1"),
        ("server.allowedHosts", ["127.0.0.1", "localhost"]),
        ("server.enableCORS", True),
        ("server.enableXsrfProtection", True),
        ("server.maxUploadSize", 0),
        ("server.enableAgentApi", False),
        ("server.enableStaticServing", False),
        ("server.fileWatcherType", "none"),
        ("browser.gatherUsageStats", False),
        ("client.showErrorDetails", "none"),
        ("client.showErrorLinks", "false"),
        ("runner.magicEnabled", False),
    ],
)
def test_a_served_script_runs_under(
    probed: tuple[dict[str, Any], list[Any]], setting: str, value: object
) -> None:
    assert probed[0][setting] == value


def test_a_fault_tells_the_browser_nothing(probed: tuple[dict[str, Any], list[Any]]) -> None:
    elements = [one.delta.new_element for one in probed[1] if one.HasField("delta")]
    assert any(one.HasField("markdown") for one in elements)
    (fault,) = (one.exception for one in elements if one.HasField("exception"))
    assert not list(fault.stack_trace)
    for kept_back in ("secret", "RuntimeError", "probe.py"):
        assert kept_back not in str(fault)
