"""The page on adding a body, followed as it is written, in a folder of its own."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from ingest.packs import Packs, read_packs
from ingest.reading import read_document
from ingest.reading.find import find
from ingest.reading.find.numbering import Numbering
from ingest.reading.formats import READERS
from ingest.records import Source

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "extending" / "body.md").read_text(encoding="utf-8")
FILE = re.search(r"save it as `ingest/bodies/(?P<name>[\w-]+\.toml)`", PAGE)
BLOCK = re.search(r"```toml\n(?P<toml>.*?)```", PAGE, re.DOTALL)
SENTENCES = re.findall(r"^\| (.+?) \| ((?:dec|res|art|inst|doc):\S+) \|$", PAGE, re.MULTILINE)


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    root = tmp_path_factory.mktemp("packs")
    for folder in ("languages", "bodies"):
        shutil.copytree(ROOT / "ingest" / folder, root / folder)
    assert FILE
    assert BLOCK
    (root / "bodies" / FILE["name"]).write_text(BLOCK["toml"], encoding="utf-8")
    return read_packs(root)


def test_the_page_has_sentences_to_try() -> None:
    assert len(SENTENCES) == 6


@pytest.mark.parametrize(("sentence", "id"), SENTENCES)
def test_the_sentences_of_the_page_give_their_ids(packs: Packs, sentence: str, id: str) -> None:
    found = find(sentence, packs.languages["en"], packs, None)
    assert id in [mention.target for mention in found]


def test_examples_in_the_file_hold(packs: Packs) -> None:
    numbering = Numbering(packs)
    assert numbering.ids("dec", "QR-III/4") == ["dec:rivers-cop/3/4"]
    assert numbering.ids("dec", "III/4", ["rivers-cop"]) == []


def test_a_document_of_the_body_speaks_of_its_own_acts(packs: Packs) -> None:
    text = (
        "CQR/COP/RES/4/1\nResolution adopted by the Conference of the Parties\n4/1. Locks at night\n"
        "The Conference of the Parties,\nRecalling its decision QR-III/4 and its resolution 3/4,\n"
        "1. Requests the secretariat to report on locks.\n"
    )
    source = Source("CQR_COP_RES_4_1.en.txt", text.encode(), "0" * 64, READERS[0].media_type)
    reading = read_document(source, packs)
    assert reading.identity.document == "res:rivers-cop/4/1"
    cited = {edge.target for edge in reading.edges if edge.type == "CITES"}
    assert cited >= {"dec:rivers-cop/3/4", "res:rivers-cop/3/4"}
    asked = {(e.source, e.target) for e in reading.edges if e.type == "ADDRESSED_TO"}
    assert asked == {("res:rivers-cop/4/1#1", "actor:secretariat")}


def test_without_the_file_references_paragraphs_and_actions_are_there() -> None:
    text = (
        "4/1. Locks at night\nThe Conference of the Parties,\n"
        "Recalling General Assembly resolution 55/25,\n1. Requests the secretariat to report.\n"
    )
    source = Source("rivers-4-1.en.txt", text.encode(), "0" * 64, READERS[0].media_type)
    reading = read_document(source, read_packs(ROOT / "ingest"))
    assert {e.target for e in reading.edges if e.type == "CITES"} == {"res:ga/55/25"}
    said = {node.id: node.properties for node in reading.nodes if node.type == "provision"}
    assert {id: one["action"] for id, one in said.items()} == {"doc:~rivers-4-1#1": ["request"]}
