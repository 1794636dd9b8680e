"""Damaged Arabic is repaired as a reader would, and clean text is left alone."""

import pytest

from ingest.reading.clean import clean
from ingest.reading.clean.damage import Ligature, damage
from ingest.reading.clean.ligatures import Ligatures
from ingest.reading.clean.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("line", "repaired"),
    [
        # a label in turned brackets, at the end of the line that it opens
        ("أعضاء المكتب؛انتخاب )ب( ", "(ب) انتخاب أعضاء المكتب؛"),
        # a number before its label's dash, words run together where two runs met
        (" : التنظيميةالمسائل -١", "1- المسائل التنظيمية:"),
        # the number of an article stands at the line's right end, before the words that follow
        (
            "من النظام الداخلي للمؤتمر      ١٤تـنص المادة ",
            "تنص المادة 14 من النظام الداخلي للمؤتمر",
        ),
        # a decision with its number in brackets, all in visual order
        (").٣/٢المقرر (في المقـرر ", "في المقرر (المقرر 3/2)."),
        # a date: the day before its double month, the year first; the range from right to left
        ("٢٠٠٨أكتوبر  / تشرين الأول ١٧-٨فيينا، ", "فيينا، 8-17 تشرين الأول/أكتوبر 2008"),
        # a symbol drawn with its brackets, and one whose brackets were turned
        ("(CTOC/COP/2008/4) وضع الأدوات :الوطنية", "الوطنية: وضع الأدوات (CTOC/COP/2008/4)"),
        (" )CTOC/COP/2008/9 (شخاصالاتجار بالأ", "الاتجار بالأشخاص (CTOC/COP/2008/9)"),
        # sub-items in quotation marks of their own
        ("‘ ٦‘-‘٣‘) ب (٢البنود الفرعية ", "البنود الفرعية 2 (ب) ‘3‘-‘6‘"),
        # two articles joined by waw, each with its number in front
        ("مـن المـادة      ٢ و ١ وفقـا للفقـرتين", "وفقا للفقرتين 1 و2 من المادة"),
        # words broken at a kashida: every suffix stands before its prefix
        (
            "ــية         ــنود الفرع ــرارا بشــأن إدراج الب ــر ق ــب المؤتم ــتخذ مكت أن ي",
            "أن يتخذ مكتب المؤتمر قرارا بشأن إدراج البنود الفرعية",
        ),
    ],
)
def test_a_line_in_visual_order_is_read_as_it_was_written(line: str, repaired: str) -> None:
    # lines around it show in what order the document was extracted
    around = "المراقبين؛مشاركة )د( \nالتفويضوثائق )ه( \n"
    assert clean(around + line).repaired.split("\n")[2] == repaired


def test_one_line_may_be_enough_to_tell_its_order() -> None:
    assert clean("٢٠٠٨أكتوبر  / تشرين الأول ١٧-٨فيينا، ").repaired == (
        "فيينا، 8-17 تشرين الأول/أكتوبر 2008"
    )


@pytest.mark.parametrize(
    ("line", "repaired"),
    [
        # only the number is turned, all else stands in its place
        ("وإذ تشير إلى ٣/٢المقرر الذي اتخذه المؤتمر", "وإذ تشير إلى المقرر 3/2 الذي اتخذه المؤتمر"),
        # only the brackets are turned
        ("على النحو المبين في الفقرة )ج( من القرار", "على النحو المبين في الفقرة (ج) من القرار"),
    ],
)
def test_what_is_turned_in_its_place_is_put_back_there(line: str, repaired: str) -> None:
    assert clean(line).repaired == repaired


@pytest.mark.parametrize(
    ("line", "repaired"),
    [
        # kashida inside words
        ("الأمـــم المتحـــدة", "الأمم المتحدة"),
        # presentation forms
        ("\ufeebذا القرار", "هذا القرار"),
        # Arabic-Indic digits
        ("المقرر ٣/٢", "المقرر 3/2"),
        # spaces inside words
        ("الجريمة المن ظمة عبر الوط نية", "الجريمة المنظمة عبر الوطنية"),
        # a word cut at a line end: whole on the line where it begins
        (
            "اتفاقية مكافحة الجريمة المنظ\nمة، عبر الوطنية",
            "اتفاقية مكافحة الجريمة المنظمة،\nعبر الوطنية",
        ),
        # ligatures that the font draws as one glyph
        ("تسليم ارمين", "تسليم المجرمين"),
        ("وأجزائها ومكوناا والذخيرة", "وأجزائها ومكوناتها والذخيرة"),
        ("ريب المهاجرين", "تهريب المهاجرين"),
        ("قرارا بشأا", "قرارا بشأنها"),
        ("تقارير ائية", "تقارير نهائية"),
        ("والبروتوكولات الملحقة ا", "والبروتوكولات الملحقة بها"),
        # a torso that is a word too, told by the next word
        ("في االات وفي دورا الثالثة", "في المجالات وفي دورتها الثالثة"),
    ],
)
def test_words_come_back_whole(line: str, repaired: str) -> None:
    assert clean(line).repaired == repaired


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Decision 3/2, paragraph (g)",
        "المادة 7 (2) (أ) من النظام الأساسي، والفقرة 3",
        # a dual ends in alef as a torso does
        "أصدرا بيانا مشتركا",
        # an enumeration of numbers, a range of dates, a time
        "في الفقرات 20 و21 و28، الفترة من 9 إلى 18 تشرين الأول/أكتوبر 2006، الساعة 10/00",
        # ordinary words that ligatures could be put into
        "قريب من مكتب الرئيس ذا الصلة",
    ],
)
def test_what_is_whole_is_left_alone(text: str) -> None:
    read = clean(text)
    assert read.repaired == text
    assert read.repairs == ()
    assert read.trust == 1.0


def test_every_repair_is_counted_and_trust_is_told() -> None:
    read = clean("أعضـاء المكتب؛انتخاب )ب( \nتسليم ارمين )ج(")
    counts = {repair.step: repair.count for repair in read.repairs}
    assert counts["kashida"] == 1
    assert counts["line in visual order"] == 2
    assert counts["dropped ligature"] == 1
    assert read.trust > 0.8
    # letters that make no words: the text says so itself
    assert clean("قطحرم زشثغب )ب( \nظذضخ غعثق )ج( ").trust < 0.5


def test_line_ends_stay_where_they_stand() -> None:
    text = "أعضاء المكتب؛انتخاب )ب( \r\n\r\n )ج(\nالأعمال"
    assert clean(text).repaired.split("\n")[0] == "(ب) انتخاب أعضاء المكتب؛\r"
    assert clean(text).repaired.count("\n") == 3


LIGATURE_CASES = [(ligature, case) for ligature in damage().ligatures for case in ligature.examples]


@pytest.mark.parametrize(("ligature", "case"), LIGATURE_CASES)
def test_every_ligature_of_the_data_is_restored_as_its_examples_say(
    ligature: Ligature, case: tuple[str, str]
) -> None:
    ligatures = Ligatures(damage(), Vocabulary([]))
    torso, whole = case
    found = ligatures.restored(torso)
    assert found is not None
    place, letters = found
    assert (letters, torso[:place] + letters + torso[place:]) == (ligature.letters, whole)


@pytest.mark.parametrize(
    "word", [word for ligature in damage().ligatures for word in ligature.unharmed]
)
def test_words_that_never_lost_a_ligature_keep_their_letters(word: str) -> None:
    assert Ligatures(damage(), Vocabulary([])).restored(word) is None
