"""A collection of decisions in six languages: contents, two decisions, annexes, a treaty, a resolution."""

from __future__ import annotations

from string import Template

NAME = "FCCC_CP_2084_10_Add.1.{}.txt"

# Chapters run through a decision and its numbers run on over them; numbered titles stand in an annex.
FORM = Template("""$masthead

$contents
\t$decision
\t1/$cp\t$harbours\t\t2
\t2/$cp\t$treaty\t\t4
\t\t$resolution
\t1/$cp\t$thanks\t\t9

$first
$harbours
\t$organ
\t$recalling
I.\t$chapters_one
\t1.\t$notes;
\t2.\t$requests:
\t\t$a\t$mend;
\t\t$b\t$paint;
II.\t$chapters_two
\t3.\t$thanks_all.
\t$meeting
\t$date

$annex$one
\t$harbours
A.\t$chapters_one
1.\t$chapters_two
\t1.\t$long.
2.\t$chapters_one
\t2.\t$long:
\t\t$a\t$mend;
B.\t$chapters_two
\t3.\t$long.

$annex$two
\t1.\t$long.

$second
$treaty
\t$organ
\t1.\t$notes;
\t2.\t$thanks_all.

$annex
\t$treaty
\t$article1
1.\t$long.
2.\t$long.
\t$article2
\t$long.

$gratitude
$thanks
\t$sponsor
\t$organ
\t1.\t$notes.
""")

WORDS = {
    "en": {
        "masthead": "Report of the Conference of the Parties on its ninetieth session, held in Turku\n"
        "\tAddendum\nPart two: Action taken by the Conference of the Parties at its ninetieth session",
        "contents": "\tContents",
        "decision": "Decision\t\tPage",
        "resolution": "Resolution",
        "cp": "CP.90",
        "first": "Decision 1/CP.90",
        "second": "Decision 2/CP.90*",
        "gratitude": "Resolution 1/CP.90",
        "harbours": "Report of the Harbour Board to the Conference of the Parties",
        "treaty": "Adoption of the Turku Agreement referred to in decision 1/CP.90",
        "thanks": "Expression of gratitude to the people of Turku",
        "sponsor": "Draft resolution submitted by Malta",
        "organ": "The Conference of the Parties,",
        "recalling": "Recalling decision 7/CP.89,",
        "chapters_one": "Quays and piers",
        "chapters_two": "Lights and buoys",
        "notes": "Takes note with appreciation of the report of the Harbour Board on quays",
        "requests": "Requests the secretariat",
        "mend": "To mend the quays that the winter storms have washed away",
        "paint": "To paint the buoys in the colours agreed upon",
        "thanks_all": "Expresses its appreciation to all who lit the beacons",
        "long": "Each Party shall keep a register of its harbours and of the ships in them, and "
        "shall send a copy of that register to the secretariat before the end of every second year",
        "meeting": "10th plenary meeting",
        "date": "12 December 2084",
        "annex": "Annex",
        "one": " I",
        "two": " II",
        "article1": "Article 1",
        "article2": "Article 2",
        "a": "(a)",
        "b": "(b)",
    },
    "fr": {
        "masthead": "Rapport de la Conférence des Parties sur sa quatre-vingt-dixième session, "
        "tenue à Turku\n\tAdditif\nDeuxième partie: Mesures prises par la Conférence des Parties",
        "contents": "\tTable des matières",
        "decision": "Décision\t\tPage",
        "resolution": "Résolution",
        "cp": "CP.90",
        "first": "Décision 1/CP.90",
        "second": "Décision 2/CP.90*",
        "gratitude": "Résolution 1/CP.90",
        "harbours": "Rapport du Conseil des ports à la Conférence des Parties",
        "treaty": "Adoption de l’Accord de Turku visé dans la décision 1/CP.90",
        "thanks": "Remerciements à la population de Turku",
        "sponsor": "Projet de résolution présenté par Malte",
        "organ": "La Conférence des Parties,",
        "recalling": "Rappelant la décision 7/CP.89,",
        "chapters_one": "Quais et jetées",
        "chapters_two": "Feux et bouées",
        "notes": "Prend note avec satisfaction du rapport du Conseil des ports sur les quais",
        "requests": "Prie le secrétariat",
        "mend": "De réparer les quais que les tempêtes d’hiver ont emportés",
        "paint": "De peindre les bouées aux couleurs convenues",
        "thanks_all": "Exprime sa gratitude à tous ceux qui ont allumé les feux",
        "long": "Chaque Partie tient un registre de ses ports et des navires qui s’y trouvent, et "
        "en adresse une copie au secrétariat avant la fin de chaque deuxième année",
        "meeting": "10e séance plénière",
        "date": "12 décembre 2084",
        "annex": "Annexe",
        "one": " I",
        "two": " II",
        "article1": "Article premier",
        "article2": "Article 2",
        "a": "a)",
        "b": "b)",
    },
    "es": {
        "masthead": "Informe de la Conferencia de las Partes sobre su nonagésimo período de "
        "sesiones, celebrado en Turku\n\tAdición\nSegunda parte: Medidas adoptadas por la "
        "Conferencia de las Partes",
        "contents": "\tÍndice",
        "decision": "Decisión\t\tPágina",
        "resolution": "Resolución",
        "cp": "CP.90",
        "first": "Decisión 1/CP.90",
        "second": "Decisión 2/CP.90*",
        "gratitude": "Resolución 1/CP.90",
        "harbours": "Informe de la Junta de Puertos a la Conferencia de las Partes",
        "treaty": "Aprobación del Acuerdo de Turku mencionado en la decisión 1/CP.90",
        "thanks": "Agradecimiento a la población de Turku",
        "sponsor": "Proyecto de resolución presentado por Malta",
        "organ": "La Conferencia de las Partes,",
        "recalling": "Recordando la decisión 7/CP.89,",
        "chapters_one": "Muelles y malecones",
        "chapters_two": "Luces y boyas",
        "notes": "Toma nota con reconocimiento del informe de la Junta de Puertos sobre los muelles",
        "requests": "Pide a la secretaría",
        "mend": "Que repare los muelles que se llevaron las tormentas del invierno",
        "paint": "Que pinte las boyas de los colores convenidos",
        "thanks_all": "Expresa su agradecimiento a todos los que encendieron las luces",
        "long": "Cada Parte llevará un registro de sus puertos y de los buques que haya en ellos, y "
        "enviará una copia a la secretaría antes de que termine cada segundo año",
        "meeting": "10ª sesión plenaria",
        "date": "12 de diciembre de 2084",
        "annex": "Anexo",
        "one": " I",
        "two": " II",
        "article1": "Artículo 1",
        "article2": "Artículo 2",
        "a": "a)",
        "b": "b)",
    },
    "ru": {
        "masthead": "Доклад Конференции Сторон о работе ее девяностой сессии, состоявшейся в Турку\n"
        "\tДобавление\nЧасть вторая: Меры, принятые Конференцией Сторон",
        "contents": "\tСодержание",
        "decision": "Решение\t\tСтр.",
        "resolution": "Резолюция",
        "cp": "CP.90",
        "first": "Решение 1/CP.90",
        "second": "Решение 2/CP.90*",
        "gratitude": "Резолюция 1/CP.90",
        "harbours": "Доклад Совета портов Конференции Сторон",
        "treaty": "Принятие Соглашения Турку, упомянутого в решении 1/CP.90",
        "thanks": "Выражение признательности жителям Турку",
        "sponsor": "Проект резолюции, представленный Мальтой",
        "organ": "Конференция Сторон,",
        "recalling": "ссылаясь на решение 7/CP.89,",
        "chapters_one": "Причалы и пирсы",
        "chapters_two": "Огни и буи",
        "notes": "принимает к сведению с признательностью доклад Совета портов о причалах",
        "requests": "просит секретариат",
        "mend": "починить причалы, которые смыли зимние бури",
        "paint": "покрасить буи в согласованные цвета",
        "thanks_all": "выражает признательность всем, кто зажигал огни",
        "long": "Каждая Сторона ведет реестр своих портов и находящихся в них судов и направляет "
        "копию этого реестра секретариату до конца каждого второго года, начиная с третьего",
        "meeting": "10-е пленарное заседание",
        "date": "12 декабря 2084 года",
        "annex": "Приложение",
        "one": " I",
        "two": " II",
        "article1": "Статья 1",
        "article2": "Статья 2",
        "a": "a)",
        "b": "b)",
    },
    "zh": {
        "masthead": "缔约方会议第九十届会议报告，会议在图尔库举行\n\t增编\n第二部分：缔约方会议采取的行动",
        "contents": "\t目录",
        "decision": "决定\t\t页次",
        "resolution": "决议",
        "cp": "CP.90",
        "first": "第1/CP.90号决定",
        "second": "第2/CP.90号决定*",
        "gratitude": "第1/CP.90号决议",
        "harbours": "港口理事会提交缔约方会议的报告",
        "treaty": "通过第1/CP.90号决定提到的图尔库协定",
        "thanks": "向图尔库人民表示感谢",
        "sponsor": "马耳他提交的决议草案",
        "organ": "缔约方会议，",
        "recalling": "忆及第7/CP.89号决定，",
        "chapters_one": "码头",
        "chapters_two": "灯标",
        "notes": "赞赏地注意到港口理事会关于码头的报告",
        "requests": "请秘书处",
        "mend": "修复冬季风暴冲毁的码头",
        "paint": "按商定的颜色油漆浮标",
        "thanks_all": "感谢所有点灯的人",
        "long": "每一缔约方应登记本国港口以及停泊在港口内的船舶，并应在每隔一年结束之前"
        "将登记册的副本送交秘书处，秘书处应将收到的登记册提供给其他缔约方",
        "meeting": "第10次全体会议",
        "date": "2084年12月12日",
        "annex": "附件",
        "one": "一",
        "two": "二",
        "article1": "第一条",
        "article2": "第二条",
        "a": "(a)",
        "b": "(b)",
    },
    "ar": {
        "masthead": "تقرير مؤتمر الأطراف عن دورته التسعين المعقودة في توركو\n\tإضافة\n"
        "الجزء الثاني: الإجراءات التي اتخذها مؤتمر الأطراف",
        "contents": "\tالمحتويات",
        "decision": "المقرر\t\tالصفحة",
        "resolution": "القرار",
        "cp": "م أ-90",
        "first": "المقرر 1/م أ-90",
        "second": "المقرر 2/م أ-90*",
        "gratitude": "القرار 1/م أ-90",
        "harbours": "تقرير مجلس الموانئ إلى مؤتمر الأطراف",
        "treaty": "اعتماد اتفاق توركو المشار إليه في المقرر 1/م أ-90",
        "thanks": "الإعراب عن الامتنان لأهل توركو",
        "sponsor": "مشروع قرار مقدم من مالطة",
        "organ": "إن مؤتمر الأطراف،",
        "recalling": "إذ يشير إلى المقرر 7/م أ-89،",
        "chapters_one": "الأرصفة",
        "chapters_two": "الأنوار والعوامات",
        "notes": "يحيط علماً مع التقدير بتقرير مجلس الموانئ عن الأرصفة",
        "requests": "يطلب إلى الأمانة",
        "mend": "أن تصلح الأرصفة التي جرفتها عواصف الشتاء",
        "paint": "أن تطلي العوامات بالألوان المتفق عليها",
        "thanks_all": "يعرب عن تقديره لكل من أوقد الأنوار",
        "long": "يمسك كل طرف سجلاً بموانئه وبالسفن الراسية فيها ويرسل نسخة من هذا السجل إلى الأمانة "
        "قبل نهاية كل سنة ثانية، وتتيح الأمانة ما يرد إليها من سجلات لسائر الأطراف",
        "meeting": "الجلسة العامة 10",
        "date": "12 كانون الأول/ديسمبر 2084",
        "annex": "المرفق",
        "one": " الأول",
        "two": " الثاني",
        "article1": "المادة 1",
        "article2": "المادة 2",
        "a": "(أ)",
        "b": "(ب)",
    },
}  # fmt: skip

# The signs of chapters and sections, and the mark behind a number, where they differ.
SIGNS = {
    "ar": {"I.": "أولا-", "II.": "ثانيا-", "A.": "ألف-", "B.": "باء-"},
    "zh": {"I.": "一、", "II.": "二、"},
}


def collection(language: str) -> str:
    """The collection in a language, a paragraph a line."""
    text = FORM.substitute(WORDS[language])
    for sign, own in SIGNS.get(language, {}).items():
        text = text.replace(f"\n{sign}\t", f"\n{own}\t")
    if language == "ar":
        for number in ("1", "2", "3"):
            text = text.replace(f"{number}.\t", f"{number}-\t")
    return text
