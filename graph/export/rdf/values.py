"""Values of the graph as literals and addresses of RDF, and back."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import quote, unquote

BASE = "urn:mandates:"
LINK = f"{BASE}link:"
FILE = f"{BASE}file:"
# What a name of our own may hold beside letters and digits (RFC 8141); all else is percent-encoded,
# the number sign too, which would begin a fragment.
PLAIN = "/:()@,;!$&'*+="
# What an address may hold as it is (RFC 3986).
ADDRESS = "%/:?#[]@!$&'()*+,;="
# In the name of a term a full stop or a tilde may not stand everywhere, and a blank nowhere.
IN_A_TERM = str.maketrans({".": "%2E", "~": "%7E", "_": "%5F", " ": "_"})
DATES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}


class Literal(NamedTuple):
    """A value: its text, and its language or its datatype (a plain text has neither)."""

    text: str
    language: str = ""
    datatype: str = ""


class Address(NamedTuple):
    """An IRI in full, unlike a term, which is a `str` with a prefix."""

    iri: str


Object = Literal | Address | str


def address_of(id: str) -> Address:
    """The address of a node: its id, percent-encoded, in our own namespace."""
    return Address(BASE + quote(id, safe=PLAIN))


def id_of(iri: str) -> str:
    """The id of the node that has this address."""
    return unquote(iri.removeprefix(BASE))


def link_address(type: str, source: str, target: str) -> str:
    """The address of a link: what makes it unique, as the addresses of the app name it."""
    return LINK + quote(f"{type} {source} {target}", safe=PLAIN)


def concept(scheme: str, value: str) -> str:
    """The term of a value of a closed list: `mandates:status-on_agenda`."""
    return f"mandates:{scheme}-{quote(value, safe=' ').translate(IN_A_TERM)}"


def value_of(scheme: str, local: str) -> str:
    """The value that a concept of ours stands for; `local` is what follows the prefix."""
    return unquote(local.removeprefix(f"{scheme}-").replace("_", " "))


def literal(value: Any, kind: str) -> Literal:
    """A single value of a kind of the model as a literal."""
    if isinstance(value, bool):
        return Literal(str(value).lower(), datatype="xsd:boolean")
    if isinstance(value, int):
        return Literal(str(value), datatype="xsd:integer")
    if isinstance(value, float):
        return Literal(_double(value), datatype="xsd:double")
    if isinstance(value, Mapping) or kind in ("record", "records"):
        return json_literal(value)
    return Literal(value, datatype=DATES[len(value)] if kind == "date" else "")


def json_literal(value: Any) -> Literal:
    """A value that has parts of its own."""
    return Literal(json.dumps(value, ensure_ascii=False), datatype="rdf:JSON")


def from_literal(text: str, datatype: str) -> Any:
    """The value of a literal; `datatype` is a term."""
    if datatype == "xsd:boolean":
        return text == "true"
    if datatype == "xsd:integer":
        return int(text)
    if datatype == "xsd:double":
        return float(text)
    return json.loads(text) if datatype == "rdf:JSON" else text


def _double(value: float) -> str:
    if math.isinf(value):
        return "INF" if value > 0 else "-INF"
    return repr(value)
