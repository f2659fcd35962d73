"""The window of the preview: where one is, the card as players see it, what there is to mend, and how it is
looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from game.client.parts.words import kind_name
from game.client.phases import phase_name
from game.client.preview.beside import beside, broken
from game.client.preview.dialogs import dialog
from game.client.preview.picture import Shown
from game.client.preview.places import PLACES, Place
from game.client.preview.preview import Preview
from game.client.ui import (
    Button,
    Calm,
    Column,
    Ctx,
    Hotkey,
    Icon,
    KeyHint,
    Node,
    Row,
    Stack,
    Status,
    Text,
    Tile,
    flexible,
)

Act = Callable[[], object]
NAMES: Final = {"sv": "Svenska", "en": "English"}
"""Languages by their own names; others by their codes."""
BESIDE: Final = 500
"""Design units: how broad the findings are."""


def build(preview: Preview, ctx: Ctx) -> Node:
    """Everything, and the dialog over it."""
    side = beside(preview, ctx, BESIDE if ctx.wide else BESIDE * 1.2) if preview.panel else None
    shown = [_main(preview, ctx), side]
    body = Column(
        [_head(preview, ctx), Row(shown, gap=20, grow=1, align="stretch"), _bar(preview, ctx)],
        gap=14,
        pad=(24, 16),
    )
    return Stack([body, *_keys(preview), dialog(preview, ctx)])


def place_name(place: Place, ctx: Ctx) -> str:
    """What a place is called."""
    _ = ctx._
    return {"front": _("Framsida"), "vote": _("Röst"), "talk": _("Samtal"), "back": _("Baksida")}[place]


def _head(preview: Preview, ctx: Ctx) -> Node:
    """Which card, and which place of it."""
    _, leaf = ctx._, preview.leaf
    count = len(preview.deck.leaves)
    title = leaf.title(preview.look.language) if leaf else ""
    kind = kind_name(leaf.card.kind, ctx) if leaf and leaf.card else ""
    where = _("Kort {n} av {m}", n=preview.number, m=count) if count else _("Inga kort")
    about = " · ".join(part for part in (where, kind, leaf.name if leaf else "") if part)
    names = Column(
        [
            Text(title, "strong", lines=1, min=20),
            Text(about, "small", colour="soft", lines=1, min=16),
        ],
        gap=0,
        grow=1,
    )
    several = count > 1
    return Calm(
        Row(
            [
                _neighbour(_("Förra kortet"), partial(preview.step, -1), "back", several),
                _neighbour(_("Nästa kort"), partial(preview.step, 1), "next", several),
                names,
                _parts(preview, ctx),
                *_places(preview, ctx),
                _chip(_("Gå till"), partial(preview.ask, "find"), "g", key="find"),
                _chip(_("Hjälp"), partial(preview.ask, "help"), "f1", key="help"),
            ],
            gap=12,
            height=84,
        )
    )


def _neighbour(label: str, act: Act, icon: str, enabled: bool) -> Node:
    return Button(label, act, icon=icon, key=icon, enabled=enabled, bare=True)


def _chip(label: str, act: Act, stroke: str, *, key: str, chosen: bool = False) -> Node:
    """A small button that says how something stands, and which key changes it."""
    child = Row([Text(label, "label", min=16, lines=1), KeyHint(stroke)], gap=12)
    return Tile(child, label, act, chosen=chosen, shortcut=stroke, pad=13, key=key)


def _places(preview: Preview, ctx: Ctx) -> list[Node | None]:
    return [
        _chip(
            place_name(place, ctx),
            partial(preview.show, place),
            str(number),
            key=f"place {place}",
            chosen=place == preview.place,
        )
        for number, place in enumerate(PLACES, start=1)
        if place in preview.places
    ]


def _parts(preview: Preview, ctx: Ctx) -> Node | None:
    """Where the place has more than one moment: which, and the next one."""
    moment, count = preview.moment, len(preview.moments)
    if moment is None or count < 2:
        return None
    name = phase_name(moment.phase, moment.round, ctx._)
    text = ctx._("{name} {n} av {m}", name=name, n=preview.part + 1, m=count)
    return _chip(text, partial(preview.turn, 1), "space", key="turn")


def _main(preview: Preview, ctx: Ctx) -> Node:
    """The picture; or, while there is none, why."""
    leaf, moment = preview.leaf, preview.moment
    if moment is None:
        return Stack([broken(preview, ctx)], grow=1)
    look = preview.look
    preview.picture.show(moment, look.station, look.settings, look.size, preview.name)
    late = None
    if leaf is not None and not leaf.fresh:
        late = Status("warning", ctx._("Kortet har fel. Så här såg det ut när det senast var helt."))
    return Column([late, Shown(preview.picture, grow=1)], gap=12, grow=1)


def _bar(preview: Preview, ctx: Ctx) -> Node:
    """How the card is looked at, each with the key that changes it; and how it stands with the deck."""
    _, look = ctx._, preview.look
    wide, high = look.size
    contrast = _("Hög kontrast") if look.contrast else _("Vanlig kontrast")
    station = _("Väggskärm") if look.station == "wall" else _("Egen skärm")
    chips = [
        _chip(f"{wide}×{high}", preview.next_size, "s", key="size"),
        _chip(f"{round(look.text * 100)} %", preview.next_text, "t", key="text"),
        _chip(contrast, lambda: preview.change(contrast=not look.contrast), "c", key="contrast"),
        _chip(NAMES.get(look.language, look.language), preview.next_language, "l", key="language"),
        _chip(station, preview.next_station, "v", key="station"),
    ]
    full = Button(_("Helskärm"), preview.fill, "quiet", icon="full", key="full", bare=True)
    return Calm(Row([*chips, flexible(), *_deck(preview, ctx), full], gap=12, height=72))


def _deck(preview: Preview, ctx: Ctx) -> list[Node | None]:
    """The whole deck's errors and warnings, on what shows the findings or hides them."""
    errors, warnings = preview.counts
    text = (
        ctx._("Leken: fel {n}, varningar {m}", n=errors, m=warnings)
        if preview.panel
        else ctx._("Fynd dolda: fel {n}, varningar {m}", n=errors, m=warnings)
    )
    name, colour = ("cross", "danger") if errors else ("info", "warn") if warnings else ("check", "good")
    chip = _chip(text, preview.toggle_panel, "f", key="panel", chosen=preview.panel)
    return [Icon(name, 34, colour), chip]


def _keys(preview: Preview) -> list[Node]:
    """What has no button of its own, or more than one key."""
    acts: dict[str, Act] = {
        "left": partial(preview.step, -1),
        "right": partial(preview.step, 1),
        "pageup": partial(preview.step, -1),
        "pagedown": partial(preview.step, 1),
        "home": partial(preview.end, False),
        "end": partial(preview.end, True),
        "up": partial(preview.walk, -1),
        "down": partial(preview.walk, 1),
        "backspace": partial(preview.turn, -1),
        "ctrl+f": partial(preview.ask, "find"),
        "?": partial(preview.ask, "help"),
        "escape": preview.back,
        "q": preview.close,
    }
    return [Hotkey(stroke, act) for stroke, act in acts.items()]
