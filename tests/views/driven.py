"""The app run by the server's own test driver: opened at an address, its markup, its buttons."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from streamlit.testing.v1 import AppTest

TAG = re.compile(r"<[^>]+>")


def opened(checkout: Path, **address: str) -> AppTest:
    """The app at an address, on the store that MANDATES_STORE names; without an exception."""
    app = AppTest.from_file(str(checkout / "app.py"), default_timeout=60)
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception, app.exception
    return app


def markup(app: AppTest) -> str:
    """All HTML that the page is made of."""
    return "\n".join(element.proto.body for element in app.get("html"))


def words(html: str) -> str:
    """What a reader sees: the markup without its tags, every run of white space one space."""
    return " ".join(unescape(TAG.sub(" ", html)).split())


def press(app: AppTest, label: str) -> AppTest:
    """Press the first button whose label holds these words."""
    button = next(button for button in app.button if label in unisolated(button.label))
    button.click().run()
    assert not app.exception, app.exception
    return app


def unisolated(label: str) -> str:
    """A label without the signs that isolate direction and escape Markdown."""
    return "".join(sign for sign in label if sign not in "\\\u2066\u2067\u2068\u2069")
