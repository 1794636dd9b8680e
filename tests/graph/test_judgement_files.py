"""The files of judgements: every line arrives whole, whoever writes at the same time."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import river

from graph.judgement_files import APPENDED_TO, append_judgement, read_judgements
from graph.model.errors import StoreError
from graph.model.judgements import Judgement, in_effect
from graph.model.plain import evidence_from_plain

LINK = ("MANDATES", f"{river.ACT}#f", "doc:RIV/COP/2008/10")
APPENDS = """
import sys
from pathlib import Path
from graph.judgement_files import append_judgement
from graph.model.judgements import Judgement
for n in range(25):
    link = ("MANDATES", f"dec:river-cop/3/{n}#a", "doc:RIV/COP/2008/10")
    append_judgement(Path(sys.argv[1]), Judgement("confirm", link, sys.argv[2], "2033-01-01", "x" * 900))
"""


def judgement(action: str, when: str, why: str = "read both", **more: object) -> Judgement:
    return Judgement(action, LINK, "A. Reader", when, why, **more)  # type: ignore[arg-type]


def test_what_was_appended_is_read_back(tmp_path: Path) -> None:
    why = 'مرتان\n"و" {0} \u202e =HYPERLINK("x")'
    shown = river.evidence(river.REPORT, "as printed")
    append_judgement(tmp_path / "new", judgement("add", "2033-01-02", why, evidence=(shown,)))
    (line,), failures = read_judgements(tmp_path / "new")
    assert failures == []
    assert (line["type"], line["from"], line["to"]) == LINK
    assert line["why"] == why
    assert [evidence_from_plain(one) for one in line["evidence"]] == [shown]


def test_processes_and_threads_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", APPENDS, str(tmp_path), name],
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        )
        for name in ("Anna", "Boris")
    ]
    with ThreadPoolExecutor(4) as pool:
        for n in range(40):
            pool.submit(
                append_judgement, tmp_path, judgement("reject", f"2033-02-{n:02}", "y" * 900)
            )
    assert [writer.wait(60) for writer in writers] == [0, 0]
    lines, failures = read_judgements(tmp_path)
    assert failures == []
    assert len(lines) == 25 + 25 + 40


def test_a_line_that_was_cut_off_costs_itself_alone(tmp_path: Path) -> None:
    append_judgement(tmp_path, judgement("confirm", "2033-01-02"))
    with (tmp_path / APPENDED_TO).open("a", encoding="utf-8") as file:
        file.write('{"action": "rej')  # the disk was full
    append_judgement(tmp_path, judgement("reject", "2033-01-03"))
    lines, failures = read_judgements(tmp_path)
    assert [line["action"] for line in lines] == ["confirm", "reject"]
    assert len(failures) == 1
    assert "line 2" in failures[0]


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be kept"):
        append_judgement(tmp_path / "file", judgement("confirm", "2033-01-02"))


@pytest.mark.parametrize(
    ("given", "holds"),
    [
        (["confirm"], ["confirm"]),
        (["confirm", "reject"], ["reject"]),
        (["reject", "withdraw"], []),
        (["withdraw"], []),
        (["reject", "withdraw", "confirm"], ["confirm"]),
        # confirming what was added leaves it added, with the newer reason
        (["add", "confirm"], ["add"]),
        (["add", "withdraw"], []),
    ],
)
def test_the_latest_judgement_on_a_link_holds(given: list[str], holds: list[str]) -> None:
    lines = [judgement(action, f"2033-01-{n:02}").line() for n, action in enumerate(given, 1)]
    for order in (lines, lines[::-1]):
        assert [line["action"] for line in in_effect(order)] == holds
    if holds:
        assert in_effect(lines)[0]["when"] == lines[-1]["when"]
