"""How bodies number their acts: from a printed number or symbol to the ids it may stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.model.errors import PackError
from ingest.packs import Packs
from ingest.reading.segment.markers import roman_value

# What numbers of acts look like; which body one fits, the packs say. A body that numbers like no
# other declares that with `own_form`.
ACT_NUMBER = re.compile(
    r"""(?!0)(?:
      (?:SS\.)?[IVXLC]+/\d{1,3}(?:\ ?[A-Z](?![A-Za-z\d_.]))?                     # XII/5, SS.XII/1
    | \d{1,2}/(?:[A-Z]{2,3}\.|م\ ?ا[اتب]?-)\d{1,2}                        # 1/CP.22, in Arabic 1/م أ-22
    | (?:[A-Z]{1,3}-)?\d{1,4}/\d{1,4}(?:\ ?[A-Z](?![A-Za-z\d_./]))?              # 55/25, 56/210 B, ES-10/18
    | \d{1,4}(?:\ [A-Z])?\s?\((?:(?:ES-|S-)?[IVXLC]+|د-\d{1,2})\)         # 2297 (XXII), in Arabic (د-22)
      (?:\ [A-Z](?![A-Za-z\d_.]))?                                        # 2837 (XXVI) B
    | \d{1,4}\s?\((?:19|20)\d\d\)                                         # 1325 (2000)
    )(?![\d/])""",
    re.VERBOSE,
)
PART = re.compile(r"[A-Z](?![A-Za-z\d_])")


@dataclass(frozen=True, slots=True)
class Scheme:
    """One body's way of numbering: `named` says that the number alone never tells the body.

    `pace` is how many acts a body that numbers through had adopted at the least and at the most for
    every session behind it: 973 (X) is the Assembly's, 297 (X) the Economic and Social Council's.
    `strict` says that an act of another kind with such a number is another body's: decision 267 (2009)
    of a Council is no resolution of the Security Council.
    """

    body: str
    act: str
    pattern: re.Pattern[str]
    template: str
    named: bool
    pace: tuple[int, int] | None = None
    strict: bool = False

    def id_of(self, printed: str) -> str | None:
        """The id of the act that is printed so; None if the body does not number like that."""
        match = self.pattern.fullmatch(printed)
        if match is None:
            return None
        groups = {name: value or "" for name, value in match.groupdict().items()}
        if roman := groups.get("roman_session"):
            groups["session"] = str(roman_value(roman.lower()))
        groups["part"] = groups.get("part") or groups.get("part_behind", "")
        return f"{self.act}:{self.body}/{self.template.format(**groups)}"

    def keeps_pace(self, printed: str) -> bool:
        """Whether a number and the session in brackets behind it can go together."""
        match = self.pattern.fullmatch(printed)
        if match is None or self.pace is None:
            return True
        session = roman_value((match["roman"] or "").lower()) or int(match["old"] or 0)
        least, most = self.pace
        return not session or least * (session - 1) < int(match["number"]) <= most * session


class Numbering:
    """The schemes of all bodies."""

    def __init__(self, packs: Packs) -> None:
        self.schemes = tuple(
            Scheme(
                row["body"],
                act,
                _compile(row["pattern"]),
                row["id"],
                bool(row.get("named", False)),
                tuple(row["pace"]) if "pace" in row else None,
                bool(row.get("strict", False)),
            )
            for row in packs.rows("numbering")
            for act in row["act"]
        )
        forms = [
            f"(?:{strip_names(row['pattern'])})"
            for row in packs.rows("numbering")
            if row.get("unmistakable") or row.get("own_form")
        ]
        own = [
            strip_names(row["pattern"]) for row in packs.rows("numbering") if row.get("own_form")
        ]
        self.number = re.compile(
            "|".join([*(rf"(?-x:{form})(?![\w/])" for form in own), f"(?:{ACT_NUMBER.pattern})"]),
            re.VERBOSE,
        )
        self.unmistakable = re.compile(rf"(?<![\w/.])(?:{'|'.join(forms) or '(?!)'})(?![\w/])")

    def ids(self, act: str, printed: str, bodies: Iterable[str] | None = None) -> list[str]:
        """Every act that the number may mean, of the bodies given or else of any.

        A body that has no act of the kind named takes it as its other kind: reports speak of
        "resolution 3/2" of a Conference that then had decisions only.
        """
        wanted = None if bodies is None else set(bodies)
        printed = re.sub(r"\s+", " ", printed)
        found: list[str] = []
        for kind in (act, "dec" if act == "res" else "res"):
            for scheme in self.schemes:
                if scheme.act != kind or (wanted is not None and scheme.body not in wanted):
                    continue
                id = None if scheme.strict and kind != act else scheme.id_of(printed)
                if id and id not in found:
                    found.append(id)
            if found or wanted is None:
                break
        return found

    def tells(self, id: str, printed: str) -> bool:
        """Whether the form of the number alone tells that it is this act of this body."""
        printed = re.sub(r"\s+", " ", printed)
        return any(
            scheme.id_of(printed) == id and not scheme.named and scheme.keeps_pace(printed)
            for scheme in self.schemes
        )


def strip_names(pattern: str) -> str:
    """A pattern without the names of its groups, so that it can stand beside others."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def _compile(pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except re.error as error:
        raise PackError(f"numbering {pattern!r} does not compile: {error}") from error
