"""The page on adding a relation, followed as it is written, in a copy of the checkout."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from rdflib import Graph, URIRef

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "extending" / "relation.md").read_text(encoding="utf-8")
# A block is for the file that was named last before it; a file to be saved is no example to run (`py`).
BLOCK = re.compile(
    r"^```(?P<kind>toml|py|diff)\n(?P<text>.*?)^```"
    r"|`(?P<file>[\w/]+\.(?:py|toml))`(?=[^`]*:\n\n```)",
    re.MULTILINE | re.DOTALL,
)
NEW, OLD = "doc:CTOC/COP/2032/4", "doc:CTOC/COP/2030/2"
SAID = "The present report updates document CTOC/COP/2030/2 on the keeping of locks."
REPORT = f"CTOC/COP/2032/4\nThe keeping of locks\n1. {SAID}\n2. It was written in Vienna.\n"


def edited(text: str, change: str) -> str:
    """A text with the lines that a change adds; the others say where they stand."""
    lines = change.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if not line.startswith("+"))
    assert text.count(before) == 1, f"where does this stand?\n{before}"
    return text.replace(before, "".join(line[1:] for line in lines))


def follow(page: str, checkout: Path) -> list[str]:
    """Do to a checkout what the page says; the files that were written or changed."""
    done: list[str] = []
    file = ""
    for match in BLOCK.finditer(page):
        if match["file"]:
            file = match["file"]
            continue
        path = checkout / file
        if match["kind"] == "diff":
            path.write_text(edited(path.read_text("utf-8"), match["text"]), encoding="utf-8")
        else:
            added = path.read_text("utf-8") + "\n" if path.exists() else ""
            path.write_text(added + match["text"], encoding="utf-8")
        done.append(file)
    return done


@dataclass(frozen=True, slots=True)
class Checkout:
    """A copy of the checkout in which programs run."""

    folder: Path

    def run(self, *words: str) -> str:
        """What a program of the copy prints; it must succeed."""
        environment = os.environ | {
            "PYTHONPATH": str(self.folder),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONUTF8": "1",
            "MANDATES_STORE": f"sqlite:///{self.folder / 'locks.sqlite'}",
        }
        done = subprocess.run(
            [sys.executable, *words],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
        return done.stdout

    def mandates(self, *words: str) -> str:
        return self.run("-c", "from commands import main; main()", *words)


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A checkout with the relation of the page, and a store of one document that has it."""
    folder = tmp_path_factory.mktemp("relation") / "checkout"
    for part in ("commands", "docs", "graph", "ingest", "tests", "views"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    for part in ("pyproject.toml", "schema.cypher"):
        shutil.copy(ROOT / part, folder)
    files = follow(PAGE, folder)
    assert len(files) == 9, files
    checkout = Checkout(folder)
    (folder / "documents").mkdir()
    (folder / "documents" / "CTOC_COP_2032_4.en.txt").write_text(REPORT, encoding="utf-8")
    checkout.mandates("build", "documents", "--workers", "1")
    return checkout


def test_the_checks_of_the_page_pass(changed: Checkout) -> None:
    for command in re.findall(r"^    (mandates schema .*)$", PAGE, re.MULTILINE):
        changed.mandates(*command.split()[1:])
    (checks,) = re.findall(r"^    python -m (pytest .*)$", PAGE, re.MULTILINE)
    passed = changed.run("-m", *checks.split(), "-q", "-p", "no:cacheprovider")
    assert " passed" in passed
    assert " skipped" not in passed


def test_the_schema_of_neo4j_has_the_relation(changed: Checkout) -> None:
    assert "// (:Document)-[:UPDATES]->(:Document)" in changed.mandates("schema")


def test_it_is_followed_with_its_sentence(changed: Checkout) -> None:
    answer = json.loads(changed.mandates("why", "CTOC/COP/2032/4", "--json"))
    (reason,) = (one for one in answer["reasons"] if one["relation"] == "UPDATES")
    assert reason["to"] == OLD
    assert reason["basis"] == "stated"
    assert [piece["quotation"] for piece in reason["evidence"]] == [SAID]


def test_it_is_exported_with_its_place_in_the_file(changed: Checkout) -> None:
    changed.mandates("export", "--format", "jsonl", "--out", "export")
    lines = (changed.folder / "export" / "edges.jsonl").read_text("utf-8").splitlines()
    (edge,) = (edge for edge in map(json.loads, lines) if edge["type"] == "UPDATES")
    assert (edge["from"], edge["to"], edge["confidence"]) == (NEW, OLD, None)
    (evidence,) = edge["evidence"]
    ((start, end),) = evidence["spans"]
    assert REPORT[start:end] == SAID
    assert (evidence["rule"], evidence["pinpoint"]) == ("updates-in-words", "paragraph 1")


def test_it_is_an_attribute_of_objects_and_a_term_of_rdf(changed: Checkout) -> None:
    told = "from graph.ogm import Document; print(Document.updates, Document.updated_by)"
    assert changed.run("-c", told)
    changed.mandates("export", "--format", "turtle", "--out", "triples")
    triples = Graph()
    for file in (changed.folder / "triples").glob("*.ttl"):
        triples.parse(file)
    updates = URIRef("http://purl.org/spar/cito/updates")
    assert [str(old).endswith("CTOC/COP/2030/2") for old in triples.objects(None, updates)] == [
        True
    ]
