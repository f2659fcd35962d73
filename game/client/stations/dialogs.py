"""The menu of a team's screen and what it opens: settings, seats, help, leaving."""

from __future__ import annotations

from functools import partial

from game.client.parts import hand, unsaved
from game.client.parts.page import open_dialog, status
from game.client.parts.words import by_oneself, sits_alone, words
from game.client.play import Play
from game.client.preferences import preferences
from game.client.stations.own_card import own_card
from game.client.ui import (
    Button,
    Choice,
    Column,
    Ctx,
    Dialog,
    KeyHint,
    Node,
    Row,
    Scroll,
    SeatSymbol,
    flexible,
    seat_name,
)
from game.rules.command import AddSeat, ChooseWay, MarkAway, MarkBack, RemoveSeat
from game.rules.opened import MAX_TALK
from game.rules.slices import SeatSlice


def dialog(play: Play, ctx: Ctx) -> Node | None:
    """The open dialog, if there is one."""
    name = play.kept.get("dialog", "")
    if name == "settings":
        return preferences(ctx, play.configure, lambda: open_dialog(play, ""))
    made = {
        "menu": _menu,
        "seats": _seats,
        "help": _help,
        "own card": _own_card,
        "leave": _leave,
        unsaved.DIALOG: unsaved.dialog,
    }.get(name)
    return made(play, ctx) if made else None


def _close(play: Play) -> None:
    open_dialog(play, "")


def _menu(play: Play, ctx: Ctx) -> Node:
    _ = ctx._
    entries = [
        ("seats", "people", _("Platser vid bordet")),
        ("settings", "settings", _("Inställningar")),
        ("own card", "edit", _("Skriv ett eget kort")),
        ("help", "help", _("Hjälp och tangenter")),
        ("leave", "home", _("Lämna rummet")),
    ]
    if not play.may("suggest_card"):
        entries = [entry for entry in entries if entry[0] != "own card"]
    if play.team is None or (play.room and play.room["preset"] == "Solo"):
        entries = entries[1:]
    rows: list[Node | None] = [
        Button(label, partial(open_dialog, play, name), "secondary", str(number), icon, key=f"open {name}")
        for number, (name, icon, label) in enumerate(entries, start=1)
    ]
    close = Button(_("Tillbaka"), lambda: _close(play), "primary", key="close dialog")
    raised = Button(
        hand.label(play, ctx), lambda: _turn_hand(play), "secondary", "h", "raise", key="menu hand"
    )
    rows = [raised if hand.may_raise(play) else None, *rows]
    return Dialog(
        Column([words(play, ctx, _("Meny"), "title"), *rows, close], gap=18), lambda: _close(play), span=860
    )


def _turn_hand(play: Play) -> None:
    hand.turn(play)
    _close(play)


def _own_card(play: Play, ctx: Ctx) -> Node:
    def leave() -> None:
        play.kept.pop("own card sent", None)
        _close(play)

    sent = bool(play.kept.get("own card sent"))
    if sent:
        back = Button(ctx._("Klar"), leave, "primary", "return", key="close dialog")
    else:
        back = Button(ctx._("Tillbaka"), leave, "secondary", key="close dialog")
    return Dialog(own_card(play, ctx, back), leave, span=1300)


def _seats(play: Play, ctx: Ctx) -> Node:
    _ = ctx._
    seats = play.team["seats"] if play.team else []
    rows: list[Node | None] = [_seat(play, ctx, seat) for seat in seats]
    add = None
    if play.may("add_seat"):
        add = Button(_("En plats till"), lambda: play.do(AddSeat()), "secondary", icon="plus", key="add seat")
    refusal = status(play, ctx, "warning", _.pick(dict(play.notice.message))) if play.notice else None
    close = Button(_("Klar"), lambda: _close(play), "primary", "return", key="close dialog")
    return Dialog(
        Column(
            [
                words(play, ctx, _("Platser vid bordet"), "title"),
                words(
                    play,
                    ctx,
                    _("Ingen väntar på en plats som är borta. Den är med igen så fort den är tillbaka."),
                    "small",
                    colour="soft",
                ),
                Scroll(Column(rows, gap=12, pad=(6, 6)), key="seat list", grow=1),
                _way(play, ctx),
                _full(play, ctx),
                refusal,
                Row([add, flexible(), close], gap=20),
            ],
            gap=18,
        ),
        lambda: _close(play),
        span=1240,
    )


def _seat(play: Play, ctx: Ctx, seat: SeatSlice) -> Node:
    _ = ctx._
    name = seat_name(seat["symbol"], _)
    text = _("{name} – borta", name=name) if seat["away"] else name
    if seat["away"]:
        step = Button(
            _("Tillbaka"),
            lambda: play.do(MarkBack(seat=seat["id"])),
            "secondary",
            key=f"back {seat['symbol']}",
        )
    else:
        step = Button(
            _("Borta"), lambda: play.do(MarkAway(seat=seat["id"])), "secondary", key=f"away {seat['symbol']}"
        )
    remove = None
    if play.may("remove_seat") and play.you and seat["id"] in play.you["seats"]:
        remove = Button(
            _("Ta bort"),
            lambda: play.do(RemoveSeat(seat=seat["id"])),
            "quiet",
            key=f"remove {seat['symbol']}",
        )
    sign = SeatSymbol(seat["symbol"], 52, away=seat["away"])
    return Row([sign, words(play, ctx, text, "body", size=30, grow=1), remove, step], gap=18)


def _full(play: Play, ctx: Ctx) -> Node | None:
    """What those who are more than a table holds can do."""
    seats = len(play.team["seats"]) if play.team else 0
    if play.kind != "table" or play.lecture or seats < MAX_TALK:
        return None
    text = ctx._(
        "Åtta är det mesta ett samtal klarar. Är ni fler, dela er på två bord: "
        "de andra går med på en egen skärm."
    )
    return status(play, ctx, "info", text)


def _way(play: Play, ctx: Ctx) -> Node | None:
    """How seats that share this machine vote."""
    _ = ctx._
    team = play.team
    if team is None or not play.may("choose_way") or play.kind != "table":
        return None
    ways = [("pass_around", _("Rundgång")), ("cards_up", _("Kort upp"))]
    notes = {
        "pass_around": _("Skärmen går runt, en plats i taget. Hemligt."),
        "cards_up": _("Ni håller upp tryckta kort och skrivaren räknar. Inte hemligt vid bordet."),
    }

    def pick(way: str) -> None:
        play.do(ChooseWay(way="cards_up" if way == "cards_up" else "pass_around"))

    return Column(
        [
            Row(
                [
                    words(play, ctx, _("Så röstar ni"), "body", size=30),
                    Choice(ways, team["way"], pick, key="way", grow=1),
                ],
                gap=30,
            ),
            words(play, ctx, notes[team["way"]], "small", colour="soft"),
        ],
        gap=8,
    )


def _help(play: Play, ctx: Ctx) -> Node:
    _ = ctx._
    keys = [
        ("1", _("Siffrorna väljer svar. 0 är tio.")),
        ("return", _("Den stora knappen: spara, lägg min röst, vidare")),
        ("ctrl+return", _("Vidare, där Enter betyder något annat")),
        ("tab", _("Flytta till nästa knapp; pilarna går också")),
        ("space", _("Tryck på det som är markerat")),
        ("e", _("Eget svar")),
        ("p", _("Passa")),
        ("b", _("Byt kort")),
        ("k", _("Vänd på förutsättningen, under samtalet")),
        ("l", _("Läs upp kortet")),
        ("t", _("Time-out")),
        *([] if by_oneself(play) else _keys_with_others(ctx)),
        ("m", _("Meny")),
        ("escape", _("Stäng eller avbryt")),
        ("F11", _("Hela skärmen")),
        ("F1", _("Den här hjälpen")),
    ]
    rows: list[Node | None] = [
        Row([Row([KeyHint(key)], width=130), words(play, ctx, text, "body", size=30, grow=1)], gap=20)
        for key, text in keys
    ]
    half = -(-len(rows) // 2)
    listed: Node = Column(rows, gap=16)
    if ctx.wide:
        sides: list[Node | None] = [Column(rows[:half], gap=16, grow=1), Column(rows[half:], gap=16, grow=1)]
        listed = Row(sides, gap=50, align="start")
    hint = _(
        "Allt går att göra med tangentbord, mus eller pekskärm. "
        "Medan du skriver text är bokstäverna bara bokstäver."
    )
    head = words(play, ctx, hint, "small", colour="soft")
    close = Button(_("Stäng"), lambda: _close(play), "primary", "return", key="close dialog")
    return Dialog(
        Column(
            [
                words(play, ctx, _("Hjälp och tangenter"), "title"),
                head,
                Scroll(Column([listed, *_decks(play, ctx)], gap=30), key="help", grow=1),
                Row([flexible(), close]),
            ],
            gap=20,
        ),
        lambda: _close(play),
        span=1640,
    )


def _keys_with_others(ctx: Ctx) -> list[tuple[str, str]]:
    """What there is a host or other tables for."""
    _ = ctx._
    return [
        ("h", _("Räck upp handen, eller ta ner den")),
        ("o", _("Lägg undan spelledarens meddelande")),
        ("v", _("En fråga medan ni väntar")),
    ]


def _decks(play: Play, ctx: Ctx) -> list[Node]:
    """Who made the decks of this room, and how they may be used."""
    lines = [
        ctx._(
            "{lek} {version}, av {namn}. Licens: {licens}",
            lek=ctx._.pick(deck["title"]),
            version=deck["version"],
            namn=", ".join(deck["authors"]),
            licens=deck["licence"],
        )
        for deck in (play.room["decks"] if play.room else [])
    ]
    head = words(play, ctx, ctx._("Kortlekarna i rummet"), "strong")
    return [head, *(words(play, ctx, line, "small", colour="soft") for line in lines)] if lines else []


def _only_screen(play: Play) -> bool:
    """Whether every seat of the table sits at this very screen."""
    seats = play.team["seats"] if play.team else []
    return bool(seats) and len(play.seats) == len(seats)


def _leave(play: Play, ctx: Ctx) -> Node:
    _ = ctx._
    shared = play.kind == "table"
    title = _("Vill du lämna rummet?")
    if sits_alone(play) and play.stage and play.stage["phase"] == "lobby":
        title = _("Vill du byta bord?")
        text = _(
            "Lämna det här bordet, och gå med igen med samma kod. "
            "Välj då numret på ett bord där andra sitter."
        )
    elif shared and _only_screen(play):
        text = _(
            "Bordet försvinner med den här skärmen – pausa hellre, eller stäng bara fönstret: "
            "då kan du fortsätta."
        )
    elif shared:
        text = _("Skärmens platser lämnar bordet. Röster som redan är lagda står kvar.")
    elif by_oneself(play):
        text = _("Övningen slutar. Stäng bara fönstret om du vill fortsätta en annan gång.")
    else:
        text = _("Din plats lämnar bordet. Röster som redan är lagda står kvar.")

    def leave() -> None:
        _close(play)
        play.leave()

    stay = Button(_("Stanna"), lambda: _close(play), "primary", "return", key="stay")
    go = Button(_("Lämna"), leave, "danger", key="leave now")
    return Dialog(
        Column(
            [
                words(play, ctx, title, "title"),
                words(play, ctx, text, "body"),
                Row([flexible(), stay, go], gap=20),
            ],
            gap=26,
        ),
        lambda: _close(play),
        span=1000,
    )
