"""The page of documents: what the store holds; what an offered file turns out to be; keep, discard."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from driven import markup, opened
from hostile import HOSTILE
from streamlit.testing.v1 import AppTest

from commands.build import build
from commands.bundle import UPLOADS_SET, digests_folder
from graph.stores import open_store
from views.parts.trials import safe_name
from views.parts.wording import wording_for

SAY = wording_for("en").say
REPORT = "CTOC_COP_2006_14.digest.en.txt"
AGENDA = "CTOC_COP_2008_1.digest.en.txt"
TEXT = "text/plain"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A store of one digest, on a server that takes files of one megabyte."""
    url = f"sqlite:///{tmp_path / 'mandates.sqlite'}"
    with open_store(url) as one:
        build([digests_folder() / REPORT], one)
    monkeypatch.setenv("MANDATES_STORE", url)
    monkeypatch.setenv(UPLOADS_SET, "1")
    return url


def names_in(url: str) -> list[str]:
    with open_store(url, create=False) as one:
        return [Path(reading.name).name for reading in one.readings()]


def offered(checkout: Path, name: str, data: bytes, language: str = "en") -> AppTest:
    app = opened(checkout, page="documents", lang=language)
    app.file_uploader[0].set_value((name, data, TEXT)).run()
    assert not app.exception, app.exception
    return app


def pressed(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception, app.exception
    return app


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_documents_of_the_store_are_listed_and_searched(
    checkout: Path, store: str, language: str
) -> None:
    app = opened(checkout, page="documents", lang=language)
    assert "CTOC/COP/2006/14" in markup(app)
    assert wording_for(language).value("evidence", "digest") in markup(app)
    none = opened(checkout, page="documents", lang=language, words="no such words")
    assert wording_for(language).say("paging.none") in markup(none)


def test_a_file_is_shown_first_and_kept_only_when_asked(
    checkout: Path, store: str, tmp_path: Path
) -> None:
    data = (digests_folder() / AGENDA).read_bytes()
    app = offered(checkout, AGENDA, data)
    seen = markup(app)
    assert "CTOC/COP/2008/1" in seen
    assert re.search(r"agenda item</td><td>[1-9]\d", seen)
    assert SAY("documents.not_understood") in seen
    assert names_in(store) == [REPORT]  # nothing is kept yet
    app = pressed(app, "keep")
    assert SAY("documents.kept") in markup(app)
    assert sorted(names_in(store)) == sorted([REPORT, AGENDA])
    # joined with what was there: the agenda answers the report's decisions
    with open_store(store, create=False) as one:
        assert [*one.edge_keys("MANDATES")]
    assert [path.read_bytes() for path in (tmp_path / "uploads").rglob("*.txt")] == [data]
    assert SAY("documents.already") in markup(offered(checkout, AGENDA, data))


def test_a_discarded_file_leaves_nothing(checkout: Path, store: str, tmp_path: Path) -> None:
    app = offered(checkout, AGENDA, (digests_folder() / AGENDA).read_bytes())
    folder = Path(app.session_state["trial"].folder.name)
    assert folder.is_dir()
    app = pressed(app, "discard")
    assert SAY("documents.is") not in markup(app)
    assert names_in(store) == [REPORT]
    assert not (tmp_path / "uploads").exists()
    assert not folder.exists()


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("empty.txt", b"", "0 bytes"),
        ("report.pdf", b"%PDF-1.7 and so on", "report.pdf"),
        ("report.docx", b"PK and so on", "damaged"),
        ("report.doc", b"\xd0\xcf\x11\xe0 old", "Word of before 2007"),
        ("report.rtf", b"{\\rtf1 and so on}", "no reader for the format"),
        ("program.txt", b"\x7fELF\x02\x01\x01" + bytes(200), "program.txt"),
        ("large.txt", b"words " * 200_000, "larger than 1 MB"),
    ],
)
def test_what_cannot_be_added_is_told_in_a_line(
    checkout: Path, store: str, tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    seen = markup(offered(checkout, name, data))
    assert SAY("documents.failed") in seen
    assert told in seen
    assert "/mandates-" not in seen  # where it lay for the trial is nobody's business
    assert names_in(store) == [REPORT]


def test_hostile_names_and_contents_stay_text(checkout: Path, store: str, tmp_path: Path) -> None:
    masthead = "CTOC/COP/2030/1\n\n" + "\n\n".join(HOSTILE)
    app = offered(checkout, "../../<img src=x onerror=1>\u202e.en.txt", masthead.encode())
    seen = markup(app)
    assert "<img" not in seen
    assert "<svg" not in seen
    assert "\u202e" not in seen
    pressed(app, "keep")
    (kept,) = (tmp_path / "uploads").rglob("*.txt")
    assert kept.resolve().is_relative_to(tmp_path / "uploads")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("CTOC_COP_2006_14.ar.txt", "CTOC_COP_2006_14.ar.txt"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.txt", "boot.txt"),
        ("--store=x.txt", "store_x.txt"),
        ("تقرير الدورة.ar.txt", "تقرير الدورة.ar.txt"),
        ("a\x00b\n.txt", "a_b_.txt"),
        ("...", "document"),
        (".sqlite", "sqlite"),
        ("x" * 400 + ".txt", "x" * 100 + ".txt"),
    ],
)
def test_names_cannot_lead_out_of_their_folder(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_nothing_can_be_added_where_uploads_are_off(
    checkout: Path, store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = offered(checkout, AGENDA, (digests_folder() / AGENDA).read_bytes())
    # switched off after the page was drawn: the button alone must not be what is hidden
    monkeypatch.delenv(UPLOADS_SET)
    app.button(key="keep").click().run()
    assert names_in(store) == [REPORT]
    assert not opened(checkout, page="documents", lang="en").file_uploader
