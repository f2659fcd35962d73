"""Check-in: a secret number for the day, then one sentence each about why – or a pass."""

from __future__ import annotations

from game.client.ballots.scale import numbers
from game.client.outbox import Pending
from game.client.parts.around import Secret, all_done, around, back_out, draft, is_done, seal, who
from game.client.parts.page import onward, page
from game.client.parts.words import by_oneself, card_text, ends, words
from game.client.play import Play
from game.client.ui import Button, Column, Ctx, Histogram, Node, Panel
from game.rules.command import CheckIn


def build(play: Play, ctx: Ctx) -> Node:
    """Round 1 is the number, round 2 the talk."""
    if play.stage and play.stage["round"] == 2:
        return _talk(play, ctx)
    if play.kind == "screen":
        return page(play, ctx, Panel(Column([_question(play, ctx)], justify="center"), grow=1))
    return around(play, ctx, Secret(_ballot, _after, _promise(play, ctx)))


def _promise(play: Play, ctx: Ctx) -> str:
    if by_oneself(play):
        return ctx._("Bara du ser din siffra.")
    if play.lecture:
        return ctx._("Ingen annan ser din siffra. Svarar tillräckligt många kan hela salens visas.")
    return ctx._(
        "Bordet får aldrig se siffrorna. Svarar tillräckligt många kan hela salens visas, utan bord."
    )


def _question(play: Play, ctx: Ctx) -> Node:
    text = card_text(play, ctx).get("situation") or ctx._("Var är du på skalan just nu, på jobbet?")
    return words(play, ctx, text, "display", align="center", valign="center", least=36)


def _ballot(play: Play, ctx: Ctx, seat: str) -> Node:
    _ = ctx._
    if play.kind == "solo" and is_done(play, seat) and not play.fleeting.get("changing"):
        return _saved(play, ctx)
    own = play.you["own"].get(seat, {}) if play.you and is_done(play, seat) else {}
    sent = str(own.get("number") or "")
    chosen = str(draft(play, seat).get("number", sent))
    text = card_text(play, ctx)

    def pick(value: str) -> None:
        draft(play, seat)["number"] = value

    def send(number: int | None) -> None:
        seal(play, ctx, seat, CheckIn(seat=seat, serial=play.serial, number=number))
        play.fleeting.pop("changing", None)

    scale = numbers(play, ctx, chosen, pick, f"number {seat}", text.get("low", ""), text.get("high", ""))
    body = Column(
        [who(play, ctx, seat, _promise(play, ctx)), Panel(_question(play, ctx), grow=1), scale],
        gap=24,
        grow=1,
    )
    label = _("Ändra min siffra") if is_done(play, seat) else _("Spara min siffra")
    actions = [
        back_out(play, ctx),
        Button(_("Passa"), lambda: send(None), "secondary", "p", key="pass"),
        Button(
            label,
            lambda: send(int(chosen)),
            "primary",
            "return",
            enabled=bool(chosen),
            key="send",
        ),
    ]
    return page(play, ctx, body, actions)


def _saved(play: Play, ctx: Ctx) -> Node:
    """What was answered has arrived; it is not shown again, and may be changed."""
    _ = ctx._

    def change() -> None:
        play.fleeting["changing"] = True

    waiting = isinstance(play.going, Pending)
    text = (
        _("Det du svarade skickas så fort det går.")
        if waiting
        else _("Sparad – du kan ändra tills vi går vidare.")
    )
    body = all_done(play, ctx, text, promise=_promise(play, ctx), icon="hourglass" if waiting else "check")
    again = Button(_("Ändra"), change, "quiet", icon="edit", key="change")
    return page(play, ctx, body, [again, onward(play, ctx, _("Vidare"))])


def _after(play: Play, ctx: Ctx) -> Node:
    _ = ctx._
    body = all_done(play, ctx, _("Alla här har svarat."), promise=_promise(play, ctx))
    return page(play, ctx, body, [onward(play, ctx, _("Vidare"))])


def _talk(play: Play, ctx: Ctx) -> Node:
    _ = ctx._
    questions = card_text(play, ctx).get("questions", [])
    text = questions[0] if questions else _("Säg en mening om varför – eller passa.")
    hall = play.hall
    chart = None
    if hall and hall["checkin"]:
        chart = Histogram(
            hall["checkin"],
            1,
            *ends(hall, ctx),
            hall["checkin_median"],
            key="checkin",
        )
    body = Column(
        [
            words(play, ctx, text, "display", align="center"),
            words(
                play,
                ctx,
                _("Säg en mening till dem som sitter närmast. Ingen frågar vidare.")
                if play.lecture
                else _("Gå ett varv runt bordet. Ingen frågar vidare."),
                "body",
                colour="soft",
                align="center",
            ),
            chart,
        ],
        gap=36,
        justify="center",
    )
    return page(play, ctx, Panel(body, pad=(80, 44), grow=1), [onward(play, ctx, _("Vidare"))])
