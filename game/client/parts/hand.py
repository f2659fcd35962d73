"""A hand for the host, raised by the table: nobody learns who at the table asked."""

from __future__ import annotations

from game.client.parts.words import by_oneself, words
from game.client.play import Play
from game.client.ui import Ctx, Icon, Node, Row
from game.rules.command import RaiseHand


def may_raise(play: Play) -> bool:
    """Whether there is a host to raise it for, or a hand to take down."""
    if not play.may("raise_hand") or by_oneself(play) or play.room is None:
        return False
    return is_up(play) or play.room["host"] != "long_gone"


def is_up(play: Play) -> bool:
    """Whether the table's hand is up."""
    return bool(play.team and play.team["help"])


def _coming(play: Play) -> bool:
    return bool(play.team and play.team["coming"] and play.kind != "screen")


def turn(play: Play) -> None:
    """Up, or down again."""
    play.do(RaiseHand(on=not is_up(play)))


def label(play: Play, ctx: Ctx) -> str:
    """What pressing does now."""
    return ctx._("Ta ner handen") if is_up(play) else ctx._("Räck upp handen")


def brief(play: Play, ctx: Ctx) -> str:
    """The same in a word, for where it stands beside its sign."""
    return ctx._("Ta ner") if is_up(play) else ctx._("Hand")


def standing(play: Play, ctx: Ctx) -> Node | None:
    """That it is up, and who sees it, or that a host is on the way; None while it is down, or where the page
    says so itself.
    """
    if _coming(play):
        come = ctx._("Spelledaren kommer") if play.lecture else ctx._("Spelledaren kommer till er")
        said = words(play, ctx, come, "small", colour="accent", least=24, lines=2, valign="center", grow=1)
        return Row([Icon("host", 34, "accent"), said], gap=12)
    if not is_up(play) or play.kind == "screen" or (play.stage and play.stage["paused"] == "timeout"):
        return None
    here = play.room is not None and play.room["host"] == "here"
    text = (
        ctx._("Handen är uppe – spelledaren ser det")
        if here
        else ctx._("Handen är uppe – spelledaren ser det när kontakten är tillbaka")
    )
    said = words(play, ctx, text, "small", colour="accent", least=24, lines=2, valign="center", grow=1)
    return Row([Icon("raise", 34, "accent"), said], gap=12)
