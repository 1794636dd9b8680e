"""The picture as one page: whole, without a network, and deaf to what titles say."""

from __future__ import annotations

import re

import pytest
from hostile import ACT, HOSTILE

from graph.questions import chain, trace
from graph.stores import open_store
from views.parts.names import Names
from views.parts.picture import chain_page, harmless, picture
from views.parts.wording import wording_for

LOADED = re.compile(r"<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)\s*=", re.IGNORECASE)


def page(store_url: str, id: str, language: str) -> str:
    with open_store(store_url, create=False) as store:
        answer = trace(store, id)
        return chain_page(answer, chain(store, answer), Names(wording_for(language), {}))


def without_library(html: str) -> str:
    """The page without the scripts and styles that pyvis brings."""
    return re.sub(r"<(script|style)\b.*?</\1>", "", html, flags=re.DOTALL)


@pytest.mark.parametrize(("language", "way"), [("ar", "rtl"), ("en", "ltr")])
def test_it_holds_the_way_and_its_table(store_url: str, language: str, way: str) -> None:
    html = page(store_url, "dec:river-cop/3/2", language)
    assert f'<html lang="{language}" dir="{way}">' in html
    seen = without_library(html)
    for told in ("RIV/COP/2008/4", "Rivers", wording_for(language).say("absent.title")):
        assert told in seen
    assert seen.count("<h1>") == 1
    assert html.count("<!DOCTYPE html>") == 1


def test_it_loads_nothing_from_anywhere(store_url: str) -> None:
    html = page(store_url, "dec:river-cop/3/2", "en")
    assert LOADED.findall(re.sub(r"<script>.*?</script>", "", html, flags=re.DOTALL)) == []
    assert "bootstrap" not in html.lower()
    assert "default-src 'none'" in html


@pytest.mark.parametrize("language", ["ar", "en"])
def test_hostile_titles_are_text(store_url: str, language: str) -> None:
    html = page(store_url, ACT, language)
    seen = without_library(html)
    assert "&lt;script&gt;window.hostile = 1" in seen
    assert "<img" not in seen
    assert "<svg" not in seen
    # the popup that writes titles into the page as markup is not there
    assert "popup.innerHTML" not in html


@pytest.mark.parametrize("text", HOSTILE)
def test_no_title_turns_on_the_popup_of_pyvis(text: str) -> None:
    assert "href" not in harmless(text)
    # parted by a word joiner, which some of these texts hold themselves
    assert harmless(text).replace("\u2060", "") == text.replace("\u2060", "")


@pytest.mark.parametrize(
    ("dark", "scheme"), [(True, "dark"), (False, "light"), (None, "light dark")]
)
def test_it_is_light_or_dark_as_asked(store_url: str, dark: bool | None, scheme: str) -> None:
    with open_store(store_url, create=False) as store:
        laid_out = chain(store, trace(store, "dec:river-cop/3/2"))
    html = picture(laid_out, Names(wording_for("en"), {}), dark)
    assert f":root {{ color-scheme: {scheme} }}" in html
