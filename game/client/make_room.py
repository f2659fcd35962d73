"""Making a room: a programme, decks, a pace and a few settings, with defaults that fit most rooms."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, cast

from game.client.api import CardOffer, DeckOffer
from game.client.offers import shown, usual, why_broken
from game.client.ui import (
    Button,
    Choice,
    Column,
    Ctx,
    Grid,
    Hotkey,
    Icon,
    Language,
    Node,
    Panel,
    Pill,
    Row,
    Scroll,
    Select,
    Stack,
    Status,
    Text,
    Tile,
    Toggle,
    flexible,
)
from game.rules import PRESETS
from game.rules.programme import CHECKIN_CARD
from game.wire import RoomRequest

FIRST = "APT 60"

Managers = Literal["own", "mixed", "host"]
Pace = Literal["hall", "table"]


@dataclass
class RoomForm:
    """The choices for a new room. `decks` is None until the server has told what it can play."""

    make: Callable[[RoomRequest], object]
    back: Callable[[], object]
    preset: str = FIRST
    decks: Sequence[DeckOffer] | None = None
    offered: Sequence[DeckOffer] = ()
    """All of them, also those that serve the check-in and the pledge."""
    chosen: frozenset[str] = frozenset()
    factor: str = "100"
    pace: Pace | None = None
    managers: Managers = "own"
    checkin: str = ""
    waiting: Mapping[str, str] = field(default_factory=dict)
    trouble: Mapping[str, str] = field(default_factory=dict)

    def offer(self, decks: Sequence[DeckOffer]) -> None:
        """The server has told what it can play."""
        self.decks, self.offered, self.chosen = shown(decks), tuple(decks), usual(decks)

    def pick(self, preset: str) -> None:
        """Another programme; it brings its own pace."""
        self.preset, self.pace = preset, None

    def play(self, slug: str, on: bool) -> None:
        """Play this deck, or not."""
        self.chosen = self.chosen | {slug} if on else self.chosen - {slug}

    def stretch(self, factor: str) -> None:
        """How much longer every step may take, in per cent."""
        self.factor = factor

    def walk(self, pace: str) -> None:
        """Who opens the next step."""
        self.pace = cast(Pace, pace)

    def ask(self, card: str) -> None:
        """What the check-in asks; "" for the usual question."""
        self.checkin = card

    def seat_managers(self, managers: str) -> None:
        """Where managers sit."""
        self.managers = cast(Managers, managers)

    @property
    def scales(self) -> list[CardOffer]:
        """What the check-in may ask."""
        decks = [deck for deck in self.offered if deck.supporting or deck.slug in self.chosen]
        return [card for deck in decks if deck.ok for card in deck.cards if card.kind == "scale"]

    @property
    def ready(self) -> bool:
        """Whether a room can be made now."""
        return bool(self.decks is not None and self.chosen and not self.waiting)

    def request(self) -> RoomRequest:
        """What to ask the server for."""
        return RoomRequest.model_validate(
            {
                "preset": self.preset,
                "decks": tuple(sorted(self.chosen)),
                "factor": int(self.factor),
                "pace": self.pace,
                "managers": self.managers,
                "checkin": next((card.id for card in self.scales if card.id == self.checkin), None),
            }
        )


def build(form: RoomForm, ctx: Ctx) -> Node:
    """The choices, with everything chosen that most people want."""
    _ = ctx._
    head = Column(
        [
            Text(_("Ny session"), "display", size=72, min=48),
            Text(_("Välj ett program. Resten går bra som det är."), colour="soft"),
        ],
        gap=0,
    )
    programmes = Column([_presets(form, ctx)], gap=20)
    choices = Panel(_choices(form, ctx), pad=40)
    if ctx.wide:
        left = Column([head, Scroll(programmes, key="programmes", grow=1)], gap=24, grow=1)
        right = Scroll(choices, key="choices", grow=1)
        body: Node = Row([left, right], gap=48, align="stretch", grow=1)
        page = Column([body, *_news(form, ctx), _foot(form, ctx)], gap=24, pad=(80, 48))
    else:
        body = Scroll(Column([head, programmes, choices], gap=24), key="room", grow=1)
        page = Column([body, *_news(form, ctx), _foot(form, ctx)], gap=16, pad=(48, 28))
    return Stack([page, Hotkey("escape", form.back)])


def preset_name(name: str, _: Language) -> str:
    """A programme's name as people read it."""
    names = {
        "Lecture": _("Föreläsning"),
        "Solo": _("Öva själv"),
        "Halvdag": _("Halvdag"),
        "Heldag": _("Heldag"),
    }
    return names.get(name, name)


def preset_line(name: str, _: Language) -> str:
    """One line about a programme."""
    return {
        "APT 30": _("Incheckning, ett kort och ett löfte."),
        "APT 60": _("Incheckning, tre kort, skörd och löfte."),
        "Halvdag": _("Två block med tre kort, paus, skörd, löfte och efterprat."),
        "Heldag": _("Tre block med kort, lunch, skörd, löfte och efterprat."),
        "Lecture": _("En stor sal. Alla svarar på egen skärm, resultatet visas på storbilden."),
        "Solo": _("En person och ett kort, för att lära känna spelet."),
    }.get(name, "")


def _presets(form: RoomForm, ctx: Ctx) -> Node:
    tiles = [_preset(form, ctx, name) for name in PRESETS]
    return Grid(tiles, columns=2, gap=20)


def _preset(form: RoomForm, ctx: Ctx, name: str) -> Node:
    _ = ctx._
    preset, chosen = PRESETS[name], form.preset == name
    title = preset_name(name, _)
    length = _("ca {n} min", n=preset.minutes)
    top = Row(
        [Text(title, "title", size=36, min=26, grow=1), Pill(Text(length, "label"), fill="tint")], gap=12
    )
    line = preset_line(name, _)
    return Tile(
        Column([top, Text(line, "small", colour="soft")], gap=8),
        f"{title}, {length}. {line}",
        lambda: form.pick(name),
        chosen,
        key=f"preset {name}",
        pad=28,
    )


def _choices(form: RoomForm, ctx: Ctx) -> Node:
    _ = ctx._
    pace = form.pace or PRESETS[form.preset].pace
    ways = [("hall", _("Du leder alla")), ("table", _("Borden själva"))]
    about = (
        _("Du öppnar varje steg, för alla bord på en gång.")
        if pace == "hall"
        else _("Varje bord går vidare när det är klart. Du följer dem och kan hjälpa till.")
    )
    factors = [("100", "×1"), ("150", _("×1,5")), ("200", "×2")]
    return Column(
        [
            _label(_("KORTLEKAR")),
            _decks(form, ctx),
            *_checkin(form, ctx),
            _label(_("TAKT")),
            Column([Choice(ways, pace, form.walk, key="pace"), Text(about, "small", colour="soft")], gap=8),
            _label(_("TID")),
            Column(
                [
                    Choice(factors, form.factor, form.stretch, key="factor"),
                    Text(
                        _("Alla steg får så mycket mer tid. Det går att ändra under tiden."),
                        "small",
                        colour="soft",
                    ),
                ],
                gap=8,
            ),
            _label(_("CHEFER VID BORDEN")),
            _managers(form, ctx),
        ],
        gap=14,
    )


def _label(text: str) -> Node:
    return Text(text, "label", colour="soft")


def _decks(form: RoomForm, ctx: Ctx) -> Node:
    _ = ctx._
    if form.decks is None:
        return Text(_("Kortlekarna visas när servern har startat."), "small", colour="soft")
    if not form.decks:
        return Status("warning", _("Servern har inga kortlekar. Lägg en i mappen decks och försök igen."))
    rows = [_deck(form, ctx, deck) for deck in form.decks]
    if not any(deck.ok for deck in form.decks):
        rows.append(Status("warning", _("Ingen kortlek går att spela. Rätta felen ovan och försök igen.")))
    elif not form.chosen:
        rows.append(Status("info", _("Välj minst en kortlek.")))
    return Column(rows, gap=10)


def _deck(form: RoomForm, ctx: Ctx, deck: DeckOffer) -> Node:
    _, pick = ctx._, ctx._.pick
    if not deck.ok:
        return _broken(ctx, deck)
    made = [ctx.plural("{n} kort", "{n} kort", len(deck.cards)), ", ".join(deck.authors), deck.licence]
    on = deck.slug in form.chosen
    return Toggle(
        pick(deck.title) or deck.slug,
        on,
        lambda on: form.play(deck.slug, on),
        note=" · ".join(made),
        key=f"deck {deck.slug}",
    )


def _checkin(form: RoomForm, ctx: Ctx) -> list[Node]:
    """What the check-in asks, in programmes that have one."""
    _, pick = ctx._, ctx._.pick
    scales = form.scales
    asks = any(step.kind == "checkin" for step in PRESETS[form.preset].steps)
    if not (asks and scales):
        return []
    usual_, *others = sorted(scales, key=lambda card: (card.id != CHECKIN_CARD, pick(card.title)))
    options = [("", pick(usual_.title)), *((card.id, pick(card.title)) for card in others)]
    return [_label(_("INCHECKNING")), Select(options, form.checkin, form.ask, key="checkin")]


def _broken(ctx: Ctx, deck: DeckOffer) -> Node:
    """A deck that cannot be played: which, and why."""
    _ = ctx._
    where, what = why_broken(deck)
    why = _.pick(what) or _("Den går inte att läsa.")
    words = Column(
        [
            Text(_("{name} går inte att spela", name=ctx._.pick(deck.title) or deck.slug), colour="soft"),
            Text(f"{where} {why}".strip(), "small", colour="warn"),
        ],
        gap=2,
        grow=1,
    )
    return Row([Icon("warning", 44, "warn"), words], gap=28)


def _managers(form: RoomForm, ctx: Ctx) -> Node:
    _ = ctx._
    ways = [("own", _("Eget bord")), ("mixed", _("Blandat")), ("host", _("Leder"))]
    about = {
        "own": _("Chefer sitter vid ett eget bord. Då vågar fler säga som det är."),
        "mixed": _("Chefer sitter med de andra. Välj det bara om alla är med på det."),
        "host": _("Chefen är spelledare och röstar inte."),
    }[form.managers]
    return Column(
        [
            Choice(ways, form.managers, form.seat_managers, key="managers"),
            Text(about, "small", colour="soft"),
        ],
        gap=8,
    )


def _news(form: RoomForm, ctx: Ctx) -> list[Node]:
    if form.trouble:
        return [Status("warning", ctx._.pick(dict(form.trouble)))]
    return [Status("waiting", ctx._.pick(dict(form.waiting)))] if form.waiting else []


def _foot(form: RoomForm, ctx: Ctx) -> Node:
    _ = ctx._
    make = Button(
        _("Skapa rummet"),
        lambda: form.make(form.request()),
        "primary",
        shortcut="return",
        enabled=form.ready,
        key="make",
        width=420 if ctx.wide else None,
    )
    return Row([Button(_("Tillbaka"), form.back, icon="back", key="back"), flexible(), make])
