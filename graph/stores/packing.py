"""The map from repaired to original text in few bytes, the same on every machine."""

from __future__ import annotations

import sys
import zlib
from array import array


def packed(origins: array[int]) -> bytes:
    """Offsets as 32-bit little-endian numbers, compressed."""
    numbers = array("i", origins)
    if sys.byteorder == "big":
        numbers.byteswap()
    return zlib.compress(numbers.tobytes(), 1)


def unpacked(kept: bytes) -> array[int]:
    """The offsets that `packed` packed."""
    numbers = array("i", zlib.decompress(kept))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
