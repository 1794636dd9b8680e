"""The main content of a page: what is left without menus, banners and the like."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

import justext
from lxml.etree import _Element as Element
from lxml.html import tostring

# Words that every text of a language has and menus have not; Chinese is told without.
STOPLISTS = {"ar": "Arabic", "en": "English", "es": "Spanish", "fr": "French", "ru": "Russian"}
MAIN = "//main | //*[@role='main'] | //article"
ASIDE = "nav | footer | aside | form | script | style | noscript | template | button | iframe"
ROLES = ("navigation", "banner", "contentinfo", "complementary", "search", "dialog")


def main_content(page: Element, language: str | None) -> tuple[Element, bool]:
    """The part of a page that holds its text, and whether the page itself says that it is.

    Menus and the like are taken out of the page given. A page that marks its main content is
    believed; of others the part that all running text stands in is taken (jusText: Pomikálek,
    Removing Boilerplate and Duplicate Content from Web Corpora, 2011).
    """
    _take_out_asides(page)
    marked = page.xpath(MAIN)
    outermost = [one for one in marked if not any(other in marked for other in one.iterancestors())]
    if len(outermost) == 1:
        return outermost[0], True
    running = _running(page, language)
    if not running:
        body = page.find("body")
        return (page if body is None else body), False
    return _above(page, [paragraph.xpath for paragraph in running]), False


def _take_out_asides(page: Element) -> None:
    asides = page.xpath(" | ".join(f"//{tag.strip()}" for tag in ASIDE.split("|")))
    asides += page.xpath(" | ".join(f"//*[@role='{role}']" for role in ROLES))
    asides += page.xpath("//header[not(ancestor::article or ancestor::main)] | //*[@hidden]")
    for aside in asides:
        if aside.getparent() is not None:
            aside.drop_tree()


def _running(page: Element, language: str | None) -> Sequence[justext.paragraph.Paragraph]:
    """The paragraphs of running text; headings and lists among them follow from where these stand."""
    name = STOPLISTS.get(language or "")
    words = justext.get_stoplist(name) if name else frozenset()
    shares = {} if name else {"stopwords_low": 0.0, "stopwords_high": 0.0}
    paragraphs = justext.justext(tostring(page, encoding="unicode"), words, **shares)
    running = [paragraph for paragraph in paragraphs if not paragraph.is_boilerplate]
    # A short act may have no paragraph that is surely running text, only such as are nearly.
    return running or [each for each in paragraphs if each.cf_class == "neargood"]


def _above(page: Element, places: Sequence[str]) -> Element:
    """The innermost element that holds all places, which are paths such as /html/body/div[2]/p[1]."""
    levels = zip(*(place.strip("/").split("/")[1:-1] for place in places), strict=False)
    held = page
    for level in takewhile(lambda level: len(set(level)) == 1, levels):
        tag, _, number = level[0].rstrip("]").partition("[")
        alike = [child for child in held if child.tag == tag]
        held = alike[int(number or 1) - 1]
    return held
