"""Read: the situation alone. Somebody reads it aloud; no vote is possible yet."""

from __future__ import annotations

from game.client.parts.page import once, onward, page
from game.client.parts.wait import waits_for
from game.client.parts.words import by_oneself, card_text, words
from game.client.play import Play
from game.client.scenes.card import front
from game.client.scenes.draw import cover_of
from game.client.ui import Button, CardBack, Column, Ctx, Icon, Node, Row, Turn, seat_name
from game.rules.command import SwapCard


def build(play: Play, ctx: Ctx) -> Node:
    """The card turns over as it comes."""
    _ = ctx._
    once(play, ctx, "card")
    text = card_text(play, ctx)
    themes = (
        {code: list(words_.get("themes", [])) for code, words_ in play.card["text"].items()}
        if play.card
        else {}
    )
    named = themes.get(ctx.language) or []
    heat = play.card["heat"] if play.card else 0
    turned = Turn(
        Column([front(play, ctx)]),
        CardBack(named[0] if named else "", heat, cover_of(themes), 620),
        True,
        from_back=True,
        key=f"card {play.serial}",
        grow=1,
    )
    warn = text.get("warn", "")
    notice = (
        Row(
            [
                Icon("info", 36, "warn"),
                words(play, ctx, warn, "small", colour="warn", valign="center", grow=1),
            ],
            gap=16,
        )
        if warn
        else None
    )
    swap = None
    if play.may("swap_card"):
        swap = Button(
            _("Byt kort"),
            lambda: play.do(SwapCard(serial=play.serial)),
            "secondary",
            "b",
            "swap",
            key="swap",
            hint=False,
        )
    _read_by_itself(play, ctx)
    alone = by_oneself(play)
    body = Column([_who_reads(play, ctx), turned, notice], gap=20, grow=1)
    return page(
        play,
        ctx,
        body,
        [
            _aloud(play, ctx),
            swap,
            onward(play, ctx, _("Klart, vi har läst") if not alone else _("Klart, jag har läst")),
        ],
        waits_for(play, ctx),
    )


def _who_reads(play: Play, ctx: Ctx) -> Node | None:
    _ = ctx._
    seat = play.seat(play.team["reader"] if play.team else None)
    if seat is None or by_oneself(play):
        return None
    answers = bool(play.card and play.card["choices"])
    if play.lecture:
        text = _("Spelledaren läser högt. Svaren kommer sedan.") if answers else _("Spelledaren läser högt.")
    elif play.kind == "solo" and seat in play.seats:
        text = _("Du läser högt. Svaren kommer sedan.") if answers else _("Du läser högt.")
    else:
        name = seat_name(seat["symbol"], _)
        text = (
            _("{name} läser högt. Svaren kommer sedan.", name=name)
            if answers
            else _("{name} läser högt.", name=name)
        )
    return Row([Icon("speak", 40, "soft"), words(play, ctx, text, "small", colour="soft", grow=1)], gap=16)


def _aloud(play: Play, ctx: Ctx) -> Node | None:
    """Has the computer read, as often as one likes."""
    if play.speak is None or not ctx.settings.read_aloud or play.kind == "screen":
        return None
    return Button(
        ctx._("Läs upp"), lambda: _say(play, ctx), "secondary", "l", "speak", key="aloud", hint=False
    )


def _read_by_itself(play: Play, ctx: Ctx) -> None:
    """A station that reads cards aloud begins when the card comes."""
    if ctx.settings.read_aloud and not play.fleeting.get("read"):
        play.fleeting["read"] = True
        _say(play, ctx)


def _say(play: Play, ctx: Ctx) -> None:
    text = card_text(play, ctx)
    if play.speak is not None:
        play.speak(text.get("read_aloud") or text.get("situation", ""), ctx.language)
