"""The pledge: "När … så ska jag …". Private unless ticked; kept under a receipt of three words."""

from __future__ import annotations

from functools import partial

from game.client.outbox import Pending
from game.client.parts.around import (
    Secret,
    all_done,
    around,
    back_out,
    draft,
    field_key,
    is_done,
    seal,
    who,
)
from game.client.parts.page import onward, page
from game.client.parts.people import warning
from game.client.parts.words import by_oneself, words
from game.client.play import Play
from game.client.scenes.receipt import receipt, receipt_words
from game.client.ui import (
    Button,
    Column,
    Ctx,
    Dialog,
    Node,
    Panel,
    Row,
    Scroll,
    Stack,
    TextField,
    Tile,
    Toggle,
    flexible,
)
from game.rules.command import MakePledge
from game.rules.slices import OwnSlice

FIELDS = ("when", "then")


def build(play: Play, ctx: Ctx) -> Node:
    """One seat at a time writes its own."""
    if play.kind == "screen":
        return page(play, ctx, _for_wall(play, ctx))
    return around(play, ctx, Secret(_ballot, _after, _promise(play, ctx), receipt))


def _promise(play: Play, ctx: Ctx) -> str:
    if by_oneself(play):
        return ctx._("Bara du ser ditt löfte.")
    return ctx._(
        "Bara du ser ditt löfte. Andra ser det bara om du kryssar i det, och då utan plats och bord."
    )


def _for_wall(play: Play, ctx: Ctx) -> Node:
    _ = ctx._
    return Panel(
        Column(
            [
                words(play, ctx, _("Gör något nytt som du inte gjort tidigare."), "display", align="center"),
                words(play, ctx, _("När … så ska jag …"), "title", colour="accent", align="center"),
                words(play, ctx, _promise(play, ctx), "small", colour="soft", align="center"),
            ],
            gap=36,
            justify="center",
        ),
        pad=(120, 60),
        grow=1,
    )


def _ballot(play: Play, ctx: Ctx, seat: str) -> Node:
    _ = ctx._
    if play.kind == "solo" and is_done(play, seat) and not play.fleeting.get("changing"):
        return _kept(play, ctx, seat)
    keys = {name: field_key(play, seat, name) for name in FIELDS}
    ctx.first_focus(keys["when"])
    sent: OwnSlice = play.you["own"].get(seat, {}) if play.you and is_done(play, seat) else {}
    when, then = (ctx.typed(keys[name]).strip() for name in FIELDS)
    body = Column(
        [
            who(play, ctx, seat, _promise(play, ctx)),
            Panel(
                Column(
                    [
                        words(play, ctx, _("Gör något nytt som du inte gjort tidigare"), "title")
                        if ctx.wide
                        else None,
                        TextField(
                            _("När …"),
                            sent.get("when", ""),
                            limit=140,
                            key=keys["when"],
                            warning=warning(ctx, when),
                        ),
                        TextField(
                            _("så ska jag …"),
                            sent.get("then", ""),
                            limit=140,
                            key=keys["then"],
                            warning=warning(ctx, then),
                        ),
                        _ticks(play, ctx, seat, sent) if not by_oneself(play) else None,
                    ],
                    gap=16,
                ),
                pad=(52, 28 if ctx.wide else 16),
                grow=1,
            ),
        ],
        gap=16,
        grow=1,
    )
    tree = page(play, ctx, body, _actions(play, ctx, seat, when, then, sent))
    return Stack([tree, _starters(play, ctx, keys)]) if play.fleeting.get("starters") else tree


def _ticks(play: Play, ctx: Ctx, seat: str, sent: OwnSlice) -> Node:
    _ = ctx._
    found = draft(play, seat)

    def tick(name: str, on: bool) -> None:
        found[name] = on

    buddy = Toggle(
        _("Min granne vid bordet får påminna mig"),
        found.get("buddy", sent.get("buddy", False)),
        lambda on: tick("buddy", on),
        key=f"buddy {seat}",
    )
    share = Toggle(
        _("Dela på väggen, utan avsändare"),
        found.get("share", sent.get("share", False)),
        lambda on: tick("share", on),
        key=f"share {seat}",
    )
    if ctx.wide:
        return Row([Column([buddy], grow=1), Column([share], grow=1)], gap=30)
    return Column([buddy, share], gap=10)


def _actions(play: Play, ctx: Ctx, seat: str, when: str, then: str, sent: OwnSlice) -> list[Node | None]:
    _ = ctx._
    found = draft(play, seat)

    def open_starters() -> None:
        play.fleeting["starters"] = True

    def send(keep: bool) -> None:
        pledge = MakePledge(
            seat=seat,
            serial=play.serial,
            when=when if keep else "",
            then=then if keep else "",
            buddy=keep and found.get("buddy", sent.get("buddy", False)),
            share=keep and found.get("share", sent.get("share", False)),
        )
        seal(play, ctx, seat, pledge, stays=keep)
        play.fleeting.pop("changing", None)

    starters = None
    if play.pledge and play.pledge["starters"]:
        starters = Button(_("Idéer"), open_starters, "secondary", icon="bulb", key="starters")
    made = bool(when and then)
    return [
        back_out(play, ctx),
        starters,
        None if made else Button(_("Passa"), lambda: send(False), "secondary", key="pass"),
        Button(
            _("Ändra mitt löfte") if sent.get("when") else _("Lova"),
            lambda: send(True),
            "primary",
            "ctrl+return",
            enabled=made,
            key="send",
            hint=False,
        ),
    ]


def _kept(play: Play, ctx: Ctx, seat: str) -> Node:
    """On a screen of one's own: done, with the words of the receipt once more."""
    _ = ctx._
    three = play.kept.get("receipts", {}).get(seat)
    alone = play.team is None or len(play.team["seats"]) < 2

    def change() -> None:
        play.fleeting["changing"] = True

    waiting = isinstance(play.going, Pending)
    text = (
        _("Det du skrev skickas så fort det går.")
        if waiting
        else _("Klart.")
        if alone or play.may("open_next")
        else _("Klart. Vänta in de andra.")
    )
    shown = None
    if three:
        hint = words(play, ctx, _("Ditt kvitto – skriv upp orden"), "small", colour="soft", align="center")
        shown = Column([hint, receipt_words(play, ctx, list(three))], gap=10)
    body = all_done(play, ctx, text, [shown], _promise(play, ctx), icon="hourglass" if waiting else "check")
    again = Button(_("Ändra"), change, "quiet", icon="edit", key="change")
    return page(play, ctx, body, [again, onward(play, ctx, _("Vidare"))])


def _starters(play: Play, ctx: Ctx, keys: dict[str, str]) -> Node:
    _ = ctx._

    def close() -> None:
        play.fleeting.pop("starters", None)

    def lean(when: str, then: str) -> None:
        ctx.fill(keys["when"], when)
        ctx.fill(keys["then"], then)
        close()

    tiles: list[Node | None] = []
    for index, starter in enumerate(play.pledge["starters"] if play.pledge else []):
        when, then = _.pick(starter["when"]), _.pick(starter["then"])
        text = _("När {when} så ska jag {then}.", when=when, then=then)
        tiles.append(
            Tile(
                words(play, ctx, text, "body", size=30),
                text,
                partial(lean, when, then),
                pad=22,
                key=f"starter {index}",
            )
        )
    return Dialog(
        Column(
            [
                words(play, ctx, _("Något att luta sig mot"), "title"),
                words(play, ctx, _("Välj en och skriv om den så att den blir din."), "small", colour="soft"),
                Scroll(Column(tiles, gap=14, pad=(6, 6)), key="starter list", grow=1),
                Row([flexible(), Button(_("Stäng"), close, key="close starters")]),
            ],
            gap=20,
        ),
        close,
        span=1400,
    )


def _after(play: Play, ctx: Ctx) -> Node:
    _ = ctx._
    body = all_done(play, ctx, _("Alla här är klara med sitt löfte."), promise=_promise(play, ctx))
    return page(play, ctx, body, [onward(play, ctx, _("Vidare"))])
