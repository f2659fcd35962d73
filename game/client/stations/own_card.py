"""A dilemma of one's own: written at the table, sent to whoever keeps the decks, never played unreviewed."""

from __future__ import annotations

from game.client.outbox import Pending
from game.client.parts.page import status
from game.client.parts.people import warning
from game.client.parts.words import words
from game.client.play import Play
from game.client.ui import (
    Button,
    Column,
    Ctx,
    Icon,
    Node,
    Row,
    Scroll,
    TextField,
    flexible,
)
from game.rules.command import SuggestCard

LEAST = 20
"""Characters that a situation needs."""
KEYS = ("own card situation", *(f"own card {letter}" for letter in "abcd"))


def own_card(play: Play, ctx: Ctx, close: Node) -> Node:
    """The form, or the thanks once it is sent; `close` is the button back."""
    _ = ctx._
    if play.kept.get("own card sent"):
        return _thanks(play, ctx, close)
    situation, *options = (" ".join(ctx.typed(key).split()) for key in KEYS)

    def send() -> None:
        play.do(SuggestCard(situation=situation, options=tuple(option for option in options if option)))
        if play.notice is None:
            play.kept["own card sent"] = True
            for key in KEYS:
                ctx.forget(key)

    fields: list[Node | None] = [
        TextField(
            _("Vad har hänt, och vad ska avgöras?"),
            placeholder=_("Du sitter i receptionen. …"),
            limit=450,
            rows=4,
            key=KEYS[0],
            warning=warning(ctx, situation),
        ),
        *(
            TextField(
                _("Ett sätt att göra: {namn}", namn=key[-1].upper()),
                limit=110,
                key=key,
                warning=warning(ctx, option),
            )
            for key, option in zip(KEYS[1:], options, strict=True)
        ),
    ]
    about = words(
        play,
        ctx,
        _(
            "Skriv om något som kunde ha hänt hos er. Inga namn, inga platser som röjer någon. Det går till "
            "den som sköter lekarna, utan bordets nummer, och spelas inte förrän någon har granskat det."
        ),
        "small",
        colour="soft",
    )
    ctx.first_focus(KEYS[0])
    refusal = status(play, ctx, "warning", _.pick(dict(play.notice.message))) if play.notice else None
    button = Button(
        _("Skicka till granskning"),
        send,
        "primary",
        "ctrl+return",
        enabled=len(situation) >= LEAST,
        key="send own card",
        hint=False,
    )
    return Column(
        [
            words(play, ctx, _("Ett eget kort"), "title"),
            about if ctx.wide else None,
            Scroll(
                Column([None if ctx.wide else about, *fields], gap=16, pad=(6, 6)), key="own card", grow=1
            ),
            refusal,
            Row([close, flexible(), button], gap=20),
        ],
        gap=18,
    )


def _thanks(play: Play, ctx: Ctx, close: Node) -> Node:
    _ = ctx._
    going = play.going
    waits = isinstance(going, Pending)
    return Column(
        [
            Icon("hourglass" if waits else "check", 90, "soft" if waits else "good", at="center"),
            words(
                play,
                ctx,
                _("Skickas när nätet är tillbaka") if waits else _("Tack. Kortet ligger för granskning."),
                "title",
                align="center",
            ),
            Row([flexible(), close, flexible()]),
        ],
        gap=24,
    )
