"""Every character of a document lies in one paragraph: nothing is lost or counted twice."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.packs import load_packs
from ingest.reading import outline_document
from ingest.reading.formats import open_source
from ingest.records import Outline
from tests.reading.ninth_session import ACTS, REPORT_NAME, REPORTS
from tests.reading.tenth_session import AGENDA_NAME, AGENDAS
from tests.reading.texts import PADDING, outline


def assert_every_character_once(found: Outline) -> None:
    text = found.text.repaired
    covered = sorted((p.start, p.end) for p in found.paragraphs)
    for (_, end), (start, _) in pairwise(covered):
        assert end <= start, f"two paragraphs hold {text[start:end][:60]!r}"
    place = 0
    for start, end in [*covered, (len(text), len(text))]:
        assert not text[place:start].strip(), (
            f"no paragraph holds {text[place:start].strip()[:60]!r}"
        )
        place = end


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("texts", [REPORTS, AGENDAS, ACTS])
def test_every_character_of_a_document_lies_in_one_paragraph(
    texts: dict[str, str], language: str
) -> None:
    name = (AGENDA_NAME if texts is AGENDAS else REPORT_NAME).format(language)
    assert_every_character_once(outline(texts[language], name))


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["CTOC_COP_2006_14.ar.txt", "CTOC_COP_2008_1.ar.txt"])
def test_every_character_of_a_real_document_lies_in_one_paragraph(corpus: Path, name: str) -> None:
    assert_every_character_once(
        outline_document(open_source(corpus / "untoc" / name), load_packs())
    )


PIECES = {
    "en": """
Contents|Annex I|Annex|Annotations|Documentation|I. Ports|II. Locks|A. High|B. Low|Decision 9/1
Decision 9/2. Bridges|The Conference of the Parties,|1. One;|2. Two:|3. Three.|(a) Sea;|(b) Land:|(i) Up;
(ii) Down.|(aa) Both|List of documents before the Conference|It adopted the following agenda:|%%% digest|–
Draft provisional agenda for the tenth session|Proposed organization of work|See CTOC/COP/2030/2 (above)
""",
    "ar": """
المحتويات|المرفق الأول|المرفق|الشروح|الوثائق|أولا- الموانئ|ثانيا- الأهوسة|ألف- العالية|باء- الواطئة
المقرر 9/1|إن مؤتمر الأطراف،|1- أول؛|2- ثان:|3- ثالث.|(أ) البحر؛|(ب) البر:|‘1’ فوق؛|`2` تحت.|ـ
قائمة الوثائق المعروضة على المؤتمر|أقر جدول الأعمال التالي:|تنظيم الأعمال المقترح|CTOC/COP/2030/2
مشروع جدول الأعمال المؤقت للدورة العاشرة
""",
}
NAMES = (REPORT_NAME, AGENDA_NAME)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_every_character_of_any_text_lies_in_one_paragraph(data: st.DataObject) -> None:
    # labels and headings in any order, in lines, after blank lines, or in one long line
    language = data.draw(st.sampled_from(["ar", "en"]))
    pieces = data.draw(
        st.lists(
            st.sampled_from(re.split(r"[|\n]", PIECES[language].strip())), min_size=1, max_size=25
        )
    )
    joints = data.draw(
        st.lists(
            st.sampled_from([" ", "\n", "\n\n", " \n \n", "\r\n"]),
            min_size=len(pieces),
            max_size=len(pieces),
        )
    )
    head = data.draw(st.sampled_from([REPORTS, AGENDAS]))[language][:160]
    tail = PADDING[language] * 150 if data.draw(st.booleans()) else ""
    text = head + "".join(joint + piece for joint, piece in zip(joints, pieces, strict=True)) + tail
    name = data.draw(st.sampled_from(NAMES)).format(language)
    assert_every_character_once(outline(text, name))
