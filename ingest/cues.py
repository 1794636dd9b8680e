"""Cues: patterns that language and body packs declare, compiled to run over folded text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.model.errors import PackError
from graph.model.folding import fold

NEVER = r"(?!)"  # matches nowhere
NAME = re.compile(r"\{([a-z_]+)\}")
# What folding would spoil: escapes (\W is not \w), and the openings of named groups.
ESCAPE = re.compile(r"\\.|\(\?P[<=]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """A text beside a cue; `expects` holds what the cue must find there (nothing: any match)."""

    text: str
    expects: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern with a value ("request" for «يطلب إلى»), its examples and its counter-examples.

    `pattern` runs over text folded by `graph.model.folding.fold`. `data` holds the other keys of the
    row, such as the class of an action.
    """

    section: str
    value: str
    pattern: re.Pattern[str]
    examples: tuple[Example, ...] = ()
    counterexamples: tuple[Example, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)


def expand(template: str, words: Mapping[str, str], *, lenient: bool = False) -> str:
    """Replace `{name}` by the pattern of that name, again and again; quantifiers as `{2,3}` stay.

    A name that `words` lacks raises PackError or, where that is `lenient`, matches nowhere.
    """
    for _ in range(12):
        names = set(NAME.findall(template))
        if not names:
            return template
        unknown = sorted(names - words.keys())
        if unknown and not lenient:
            raise PackError(
                f"pattern {template!r}: no words named {', '.join(unknown)}: add them to [words]"
            )
        template = NAME.sub(lambda match: f"(?:{words.get(match[1], NEVER)})", template)
    raise PackError(f"pattern {template!r}: its words name each other in a circle")


def compile_pattern(
    template: str,
    words: Mapping[str, str],
    *,
    prefix: str = "",
    whole_words: bool = True,
    lenient: bool = False,
) -> re.Pattern[str]:
    """Compile a pack's pattern: named words expanded, letters folded, a space matching any white space,
    an optional space none too.

    `prefix` is what may be joined to the front of a word (Arabic و and ف). With `whole_words` the
    match begins and ends at word boundaries; scripts without spaces switch that off. A template of
    the code is `lenient`: a pack need not have every word that the code asks for.
    """
    expanded = expand(template, words, lenient=lenient)
    pieces = []
    position = 0
    for escape in ESCAPE.finditer(expanded):
        pieces += [fold(expanded[position : escape.start()]), escape[0]]
        position = escape.end()
    pieces.append(fold(expanded[position:]))
    body = re.sub(r"(?<!\\) [?*]", r"\\s*", "".join(pieces))
    body = re.sub(r"(?<!\\) +", r"\\s+", body)
    if whole_words:
        body = rf"(?<!\w)(?:{prefix})(?:{body})(?!\w)"
    try:
        return re.compile(body)
    except re.error as error:
        raise PackError(f"pattern {template!r} does not compile: {error}") from error


def read_cues(
    section: str,
    rows: list[Mapping[str, Any]],
    words: Mapping[str, str],
    *,
    prefix: str,
    whole_words: bool,
) -> Iterator[Cue]:
    """Turn the rows of one `[[cue.section]]` table into cues, one per pattern of a row."""
    for row in rows:
        known = dict(row)
        value = str(known.pop("value"))
        patterns = known.pop("patterns")
        examples = tuple(_example(item) for item in known.pop("examples", ()))
        counterexamples = tuple(_example(item) for item in known.pop("not", ()))
        alternatives = "|".join(f"(?:{pattern})" for pattern in patterns)
        compiled = compile_pattern(alternatives, words, prefix=prefix, whole_words=whole_words)
        yield Cue(section, value, compiled, examples, counterexamples, known)


def _example(item: str | Mapping[str, Any]) -> Example:
    if isinstance(item, str):
        return Example(item)
    rest = {key: value for key, value in item.items() if key not in ("text", "why")}
    return Example(str(item["text"]), rest)
