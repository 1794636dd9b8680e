"""What is Chinese in Chinese documents: no spaces, heads behind their numbers, verbs without tenses."""

from __future__ import annotations

from hashlib import sha256

import pytest

from ingest.packs import load_packs
from ingest.reading import read_document
from ingest.reading.find import find
from ingest.reading.relate.provisions import understand
from ingest.records import Identity, Source

PACKS = load_packs()
CHINESE = PACKS.languages["zh"]
POINTED_AT = ("dec:", "res:", "doc:", "art:", "rule:", "item:", "session:")


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        # the head stands behind its numbers, the organ before them
        ("大会第55/25号决议规定", {"res:ga/55/25"}),
        ("安全理事会第1970(2011)号和第1973(2011)号决议", {"res:sc/1970", "res:sc/1973"}),
        ("第2021(2011)、第2078(2012)和第2136(2014)号决议", {"res:sc/2021", "res:sc/2078", "res:sc/2136"}),
        ("按照缔约方会议第1/CP.20号决定", {"dec:unfccc-cop/20/1"}),
        # a date and a topic between organ and number, fullwidth brackets
        ("大会2000年11月15日第55/25号决议", {"res:ga/55/25"}),
        ("关于利比亚的第1970（2011）号决议", {"res:sc/1970"}),
        # a part of a resolution, with a Chinese character right behind its letter
        ("大会第56/210 B号决议", {"res:ga/56/210B"}),
        # a draft is no resolution yet
        ("决议草案A/C.3/69/L.5", {"doc:A/C.3/69/L.5"}),
        # a paragraph stands behind its act
        ("第1807(2008)号决议第9和11段规定的措施", {"res:sc/1807", "res:sc/1807#9", "res:sc/1807#11"}),
        # articles counted in words, the instrument before them in its own marks
        ("《不扩散核武器条约》第六条", {"art:npt/6"}),
        ("《联合国宪章》第五十一条", {"art:un-charter/51"}),
        ("《儿童权利公约》第12条第3款", {"art:crc/12"}),
        ("大会议事规则第21和第99条", {"rule:ga/21", "rule:ga/99"}),
        # a law that no pack knows, after an instrument that one knows
        ("《儿童权利公约》和《国籍法》第3条", set()),
        # the session stands before its agenda
        ("大会第六十九届会议议程项目19(f)下的文件", {"session:ga/69", "item:ga/69/19(f)"}),
        ("大会第二十三届特别会议", {"session:ga/S-23"}),
        ("人口与发展委员会第四十八届和第四十九届会议", {"session:cpd/48", "session:cpd/49"}),
        # words that only hold the name of an organ
        ("国民大会举行了扩大会议", set()),
    ],
)  # fmt: skip
def test_what_a_line_refers_to(line: str, ids: set[str]) -> None:
    found = {mention.target for mention in find(line, CHINESE, PACKS, None) if mention.target}
    assert {id for id in found if id.startswith(POINTED_AT) or "#" in id} == ids


def test_a_mention_holds_the_head_that_stands_behind_its_number() -> None:
    texts = [
        mention.text
        for mention in find("回顾大会第55/25号决议第3段", CHINESE, PACKS, None)
        if mention.kind in ("decision", "provision")
    ]
    assert texts == ["大会第55/25号决议", "第3段"]


def test_its_acts_are_those_of_the_organ_that_speaks() -> None:
    identity = Identity("doc:CTOC/COP/2008/1", "CTOC/COP/2008/1", "zh", "body:untoc-cop")
    found = find("其第2/6和3/2号决定", CHINESE, PACKS, identity)
    assert [m.target for m in found] == ["dec:untoc-cop/2/6", "dec:untoc-cop/3/2"]


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("2014年12月31日", {"iso": "2014-12-31"}),
        ("2006年10月9日至18日", {"iso": "2006-10-09", "to": "2006-10-18"}),
        ("2007年6月", {"iso": "2007-06"}),
    ],
)
def test_dates(line: str, iso: dict[str, str]) -> None:
    assert [m.symbolic for m in find(line, CHINESE, PACKS, None) if m.kind == "date"] == [iso]


@pytest.mark.parametrize(
    ("line", "actions", "addressees"),
    [
        # those who are asked stand right behind the verb
        ("1. 请秘书长提交报告；", ["request"], ["secretary-general"]),
        ("2. 又强烈敦促所有会员国执行本决议；", ["urge"], ["member-states"]),
        ("3. 鼓励会员国、联合国系统各组织和其他利益攸关方加强合作；", ["encourage"],
         ["member-states", "united-nations-system", "stakeholders"]),
        # whom a relative clause describes stands behind it
        ("4. 促请尚未批准《公约》的会员国批准该公约；", ["call-upon"], ["member-states"]),
        # a State that only tells whose authorities are asked
        ("5. 促请海地当局采取步骤；", ["call-upon"], ["state/HTI"]),
        # a verb of the organ within a report
        ("在这方面，委员会建议缔约国提供资料。", ["recommend"], ["states-parties"]),
        ("安全理事会在第2133(2014)号决议中强烈谴责此类行为。", ["condemn"], []),
        # without tenses a clause of a report looks like one of a provision: its subject must be an organ
        ("该公司改进了程序，决定增加投资。", [], []),
        # a preambular paragraph ends with a comma
        ("回顾其关于妇女的各项决议，", [], []),
        # heads and asks that look like verbs
        ("1. 通过议程。", [], []),
        ("请说明所采取的措施。", [], []),
    ],
)  # fmt: skip
def test_who_is_asked(line: str, actions: list[str], addressees: list[str]) -> None:
    understood = understand(line, CHINESE, mentions=find(line, CHINESE, PACKS, None))
    assert list(understood.actions) == actions
    assert [node for node, _ in understood.addressees] == [f"actor:{one}" for one in addressees]


DECISION = """\
联合国打击跨国有组织犯罪公约缔约方会议
第五届会议报告

第5/1号决定

缔约方会议，

回顾其第3/2号决定，

1. 请秘书处向会议第六届会议提交关于《公约》第三十二条执行情况的报告；

2. 决定工作组应审议下列事项：

(a) 技术援助；

3. 又请秘书处举办讲习班：

㈠ 培训法官；

㈡ 培训检察官。
"""


def test_a_decision_is_read_with_its_points_and_what_it_asks() -> None:
    data = DECISION.encode()
    source = Source("CTOC_COP_2010_1.zh.txt", data, sha256(data).hexdigest(), "text/plain")
    reading = read_document(source, PACKS)
    act = "dec:untoc-cop/5/1"
    edges = {(edge.type, edge.source, edge.target) for edge in reading.edges}
    provisions = {target for kind, _, target in edges if kind == "HAS_PROVISION"}
    assert provisions == {f"{act}#{label}" for label in ("1", "2", "2.a", "3", "3.1", "3.2")}
    assert ("ADDRESSED_TO", f"{act}#1", "actor:secretariat") in edges
    assert ("DUE_AT", f"{act}#1", "session:untoc-cop/6") in edges
    assert ("CITES", f"{act}#1", "art:untoc/32") in edges
    assert ("CITES", act, "dec:untoc-cop/3/2") in edges


@pytest.mark.parametrize(
    ("line", "groups"),
    [
        (
            "贩运人口问题工作组审议了该事项",
            {"贩运人口问题工作组": "wg:untoc-cop/trafficking-in-persons"},
        ),
        (
            "技术援助问题不限成员名额临时工作组的报告",
            {"技术援助问题不限成员名额临时工作组": "wg:untoc-cop/technical-assistance"},
        ),
        # one that no pack knows is not the one named last
        (
            "枪支问题工作组以及河流问题工作组",
            {"枪支问题工作组": "wg:untoc-cop/firearms", "问题工作组": None},
        ),
    ],
)
def test_the_matter_of_a_working_group_stands_before_it(
    line: str, groups: dict[str, str | None]
) -> None:
    identity = Identity("doc:CTOC/COP/2008/1", "CTOC/COP/2008/1", "zh", "untoc-cop")
    found = [m for m in find(line, CHINESE, PACKS, identity) if m.kind == "working group"]
    assert {mention.text: mention.target for mention in found} == groups
