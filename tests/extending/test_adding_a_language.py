"""The page on adding a language, followed as it is written, in a copy of the packs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import tomlkit

from commands.mentions import of_lines
from ingest.packs import Packs, read_packs
from ingest.reading import read_document
from ingest.reading.formats import READERS
from ingest.records import Source

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "extending" / "language.md").read_text(encoding="utf-8")
FILE = re.search(r"as `ingest/languages/(?P<name>\w+\.toml)`", PAGE)
PACK, REST = PAGE.split("## 6. Names of bodies")
NAMED = re.findall(
    r"^In `ingest/bodies/([\w-]+\.toml)`, to the row `slug = \"([\w-]+)\"`.*?```toml\n(.*?)```",
    REST,
    re.MULTILINE | re.DOTALL,
)
INTERFACE = re.search(r"`language.toml` has.*?```toml\n(?P<toml>.*?)```", REST, re.DOTALL)
SENTENCES = [
    tuple(cell.strip() for cell in row.split("|"))
    for row in re.findall(r"^\| (.+) \|$", REST.partition("## 8.")[0], re.MULTILINE)
    if not row.startswith(("sentence", "---"))
]
REPORT = """CTOC/COP/2030/9
Relatório da Conferência das Partes na Convenção das Nações Unidas contra o Crime Organizado
Transnacional sobre a sua quinta sessão
Decisão 5/1
Escolas à beira do rio
A Conferência das Partes,
Recordando a sua decisão 4/2,
(a) Solicita ao Secretariado que apresente à Conferência, na sua próxima sessão, um relatório;
(b) Convida os Estados Partes a cooperar com o Secretariado nos termos do artigo 18 da Convenção.
"""


def write_pack(root: Path) -> None:
    """Save the language and the names of bodies below `root` as the page says."""
    assert FILE
    pack = "\n".join(re.findall(r"```toml\n(.*?)```", PACK, re.DOTALL))
    (root / "languages" / FILE["name"]).write_text(pack, encoding="utf-8")
    assert NAMED
    for file, slug, names in NAMED:
        path = root / "bodies" / file
        body = tomlkit.parse(path.read_text(encoding="utf-8"))
        (row,) = (row for rows in body.values() for row in _tables(rows) if row["slug"] == slug)
        for key, by_language in tomllib.loads(names).items():
            row[key].update(by_language)
        path.write_text(tomlkit.dumps(body), encoding="utf-8")


def _tables(rows: object) -> list[tomlkit.items.Table]:
    return [row for row in rows if "slug" in row] if isinstance(rows, list) else []


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    root = tmp_path_factory.mktemp("packs")
    for folder in ("languages", "bodies"):
        shutil.copytree(ROOT / "ingest" / folder, root / folder)
    write_pack(root)
    return read_packs(root)


def test_the_page_has_sentences_to_try() -> None:
    assert len(SENTENCES) == 5


@pytest.mark.parametrize(("sentence", "actions", "asked", "references"), SENTENCES)
def test_the_sentences_of_the_page_are_understood(
    packs: Packs, sentence: str, actions: str, asked: str, references: str
) -> None:
    (line,) = of_lines(sentence, packs.languages["pt"], packs, "untoc-cop")
    assert line["actions"] == actions.split()
    assert line["operative"] == bool(actions)
    assert line["addressees"] == asked.split()
    settled = [mention["id"] for mention in line["mentions"] if mention["id"]]
    assert [id for id in settled if not id.startswith(("body:", "inst:"))] == references.split()


# told by its name, and by its words alone
@pytest.mark.parametrize("name", ["CTOC_COP_2030_9.pt.txt", "relatorio.txt"])
def test_a_report_in_the_language_gives_the_graph_that_any_language_gives(
    packs: Packs, name: str
) -> None:
    source = Source(name, REPORT.encode(), "0" * 64, READERS[0].media_type)
    reading = read_document(source, packs)
    identity = reading.identity
    assert (identity.document, identity.language) == ("doc:CTOC/COP/2030/9", "pt")
    assert (identity.kind, identity.body, identity.session) == ("report", "untoc-cop", "5")
    said = {(edge.type, edge.source, edge.target) for edge in reading.edges}
    act = "dec:untoc-cop/5/1"
    assert said >= {
        ("ADOPTED_AT", act, "session:untoc-cop/5"),
        ("HAS_PROVISION", act, f"{act}#a"),
        ("ADDRESSED_TO", f"{act}#a", "actor:secretariat"),
        ("ADDRESSED_TO", f"{act}#b", "actor:states-parties"),
        ("CITES", act, "dec:untoc-cop/4/2"),
        ("CITES", f"{act}#b", "art:untoc/18"),
    }
    (asked,) = [node.properties for node in reading.nodes if node.id == f"{act}#a"]
    assert asked["deliverable"] == "report"
    assert asked["due"]["session"] == "next"
    assert asked["is_mandate"] is True
    assert asked["text"]["pt"].startswith("Solicita ao Secretariado")


def test_the_checks_of_the_page_pass_in_a_copy(tmp_path: Path) -> None:
    for folder in ("graph", "ingest", "views"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    write_pack(tmp_path / "ingest")
    assert INTERFACE
    messages = tmp_path / "views" / "messages"
    shutil.copytree(messages / "en", messages / "pt")
    (messages / "pt" / "language.toml").write_text(INTERFACE["toml"], encoding="utf-8")
    shutil.copy(ROOT / "tests" / "test_packs.py", tmp_path)
    environment = os.environ | {"PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}

    def succeeds(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, *words],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
        return done.stdout

    assert " passed" in succeeds("-m", "pytest", "-q", "-p", "no:cacheprovider", "test_packs.py")
    offered = succeeds(
        "-c",
        "from views.parts.wording import wordings; w = wordings();"
        "print(w['pt'].name, w['pt'].messages.keys() == w['en'].messages.keys())",
    )
    assert offered.split() == ["Português", "True"]
