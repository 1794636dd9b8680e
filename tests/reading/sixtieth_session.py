"""A short session report in the manner of a subsidiary body, made up."""

REPORT_NAME = "FCCC_SBI_2030_8.en.txt"
REPORT = "doc:FCCC/SBI/2030/8"
SESSION = "session:unfccc-sbi/60"

TEXT = """\
| | United Nations | FCCC/SBI/2030/8 |

Report of the Subsidiary Body for Implementation on the first part of its sixtieth session, \
Vaduz, 3–9 June 2030
\tContents
\t\tParagraphs\tPage
\t\tI.\tOpening of the session (Agenda item 1)\t\t1\t2
\t\tII.\tOrganizational matters (Agenda item 2)\t\t2–5\t2

\tI.\tOpening of the session
\t\t(Agenda item 1)
\t\t1.\tThe first part of the sixtieth session of the Subsidiary Body for Implementation (SBI) \
took place in Vaduz.
\tII.\tOrganizational matters
\t\t(Agenda item 2)
\t\tA.\tAdoption of the agenda
\t\t\t(Agenda sub-item 2(a))
\t\t\t2.\tThe SBI considered a note by the Executive Secretary containing the provisional agenda \
(FCCC/SBI/2030/1).
\t\t\t3.\tOn a proposal by the Chair, the SBI adopted the agenda contained in that note and \
presented below.
\t\t\t1.\tOpening of the session.
\t\t\t2.\tOrganizational matters:
\t\t\t\t(a)\tAdoption of the agenda;
\t\t\t\t(b)\tOrganization of the work of the session.
\t\t\t3.\tLighthouses.
\t\t\t4.\tHarbours:
\t\t\t\t(a)\tDredging (agenda sub-item held in abeyance);
\t\t\t\t(b)\tCranes;
\t\t\t\t(c)\tBuoys;
\t\t\t\t(d)\tBeacons.
\t\t\t5\tOther matters.
\t\t\t6.\tClosure of the session.
\t\t\t4.\tAt the resumed 1st meeting, on 4 June, statements were made by representatives of two \
Parties. The Chair thanked them.
\t\tB.\tOrganization of the work of the session
\t\t\t(Agenda sub-item 2(b))
\t\t\t5.\tThe SBI agreed to proceed on the basis of the programme of work.
\tIII.\tLighthouses
\t\t(Agenda item 3)
\t\t1.\tProceedings
\t\t\t6.\tThe SBI considered the item on lighthouses at three meetings and had before it \
documents FCCC/SBI/2030/2 and Add.1, FCCC/SBI/2030/INF.3 and Corr.1 and FCCC/TP/2030/1. At its \
3rd meeting, the SBI considered and adopted the conclusions below.
\t\t2.\tConclusions
\t\t\t7.\tThe SBI welcomed the report on lamps.
\t\t\t8.\tThe SBI requested the secretariat to prepare a synthesis report on lamps for \
consideration at SBI 62:
\t\t\t\t(a)\tOn wicks;
\t\t\t\t(b)\tOn oil.
\t\t\t9.\tIt also invited Parties to submit, by 1 March 2031, their views on lamps.
\tIV.\tHarbours
\t\t(Agenda item 4)
\t\tA.\tDredging
\t\t\t(Agenda sub-item 4(a) held in abeyance)
\t\tB.\tCranes
\t\t\t(Agenda sub-item 4(b))
\t\t\tProceedings
\t\t\t10.\tThe SBI considered cranes on 5 June. It took note of the \
information contained in document FCCC/SBI/2030/INF.4.
\t\tC.\tBuoys
\t\t\t(Agenda sub-item 4(c))
\t\tD.\tBeacons
\t\t\t(Agenda sub-item 4(d))
\t\t\t11.\tThe SBI considered these agenda sub-items together and had before it document \
FCCC/SBI/2030/INF.5.
\tV.\tClosure of the session
\t\t(Agenda item 6)
\t\t12.\tThe Chair thanked the delegates.
"""
