"""The pictures of the documentation: each is shown, is told in words, and opens on a slow line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.pictures.take import ADDING, JUDGING, LANGUAGES, READING

LARGEST = 150_000  # bytes
SHOWN = re.compile(r"!\[([^\]]*)\]\(([^)\s]+\.png)\)")


@pytest.fixture(scope="module")
def shown(checkout: Path) -> dict[Path, list[str]]:
    """What pages say of the pictures that they show, by picture."""
    told: dict[Path, list[str]] = {}
    for page in (checkout / "README.md", *sorted((checkout / "docs").rglob("*.md"))):
        for words, picture in SHOWN.findall(page.read_text(encoding="utf-8")):
            told.setdefault((page.parent / picture).resolve(), []).append(words)
    return told


def test_the_pictures_shown_are_those_there_are(
    checkout: Path, shown: dict[Path, list[str]]
) -> None:
    assert set(shown) == set((checkout / "docs").rglob("*.png"))


def test_all_that_are_taken_are_shown(checkout: Path, shown: dict[Path, list[str]]) -> None:
    taken = {
        checkout / "docs" / "pictures" / f"{picture.name}.{language}.png"
        for picture in (*READING, *ADDING, *JUDGING)
        for language in LANGUAGES
    }
    assert taken <= set(shown)


def test_whoever_sees_no_picture_reads_what_it_shows(shown: dict[Path, list[str]]) -> None:
    assert [str(one) for one, told in shown.items() if any(len(words) < 20 for words in told)] == []


def test_no_picture_is_large(shown: dict[Path, list[str]]) -> None:
    assert [one.name for one in shown if one.stat().st_size > LARGEST] == []
