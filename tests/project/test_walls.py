"""The walls between the packages: who may know whom, as the design lays down."""

import ast
from pathlib import Path

import pytest

OURS = {"app", "commands", "graph", "ingest", "views"}


def imports_of(source: str) -> set[str]:
    """The project's own modules that a piece of Python imports, at any depth of its code."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "a relative import hides which package it means"
            # `from graph import model` means graph.model
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return {name for name in found if name.partition(".")[0] in OURS}


def is_allowed(importer: str, imported: str) -> bool:
    """Whether a file (by its path in the checkout) may import one of the project's modules."""
    package = importer.partition("/")[0].removesuffix(".py")
    target = imported.partition(".")[0]
    if package == target or package == "commands":
        return True
    if package == "ingest":
        return imported.startswith("graph.model")
    if package in {"views", "app"}:
        # an upload is a build, and where files lie is the bundle's to say
        asked_of_commands = ("commands.build", "commands.bundle")
        return target in {"graph", "views"} or imported.startswith(asked_of_commands)
    return False


@pytest.mark.parametrize(
    ("importer", "imported", "allowed"),
    [
        ("ingest/packs.py", "graph.model.errors.PackError", True),
        ("ingest/reading/__init__.py", "graph.stores.sqlite", False),
        ("graph/search.py", "ingest.records", False),
        ("graph/search.py", "commands.build", False),
        ("views/trace.py", "graph.questions", True),
        ("views/trace.py", "ingest.reading", False),
        ("views/upload.py", "commands.build.build", True),
        ("app.py", "views.trace", True),
        ("commands/build.py", "ingest.reading", True),
    ],
)
def test_the_walls_are_those_of_the_design(importer: str, imported: str, allowed: bool) -> None:
    assert is_allowed(importer, imported) is allowed


def test_nobody_reaches_over_a_wall(checkout: Path) -> None:
    files = [
        path
        for package in OURS
        for path in [*(checkout / package).rglob("*.py"), checkout / f"{package}.py"]
        if path.is_file()
    ]
    assert len(files) > 10
    over = [
        f"{name}: {imported}"
        for path in files
        for name in [path.relative_to(checkout).as_posix()]
        for imported in sorted(imports_of(path.read_text(encoding="utf-8")))
        if not is_allowed(name, imported)
    ]
    assert over == []
