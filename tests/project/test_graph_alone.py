"""`graph` works where neither the reader of documents nor the app is installed, and it is typed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ABSENT = ("ingest", "commands", "views", "spacy", "streamlit", "pyvis", "click", "rich", "docx")
ALONE = f"""
import sys
for name in {ABSENT!r}:
    sys.modules[name] = None  # importing it raises ImportError

import pkgutil
from importlib import import_module

import graph

for module in pkgutil.walk_packages(graph.__path__, "graph."):
    if module.name != "graph.ogm":  # needs py2neo, which is an extra
        import_module(module.name)

from graph import open_store

with open_store(sys.argv[1]) as store:
    answered = store.mandates().query("status == 'answered' and act.str.endswith('/3/2')")
    chain = store.chain("3/2")
    print(len(answered) > 1 and set(answered.explode("documents").documents.dropna()) <= set(chain))
"""
TYPED = """
from graph import OpenStore, open_store

store: OpenStore = open_store("mandates.sqlite")
id: str = store.find("3/2")
wrong: int = store.find("3/2")
"""


@pytest.fixture(scope="module")
def digests(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("alone") / "mandates.sqlite"
    run("-m", "commands", "build", str(checkout / "data"), "--store", f"sqlite:///{file}")
    return file


def run(*words: str) -> subprocess.CompletedProcess[str]:
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, *words],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def test_graph_works_alone(digests: Path) -> None:
    assert run("-c", ALONE, str(digests)).stdout.strip() == "True"


def test_the_public_interface_is_typed(tmp_path: Path) -> None:
    script = tmp_path / "typed.py"
    script.write_text(TYPED, encoding="utf-8")
    root = Path(__file__).resolve().parents[2]
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file", "pyproject.toml", script],
        cwd=root,
        env=os.environ | {"MYPYPATH": str(root)},
        capture_output=True,
        text=True,
        timeout=300,
    )
    faults = [line for line in checked.stdout.splitlines() if ": error:" in line]
    assert len(faults) == 1, checked.stdout + checked.stderr
    assert "typed.py:6" in faults[0]
    assert (root / "graph" / "py.typed").is_file()
