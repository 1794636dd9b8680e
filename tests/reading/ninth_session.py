"""A ninth session in our own words: what it decided, and the report that tells of it.

The same facts in Arabic and in English. Decision 9/1 asks, in lettered provisions, for guidelines
(a), a report on teaching (b), three steps with the registers of vessels (c), and the same exchange
under either of two Protocols (d, e); it puts a matter on the next agenda (f) and bids others act (g).
Report paragraphs say what was before the Conference, adopted, put off.
"""

from __future__ import annotations

REPORT = "doc:CTOC/COP/2030/9"
REPORT_NAME = "CTOC_COP_2030_9.{}.txt"

ACT_EN = """\
Decision 9/1

Customs and waterways

The Conference of the Parties,

Recalling article 28 of the Convention,

(a) Requests the secretariat to draw up guidelines for teaching customs officers who serve at river \
ports, and to submit them to it at its tenth session;

(b) Urges States parties to teach pilots of barges, in keeping with article 29, paragraph 1, of the \
Convention;

(c) Requests the secretariat, within existing resources:

(i) To list the registers of inland vessels;

(ii) To translate the list;

(iii) To print it;

(d) Invites States parties to exchange knowledge of concealed cargo under the Firearms Protocol;

(e) Invites States parties to exchange knowledge of concealed cargo under the Migrants Protocol;

(f) Decides that lock-keepers shall be discussed at its tenth session;

(g) Calls upon international organizations to mend old bridges.
"""
ACT_AR = """\
المقرر 9/1

الجمارك والمجاري المائية

إن مؤتمر الأطراف،

إذ يستذكر المادة 28 من الاتفاقية،

(أ) يطلب إلى الأمانة أن تضع مبادئ توجيهية لتعليم موظفي الجمارك العاملين في الموانئ النهرية، وأن تقدمها \
إليه في دورته العاشرة؛

(ب) يحث الدول الأطراف على تعليم ربابنة الصنادل، عملا بالفقرة 1 من المادة 29 من الاتفاقية؛

(ج) يطلب إلى الأمانة، في حدود الموارد الموجودة:

‘1’ حصر سجلات المراكب الداخلية؛

‘2’ ترجمة القائمة؛

‘3’ طباعتها؛

(د) يدعو الدول الأطراف إلى تبادل المعارف عن الشحنات المخبأة بمقتضى بروتوكول الأسلحة النارية؛

(هـ) يدعو الدول الأطراف إلى تبادل المعارف عن الشحنات المخبأة بمقتضى بروتوكول المهاجرين؛

(و) يقرر أن يناقش مسألة حراس الأهوسة في دورته العاشرة؛

(ز) يهيب بالمنظمات الدولية أن ترمم الجسور القديمة.
"""

REPORT_EN = f"""\
Ninth session

Vienna, 4-8 March 2030

Report of the Conference of the Parties on its ninth session

I. Decisions adopted by the Conference

1. At its ninth session, the Conference adopted one decision:

{ACT_EN}
II. Organization of the session

A. Opening

2. The session was opened on 4 March 2030.

B. Adoption of the agenda

3. At its 1st meeting, the Conference adopted the following agenda for its ninth session:

1. Opening of the session.

2. Customs and waterways:

(a) River ports;

(b) Canals.

3. Rules of procedure.

4. Registers of vessels.

III. Customs and waterways

4. The Conference considered item 2 of its agenda. It had before it a note by the Secretariat on \
barges (CTOC/COP/2030/2) and a report of the Secretary-General on locks (CTOC/COP/2030/3 and Add.1).

5. One speaker referred to an older study (CTOC/COP/2028/4).

6. At its 5th meeting, on 8 March 2030, the Conference adopted a draft decision submitted by Austria \
and Brazil and entitled "Customs and waterways" (CTOC/COP/2030/L.2/Rev.1) (for the text, see chapter \
I, decision 9/1).

IV. Rules of procedure

7. The Conference considered a proposal by the Secretariat to amend rule 20 of the rules of \
procedure (CTOC/COP/2030/L.3). The Conference decided to defer consideration of that proposal to its tenth \
session.

8. The Conference requested the Secretariat to keep a list of pending proposals.

V. Registers of vessels

9. The Conference considered item 4 of its agenda. It had before it the following documents:

(a) Note by the Secretariat on registers (CTOC/COP/2030/5);

(b) Report on hulls (CTOP/COP/2030/6).

Annex I

List of documents before the Conference at its ninth session

Barges: note by the Secretariat CTOC/COP/2030/2

Locks: report of the Secretary-General CTOC/COP/2030/3 and Add.1

Registers: note by the Secretariat CTOC/COP/2030/5

Annex II

Draft provisional agenda for the tenth session of the Conference

1. Opening of the session.

2. Customs and waterways:

(a) River ports;

(b) Consultations on the following:

(i) Lock-keepers;

(ii) Registers of inland vessels.

3. Rules of procedure.
"""
REPORT_AR = f"""\
الدورة التاسعة

فيينا، 4-8 آذار/مارس 2030

تقرير مؤتمر الأطراف عن دورته التاسعة

أولا- المقررات التي اتخذها المؤتمر

1- اتخذ المؤتمر في دورته التاسعة مقررا واحدا:

{ACT_AR}
ثانيا- تنظيم الدورة

ألف- الافتتاح

2- افتتحت الدورة في 4 آذار/مارس 2030.

باء- إقرار جدول الأعمال

3- أقر المؤتمر، في جلسته الأولى، جدول الأعمال التالي لدورته التاسعة:

1- افتتاح الدورة.

2- الجمارك والمجاري المائية:

(أ) الموانئ النهرية؛

(ب) القنوات.

3- النظام الداخلي.

4- سجلات المراكب.

ثالثا- الجمارك والمجاري المائية

4- نظر المؤتمر في البند 2 من جدول أعماله. وكان معروضا عليه مذكرة من الأمانة عن الصنادل \
(CTOC/COP/2030/2) وتقرير من الأمين العام عن الأهوسة (CTOC/COP/2030/3 وAdd.1).

5- وأشار أحد المتكلمين إلى دراسة أقدم (CTOC/COP/2028/4).

6- واعتمد المؤتمر في جلسته الخامسة، المعقودة في 8 آذار/مارس 2030، مشروع مقرر مقدما من النمسا \
والبرازيل عنوانه "الجمارك والمجاري المائية" (CTOC/COP/2030/L.2/Rev.1) (للاطلاع على النص، انظر المقرر \
9/1 في الفصل الأول).

رابعا- النظام الداخلي

7- نظر المؤتمر في اقتراح من الأمانة بتعديل المادة 20 من النظام الداخلي (CTOC/COP/2030/L.3). وقرر \
المؤتمر تأجيل النظر في ذلك الاقتراح إلى دورته العاشرة.

8- وطلب المؤتمر إلى الأمانة أن تمسك قائمة بالاقتراحات المعلقة.

خامسا- سجلات المراكب

9- نظر المؤتمر في البند 4 من جدول أعماله. وعُرضت عليه الوثيقتان التاليتان:

(أ) مذكرة من الأمانة عن السجلات (CTOC/COP/2030/5)؛

(ب) تقرير عن الهياكل (CTOP/COP/2030/6).

المرفق الأول

قائمة الوثائق المعروضة على المؤتمر في دورته التاسعة

الصنادل: مذكرة من الأمانة CTOC/COP/2030/2

الأهوسة: تقرير من الأمين العام CTOC/COP/2030/3 وAdd.1

السجلات: مذكرة من الأمانة CTOC/COP/2030/5

المرفق الثاني

مشروع جدول الأعمال المؤقت للدورة العاشرة للمؤتمر

1- افتتاح الدورة.

2- الجمارك والمجاري المائية:

(أ) الموانئ النهرية؛

(ب) مشاورات بشأن ما يلي:

‘1’ حراس الأهوسة؛

‘2’ سجلات المراكب الداخلية.

3- النظام الداخلي.
"""

ACTS = {"en": ACT_EN, "ar": ACT_AR}
REPORTS = {"en": REPORT_EN, "ar": REPORT_AR}
