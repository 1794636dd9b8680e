"""The finder inside spaCy pipelines of others."""

from __future__ import annotations

import pytest
import spacy

import ingest.spacy_component  # noqa: F401  (installed packages are found by their entry point)
from graph.model.errors import PackError


def test_references_become_spans_with_kind_and_id() -> None:
    pipeline = spacy.blank("ar")
    pipeline.add_pipe("un_references", config={"body": "untoc-cop"})
    doc = pipeline("عملا بمقرّره 2/6 والمادة 32 من الاتفاقية")
    found = {(span.label_, span.id_) for span in doc.spans["references"]}
    assert {
        ("decision", "dec:untoc-cop/2/6"),
        ("article", "art:untoc/32"),
        ("instrument", "inst:untoc"),
    } <= found


def test_what_a_text_leaves_open_is_a_span_without_id() -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("un_references")
    doc = pipeline("Recalling decision 3/2,")
    (span,) = [span for span in doc.spans["references"] if span.label_ == "decision"]
    assert (span.text, span.id_) == ("decision 3/2", "")


def test_a_language_without_pack_is_refused() -> None:
    with pytest.raises(PackError, match="no language pack"):
        spacy.blank("fi").add_pipe("un_references")


def test_lines_with_an_operative_verb_become_provisions() -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("un_provisions", config={"body": "untoc-cop"})
    doc = pipeline(
        "Recalling its earlier decisions,\n"
        "Requests the Secretariat to submit a report, subject to the availability of"
        " extrabudgetary resources;\n"
        "Urges States parties to ratify the Convention."
    )
    asked, urged = doc.spans["provisions"]
    assert asked.text.startswith("Requests")
    assert asked.text.endswith("resources;")
    assert (asked.label_, asked._.actions, asked._.addressees) == (
        "directive",
        ("request",),
        ("actor:secretariat",),
    )
    assert (asked._.deliverable, asked._.is_mandate) == ("report", True)
    assert asked._.conditions == ("extrabudgetary-resources",)
    assert urged._.addressees == ("actor:states-parties",)
