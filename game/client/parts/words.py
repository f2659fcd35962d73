"""Text at a station's own size, and the sentences that several scenes share."""

from __future__ import annotations

from typing import Any

from game.client.play import Play
from game.client.ui import Ctx, Text
from game.rules.kinds import KINDS
from game.rules.slices import CardText, HallSlice, PromptSlice

SMALLEST = {"solo": 24.0, "table": 28.0, "screen": 40.0}
"""Design units: no text of a scene is smaller at this kind of station."""
SHARED = {"display": 60.0, "title": 52.0, "body": 44.0, "strong": 44.0, "small": 40.0, "label": 40.0}
"""Sizes for a wall, which is read from a distance."""


def words(
    play: Play,
    ctx: Ctx,
    text: str,
    role: str = "body",
    *,
    size: float | None = None,
    least: float | None = None,
    **more: Any,
) -> Text:
    """A text no smaller than this station may show. `least`: how far it may shrink on one's own screen."""
    kind = ctx.pane.theme.types[role]
    floor = SMALLEST.get(play.kind, 24.0)
    wanted = SHARED.get(role, kind.size) if play.kind == "screen" else size or kind.size
    return Text(text, role, size=max(wanted, floor), min=max(least or kind.least, floor), **more)


def by_oneself(play: Play) -> bool:
    """Whether this is practice without others: no table, no hall, no host and no counts to speak of."""
    return play.room is not None and not play.room["distribution"]


def sits_alone(play: Play) -> bool:
    """Whether there is one seat at this table, this very station's, and others sit at other tables."""
    if play.room is None or play.team is None or not play.seats or play.lecture or by_oneself(play):
        return False
    return len(play.team["seats"]) == 1 and play.room["tables"] > 1


def card_text(play: Play, ctx: Ctx) -> CardText:
    """The card's words in this station's language, or the first that the deck has."""
    texts = play.card["text"] if play.card else {}
    empty: CardText = {}
    return texts.get(ctx.language) or texts.get("sv") or next(iter(texts.values()), empty)


def options(play: Play, ctx: Ctx) -> list[str]:
    """The texts of what may be voted, in the order of the card's choices; numbers have none."""
    found = [option["text"] for option in card_text(play, ctx).get("options", [])]
    count = len(play.card["choices"]) if play.card else 0
    return found if len(found) == count else [""] * count


def in_order(play: Play) -> bool:
    """Whether a vote on the card puts all its choices in order."""
    return play.card is not None and KINDS[play.card["kind"]].ordered


def kind_name(kind: str, ctx: Ctx) -> str:
    """What a kind of card is called."""
    _ = ctx._
    names = {
        "dilemma": _("Dilemma"),
        "scale": _("Skala"),
        "mirror": _("Spegel"),
        "question": _("Fråga"),
        "ranking": _("Rangordna"),
        "fact": _("Fakta"),
        "twist": _("Tänk om …"),
        "exercise": _("Övning"),
        "pledge": _("Löfte"),
    }
    return names.get(kind, "")


def tag_name(tag: str, ctx: Ctx) -> str:
    """What a note is for."""
    _ = ctx._
    return {"strengthen": _("Stärk"), "improve": _("Förbättra"), "act": _("Agera nu")}.get(tag, "")


def prompt_words(play: Play, ctx: Ctx, prompt: PromptSlice) -> str:
    """One prompt of the talk as a sentence. Nobody is named, and nobody is asked to own a vote."""
    _ = ctx._
    name = prompt["choice"].upper()
    if prompt["kind"] in ("question", "step"):
        text = card_text(play, ctx)
        lines = text.get("questions", []) if prompt["kind"] == "question" else text.get("steps", [])
        return lines[prompt["index"]] if prompt["index"] < len(lines) else ""
    if in_order(play) and (sentence := _ordered_words(prompt["kind"], name, ctx)):
        return sentence
    sentences = {
        "least": _("{name} har minst röster. Vill någon berätta vad som talar för {name}?", name=name),
        "more": _("Och {name} – vad talar för det?", name=name),
        "unchosen": _("Ingen valde {name}. Vad är det bästa som går att säga för {name}?", name=name),
        "own": _("Det finns ett eget svar i salen. Vad skulle kunna vara bättre än svaren på kortet?")
        if play.lecture
        else _("Det finns ett eget svar vid bordet. Vad skulle kunna vara bättre än svaren på kortet?"),
        "unanimous": _(
            "Alla röster gick till {name}. Vem i berättelsen skulle ha valt annorlunda – och varför?",
            name=name,
        ),
        "around": _("Alla valde olika. Säg var och en varför, 45 sekunder var.")
        if play.lecture
        else _("Alla valde olika. Gå ett varv runt bordet, 45 sekunder var."),
        "lowest": _("Det lägsta valet är {name}. Vad talar för det?", name=name),
        "highest": _("Det högsta valet är {name}. Vad talar för det?", name=name),
        "passed": _("Alla passade den här gången. Börja i kortets frågor."),
        "ours": _("Hur ser det ut hos er?"),
    }
    return sentences.get(prompt["kind"], "")


def _ordered_words(kind: str, name: str, ctx: Ctx) -> str:
    """The prompts that speak of a choice, where things were put in order: of what was put first."""
    _ = ctx._
    return {
        "least": _("Få satte {name} först. Vill någon berätta vad som talar för {name}?", name=name),
        "more": _("Och {name} – vad talar för att sätta det först?", name=name),
        "unchosen": _("Ingen satte {name} först. När skulle {name} väga tyngst?", name=name),
        "unanimous": _(
            "{name} står först hos alla som röstade. Vem hade börjat i en annan ände – och varför?", name=name
        ),
        "around": _("Alla satte olika saker först. Gå ett varv runt bordet, 45 sekunder var."),
    }.get(kind, "")


def sure_names(ctx: Ctx) -> tuple[str, str, str]:
    """How sure a seat may say it is: 1, 2, 3."""
    _ = ctx._
    return _("Osäker"), _("Ganska säker"), _("Säker")


def ends(hall: HallSlice | None, ctx: Ctx) -> tuple[str, str]:
    """What the ends of the check-in's scale are called, the same wherever it is shown."""
    low, high = (ctx._.pick(hall["checkin_low"]), ctx._.pick(hall["checkin_high"])) if hall else ("", "")
    return low or ctx._("Tungt"), high or ctx._("Lätt")
