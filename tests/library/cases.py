"""Questions and their answers, on the report of the third session and the agenda of the fourth.

What is expected was read in the two documents, in Arabic; a comment says where. The digests retell
all of it, so that their answers are the same.
"""

from __future__ import annotations

from tests.library.comparing import Case

COOPERATION = "item:untoc-cop/4/2(c)"
TRAFFICKING = "item:untoc-cop/4/2(d)"
TRAVEL_DOCUMENTS = "item:untoc-cop/4/2(f)"
SESSION_4 = "session:untoc-cop/4"


def provisions(decision: str, labels: str) -> set[str]:
    """Ids of provisions: `provisions("3/2", "r s")`."""
    return {f"dec:untoc-cop/{decision}#{label}" for label in labels.split()}


CASES: list[Case] = [
    (
        # 3/2 (ص) decides to discuss confiscation; the agenda lists a note of that name under 2 (ج),
        # whose annotation repeats (أ), (ص), (ق) and (ر) as well
        "what-led-to-a-document",
        {"document": "CTOC/COP/2008/6"},
        [
            {"how": "asked for the document", "provision": "dec:untoc-cop/3/2#r"},
            *(
                {"how": f"asked for its agenda item, {COOPERATION}", "provision": one}
                for one in sorted(provisions("3/2", "a r s t"))
            ),
        ],
        [{"act": "dec:untoc-cop/3/3"}],
    ),
    (
        # five requests for work against trafficking, (ط) to (م), come back in item 2 (د); travel
        # documents, (ج), in item 2 (و)
        "what-a-decision-led-to",
        {"decision": "3/3"},
        [
            *(
                {"provision": one, "by which verb": ["request"], "led to": TRAFFICKING}
                for one in sorted(provisions("3/3", "i j k l m"))
            ),
            {"provision": "dec:untoc-cop/3/3#c", "led to": TRAVEL_DOCUMENTS, "basis": "stated"},
        ],
        [{"led to": COOPERATION}],
    ),
    (
        # the annotation names 2/3, 2/4 and 3/3; the draft in the report's annex had it as (ب) ‘4’
        "where-an-agenda-item-came-from",
        {"item": "4/2(f)"},
        [
            {"how": "asked for by", "provision": "dec:untoc-cop/3/3#c"},
            *(
                {"how": "pursuant to", "source": f"dec:untoc-cop/{one}", "provision": None}
                for one in ("2/3", "2/4", "3/3")
            ),
            {"how": "in draft", "source": "item:untoc-cop/4/2(b)(4)@CTOC/COP/2006/14"},
        ],
        [{"source": "dec:untoc-cop/3/2"}],
    ),
    (
        # a collection of cases, 3/2 (ت), and a final report, 3/1 (ح), are not in the agenda
        "mandates-without-follow-up",
        {"body": "untoc-cop", "session": "3"},
        [
            {"provision": "dec:untoc-cop/3/2#v", "asked of": ["actor:secretariat"], "due": []},
            {"provision": "dec:untoc-cop/3/1#h", "due": [SESSION_4], "action": ["request"]},
        ],
        [{"provision": "dec:untoc-cop/3/2#r"}, {"provision": "dec:untoc-cop/3/2#g"}],
    ),
    ("mandates-without-follow-up", {"session": "2"}, [], [{}]),
    (
        "mandates-by-addressee-and-deadline",
        {"addressee": "secretariat", "due": "4"},
        [
            {"provision": "dec:untoc-cop/3/1#e", "at or before": "at", "status": "answered"},
            {"provision": "dec:untoc-cop/3/1#h", "what is asked for": ["report"]},
            # guidelines to identify victims, to be laid before the fourth session
            {"provision": "dec:untoc-cop/3/3#i", "what is asked for": ["guidelines"]},
        ],
        [{"addressee": "actor:states-parties"}, {"provision": "dec:untoc-cop/3/2#t"}],
    ),
    (
        "due-at-a-session",
        {"session": "4", "body": "untoc-cop"},
        [
            {"provision": "dec:untoc-cop/3/2#s", "status": "on agenda", "led to": [COOPERATION]},
            # to be answered before the fourth session, at best by the end of June 2007
            {"provision": "dec:untoc-cop/3/1#c", "at or before": "before", "led to": []},
            # paragraphs of the report that put matters off
            {"provision": "doc:CTOC/COP/2006/14#33", "asked of": ["body:untoc-cop"]},
            {"provision": "doc:CTOC/COP/2006/14#131", "status": "no follow-up found"},
        ],
        [{"provision": "dec:untoc-cop/3/1#i"}],
    ),
    ("due-at-a-session", {"session": "5"}, [], [{}]),
    (
        # item 2, then decision 3/2 (paragraph 61 of the report), its (ص), the note on confiscation
        "longest-chains",
        {"contains": "doc:CTOC/COP/2008/6"},
        [
            {
                "steps": 3,
                "provision": "dec:untoc-cop/3/2#r",
                "chain": [
                    "item:untoc-cop/3/2",
                    "dec:untoc-cop/3/2",
                    "dec:untoc-cop/3/2#r",
                    "doc:CTOC/COP/2008/6",
                ],
            }
        ],
        [{"provision": "dec:untoc-cop/3/2#t"}],
    ),
    ("longest-chains", {"at_least": 9}, [], [{}]),
    (
        # the annotation of 2 (ج) names decision 2/2, and the note is listed there
        "how-two-things-are-connected",
        {"from": "dec:untoc-cop/2/2", "to": "doc:CTOC/COP/2008/6"},
        [
            {"step": 1, "source": COOPERATION, "relation": "PURSUANT_TO", "basis": "stated"},
            {"step": 2, "relation": "DOCUMENTATION", "target": "doc:CTOC/COP/2008/6"},
        ],
        [{"step": 3}],
    ),
    (
        "the-same-matter-over-sessions",
        {"item": "4/2(c)"},
        [
            {"session": SESSION_4, "how": "pursuant to", "what": "dec:untoc-cop/2/2"},
            {"session": SESSION_4, "how": "mandated by", "provision": "dec:untoc-cop/3/2#s"},
            {"session": SESSION_4, "how": "documentation", "what": "doc:CTOC/COP/2008/5"},
            {
                "session": "session:untoc-cop/3",
                "agenda item": "item:untoc-cop/3/2",
                "how": "led to",
                "what": "dec:untoc-cop/3/2",
            },
        ],
        [{"agenda item": TRAFFICKING}, {"agenda item": "item:untoc-cop/3/4"}],
    ),
    (
        "documents-requested-again",
        {"at_least": 5},
        [
            {"document": "doc:CTOC/COP/2008/8", "requests": 5, "provision": one}
            for one in sorted(provisions("3/3", "i j k l m"))
        ],
        [{"document": "doc:CTOC/COP/2008/6"}],
    ),
    (
        # 18 in (ز) ‘2’, (ك), (ل), (ع), (ص), (ر), (ش); (و) cites it and asks for nothing
        "articles-behind-most-mandates",
        {"instrument": "untoc"},
        [
            {
                "article": "art:untoc/18",
                "mandates": 7,
                "which ones": sorted(provisions("3/2", "g k l p r t u")),
            },
            {"article": "art:untoc/16", "which ones": sorted(provisions("3/2", "g s"))},
            {"article": "art:untoc/33", "mandates": 1},
        ],
        [{"article": "art:untoc-som/6"}],
    ),
    (
        # future activities: the annotation names no decision
        "agenda-items-without-mandate",
        {"session": "4"},
        [{"agenda item": "item:untoc-cop/4/4"}, {"agenda item": "item:untoc-cop/4/6"}],
        [{"agenda item": COOPERATION}, {"agenda item": "item:untoc-cop/4/2"}],
    ),
    (
        # the Secretary-General's report to the Assembly is listed, and asked for by nothing here;
        # L.4 was adopted
        "documents-without-mandate",
        {},
        [
            {
                "document": "doc:A/63/90",
                "came up at": [TRAFFICKING],
                "submitted by": ["actor:secretary-general"],
            },
            {"document": "doc:CTOC/COP/2006/L.5", "submitted by": ["actor:state/ARG"]},
        ],
        [{"document": "doc:CTOC/COP/2008/6"}, {"document": "doc:CTOC/COP/2006/L.4"}],
    ),
    ("documents-without-mandate", {"body": "ga"}, [], [{}]),
    (
        # set up by 2/6; asked in 3/1 (ل), 3/4 (ه); its report is listed under item 3
        "working-groups-asked-and-delivered",
        {"group": "technical-assistance"},
        [
            {"how": "established by", "source": "dec:untoc-cop/2/6"},
            {"how": "asked in", "provision": "dec:untoc-cop/3/1#l", "led to": []},
            {"how": "asked in", "provision": "dec:untoc-cop/3/4#e"},
            {
                "how": "came back under",
                "source": "item:untoc-cop/4/3",
                "led to": [f"doc:CTOC/COP/2008/{number}" for number in (7, 16, 17)],
            },
        ],
        [{"working group": "wg:untoc-cop/international-cooperation"}],
    ),
    (
        # 3/1 (ج) (ه) (و) (ح) (ط) (ي), 3/2 (ز) (ر) (ش) (ت), 3/3 (ط) to (م), 3/4 (ج) (د) and
        # recommendations 6, 9 and 11
        "addressees-and-their-answers",
        {"body": "untoc-cop"},
        [
            {"addressee": "actor:secretariat", "mandates": 20},
            {"addressee": "actor:states-parties", "answered": 0, "on agenda": 2},
        ],
        [{"addressee": "actor:secretary-general"}],
    ),
    (
        # "subject to the availability of extrabudgetary resources" seven times, existing ones once
        "conditions-and-outcome",
        {"condition": "extrabudgetary-resources"},
        [
            {"provision": one, "status": "answered"}
            for one in sorted(
                provisions("3/1", "j") | provisions("3/2", "t") | provisions("3/3", "i j k l m")
            )
        ],
        [{"provision": "dec:untoc-cop/3/2#g"}],
    ),
    (
        "conditions-and-outcome",
        {},
        [{"condition": "existing-resources", "provision": "dec:untoc-cop/3/2#g"}],
        [],
    ),
    (
        "what-is-asked-for",
        {},
        [
            {"what is asked for": "workshop", "mandates": 1, "answered": 1},
            {"what is asked for": "guidelines", "mandates": 1, "answered": 1},
            {"what is asked for": "training", "mandates": 1, "no follow-up found": 1},
        ],
        [],
    ),
    ("what-is-asked-for", {"body": "ga"}, [], [{}]),
    (
        # States are to be reminded "on a regular basis"; the paragraph above says by whom
        "recurring-requests",
        {"recurrence": "regular"},
        [
            {
                "provision": "dec:untoc-cop/3/2#g.6",
                "asked of": ["actor:secretariat"],
                "status": ["answered"],
            }
        ],
        [{"provision": "dec:untoc-cop/3/2#g.5"}],
    ),
    (
        # (أ) to (ن); 24 letters with seven points; (أ) to (م); five, and twelve with two times three
        "decisions-at-a-glance",
        {"session": "3"},
        [
            {"decision": f"dec:untoc-cop/3/{number}", "date": "2006-10-18", "provisions": count}
            for number, count in ((1, 14), (2, 31), (3, 13), (4, 23))
        ],
        [{"decision": "dec:untoc-cop/2/6"}],
    ),
    (
        # in the preamble of 3/4, and under items 2 (أ) and 3
        "acts-most-cited",
        {"body": "untoc-cop"},
        [
            {"act": "dec:untoc-cop/2/6", "acts": 1, "agenda items": 2, "text in the store": False},
            {"act": "dec:untoc-cop/3/3", "text in the store": True},
        ],
        [{"act": "res:ga/55/25"}],
    ),
    ("acts-most-cited", {"body": "ga"}, [{"act": "res:ga/55/25"}], [{"act": "res:ecosoc/2006/27"}]),
    (
        # the report misprints the symbol of a document that its annex lists correctly
        "suspect-references",
        {},
        [{"read as": "doc:CTOC/COP/2006/3", "source": "item:untoc-cop/3/3"}],
        [],
    ),
    ("unresolved-references", {"kind": "suspect"}, [{"text": "CTOP/COP/2006/3"}], []),
    (
        # rule 18 is before the fourth session again in item 1 (ه); Finland's proposal is not
        "deferred-matters",
        {},
        [
            {
                "what was put off": "rule:untoc-cop/18",
                "deferred to": SESSION_4,
                "came back under": ["item:untoc-cop/4/1(e)"],
            },
            {"what was put off": "doc:CTOC/COP/2006/L.2", "came back under": []},
        ],
        [{"what was put off": "doc:CTOC/COP/2006/L.4"}],
    ),
    (
        "amended-superseded-revised",
        {"id": "doc:CTOC/COP/2005/2"},
        [
            {"relation": "REVISES", "later": "doc:CTOC/COP/2005/2/Rev.1"},
            {"relation": "REVISES", "later": "doc:CTOC/COP/2005/2/Rev.2"},
        ],
        [{"relation": "CORRIGENDUM_TO"}],
    ),
    (
        # the enlarged Bureau added the general debate and consultations on trafficking
        "agendas-that-differ",
        {"body": "untoc-cop", "session": "4"},
        [
            {"agenda item": "item:untoc-cop/4/1(f)", "difference": "new"},
            {"agenda item": TRAFFICKING, "difference": "new"},
            {
                "agenda item": "item:untoc-cop/4/2(b)(6)@CTOC/COP/2006/14",
                "difference": "another label",
                "became": "item:untoc-cop/4/2(h)",
            },
            {"agenda item": "item:untoc-cop/4/2(a)@CTOC/COP/2006/14", "difference": "left out"},
        ],
        [{"agenda item": "item:untoc-cop/4/3"}],
    ),
    (
        "stated-and-inferred-by-rule",
        {"relation": "MANDATES"},
        [
            {"rule": "restated-in-annotation", "basis": "stated"},
            {"rule": "title-matched", "basis": "inferred"},
        ],
        [{"relation": "CITES"}],
    ),
    (
        # the final report on firearms is listed under 2 (أ), (ب), (ج) and (ز), and named in (ه)
        "referred-to-but-not-held",
        {"kind": "Document"},
        [{"not held": "doc:CTOC/COP/2006/8/Rev.1", "referred to in": 6}],
        [{"not held": "doc:CTOC/COP/2006/14"}, {"not held": "dec:untoc-cop/2/6"}],
    ),
    (
        "referred-to-but-not-held",
        {"kind": "Decision"},
        [{"not held": "dec:untoc-cop/2/6"}],
        [{"not held": "dec:untoc-cop/3/2"}],
    ),
    (
        # asked with the article, where the text has the words without it
        "mandates-with-words",
        {"words": "الشبكة الافتراضية"},
        [{"provision": "dec:untoc-cop/3/2#u", "mandate": True}],
        [{"provision": "dec:untoc-cop/3/2#v"}],
    ),
    (
        "evidence-for-a-link",
        {"from": COOPERATION, "to": "dec:untoc-cop/3/2#r"},
        [
            {
                "source": "dec:untoc-cop/3/2#r",
                "relation": "MANDATES",
                "target": COOPERATION,
                "basis": "stated",
                "link": "https://docs.un.org/ar/CTOC/COP/2008/1",
            }
        ],
        [{"relation": "CITES"}],
    ),
]
