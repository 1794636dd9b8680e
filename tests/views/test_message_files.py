"""The words of the interface: every language says everything that another says."""

import string

import pytest

from graph.model.schema import load_model
from views.parts.wording import Wording, wording_for, wordings


def gaps(message: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(message) if name}


def test_arabic_and_english_are_there() -> None:
    assert {"ar", "en"} <= set(wordings())
    assert wording_for("ar-EG").direction == "rtl"
    assert wording_for("de").language == "en"
    assert wording_for(None).language == "en"


@pytest.mark.parametrize("language", list(wordings()))
def test_every_language_has_the_same_messages(language: str) -> None:
    english, other = wordings()["en"].messages, wordings()[language].messages
    assert set(other) == set(english)
    assert {key: gaps(said) for key, said in other.items()} == {
        key: gaps(said) for key, said in english.items()
    }
    # the separator of a list is the one message that is no word
    wordless = [key for key, said in other.items() if not any(map(str.isalpha, said))]
    assert wordless == ["language.separator"]


@pytest.mark.parametrize("wording", wordings().values(), ids=list(wordings()))
def test_what_the_model_lists_has_a_word(wording: Wording) -> None:
    model = load_model()
    wanted = [("action", action) for action in model.classes]
    # those that every body has of its own: no pack gives them a name
    wanted += [("actor", actor) for actor in ("bureau", "president", "depositary")]
    wanted += [("status", status) for status in model.values["status"]]
    wanted += [("basis", basis) for basis in model.values["basis"]]
    assert [pair for pair in wanted if ".".join(pair) not in wording.messages] == []
    assert len(set(wording.letters)) == 26


@pytest.mark.parametrize("language", list(wordings()))
def test_the_model_has_labels_in_every_language_of_the_interface(language: str) -> None:
    model = load_model()
    assert [name for name, node in model.nodes.items() if language not in node.label] == []
    unlabelled = [
        name
        for name, relation in model.relations.items()
        if language not in relation.label or language not in relation.reverse
    ]
    assert unlabelled == []


def test_a_value_without_a_word_stands_for_itself() -> None:
    assert wording_for("en").value("deliverable", "road-map") == "road map"
