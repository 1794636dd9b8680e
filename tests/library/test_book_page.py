"""The library of questions as a page: the file in the checkout, and answers in Markdown."""

from __future__ import annotations

from pathlib import Path

from commands.layout.tables import as_markdown
from graph.library import Table, questions
from tests.commands.conftest import run


def test_the_file_is_what_the_questions_say(checkout: Path, tmp_path: Path) -> None:
    written = (checkout / "docs" / "reference" / "questions.md").read_text(encoding="utf-8")
    assert run(tmp_path, "query", "--format", "markdown").stdout == written, (
        "`make reference` writes it anew"
    )
    for one in questions().values():
        assert f"\n## {one.name}\n\n**{one.title}** {one.says}\n" in written
        assert f"```cypher\n{one.query}\n```" in written


def test_one_question_is_its_section(tmp_path: Path) -> None:
    shown = run(tmp_path, "query", "due-at-a-session", "--show", "--format", "markdown").stdout
    assert shown.startswith("## due-at-a-session\n\n**What is due at a session?** ")
    assert '| `language` | string | language of texts, where there are more | `"en"` |' in shown


def test_an_answer_stays_a_table_whatever_stands_in_it() -> None:
    table = Table(("provision", "text"), (("dec:x/1/1#a", "one | two\nthree"),), cut=False)
    assert as_markdown(table).splitlines() == [
        "| provision | text |",
        "| --- | --- |",
        "| dec:x/1/1#a | one \\| two three |",
    ]
