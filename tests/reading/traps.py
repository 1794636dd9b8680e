"""Readers that do what a hostile or damaged file makes a library do; told by the file's first words."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from graph.model.errors import UnreadableDocument
from ingest.records import Extracted, Given, Place, Repair, Source


class Trap:
    """A reader whose files say what shall happen."""

    media_type = "application/x-trap"
    endings = (".trap",)
    apart = True

    def read(self, source: Source, given: Given) -> Extracted:
        """Do as the file says."""
        match source.data.decode().split():
            case ["loop"]:
                while True:
                    pass
            case ["bomb"]:
                return Extracted("0" * 10_000_000_000)
            case ["long"]:
                return Extracted("0" * 2_000)
            case ["crash"]:
                os.abort()
            case ["exit"]:
                os._exit(0)
            case ["raise"]:
                raise ValueError("no table\nof contents")
            case ["refuse"]:
                raise UnreadableDocument(f"{source.name}: encrypted: save it without a password")
            case ["child", pid_file]:
                pid = os.spawnlp(os.P_NOWAIT, "sleep", "sleep", "600")
                Path(pid_file).write_text(str(pid))
                while True:
                    pass
        print("warning: a library that prints")
        sys.stderr.write("and complains")
        text = f"{source.data.decode()} {given.language}"
        place = Place(0, 5, 3, (72.0, 700.5, 300.0, 712.0))
        return Extracted(text, (place,), ("page 2 is empty",), (Repair("hyphen", 2),), 0.5)
