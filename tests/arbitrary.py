"""Nodes and edges with whatever the model admits, for what has to come back as it was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from graph.model.records import Edge, Evidence, Node
from graph.model.schema import PropertyType, load_model

MODEL = load_model()
TEXT = st.one_of(st.sampled_from(["", "مقرّر ٣/٢", "[[1, 2]]", "河流"]), st.text(max_size=20))
RECORD = st.dictionaries(TEXT, st.one_of(TEXT, st.integers(), st.booleans(), st.lists(TEXT)))
NUMBER = st.one_of(st.floats(allow_nan=False), st.integers(-(2**63), 2**63 - 1))
OF_KIND: Mapping[str, st.SearchStrategy[Any]] = {
    "string": TEXT,
    "strings": st.lists(TEXT, max_size=3),
    "integer": st.integers(-(2**63), 2**63 - 1),
    "number": NUMBER,
    "boolean": st.booleans(),
    "date": st.sampled_from(["2006", "2006-10", "2006-10-18"]),
    "by language": st.dictionaries(st.sampled_from(["ar", "en", "ru", "zh"]), TEXT),
    "record": RECORD,
    "records": st.lists(RECORD, max_size=2),
}


def of(declared: Mapping[str, PropertyType]) -> st.SearchStrategy[dict[str, Any]]:
    """Some of the declared properties, in any order."""
    values = {
        name: st.sampled_from(one.one_of) if one.one_of else OF_KIND[one.kind]
        for name, one in declared.items()
    }
    some = st.lists(st.sampled_from(sorted(values)), unique=True)
    return some.flatmap(lambda names: st.fixed_dictionaries({name: values[name] for name in names}))


NODES = st.sampled_from(sorted(MODEL.nodes)).flatmap(
    lambda type: st.builds(
        Node,
        id=st.sampled_from(MODEL.nodes[type].examples),
        type=st.just(type),
        properties=of(MODEL.nodes[type].properties),
    )
)
SPANS = st.lists(st.tuples(st.integers(0, 9), st.integers(10, 2**40)), max_size=3).map(tuple)
EVIDENCES = st.builds(
    Evidence,
    document=TEXT,
    language=TEXT,
    checksum=TEXT,
    spans=SPANS,
    quotation=TEXT,
    rule=TEXT,
    source=st.sampled_from(["official", "digest"]),
    pinpoint=st.one_of(st.none(), TEXT.filter(bool)),
    page=st.one_of(st.none(), st.integers(0, 9999)),
    box=st.one_of(st.none(), st.tuples(*[st.floats(allow_nan=False)] * 4)),
)
EDGES = st.sampled_from(sorted(MODEL.relations)).flatmap(
    lambda type: st.builds(
        Edge,
        type=st.just(type),
        source=TEXT,
        target=TEXT,
        basis=st.sampled_from(MODEL.values["basis"]),
        confidence=st.one_of(st.none(), st.floats(0, 1)),
        properties=of(MODEL.relations[type].properties),
        evidence=st.lists(EVIDENCES, max_size=3).map(tuple),
    )
)
