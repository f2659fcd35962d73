"""What a host may do with the whole room: pause, time, the lock, big screens, the end. Each in a dialog."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, cast

from game.client.play import Play
from game.client.preferences import preferences
from game.client.stations.board import Act, Board, question
from game.client.stations.door import way_in
from game.client.ui import (
    Button,
    Choice,
    Column,
    Ctx,
    Dialog,
    Flow,
    Node,
    Panel,
    Pill,
    Row,
    Rule,
    Scroll,
    Status,
    Stepper,
    Text,
    TextField,
    Toggle,
    flexible,
)
from game.rules.command import CloseRoom, Extend, GatherTeams, Lock, Pause, RemoveStation, SetClock, SkipStep
from game.rules.slices import TileStation


def dialog(board: Board, ctx: Ctx) -> Node | None:
    """The dialog that is open, if any."""
    if board.key:
        return _key(board, ctx)
    makers: dict[str, Callable[[Board, Ctx], Node]] = {
        "pause": _pause,
        "more": _more,
        "skip": _skip,
        "close": _close,
        "door": _door,
        "leave": _leave,
        "settings": lambda board, ctx: preferences(ctx, board.play.configure, board.ask),
    }
    maker = makers.get(board.asked)
    return maker(board, ctx) if maker else None


# --- the key ---


def _key(board: Board, ctx: Ctx) -> Node:
    _ = ctx._
    copied = board.play.kept.get("copied", False)

    def copy() -> None:
        board.copy(board.key)
        board.play.kept["copied"] = True

    body: list[Node | None] = [
        Text(_("Din spelledarnyckel"), "title"),
        Panel(
            Text(board.key, "strong", size=44, min=26, align="center"),
            pad=(28, 26),
            fill="tint",
            shadow="",
            radius="field",
        ),
        Text(
            _(
                "Den visas bara nu. Med nyckeln kan du ta över från en annan dator, eller "
                "låta en medspelledare hjälpa till."
            )
        ),
        Text(
            _("Spara den där bara du läser, till exempel på papper. Visa den inte på storbilden."),
            "small",
            colour="soft",
        ),
        Status("saved", _("Kopierad")) if copied else None,
        Flow(
            [
                Button(_("Kopiera"), copy, icon="link", key="copy key"),
                Button(
                    _("Jag har sparat den"), board.put_away, "primary", shortcut="return", key="key saved"
                ),
            ]
        ),
    ]
    return Dialog(Column(body, gap=24), board.put_away, span=1080)


# --- pause ---


def _pause(board: Board, ctx: Ctx) -> Node:
    _, play = ctx._, board.play
    minutes = int(play.kept.get("pause minutes", 10))

    def change(n: int) -> None:
        play.kept["pause minutes"] = n

    def go(text: str = "") -> None:
        play.do(Pause(text=(text or ctx.typed("pause text")).strip()[:120], minutes=minutes))
        board.ask()

    def shown(n: int) -> str:
        return _("{n} min", n=n) if n else _("Tills vidare")

    field_ = TextField(
        _("TEXT PÅ ALLA SKÄRMAR"),
        placeholder=_("Till exempel: Bensträckare. Kaffe finns i hallen."),
        limit=120,
        key="pause text",
        on_submit=go,
    )
    row = Row(
        [
            Text(_("Tillbaka om"), grow=1),
            Stepper(_("Tillbaka om"), minutes, change, 0, 240, shown, key="minutes"),
        ]
    )
    body = [
        Text(_("Pausa alla bord"), "title"),
        Text(_("Klockorna stannar. Inget bord kommer vidare förrän du fortsätter."), colour="soft"),
        field_,
        row,
        Flow(
            [
                Button(_("Avbryt"), board.ask, key="no pause"),
                Button(_("Pausa alla"), go, "primary", shortcut="return", icon="pause", key="pause all"),
            ]
        ),
    ]
    return Dialog(Column(body, gap=24), board.ask, span=1000)


# --- everything else ---


def _more(board: Board, ctx: Ctx) -> Node:
    _ = ctx._
    rows: list[Node | None] = [
        *_time(board, ctx),
        Rule(),
        *_people(board, ctx),
        Rule(),
        *_screens(board, ctx),
        Rule(),
        _leaving(board, ctx),
    ]
    body = [
        Row(
            [
                Text(_("Mer"), "title", grow=1),
                Button(
                    _("Inställningar"),
                    lambda: board.ask("settings"),
                    "quiet",
                    icon="settings",
                    key="settings",
                ),
            ]
        ),
        Scroll(Column(rows, gap=20), key="more", grow=1),
        Row([flexible(), Button(_("Klar"), board.ask, "primary", shortcut="return", key="close more")]),
    ]
    return Dialog(Column(body, gap=20), board.ask, span=1160)


def _time(board: Board, ctx: Ctx) -> list[Node | None]:
    _, play = ctx._, board.play
    factor = str(play.host["factor"]) if play.host else "100"
    hard = bool(play.stage and play.stage["hard"])

    def clock(factor: str, hard: bool) -> None:
        play.do(SetClock(factor=cast(Literal[100, 150, 200], int(factor)), hard=hard))

    factors = Choice(
        [("100", "×1"), ("150", _("×1,5")), ("200", "×2")], factor, lambda f: clock(f, hard), key="factor"
    )
    more = [
        Button(label, _extend(play, n), icon="plus", key=f"extend {n}", enabled=play.may("extend"))
        for n, label in ((1, _("1 min")), (2, _("2 min")), (5, _("5 min")))
    ]
    return [
        Text(_("TID"), "label", colour="soft"),
        _line(ctx, _("Mer tid nu, för alla bord"), Row(more, gap=12)),
        _line(ctx, _("Tid i kommande steg"), factors),
        Toggle(
            _("Stäng stegen när tiden är slut"),
            hard,
            lambda on: clock(factor, on),
            play.may("set_clock"),
            _("Annars är tiden mjuk: den syns, men ingen blir avbruten."),
            key="hard",
        ),
    ]


def _extend(play: Play, minutes: int) -> Act:
    return lambda: play.do(Extend(serial=play.serial, minutes=minutes))


def _people(board: Board, ctx: Ctx) -> list[Node | None]:
    _, play = ctx._, board.play
    locked = bool(play.room and play.room["locked"])
    alone = any(tile["alone"] for tile in play.tiles)
    gather = Button(_("Samla borden"), lambda: play.do(GatherTeams()), icon="people", key="gather")
    return [
        Text(_("RUMMET"), "label", colour="soft"),
        Toggle(
            _("Lås rummet"),
            locked,
            lambda on: play.do(Lock(on=on)),
            play.may("lock"),
            _("Inga nya skärmar släpps in. De som varit här får komma tillbaka."),
            key="lock",
        ),
        _line(ctx, _("Hämta in bord som gått i egen takt"), gather) if alone else None,
        _line(
            ctx, _("Kod, QR-kod och adress"), Button(_("Visa dörren"), lambda: board.ask("door"), key="door")
        ),
    ]


def _screens(board: Board, ctx: Ctx) -> list[Node | None]:
    _, play = ctx._, board.play
    screens = play.host["screens"] if play.host else []
    opens = board.open_screen
    return [
        Text(_("STORBILD"), "label", colour="soft"),
        _line(
            ctx,
            _("Ett fönster för projektorn. F11 fyller skärmen."),
            Button(_("Öppna storbild här"), opens, icon="screen", key="open screen"),
        )
        if opens
        else None,
        *[_screen(play, ctx, screen) for screen in screens],
    ]


def _screen(play: Play, ctx: Ctx, screen: TileStation) -> Node:
    _ = ctx._
    state = (
        Text(_("tappat nätet"), "label", colour="warn")
        if screen["lost"]
        else Text(_("visas"), "label", colour="good")
    )
    remove = Button(
        _("Ta bort"),
        lambda: play.do(RemoveStation(station=screen["id"])),
        "quiet",
        icon="trash",
        key=f"remove {screen['id']}",
    )
    return Row([Text(_("Storbild i salen"), grow=1), Pill(state, "tint"), remove])


def _leaving(board: Board, ctx: Ctx) -> Node:
    _, play = ctx._, board.play
    return Flow(
        [
            Button(
                _("Hoppa över steget …"),
                lambda: board.ask("skip"),
                icon="right",
                enabled=play.may("skip_step"),
                key="skip",
            ),
            Button(_("Lämna rummet …"), lambda: board.ask("leave"), icon="home", key="leave"),
            Button(
                _("Stäng rummet …"),
                lambda: board.ask("close"),
                "danger",
                icon="lock",
                enabled=play.may("close_room"),
                key="close room",
            ),
        ]
    )


def _line(ctx: Ctx, label: str, control: Node) -> Node:
    return (
        Row([Text(label, grow=1), control])
        if ctx.wide
        else Column([Text(label), control], gap=8, align="start")
    )


# --- questions before what cannot be undone ---


def _then(board: Board, act: Act) -> Act:
    def done() -> None:
        act()
        board.ask()

    return done


def _skip(board: Board, ctx: Ctx) -> Node:
    _, play = ctx._, board.play
    return question(
        ctx,
        _("Hoppa över resten av steget?"),
        _(
            "Alla bord går till nästa steg i programmet. Ett kort som inte är färdigt "
            "lämnas, och dess röster förstörs."
        ),
        _("Hoppa över"),
        _then(board, lambda: play.do(SkipStep(serial=play.serial))),
        board.ask,
        key="yes skip",
    )


def _close(board: Board, ctx: Ctx) -> Node:
    _, play = ctx._, board.play
    return question(
        ctx,
        _("Stänga rummet för alla?"),
        _(
            "Sessionen slutar nu. Alla platser och alla röster som finns kvar förstörs, "
            "och ingen kan komma tillbaka."
        ),
        _("Stäng rummet"),
        _then(board, lambda: play.do(CloseRoom())),
        board.ask,
        danger=True,
        key="yes close",
    )


def _leave(board: Board, ctx: Ctx) -> Node:
    _, play = ctx._, board.play
    return question(
        ctx,
        _("Lämna rummet?"),
        _("Borden fortsätter i steget de är i. Du kommer tillbaka med koden och spelledarnyckeln."),
        _("Lämna"),
        _then(board, play.leave),
        board.ask,
        key="yes leave",
    )


def _door(board: Board, ctx: Ctx) -> Node:
    _, room = ctx._, board.play.room
    body = [
        way_in(board.door, room["code"] if room else "", ctx),
        Row([flexible(), Button(_("Klar"), board.ask, "primary", shortcut="return", key="close door")]),
    ]
    return Dialog(Column(body, gap=24), board.ask, span=1160)
