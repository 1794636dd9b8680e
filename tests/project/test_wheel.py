"""The wheel is whole: installed elsewhere, without a network, it does what the checkout does."""

import os
import site
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.project.project_files import project_files
from tests.project.readme_blocks import python_shown
from tests.serving import STARTS_WITHIN, app_running, free_port

PACKAGES = ("commands", "ingest", "graph", "views")

pytestmark = pytest.mark.packaging


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
        + ["--no-index", "--wheel-dir", str(folder), str(checkout)],
        check=True,
    )
    (built,) = folder.glob("mandates-*.whl")
    return built


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` of a new environment with the wheel; the dependencies are lent by this one.

    A path in a `.pth` file adds that folder's packages, but not its own `.pth` files: the editable
    install of the checkout stays out of sight.
    """
    folder = tmp_path_factory.mktemp("else where")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = next(folder.glob("[bS]*/python*"))
    packages = subprocess.run(
        [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    lent = "\n".join(site.getsitepackages())
    Path(packages, "lent.pth").write_text(lent, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet"]
        + ["--no-deps", "--no-index", "--force-reinstall", "--prefix", str(folder), str(wheel)],
        check=True,
    )
    return python.parent


def _run(program: Path, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(program), *words],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=120,
        env=_environment(),
    )


def _environment() -> dict[str, str]:
    """This one, less what would let the checkout be found, and without a browser window."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return kept | {"STREAMLIT_SERVER_HEADLESS": "true", "PYTHONUTF8": "1"}


def test_it_holds_every_file_of_the_packages_and_the_bundle(checkout: Path, wheel: Path) -> None:
    of_the_checkout = project_files(checkout, *PACKAGES, "data")
    expected = {
        f"commands/_bundle/{name}" if name.startswith("data/") else name for name in of_the_checkout
    } | {
        f"commands/_bundle/{name}"
        for name in ("app.py", "docs/accuracy.json", ".streamlit/config.toml")
    }
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert held == expected


def test_it_brings_the_command_and_the_finder_for_spacy(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (listed,) = (n for n in archive.namelist() if n.endswith(".dist-info/entry_points.txt"))
        entry_points = archive.read(listed).decode()
    assert "mandates = commands:main" in entry_points
    assert "un_references = ingest.spacy_component:make_un_references" in entry_points


def test_nothing_of_the_checkout_is_used(elsewhere: Path, checkout: Path, tmp_path: Path) -> None:
    asked = (
        "import ingest, graph, views, commands.bundle as b; print(b.app_file(), ingest.__file__)"
    )
    answer = _run(elsewhere / "python", "-c", asked, cwd=tmp_path)
    assert answer.returncode == 0, answer.stderr
    assert str(elsewhere.parent) in answer.stdout
    assert str(checkout) not in answer.stdout


@pytest.mark.parametrize("words", [["--help"], ["build", "--help"], ["app", "--help"]])
def test_help_in_an_empty_folder(elsewhere: Path, tmp_path: Path, words: list[str]) -> None:
    answer = _run(elsewhere / "mandates", *words, cwd=tmp_path)
    assert answer.returncode == 0, answer.stderr
    assert "Usage" in answer.stdout


def test_the_digests_it_carries_build_a_graph(elsewhere: Path, tmp_path: Path) -> None:
    asked = "from commands.bundle import digests_folder; print(digests_folder())"
    digests = _run(elsewhere / "python", "-c", asked, cwd=tmp_path).stdout.strip()
    built = _run(elsewhere / "mandates", "build", digests, cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    traced = _run(elsewhere / "mandates", "trace", "3/2", cwd=tmp_path)
    assert traced.returncode == 0, traced.stderr
    assert "CTOC/COP/2008" in traced.stdout


def test_three_lines_of_the_readme_give_a_chain(
    elsewhere: Path, checkout: Path, tmp_path: Path
) -> None:
    """What an analyst has: the wheel, a store file, and the first lines of Python in the README."""
    digests = [str(path) for path in (checkout / "data").glob("*.txt")]
    built = _run(elsewhere / "mandates", "build", *digests, cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    shown = python_shown(checkout / "README.md")[0]
    assert len([line for line in shown.splitlines() if line]) == 3
    asked = (
        f"{shown}\nimport networkx\nprint(type(chain) is networkx.MultiDiGraph, len(chain) > 20)"
    )
    answer = _run(elsewhere / "python", "-c", asked, cwd=tmp_path)
    assert answer.stdout.split() == ["True", "True"], answer.stderr


@pytest.fixture
def served(elsewhere: Path, tmp_path: Path) -> Iterator[str]:
    """The address of `mandates app`, started in an empty folder."""
    port = free_port()
    log = tmp_path / "app.log"
    empty = tmp_path / "empty"
    empty.mkdir()
    command = [str(elsewhere / "mandates"), "app"]
    environment = _environment() | {"STREAMLIT_SERVER_PORT": str(port)}
    with app_running(command, port, log, environment=environment, folder=empty) as address:
        yield address


@pytest.mark.browser
def test_the_app_shows_a_decision_in_an_empty_folder(served: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{served}/?page=trace&id=3/2&lang=en")
    page.get_by_role("heading", name="Decision 3/2").first.wait_for(timeout=STARTS_WITHIN * 1000)
    trouble = page.get_by_test_id("stException").count()
    page.close()
    assert trouble == 0
