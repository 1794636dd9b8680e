"""The files of the library: what each must hold, and what is refused."""

from __future__ import annotations

import pytest

from graph.library import question, questions, read_question
from graph.model.errors import QuestionError

WHOLE = """\
// What is due?
//
// What was asked for by this session? It costs $100,
// a sum of no importance.
//
// $session  string   number of the session = "4"
// $most     integer  at most so many       = 2
// $share    number   of the whole          = null
// $stated   boolean  only what is stated   = true

MATCH (s:Session {number: $session}) WHERE $share IS NULL OR s.share > $share // and $not
RETURN s.id AS `a $column`, '$text' AS text, $stated LIMIT $most
"""


def test_a_file_is_read_as_it_stands() -> None:
    due = read_question("due", WHOLE)
    assert (due.name, due.title) == ("due", "What is due?")
    assert due.says.endswith("It costs $100, a sum of no importance.")
    assert due.text == WHOLE
    assert due.query.startswith("MATCH (s:Session")
    assert {one.name: (one.type, one.default) for one in due.parameters.values()} == {
        "session": ("string", "4"),
        "most": ("integer", 2),
        "share": ("number", None),
        "stated": ("boolean", True),
    }


@pytest.mark.parametrize(
    ("text", "instead", "said"),
    [
        ("// What is due?\n//\n", "", "after the title"),
        ("// What is due?", "MATCH (n) RETURN n\n// What is due?", "no title"),
        ("// What is due?", "//", "no title"),
        ("//\n// What was asked for by this session? It costs $100,\n// a sum", "// a", "title"),
        ("//\n// $session", "//\n// And more.\n//\n// $session", "one paragraph"),
        ("integer", "whole", "$most: whole is none of string, integer"),
        ("= 2", "", "write `$name"),
        ("= 2", "= two", "$most: two is no default of type integer"),
        ("= 2", '= "2"', '$most: "2" is no default of type integer'),
        ("= 2", "= true", "$most: true is no default of type integer"),
        ("// $share ", "// $most  ", "$most: declared twice"),
        (" LIMIT $most", "", "$most: declared and not used"),
        ("LIMIT $most", "LIMIT $most SKIP $few", "$few: used and not declared"),
        (WHOLE[WHOLE.index("MATCH") :], "// nothing follows", "no query"),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else "",
)
def test_a_faulty_file_is_refused(text: str, instead: str, said: str) -> None:
    assert text in WHOLE
    with pytest.raises(QuestionError) as refusal:
        read_question("due", WHOLE.replace(text, instead, 1))
    assert str(refusal.value).startswith("due: ")
    assert said in str(refusal.value)


def test_the_library_has_what_a_data_team_asks() -> None:
    book = questions()
    assert len(book) >= 20
    assert list(book) == sorted(book)
    for name, one in book.items():
        # a question, put as its user would put it, and an explanation that is more than the title
        assert one.title.endswith("?"), name
        assert len(one.says) > len(one.title), name


def test_every_parameter_may_be_left_out() -> None:
    for one in questions().values():
        assert one.filled({}).keys() == one.parameters.keys()


@pytest.mark.parametrize(
    ("given", "filled"),
    [
        ({}, {"session": "4", "most": 2, "share": None, "stated": True}),
        ({"most": 3, "share": 1}, {"session": "4", "most": 3, "share": 1.0, "stated": True}),
        ({"stated": False, "session": "S-23"}, {"session": "S-23", "most": 2, "stated": False}),
    ],
)
def test_what_is_not_given_has_its_default(
    given: dict[str, object], filled: dict[str, object]
) -> None:
    assert read_question("due", WHOLE).filled(given).items() >= filled.items()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"sesion": "4"}, "sesion: due has no such parameter; it has: session, most"),
        ({"session": 4}, "session: 4 is no string (number of the session)"),
        ({"most": "2"}, "most: '2' is no integer"),
        ({"most": True}, "most: True is no integer"),
        ({"share": "half"}, "share: 'half' is no number"),
        ({"stated": 1}, "stated: 1 is no boolean"),
    ],
)
def test_what_does_not_fit_is_refused(given: dict[str, object], said: str) -> None:
    with pytest.raises(QuestionError) as refusal:
        read_question("due", WHOLE).filled(given)
    assert said in str(refusal.value)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("session", "4", "4"),  # a session of digits stays text: there is S-23 as well
        ("session", "true", "true"),
        ("most", "12", 12),
        ("share", "0.5", 0.5),
        ("stated", "false", False),
    ],
)
def test_a_text_is_read_as_its_type_says(name: str, text: str, value: object) -> None:
    read = read_question("due", WHOLE).parameter(name).read(text)
    assert (type(read), read) == (type(value), value)


@pytest.mark.parametrize(("name", "text"), [("most", "2.5"), ("most", "x"), ("stated", "yes")])
def test_a_text_that_is_no_value_is_refused(name: str, text: str) -> None:
    with pytest.raises(QuestionError, match=f"^{name}: "):
        read_question("due", WHOLE).parameter(name).read(text)


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("what-led-to-document", "what-led-to-a-document"),
        ("mandates-witout-follow-up", "mandates-without-follow-up"),
        ("chains", "longest-chains"),
    ],
)
def test_a_name_that_is_none_gets_the_nearest(name: str, nearest: str) -> None:
    with pytest.raises(QuestionError) as refusal:
        question(name)
    assert nearest in str(refusal.value)
