"""The picture of a network, as a component of the page: a node pressed is told to the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from typing import Any

import streamlit as st

FRAME = """
<div class="zoom">
  <button type="button" class="in">+</button> <button type="button" class="out">−</button>
  <button type="button" class="whole">⤢</button>
</div>
<div class="network" role="img" tabindex="0"></div>
"""
STYLE = """
.network {
  block-size: clamp(340px, 100vw, 680px); box-sizing: border-box;
  border: 1px solid #8a94a3; border-radius: .5rem;
}
.network:focus-within { outline: 2px solid currentColor; outline-offset: 2px; }
.vis-network { outline: none; }
.zoom { position: absolute; inset-inline-end: .6rem; inset-block-start: .6rem; z-index: 4; }
.zoom button {
  inline-size: 2rem; block-size: 2rem; font: 600 1rem system-ui, sans-serif; cursor: pointer;
  color: #16202c; background: #fff; border: 1px solid #5d6b7d; border-radius: .4rem;
}
.zoom button:focus-visible { outline: 2px solid #c2410c; outline-offset: 2px; }
div.vis-tooltip {
  position: absolute; visibility: hidden; padding: .4rem .6rem; max-width: 22rem; z-index: 5;
  font: 14px system-ui, sans-serif; color: #16202c; background: #fff; border: 1px solid #8a94a3;
  border-radius: .4rem; pointer-events: none; unicode-bidi: plaintext;
}
"""


def network(
    data: Mapping[str, Any],
    picked: Callable[[str], None],
    opened: Callable[[str], None],
    proven: Callable[[str], None],
) -> None:
    """Draw nodes and edges; `picked`, `opened` and `proven` are told what the reader presses.

    `data` has `nodes` and `edges` as vis-network takes them, `chosen` (the id of a node), the
    `label` that is read out in place of the picture, and those of the buttons in its corner.
    """

    def told(value: str, tell: Callable[[str], None]) -> Callable[[], None]:
        def changed() -> None:
            if said := st.session_state["network"].get(value):
                tell(str(said))

        return changed

    _component()(
        data=dict(data),
        key="network",
        on_picked_change=told("picked", picked),
        on_opened_change=told("opened", opened),
        on_proven_change=told("proven", proven),
    )


@cache
def _component() -> Any:
    library = resources.files("pyvis").joinpath("templates", "lib", "vis-9.1.2")
    script = library.joinpath("vis-network.min.js").read_text(encoding="utf-8")
    script = script.partition("//# sourceMappingURL")[0]  # a file that is not there
    own = resources.files("views.parts").joinpath("network.js").read_text(encoding="utf-8")
    return st.components.v2.component(
        "mandates_network", html=FRAME, css=STYLE, js=f"{script}\n{own}"
    )
