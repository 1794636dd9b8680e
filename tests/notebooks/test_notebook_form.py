"""Every notebook is made alike: a question, words before each step, nothing that was printed."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from tests.notebooks.execution import NOTEBOOKS, asks_neo4j

LONGEST_CELL = 25  # lines: a step that can be taken in at a glance
# What an analyst has who has only a store, `pip install` and the notebooks.
AT_HAND = {
    *("graph", "pandas", "networkx", "matplotlib", "IPython"),
    *("os", "re", "math", "itertools", "collections", "textwrap", "pathlib", "tempfile"),
}
WITH_NEO4J = {*AT_HAND, "neo4j"}
# An id, a symbol or the number of a decision: examples are taken from what the store holds.
FIXED = re.compile(
    r"^(?:dec|res|doc|item|session|body|wg|actor|art|inst|rule|topic):\S|\b\d+/(?:CP|CMP)\b|\b\d+/\d+\b|"
    r"\b[A-Z]+/[A-Z]+/\d+"
)


def test_the_notebooks_are_numbered() -> None:
    numbers = [int(path.stem.partition("-")[0]) for path in NOTEBOOKS]
    assert numbers == sorted(set(numbers))
    assert all(re.fullmatch(r"\d\d(-[a-z0-9]+)+", path.stem) for path in NOTEBOOKS)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_what_it_printed(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    for cell in _code(notebook):
        assert cell.outputs == [], cell.source
        assert cell.execution_count is None, cell.source


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_opens_with_its_question_and_says_what_each_step_does(path: Path) -> None:
    cells = nbformat.read(path, as_version=4).cells
    assert cells[0].cell_type == "markdown"
    assert re.match(r"# .+\?\n", cells[0].source), cells[0].source
    for before, cell in zip(cells, cells[1:], strict=False):
        if cell.cell_type == "code":
            assert before.cell_type == "markdown", f"no words before: {cell.source}"
            assert len(cell.source.splitlines()) <= LONGEST_CELL, cell.source


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_ends_with_a_sentence_made_of_what_it_found(path: Path) -> None:
    last = ast.parse(_code(nbformat.read(path, as_version=4))[-1].source)
    shown = last.body[-1]
    assert isinstance(shown, ast.Expr), ast.unparse(shown)
    assert ast.unparse(shown).startswith("Markdown("), ast.unparse(shown)
    assert any(isinstance(node, ast.FormattedValue) for node in ast.walk(last))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_takes_its_examples_from_the_store(path: Path) -> None:
    programme = _programme(path)
    texts = [node.value for node in ast.walk(programme) if isinstance(node, ast.Constant)]
    assert [text for text in texts if isinstance(text, str) and FIXED.search(text)] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_needs_the_graph_and_what_draws_it(path: Path) -> None:
    names = {
        name
        for node in ast.walk(_programme(path))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [str(node.module)]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert {name.partition(".")[0] for name in names} <= (
        WITH_NEO4J if asks_neo4j(path) else AT_HAND
    )


def test_the_list_of_notebooks_has_the_question_of_each() -> None:
    listed = (NOTEBOOKS[0].parent / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| \[\d\d\]\((.+)\) \| (.+) \|$", listed, re.MULTILINE)
    questions = {
        path.name: nbformat.read(path, as_version=4).cells[0].source.splitlines()[0]
        for path in NOTEBOOKS
    }
    assert {name: f"# {question}" for name, question in rows} == questions


def _programme(path: Path) -> ast.Module:
    return ast.parse("\n".join(cell.source for cell in _code(nbformat.read(path, as_version=4))))


def _code(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]
