"""Every pattern of every pack against the examples and counter-examples beside it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from graph.model.errors import PackError
from graph.model.folding import fold
from ingest.cues import Cue
from ingest.packs import load_packs, read_language
from ingest.reading.find.numbering import Scheme
from ingest.reading.find.view import View

CUES = [
    pytest.param(cue, id=f"{pack.code}-{section}-{number}-{cue.value}")
    for pack in load_packs().languages.values()
    for section, cues in pack.sections.items()
    for number, cue in enumerate(cues)
]


@pytest.mark.parametrize("cue", CUES)
def test_examples_are_found(cue: Cue) -> None:
    missed = [
        example.text for example in cue.examples if not cue.pattern.search(fold(example.text))
    ]
    assert missed == []


@pytest.mark.parametrize("cue", CUES)
def test_counterexamples_are_not_found(cue: Cue) -> None:
    found = [
        example.text for example in cue.counterexamples if cue.pattern.search(fold(example.text))
    ]
    assert found == []


@pytest.mark.parametrize("cue", CUES)
def test_every_pattern_carries_its_proof(cue: Cue) -> None:
    assert cue.examples


def fold_numbers(printed: str) -> str:
    """A number as the finder sees it: letters folded, Latin capitals kept (2297 (XXII), 1/م أ-22)."""
    return View(printed).cased


PACKS = load_packs()
NUMBERED = [
    pytest.param(row, id=f"{row['body']}-{'-'.join(row['act'])}-{number}")
    for number, row in enumerate(PACKS.rows("numbering"))
]
SYMBOLS = [
    pytest.param(row, id=f"{row['family']}-{number}")
    for number, row in enumerate(row for row in PACKS.rows("symbol") if "pattern" in row)
]


@pytest.mark.parametrize("row", NUMBERED)
def test_numbers_of_acts_give_the_ids_beside_them(row: dict[str, Any]) -> None:
    scheme = Scheme(row["body"], row["act"][0], re.compile(row["pattern"]), row["id"], named=False)
    assert row["examples"]
    for example in row["examples"]:
        assert scheme.id_of(fold_numbers(example["text"])) == (
            f"{row['act'][0]}:{row['body']}/{example['id']}"
        )
    assert [text for text in row["not"] if scheme.id_of(fold_numbers(text))] == []


@pytest.mark.parametrize("row", SYMBOLS)
def test_symbols_of_acts_give_the_ids_beside_them(row: dict[str, Any]) -> None:
    scheme = Scheme(row["body"], row["act"], re.compile(row["pattern"]), row["id"], named=False)
    for example in row["examples"]:
        assert scheme.id_of(example["text"]) == f"{row['act']}:{row['body']}/{example['id']}"
    assert [text for text in row["not"] if scheme.id_of(text)] == []


def test_every_body_and_instrument_that_a_pack_names_elsewhere_is_declared() -> None:
    instruments = {row["slug"] for row in PACKS.rows("instrument")}
    bodies = {row["slug"] for row in PACKS.rows("organ")}
    named = {row["instrument"] for row in PACKS.rows("organ") if "instrument" in row}
    named |= {row["supplements"] for row in PACKS.rows("instrument") if "supplements" in row}
    numbered = {
        row["body"] for table in ("numbering", "working_group") for row in PACKS.rows(table)
    }
    numbered |= {row["body"] for row in PACKS.rows("symbol") if "body" in row}
    assert named <= instruments
    assert numbered <= bodies


def test_no_two_rows_of_a_table_share_a_slug() -> None:
    for table in ("organ", "instrument", "actor", "state"):
        slugs = [row["slug"] for row in PACKS.rows(table)]
        assert len(slugs) == len(set(slugs)), table


def test_every_series_of_documents_holds_its_examples() -> None:
    for row in PACKS.rows("series"):
        assert row["holds"]
        assert row["examples"]
        for symbol in row["examples"]:
            assert re.search(rf"/{row['part']}[./]", symbol), symbol
            assert symbol.startswith(row.get("family", ""))


# In a language beside these, bodies are named where somebody wants them.
OFFICIAL = frozenset({"ar", "en", "es", "fr", "ru", "zh"})


@pytest.mark.parametrize("table", ["organ", "instrument"])
def test_bodies_and_instruments_are_named_in_six_languages(table: str) -> None:
    lacking = {
        row["slug"]: sorted(OFFICIAL - row["names"].keys())
        for row in PACKS.rows(table)
        if OFFICIAL - row["names"].keys()
    }
    assert lacking == {}


SMALL = {"code": "pt", "name": "Português", "rank": 7}


def test_a_pack_may_begin_without_the_words_that_the_code_asks_for() -> None:
    pack = read_language(SMALL)
    assert pack.word("organ").search("a assembleia") is None
    assert pack.anywhere("{organ}|decide").fullmatch("decide")


def test_a_word_misspelt_in_another_is_refused() -> None:
    with pytest.raises(PackError, match="no words named adverd"):
        read_language(SMALL | {"words": {"adverb": "ainda", "verb": "{adverd} decide"}})
