"""`mandates schema`: printed, written, and held against a file."""

from __future__ import annotations

from pathlib import Path

from tests.commands.conftest import Mandates


def test_what_is_printed_and_written_is_the_same(mandates: Mandates, tmp_path: Path) -> None:
    printed = mandates("schema")
    assert printed.returncode == 0
    assert "CREATE CONSTRAINT decision_id IF NOT EXISTS" in printed.stdout
    assert mandates("schema", "-o", "graph.cypher").returncode == 0
    assert (tmp_path / "graph.cypher").read_text(encoding="utf-8") == printed.stdout


def test_a_file_that_differs_is_told_and_left_alone(mandates: Mandates, tmp_path: Path) -> None:
    file = tmp_path / "schema.cypher"
    assert mandates("schema", "-o", "schema.cypher").returncode == 0
    assert mandates("schema", "--check").returncode == 0
    file.write_text("// by hand\n", encoding="utf-8")
    differs = mandates("schema", "--check")
    assert differs.returncode == 1
    assert "schema.cypher: not what the model says" in differs.stderr
    assert file.read_text(encoding="utf-8") == "// by hand\n"


def test_a_file_that_is_not_there_is_told(mandates: Mandates) -> None:
    missing = mandates("schema", "--check", "-o", "other.cypher")
    assert missing.returncode == 1
    assert "other.cypher: cannot be read" in missing.stderr


def test_the_page_of_the_documentation_is_written_and_checked_alike(
    mandates: Mandates, tmp_path: Path
) -> None:
    assert mandates("schema", "--form", "markdown", "-o", "model.md").returncode == 0
    page = (tmp_path / "model.md").read_text(encoding="utf-8")
    assert page.startswith("# The model\n")
    check = ("schema", "--form", "markdown", "--check", "-o", "model.md")
    assert mandates(*check).returncode == 0
    (tmp_path / "model.md").write_text(page.replace("topic", "subject"), encoding="utf-8")
    differs = mandates(*check)
    assert differs.returncode == 1
    assert "`mandates schema --form markdown -o model.md` writes it" in differs.stderr
