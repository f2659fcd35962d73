"""Messages of one length, whatever a station has chosen in secret.

Encryption hides what a message says and not how long it is. So where a view tells a station what it is,
and with it a sealed choice, blanks follow, of which JSON takes no notice.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pydantic_core import to_json

SECRET: Final = 2048
"""Bytes that it takes with the blanks: the longest answer in one's own words has room."""


def blanks(slices: Mapping[str, Any]) -> int:
    """How many blanks belong to these slices.

    >>> some = [{"seats": ["s1"], "own": own} for own in ({}, {"s1": {"choice": "b"}})]
    >>> [blanks({"you": you}) for you in some]
    [2046, 2027]
    >>> blanks({}), blanks({"you": None})
    (0, 0)
    """
    mine = slices.get("you")
    if not mine or not mine["seats"]:
        return 0
    return -len(to_json(mine["own"])) % SECRET
