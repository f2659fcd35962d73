"""The pledge: "När … så ska jag …". Private unless ticked; kept under a receipt of three words."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from game.client.parts.around import (
    Secret,
    all_done,
    around,
    back_out,
    draft,
    field_key,
    forget,
    is_done,
    lower,
    seal,
    who,
)
from game.client.parts.page import onward, page
from game.client.parts.people import warning
from game.client.parts.promising import Promise, make, promise_of, promised
from game.client.parts.unsaved import Unsaved, hold, let_go
from game.client.parts.words import by_oneself, words
from game.client.play import Play
from game.client.scenes.receipt import receipt, receipt_words, slip
from game.client.ui import (
    Button,
    Column,
    Ctx,
    Dialog,
    Node,
    Panel,
    Row,
    Scroll,
    Select,
    Stack,
    TextField,
    Tile,
    Toggle,
    flexible,
)
from game.pledges import Buddy, Pledge
from game.rules.command import MakePledge

FIELDS = ("when", "then")


def build(play: Play, ctx: Ctx) -> Node:
    """One seat at a time writes its own."""
    if play.kind == "screen":
        return page(play, ctx, _for_wall(play, ctx))
    return around(play, ctx, Secret(_ballot, _after, _promise(play, ctx), _receipt))


def _receipt(play: Play, ctx: Ctx, seat: str) -> Node | None:
    table = play.kind == "table"
    return receipt(play, ctx, seat, (lambda: lower(play, ctx)) if table else None)


def _promise(play: Play, ctx: Ctx) -> str:
    if by_oneself(play):
        return ctx._("Bara du ser ditt löfte.")
    if play.lecture:
        return ctx._("Bara du ser ditt löfte. Andra ser det bara om du kryssar i det, och då utan plats.")
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
    known = _known(play, seat)
    failed = known is not None and known.state == "failed"
    if play.kind == "solo" and is_done(play, seat) and not play.fleeting.get("changing") and not failed:
        return _kept(play, ctx, seat)
    keys = {name: field_key(play, seat, name) for name in FIELDS}
    ctx.first_focus(keys["when"])
    first = {"when": known.pledge.when, "then": known.pledge.then} if known else dict.fromkeys(FIELDS, "")
    when, then = (_written(ctx, keys[name], first[name]) for name in FIELDS)
    changed = (when, then) != (first["when"], first["then"])
    typed = _("När {when} så ska jag {then}.", when=when or "…", then=then or "…") if when or then else ""
    hold(
        play,
        f"pledge {seat}",
        Unsaved("pledge", typed if changed else "", play.serial, fields=tuple(keys.values())),
    )
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
                            first["when"],
                            limit=140,
                            key=keys["when"],
                            warning=warning(ctx, when),
                        ),
                        TextField(
                            _("så ska jag …"),
                            first["then"],
                            limit=140,
                            key=keys["then"],
                            warning=warning(ctx, then),
                        ),
                        _ticks(play, ctx, seat, known) if not by_oneself(play) else None,
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
    tree = page(play, ctx, body, _actions(play, ctx, seat, Pledge(when, then), known))
    return Stack([tree, _starters(play, ctx, keys)]) if play.fleeting.get("starters") else tree


def _written(ctx: Ctx, key: str, first: str) -> str:
    """What stands in a field, also before it is drawn for the first time."""
    return (ctx.typed(key) if key in ctx.pane.memory.fields else first).strip()


def _known(play: Play, seat: str) -> Promise | None:
    """What stands in the fields from the start: one's own, or at a shared machine what could not be saved."""
    found = promise_of(play, seat)
    return found if found is not None and (play.kind == "solo" or found.state == "failed") else None


def _ticks(play: Play, ctx: Ctx, seat: str, known: Promise | None) -> Node:
    _ = ctx._
    found = draft(play, seat)

    def put(name: str, value: object) -> None:
        found[name] = value

    # A role, never a name: there is nowhere to type one.
    roles = [
        ("", _("Ingen frågar hur det gick")),
        ("neighbour", _("Min granne vid bordet får fråga")),
        ("colleague", _("En kollega får fråga")),
        ("manager", _("Min chef får fråga")),
    ]
    buddy = Select(
        roles,
        found.get("buddy", known.pledge.buddy if known else ""),
        lambda role: put("buddy", role),
        key=f"buddy {seat}",
    )
    share = Toggle(
        _("Dela på väggen, utan avsändare"),
        found.get("share", known.share if known else False),
        lambda on: put("share", on),
        key=f"share {seat}",
    )
    if ctx.wide:
        return Row([Column([buddy], grow=1), Column([share], grow=1)], gap=30)
    return Column([buddy, share], gap=10)


def _actions(play: Play, ctx: Ctx, seat: str, written: Pledge, known: Promise | None) -> list[Node | None]:
    _ = ctx._

    def open_starters() -> None:
        play.fleeting["starters"] = True

    def keep() -> None:
        found = draft(play, seat)
        buddy: Buddy = found.get("buddy", known.pledge.buddy if known else "")
        share = bool(found.get("share", known.share if known else False))
        forget(play, ctx, seat)
        let_go(play, f"pledge {seat}")
        play.fleeting.pop("changing", None)
        make(play, ctx, seat, replace(written, buddy=buddy), share)

    def give_up() -> None:
        let_go(play, f"pledge {seat}")
        play.kept.get("promises", {}).pop(seat, None)
        seal(play, ctx, seat, MakePledge(seat=seat, serial=play.serial))
        play.fleeting.pop("changing", None)

    starters = None
    if play.pledge and play.pledge["starters"]:
        starters = Button(_("Idéer"), open_starters, "secondary", icon="bulb", key="starters")
    made = bool(written.when and written.then)
    return [
        back_out(play, ctx),
        starters,
        None if made else Button(_("Passa"), give_up, "secondary", key="pass"),
        Button(
            _("Ändra mitt löfte") if known and known.state != "failed" else _("Lova"),
            keep,
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
    promise = promise_of(play, seat)
    alone = play.team is None or len(play.team["seats"]) < 2

    def change() -> None:
        play.fleeting["changing"] = True

    text = _("Klart.") if alone or play.may("open_next") else _("Klart. Vänta in de andra.")
    shown, save = None, None
    if promise is not None:
        hint = words(play, ctx, _("Ditt kvitto – skriv upp orden"), "small", colour="soft", align="center")
        said, save = slip(play, ctx, promise)
        shown = Column([hint, receipt_words(play, ctx, list(promise.receipt)), said], gap=10)
    body = all_done(play, ctx, text, [shown], _promise(play, ctx))
    again = Button(_("Ändra"), change, "quiet", icon="edit", key="change")
    return page(play, ctx, body, [again, save, onward(play, ctx, _("Vidare"))])


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
    text = _("Alla här är klara med sitt löfte.")
    if play.kind == "table" and promised(play):
        text = _("Ett kvitto väntar: tryck på din symbol om du inte har sett dina tre ord.")
    body = all_done(play, ctx, text, promise=_promise(play, ctx))
    return page(play, ctx, body, [onward(play, ctx, _("Vidare"))])
