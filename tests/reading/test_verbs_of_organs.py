"""Operative verbs where a language puts them: made-up sentences, each with the phenomenon it shows."""

from __future__ import annotations

import pytest

from ingest.packs import load_packs
from ingest.reading.find import find
from ingest.reading.relate.provisions import understand

SAID = [
    # a pronoun before the verb stands for whom the sentence named
    ("es", "3. Expresa su satisfacción al Secretario General y le pide que siga informando;",
     ["express-appreciation", "request"], ["actor:secretary-general"]),
    # "me" is nobody that the sentence names
    ("es", "En su resolución 61/5, la Asamblea me solicitó que informara cada año.", ["request"], []),
    # a preposition that is joined to its article
    ("es", "4. Encomienda al Secretario General que informe cada año;",
     ["entrust"], ["actor:secretary-general"]),
    # the organ's name goes on behind its head
    ("es", "La Comisión de Estadística pidió a la Secretaría que revisara el cuadro.",
     ["request"], ["actor:secretariat"]),
    # a phrase before the organ, without a comma
    ("es", "En esa resolución el Consejo de Seguridad decidió que todos los Estados deberán informar.",
     ["decide"], ["actor:states"]),
    # concern comes before whoever feels it
    ("es", "Preocupa asimismo al Comité que las escuelas sean pocas.", ["express-concern"], []),
    ("es", "Le preocupa además que las escuelas sean pocas.", ["express-concern"], []),
    # the writer of a letter asks («insto»), no organ asked («instó»)
    ("es", "Por lo tanto, insto a todos los Estados a que cooperen.", [], []),
    ("fr", "J'exhorte par conséquent toutes les parties à coopérer.", [], []),
    # an adverb within the verb; "par conséquent" makes no passive
    ("fr", "Il met également l'accent sur les écoles.", ["emphasize"], []),
    ("fr", "Il exige par conséquent du Secrétariat qu'il coopère.",
     ["demand"], ["actor:secretariat"]),
    # a pronoun, and an elided one, before the verb
    ("fr", "4. Remercie le Secrétaire général de son aide et lui demande de la poursuivre;",
     ["thank", "request"], ["actor:secretary-general"]),
    ("fr", "Elle l'a également prié de continuer à suivre la situation.", ["request"], []),
    # a participle goes on with the auxiliary before it, but is no verb of its own
    ("fr", "Le Comité a adopté son ordre du jour et prié le Secrétariat de le publier.",
     ["adopt", "request"], ["actor:secretariat"]),
    ("fr", "La diminution du montant (4 millions) demandé au titre des écoles est faible.", [], []),
    # the imperfect of reports, the organ between two asides
    ("fr", "De son côté, le Conseil, dans sa résolution 61/5, condamnait les attaques.", ["condemn"], []),
    # the organ's name goes on behind its head
    ("fr", "Le Conseil des gouverneurs des écoles a pris note du rapport.", ["take-note-of"], []),
    # Chinese puts the occasion and the ground between the organ and its verb
    ("zh", "理事会在通过该决定时欢迎该国政府的灵活态度。", ["welcome"], []),
    ("zh", "委员会就该主题举行的讨论强调，学校必须增加。", ["emphasize"], []),
    ("zh", "论坛第十届会议呼吁其秘书处开发宣传工具。", ["call-upon"], ["actor:secretariat"]),
    ("zh", "大会根据总务委员会的建议决定审议该项目。", ["decide"], ["body:ga"]),
    ("zh", "1. 大会根据总务委员会的建议，决定审议该项目。", ["decide"], ["body:ga"]),
    # a span of time between the verb and those who shall act
    ("zh", "9. 决定，初期以本决议通过之日起一年为期，所有会员国应采取措施；",
     ["decide"], ["actor:member-states"]),
    # a treaty's title before its parties
    ("zh", "4. 促请《公民权利公约》缔约国提交报告；", ["call-upon"], ["actor:states-parties"]),
    # whoever can, and those in a conflict, are no Parties
    ("zh", "5. 促请冲突各方停止敌对行动，鼓励有能力的各方提供协助；",
     ["call-upon", "encourage"], []),
    # the object of what is asked, and a lake, are not asked
    ("zh", "6. 要求将秘书处提交的文件印成黑体；", ["demand"], []),
    ("zh", "7. 敦促乍得湖流域各国开展规划；", ["urge"], []),
    # "but" opens the main clause behind a concession
    ("zh", "虽然委员会欢迎这一战略，但它关切地注意到学校太少。", ["note"], []),
    # an adverb that belongs to the verb
    ("zh", "3. 特别指出各国继续合作的重要性；", ["underline"], []),
    # who only bears a share is not asked
    ("es", "4. Decide también, para el año 2015, prorratear entre los Estados Miembros la suma;",
     ["decide"], []),
    # parties of a conflict are no Parties to a treaty
    ("es", "5. Exhorta a las partes en el conflicto a que cooperen;", ["call-upon"], []),
    ("es", "5. Exhorta a las Partes a que cooperen;", ["call-upon"], ["actor:parties"]),
    ("fr", "5. Engage toutes les parties au conflit à coopérer;", ["call-upon"], []),
    ("fr", "5. Engage toutes les parties au Protocole de Kyoto à coopérer;",
     ["call-upon"], ["actor:parties"]),
    # the authorities of a State are the State
    ("es", "6. Insta a las autoridades de Malta a que informen;", ["urge"], ["actor:state/MLT"]),
    ("zh", "6. 敦促马耳他当局提交报告；", ["urge"], ["actor:state/MLT"]),
    # a demand that is repeated demands
    ("es", "7. Reitera también su exigencia de que Malta y Chipre informen;",
     ["reiterate"], ["actor:state/CYP", "actor:state/MLT"]),
    # to insist on what somebody shall do is to demand it, on a fact to stress it
    ("es", "8. Insiste en que el Gobierno de Malta informe;", ["demand"], ["actor:state/MLT"]),
    ("es", "8. Insiste en que la paz es necesaria;", ["emphasize"], []),
    # a list that begins with somebody no pack names; "ainsi qu'aux"
    ("fr", "9. Demande à toutes les entreprises et aux États Membres, ainsi qu'aux organisations "
     "internationales, de coopérer;",
     ["request"], ["actor:international-organizations", "actor:member-states"]),
    ("fr", "9. Invite les États Membres et d'autres donateurs à contribuer;",
     ["invite"], ["actor:donors", "actor:member-states"]),
    # an organ that a relative clause only mentions
    ("zh", "10. 呼吁所有尚未向委员会提交报告的国家提交报告；", ["call-upon"], ["actor:states"]),
    # a reflexive verb is no label and a verb of another meaning
    ("fr", "3. S'engage à poursuivre ses travaux;", ["commit"], []),
    # what is added to an appeal stands before those it goes to
    ("fr", "3. Lance un appel pressant aux donateurs pour qu'ils contribuent;",
     ["call-upon"], ["actor:donors"]),
    ("es", "3. Hace un enérgico llamamiento a los donantes para que contribuyan;",
     ["call-upon"], ["actor:donors"]),
    ("es", "3. Renueva su llamamiento a los Estados;", ["reiterate"], ["actor:states"]),
    ("zh", "3. 深表遗憾；", ["regret"], []),
    ("zh", "3. 恳请捐助者捐款；", ["request"], ["actor:donors"]),
    ("zh", "国际法委员会建议大会审议该草案；", ["recommend"], ["body:ga"]),
    # headings and participles that look like verbs without their accents
    ("es", "IV. Apoyo a las escuelas del medio rural", [], []),
    ("es", "Aprobado por la Asamblea de las Escuelas", [], []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "actions", "addressees"), SAID)
def test_verbs_and_whom_they_ask(
    language: str, sentence: str, actions: list[str], addressees: list[str]
) -> None:
    packs = load_packs()
    pack = packs.languages[language]
    said = understand(sentence, pack, mentions=find(sentence, pack, packs, None))
    assert [*said.actions] == actions
    assert sorted({node for node, _ in said.addressees}) == addressees
