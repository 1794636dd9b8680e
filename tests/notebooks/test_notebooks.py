"""Every notebook runs from top to bottom, without a network, and comes to its answer."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient.exceptions import CellExecutionError

from tests.notebooks.execution import CHECKOUT, LABELS, NOTEBOOKS, Executed, asks_neo4j, execute
from tests.notebooks.findings import check_what_a_reader_sees

OF_A_STORE = [path for path in NOTEBOOKS if not asks_neo4j(path)]
IN_FRAME = [path for path in OF_A_STORE if path.stem != "01-trace-a-decision"]

# What a notebook must have found out from the digests: expressions over its variables, and values.
FOUND = {
    "01-trace-a-decision": {
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
# Figures with Arabic labels.
IN_ARABIC: set[str] = set()


@pytest.fixture(scope="module", params=OF_A_STORE, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    """The notebooks, one after the other."""
    return Path(request.param)


@pytest.fixture(scope="module")
def folder(path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a notebook is executed."""
    return tmp_path_factory.mktemp("notebook")


@pytest.fixture(scope="module")
def executed(path: Path, folder: Path, digests: str) -> Executed:
    """A notebook on the graph of the digests."""
    asked = [*FOUND[path.stem], *([LABELS] if path in IN_FRAME else [])]
    notebook = nbformat.read(path, as_version=4)
    return execute(notebook, folder, {"MANDATES_STORE": digests}, asked)


def test_every_notebook_has_something_to_find_out() -> None:
    assert [path.stem for path in OF_A_STORE] == sorted(FOUND)


def test_a_notebook_comes_to_its_answer(path: Path, executed: Executed, folder: Path) -> None:
    expected = FOUND[path.stem]
    assert {asked: executed.answers[asked] for asked in expected} == expected
    assert executed.warnings == [], "a warning in front of the reader"
    assert list(folder.iterdir()) == [], "something was left behind"


def test_a_notebook_ends_with_a_figure_and_a_sentence(path: Path, executed: Executed) -> None:
    if path not in IN_FRAME:
        pytest.skip("of the older form")
    check_what_a_reader_sees(executed)
    arabic = any("\u0621" <= letter <= "\u064a" for letter in "".join(executed.answers[LABELS]))
    assert arabic is (path.stem in IN_ARABIC)


def test_the_picture_is_complete_in_itself(path: Path, executed: Executed) -> None:
    pictures = [
        str(cell.outputs[0].data["text/html"])
        for cell in executed.notebook.cells
        if cell.get("id") == "picture"
    ]
    for picture in pictures:
        assert "srcdoc=" in picture
        assert "CTOC/COP/2008/6" in picture
        assert "src=&quot;http" not in picture
    assert bool(pictures) is (path.stem == "01-trace-a-decision")


@pytest.fixture(scope="module")
def documents(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a store with several bodies, official texts and digests."""
    from commands.build import build
    from graph.stores import open_store

    chosen = [*sorted((corpus / "untoc").iterdir()), *sorted((corpus / "unfccc").glob("*_2016_*"))]
    url = f"sqlite:///{tmp_path_factory.mktemp('documents') / 'mandates.sqlite'}"
    with open_store(url) as store:
        build([CHECKOUT / "data", *chosen], store)
    return url


@pytest.mark.corpus
@pytest.mark.parametrize("path", IN_FRAME, ids=lambda path: path.stem)
def test_a_notebook_answers_from_a_richer_store(path: Path, documents: str, tmp_path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    check_what_a_reader_sees(execute(notebook, tmp_path, {"MANDATES_STORE": documents}, [LABELS]))


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
        execute(notebook, tmp_path, {})
