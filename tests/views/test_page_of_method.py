"""The page of method: its figures are those of the file, its words those of every language."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest
from driven import markup, opened

from commands.bundle import accuracy_file
from graph.model.schema import load_model
from views.parts.chain_table import percent
from views.parts.wording import wording_for

pytestmark = pytest.mark.usefixtures("asks_the_store")


def cells(row: str) -> list[str]:
    return [unescape(re.sub(r"<[^>]+>", "", cell)).strip() for cell in row.split("</td>")[:-1]]


def tables(seen: str) -> list[list[list[str]]]:
    bodies = re.findall(r"<tbody>(.*?)</tbody>", seen, re.DOTALL)
    return [[cells(row) for row in body.split("</tr>")[:-1]] for body in bodies]


def share(of: float | None) -> str:
    return "–" if of is None else percent(of)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_figure_is_that_of_the_file(checkout: Path, language: str) -> None:
    shown = tables(markup(opened(checkout, page="method", lang=language)))
    plain = json.loads(accuracy_file().read_text(encoding="utf-8"))
    expected = [
        [
            [
                *(str(figure[one]) for one in ("expected", "right", "missed")),
                "–" if figure["extra"] is None else str(figure["extra"]),
                *(
                    "–" if figure[one] is None else percent(figure[one])
                    for one in ("precision", "recall")
                ),
            ]
            for figure in of_key[kind].values()
        ]
        for of_key in plain["keys"]
        for kind in ("relations", "agendas", "structure", "fields")
        if of_key[kind]
    ]
    assert [[row[1:] for row in table] for table in shown[: len(expected)]] == expected
    by_language = shown[len(expected)]
    assert [[row[1], *row[2:]] for row in by_language] == [
        [
            str(of["lines"]),
            *(
                f"{share(one['precision'])} / {share(one['recall'])}"
                for one in of["scores"].values()
            ),
        ]
        for of in plain["lines"]
    ]
    pairs = shown[len(expected) + len(plain["parts"]) + 1]
    assert [row[1:] for row in pairs] == [
        [f"{share(one['share'])} ({one['counted']})" for one in pair.values()]
        for of in plain["aligned"]
        for pair in of["pairs"].values()
    ]
    rules = {row[0].replace(" ", "-"): row[1:] for row in shown[-2]}
    assert rules == {
        name: [percent(rule["confidence"]), str(rule["right"]), str(rule["cases"])]
        for name, rule in plain["rules"].items()
    }


def test_documents_of_the_store_show_what_was_repaired(checkout: Path) -> None:
    documents = tables(markup(opened(checkout, page="method", lang="en")))[-1]
    by_name = {row[0]: row for row in documents}
    assert by_name["RIV/COP/2006/9"][1:5] == ["العربية", "official text", "75%", "kashida 1"]
    assert by_name["RIV/COP/2008/1"][3:5] == ["90%", "nothing to repair"]


def test_every_basis_and_status_is_explained_and_counted(checkout: Path) -> None:
    seen = markup(opened(checkout, page="method", lang="en"))
    say = wording_for("en").say
    for group, values in (("basis", "basis"), ("status", "status")):
        for value in load_model().values[values]:
            assert say(f"method_{group}.{value}") in unescape(seen)
    assert "no follow-up found here: <b>2</b>" in seen


def test_a_copy_without_figures_says_so(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from views import method

    monkeypatch.setattr(method, "accuracy_file", lambda: tmp_path / "none.json")
    seen = markup(opened(checkout, page="method", lang="en"))
    assert wording_for("en").say("method.no_figures") in seen
    assert wording_for("en").say("method.limits") in seen
