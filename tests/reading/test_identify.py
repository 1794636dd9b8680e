"""Which document a file is: told by the user, its name, its head lines, its masthead, its text."""

from __future__ import annotations

import pytest

from graph.model.errors import UnreadableDocument
from ingest.packs import load_packs
from ingest.reading.identify import head_lines, read_name
from ingest.records import Identity
from tests.reading.ninth_session import REPORTS
from tests.reading.tenth_session import AGENDAS
from tests.reading.texts import outline

LETTER_EN = "Madam, the barges have been repaired and may leave the harbour on Monday morning.\n"
LETTER_AR = (
    "سيدتي، تم إصلاح الصنادل ويمكنها أن تغادر الميناء صباح يوم الاثنين القادم إن شاء الله.\n"
)


def identity(text: str, name: str, **given: str) -> Identity:
    return outline(text, name, **given).identity


@pytest.mark.parametrize(
    ("name", "stem", "symbol", "language", "digest"),
    [
        ("CTOC_COP_2030_9.ar.txt", "CTOC_COP_2030_9", "CTOC/COP/2030/9", "ar", False),
        ("CTOC_COP_2030_9.digest.en.txt", "CTOC_COP_2030_9", "CTOC/COP/2030/9", "en", True),
        # dots of a suffix are no language
        (
            "CTOC_COP_2030_9_Add.1.txt",
            "CTOC_COP_2030_9_Add.1",
            "CTOC/COP/2030/9/Add.1",
            None,
            False,
        ),
        ("A_RES_55_25.fr.txt", "A_RES_55_25", "A/RES/55/25", "fr", False),
        ("folder/E_CN.15_2030_8.en.md", "E_CN.15_2030_8", "E/CN.15/2030/8", "en", False),
        # no symbol: lower case, or no number
        ("minutes_of_monday.en.txt", "minutes_of_monday", None, "en", False),
        ("README.md", "README", None, None, False),
    ],
)
def test_what_a_file_name_tells(
    name: str, stem: str, symbol: str | None, language: str | None, digest: bool
) -> None:
    found = read_name(name, load_packs().languages)
    assert (found.stem, found.symbol, found.language, found.digest) == (
        stem,
        symbol,
        language,
        digest,
    )


def test_head_lines_are_keys_with_and_without_values() -> None:
    text = (
        "%%% digest\n%%% symbol: CTOC/COP/2030/9\n%%% official text: https://un.example/9\n\nWords"
    )
    assert head_lines(text) == {
        "digest": "",
        "symbol": "CTOC/COP/2030/9",
        "official text": "https://un.example/9",
    }
    # subject terms of a report stand behind the same sign
    assert head_lines("%%%BARGES|RIVER PORTS|\n") == {}


@pytest.mark.parametrize(
    ("name", "text", "given", "document", "language"),
    [
        # documents that do not print their own symbol carry it in their name
        ("CTOC_COP_2030_9.en.txt", LETTER_EN, {}, "doc:CTOC/COP/2030/9", "en"),
        (
            "scan7.en.txt",
            "%%% symbol: CTOC/COP/2030/9\n" + LETTER_EN,
            {},
            "doc:CTOC/COP/2030/9",
            "en",
        ),
        ("scan7.txt", "%%% language: ar\n" + LETTER_AR, {}, "doc:~scan7", "ar"),
        ("scan7.en.txt", "CTOC/COP/2030/9\n\n" + LETTER_EN, {}, "doc:CTOC/COP/2030/9", "en"),
        # another document's symbol far below is not the masthead's
        ("scan7.en.txt", LETTER_EN * 30 + "See CTOC/COP/2030/9.", {}, "doc:~scan7", "en"),
        # neither name nor text has a symbol: the file's name is the document's
        ("Minutes of Monday (2).en.txt", LETTER_EN, {}, "doc:~minutes-of-monday-2", "en"),
        # the language is told by the words where no name says it
        ("letter.txt", LETTER_AR, {}, "doc:~letter", "ar"),
        ("letter.txt", LETTER_EN, {}, "doc:~letter", "en"),
        # what the user says goes before the name, the name's language before the text's
        (
            "CTOC_COP_2030_9.en.txt",
            LETTER_EN,
            {"symbol": "CTOC/COP/2030/8"},
            "doc:CTOC/COP/2030/8",
            "en",
        ),
        ("CTOC_COP_2030_9.ar.txt", LETTER_EN, {"language": "en"}, "doc:CTOC/COP/2030/9", "en"),
        ("letter.ar.txt", LETTER_EN, {}, "doc:~letter", "ar"),
    ],
)
def test_symbol_and_language(
    name: str, text: str, given: dict[str, str], document: str, language: str
) -> None:
    found = identity(text, name, **given)
    assert (found.document, found.language) == (document, language)
    assert found.symbol == (None if "~" in document else document.removeprefix("doc:"))


@pytest.mark.parametrize(
    ("name", "given", "body"),
    [
        ("CTOC_COP_2030_9.en.txt", {}, "untoc-cop"),
        ("CTOC_COP_2030_L.2_Rev.1.en.txt", {}, "untoc-cop"),
        ("A_RES_55_25.en.txt", {}, "ga"),
        ("FCCC_CP_2014_10.en.txt", {}, "unfccc-cop"),
        # a series that no pack knows, and no symbol at all: unknown, unless the user says it
        ("ZZZ_2030_1.en.txt", {}, None),
        ("letter.en.txt", {}, None),
        ("letter.en.txt", {"body": "untoc-cop"}, "untoc-cop"),
        ("A_RES_55_25.en.txt", {"body": "untoc-cop"}, "untoc-cop"),
    ],
)
def test_the_body_is_that_of_the_series(name: str, given: dict[str, str], body: str | None) -> None:
    assert identity(LETTER_EN, name, **given).body == body


@pytest.mark.parametrize("language", ["ar", "en"])
def test_kind_and_session_stand_in_the_masthead(language: str) -> None:
    report = identity(REPORTS[language], f"CTOC_COP_2030_9.{language}.txt")
    assert (report.kind, report.session) == ("report", "9")
    agenda = identity(AGENDAS[language], f"CTOC_COP_2032_1.{language}.txt")
    assert (agenda.kind, agenda.session) == ("annotated-agenda", "10")


def test_a_session_far_below_is_not_the_documents_own() -> None:
    text = LETTER_EN * 30 + "This was said at the ninth session of the Conference of the Parties."
    assert identity(text, "CTOC_COP_2030_3.en.txt").session is None


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("CTOC_COP_2030_9.digest.en.txt", "", "digest"),
        ("CTOC_COP_2030_9.en.txt", "%%% digest\n", "digest"),
        ("CTOC_COP_2030_9.en.txt", "", "official"),
    ],
)
def test_a_digest_is_marked_and_leads_to_the_official_text(name: str, head: str, kind: str) -> None:
    text = head + "%%% official text: https://un.example/9\n" + LETTER_EN
    found = identity(text, name)
    assert (found.source, found.link) == (kind, "https://un.example/9")


@pytest.mark.parametrize("text", ["12 345, 67.8 – 90\n" * 20, "Lock 7, no. 3"])
def test_a_language_that_cannot_be_told(text: str) -> None:
    with pytest.raises(UnreadableDocument) as raised:
        identity(text, "table.txt")
    assert str(raised.value).startswith("table.txt: its language cannot be told from ")
    assert str(raised.value).endswith("letters: say it with --lang")
    # the user's word is enough
    assert identity(text, "table.txt", language="en").language == "en"


def test_a_language_without_pack_names_those_that_there_are() -> None:
    with pytest.raises(
        UnreadableDocument, match=r"letter\.txt: no language pack for 'eo': .*ar, en"
    ):
        identity(LETTER_EN, "letter.txt", language="eo")
