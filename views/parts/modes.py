"""What readers may change: nothing, unless the server was started so. Asked anew at every action."""

from __future__ import annotations

import os
from pathlib import Path

from commands.bundle import JUDGEMENTS_SET, UPLOADS_SET


def judgements_folder() -> Path | None:
    """The folder that judgements go to; None where the server takes none."""
    folder = os.environ.get(JUDGEMENTS_SET, "").strip()
    return Path(folder) if folder else None


def upload_size() -> int | None:
    """How many megabytes a document may have; None where the server takes none."""
    size = os.environ.get(UPLOADS_SET, "").strip()
    return int(size) if size.isdecimal() and int(size) > 0 else None
