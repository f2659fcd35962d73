"""What somebody had typed and not saved when the step ended: it stands above what came next until it has been
dealt with. It lies in this window's memory alone.

A table's note may still be saved. An answer of one's own or a pledge was a secret with a step to be in: on a
screen of one's own it can be read once more; at a shared machine only that it did not get there is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, cast

from game.client.news import Refused, Saved
from game.client.parts.page import open_dialog, status
from game.client.parts.people import warning
from game.client.parts.words import tag_name, words
from game.client.play import Play
from game.client.ui import (
    Button,
    Calm,
    Choice,
    Column,
    Ctx,
    Dialog,
    Icon,
    Node,
    Panel,
    Row,
    TextField,
    flexible,
)
from game.rules.command import WriteNote

TAGS = ("strengthen", "improve", "act")
DIALOG = "unsaved"
Kind = Literal["note", "own", "pledge"]


@dataclass(frozen=True)
class Unsaved:
    """`serial` is the step's that it was typed in; `sent` the command's that it went with, when it did."""

    kind: Kind
    text: str = field(repr=False)
    serial: int
    card: str = ""
    title: Mapping[str, str] = field(default_factory=dict)
    tag: str = ""
    fields: tuple[str, ...] = ()
    """Keys of the text fields that a secret stands in."""
    sent: str | None = None


def hold(play: Play, name: str, typed: Unsaved) -> None:
    """What stands in a field now. One that says nothing new is let go of."""
    if typed.text.strip():
        _all(play)[name] = typed
    else:
        _all(play).pop(name, None)


def let_go(play: Play, name: str) -> None:
    """It has been sent, or taken back."""
    _all(play).pop(name, None)


def sent(play: Play, name: str) -> None:
    """It went with the last command: held until the server has it."""
    typed = _all(play).pop(name, None)
    if typed is not None and play.last is not None:
        _all(play)[play.last] = replace(typed, sent=play.last)


def strip(play: Play, ctx: Ctx) -> Node | None:
    """One line about the first of them, with the way to it."""
    name, typed = _first(play)
    if typed is None or (play.kind == "table" and "at" in play.fleeting):
        return None
    _ = ctx._
    secret = typed.kind != "note" and play.kind == "table"
    if typed.kind == "note":
        text = _("Inte sparad: ”{words}”", words=" ".join(typed.text.split()))
    elif typed.kind == "pledge":
        text = _("Ett löfte hann inte sparas.")
    else:
        text = _("Ett eget svar hann inte med i omröstningen.")
    if secret:
        for key in typed.fields:
            ctx.pane.memory.fields.pop(key, None)
        _all(play)[name] = replace(typed, text="-", fields=())
        gone = _("Det som skrevs är raderat.")
        text = f"{text} {gone}"
        button = Button(_("OK"), lambda: let_go(play, name), "secondary", key="unsaved seen")
    else:
        button = Button(
            _("Spara …") if _savable(play, typed) else _("Visa"),
            lambda: open_dialog(play, DIALOG),
            "secondary",
            icon="edit",
            key="unsaved",
        )
    said = words(play, ctx, text, "small", colour="warn", least=24, lines=2, valign="center", grow=1)
    inside = Row([Icon("warning", 34, "warn"), said, button], gap=16)
    return Calm(Panel(inside, pad=(24, 8), fill="warn_soft", radius="field", shadow=""))


def dialog(play: Play, ctx: Ctx) -> Node | None:
    """The text once more, to save where that can be done, or to write down."""
    name, typed = _first(play)
    if typed is None or (typed.kind != "note" and play.kind == "table"):
        return None
    return _note(play, ctx, name, typed) if _savable(play, typed) else _shown(play, ctx, name, typed)


def _note(play: Play, ctx: Ctx, name: str, typed: Unsaved) -> Node:
    _ = ctx._
    key = f"unsaved {name}"
    text = (ctx.typed(key) if key in ctx.pane.memory.fields else typed.text).strip()

    def choose(tag: str) -> None:
        _all(play)[name] = replace(_all(play)[name], tag=tag)

    def save() -> None:
        tag = cast(Literal["strengthen", "improve", "act"], typed.tag)
        play.do(WriteNote(serial=play.serial, card=typed.card, text=text, tag=tag))
        if play.notice is None:
            _all(play)[name] = replace(_all(play)[name], text=text)
            sent(play, name)
            _close(play, ctx, key)

    title = _.pick(dict(typed.title))
    refusal = status(play, ctx, "warning", _.pick(dict(play.notice.message))) if play.notice else None
    return Dialog(
        Column(
            [
                words(play, ctx, _("Anteckningen hann inte sparas"), "title"),
                words(play, ctx, _("Kortet: {name}", name=title), "small", colour="soft") if title else None,
                TextField(
                    _("Högst 140 tecken, inga namn på personer"),
                    typed.text,
                    limit=140,
                    rows=2,
                    key=key,
                    warning=warning(ctx, text),
                ),
                Choice([(tag, tag_name(tag, ctx)) for tag in TAGS], typed.tag, choose, key="unsaved tag"),
                refusal,
                Row(
                    [
                        _throw(play, ctx, name, key),
                        flexible(),
                        Button(_("Senare"), lambda: open_dialog(play, ""), "secondary", key="close dialog"),
                        Button(
                            _("Spara"), save, "primary", enabled=bool(text and typed.tag), key="save unsaved"
                        ),
                    ],
                    gap=16,
                ),
            ],
            gap=20,
        ),
        lambda: open_dialog(play, ""),
        span=1240,
    )


def _shown(play: Play, ctx: Ctx, name: str, typed: Unsaved) -> Node:
    _ = ctx._
    about = {
        "note": _("Här går det inte längre att spara. Skriv av det om ni vill ha det kvar."),
        "own": _("Det räknades inte. Du kan säga det högt om du vill."),
        "pledge": _("Här går det inte längre att spara. Skriv av det om du vill ha det kvar."),
    }[typed.kind]
    return Dialog(
        Column(
            [
                words(play, ctx, _("Det här hann inte sparas"), "title"),
                words(play, ctx, typed.text, "body"),
                words(play, ctx, about, "small", colour="soft"),
                Row(
                    [
                        _throw(play, ctx, name, ""),
                        flexible(),
                        Button(_("Tillbaka"), lambda: open_dialog(play, ""), "primary", key="close dialog"),
                    ],
                    gap=16,
                ),
            ],
            gap=22,
        ),
        lambda: open_dialog(play, ""),
        span=1240,
    )


def _throw(play: Play, ctx: Ctx, name: str, key: str) -> Node:
    def throw() -> None:
        let_go(play, name)
        _close(play, ctx, key)

    return Button(ctx._("Släng texten"), throw, "quiet", icon="trash", key="throw unsaved")


def _close(play: Play, ctx: Ctx, key: str) -> None:
    ctx.forget(key)
    open_dialog(play, "")


def _savable(play: Play, typed: Unsaved) -> bool:
    return typed.kind == "note" and play.may("write_note")


def _first(play: Play) -> tuple[str, Unsaved | None]:
    """The one to deal with first: of an earlier step, or refused."""
    for name, typed in list(_all(play).items()):
        state = play.state(typed.sent) if typed.sent else None
        if isinstance(state, Saved):
            let_go(play, name)
            continue
        left_behind = typed.sent is None and typed.serial != play.serial
        if (left_behind or isinstance(state, Refused)) and not _waits(play, typed):
            return name, typed
    return "", None


def _waits(play: Play, typed: Unsaved) -> bool:
    """Whether there is something else to look at now."""
    if _over(play):
        return False
    voting = play.stage is not None and play.stage["phase"] == "vote"
    return voting or (typed.kind == "note" and not play.may("write_note"))


def _over(play: Play) -> bool:
    return bool(play.stage and play.stage["phase"] == "closed") or bool(play.room and play.room["closed"])


def _all(play: Play) -> dict[str, Unsaved]:
    found: dict[str, Unsaved] = play.kept.setdefault("unsaved", {})
    return found
