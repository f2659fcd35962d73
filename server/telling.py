"""Views as they are sent. What many are told alike is encoded once, and joined to what is only one's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from pydantic_core import to_json

from server.padding import blanks


class Parcel(NamedTuple):
    """Slices for these sockets, in pieces that `piece` has made."""

    sids: Sequence[str]
    pieces: tuple[bytes, ...]


def piece(slices: Mapping[str, Any]) -> bytes:
    """Some slices, to be put among others, with the blanks that a station's own take.

    >>> piece({"progress": {"done": 1}, "card": None})
    b'"progress":{"done":1},"card":null'
    """
    return to_json(slices)[1:-1] + b" " * blanks(slices)


def message(version: int, now: int, pieces: Sequence[bytes]) -> bytes:
    """A `ViewOut`, as JSON.

    >>> message(3, 7, (piece({"stage": {}}), piece({"you": None})))
    b'{"version":3,"now":7,"slices":{"stage":{},"you":null}}'
    """
    return b'{"version":%d,"now":%d,"slices":{%b}}' % (version, now, b",".join(pieces))
