"""Every repaired character tells where it stands in the file, whatever the damage was."""

import unicodedata
from pathlib import Path
from random import Random

import pytest
from damage import KINDS
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.reading.clean import clean
from ingest.records import Text

DIGITS = {0x660 + digit: str(digit) for digit in range(10)}
MIRRORED = str.maketrans("()", ")(")
# Phrases of the kind that documents hold, to be put together, damaged and repaired.
PHRASES = (
    "المقرر 3/2",
    "(أ) انتخاب أعضاء المكتب؛",
    "تنص المادة 14 من النظام الداخلي",
    "فيينا، 8-17 تشرين الأول/أكتوبر 2008",
    "تقرير الأمانة (CTOC/COP/2008/4)",
    "الاتجار بالأسلحة النارية وأجزائها ومكوناتها",
    'عنوانه "المناقشة العامة"',
    "تسليم المجرمين والمساعدة القانونية المتبادلة.",
    "الفقرتين 1 و2",
    "البند 2 (ب) ‘3‘",
)


def stands_for(repaired: str, original: str) -> bool:
    """Whether a repaired character may stand for one of the file: equal once folded."""
    folded = unicodedata.normalize("NFKC", original).translate(DIGITS)
    return folded.startswith(repaired) or repaired == original.translate(MIRRORED)


def check(text: Text) -> None:
    assert len(text.origins) == len(text.repaired)
    kept = [origin for origin in text.origins if origin >= 0]
    assert len(kept) == len(set(kept)), "one character of the file stands in two places"
    for char, origin in zip(text.repaired, text.origins, strict=True):
        assert origin == -1 or stands_for(char, text.original[origin])
    # nothing but spaces and kashida is lost
    lost = set(range(len(text.original))) - set(kept)
    assert {text.original[place] for place in lost} <= {" ", "\u0640"}


def check_spans(text: Text, chance: Random) -> None:
    for _ in range(50):
        start = chance.randrange(len(text.repaired))
        end = min(len(text.repaired), start + chance.randrange(1, 60))
        wanted = [
            char
            for char, origin in zip(text.repaired[start:end], text.origins[start:end], strict=True)
            if origin >= 0
        ]
        selected = "".join(text.original[a:b] for a, b in text.spans(start, end))
        folded = unicodedata.normalize("NFKC", selected).translate(DIGITS)
        missing = list(folded.replace(")", "("))
        for char in wanted:
            missing.remove("(" if char == ")" else char)
        assert set(missing) <= {" ", "\u0640"}, "a span selects what the text does not hold"


@pytest.mark.parametrize("name", ["CTOC_COP_2006_14.ar.txt", "CTOC_COP_2008_1.ar.txt"])
def test_the_documents_keep_the_way_back_to_the_file(corpus: Path, name: str) -> None:
    text = clean((corpus / "untoc" / name).read_text(encoding="utf-8"))
    check(text)
    check_spans(text, Random(3))


@settings(max_examples=60)
@given(
    lines=st.lists(
        st.lists(st.sampled_from(PHRASES), min_size=1, max_size=3).map(" ".join),
        min_size=1,
        max_size=4,
    ),
    kind=st.sampled_from(sorted(KINDS)),
    seed=st.integers(0, 99),
)
def test_damaged_lines_keep_the_way_back_to_the_file(
    lines: list[str], kind: str, seed: int
) -> None:
    chance = Random(seed)
    text = clean("\n".join(KINDS[kind](line, chance) for line in lines))
    check(text)
    check_spans(text, chance)


@settings(max_examples=100)
@given(st.text(alphabet='ابه لمجتون و)(٣2/-.،؛:"‘ـ\nA\u064e\ufefb', max_size=60))
def test_any_string_is_read_and_keeps_the_way_back(string: str) -> None:
    check(clean(string))
