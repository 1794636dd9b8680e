"""A reading says only what the model knows: one odd link must not cost the whole graph."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import ingest.reading
from graph.model.records import Edge
from graph.model.schema import load_model
from ingest.packs import load_packs
from ingest.reading import read_document
from ingest.reading.formats import open_source
from ingest.records import Reading
from tests.reading.texts import source


@pytest.mark.corpus
def test_acts_on_one_page_are_not_contained_in_the_first_of_them(corpus: Path) -> None:
    """The file is called by the first of several resolutions that share a page."""
    path = corpus / "resolutions" / "A_RES_1541(XV).en.txt"
    reading = read_document(open_source(path), load_packs())
    assert reading.identity.document == "res:ga/1541"
    assert not [edge.key for edge in reading.edges if edge.type == "CONTAINED_IN"]
    for edge in reading.edges:
        load_model().validate(edge)


def test_a_link_that_the_model_does_not_know_is_left_out_with_a_remark(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    related = ingest.reading.relate
    odd = Edge("CONTAINED_IN", "res:ga/1542", "res:ga/1541", "structural")

    def oddly(*given: object) -> Reading:
        found = related(*given)  # type: ignore[arg-type]
        return replace(found, edges=(*found.edges, odd))

    monkeypatch.setattr(ingest.reading, "relate", oddly)
    text = "The General Assembly,\n\nRecalling its resolution 55/25,\n\n1. Decides to meet.\n"
    reading = read_document(source(text, "A_RES_99_1.en.txt"), load_packs())
    assert odd not in reading.edges
    assert reading.edges  # the rest is there
    (remark,) = [one for one in reading.remarks if "left out" in one.message]
    assert "CONTAINED_IN res:ga/1542 -> res:ga/1541" in remark.message
