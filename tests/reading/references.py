"""What tests of references ask: which mentions of some kinds a short text holds."""

from __future__ import annotations

from ingest.packs import load_packs
from ingest.reading.find import find
from ingest.records import Identity, Mention, Paragraph

PACKS = load_packs()


def mentions_of(
    language: str,
    text: str,
    kinds: str | tuple[str, ...],
    body: str | None = None,
    session: str | None = None,
    paragraphs: tuple[Paragraph, ...] = (),
) -> list[Mention]:
    """The mentions of some kinds in a text; with a body, as in a document of that body."""
    identity = None
    if body:
        identity = Identity("doc:CTOC/COP/2020/99", "CTOC/COP/2020/99", language, body, session)
    wanted = (kinds,) if isinstance(kinds, str) else kinds
    found = find(text, PACKS.languages[language], PACKS, identity, paragraphs)
    return [mention for mention in found if mention.kind in wanted]


def targets(*arguments: object, **keywords: object) -> list[str | None]:
    """The targets of `mentions_of`, in order."""
    return [mention.target for mention in mentions_of(*arguments, **keywords)]  # type: ignore[arg-type]
