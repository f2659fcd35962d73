"""The host's lines to the tables: in place of the page's heading, the later first, until each is put away."""

from __future__ import annotations

from game.client.parts.words import words
from game.client.play import Play
from game.client.ui import Button, Calm, Ctx, Icon, Node, Panel, Row, Text
from game.rules.slices import MessageSlice


def line(play: Play, ctx: Ctx) -> Node | None:
    """The line and the button that puts it away at this station; None when there is none to read."""
    message = unread(play)
    if message is None:
        return None
    _read_aloud(play, ctx, message)

    def away() -> None:
        _kept(play, "lines read").add(message["serial"])

    shared = play.kind == "screen"
    close = Button(
        ctx._("OK"),
        away,
        "quiet",
        "o",
        "cross" if shared else "check",
        hint=False,
        bare=shared or not ctx.wide,
        key="line read",
    )
    inside = Row(
        [Icon("host", 60 if shared else 44, "accent"), _said(play, ctx, message["text"]), close], gap=24
    )
    panel = Panel(
        inside,
        pad=(30, 6 if shared else 16),
        fill="accent_soft",
        line="accent",
        radius="card",
        shadow="",
        grow=1,
    )
    return panel if shared else Calm(panel, grow=1)


def unread(play: Play) -> MessageSlice | None:
    """Of the host's lines to all and to this table the later that has not been read here: what has just been
    said does not wait for somebody to put the older away, and the older comes back when it has been read.

    At a shared machine it waits while a seat is alone with the screen: it is for the whole table.
    """
    alone = play.kind == "table" and "at" in play.fleeting
    if play.room is None or play.stage is None or alone or play.stage["paused"] == "look":
        return None
    standing = [said for said in (play.room["message"], play.team["message"] if play.team else None) if said]
    left = [said for said in standing if said["serial"] not in _kept(play, "lines read")]
    return max(left, key=lambda said: said["serial"], default=None)


def _said(play: Play, ctx: Ctx, text: str) -> Text:
    if play.kind == "screen":
        return Text(text, "strong", size=48, min=40, valign="center", grow=1)
    return words(play, ctx, text, "strong", size=34, valign="center", grow=1)


def _read_aloud(play: Play, ctx: Ctx, message: MessageSlice) -> None:
    """Once, at a station that reads aloud."""
    said = _kept(play, "lines said")
    if not ctx.settings.read_aloud or play.speak is None or message["serial"] in said:
        return
    said.add(message["serial"])
    play.speak(message["text"], ctx.language)


def _kept(play: Play, what: str) -> set[int]:
    """The serials of the lines that were dealt with so at this station."""
    serials: set[int] = play.kept.setdefault(what, set())
    return serials
