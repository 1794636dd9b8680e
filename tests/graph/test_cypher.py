"""The model as Cypher: what is constrained, indexed and told, and that the file says the same."""

from __future__ import annotations

import re
from copy import deepcopy
from importlib import resources
from pathlib import Path
from tomllib import loads
from typing import Any

import pytest

from graph.model.cypher import (
    EDGE_KEEPS,
    EVIDENCE,
    NODE_KEEPS,
    SUPPORT,
    node_label,
    statements,
)
from graph.model.errors import ModelError
from graph.model.schema import KINDS, load_model, parse_model
from graph.model.schema_text import CYPHER_TYPES, schema_text

MODEL = load_model()
TEXT = schema_text(MODEL)
COMMENTS = [line for line in TEXT.splitlines() if line.startswith("//")]


def declaration() -> dict[str, Any]:
    text = resources.files("graph.model").joinpath("model.toml").read_text(encoding="utf-8")
    return deepcopy(loads(text))


def test_the_file_is_what_the_model_says(checkout: Path) -> None:
    written = (checkout / "schema.cypher").read_text(encoding="utf-8")
    assert written == TEXT, "`mandates schema -o schema.cypher` writes it anew"


def test_ids_are_unique_label_by_label() -> None:
    constrained = re.findall(r"^FOR \(n:(\w+)\) REQUIRE n\.id IS UNIQUE;$", TEXT, re.M)
    assert constrained == ["Mandates", *(node_label(name) for name in MODEL.nodes)]
    assert {"Decision", "AgendaItem", "WorkingGroup"} <= set(constrained)


def test_what_is_kept_beside_the_graph_is_known_by_its_own() -> None:
    constrained = dict(re.findall(r"^FOR \(n:(\w+)\) REQUIRE (\S.*) IS UNIQUE;$", TEXT, re.M))
    assert constrained["SourceText"] == "n.checksum"
    assert constrained["Words"] == "(n.node, n.field, n.language)"


def test_what_questions_look_up_has_an_index() -> None:
    indexed = set(re.findall(r"^FOR \(n:(\w+)\) ON \(n\.(\w+)\);$", TEXT, re.M))
    assert {
        *(("Decision", "designation"), ("Decision", "symbol"), ("Document", "symbol")),
        *(("AgendaItem", "label"), ("Provision", "status"), ("Body", "code")),
    } <= indexed


def test_titles_and_texts_are_searched_in_every_language() -> None:
    searched = set(re.findall(r"n\.(\w+_[a-z]{2})\b", TEXT))
    for text in ("title", "text", "preamble", "annotation"):
        assert {f"{text}_{code}" for code in ("ar", "en", "es", "fr", "ru", "zh")} <= searched
    assert "`fulltext.analyzer`: 'arabic'" in TEXT


def test_a_second_time_changes_nothing() -> None:
    named = [re.match(r"CREATE [A-Z ]+ (\w+) IF NOT EXISTS\n", one) for one in statements(MODEL)]
    assert all(named), "a statement would fail where its constraint or index is there already"
    names = [match[1] for match in named if match]
    assert len(names) == len(set(names)), "the second of one name would be passed over"


def test_a_semicolon_ends_a_statement_and_stands_nowhere_else() -> None:
    # Tools that apply a file part it at semicolons, in comments too.
    without_comments = [
        "\n".join(line for line in part.splitlines() if line and not line.startswith("//"))
        for part in TEXT.split(";")
    ]
    assert without_comments == [*statements(MODEL), ""]


def test_everything_declared_is_told() -> None:
    told = "\n".join(COMMENTS)
    for name, node in MODEL.nodes.items():
        assert f"// (:{node_label(name)})" in COMMENTS
        for one in node.properties.values():
            shown = f"{one.name}_*" if one.kind == "by language" else one.name
            assert f"//    {shown} " in told
    for name in MODEL.relations:
        assert f"-[:{name}]->" in told
    for name in (*NODE_KEEPS, *EDGE_KEEPS, *EVIDENCE):
        assert f"//    {name} " in told
    assert {f"// (:{label})" for label in SUPPORT} <= set(COMMENTS)
    assert "and :Resolution, where the id begins with res:" in told
    assert "(:Provision)-[:MANDATES]->(:Document|AgendaItem|WorkingGroup)" in told
    assert "STRING: answered | on agenda | pending | no follow-up found | unknown" in told
    assert set(CYPHER_TYPES) == set(KINDS)


def test_a_new_type_comes_with_all_that_belongs_to_it() -> None:
    more = declaration()
    more["node"]["side event"] = {
        "id": "event:{slug}",
        "examples": ["event:launch"],
        "label": {"en": "side event"},
        "colour": {"fill": "#eeeeee", "line": "#555555"},
        "says": "a meeting beside a session",
        "lookup": ["room"],
        "labels": {"Meeting": ""},
        "properties": {"room": "string", "programme": "by language"},
    }
    text = schema_text(parse_model(more))
    assert "FOR (n:SideEvent) REQUIRE n.id IS UNIQUE" in text
    assert "CREATE INDEX side_event_room IF NOT EXISTS" in text
    assert "n.programme_ru" in text
    assert "//    and :Meeting\n" in text
    assert "side event: a meeting beside a session" in text


def test_only_what_a_node_has_can_be_looked_up() -> None:
    wrong = declaration()
    wrong["node"]["body"]["lookup"] = ["colour"]
    with pytest.raises(ModelError, match=r"node\.body: lookup of 'colour', no property"):
        parse_model(wrong)


def test_a_label_is_written_like_one() -> None:
    # labels stand in statements, which take no parameters for them
    wrong = declaration()
    wrong["node"]["body"]["labels"] = {"Body) DETACH DELETE n //": ""}
    with pytest.raises(ModelError, match=r"node\.body: .* is not written like a label"):
        parse_model(wrong)
