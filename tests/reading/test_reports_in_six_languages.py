"""One session report in six languages, made up: the same nodes and edges come of each."""

from __future__ import annotations

import pytest

from tests.reading.texts import ends, reading

REPORTS = {
    "ar": """\
تقرير الهيئة الفرعية للتنفيذ عن دورتها الستين

أولا- الافتتاح
(البند 1 من جدول الأعمال)
1- عقدت الدورة في فادوز.
ثانيا- المصابيح
(البند 2 من جدول الأعمال)
2- أقرت الهيئة جدول أعمالها على النحو التالي:
1- الافتتاح.
2- المصابيح.
3- الموانئ:
(أ) الرافعات؛
(ب) العوامات.
4- الاختتام.
3- وكانت معروضة على الهيئة الوثيقتان FCCC/SBI/2030/2 وAdd.1.
ثالثا- الموانئ
(البند 3 من جدول الأعمال)
ألف- الرافعات
(البند 3 (أ) من جدول الأعمال)
4- وأدلى ممثل تشاد ببيان.
5- وطلبت الهيئة إلى الأمانة أن تعد تقريرا.
""",
    "en": """\
Report of the Subsidiary Body for Implementation on its sixtieth session

I.\tOpening
(Agenda item 1)
1.\tThe session was held in Vaduz.
II.\tLamps
(Agenda item 2)
2.\tThe agenda was adopted as follows:
1.\tOpening.
2.\tLamps.
3.\tHarbours:
(a)\tCranes;
(b)\tBuoys.
4.\tClosure.
3.\tThe SBI had before it documents FCCC/SBI/2030/2 and Add.1.
III.\tHarbours
(Agenda item 3)
A.\tCranes
(Agenda sub-item 3 (a))
4.\tA representative of Chad made a statement.
5.\tThe SBI requested the secretariat to prepare a report.
""",
    "es": """\
Informe del Órgano Subsidiario de Ejecución sobre su 60º período de sesiones

I.\tApertura
(Tema 1 del programa)
1.\tEl período de sesiones se celebró en Vaduz.
II.\tLámparas
(Tema 2 del programa)
2.\tSe aprobó el siguiente programa:
1.\tApertura.
2.\tLámparas.
3.\tPuertos:
a)\tGrúas;
b)\tBoyas.
4.\tClausura.
3.\tEl OSE tuvo ante sí los documentos FCCC/SBI/2030/2 y Add.1.
III.\tPuertos
(Tema 3 del programa)
A.\tGrúas
(Tema 3 a) del programa)
4.\tUn representante del Chad formuló una declaración.
5.\tEl OSE pidió a la secretaría que preparara un informe.
""",
    "fr": """\
Rapport de l'Organe subsidiaire de mise en œuvre sur sa soixantième session

I.\tOuverture
(Point 1 de l'ordre du jour)
1.\tLa session s'est tenue à Vaduz.
II.\tLampes
(Point 2 de l'ordre du jour)
2.\tL'ordre du jour ci-après a été adopté :
1.\tOuverture.
2.\tLampes.
3.\tPorts :
a)\tGrues ;
b)\tBouées.
4.\tClôture.
3.\tLe SBI était saisi des documents FCCC/SBI/2030/2 et Add.1.
III.\tPorts
(Point 3 de l'ordre du jour)
A.\tGrues
(Point 3 a) de l'ordre du jour)
4.\tUn représentant du Tchad a fait une déclaration.
5.\tLe SBI a prié le secrétariat d'établir un rapport.
""",
    "ru": """\
Доклад Вспомогательного органа по осуществлению о работе его шестидесятой сессии

I.\tОткрытие
(Пункт 1 повестки дня)
1.\tСессия состоялась в Вадуце.
II.\tЛампы
(Пункт 2 повестки дня)
2.\tБыла утверждена следующая повестка дня:
1.\tОткрытие.
2.\tЛампы.
3.\tПорты:
a)\tКраны;
b)\tБуи.
4.\tЗакрытие.
3.\tНа его рассмотрение были представлены документы FCCC/SBI/2030/2 и Add.1.
III.\tПорты
(Пункт 3 повестки дня)
A.\tКраны
(Пункт 3 a) повестки дня)
4.\tПредставитель Чада сделал заявление.
5.\tВОО просил секретариат подготовить доклад.
""",
    "zh": """\
附属履行机构第六十届会议报告

一、开幕
(议程项目1)
1. 会议在瓦杜兹举行。
二、灯
(议程项目2)
2. 履行机构通过了以下议程:
1. 开幕。
2. 灯。
3. 港口:
(a) 起重机;
(b) 浮标。
4. 闭幕。
3. 履行机构收到了下列文件FCCC/SBI/2030/2和Add.1。
三、港口
(议程项目3)
A. 起重机
(议程项目3(a))
4. 乍得代表发了言。
5. 履行机构请秘书处编写一份报告。
""",
}
DOCUMENT = "doc:FCCC/SBI/2030/8"
ITEMS = "item:unfccc-sbi/60/"


@pytest.mark.parametrize("language", sorted(REPORTS))
def test_a_report_gives_the_same_graph_in_every_language(language: str) -> None:
    found = reading(REPORTS[language], f"FCCC_SBI_2030_8.{language}.txt")
    assert [p.label for p in found.paragraphs if p.part == "report" and p.label] == list("12345")
    assert ends(found, "ITEM_OF") == {
        (f"{ITEMS}{label}", "session:unfccc-sbi/60")
        for label in ("1", "2", "3", "3(a)", "3(b)", "4")
    }
    assert ends(found, "DOCUMENTATION") == {
        (f"{ITEMS}2", f"doc:FCCC/SBI/2030/2{ending}") for ending in ("", "/Add.1")
    }
    assert ends(found, "UNDER") == {(f"{DOCUMENT}#5", f"{ITEMS}3(a)")}
    assert ends(found, "ADDRESSED_TO") == {(f"{DOCUMENT}#5", "actor:secretariat")}
