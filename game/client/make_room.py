"""Making a room: a programme, decks, a pace and a few settings, with defaults that fit most rooms."""

from __future__ import annotations

from functools import partial

from game.client.api import DeckOffer
from game.client.offers import why_broken
from game.client.own_programmes import OwnProgramme
from game.client.programmes import forgetting, own_tile, programmes
from game.client.room_form import RoomForm
from game.client.serving import Company
from game.client.ui import (
    Button,
    Choice,
    Column,
    Ctx,
    Flow,
    Hotkey,
    Icon,
    Node,
    Panel,
    Row,
    Scroll,
    Select,
    Stack,
    Status,
    Stepper,
    Text,
    Toggle,
    flexible,
)
from game.rules.opened import K_SEATS, K_TABLES, MAX_TALK, MOST_K_SEATS, MOST_K_TABLES
from game.rules.presets import CHECKIN_CARD

MOST_TABLES = 200


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
    ready = programmes("" if form.own else form.preset, form.pick, ctx)
    presets = Column([*_own(form, ctx), ready], gap=20)
    choices = Panel(_choices(form, ctx), pad=40)
    if ctx.wide:
        left = Column([head, Scroll(presets, key="programmes", grow=1)], gap=24, grow=1)
        right = Scroll(choices, key="choices", grow=1)
        body: Node = Row([left, right], gap=48, align="stretch", grow=1)
        page = Column([body, *form.notice.nodes(ctx), _foot(form, ctx)], gap=24, pad=(80, 48))
    else:
        body = Scroll(Column([head, presets, choices], gap=24), key="room", grow=1)
        page = Column([body, *form.notice.nodes(ctx), _foot(form, ctx)], gap=16, pad=(48, 28))
    out = forgetting(form.removing, form.remove, form.ask_removal, ctx) if form.removing else None
    return Stack([page, Hotkey("escape", form.back), out])


def _own(form: RoomForm, ctx: Ctx) -> list[Node]:
    """The programmes that were kept on this machine."""
    kept = form.own_programmes
    rows = [_own_row(form, ctx, one) for one in kept]
    return [_label(ctx._("EGNA PROGRAM")), *rows, _label(ctx._("FÄRDIGA PROGRAM"))] if rows else []


def _own_row(form: RoomForm, ctx: Ctx, one: OwnProgramme) -> Node:
    chosen = form.own is not None and form.own.name == one.name
    tile = own_tile(one, chosen, partial(form.pick_own, one), ctx)
    out = Button(
        ctx._("Ta bort …"),
        partial(form.ask_removal, one.name),
        "quiet",
        icon="trash",
        key=f"forget {one.name}",
    )
    return Row([tile, out], gap=12)


def _choices(form: RoomForm, ctx: Ctx) -> Node:
    _ = ctx._
    pace = form.open_pace
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
            *_numbers(form, ctx),
            *_rehearsal(form, ctx),
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
    if form.left_to_draw:
        words = ctx.plural(
            "{n} valt kort i programmet finns inte i de valda lekarna, och dras i stället.",
            "{n} valda kort i programmet finns inte i de valda lekarna, och dras i stället.",
            form.left_to_draw,
        )
        rows.append(Status("info", words))
    return Column(rows, gap=10)


def _deck(form: RoomForm, ctx: Ctx, deck: DeckOffer) -> Node:
    _, pick = ctx._, ctx._.pick
    if not deck.ok:
        return _broken(ctx, deck)
    cards = _("korten läses in") if deck.reading else ctx.plural("{n} kort", "{n} kort", len(deck.cards))
    made = [cards, ", ".join(deck.authors), deck.licence]
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
    asks = any(step.kind == "checkin" for step in form.steps)
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


def _numbers(form: RoomForm, ctx: Ctx) -> list[Node]:
    """How many must be behind a number that the hall sees; raised by whoever leads, never lowered."""
    _ = ctx._
    if not form.tells:
        return []
    seats, tables = form.least_seats, form.least_tables
    answered, others = _("Så många måste ha svarat"), _("Från så många bord")
    rows = [
        _number(
            ctx, answered, Stepper(answered, seats, form.hold_seats, K_SEATS, MOST_K_SEATS, key="k seats")
        )
    ]
    if form.lecture:
        least = max(MAX_TALK + 1, seats)
        about = _(
            "Siffror visas för salen först när minst {seats} har svarat, och i rapporten när minst {least} "
            "har det. Gränsen går inte att ändra sedan.",
            seats=seats,
            least=least,
        )
    else:
        rows.append(
            _number(
                ctx,
                others,
                Stepper(others, tables, form.hold_tables, K_TABLES, MOST_K_TABLES, key="k tables"),
            )
        )
        about = _(
            "Siffror visas utanför bordet först när minst {seats} har svarat, från minst {tables} bord. "
            "Högre tal skyddar mer, men då syns färre siffror, i rapporten också. Gränsen går inte att ändra "
            "sedan.",
            seats=seats,
            tables=tables,
        )
    label = _("SIFFROR FÖR SALEN") if form.lecture else _("SIFFROR UTANFÖR BORDET")
    return [_label(label), *rows, Text(about, "small", colour="soft")]


def _rehearsal(form: RoomForm, ctx: Ctx) -> list[Node]:
    """Bots at the tables, for one who wants to practise leading."""
    _, company = ctx._, form.company
    if form.rehearse is None:
        return []
    note = _("Rummet går på en egen server, och allt slängs när fönstret stängs. Du leder som vanligt.")
    rows: list[Node] = [
        _label(_("REPETITION")),
        Toggle(_("Låt robotar fylla borden"), company is not None, form.fill, note=note, key="rehearse"),
    ]
    return [*rows, *_company(form, company, ctx)] if company is not None else rows


def _company(form: RoomForm, company: Company, ctx: Ctx) -> list[Node]:
    _ = ctx._
    tables, seats = _("Bord"), _("Robotar vid varje bord")
    return [
        _number(ctx, tables, Stepper(tables, company.tables, form.fill_tables, 1, MOST_TABLES, key="tables")),
        _number(ctx, seats, Stepper(seats, form.bots, form.fill_seats, 1, form.most_bots, key="bots")),
    ]


def _number(ctx: Ctx, label: str, control: Node) -> Node:
    if ctx.wide:
        return Row([Text(label, grow=1), control], gap=24)
    return Flow([Text(label), control], gap=16)


def _foot(form: RoomForm, ctx: Ctx) -> Node:
    _ = ctx._
    make = Button(
        _("Börja repetitionen") if form.company else _("Skapa rummet"),
        form.submit,
        "primary",
        shortcut="return",
        enabled=form.ready,
        key="make",
        width=420 if ctx.wide else None,
    )
    return Row([Button(_("Tillbaka"), form.back, icon="back", key="back"), flexible(), make])
