"""What every test may ask for: the corpus, a browser, examples without a clock."""

from __future__ import annotations

import os
import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.neo4j.server import Account, OwnServer, Server

CHECKOUT = Path(__file__).resolve().parent.parent
IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}

# A busy machine is no failure of the code: no deadline for a single example. In CI the examples
# are the same every time, so that a red run can be had again.
settings.register_profile("mandates", deadline=None, derandomize=IN_CI)
settings.load_profile("mandates")


# `-n 2` runs the files of tests side by side; what asks a Neo4j server stays on one worker, because
# every such test begins with an empty database and a server of its own costs a minute.
ASKS_NEO4J = {"neo4j_server", "_secured_server"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Name the worker of every test: a file is one group, all files that ask Neo4j are one."""
    files = {
        item.path
        for item in items
        if item.get_closest_marker("neo4j") or ASKS_NEO4J & set(getattr(item, "fixturenames", ()))
    }
    for item in items:
        group = "neo4j" if item.path in files else str(item.path)
        item.add_marker(pytest.mark.xdist_group(group))


def _lacking(what: str) -> None:
    """Skip with a word to the reader; in CI nothing that is lacking may pass unseen."""
    if IN_CI:
        pytest.fail(what)
    warnings.warn(f"skipped: {what}", stacklevel=2)
    pytest.skip(what)


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The root of the project's files."""
    return CHECKOUT


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real documents: MANDATES_CORPUS, else `shared/corpus` beside the checkout."""
    folder = Path(os.environ.get("MANDATES_CORPUS", CHECKOUT.parent / "shared" / "corpus"))
    if not (folder / "untoc").is_dir():
        _lacking(f"{folder}: no corpus there; set MANDATES_CORPUS to the folder that holds untoc/")
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium for browser tests: MANDATES_CHROMIUM, else the one on the PATH."""
    names = (os.environ.get("MANDATES_CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None:
        _lacking("no Chromium on the PATH: install one, or set MANDATES_CHROMIUM to its path")
    return str(found)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A browser without a window, which itself asks the network for nothing."""
    from playwright.sync_api import sync_playwright

    quiet = ["--disable-quic", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync", *quiet],
        )
        yield started
        started.close()


@pytest.fixture(scope="session")
def tesseract() -> str:
    """The program that reads scans."""
    found = shutil.which("tesseract")
    if found is None:
        _lacking("no Tesseract on the PATH: install it (Debian, Ubuntu: apt install tesseract-ocr)")
    return str(found)


@pytest.fixture(scope="session")
def digests(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a store of the digests in `data/`, built once: to be read, not written."""
    from commands.build import build
    from graph.stores import open_store

    url = f"sqlite:///{tmp_path_factory.mktemp('digests') / 'mandates.sqlite'}"
    with open_store(url) as store:
        build([checkout / "data"], store)
    return url


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A Neo4j server for all tests: at NEO4J_URI if set, else in Docker, else the assembled one."""
    from tests.neo4j.choice import named_server

    if server := named_server():
        yield server
    else:
        yield from _own_server(tmp_path_factory, None)


@pytest.fixture
def neo4j_url(neo4j_server: Server, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a Neo4j database without a node; the environment names it and no other."""
    from tests.neo4j.server import ForeignNodes

    try:
        neo4j_server.empty()
    except ForeignNodes as refusal:
        pytest.fail(f"{refusal}: the tests delete nothing there; name another, or unset NEO4J_URI")
    _enter(neo4j_server, monkeypatch)
    return neo4j_server.url


@pytest.fixture(scope="session")
def _secured_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OwnServer]:
    from tests.neo4j.server import Account

    yield from _own_server(tmp_path_factory, Account("neo4j", "a-word-for-the-tests"))


@pytest.fixture
def neo4j_secured(_secured_server: OwnServer, monkeypatch: pytest.MonkeyPatch) -> OwnServer:
    """A running, empty Neo4j of the tests' own that lets in only who knows the password.

    A test may stop, kill and start it again; the next test finds it running.
    """
    _secured_server.start()
    _secured_server.empty()
    _enter(_secured_server, monkeypatch)
    return _secured_server


def _own_server(folders: pytest.TempPathFactory, account: Account | None) -> Iterator[OwnServer]:
    from tests.neo4j.assembled import NotAssembled
    from tests.neo4j.choice import own_server

    try:
        server = own_server(folders.mktemp("neo4j"), account)
    except NotAssembled as missing:
        _lacking(f"no NEO4J_URI, no Docker engine, and {missing}")
    try:
        server.start()
        yield server
    finally:
        server.remove()


def _enter(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the environment name this server and how to get in."""
    from tests.neo4j.server import VARIABLES

    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    for variable, value in server.environment.items():
        monkeypatch.setenv(variable, value)
