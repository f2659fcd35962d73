"""The pages before a room, as a window has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.client.found import Found
from game.client.join import JoinForm
from game.client.own_programmes import OwnProgrammes
from game.client.room_form import RoomForm
from game.client.start import Start

if TYPE_CHECKING:
    from game.client.booth import Booth


def first(booth: Booth) -> Start:
    """The four ways in, and the way back."""
    return Start(
        booth.ask_programme,
        booth.ask_code,
        lambda: booth.ask_code("screen"),
        booth.practise,
        booth.resume,
        booth.forget,
        booth.configure,
        room=booth.recent.code if booth.link.home else "",
        notice=booth.notice,
    )


def door(booth: Booth) -> JoinForm:
    """The door, which leads where this window was last, or to what is found."""
    kept = booth.recent.url or booth.session.options.server or ""
    where = kept or booth.session.default_url
    return JoinForm(booth.enter, booth.back, where, notice=booth.notice, found=Found(kept))


def new_room(booth: Booth) -> RoomForm:
    """A new room; with bots where this program can start them."""
    return RoomForm(
        booth.errands.make_room,
        booth.back,
        notice=booth.notice,
        kept=OwnProgrammes(booth.session.folder),
        rehearse=booth.errands.rehearse if booth.session.start_rehearsal is not None else None,
    )
