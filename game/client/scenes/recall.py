"""The pledge, weeks later: the receipt opens it at one's own station, then one says in secret how it went."""

from __future__ import annotations

from collections.abc import Sequence

from game.client.outbox import Pending
from game.client.parts.around import Secret, all_done, around, back_out, draft, field_key, is_done, seal, who
from game.client.parts.page import onward, page, status
from game.client.parts.remembering import Look, look_up, looked
from game.client.parts.words import by_oneself, words
from game.client.play import Play
from game.client.scenes.hereafter import went
from game.client.ui import Button, Choice, Column, Ctx, Node, Panel, Row, TextField
from game.receipts import is_receipt, meant
from game.rules.command import RecallPledge

FIELD = "receipt"


def build(play: Play, ctx: Ctx) -> Node:
    """Round 1 is the receipt and the answer, round 2 the talk."""
    if play.stage and play.stage["round"] == 2:
        return _talk(play, ctx)
    if play.kind == "screen":
        return page(play, ctx, Panel(Column([_question(play, ctx)], justify="center"), grow=1))
    return around(play, ctx, Secret(_ballot, _after, _promise(play, ctx)))


def _promise(play: Play, ctx: Ctx) -> str:
    if by_oneself(play):
        return ctx._("Bara du ser ditt löfte.")
    return ctx._(
        "Bara du ser ditt löfte och ditt svar. Svarar tillräckligt många kan hela salens antal visas."
    )


def _question(play: Play, ctx: Ctx) -> Node:
    return words(play, ctx, ctx._("Hur gick det med löftet?"), "display", align="center", valign="center")


def _ballot(play: Play, ctx: Ctx, seat: str) -> Node:
    _ = ctx._
    if play.kind == "solo" and is_done(play, seat) and not play.fleeting.get("changing"):
        return _saved(play, ctx)
    own = play.you["own"].get(seat, {}) if play.you and is_done(play, seat) else {}
    chosen = str(draft(play, seat).get("kept", own.get("kept") or ""))

    def pick(value: str) -> None:
        draft(play, seat)["kept"] = value

    def send(kept: str) -> None:
        answer = RecallPledge.model_validate({"seat": seat, "serial": play.serial, "kept": kept or None})
        seal(play, ctx, seat, answer)
        play.fleeting.pop("changing", None)

    options = [("done", _("Gjort")), ("partly", _("Delvis")), ("not_yet", _("Inte än"))]
    look = looked(play, seat)
    inside = [
        *(_opened(play, ctx, look) if look and look.pledge else _receipt(play, ctx, seat, look)),
        words(play, ctx, _("Hur gick det?"), "strong"),
        Choice(options, chosen, pick, key="kept"),
        words(play, ctx, _("Inte än är ett lika bra svar som gjort."), "small", colour="soft"),
    ]
    panel = Panel(Column(inside, gap=18 if ctx.wide else 12), pad=(52, 28 if ctx.wide else 16), grow=1)
    body = Column([who(play, ctx, seat, _promise(play, ctx)), panel], gap=16, grow=1)
    actions = [
        back_out(play, ctx),
        Button(_("Passa"), lambda: send(""), "secondary", key="pass"),
        Button(
            _("Ändra mitt svar") if is_done(play, seat) else _("Spara mitt svar"),
            lambda: send(chosen),
            "primary",
            "ctrl+return",
            enabled=bool(chosen),
            key="send",
            hint=False,
        ),
    ]
    return page(play, ctx, body, actions)


def _receipt(play: Play, ctx: Ctx, seat: str, look: Look | None) -> Sequence[Node | None]:
    """The field for the three words, and what became of them."""
    _ = ctx._
    if not (play.recall and play.recall["room"]):
        gone = _("Det förra rummet finns inte kvar här. Svara efter det du minns av ditt löfte.")
        return [status(play, ctx, "info", gone)]
    key = field_key(play, seat, FIELD)
    ctx.first_focus(key)
    typed = ctx.typed(key).strip()
    guess = meant(typed) if typed and not is_receipt(typed) else None
    busy = look is not None and look.state in ("working", "asking")

    def find(text: str = "") -> None:
        if not busy and (text or typed):
            look_up(play, seat, text or typed)

    def take() -> None:
        if guess:
            ctx.fill(key, " ".join(guess))

    field = TextField(_("Dina tre ord"), limit=60, key=key, on_submit=find)
    button = Button(_("Visa mitt löfte"), find, enabled=bool(typed) and not busy, key="find")
    hint: Node | None = None
    if guess:
        did = _("Menade du {words}?", words=" ".join(guess))
        hint = Row([Button(did, take, "quiet", key="meant")])
    elif busy:
        hint = status(play, ctx, "waiting", _("Löftet öppnas…"))
    elif look is not None and look.words:
        hint = status(play, ctx, "warning", _.pick(dict(look.words)))
    line = Row([Column([field], grow=1), button], gap=20, align="end") if ctx.wide else None
    return [line, hint] if line else [field, Row([button]), hint]


def _opened(play: Play, ctx: Ctx, look: Look) -> Sequence[Node | None]:
    """What one promised oneself, in sight of this seat alone."""
    _, pledge = ctx._, look.pledge
    assert pledge is not None
    roles = {
        "neighbour": _("Din granne vid bordet fick fråga hur det gick."),
        "colleague": _("En kollega fick fråga hur det gick."),
        "manager": _("Din chef fick fråga hur det gick."),
    }
    text = _("När {when} så ska jag {then}.", when=pledge.when, then=pledge.then)
    buddy = roles.get(pledge.buddy)
    return [
        words(play, ctx, _("Ditt löfte"), "label", colour="soft"),
        words(play, ctx, text, "title", least=26),
        words(play, ctx, buddy, "small", colour="soft") if buddy else None,
    ]


def _saved(play: Play, ctx: Ctx) -> Node:
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
    body = Column(
        [
            words(play, ctx, _("Vad hände? Vad hjälpte, vad kom emellan?"), "display", align="center"),
            words(
                play,
                ctx,
                _("En mening var, eller passa. Ingen behöver visa sitt löfte."),
                "body",
                colour="soft",
                align="center",
            ),
            went(ctx, play.hall["recalled"]) if play.hall and play.hall["recalled"] else None,
        ],
        gap=36,
        justify="center",
    )
    return page(play, ctx, Panel(body, pad=(80, 44), grow=1), [onward(play, ctx, _("Vidare"))])
