"""The page of the model: what is written in the checkout is what the model says, all of it."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from graph.model.records import Edge, Evidence
from graph.model.schema import KINDS, load_model
from graph.model.schema_page import EDGE, EVIDENCE, model_page
from graph.model.schema_page import KINDS as KINDS_TOLD

MODEL = load_model()
PAGE = model_page(MODEL)


def test_the_file_is_what_the_model_says(checkout: Path) -> None:
    written = (checkout / "docs" / "reference" / "model.md").read_text(encoding="utf-8")
    assert written == PAGE, "`make reference` writes it anew"


def test_every_type_has_its_section_with_what_it_declares() -> None:
    sections = dict(re.findall(r"^### (.+?)\n(.*?)(?=^##|\Z)", PAGE, re.M | re.S))
    assert list(sections) == [*MODEL.nodes, *MODEL.relations]
    for name, node in MODEL.nodes.items():
        assert all(f"`{example}`" in sections[name] for example in node.examples)
    mandates = sections["MANDATES"]
    assert "- From provision to document, agenda item or working group" in mandates
    assert "mandated by (en)" in mandates
    assert "| `action` | strings |" in mandates
    assert "| `status` | string | of a mandate" in sections["provision"]
    assert "`no follow-up found`" in sections["provision"]
    assert "`:Resolution` where the id begins with `res:`" in sections["decision"]


def test_what_records_hold_is_told() -> None:
    assert KINDS_TOLD.keys() == KINDS.keys()
    assert {field.name for field in fields(Evidence)} == EVIDENCE.keys()
    ends = {"type", "source", "target", "properties"}
    assert {field.name for field in fields(Edge)} == EDGE.keys() | ends


def test_every_property_says_what_it_is() -> None:
    types = [*MODEL.nodes.values(), *MODEL.relations.values()]
    silent = [(of.name, one.name) for of in types for one in of.properties.values() if not one.says]
    assert silent == []
