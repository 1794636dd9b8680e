"""Every notebook runs from top to bottom, without a network, and comes to its answer."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest
from nbclient.exceptions import CellExecutionError

from tests.notebooks.execution import LABELS, NOTEBOOKS, Executed, asks_neo4j, execute
from tests.notebooks.findings import check_what_a_reader_sees

OF_A_STORE = [path for path in NOTEBOOKS if not asks_neo4j(path)]

# What a notebook must have found out from the digests: expressions over its variables, and values.
FOUND = {
    "01-first-look": {
        "mandates['status'].value_counts().to_dict()": {
            "no follow-up found": 39,
            "answered": 13,
            "on agenda": 4,
        },
        # digests in two languages; what they name and is not here is told of
        "pd.crosstab(files['language'], files['source']).to_dict()": {"digest": {"ar": 2, "en": 2}},
        "missing['kind'].value_counts().to_dict()": {
            "document": 68,
            "act": 13,
            "session report": 4,
        },
        # an expert meeting and its reports: what was asked stands beside what tells of the document
        "shown['citation'].notna().all() and shown['asked for'].notna().all() and len(shown) > 1": True,
        "set(in_arabic['language'])": {"ar"},
        "int(most.to_numpy().sum())": 56,
    },
    "02-mandate-chains": {
        # a mandate, the item it came to, and a document that is listed there
        "[chain.nodes[node]['type'] for node in path]": [
            "decision",
            "provision",
            "agenda item",
            "document",
        ],
        "bool(steps['quotation'].notna().all() and steps['citation'].notna().all())": True,
        "depth.value_counts().to_dict()": {0: 39, 1: 1, 2: 16},
        # reports that several items list: mandates of three decisions meet there
        "meets['name'].iloc[-1], int(meets['mandates'].iloc[-1])": ("CTOC/COP/2006/6/Rev.1", 15),
        # all that an item brought up depends on it
        "bool((bottlenecks.loc[bottlenecks['type'] == 'agenda item', 'depend on it'] > 1).any())": True,
        # one session and the next agenda: nothing is renewed, and nothing turns in a circle
        "circles, exchanges, row, len(recurring), len(spoken)": ([], [], [], 0, 0),
    },
    "03-who-is-asked-what": {
        "names[order[:2]].tolist(), [int(one) for one in stands.sum(axis=1)[order[:2]]]": (
            ["States parties", "secretariat"],
            [21, 20],
        ),
        # reports are written; whether States did as they were urged, an agenda does not tell
        "{names[one]: (int(followed[one]), int(judged[one])) for one in order[:2]}": {
            "States parties": (2, 21),
            "secretariat": (11, 20),
        },
        "in_time.to_dict(), late.unique().tolist()": (
            {"at the session it names": 5, "nothing found": 5},
            [0],
        ),
        # from October 2006 to October 2008
        "int(round(waited.min())), int(round(waited.max())), len(waited)": (24, 24, 17),
        # the report of the fourth session would tell
        "lacking.index.tolist()": ["session:untoc-cop/4"],
        "bool(longest[['asked for', 'citation']].notna().all(axis=None))": True,
        "bool(no_trace['dated'].iloc[0] and not no_trace['dated'].iloc[-1])": True,
    },
    "04-working-groups": {
        # set up at the second session, asked at the third, back on the agenda of the fourth
        "{session.rpartition('/')[2]: sorted(rows['step'].unique()) "
        "for session, rows in steps.groupby('session')}": {
            "2": ["decision that set it up"],
            "3": ["provision asking it"],
            "4": ["agenda item", "document under these items"],
        },
        "sorted(set_up['target'])": ["dec:untoc-cop/2/2", "dec:untoc-cop/2/6"],
        "ranked[0]": "wg:untoc-cop/technical-assistance",
        "kinds.loc[ranked[0], STEPS].tolist()": [1, 3, 2, 11],
        # the group keeps at work what it was told to be: a constant element of the Conference
        "asked.loc[asked['status'] == 'answered', 'group'].tolist()": [
            "wg:untoc-cop/international-cooperation"
        ],
        "bool(behind['quotation'].str.len().gt(0).all() and asked['citation'].notna().all())": True,
    },
    "05-articles-and-protocols": {
        # mutual legal assistance leads; its request for guidance on confiscation became a note
        "articles.index[0], [int(one) for one in articles.iloc[0, :3]]": (
            "art:untoc/18",
            [7, 3, 3],
        ),
        "chain.loc[chain['mandate'].str.endswith('#r'), 'documents'].tolist()": [
            "doc:CTOC/COP/2008/6"
        ],
        # a point of (g) names the authorities of article 8 of the Migrants Protocol
        "named.loc[named['target'] == 'art:untoc-som/8', 'mandate'].tolist()": [
            "dec:untoc-cop/3/2#g"
        ],
        "instruments['kind'].value_counts().to_dict()": {
            "protocol": 3,
            "other instrument": 2,
            "convention": 1,
        },
        "int(kinds['mandates'].sum()), kinds.loc['protocols'].tolist()": (33, [5, 5, 0]),
        "bool(behind[['quotation', 'citation']].notna().all(axis=None))": True,
    },
    "06-comparing-two-bodies": {
        # one body has texts here: two of its decisions stand in, and the reader is told
        "kind, sides": ("act", ["dec:untoc-cop/3/2", "dec:untoc-cop/3/4"]),
        "'one body only' in pair and 'MANDATES_STORE' in pair": True,
        "verbs.idxmax().tolist()": ["encourage", "request"],
        # the one speaks to States parties, the other to the secretariat
        "asked.idxmax().tolist()": ["States parties", "secretariat"],
        "outcome['followed'].astype(int).tolist()": [5, 1],
        # both were asked in October 2006, and came up in October 2008
        "outcome['months'].round().astype(int).tolist()": [24, 24],
        # the second cites the first once
        "sent['CITES'].astype(int).tolist()": [0, 1],
    },
    "07-arabic-and-english": {
        # both retellings say the same; English names more of the things that are wanted
        "said_by.to_dict()": {"both": 718, "only Arabic": 0, "only English": 0},
        "sorted(set(differences['property']))": ["deliverables"],
        "len(pairs), bool(pairs['ar'].str.contains('[ء-ي]').all())": (85, True),
        # the same paragraph, with a link to the official text in either language
        "sorted(example['link'])": [
            f"https://docs.un.org/{language}/CTOC/COP/2006/14" for language in ("ar", "en")
        ],
        "verbs.loc[['request', 'decide', 'urge'], 'word'].tolist()": ["يطلب", "يقرّر", "يحثّ"],
        "bool((verbs['Arabic'] < verbs['English']).all())": True,
    },
}
# What only a store with several bodies and sessions can tell.
FOUND_IN_MORE = {
    # what waits for a session that is not here is not said to have come to nothing
    "01-first-look": {"bool(most['pending'].any())": True},
    # a conclusion of one session led to an item of the next, and that to a conclusion
    "02-mandate-chains": {"len(row), mandates.loc[row, 'session'].nunique()": (2, 2)},
    "03-who-is-asked-what": {
        "in_time[NOT_HERE] > 0 and bool((judged < stands.sum(axis=1)).any())": True
    },
    "05-articles-and-protocols": {"bool(articles['waiting'].gt(0).any())": True},
    "06-comparing-two-bodies": {"kind": "body"},
    # an official text has no official text beside it in the other language; the digests have
    "07-arabic-and-english": {"sorted(set(in_both.index.get_level_values('source')))": ["digest"]},
}
# Figures with Arabic labels.
IN_ARABIC = {
    *("01-first-look", "02-mandate-chains", "03-who-is-asked-what"),
    "07-arabic-and-english",
}


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
    asked = [*FOUND[path.stem], LABELS]
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
    check_what_a_reader_sees(executed)
    arabic = any("\u0621" <= letter <= "\u064a" for letter in "".join(executed.answers[LABELS]))
    assert arabic is (path.stem in IN_ARABIC)


@pytest.mark.corpus
@pytest.mark.parametrize("path", OF_A_STORE, ids=lambda path: path.stem)
def test_a_notebook_answers_from_a_richer_store(path: Path, documents: str, tmp_path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    expected = FOUND_IN_MORE.get(path.stem, {})
    executed = execute(notebook, tmp_path, {"MANDATES_STORE": documents}, [*expected, LABELS])
    assert {asked: executed.answers[asked] for asked in expected} == expected
    check_what_a_reader_sees(executed)
    (source,) = (label for label in executed.answers[LABELS] if label.startswith("Source: "))
    assert re.match(r"Source: \d+ documents and digests of CTOC/COP/2006/14, ", source)


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
