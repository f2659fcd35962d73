"""Something to talk about while a table that is done waits for the others: one question at a time.

First what the talk never came to of the card's own questions, then a few that suit any card. Nothing is
asked between a vote and its counts, and nothing of the back is said before the second vote.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.client.parts.page import page
from game.client.parts.wait import waits_for, waits_for_others
from game.client.parts.words import card_text, words
from game.client.play import Play
from game.client.ui import Button, Column, Ctx, Hotkey, Icon, Node, Panel, Row, Stack

READ = frozenset({"compare", "perspective", "note"})
"""Phases after the second vote, which the hall leaves together."""
TALKED = "talked"
"""Where a station keeps what its table's talk has shown."""


def remember(play: Play, shown: int) -> None:
    """The talk shows this prompt."""
    card, talk = play.card, play.talk
    if card is None or talk is None:
        return
    kept = play.kept.get(TALKED)
    if kept is None or kept["card"] != card["id"]:
        texts = {language: list(text.get("questions", [])) for language, text in card["text"].items()}
        kept = play.kept[TALKED] = {"card": card["id"], "questions": texts, "shown": set()}
    if shown < len(talk["prompts"]) and talk["prompts"][shown]["kind"] == "question":
        kept["shown"].add(talk["prompts"][shown]["index"])


def offer(play: Play, ctx: Ctx) -> Node | None:
    """The button to the questions, where a table may be done before the hall goes on."""
    if not _early(play):
        return None

    def begin() -> None:
        play.fleeting["meanwhile"] = 0

    return Button(ctx._("Medan ni väntar"), begin, "secondary", "v", "speech", hint=False, key="meanwhile")


def meanwhile(play: Play, ctx: Ctx) -> Node | None:
    """The question that the table is at; None when it has not asked for any."""
    _, at = ctx._, play.fleeting.get("meanwhile")
    if at is None or not _early(play):
        return None
    asked = questions(play, ctx)
    number = at % len(asked)

    def go(to: int | None) -> None:
        play.fleeting["meanwhile"] = to

    head = Row(
        [
            Icon("speech", 40, "accent"),
            words(play, ctx, _("Medan ni väntar"), "small", colour="accent", grow=1),
            words(play, ctx, _("{n} av {m}", n=number + 1, m=len(asked)), "small", colour="soft"),
        ],
        gap=16,
    )
    body = Column(
        [
            head,
            words(play, ctx, asked[number], "display", valign="center", grow=1),
            words(play, ctx, _("Bara om ni vill. Inget skrivs ner."), "small", colour="soft"),
        ],
        gap=22,
    )
    back = Button(_("Tillbaka"), lambda: go(None), "secondary", key="meanwhile back")
    following = Button(_("Nästa fråga"), lambda: go(number + 1), "primary", "return", key="next question")
    shown = page(play, ctx, Panel(body, pad=(64, 40), grow=1), [back, following], waits_for(play, ctx))
    return Stack([shown, Hotkey("escape", lambda: go(None))])


def questions(play: Play, ctx: Ctx) -> Sequence[str]:
    """What is left of the card's own, then those for any card."""
    _, card = ctx._, play.card
    kept = play.kept.get(TALKED) or {}
    same = card is not None and kept.get("card") == card["id"]
    texts = kept["questions"] if same else {}
    own = card_text(play, ctx).get("questions") or texts.get(ctx.language) or texts.get("sv") or []
    shown = kept["shown"] if same else ()
    left = [question for index, question in enumerate(own) if index not in shown]
    return [
        *left,
        _("Har ni varit med om något liknande? Berätta för varandra, utan namn."),
        _("Vad gör ni redan bra när det blir så här?"),
        _("Vad hade kunnat göra det lättare för alla i berättelsen?"),
        _("Vad ur samtalet vill ni ta med er till jobbet i morgon?"),
    ]


def _early(play: Play) -> bool:
    stage, room = play.stage, play.room
    if stage is None or room is None or room["pace"] != "hall" or play.kind == "screen":
        return False
    if stage["phase"] not in READ or play.may("open_next"):
        return False
    return not stage["alone"] or waits_for_others(play)
