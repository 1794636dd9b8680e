"""How far the readings of one text in two languages agree, line by line, on the parallel corpus.

    python benchmarks/agreement.py [--texts FOLDER] [--details]

As `mandates evaluate tests/keys/aligned.json`, after the keys of sentences in the same languages:
agreement can be had by finding nothing, and recall stands beside it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from commands.evaluate import command

KEYS = Path(__file__).resolve().parent.parent / "tests" / "keys"

if __name__ == "__main__":
    keys = [*sorted(KEYS.glob("lines-*.json")), KEYS / "aligned.json"]
    command([*map(str, keys), *sys.argv[1:]])
