"""What a page says where its address asks for something that is not here, or for one of several."""

from __future__ import annotations

from html import escape

from views.parts.markup import bdi
from views.parts.wording import Wording


def not_found(
    asked: str, wording: Wording, *, several: bool, do: str = "", listed: str = ""
) -> str:
    """That nothing is called what was `asked`, and what to `do`; or that `several` things are.

    `listed` is markup that leads to those, or to what may have been meant.
    """
    title = escape(wording.say("trouble.several" if several else "trouble.not_found"))
    told = f"<p>{escape(do)}</p>" if do and not several else ""
    return f'<section class="absent"><h2>{title}</h2><p>{bdi(asked)}</p>{told}{listed}</section>'
