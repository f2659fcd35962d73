"""Pledges as a station seals them, under keys that cost nothing to make: for tests that need no receipt."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from game.pledges import Opener, Pledge


def cheap(name: str, room: str = "r1") -> Opener:
    """What opens a pledge, worked out from a name at once."""
    return Opener(sha256(name.encode()).hexdigest(), sha256(b"key " + name.encode()).digest(), room)


def pledged(when: str, then: str, *, share: bool = False, name: str = "") -> dict[str, Any]:
    """The fields of a `make_pledge`. Two pledges with other words, or another `name`, have other marks."""
    sealed = cheap(name or f"{when}/{then}").seal(Pledge(when, then))
    return {"mark": sealed.mark, "sealed": sealed.sealed, "shared": (when, then) if share else None}


def as_sealed(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields of a `make_pledge` as a story tells them, with its words, as a station sends them."""
    share = bool(fields.pop("share", False))
    when, then = (fields.pop(name, "") for name in ("when", "then"))
    return fields | (pledged(when, then, share=share) if when else {})
