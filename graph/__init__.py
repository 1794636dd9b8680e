"""The graph: its model, its stores, and the questions that are asked of it.

`from graph import open_store` is all that an analyst needs.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.opened import OpenStore, open_store

__all__ = ["OpenStore", "open_store"]


def __getattr__(name: str) -> Any:
    # Not at once: whoever needs a module of the model would wait for networkx and the stores.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from graph import opened

    return getattr(opened, name)
