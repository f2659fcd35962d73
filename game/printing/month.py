"""A month's card: one card on one page of A4 for a workplace meeting, with what its leader needs below a
fold.
"""

from __future__ import annotations

from typing import Any, Final

from game.cards.digest import text_of
from game.cards.format import MIRROR_ANSWERS, Card, Deck, Text
from game.printing.errors import Hindrance
from game.printing.look import look
from game.printing.press import Press
from game.printing.report.spoken import Speech
from game.printing.sizes import as_data
from game.printing.words import Language, words_in
from game.rules.kinds import KINDS
from game.rules.kinds.base import nothing

TEMPLATE: Final = "month"
PPI: Final = 150.0
"""Pixels an inch of the picture: 1240 by 1754."""
_LETTERS: Final = "ABCDE"


def month_data(deck: Deck, card: Card, language: Language) -> dict[str, Any]:
    """The page as its template reads it; a card that lacks the language is told in its deck's own."""
    text = text_of(card, language) or text_of(card, deck.source) or next(iter(card.text.values()))
    words = words_in(language)
    say = Speech(language, words.table["month"]).say
    return {
        "words": words.table,
        "language": language,
        "look": look(),
        "sizes": as_data(),
        "month": {
            "name": say("name"),
            "title": _said(text, "title"),
            "deck": deck.title.get(language) or deck.title.get(deck.source) or deck.slug,
            "situation": _said(text, "situation"),
            "options": _options(card, text, language),
            "ends": [_said(text, "low"), _said(text, "high")],
            "questions": list(getattr(text, "questions", ())),
            "tasks": list(getattr(text, "steps", ())),
            "rules": say("rules"),
            "fold": say("fold"),
            "host": say("host"),
            "how": say("how", minutes=card.minutes),
            "steps": words.table["month"]["steps_talk" if KINDS[card.kind].choices is nothing else "steps"],
            "facilitator": _said(text, "facilitator"),
            "more": [
                {"name": say(name), "text": said}
                for name in ("twist", "perspective", "prevent")
                if (said := _said(text, name))
            ],
            "asks": say("questions"),
        },
    }


def as_pdf(deck: Deck, card: Card, language: Language, press: Press | None = None) -> bytes:
    """One page; the same card gives the same bytes. Raises `Hindrance` when a font is missing."""
    press = press or Press()
    pdf = press.pdf(month_data(deck, card, language), TEMPLATE)
    if press.pages(pdf) > 1:
        raise Hindrance(
            f"Kortet {deck.slug}/{card.id} är för långt för en sida. Korta texterna, eller välj ett annat.",
            f"The card {deck.slug}/{card.id} is too long for one page. Shorten its texts, or choose another.",
        )
    return pdf


def as_png(deck: Deck, card: Card, language: Language) -> bytes:
    """The same page as a picture, to share on a screen or in a message."""
    return Press().pictures(month_data(deck, card, language), PPI, TEMPLATE)[0]


def _said(text: Text, name: str) -> str:
    return " ".join(str(getattr(text, name, "") or "").split())


def _options(card: Card, text: Text, language: Language) -> list[dict[str, str]]:
    if card.kind == "mirror":
        answers = MIRROR_ANSWERS.get(language, MIRROR_ANSWERS["en"])
        return [{"letter": letter, "text": said} for letter, said in zip(_LETTERS, answers, strict=False)]
    options = getattr(text, "options", ())
    return [{"letter": letter, "text": one.text} for letter, one in zip(_LETTERS, options, strict=False)]
