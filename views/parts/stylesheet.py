"""The style sheet of pages and pictures."""

from __future__ import annotations

from importlib import resources


def style() -> str:
    """The style sheet's text, to be written into a page."""
    return resources.files("views").joinpath("style.css").read_text(encoding="utf-8")
