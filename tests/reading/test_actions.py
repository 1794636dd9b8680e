"""The operative verbs of provisions: the same sentence in Arabic and in English says the same."""

from __future__ import annotations

from typing import Any

import pytest

from ingest.packs import load_packs
from ingest.reading.relate.provisions import Understanding, understand

BODY, SESSION = "untoc-cop", "3"


def read(text: str, language: str, **options: Any) -> Understanding:
    """Understand a sentence of the third session of the Conference."""
    pack = load_packs().languages[language]
    return understand(text, pack, **{"body": BODY, "session": SESSION, **options})


@pytest.mark.parametrize(
    ("arabic", "english", "actions"),
    [
        # one verb at the head
        (
            "يطلب إلى أمانته أن تعد دليلا",
            "Requests its secretariat to prepare a guide",
            ["request"],
        ),
        # several verbs of the organ, joined with and without a comma
        (
            "يلاحظ أن الردود قليلة، ويحث الدول الأطراف التي لم ترد بعد ويشجع الدول الموقعة على الرد",
            "Notes that replies are few, urges States parties that have not replied and encourages"
            " signatory States to reply",
            ["note", "urge", "encourage"],
        ),
        # a verb that comes twice counts once
        (
            "يطلب إلى أمانته أن تنشر الدليل، ويطلب كذلك إلى الأمانة أن تحدثه",
            "Requests its secretariat to publish the guide, and further requests the Secretariat to"
            " update it",
            ["request"],
        ),
        # what others are asked to do is no action of the organ
        (
            "يحث الدول الأطراف على أن تشجع الدول الأخرى على الرد وعلى أن تدعمها",
            "Urges States parties to encourage other States to reply and to support them",
            ["urge"],
        ),
        # … nor when the verb has the very form of an operative one («وتشجع»: the States)
        (
            "يدعو الدول الأعضاء إلى أن تتخذ تدابير وتشجع التعاون",
            "Invites Member States to take measures and encourage cooperation",
            ["invite"],
        ),
        # a participle clause inside a provision is preambular
        (
            "إذ يلاحظ أهمية التعاون ويرحب بنتائجه، يطلب إلى أمانته أن تنظم حلقة عمل",
            "Noting the importance of cooperation and welcoming its results, requests its secretariat"
            " to organize a workshop",
            ["request"],
        ),
        # «يدعو إلى» calls for something, «يدعو» invites somebody
        ("يدعو إلى بذل مزيد من الجهود", "Calls for further efforts", ["call-for"]),
        ("يدعو الدول إلى بذل الجهود", "Invites States to make efforts", ["invite"]),
        # «يقر ب» acknowledges, «يقر» endorses, «يقرر» decides
        ("يقر بأن التقدم بطيء", "Acknowledges that progress is slow", ["acknowledge"]),
        ("يُقِرُّ التوصيات", "Endorses the recommendations", ["endorse"]),
        ("يقرّر أن يواصل العمل", "Decides to continue the work", ["decide"]),
        # «يذكّر» with a person reminds, with «ب» recalls
        (
            "يذكّر الدول الأطراف بواجباتها",
            "Reminds States parties of their obligations",
            ["remind"],
        ),
        ("يذكّر بمقرره السابق", "Recalls its previous decision", ["recall"]),
        # an expression of several words; the noun, not the verb, says which
        ("يعرب عن قلقه إزاء التأخير", "Expresses its concern at the delay", ["express-concern"]),
        ("يعرب عن تقديره للأمانة", "Expresses its appreciation to it", ["express-appreciation"]),
        ("يحيط علما بتقرير الأمانة", "Takes note of the report", ["take-note-of"]),
        ("يؤكد من جديد التزامه", "Reaffirms its commitment", ["reaffirm"]),
        # the object is joined to the verb as a pronoun
        (
            "يحيط علما بعمل الأمانة، ويشجعها على مواصلته",
            "Takes note of the work of the Secretariat, and encourages it to go on",
            ["take-note-of", "encourage"],
        ),
        # a line read on its own brings its labels
        ("٢ - يحث الدول على التعاون", "12. (a) Urges States to cooperate", ["urge"]),
        # a point under a chapeau has no verb of its own
        ("ضمان تحديث الدليل وتشجيع استعماله", "To update and promote the directory", []),
    ],
)
def test_actions(arabic: str, english: str, actions: list[str]) -> None:
    assert list(read(arabic, "ar").actions) == actions
    assert list(read(english, "en").actions) == actions


@pytest.mark.parametrize(
    ("arabic", "english", "actions"),
    [
        # reports tell in the past, and name the organ
        (
            "وطلب المؤتمر من مكتبه إعداد برنامج العمل",
            "The Conference requested its Bureau to prepare the programme of work",
            ["request"],
        ),
        # the subject of the sentence before goes on
        (
            "حث المؤتمر الدول الأطراف على الرد؛ وطلب أيضا إلى الأمانة أن تعد تقريرا",
            "The Conference urged States parties to reply, and also requested the Secretariat to"
            " prepare a report",
            ["urge", "request"],
        ),
        # what a speaker did is no act of the organ
        (
            "وشدد عدة متكلمين على أهمية التدريب، وحث أحد المتكلمين الدول على توفيره",
            "Several speakers stressed the importance of training, and one speaker urged States"
            " to provide it",
            [],
        ),
        # a recommendation of others, and what the organ then decided
        (
            "أوصت الأمانة بتعديل المادة. وقرر المؤتمر تأجيل النظر في ذلك",
            "The Secretariat recommended an amendment. The Conference decided to defer the matter",
            ["decide"],
        ),
        # what every report says of every item
        ("نظر المؤتمر في البند 2", "The Conference considered item 2", []),
    ],
)
def test_actions_told_in_reports(arabic: str, english: str, actions: list[str]) -> None:
    for said in (read(arabic, "ar"), read(english, "en")):
        assert list(said.actions) == actions
        assert said.told is bool(actions)
