"""A lecture's audience on the host's board, where other sessions have tables: how many are in, how many are
done, how much time is left, and what may be done for all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from game.client.play import Play, left
from game.client.stations.board import Act, question
from game.client.stations.host_tables import needs, there
from game.client.ui import (
    Button,
    Column,
    Ctx,
    Digits,
    Flow,
    Grid,
    Icon,
    Meter,
    Node,
    Panel,
    Row,
    Scroll,
    Status,
    Text,
    flexible,
)
from game.rules.command import CloseVote, EndTimeout, Extend, VoteAgain
from game.rules.slices import TileSlice

FIGURE = 64


def audience(play: Play, ctx: Ctx) -> Node:
    """The page about all who listen, also those who share a machine and so are a team of their own."""
    here = there(play)
    if not here:
        return _nobody(ctx)
    figures = [_in(here, ctx)]
    if play.stage is not None and play.stage["phase"] != "lobby":
        figures += [_done(play, here, ctx), _clock(play, ctx)]
    held = dict.fromkeys(words for tile in here for icon, _ink, words in needs(tile, ctx) if icon == "pause")
    told = [Status("info", words) for words in held]
    body = [*told, Grid(figures, columns=len(figures), gap=18), Flow(_acts(play, ctx, here), gap=14)]
    return Scroll(Column(body, gap=18, pad=(4, 4)), key="audience", grow=1)


def _figure(icon: str, figure: Node, *lines: str) -> Node:
    words = [Text(line, "small", colour="soft") for line in lines if line]
    return Panel(
        Row([Icon(icon, 48, "accent"), Column([figure, *words], gap=2, grow=1)], gap=22), pad=(28, 20)
    )


def _number(words: str) -> Node:
    return Text(words, "number", size=FIGURE, min=40, lines=1)


def _in(here: Sequence[TileSlice], ctx: Ctx) -> Node:
    seats = sum(tile["seats"] for tile in here)
    away = seats - sum(tile["present"] for tile in here)
    gone = sum(station["lost"] for tile in here for station in tile["stations"])
    return _figure(
        "people",
        _number(str(seats)),
        ctx.plural("plats är med", "platser är med", seats),
        ctx.plural("{n} borta", "{n} borta", away) if away else "",
        ctx.plural("{n} har tappat nätet", "{n} har tappat nätet", gone) if gone else "",
    )


def _done(play: Play, here: Sequence[TileSlice], ctx: Ctx) -> Node:
    _ = ctx._
    done, of = (sum(tile[name] for tile in here) for name in ("done", "of"))
    if not of:
        return _figure("check", _number("–"), _("Inget räknas i det här steget"))
    voting = play.stage is not None and play.stage["phase"] == "vote"
    label = _("av {m} har röstat", m=of) if voting else _("av {m} är klara", m=of)
    return _figure("check", Column([_number(str(done)), Meter(done, of, 14)], gap=6), label)


def _clock(play: Play, ctx: Ctx) -> Node:
    _, (remaining, total) = ctx._, left(play.stage, ctx.now)
    if not total or ctx.settings.hide_timers:
        return _figure("clock", _number("–"), "" if total else _("Steget har ingen klocka"))
    still = play.stage is not None and play.stage["left"] is not None
    digits = Digits(remaining, FIGURE, "late" if not remaining else "ink", paused=still)
    label = _("Klockan står stilla") if still else _("kvar av steget") if remaining else _("Tiden är slut")
    return _figure("hourglass", Row([digits]), label)


def _acts(play: Play, ctx: Ctx, here: Sequence[TileSlice]) -> list[Node]:
    """What the host may do besides opening the next step."""
    _ = ctx._

    def again() -> None:
        play.kept["vote again"] = play.serial

    def more(minutes: int) -> None:
        play.do(Extend(serial=play.serial, seen=play.version, minutes=minutes))

    def close() -> None:
        for tile in _that_may(here, "close_vote"):
            play.do(CloseVote(serial=tile["serial"], team=tile["id"]))

    def go_on() -> None:
        for tile in _that_may(here, "end_timeout"):
            play.do(EndTimeout(how="continue", team=tile["id"]))

    timed = play.may("extend")
    wanted: list[tuple[bool, str, str, Act]] = [
        (bool(_that_may(here, "end_timeout")), "play", _("Fortsätt efter time-out"), go_on),
        (bool(_that_may(here, "close_vote")), "lock", _("Stäng omröstningen"), close),
        (bool(_that_may(here, "vote_again")), "repeat", _("Rösta om den här omröstningen …"), again),
        (timed, "clock", _("+1 minut"), partial(more, 1)),
        (timed, "clock", _("+2 minuter"), partial(more, 2)),
    ]
    return [Button(label, act, icon=icon, key=f"act {label}") for may, icon, label, act in wanted if may]


def _that_may(here: Sequence[TileSlice], name: str) -> list[TileSlice]:
    return [tile for tile in here if name in tile["may"]]


def asked_again(play: Play, ctx: Ctx) -> Node | None:
    """The question before the open vote is thrown away, when it has been asked for."""
    here = _that_may(there(play), "vote_again")
    if not here or play.kept.get("vote again") != play.serial:
        return None
    _ = ctx._

    def back() -> None:
        play.kept.pop("vote again", None)

    def go() -> None:
        for tile in here:
            play.do(VoteAgain(serial=tile["serial"], team=tile["id"]))
        back()

    about = _("Rösterna som är lagda i den här omröstningen förstörs, och alla röstar på nytt.")
    return question(ctx, _("Rösta om?"), about, _("Rösta om"), go, back, key="yes vote again")


def _nobody(ctx: Ctx) -> Node:
    _ = ctx._
    words = [
        Icon("people", 96, "edge"),
        Text(_("Ingen är med än"), "title", align="center"),
        Text(
            _("Här står hur många som har kommit in. Du kan börja när du vill."),
            colour="soft",
            align="center",
        ),
    ]
    return Column([flexible(), Column(words, gap=14, align="center"), flexible()], grow=1)
