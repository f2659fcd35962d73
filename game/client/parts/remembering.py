"""A receipt becomes the pledge again: worked out here, asked for by its mark, opened here.

    working   the words are turned into a key: a second or two, on a thread of its own
    asking    the server is asked what lies under the mark
    found     opened; in sight of this seat alone, and forgotten with its ballot
    none      there is nothing, or this machine or the server cannot do it; `words` says which

The server learns which sealed pledge a station asked for, and nothing of what it says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from game.client.play import Play
from game.client.trouble import Trouble
from game.pledges import Opener, Pledge
from game.rules.errors import SENTENCES

State = Literal["working", "asking", "found", "none"]


@dataclass
class Look:
    """One seat's receipt on its way to the pledge."""

    state: State = "working"
    opener: Opener | None = None
    pledge: Pledge | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    """Why there is none: language -> sentence."""


def look_up(play: Play, seat: str, typed: str) -> None:
    """Look for what these words open."""
    look = Look()
    play.fleeting.setdefault("looks", {})[seat] = look
    room = play.recall["room"] if play.recall else ""

    def ask(opener: Opener | None) -> None:
        if play.fleeting.get("looks", {}).get(seat) is not look:
            return
        if opener is None:
            look.state, look.words = "none", Trouble("not_opened").message
            return
        look.opener, look.state = opener, "asking"
        play.told.pop(opener.mark, None)
        play.ask_pledge(opener.mark)

    play.work(lambda: play.opener(typed, room), ask)


def looked(play: Play, seat: str) -> Look | None:
    """How it stands with what this seat looks for."""
    look: Look | None = play.fleeting.get("looks", {}).get(seat)
    if look is not None and look.state == "asking" and look.opener is not None:
        told = play.told.pop(look.opener.mark, None)
        if told is not None:
            look.pledge = look.opener.open(told.sealed) if told.sealed else None
            look.state = "found" if look.pledge else "none"
            look.words = {} if look.pledge else told.message or SENTENCES["no_pledge"]
    return look
