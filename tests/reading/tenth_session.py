"""The annotated agenda of a tenth session, in our own words: what came of the ninth, and what did not."""

from __future__ import annotations

AGENDA = "doc:CTOC/COP/2032/1"
AGENDA_NAME = "CTOC_COP_2032_1.{}.txt"

AGENDA_EN = """\
Tenth session

Vienna, 5-9 April 2032

Annotated provisional agenda

1. Opening of the session.

2. Customs and waterways:

(a) River ports;

(b) Lock-keepers;

(c) Registers of inland vessels;

(d) Concealed cargo.

3. Rules of procedure.

Annotations

1. Opening of the session

The tenth session opens at noon on 5 April 2032.

2. Customs and waterways

(a) River ports

In its decision 9/1, the Conference requested the Secretariat to draw up guidelines for teaching \
customs officers who serve at river ports. To that end the Secretariat:

(a) Asked ports for their handbooks;

(b) Read them.

Documentation

Note by the Secretariat: guidelines for teaching customs officers at river ports (CTOC/COP/2032/2)

Note by the Secretariat transmitting guidelines for teaching customs officers at river ports (CTOC/COP/2032/3)

Barges: note by the Secretariat (CTOC/COP/2030/2)

(b) Lock-keepers

The Conference decided, in its decision 9/1, that lock-keepers should be discussed at its tenth session.

(c) Registers of inland vessels

In its decision 9/1, the Conference requested the Secretariat to list the registers of inland vessels.

Documentation

Report of the Secretariat on the list of registers of inland vessels (CTOC/COP/2032/4)

(d) Concealed cargo

In its decision 9/1, the Conference invited States parties to exchange knowledge of concealed cargo \
under the Firearms Protocol and the Migrants Protocol.

3. Rules of procedure

The Secretariat proposed to amend rule 20 of the rules of procedure; the Conference decided to defer \
consideration of that proposal to its tenth session (CTOC/COP/2030/9, para. 7). The Conference spoke \
of waterways in its decision 9/1.

Annex

Proposed organization of work

Item 2 (a) River ports 10 a.m.
"""
AGENDA_AR = """\
الدورة العاشرة

فيينا، 5-9 نيسان/أبريل 2032

جدول الأعمال المؤقت وشروحه

1- افتتاح الدورة.

2- الجمارك والمجاري المائية:

(أ) الموانئ النهرية؛

(ب) حراس الأهوسة؛

(ج) سجلات المراكب الداخلية؛

(د) الشحنات المخبأة.

3- النظام الداخلي.

الشروح

1- افتتاح الدورة

تفتتح الدورة العاشرة ظهر يوم 5 نيسان/أبريل 2032.

2- الجمارك والمجاري المائية

(أ) الموانئ النهرية

طلب المؤتمر إلى الأمانة، في مقرره 9/1، أن تضع مبادئ توجيهية لتعليم موظفي الجمارك العاملين في الموانئ \
النهرية. ولهذا الغرض قامت الأمانة بما يلي:

(أ) طلبت من الموانئ كتيباتها؛

(ب) قرأتها.

الوثائق

مذكرة من الأمانة: مبادئ توجيهية لتعليم موظفي الجمارك في الموانئ النهرية (CTOC/COP/2032/2)

مذكرة من الأمانة تحيل بها مبادئ توجيهية لتعليم موظفي الجمارك في الموانئ النهرية (CTOC/COP/2032/3)

الصنادل: مذكرة من الأمانة (CTOC/COP/2030/2)

(ب) حراس الأهوسة

قرر المؤتمر، في مقرره 9/1، أن تناقش مسألة حراس الأهوسة في دورته العاشرة.

(ج) سجلات المراكب الداخلية

طلب المؤتمر إلى الأمانة، في مقرره 9/1، حصر سجلات المراكب الداخلية.

الوثائق

تقرير الأمانة عن حصر سجلات المراكب الداخلية (CTOC/COP/2032/4)

(د) الشحنات المخبأة

دعا المؤتمر الدول الأطراف، في مقرره 9/1، إلى تبادل المعارف عن الشحنات المخبأة بمقتضى بروتوكول الأسلحة \
النارية وبروتوكول المهاجرين.

3- النظام الداخلي

اقترحت الأمانة تعديل المادة 20 من النظام الداخلي؛ وقرر المؤتمر تأجيل النظر في ذلك الاقتراح إلى دورته \
العاشرة (CTOC/COP/2030/9، الفقرة 7). وتحدث المؤتمر عن المجاري المائية في مقرره 9/1.

المرفق

تنظيم الأعمال المقترح

البند 2 (أ) الموانئ النهرية الساعة 10/00
"""

AGENDAS = {"en": AGENDA_EN, "ar": AGENDA_AR}
