"""The notebooks, and what they show when they are executed without a network."""

from __future__ import annotations

import ast
import base64
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

CHECKOUT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((CHECKOUT / "notebooks").glob("*.ipynb"))
OFFLINE = Path(__file__).parent / "offline"
TIMEOUT = 120  # seconds for one cell, on a machine that is busy
# All the words of a figure: by agreement the last one is called so.
LABELS = "[text.get_text() for text in figure.findobj(lambda one: hasattr(one, 'get_text'))]"


def asks_neo4j(path: Path) -> bool:
    """Whether a notebook is about a graph in Neo4j; all others read any store."""
    return "NEO4J_URI" in path.read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Executed:
    """A notebook after its execution, with the values of expressions over its variables."""

    notebook: NotebookNode
    answers: Mapping[str, Any]

    @property
    def warnings(self) -> list[str]:
        """What a reader would see on red ground."""
        return [one.text for one in self._outputs() if one.get("name") == "stderr"]

    @property
    def figure(self) -> bytes:
        """The last figure, in PNG."""
        return base64.b64decode(self._shown("image/png")[-1])

    @property
    def answer(self) -> str:
        """The sentence that the notebook ends with."""
        (sentence,) = (
            one.data["text/markdown"]
            for one in _code(self.notebook)[-1].outputs
            if "text/markdown" in one.get("data", {})
        )
        return str(sentence)

    def _shown(self, form: str) -> list[str]:
        return [one.data[form] for one in self._outputs() if form in one.get("data", {})]

    def _outputs(self) -> list[NotebookNode]:
        return [output for cell in _code(self.notebook) for output in cell.outputs]


def execute(
    notebook: NotebookNode,
    folder: Path,
    surroundings: Mapping[str, str],
    asked: Iterable[str] = (),
) -> Executed:
    """Execute a notebook in a folder that knows nothing of the checkout, then ask what it knows.

    `surroundings` are variables of the environment, such as MANDATES_STORE.
    """
    own = len(notebook.cells)
    asked = list(asked)
    notebook.cells += [nbformat.v4.new_code_cell(expression) for expression in asked]
    path = os.pathsep.join([str(OFFLINE), str(CHECKOUT)])
    environment = os.environ | {"PYTHONPATH": path, "PYTHONUTF8": "1"} | surroundings
    # Importing Streamlit, as tests of the app do, sets it, and no notebook would show a figure.
    environment.pop("MPLBACKEND", None)
    client = NotebookClient(notebook, timeout=TIMEOUT, kernel_name="python3")
    client.execute(cwd=str(folder), env=environment)
    values = [ast.literal_eval(_value(cell)) for cell in notebook.cells[own:]]
    notebook.cells = notebook.cells[:own]
    return Executed(notebook, dict(zip(asked, values, strict=True)))


def _code(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def _value(cell: NotebookNode) -> str:
    (output,) = (one for one in cell.outputs if one.output_type == "execute_result")
    return str(output.data["text/plain"])
