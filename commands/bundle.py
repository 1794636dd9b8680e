"""Where the files are that travel with the commands: the app's page and settings, digests, figures.

A wheel carries them under `commands/_bundle` (see `hatch_build.py`); a checkout has them at its
root. Both are found from the package itself, never from the working directory.
"""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

# How `mandates app` tells its server what readers may change; not set, or empty: nothing.
JUDGEMENTS_SET = "MANDATES_JUDGEMENTS"  # the folder that judgements go to
UPLOADS_SET = "MANDATES_UPLOADS"  # how many megabytes a document may have


def app_file() -> Path:
    """The Streamlit entry page, `app.py`."""
    return _bundled("app.py")


def digests_folder() -> Path:
    """The folder `data/` with the digests from which a first graph is built."""
    return _bundled("data")


def accuracy_file() -> Path:
    """The figures that `mandates evaluate --write` wrote, which the app's page of method shows."""
    return _bundled("docs/accuracy.json")


def streamlit_flags() -> list[str]:
    """The app's Streamlit settings as command-line flags, e.g. `--server.address=127.0.0.1`.

    Streamlit looks for its settings file in the working directory; flags hold everywhere. A list
    is a flag for each of its values.
    """
    settings = tomllib.loads(_bundled(".streamlit/config.toml").read_text(encoding="utf-8"))
    return list(_flags("--", settings))


def _flags(before: str, settings: Mapping[str, Any]) -> Iterator[str]:
    """Flags of a table and of the tables in it: `--theme.dark.primaryColor=…`."""
    for name, value in settings.items():
        option = f"{before}{name}"
        if isinstance(value, dict):
            yield from _flags(f"{option}.", value)
        else:
            several = value if isinstance(value, list) else [value]
            yield from (f"{option}={_flag_value(one)}" for one in several)


def _flag_value(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _bundled(name: str) -> Path:
    package = Path(__file__).resolve().parent  # Streamlit starts from a real path
    in_wheel = package / "_bundle" / name
    return in_wheel if in_wheel.exists() else package.parent / name
