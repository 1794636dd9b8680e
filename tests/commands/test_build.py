"""Building: bad input, what is worth a note, what is read again, and builds that are cut off."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from commands.batch.files import Task, read_all
from commands.build import build
from graph.export import export
from graph.model.errors import StoreError
from graph.stores import open_store
from ingest.records import Given
from tests.commands.conftest import CHECKOUT, Mandates, command_line, run, surroundings

AGENDA = "CTOC_COP_2008_1.digest.en.txt"
DIGESTS = CHECKOUT / "data"
# Enough of a decision to be one, in our own words.
DECISION = (
    "Decision {number}\n\nRivers\n\nThe Conference of the Parties,\n\n"
    "(a) Requests the Secretariat to prepare a report on rivers for its next session;\n\n"
    "(b) Urges States parties to keep rivers clean.\n"
)


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def built(folder: Path, *words: str) -> tuple[int, Any]:
    """The exit status and the report of a build."""
    done = run(folder, "build", *words, "--json")
    assert done.stdout, done.stderr
    return done.returncode, json.loads(done.stdout)


def exported(store: Path, folder: Path) -> tuple[str, str]:
    """The graph of a store as text: equal texts are equal graphs."""
    with open_store(f"sqlite:///{store}", create=False) as opened:
        nodes, edges, _ = export(opened, "jsonl", folder)
    return nodes.read_text(encoding="utf-8"), edges.read_text(encoding="utf-8")


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    """A folder `reports` with one good document."""
    (tmp_path / "reports").mkdir()
    return Path(shutil.copy(DIGESTS / AGENDA, tmp_path / "reports" / AGENDA))


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.en.txt", b"", "0 bytes"),
        ("blank.en.txt", b" \r\n\n", "nothing to read"),
        ("picture.en.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "binary"),
        ("cp1256.ar.txt", "المقرر 3/2 عن الأنهار".encode("cp1256"), "not UTF-8"),
        ("unknown.txt", "12 345, 67.8 – 90\n" * 20, "language cannot be told"),
    ],
)
def test_a_bad_file_gets_one_line_and_the_batch_goes_on(
    tmp_path: Path, agenda: Path, name: str, content: bytes | str, says: str
) -> None:
    write(tmp_path, f"reports/{name}", content)
    status, report = built(tmp_path, "reports")
    assert status == 1
    (failure,) = report["failures"]
    assert name in failure
    assert says in failure
    assert "\n" not in failure
    assert [one["document"] for one in report["read"]] == ["doc:CTOC/COP/2008/1"]


def test_failures_stand_at_the_end_and_one_line_each(tmp_path: Path, agenda: Path) -> None:
    write(tmp_path, "reports/a.en.txt", b"")
    write(tmp_path, "reports/z.en.txt", b"\0\1\2")
    done = run(tmp_path, "build", "reports")
    assert done.returncode == 1
    said = done.stderr.strip().splitlines()
    assert [line.split(":")[0] for line in said[-2:]] == ["failed", "failed"]
    assert "a.en.txt" in said[-2]
    assert "1 file read" in done.stdout


def test_a_format_without_reader_fails_by_name_and_is_noted_in_a_folder(
    tmp_path: Path, agenda: Path
) -> None:
    write(tmp_path, "reports/table.xyz", "a table")
    status, report = built(tmp_path, "reports")
    assert (status, report["failures"]) == (0, [])
    assert any("table.xyz" in note and "no reader" in note for note in report["notes"])
    status, report = built(tmp_path, "reports", "reports/table.xyz")
    assert status == 1
    assert "no reader" in report["failures"][0]


def test_links_that_lead_nowhere_are_missing_and_pipes_are_left_alone(
    tmp_path: Path, agenda: Path
) -> None:
    (tmp_path / "reports/CTOC_COP_2010_1.en.txt").symlink_to("nowhere.txt")
    os.mkfifo(tmp_path / "reports/CTOC_COP_2010_2.en.txt")
    status, report = built(tmp_path, "reports")
    assert status == 1
    (failure,) = report["failures"]
    assert "CTOC_COP_2010_1.en.txt: not there" in failure


def test_a_file_that_is_not_there(tmp_path: Path, agenda: Path) -> None:
    status, report = built(tmp_path, "nowhere.en.txt", "reports")
    assert status == 1
    assert "nowhere.en.txt" in report["failures"][0]
    assert len(report["read"]) == 1


@pytest.mark.parametrize("workers", [1, 2])
def test_a_file_that_vanishes_while_others_are_read(
    tmp_path: Path, agenda: Path, workers: int
) -> None:
    gone = write(tmp_path, "reports/CTOC_COP_2010_1.en.txt", DECISION.format(number="5/1"))

    def vanish(done: int, total: int) -> None:
        gone.unlink(missing_ok=True)

    with open_store(f"sqlite:///{tmp_path / 's.sqlite'}") as store:
        result = build([tmp_path / "reports"], store, workers=workers, progress=vanish)
        assert [one.document for one in store.readings()] == ["doc:CTOC/COP/2008/1"]
    (failure,) = result.failures
    assert "CTOC_COP_2010_1.en.txt: not there" in failure


def test_nothing_stored_is_lost_when_a_new_version_cannot_be_read(
    tmp_path: Path, agenda: Path
) -> None:
    built(tmp_path, "reports")
    before = exported(tmp_path / "mandates.sqlite", tmp_path / "before")
    agenda.write_bytes(b"")
    status, report = built(tmp_path, "reports")
    assert status == 1
    assert AGENDA in report["failures"][0]
    assert exported(tmp_path / "mandates.sqlite", tmp_path / "after") == before


def same_bytes(folder: Path) -> None:
    shutil.copy(folder / "reports" / AGENDA, folder / "reports/z.en.txt")


def another_language(folder: Path) -> None:
    name = "CTOC_COP_2008_1.digest.ar.txt"
    shutil.copy(DIGESTS / name, folder / "reports" / name)


def no_symbol(folder: Path) -> None:
    write(folder, "reports/notes of a meeting.en.txt", DECISION.format(number="5/1"))


def no_pack(folder: Path) -> None:
    write(folder, "reports/RIV_COP_2006_9.en.txt", DECISION.format(number="3/2"))


@pytest.mark.parametrize(
    ("arrange", "says"),
    [
        (same_bytes, "z.en.txt: the same bytes as"),
        (another_language, "doc:CTOC/COP/2008/1: one document in ar, en"),
        (no_symbol, "no symbol found, kept as doc:~notes-of-a-meeting"),
        (no_pack, "no pack knows its body"),
    ],
)
def test_what_is_worth_a_note(
    tmp_path: Path, agenda: Path, arrange: Callable[[Path], None], says: str
) -> None:
    arrange(tmp_path)
    status, report = built(tmp_path, "reports")
    assert (status, report["failures"]) == (0, [])
    assert [note for note in report["notes"] if says in note]


def test_what_did_not_change_is_not_read_again(tmp_path: Path, agenda: Path) -> None:
    built(tmp_path, "reports")
    first = exported(tmp_path / "mandates.sqlite", tmp_path / "first")
    status, report = built(tmp_path, "reports")
    assert (status, report["read"], report["unchanged"]) == (0, [], 1)
    assert exported(tmp_path / "mandates.sqlite", tmp_path / "second") == first


def test_a_new_version_of_a_file_takes_the_place_of_the_old(tmp_path: Path) -> None:
    path = write(tmp_path, "CTOC_COP_2010_1.en.txt", DECISION.format(number="5/1"))
    _, first = built(tmp_path, path.name)
    path.write_text(DECISION.format(number="5/2"), encoding="utf-8")
    _, second = built(tmp_path, path.name)
    assert first["read"][0]["checksum"] != second["read"][0]["checksum"]
    with open_store(f"sqlite:///{tmp_path / 'mandates.sqlite'}", create=False) as store:
        assert [one.checksum for one in store.readings()] == [second["read"][0]["checksum"]]


def test_other_readings_stay(tmp_path: Path, agenda: Path) -> None:
    built(tmp_path, "reports")
    agenda.unlink()
    write(tmp_path, "reports/CTOC_COP_2010_1.en.txt", DECISION.format(number="5/1"))
    status, report = built(tmp_path, "reports")
    assert status == 0
    documents = [one["document"] for one in report["holds"]["readings"]]
    assert documents == ["doc:CTOC/COP/2008/1", "doc:CTOC/COP/2010/1"]


def test_what_was_given_holds_until_something_else_is_given(tmp_path: Path) -> None:
    path = write(tmp_path, "agenda.txt", (DIGESTS / AGENDA).read_bytes())
    symbol = ("--symbol", "CTOC/COP/2012/1", "--lang", "en")
    assert built(tmp_path, path.name, *symbol)[1]["read"][0]["document"] == "doc:CTOC/COP/2012/1"
    assert built(tmp_path, path.name)[1]["unchanged"] == 1
    other = built(tmp_path, path.name, "--symbol", "CTOC/COP/2014/1", "--lang", "en")[1]
    assert [one["document"] for one in other["read"]] == ["doc:CTOC/COP/2014/1"]


def test_readings_of_another_version_are_made_again_from_the_text_that_is_kept(
    tmp_path: Path, agenda: Path
) -> None:
    built(tmp_path, "reports")
    agenda.unlink()
    url = f"sqlite:///{tmp_path / 'mandates.sqlite'}"
    with open_store(url) as store:
        (summary,) = store.readings()
        kept = store.reading(summary.checksum)
        assert kept
        store.put_reading(replace(kept, fingerprint="another version", payload=b"of another form"))
    write(tmp_path, "reports/CTOC_COP_2010_1.en.txt", DECISION.format(number="5/1"))
    status, report = built(tmp_path, "reports")
    assert (status, report["failures"]) == (0, [])
    assert {one["document"] for one in report["read"]} == {
        "doc:CTOC/COP/2008/1",
        "doc:CTOC/COP/2010/1",
    }


def test_a_pdf_that_another_version_read_is_read_again_where_it_lies(tmp_path: Path) -> None:
    sample = CHECKOUT / "tests" / "reading" / "pdf" / "tex" / "CTOC_COP_2008_1.digest.en.pdf"
    (tmp_path / "reports").mkdir()
    shutil.copy(sample, tmp_path / "reports")
    built(tmp_path, "reports")
    with open_store(f"sqlite:///{tmp_path / 'mandates.sqlite'}") as store:
        (summary,) = store.readings()
        kept = store.reading(summary.checksum)
        assert kept
        store.put_reading(replace(kept, fingerprint="another version", payload=b"of another form"))
    write(tmp_path, "CTOC_COP_2010_1.en.txt", DECISION.format(number="5/1"))
    _, report = built(tmp_path, "CTOC_COP_2010_1.en.txt")
    assert len(report["read"]) == 2
    assert report["failures"] == []


def test_a_file_under_a_new_name_is_read_under_it(tmp_path: Path) -> None:
    path = write(tmp_path, "CTOC_COP_2010_1.en.txt", DECISION.format(number="5/1"))
    built(tmp_path, path.name)
    path.rename(tmp_path / "CTOC_COP_2010_2.en.txt")
    _, report = built(tmp_path, "CTOC_COP_2010_2.en.txt")
    assert [one["document"] for one in report["holds"]["readings"]] == ["doc:CTOC/COP/2010/2"]


@pytest.mark.parametrize("other", ["CTOC_COP_2009_1.en.txt", "CTOC_COP_2011_1.en.txt"])
def test_a_file_that_moved_away_from_its_new_version_stays(tmp_path: Path, other: str) -> None:
    path = write(tmp_path, "reports/CTOC_COP_2010_1.en.txt", DECISION.format(number="5/1"))
    built(tmp_path, "reports")
    path.rename(path.with_name(other))
    write(tmp_path, "reports/CTOC_COP_2010_1.en.txt", DECISION.format(number="5/2"))
    _, report = built(tmp_path, "reports")
    names = [Path(one["name"]).name for one in report["holds"]["readings"]]
    assert sorted(names) == sorted(["CTOC_COP_2010_1.en.txt", other])


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("build",), "Missing argument"),
        (("build", "reports", "--symbol", "CTOC/COP/2008/1"), "--symbol names one document"),
        (("build", "reports", "--lang", "tlh"), "no such language pack"),
        (("build", "reports", "--workers", "0"), "--workers"),
        (("build", "reports", "--judgements", "nowhere"), "nowhere"),
    ],
)
def test_wrong_use(mandates: Mandates, agenda: Path, words: tuple[str, ...], says: str) -> None:
    done = mandates(*words)
    assert done.returncode == 2
    assert says in done.stderr


def test_a_store_that_is_none(mandates: Mandates, tmp_path: Path, agenda: Path) -> None:
    write(tmp_path, "mandates.sqlite", "no database at all, but some bytes of text" * 30)
    done = mandates("build", "reports")
    assert done.returncode == 1
    assert "cannot be opened as a store" in done.stderr
    assert (tmp_path / "mandates.sqlite").read_bytes().startswith(b"no database")


def test_judgements_that_cannot_be_read_are_told_by_line(tmp_path: Path, agenda: Path) -> None:
    write(tmp_path, "judgements/anna.jsonl", "\n[1]\nnot json\n")
    status, report = built(tmp_path, "reports")
    assert status == 1
    assert [failure.split(":")[0] for failure in report["failures"]] == [
        "judgements/anna.jsonl, line 2",
        "judgements/anna.jsonl, line 3",
    ]


def test_workers_and_order_make_no_difference(tmp_path: Path) -> None:
    files = sorted(DIGESTS.glob("*.txt"))
    graphs = []
    for turn, (paths, workers) in enumerate([(files, 1), (files[::-1], 1), (files, 2)]):
        path = tmp_path / f"{turn}.sqlite"
        with open_store(f"sqlite:///{path}") as store:
            if turn == 1:  # one by one, from the last
                for file in paths:
                    build([file], store)
            else:
                build(paths, store, workers=workers)
        graphs.append(exported(path, tmp_path / str(turn)))
    assert graphs[1] == graphs[0]
    assert graphs[2] == graphs[0]


def test_a_process_that_dies_costs_its_own_file_only(tmp_path: Path) -> None:
    good = write(tmp_path, "CTOC_COP_2010_1.en.txt", DECISION.format(number="5/1"))
    bad = EndsItsProcess(write(tmp_path, "bad.txt", "Words"))
    tasks = [Task(good, Given(), ""), Task(bad, Given(), "")]
    outcomes = list(read_all(tasks, workers=2))
    assert [bool(outcome.reading) for outcome in outcomes] == [True, False]
    assert "ended its process" in str(outcomes[1].failure)


class EndsItsProcess(type(Path())):  # type: ignore[misc]
    """A file the reading of which takes the process down, as too large a file does."""

    def read_bytes(self) -> bytes:
        os.kill(os.getpid(), signal.SIGKILL)
        return b""


def readings_in(store: Path) -> int:
    """How many readings a store holds by now."""
    try:
        with open_store(f"sqlite:///{store}", create=False) as opened:
            return len(opened.readings())
    except StoreError:
        return 0


@pytest.mark.parametrize("after", [0, 1, 4, 8])
def test_a_killed_build_leaves_a_store_that_the_next_completes(tmp_path: Path, after: int) -> None:
    folder = tmp_path / "reports"
    for number in range(1, 9):
        write(folder, f"CTOC_COP_2010_{number}.en.txt", DECISION.format(number=f"5/{number}"))
    whole = tmp_path / "whole.sqlite"
    built(tmp_path, "reports", "--store", "sqlite:///whole.sqlite")

    killed = tmp_path / "mandates.sqlite"
    words = command_line("build", "reports", "--workers", "2")
    process = subprocess.Popen(
        words,
        cwd=tmp_path,
        env=surroundings(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while process.poll() is None and (not killed.exists() or readings_in(killed) < after):
        time.sleep(0.01)
    process.kill()
    process.wait()

    kept = readings_in(killed)
    status, report = built(tmp_path, "reports")
    assert (status, report["failures"]) == (0, [])
    assert report["unchanged"] == kept >= after
    assert len(report["read"]) == 8 - kept
    assert exported(killed, tmp_path / "a") == exported(whole, tmp_path / "b")
