"""The talk: an hourglass, and one prompt at a time. The quiet view first; nobody has to own a vote."""

from __future__ import annotations

from game.client.parts import meanwhile
from game.client.parts.page import onward, page
from game.client.parts.words import by_oneself, card_text, options, prompt_words, words
from game.client.play import Play, left
from game.client.scenes.card import option_row
from game.client.ui import Button, CardBack, Column, Ctx, Hourglass, Icon, Node, Panel, Row, Turn, flexible
from game.rules.command import AskTime, OpenTwist, ShowPrompt
from game.rules.slices import PromptSlice

TOLD = 30_000
"""Ms that the talk says how much time it was given."""


def build(play: Play, ctx: Ctx) -> Node:
    """Glass to the left, prompt in the middle, the twist beside it when it is turned up."""
    talk = play.talk
    prompts = talk["prompts"] if talk else []
    shown = min(talk["shown"], len(prompts) - 1) if talk and prompts else 0
    meanwhile.remember(play, shown)
    main = Column(
        [_prompt(play, ctx, prompts[shown] if prompts else None), _twist(play, ctx)], gap=20, grow=1
    )
    body = Row([_glass(play, ctx), main], gap=44, grow=1, align="stretch")
    actions = [
        _more_time(play, ctx),
        _turn_button(play, ctx),
        *_steps(play, ctx, shown, len(prompts)),
        _on(play, ctx),
    ]
    return page(play, ctx, body, actions)


def _on(play: Play, ctx: Ctx) -> Node | None:
    return onward(play, ctx, ctx._("Rösta om") if _votes(play) else ctx._("Vidare"), "ctrl+return")


def _votes(play: Play) -> bool:
    return bool(play.card and play.card["choices"])


def _glass(play: Play, ctx: Ctx) -> Node:
    _ = ctx._
    remaining, total = left(play.stage, ctx.now)
    frozen = bool(play.stage and play.stage["left"] is not None)
    glass = Hourglass(
        remaining, total, 420 if ctx.wide else 300, hidden=ctx.settings.hide_timers, paused=frozen
    )
    over = None
    if total and remaining == 0:
        over = words(
            play,
            ctx,
            _("Sanden är slut – ta den tid du behöver.")
            if by_oneself(play)
            else _("Sanden är slut – ni får prata klart."),
            "small",
            colour="late",
            align="center",
        )
    return Column([flexible(), glass, over, _asked(play, ctx), flexible()], gap=18, width=300)


def _asked(play: Play, ctx: Ctx) -> Node | None:
    """How it stands with more time: who decides, or what came of it."""
    _ = ctx._
    asked = play.team["asked_time"] if play.team else 0
    given = _given(play, ctx)
    if asked:
        text = (
            _("Spelledaren ser att ni vill ha mer tid.") if _hall_gives(play) else _majority(play, ctx, asked)
        )
        return words(play, ctx, text, "small", colour="soft", align="center")
    if given:
        text = ctx.plural("{n} minut till. Prata vidare.", "{n} minuter till. Prata vidare.", given)
        return words(play, ctx, text, "small", colour="good", align="center")
    return None


def _hall_gives(play: Play) -> bool:
    """Whether the host, and not the table itself, gives more time."""
    return bool(play.room and play.room["pace"] == "hall" and play.stage and not play.stage["alone"])


def _majority(play: Play, ctx: Ctx, asked: int) -> str:
    present = [seat for seat in (play.team["seats"] if play.team else []) if not seat["away"]]
    return ctx._("{n} av {m} vill ha mer tid. Fler än hälften räcker.", n=asked, m=len(present))


def _given(play: Play, ctx: Ctx) -> int:
    """Minutes that this talk has just been given, 0 when it is a while ago."""
    total = play.stage["total"] if play.stage else 0
    known = play.fleeting.setdefault("sand", total)
    if total > known:
        play.fleeting.update(sand=total, given=(round((total - known) / 60_000), ctx.now))
    minutes, at = play.fleeting.get("given", (0, 0.0))
    return minutes if ctx.now - at < TOLD else 0


def _prompt(play: Play, ctx: Ctx, prompt: PromptSlice | None) -> Node:
    _ = ctx._
    if prompt is None:
        return Panel(
            words(play, ctx, _("Hur ser det ut hos er?"), "display", valign="center"), pad=(64, 44), grow=1
        )
    drawn = None
    if prompt["drawn"]:
        drawn = Row(
            [Icon("swap", 30, "soft"), words(play, ctx, _("Ordningen är lottad."), "small", colour="soft")],
            gap=12,
        )
    return Panel(
        Column(
            [
                words(play, ctx, _heading(play, ctx), "small", colour="soft"),
                words(play, ctx, prompt_words(play, ctx, prompt), "display", valign="center", grow=1),
                _meant(play, ctx, prompt["choice"]),
                drawn,
            ],
            gap=22,
        ),
        pad=(64, 40),
        grow=1,
    )


def _heading(play: Play, ctx: Ctx) -> str:
    talk = play.talk
    if talk is None or not talk["prompts"]:
        return ""
    steps = sum(prompt["kind"] == "step" for prompt in talk["prompts"])
    if talk["shown"] < steps:
        return ctx._("Steg {n} av {m}", n=talk["shown"] + 1, m=steps)
    return ctx._("Fråga {n} av {m}", n=talk["shown"] + 1 - steps, m=len(talk["prompts"]) - steps)


def _meant(play: Play, ctx: Ctx, choice: str) -> Node | None:
    """The option that the prompt names, so that nobody has to remember it."""
    card = play.card
    if card is None or choice not in card["choices"] or choice.isdigit():
        return None
    return option_row(play, ctx, choice, options(play, ctx)[card["choices"].index(choice)])


def _twist(play: Play, ctx: Ctx) -> Node | None:
    talk, text = play.talk, card_text(play, ctx)
    if talk is None:
        return None
    what_if = ctx._.pick(dict(talk["what_if"])) or (text.get("twist", "") if talk["twist"] else "")
    if not what_if:
        return None
    front = Panel(
        Row(
            [
                Icon("repeat", 56, "accent"),
                words(play, ctx, what_if, "title", least=30, valign="center", grow=1),
            ],
            gap=28,
        ),
        pad=(48, 30),
        fill="accent_soft",
        radius="card",
    )
    return Turn(front, CardBack(ctx._("Tänk om …"), 0, 1, 240), True, from_back=True, key=f"twist {what_if}")


def _turn_button(play: Play, ctx: Ctx) -> Node | None:
    """Offered from half time, or at once when everybody agreed; before that it is there, but quiet."""
    if not play.may("open_twist"):
        return None
    remaining, total = left(play.stage, ctx.now)
    agreed = bool(play.talk and any(prompt["kind"] == "unanimous" for prompt in play.talk["prompts"]))
    due = agreed or (total > 0 and remaining <= total / 2)
    return Button(
        ctx._("Tänk om …"),
        lambda: play.do(OpenTwist(serial=play.serial, second=bool(play.talk and play.talk["twist"]))),
        "primary" if due else "secondary",
        "k",
        key="twist",
        hint=False,
    )


def _more_time(play: Play, ctx: Ctx) -> Node | None:
    if not play.may("ask_time"):
        return None
    return Button(
        ctx._("Vi behöver tid") if _hall_gives(play) else ctx._("Mer tid"),
        lambda: play.do(AskTime(serial=play.serial)),
        "secondary",
        "plus",
        "hourglass",
        key="more time",
        hint=False,
    )


def _steps(play: Play, ctx: Ctx, shown: int, count: int) -> list[Node | None]:
    _ = ctx._
    if not play.may("show_prompt") or count < 2:
        return []

    def show(index: int) -> None:
        play.do(ShowPrompt(serial=play.serial, index=index))

    return [
        Button(
            "‹", lambda: show(shown - 1), "secondary", "left", enabled=shown > 0, key="previous", hint=False
        ),
        Button(
            "›",
            lambda: show(shown + 1),
            "secondary",
            "right",
            enabled=shown < count - 1,
            key="next",
            hint=False,
        ),
    ]
