"""Every notebook runs from top to bottom, without a network, and comes to its answer."""

from __future__ import annotations

import ast
import os
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode

CHECKOUT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((CHECKOUT / "notebooks").glob("*.ipynb"))
OFFLINE = Path(__file__).parent / "offline"
TIMEOUT = 120  # seconds for one cell, on a machine that is busy

# What a notebook must have found out: expressions over its variables, and their values.
FOUND = {
    "01-trace-a-decision.ipynb": {
        # the expert meeting on confiscation (r) and the workshops (t) each got their own document
        "documents_of['r']": ["CTOC/COP/2008/6"],
        "documents_of['t']": ["CTOC/COP/2008/5"],
        # a mandate that only its agenda item answers
        "mandates.loc['s', ['status', 'documents']].tolist()": ["on agenda", ""],
        # five provisions of one decision meet under one item of the next session
        "sorted(simple.predecessors('item:untoc-cop/4/2(c)'))": [
            f"dec:untoc-cop/3/2#{label}" for label in "agrst"
        ],
        "graph.in_degree(decision), graph.out_degree('item:untoc-cop/4/2(c)') > 3": (1, True),
        "int(status_counts.sum()) == len(mandates) > len(followed) > 0": True,
        "all(sentence and citation for sentence, citation in "
        "zip(evidence['sentence'], evidence['citation']))": True,
    },
}


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment of the kernel: the project importable, nothing outside to be reached."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(OFFLINE), str(CHECKOUT)]))
    monkeypatch.setenv("PYTHONUTF8", "1")


def run(notebook: NotebookNode, folder: Path) -> None:
    """Execute a notebook in a folder that knows nothing of the checkout."""
    client = NotebookClient(notebook, timeout=TIMEOUT, kernel_name="python3")
    client.execute(cwd=str(folder))


def test_every_notebook_has_something_to_find_out() -> None:
    assert [path.name for path in NOTEBOOKS] == sorted(FOUND)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_comes_to_its_answer(path: Path, tmp_path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    own = len(notebook.cells)
    asked = FOUND[path.name]
    notebook.cells += [nbformat.v4.new_code_cell(expression) for expression in asked]
    run(notebook, tmp_path)
    answers = [ast.literal_eval(_shown(cell, "text/plain")) for cell in notebook.cells[own:]]
    assert dict(zip(asked, answers, strict=True)) == asked
    assert not any(
        output.get("name") == "stderr" for cell in notebook.cells for output in _outputs(cell)
    ), "a warning in front of the reader"
    assert list(tmp_path.iterdir()) == [], "something was left behind"


def test_the_picture_is_complete_in_itself(tmp_path: Path) -> None:
    notebook = nbformat.read(CHECKOUT / "notebooks" / "01-trace-a-decision.ipynb", as_version=4)
    run(notebook, tmp_path)
    (picture,) = (
        _shown(cell, "text/html") for cell in notebook.cells if cell.get("id") == "picture"
    )
    assert "srcdoc=" in picture
    assert "CTOC/COP/2008/6" in picture
    assert "src=&quot;http" not in picture


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_what_it_printed(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert notebook.cells[0].cell_type == "markdown", "it opens with its question"
    for cell in notebook.cells:
        assert not _outputs(cell), cell.source
        assert cell.get("execution_count") is None, cell.source


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.create_connection(('192.0.2.1', 80), timeout=5)",
        "import urllib.request; urllib.request.urlopen('http://example.int/', timeout=5)",
    ],
)
def test_a_notebook_has_no_network(attempt: str, tmp_path: Path) -> None:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(attempt)])
    with pytest.raises(CellExecutionError, match="notebooks run without a network"):
        run(notebook, tmp_path)


def _outputs(cell: NotebookNode) -> list[NotebookNode]:
    return list(cell.get("outputs", []))


def _shown(cell: NotebookNode, form: str) -> str:
    (output,) = (one for one in _outputs(cell) if one.output_type == "execute_result")
    return str(output.data[form])
