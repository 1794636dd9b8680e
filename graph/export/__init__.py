"""Exports: what a store holds, in the formats of others. A module here is a format.

Each module of this package declares `FORMAT`; a new one needs no change elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import MappingProxyType

from graph.export.formats import Format, Written
from graph.export.manifest import differences, make_way, read_manifest, write_manifest
from graph.model.errors import StoreError
from graph.stores import Store

__all__ = ["Format", "Written", "differences", "export", "formats", "read_manifest"]


@cache
def formats() -> Mapping[str, Format]:
    """The formats there are, by name."""
    found = [
        module.FORMAT
        for _, name, _ in iter_modules(__path__)
        if hasattr(module := import_module(f"{__name__}.{name}"), "FORMAT")
    ]
    return MappingProxyType({one.name: one for one in sorted(found, key=lambda one: one.name)})


def export(store: Store, format: str, folder: Path, language: str = "en") -> tuple[Path, ...]:
    """Write the graph of a store into `folder`, made if it is not there; the files written.

    The last of them is the manifest of the export. `language` is that of names and evidence, where
    a format has room for one only. Raises StoreError if there is no such format, if the folder
    cannot be written or holds an export in another format.
    """
    if format not in formats():
        raise StoreError(f"{format}: no such format; there are {', '.join(formats())}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        make_way(folder, formats()[format])
        written = formats()[format].write(store, folder, language)
        return (*written.files, write_manifest(store, formats()[format], folder, written))
    except OSError as error:
        raise StoreError(f"{folder}: cannot be written: {error.strerror or error}") from error
