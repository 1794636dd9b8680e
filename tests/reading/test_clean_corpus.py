"""Clean text of six languages is left alone; the damaged document reads as it was written."""

import re
import unicodedata
from pathlib import Path
from random import Random

import pytest
from damage import KINDS

from ingest.reading.clean import clean
from ingest.records import Text

FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
DECLARED = {"presentation form", "kashida", "Arabic-Indic digit"}


def folded(text: str) -> str:
    """The folds that `clean` declares, made here in another way."""
    text = FORMS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    return "".join(
        str(ord(char) - 0x660) if "\u0660" <= char <= "\u0669" else char
        for char in text
        if char != "\u0640"
    )


def test_clean_arabic_is_only_folded(corpus: Path) -> None:
    original = (corpus / "unpc" / "UNv1.0.devset.ar").read_text(encoding="utf-8")
    text = clean(original)
    assert text.repaired == folded(original)
    assert {repair.step for repair in text.repairs} <= DECLARED
    assert text.trust == 1.0


def test_clean_lines_are_only_folded_when_they_stand_alone(corpus: Path) -> None:
    lines = (corpus / "unpc" / "UNv1.0.devset.ar").read_text(encoding="utf-8").splitlines()
    changed = [line for line in lines if clean(line).repaired != folded(line)]
    # four lines of the corpus are damaged themselves: a bracket turned, a comma on the wrong word
    assert len(changed) <= 4, changed


@pytest.mark.parametrize("language", ["en", "es", "fr", "ru", "zh"])
def test_other_languages_are_left_alone(corpus: Path, language: str) -> None:
    original = (corpus / "unpc" / f"UNv1.0.devset.{language}").read_text(encoding="utf-8")
    assert clean(original) == Text.unchanged(original)


@pytest.mark.parametrize("name", ["untoc/CTOC_COP_2006_14.ar.txt", "charter/UN_Charter.ar.txt"])
def test_clean_documents_are_only_folded(corpus: Path, name: str) -> None:
    original = (corpus / name).read_text(encoding="utf-8")
    assert clean(original).repaired == folded(original)


@pytest.fixture(scope="module")
def agenda(corpus: Path) -> list[str]:
    """The lines of the damaged annotated agenda, repaired."""
    original = (corpus / "untoc" / "CTOC_COP_2008_1.ar.txt").read_text(encoding="utf-8")
    return clean(original).repaired.split("\n")


@pytest.mark.parametrize(
    "title",
    [
        "1- المسائل التنظيمية:",
        "(أ) افتتاح دورة المؤتمر الرابعة؛",
        "(ب) انتخاب أعضاء المكتب؛",
        "(ج) إقرار جدول الأعمال وتنظيم الأعمال؛",
        "(د) مشاركة المراقبين؛",
        "(ه) اعتماد تقرير المكتب عن وثائق التفويض؛",
        "(و) المناقشة العامة.",
        "2- استعراض تنفيذ اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة",
        "(أ) جمع المعلومات والآليات المحتملة لاستعراض التنفيذ؛",
        "(ب) مشاورات الخبراء بشأن التجريم؛",
        "(ج) مشاورات الخبراء بشأن التعاون الدولي، مع التركيز خصوصا",
        "(د) مشاورات الخبراء بشأن تنفيذ بروتوكول منع وقمع",
        "(ه) مشاورات الخبراء بشأن حماية الضحايا والشهود؛",
        "(و) مشاورات الخبراء بشأن وثائق السفر والهوية؛",
        "(ز) مشاورات الخبراء بشأن وسم الأسلحة النارية، وحفظ سجلات",
        "(ح) مشاورات الخبراء بشأن غسل الأموال.",
        "3- المساعدة التقنية.",
        "4- أنشطة المؤتمر في المستقبل.",
        "5- المسائل المالية والمتعلقة بالميزانية.",
        "7- جدول الأعمال المؤقت لدورة المؤتمر الخامسة.",
        "6- مسائل أخرى.",
        "8- اعتماد تقرير المؤتمر عن دورته الرابعة.",
        # headings of the annotations
        "(ج) إقرار جدول الأعمال وتنظيم الأعمال",
        "(و) المناقشة العامة",
        "4- أنشطة المؤتمر في المستقبل",
    ],
)
def test_items_of_the_agenda_open_their_lines(agenda: list[str], title: str) -> None:
    assert any(line.startswith(title) for line in agenda)


@pytest.mark.parametrize(
    "fragment",
    [
        "حث المؤتمر، في مقرره 3/1، الدول الأطراف",
        "كما تضمن المقرر 3/2 تعليمات وتوجيهات",
        "كما قرر المؤتمر، في مقرره 3/2، أن يناقش",
        "(مقرر المؤتمر 2/2). واجتمع الفريق",
        "من عناصر المؤتمر (المقرر 3/2).",
        "بروتوكول المهاجرين (مقرر المؤتمر 3/3).",
        "(مقرر المؤتمر 2/1) وبروتوكول الاتجار بالأشخاص (المقرر 2/3)",
        "قررت الجمعية العامة، في قرارها 55/25، أن يدار",
        "وفقا للمواد 29 إلى 32 من",
        "12 (المصادرة والضبط) و13 (التعاون الدولي لأغراض المصادرة)",
        "تنفيذ المواد 7 (حفظ السجلات) و8 (وسم الأسلحة النارية)",
        "ووفقا للمادة 72 (إعداد ميزانية) من النظام الداخلي",
        "آذار/مارس و17 نيسان/أبريل و28 أيار/مايو 2008.",
        "من 3 إلى 5 تشرين الأول/أكتوبر 2007 (CTOC/COP/2008/7)",
        "لمكافحة الاتجار بالأشخاص (A/63/90)",
        "إدراج البنود الفرعية 2 (ب) ‘3‘-‘6‘",
        "لأغراض المصادرة (CTOC/COP/2008/6)",
    ],
)
def test_references_of_the_agenda_can_be_read(agenda: list[str], fragment: str) -> None:
    assert any(fragment in line for line in agenda)


def test_the_organisation_of_work_keeps_items_and_times(agenda: list[str]) -> None:
    table = agenda[agenda.index("المرفق") :]
    for start in ("البند 1 (أ)", "البند 1 (و)", "البند 2 (ح)", "البند 8-", "الخميس، 9 تشرين"):
        assert any(line.startswith(start) for line in table), start
    assert sum("00/10-00/13" in line for line in table) == 8


@pytest.mark.parametrize(
    ("kind", "accuracy"),
    # lines that came back without a fault, of a hundred that name something; measured, less a few
    [
        ("kashida", 100),
        ("Arabic-Indic digits", 100),
        ("presentation forms", 100),
        ("spaces in words", 80),
        ("dropped ligatures", 85),
        ("number before its word", 70),
        ("visual order", 27),
    ],
)
def test_damaged_lines_come_back(corpus: Path, kind: str, accuracy: int) -> None:
    lines = (corpus / "unpc" / "UNv1.0.devset.ar").read_text(encoding="utf-8").splitlines()
    lines = [folded(line) for line in lines if 40 < len(line) < 200 and re.search("[0-9]", line)]
    lines = lines[:800:8]
    assert len(lines) == 100
    chance = Random(14)
    damaged = "\n".join(KINDS[kind](line, chance) for line in lines)
    found = clean(damaged).repaired.split("\n")
    right = sum(a.split() == b.split() for a, b in zip(lines, found, strict=True))
    assert right >= accuracy
