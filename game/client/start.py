"""The first window: four ways into a conversation, and the way back into the room one was in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from game.client.notice import Notice
from game.client.parts.handbook import Reader, reading
from game.client.preferences import language_choice, preferences
from game.client.settings import Settings
from game.client.ui import (
    Button,
    CardBack,
    Column,
    Ctx,
    Dialog,
    Flow,
    Grid,
    Hotkey,
    Icon,
    KeyHint,
    Node,
    Panel,
    Row,
    Scroll,
    Spacer,
    Stack,
    Text,
    Tile,
    flexible,
)

Act = Callable[[], object]


@dataclass
class Start:
    """What the first window knows and may do. `room` is the code of the room kept from last time, or ""."""

    make: Act
    join: Act
    watch: Act
    practise: Act
    resume: Act
    forget: Act
    configure: Callable[[Settings], object]
    room: str = ""
    notice: Notice = field(default_factory=Notice)
    dialog: str = ""
    reader: Reader = field(default_factory=Reader)

    def show(self, dialog: str = "") -> None:
        """Open a dialog: "settings", "help", "handbook" or none."""
        self.dialog = dialog


def build(start: Start, ctx: Ctx) -> Node:
    """The first window."""
    first = start.resume if start.room else start.make
    page = _side_by_side(start, ctx) if ctx.wide else _stacked(start, ctx)
    return Stack(
        [page, Hotkey("return", first), Hotkey("f1", lambda: start.show("help")), _dialog(start, ctx)]
    )


def _side_by_side(start: Start, ctx: Ctx) -> Node:
    left = Column([_name(ctx), flexible(), _fan(ctx), flexible(), _foot(start, ctx)], gap=28, width=620)
    right = Column([flexible(), *_news(start, ctx), _ways(start, ctx, 2), flexible()], gap=28, grow=1)
    return Row([left, right], pad=(96, 64), gap=80, align="stretch")


def _stacked(start: Start, ctx: Ctx) -> Node:
    body = Column([*_news(start, ctx), _ways(start, ctx, 2)], gap=20)
    return Column([_name(ctx), Scroll(body, key="ways", grow=1), _foot(start, ctx)], gap=20, pad=(56, 36))


def _name(ctx: Ctx) -> Node:
    _ = ctx._
    return Column(
        [
            Text("Bemöt", "display", size=112, min=72),
            Text(_("Ett samtal med kort, om hur vi möter varandra på jobbet."), colour="soft"),
        ],
        gap=0,
    )


def _fan(ctx: Ctx) -> Node:
    """Three backs beside each other: what this is, before a word is read."""
    words = (ctx._("Väntan"), ctx._("Att säga nej"), ctx._("Besöket"))
    backs = [
        CardBack(word, heat, cover, 264)
        for word, heat, cover in zip(words, (1, 2, 1), (1, 0, 2), strict=True)
    ]
    return Row(backs, gap=18, justify="center")


def _news(start: Start, ctx: Ctx) -> list[Node]:
    """What there is to say before one chooses: the kept room, what is waited for, what went wrong."""
    _ = ctx._
    found: list[Node] = []
    if start.room:
        words = Column(
            [
                Text(_("Fortsätt i rummet {code}?", code=start.room), "title"),
                Text(_("Den här skärmen var med där sist. Platsen väntar."), "small", colour="soft"),
            ],
            gap=4,
            grow=1,
        )
        again = Button(_("Fortsätt"), start.resume, "primary", shortcut="return", key="resume")
        drop = Button(_("Glöm rummet"), start.forget, "quiet", key="forget")
        row: Node = Row([words, drop, again]) if ctx.wide else Column([words, Row([flexible(), drop, again])])
        found.append(Panel(row, pad=(40, 28), radius="card"))
    return [*found, *start.notice.nodes(ctx)]


def _ways(start: Start, ctx: Ctx, columns: int) -> Node:
    _ = ctx._
    ways = (
        ("host", _("Starta en session här"), _("Du leder. Andra går med från sina skärmar."), start.make),
        ("people", _("Gå med"), _("Med koden från spelledarens skärm."), start.join),
        ("screen", _("Visa på stor skärm"), _("Storbild för salen eller för ett bord."), start.watch),
        ("person", _("Öva själv"), _("Ett kort i lugn och ro, på den här datorn."), start.practise),
    )
    beside = not ctx.wide or bool(_news(start, ctx))
    tiles = [_way(ctx, number, *way, beside) for number, way in enumerate(ways, 1)]
    return Grid(tiles, columns=columns, gap=28)


def _way(ctx: Ctx, number: int, icon: str, title: str, line: str, act: Act, beside: bool) -> Node:
    words = [Text(title, "title", size=38, min=28), Text(line, "small", colour="soft")]
    if beside:
        child: Node = Row([Icon(icon, 56, "accent"), Column(words, gap=4, grow=1)], gap=24)
    else:
        child = Column([Icon(icon, 72, "accent", at="start"), Spacer(12), *words], gap=6)
    return Tile(
        child, f"{title}. {line}", act, key=f"way {number}", shortcut=str(number), pad=28 if beside else 40
    )


def _foot(start: Start, ctx: Ctx) -> Node:
    _ = ctx._
    return Flow(
        [
            language_choice(ctx, start.configure),
            Button(
                _("Inställningar"), lambda: start.show("settings"), "quiet", icon="settings", key="settings"
            ),
            Button(_("Hjälp"), lambda: start.show("help"), "quiet", icon="help", key="help"),
        ],
        gap=16,
    )


def _dialog(start: Start, ctx: Ctx) -> Node | None:
    if start.dialog == "settings":
        return preferences(ctx, start.configure, start.show)
    if start.dialog == "help":
        return _help(start, ctx)
    if start.dialog == "handbook":
        return reading(start.reader, ctx, start.show)
    return None


def _help(start: Start, ctx: Ctx) -> Node:
    _ = ctx._
    lines = (
        ("host", _("En person leder och startar en session. Datorn visar då en kod och en adress.")),
        ("people", _("Alla andra väljer Gå med och skriver koden. Flera kan dela en skärm vid samma bord.")),
        ("lock", _("Röster är hemliga. Varje skärm säger vad som visas, för vem och när.")),
        (
            "table",
            _("Allt går att göra med tangentbord, mus eller pekskärm."),
        ),
        ("home", _("Inget konto behövs, och inget lämnar datorn som håller i sessionen.")),
        (
            "info",
            _("Vad som sparas, och hur länge: öppna serverns adress med /privacy efter i en webbläsare."),
        ),
    )
    rows = [Row([Icon(icon, 44, "accent"), Text(line, grow=1)], gap=24) for icon, line in lines]
    body = [
        Text(_("Så fungerar det"), "title"),
        Scroll(Column([*rows, *_keys(ctx)], gap=20), key="help list"),
        Flow(
            [
                Button(_("Handbok"), lambda: start.show("handbook"), icon="help", key="open handbook"),
                Button(_("Stäng"), start.show, "primary", shortcut="return", key="close help"),
            ]
        ),
    ]
    return Dialog(Column(body, gap=28), start.show, span=1080)


def _keys(ctx: Ctx) -> list[Node]:
    """The keys of this window, and those that hold in every window."""
    _ = ctx._
    keys = (
        ("1", _("Siffrorna väljer: 1 till 4 i det här fönstret")),
        ("return", _("Den stora knappen")),
        ("tab", _("Flytta till nästa knapp; pilarna går också")),
        ("space", _("Tryck på det som är markerat")),
        ("escape", _("Stäng eller avbryt")),
        ("f1", _("Den här hjälpen")),
        ("f11", _("Hela skärmen")),
        ("shift+f11", _("Flytta fönstret till nästa bildskärm")),
    )
    rows: list[Node] = [
        Row([Row([KeyHint(key)], width=190), Text(text, grow=1)], gap=24) for key, text in keys
    ]
    return [Text(_("TANGENTER"), "label", colour="soft"), *rows]
