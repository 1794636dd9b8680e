"""When something is due: sessions of the organ and of others, in six languages, a row a phenomenon."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from ingest.packs import load_packs
from ingest.reading.find import find
from ingest.reading.relate.deadlines import sessions_due
from ingest.reading.relate.provisions import understand
from ingest.records import Identity

COP, SBI, SBSTA = "session:unfccc-cop/", "session:unfccc-sbi/", "session:unfccc-sbsta/"


def due(language: str, text: str) -> Mapping[str, Any] | None:
    """When what a sentence of the twenty-second Conference under the Climate Convention asks is due."""
    packs = load_packs()
    pack = packs.languages[language]
    identity = Identity("doc:~letter", None, language, "unfccc-cop", "22")
    mentions = find(text, pack, packs, identity)
    return understand(text, pack, body="unfccc-cop", session="22", mentions=mentions).due


def sessions(language: str, text: str) -> list[tuple[str, str]]:
    """The sessions at which it is due, each with whether it is at or before it."""
    return [(session, str(one["when"])) for session, one in sessions_due(due(language, text))]


PHENOMENA = {
    "a session of the organ itself": (
        [(f"{COP}24", "at")],
        {
            "en": "Requests the secretariat to report on locks at its twenty-fourth session",
            "fr": "Prie le secrétariat de faire rapport sur les écluses à sa vingt-quatrième session",
            "es": "Pide a la secretaría que informe sobre las esclusas en su 24º período de sesiones",
            "ru": "просит секретариат представить доклад о шлюзах на ее двадцать четвертой сессии",
            "zh": "请秘书处在其第二十四届会议上提出关于船闸的报告",
            "ar": "يطلب إلى الأمانة أن تقدم تقريرا عن الأهوسة في دورته الرابعة والعشرين",
        },
    ),
    "before it": (
        [(f"{COP}24", "before")],
        {
            "en": "Invites Parties to send views no later than two weeks prior to its twenty-fourth session",
            "fr": "Invite les Parties à présenter leurs vues avant sa vingt-quatrième session",
            "es": "Invita a las Partes a que presenten opiniones antes de su 24º período de sesiones",
            "ru": "предлагает Сторонам представить мнения до начала ее двадцать четвертой сессии",
            "zh": "请缔约方在其第二十四届会议之前提交意见",
            "ar": "يدعو الأطراف إلى تقديم آرائها قبل انعقاد دورته الرابعة والعشرين",
        },
    ),
    # what is to be done at two sessions is due at both
    "a list": (
        [(f"{COP}23", "at"), (f"{COP}24", "at")],
        {
            "en": "Decides to consider it at its twenty-third and twenty-fourth sessions",
            "fr": "Décide de l'examiner à ses vingt-troisième et vingt-quatrième sessions",
            "es": "Decide examinarlo en sus períodos de sesiones 23º y 24º",
            "ru": "постановляет рассмотреть его на своих двадцать третьей и двадцать четвертой сессиях",
            "zh": "决定在其第二十三和第二十四届会议上审议",
            "ar": "يقرر أن ينظر فيه في دورتيه الثالثة والعشرين والرابعة والعشرين",
        },
    ),
    # one organ is asked to consider a matter for another: the organ's own session goes first
    "sessions of two organs": (
        [(f"{COP}23", "at"), (f"{SBI}46", "at")],
        {
            "en": (
                "Requests the SBI to consider it at its forty-sixth session and to report to the"
                " Conference of the Parties at its twenty-third session"
            ),
            "fr": (
                "Prie le SBI de l'examiner à sa quarante-sixième session et de faire rapport à la"
                " Conférence des Parties à sa vingt-troisième session"
            ),
            "es": (
                "Pide al OSE que la examine en su 46º período de sesiones e informe a la Conferencia de"
                " las Partes en su 23º período de sesiones"
            ),
            "ru": (
                "просит ВОО рассмотреть его на его сорок шестой сессии и представить доклад Конференции"
                " Сторон на ее двадцать третьей сессии"
            ),
            "zh": "请履行机构在其第四十六届会议上审议，并向缔约方会议第二十三届会议提出报告",
            "ar": (
                "يطلب إلى الهيئة الفرعية للتنفيذ أن تنظر فيه في دورتها السادسة والأربعين وأن تقدم تقريرا"
                " إلى مؤتمر الأطراف في دورته الثالثة والعشرين"
            ),
        },
    ),
    "sessions of two organs at once": (
        [(f"{SBI}46", "at"), (f"{SBSTA}46", "at")],
        {
            "en": (
                "Requests the secretariat to organize a workshop in conjunction with the forty-sixth"
                " sessions of the subsidiary bodies"
            ),
            "fr": (
                "Prie le secrétariat d'organiser un atelier à l'occasion des quarante-sixièmes sessions"
                " des organes subsidiaires"
            ),
            "es": (
                "Pide a la secretaría que organice un taller durante los períodos de sesiones 46º de los"
                " órganos subsidiarios"
            ),
            "ru": (
                "просит секретариат организовать рабочее совещание в ходе сорок шестых сессий"
                " вспомогательных органов"
            ),
            "zh": "请秘书处在附属机构第四十六届会议期间举办讲习班",
            "ar": (
                "يطلب إلى الأمانة أن تنظم حلقة عمل أثناء دورتي الهيئتين الفرعيتين السادسة والأربعين"
            ),
        },
    ),
    # what an organ concluded at a session is only spoken of
    "spoken of": (
        [(f"{SBI}47", "at")],
        {
            "en": (
                "Requests the secretariat to revise the note in the light of the conclusions of the SBI"
                " at its forty-sixth session and to submit it to the SBI at its forty-seventh session"
            ),
            "fr": (
                "Prie le secrétariat de réviser les directives adoptées par le SBI à sa quarante-sixième"
                " session et de les présenter au SBI à sa quarante-septième session"
            ),
            "es": (
                "Pide a la secretaría que revise las directrices aprobadas por el OSE en su 46º período de"
                " sesiones y las presente al OSE en su 47º período de sesiones"
            ),
            "ru": (
                "просит секретариат пересмотреть руководство, принятое ВОО на его сорок шестой сессии, и"
                " представить его ВОО на его сорок седьмой сессии"
            ),
            "zh": "请秘书处修订履行机构第四十六届会议通过的准则，并提交履行机构第四十七届会议",
            "ar": (
                "يطلب إلى الأمانة أن تراعي استنتاجات الهيئة الفرعية للتنفيذ في دورتها السادسة والأربعين"
                " وأن تقدم تقريرا إلى الهيئة الفرعية للتنفيذ في دورتها السابعة والأربعين"
            ),
        },
    ),
}
ROWS = [
    pytest.param(language, text, expected, id=f"{name}-{language}")
    for name, (expected, texts) in PHENOMENA.items()
    for language, text in texts.items()
]


@pytest.mark.parametrize(("language", "text", "expected"), ROWS)
def test_due_at_sessions(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert sessions(language, text) == expected


# What only the calendar can tell stays as it is said, with whose session it is.
SAID = {
    "next of another": (
        ("next", "body:unfccc-sbi"),
        {
            "en": "Requests the SBI to consider it at its next session",
            "fr": "Prie le SBI de l'examiner à sa prochaine session",
            "es": "Pide al OSE que la examine en su próximo período de sesiones",
            "ru": "просит ВОО рассмотреть его на его следующей сессии",
            "zh": "请履行机构在其下届会议上审议",
            "ar": "يطلب إلى الهيئة الفرعية للتنفيذ أن تنظر فيه في دورتها المقبلة",
        },
    ),
    "in a month": (
        ("of 2020-06", "body:unfccc-sbi"),
        {
            "en": "Requests the SBI, at its session to be held in June 2020, to begin a review",
            "fr": "Prie le SBI, à sa session qui se tiendra en juin 2020, d'entamer un examen",
            "es": "Pide al OSE que, en su período de sesiones que se celebrará en junio de 2020, la inicie",
            "ru": "просит ВОО на его сессии, которая состоится в июне 2020 года, начать обзор",
            "zh": "请履行机构在其将于2020年6月举行的届会上开始审查",
            "ar": (
                "يطلب إلى الهيئة الفرعية للتنفيذ أن تنظر فيه في دورتها التي ستعقد في حزيران/يونيه 2020"
            ),
        },
    ),
    "with another": (
        (f"with {COP}24", "body:unfccc-sbi"),
        {
            "en": "Requests the secretariat to report at the session of the SBI to be held in conjunction"
            " with COP 24",
            "fr": "Prie le secrétariat de faire rapport à la session du SBI devant se tenir parallèlement à"
            " la COP 24",
            "es": "Pide a la secretaría que informe en el período de sesiones del OSE que se celebrará"
            " conjuntamente con la CP 24",
            "ru": "просит секретариат представить доклад на сессии ВОО, которая будет проведена"
            " одновременно с КС 24",
            "zh": "请秘书处向与COP 24同时举行的履行机构届会提出报告",
            "ar": "يطلب إلى الأمانة أن تقدم تقريرا في دورة الهيئة الفرعية للتنفيذ التي ستعقد بالتزامن مع"
            " COP 24",
        },
    ),
    "years": (
        ("+2 years", None),
        {
            "en": "Decides to review the matter two years hence",
            "fr": "Décide de réexaminer la question dans deux ans",
            "es": "Decide examinar la cuestión dentro de dos años",
            "ru": "постановляет рассмотреть этот вопрос через два года",
            "zh": "决定两年后审查这一问题",
            "ar": "يقرر أن ينظر في المسألة بعد سنتين",
        },
    ),
}
SAID_ROWS = [
    pytest.param(language, text, expected, id=f"{name}-{language}")
    for name, (expected, texts) in SAID.items()
    for language, text in texts.items()
]


@pytest.mark.parametrize(("language", "text", "expected"), SAID_ROWS)
def test_what_the_calendar_is_to_tell(
    language: str, text: str, expected: tuple[str, str | None]
) -> None:
    found = due(language, text)
    assert found is not None
    assert (found["session"], found["of"]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # later parts of the session that speaks are to come; the session itself is past
        (
            "Decides to meet again at the second part of its twenty-second session",
            [(f"{COP}22", "at")],
        ),
        ("Requests the secretariat to publish what was said at its twenty-second session", []),
        # a session told by another that is held then
        (
            "Requests the SBI to forward it within the third part of the first session of the Conference of"
            " the Parties, to be held in conjunction with the forty-ninth session of the SBI",
            [],
        ),
        # a session of an organ that no pack knows
        ("Requests the secretariat to report to the ninth session of the World Lock Forum", []),
        # the months between brackets do not end a list
        (
            "Requests reports at its twenty-fifth session (December 2019) and twenty-sixth session"
            " (November 2020)",
            [(f"{COP}25", "at"), (f"{COP}26", "at")],
        ),
        # two deadlines, the second with its own lead
        (
            "Invites Parties to submit views before SBI 46 and to discuss them at COP 23",
            [(f"{COP}23", "at"), (f"{SBI}46", "before")],
        ),
    ],
)
def test_due_in_english(text: str, expected: list[tuple[str, str]]) -> None:
    assert sessions("en", text) == expected


RECURRENCES = {
    "every-second-session": {
        "en": "Requests the secretariat to report to it at every second session",
        "fr": "Prie le secrétariat de lui faire rapport à une session sur deux",
        "es": "Pide a la secretaría que le informe cada dos períodos de sesiones",
        "ru": "просит секретариат представлять доклад на каждой второй сессии",
        "zh": "请秘书处每隔一届会议提出报告",
        "ar": "يطلب إلى الأمانة أن تقدم إليه تقريرا مرة كل دورتين",
    },
    "every-session": {
        "en": "Requests the secretariat to report to it at each session",
        "fr": "Prie le secrétariat de lui faire rapport à chaque session",
        "es": "Pide a la secretaría que le informe en cada período de sesiones",
        "ru": "просит секретариат представлять доклад на каждой сессии",
        "zh": "请秘书处在每届会议上提出报告",
        "ar": "يطلب إلى الأمانة أن تقدم إليه تقريرا في كل دورة",
    },
    "biennial": {
        "en": "Requests the secretariat to report to it every two years",
        "fr": "Prie le secrétariat de lui faire rapport tous les deux ans",
        "es": "Pide a la secretaría que le informe cada dos años",
        "ru": "просит секретариат представлять доклад каждые два года",
        "zh": "请秘书处每两年提出报告",
        "ar": "يطلب إلى الأمانة أن تقدم إليه تقريرا كل سنتين",
    },
    "quinquennial": {
        "en": "Requests the secretariat to report to it every five years",
        "fr": "Prie le secrétariat de lui faire rapport tous les cinq ans",
        "es": "Pide a la secretaría que le informe cada cinco años",
        "ru": "просит секретариат представлять доклад раз в пять лет",
        "zh": "请秘书处每五年提出报告",
        "ar": "يطلب إلى الأمانة أن تقدم إليه تقريرا كل خمس سنوات",
    },
    "semi-annual": {
        "en": "Requests the secretariat to report to it twice a year",
        "fr": "Prie le secrétariat de lui faire rapport deux fois par an",
        "es": "Pide a la secretaría que le informe dos veces al año",
        "ru": "просит секретариат представлять доклад два раза в год",
        "zh": "请秘书处每年两次提出报告",
        "ar": "يطلب إلى الأمانة أن تقدم إليه تقريرا مرتين في السنة",
    },
}


@pytest.mark.parametrize(
    ("language", "text", "recurrence"),
    [
        pytest.param(language, text, name, id=f"{name}-{language}")
        for name, texts in RECURRENCES.items()
        for language, text in texts.items()
    ],
)
def test_recurrences(language: str, text: str, recurrence: str) -> None:
    pack = load_packs().languages[language]
    said = understand(text, pack, body="unfccc-cop", session="22")
    assert said.recurrence == recurrence
