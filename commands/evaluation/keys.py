"""Which kind of key a file is; its form tells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from commands.evaluation.aligned import AlignedKey, aligned_key
from commands.evaluation.lines import LineKey, line_key
from commands.evaluation.parts import PartKey, part_key
from graph.accuracy import Key, read_key
from graph.accuracy.key import read_plain


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one evaluation by kind, in the order given."""

    documents: list[Key] = field(default_factory=list)
    lines: list[LineKey] = field(default_factory=list)
    parts: list[PartKey] = field(default_factory=list)
    aligned: list[AlignedKey] = field(default_factory=list)


def read_keys(paths: Iterable[Path]) -> Keys:
    """Read key files of any kind; UnreadableKey says which is none, and why."""
    keys = Keys()
    for path in paths:
        match read_plain(path):
            case list() as types:
                keys.parts.append(part_key(path, types))
            case {"lines": _, **_rest} as plain:
                keys.lines.append(line_key(path, plain))
            case {"aligned": _, **_rest} as plain:
                keys.aligned.append(aligned_key(path, plain))
            case _:
                keys.documents.append(read_key(path))
    return keys
