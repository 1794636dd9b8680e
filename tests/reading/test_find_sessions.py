"""Sessions as they are printed and whose they are: one table row a phenomenon, in six languages."""

from __future__ import annotations

import pytest
from references import mentions_of

from ingest.records import Paragraph

SBI, SBSTA, COP = "session:unfccc-sbi/", "session:unfccc-sbsta/", "session:unfccc-cop/"

# Read as in a decision of the twenty-second Conference under the Climate Convention.
PHENOMENA = {
    # the parts of a session are one session
    "part": (
        [f"{COP}1"],
        {
            "en": "in the third part of its first session",
            "fr": "à la troisième partie de sa première session",
            "es": "en la tercera parte de su primer período de sesiones",
            "ru": "в ходе третьей части своей первой сессии",
            "zh": "在其第一届会议第三部分",
            "ar": "في الجزء الثالث من دورته الأولى",
        },
    ),
    "resumed": (
        [f"{COP}61"],
        {
            "en": "at its resumed sixty-first session",
            "fr": "à la reprise de sa soixante et unième session",
            "es": "en la continuación de su 61º período de sesiones",
            "ru": "на своей возобновленной шестьдесят первой сессии",
            "zh": "第六十一届会议续会",
            "ar": "في دورتها الحادية والستين المستأنفة",
        },
    ),
    # a range names the sessions between its ends too
    "range": (
        [f"{COP}52", f"{COP}53", f"{COP}54"],
        {
            "en": "from its fifty-second to its fifty-fourth session",
            "fr": "de sa cinquante-deuxième à sa cinquante-quatrième session",
            "es": "de su 52º a su 54º período de sesiones",
            "ru": "с пятьдесят второй по пятьдесят четвертую сессию",
            "zh": "第五十二届至第五十四届会议",
            "ar": "من دورته الثانية والخمسين إلى دورته الرابعة والخمسين",
        },
    ),
    "numbers in figures": (
        [f"{COP}46", f"{COP}47"],
        {
            "en": "at sessions 46 and 47",
            "fr": "aux sessions 46 et 47",
            "es": "en los períodos de sesiones 46 y 47",
            "ru": "на сессиях 46 и 47",
            "zh": "在第46届和第47届会议上",
            "ar": "في الدورتين 46 و47",
        },
    ),
    # "its" is that of the organ that is asked, not of the organ that speaks
    "possessor": (
        [f"{SBI}46"],
        {
            "en": "Requests the Subsidiary Body for Implementation to count locks at its forty-sixth session",
            "fr": "Prie l'Organe subsidiaire de mise en œuvre de l'examiner à sa quarante-sixième session",
            "es": "Pide al Órgano Subsidiario de Ejecución que la examine en su 46º período de sesiones",
            "ru": "просит Вспомогательный орган по осуществлению рассмотреть это на его сорок шестой сессии",
            "zh": "请附属履行机构在其第四十六届会议上审议这一问题",
            "ar": "يطلب إلى الهيئة الفرعية للتنفيذ أن تنظر في المسألة في دورتها السادسة والأربعين",
        },
    ),
    # two organs that each have a session of that number
    "their": (
        [f"{SBI}46", f"{SBSTA}46"],
        {
            "en": "Requests the SBI and the SBSTA to consider it at their forty-sixth sessions",
            "fr": "Prie le SBI et le SBSTA d'examiner cela à leurs quarante-sixièmes sessions",
            "es": "Pide al OSE y al OSACT que la examinen en sus 46º períodos de sesiones",
            "ru": "просит ВОО и ВОКНТА рассмотреть этот вопрос на их сорок шестых сессиях",
            "zh": "请履行机构和科技咨询机构在各自第四十六届会议上审议",
            "ar": "يطلب إلى SBI وSBSTA النظر في ذلك في دورتيهما السادسة والأربعين",
        },
    ),
    "one name for two organs": (
        [f"{SBI}48", f"{SBSTA}48"],
        {
            "en": "in conjunction with the forty-eighth sessions of the subsidiary bodies",
            "fr": "à l'occasion des quarante-huitièmes sessions des organes subsidiaires",
            "es": "en los períodos de sesiones 48º de los órganos subsidiarios",
            "ru": "на сорок восьмых сессиях вспомогательных органов",
            "zh": "附属机构第四十八届会议",
            "ar": "في دورتي الهيئتين الفرعيتين الثامنة والأربعين",
        },
    ),
    "abbreviation and number": (
        [f"{COP}24", f"{SBI}46"],
        {
            "en": "for consideration at COP 24 and SBI 46",
            "fr": "pour examen à la COP 24 et au SBI 46",
            "es": "para su examen en la CP 24 y el OSE 46",
            "ru": "на КС 24 и ВОО 46",
            "zh": "供COP 24和SBI 46审议",
            "ar": "في COP 24 وفي SBI 46",
        },
    ),
    # the Economic and Social Council calls its sessions by their year
    "year": (
        ["session:ecosoc/2024"],
        {
            "en": "the Economic and Social Council at its 2024 session",
            "fr": "le Conseil économique et social à sa session de 2024",
            "es": "el Consejo Económico y Social en su período de sesiones de 2024",
            "ru": "Экономический и Социальный Совет на своей сессии 2024 года",
            "zh": "经济及社会理事会2024年届会",
            "ar": "المجلس الاقتصادي والاجتماعي في دورته لعام 2024",
        },
    ),
    # all that follow are not the next one
    "all that follow": (
        [],
        {
            "en": "at its subsequent sessions",
            "fr": "à ses sessions suivantes",
            "es": "en sus períodos de sesiones siguientes",
            "ru": "на своих последующих сессиях",
            "zh": "在其以后各届会议",
            "ar": "في دوراته اللاحقة",
        },
    ),
}
ROWS = [
    pytest.param(language, text, sessions, id=f"{name}-{language}")
    for name, (sessions, texts) in PHENOMENA.items()
    for language, text in texts.items()
]


@pytest.mark.parametrize(("language", "text", "sessions"), ROWS)
def test_sessions_and_whose_they_are(language: str, text: str, sessions: list[str]) -> None:
    found = mentions_of(language, text, "session", "unfccc-cop", "22")
    assert [mention.target for mention in found] == sessions


@pytest.mark.parametrize(
    ("text", "sessions"),
    [
        # what is reviewed has no session here; whose review it is does
        (
            "Requests the SBI to complete the review of the Conference of the Parties and of the Board"
            " at length at its forty-seventh session",
            [f"{SBI}47"],
        ),
        # two parts by figures: the third part of the first session
        ("by CMA 1.3", ["session:unfccc-cma/1"]),
        ("the SBI in decision 12/CP.3, and 46 Parties", []),
        # a special session is not called by its year
        ("the Economic and Social Council prepares for the special session in 2024", []),
        # a committee that no pack knows has a session of its own
        ("Requests the Committee, at its eighteenth session, to count locks", [None]),
        # a singular is of the organ named last
        ("the SBI reported to the SBSTA at its forty-sixth session", [f"{SBSTA}46"]),
    ],
)
def test_whose_session(text: str, sessions: list[str]) -> None:
    found = mentions_of("en", text, "session", "unfccc-cop", "22")
    assert [mention.target for mention in found] == sessions


def test_an_organ_named_above_a_point_possesses_its_session() -> None:
    chapeau = "3. Requests the Subsidiary Body for Implementation:"
    text = f"{chapeau} (a) To count locks; (b) To report on weirs at its fiftieth session"
    act = "dec:unfccc-cop/22/3"
    points = [text.index("(a)"), text.index("(b)"), len(text)]
    paragraphs = (
        Paragraph(0, len(chapeau), "operative", 3, "3", act, f"{act}#3"),
        Paragraph(points[0], points[1], "operative", points[0] + 4, "3.a", act, f"{act}#3.a"),
        Paragraph(points[1], points[2], "operative", points[1] + 4, "3.b", act, f"{act}#3.b"),
    )
    (found,) = mentions_of("en", text, "session", "unfccc-cop", "22", paragraphs)
    assert found.target == f"{SBI}50"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "its forty-eighth session (April–May 2018)"),
        ("fr", "sa quarante-huitième session (avril-mai 2018)"),
        ("es", "su 48º período de sesiones (abril y mayo de 2018)"),
        ("ru", "своей сорок восьмой сессии (апрель-май 2018 года)"),
        ("zh", "第四十八届会议(2018年4月至5月)"),
        ("ar", "دورته الثامنة والأربعين (نيسان/أبريل - أيار/مايو 2018)"),
    ],
)
def test_two_months_are_a_range(language: str, text: str) -> None:
    (found,) = mentions_of(language, text, "date")
    assert found.symbolic == {"iso": "2018-04", "to": "2018-05"}
