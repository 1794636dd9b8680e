"""`mandates fetch` against a site that misbehaves: what can be had is kept, what not is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.conftest import Mandates
from tests.fetching.unruly import Unruly, unruly_site
from tests.reading.word_files import paragraph, word_file


@pytest.fixture(scope="module")
def site() -> Iterator[Unruly]:
    acts = {
        f"/{language}/A/RES/99/1": word_file(
            paragraph("A/RES/99/1")
            + paragraph("The General Assembly,")
            + paragraph("1. Decides to meet.")
        )
        for language in ("en", "fr")
    }
    acts["/en/A/RES/99/2"] = acts["/en/A/RES/99/1"]  # another document than asked for
    with unruly_site(acts) as running:
        yield running


def fetch(
    mandates: Mandates, site: Unruly, *words: str, given: str = ""
) -> tuple[int, list[str], str]:
    done = mandates("fetch", *words, "--base", site.address, given=given)
    return done.returncode, done.stdout.splitlines(), done.stderr


def test_a_document_in_two_languages(mandates: Mandates, site: Unruly, tmp_path: Path) -> None:
    status, files, told = fetch(mandates, site, "A/RES/99/1", "--lang", "fr,en", "--to", "got")
    assert (status, told) == (0, "")
    assert files == [str(Path("got", f"A_RES_99_1.{language}.docx")) for language in ("fr", "en")]
    built = mandates("build", "got", "--store", "sqlite:///got.sqlite")
    assert built.returncode == 0, built.stderr
    assert "doc" not in mandates("trace", "99/1", "--store", "sqlite:///got.sqlite").stderr


def test_what_cannot_be_had_is_named_and_the_rest_kept(
    mandates: Mandates, site: Unruly, tmp_path: Path
) -> None:
    status, files, told = fetch(
        mandates, site, "A/RES/99/9", "A/RES/99/2", "A/RES/99/1", "--lang", "en", "--to", "got"
    )
    assert status == 1
    assert files == [str(Path("got", "A_RES_99_1.en.docx"))]
    assert "A/RES/99/9 [en]" in told
    assert "no such document" in told
    assert "A/RES/99/2 [en]" in told
    assert "gave another document" in told
    assert sorted(path.name for path in (tmp_path / "got").glob("*.docx")) == ["A_RES_99_1.en.docx"]


def test_symbols_come_from_a_pipe_each_once(mandates: Mandates, site: Unruly) -> None:
    listed = "A/RES/99/1\twanted\n\nA/RES/99/1\n"
    status, files, _ = fetch(mandates, site, "-", "--lang", "en", given=listed)
    assert (status, len(files)) == (0, 1)


@pytest.mark.parametrize("codes", ["xx", "en,xx", ","])
def test_a_language_that_there_is_not_is_wrong_use(
    mandates: Mandates, site: Unruly, codes: str
) -> None:
    status, files, told = fetch(mandates, site, "A/RES/99/1", "--lang", codes)
    assert (status, files) == (2, [])
    assert "there are" in told
