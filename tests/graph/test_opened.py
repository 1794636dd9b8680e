"""A store as an analyst opens it: which rows say what, with which sentence and citation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pytest
import river

from graph import OpenStore, open_store
from graph.model.errors import QuestionError, StoreError
from graph.stores import Store
from graph.stores import open_store as open_records

ACT = river.ACT


@pytest.fixture(scope="module")
def opened(store: Store) -> Iterator[OpenStore]:
    with open_store(store.url) as found:
        yield found


def test_three_lines_lead_from_a_file_to_a_chain(store: Store) -> None:
    file = Path(store.url.removeprefix("sqlite:///"))
    chain = open_store(file).chain("3/2", body="river-cop")
    assert chain.has_edge(f"{ACT}#a", "doc:RIV/COP/2008/4", "MANDATES")


@pytest.mark.parametrize("below", [".", "notebooks"])
def test_without_an_address_the_nearest_store_is_opened(
    below: str, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(store.url.removeprefix("sqlite:///")).parent / below
    folder.mkdir(exist_ok=True)
    monkeypatch.delenv("MANDATES_STORE", raising=False)
    monkeypatch.chdir(folder)
    with open_store() as found:
        assert found.records.url == store.url


def test_a_store_that_is_named_goes_before_the_nearest(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MANDATES_STORE", store.url)
    monkeypatch.chdir(tmp_path)
    with open_store() as found:
        assert found.find("3/2", body="river-cop") == ACT


@pytest.mark.parametrize("form", ["{}", "sqlite:///{}"])
def test_a_file_that_is_named_may_lie_in_a_folder_above(
    form: str, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    # `MANDATES_STORE=reports.sqlite make notebooks`: kernels run in notebooks/
    file = Path(store.url.removeprefix("sqlite:///"))
    below = file.parent / "notebooks"
    below.mkdir(exist_ok=True)
    monkeypatch.setenv("MANDATES_STORE", form.format(file.name))
    monkeypatch.chdir(below)
    with open_store() as found:
        assert found.records.url == store.url
    monkeypatch.setenv("MANDATES_STORE", form.format("elsewhere.sqlite"))
    with pytest.raises(StoreError, match=r"elsewhere\.sqlite"):
        open_store()


def test_a_store_that_is_not_there_is_no_empty_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MANDATES_STORE", raising=False)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match=r"mandates\.sqlite"):
        open_store()
    assert list(tmp_path.iterdir()) == []


def test_a_store_without_a_graph_says_how_to_make_one(tmp_path: Path) -> None:
    open_records(f"sqlite:///{tmp_path / 'empty.sqlite'}").close()
    with pytest.raises(StoreError, match="mandates build"):
        open_store(tmp_path / "empty.sqlite")


def test_a_name_that_several_have_lists_them(opened: OpenStore) -> None:
    with pytest.raises(QuestionError) as raised:
        opened.chain("3/2")
    assert raised.value.candidates == ("dec:air-cop/3/2", ACT)


@pytest.mark.parametrize(
    ("type", "id", "told"),
    [
        # a provision: what the model declares, its session, and where it stands
        (
            "provision",
            f"{ACT}#a",
            {
                "name": "river-cop/3/2 (a)",
                "session": "session:river-cop/3",
                "status": "answered",
                "action": ["request"],
                "text": river.TEXT_A["en"],
                "citation": "Report of the River Commission on its third session (RIV/COP/2006/9), "
                "paragraph 1 [en], https://docs.un.org/en/RIV/COP/2006/9",
                "link": "https://docs.un.org/en/RIV/COP/2006/9",
            },
        ),
        # a document: the sessions that it came up at, under an item or before the session itself
        (
            "document",
            "doc:RIV/COP/2008/4",
            {"known": False, "came_up": ["session:river-cop/4"], "body": "body:river-cop"},
        ),
        # what a report records is of the body that met
        ("provision", f"{river.REPORT}#12", {"body": "body:river-cop"}),
        (
            "agenda item",
            "item:river-cop/4/2(b)",
            {"label": "2(b)", "session": "session:river-cop/4"},
        ),
        ("session", "session:river-cop/3", {"number": "3", "start": "2006-10-09"}),
        (None, "res:ga/55/25", {"type": "decision", "name": "resolution A/RES/55/25"}),
        (None, "doc:RIV/COP/2008/4", {"body": "body:river-cop", "title": "State of rivers"}),
    ],
)
def test_a_node_is_a_row(
    opened: OpenStore, type: str | None, id: str, told: dict[str, object]
) -> None:
    row = opened.nodes(type).loc[id]
    assert {name: row[name] for name in told} == told


def test_texts_are_in_one_language_or_in_a_column_each(opened: OpenStore) -> None:
    provision = f"{ACT}#a"
    assert opened.nodes("provision", language="ar").loc[provision, "text"] == river.TEXT_A["ar"]
    # (b) has no Arabic: English stands in
    assert opened.nodes("provision", "ar").loc[f"{ACT}#b", "text"] == "Words of paragraph b"
    wide = opened.nodes("provision", language=None)
    assert {f"text_{code}" for code in ("ar", "en", "zh")} <= set(wide.columns)
    assert wide.loc[provision, "text_zh"] == river.TEXT_A["zh"]
    assert pd.isna(wide.loc[f"{ACT}#b", "text_ar"])
    titles = opened.nodes(language=None).loc["actor:secretariat", ["title_ar", "title_en"]]
    assert titles.tolist() == ["الأمانة", "Secretariat"]


def test_a_link_is_a_row_with_its_sentence(opened: OpenStore) -> None:
    links = opened.links("MANDATES")
    assert set(links["relation"]) == {"MANDATES"}
    found = links.set_index(["source", "target"]).loc[(f"{ACT}#a", "doc:RIV/COP/2008/4")]
    assert (found["basis"], found["confidence"]) == ("inferred", 0.8)
    assert found["quotation"] == "MANDATES as printed"
    assert found["citation"].endswith("https://docs.un.org/en/RIV/COP/2008/1")
    assert (found["source_type"], found["target_type"]) == ("provision", "document")


def test_every_row_that_names_a_provision_has_its_citation(opened: OpenStore) -> None:
    provisions = opened.nodes("provision")
    links = opened.links()
    named = links[(links["source_type"] == "provision") | (links["target_type"] == "provision")]
    assert len(named) == 22
    for rows in (provisions, named, opened.mandates()):
        assert rows[["citation", "link"]].notna().all(axis=None)


def test_evidence_is_a_row_a_piece(opened: OpenStore) -> None:
    evidence = opened.evidence("MANDATES")
    assert len(evidence) == len(opened.links("MANDATES"))
    first = evidence.iloc[0]
    assert (first["start"], first["end"], first["spans"]) == (0, 19, [[0, 19]])
    assert evidence["checksum"].str.len().eq(64).all()


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("a", {"asked": ["actor:secretariat"], "documents": ["doc:RIV/COP/2008/4"]}),
        ("a", {"items": ["item:river-cop/4/2(b)"], "came_up": ["session:river-cop/4"]}),
        ("c", {"working_groups": ["wg:river-cop/fish"], "came_up": []}),
        # a point that says neither whom nor by when has it from the provision above
        ("b.1", {"asked": ["actor:secretariat"], "due": ["session:river-cop/4"]}),
        ("b.2", {"asked": ["actor:states"], "due": ["session:river-cop/4"]}),
        # nothing came of (b) itself, but of its second point; of (f) and its point nothing
        ("b", {"status": "no follow-up found", "followed": True}),
        ("b.1", {"within": f"{ACT}#b", "followed": False}),
        ("f", {"followed": False}),
    ],
)
def test_a_mandate_is_a_row(opened: OpenStore, label: str, told: dict[str, object]) -> None:
    row = opened.mandates().loc[f"{ACT}#{label}"]
    assert {name: row[name] for name in told} == told


def test_a_mandate_with_its_points_counts_once(opened: OpenStore) -> None:
    mandates = opened.mandates()
    once = mandates[mandates["within"].isna()]
    assert sorted(once.index) == [*(f"{ACT}#{one}" for one in "abcef"), f"{river.REPORT}#12"]


def test_a_text_is_a_row(opened: OpenStore) -> None:
    texts = opened.texts().set_index("document")
    assert texts.loc[river.REPORT, ["language", "source", "trust"]].tolist() == [
        "ar",
        "official",
        0.75,
    ]


def test_a_text_that_is_not_here_is_a_row(opened: OpenStore) -> None:
    missing = opened.missing()
    reports = missing[missing["kind"] == "session report"]
    # that nothing refers to a session does not mean that it was not held
    assert reports["wanted"].to_dict() == {
        "session:river-cop/1": 0,
        "session:river-cop/2": 0,
        "session:river-cop/4": 1,
        "session:river-cop/5": 2,
    }
    assert missing.loc["doc:RIV/COP/2008/4", ["kind", "title"]].tolist() == [
        "document",
        "State of rivers",
    ]


def test_numbers_that_lack_stay_numbers(opened: OpenStore) -> None:
    links = opened.links()
    assert links["confidence"].isna().any()
    assert links.loc[links["basis"] == "inferred", "confidence"].mean() == pytest.approx(0.8)
    assert links["pieces"].sum() == len(opened.evidence())


def test_search_tells_where_the_words_stand(opened: OpenStore) -> None:
    found = opened.search("تقرير الأنهار")
    assert found.iloc[0][["id", "field", "language"]].tolist() == [f"{ACT}#a", "text", "ar"]


def test_a_store_says_what_it_is(opened: OpenStore) -> None:
    assert opened.records.url in repr(opened)


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (lambda store: store.nodes("provisions"), "provisions: no type of node; there are body, "),
        (lambda store: store.links("MANDATE"), "MANDATE: no relation; there are .*MANDATES"),
        (lambda store: store.evidence(["MANDATES", "ASKS"]), "ASKS: no relation"),
        (lambda store: store.network(types={"item"}), "item: no type of node"),
        (
            lambda store: store.network(body="rivr-cop"),
            "rivr-cop: no such body.* air-cop, river-cop",
        ),
        (lambda store: store.onward("rivr-cop"), "rivr-cop: no such body"),
        (lambda store: store.find("3/2", "rivr-cop"), "rivr-cop: no such body"),
    ],
)
def test_a_name_that_is_mistyped_is_refused(
    opened: OpenStore, ask: Callable[[OpenStore], object], says: str
) -> None:
    with pytest.raises(QuestionError, match=says):
        ask(opened)
