"""Designations: what an act is called, from its id and from how its body prints numbers."""

from __future__ import annotations

import re

from ingest.packs import Packs

DECISION = re.compile(r"(?P<act>dec|res):(?P<body>[^/]+)/(?P<number>\S+)")


def designation(act: str, packs: Packs) -> dict[str, str]:
    """What an act's id says of it: its kind and its number within the body, as the body prints it."""
    match = DECISION.fullmatch(act)
    if not match:
        return {}
    kind = "decision" if match["act"] == "dec" else "resolution"
    session, _, number = match["number"].rpartition("/")
    rows = (row for row in packs.rows("numbering") if row["body"] == match["body"])
    printed = next((row["printed"] for row in rows if "printed" in row), None)
    called = printed.format(session=session, number=number) if printed else match["number"]
    return {"kind": kind, "designation": called, "number": number}
