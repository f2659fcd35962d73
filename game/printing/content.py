"""A deck's cards as the templates read them: plain values, every text a string, nothing that is markup."""

from __future__ import annotations

from typing import Any, Final

from game.cards.digest import digest, text_of
from game.cards.format import MIRROR_ANSWERS, Card, Deck, DilemmaText, Option, RankingText, Text
from game.printing.look import LETTERS, cover_of
from game.printing.words import PrintWords

VOTED: Final = frozenset({"dilemma", "mirror", "scale", "ranking"})
OPENING: Final = frozenset({"dilemma", "mirror"})
"""The kinds whose talk begins with what got the fewest votes."""


def numbered(deck: Deck) -> tuple[tuple[int, Card], ...]:
    """The cards with the numbers they carry on paper: their place in the deck, drafts and retired ones too.

    So a card keeps its number whether drafts are printed or not.
    """
    return tuple(enumerate(deck.cards, start=1))


def card_data(deck: Deck, number: int, card: Card, words: PrintWords, covers: int) -> dict[str, Any]:
    """One card. KeyError when it has no text in the words' language.

    `companion` says whether it has a card of its own to talk by: what is voted on or read first must not show
    what is for later. `deeper` says whether that card has a back with things to weigh in.
    """
    text = text_of(card, words.language)
    if text is None:
        raise KeyError(words.language)
    steps = tuple(getattr(text, "steps", ()))
    answers = _answers(text, card, words)
    questions = tuple(getattr(text, "questions", ()))
    twist = getattr(text, "twist", "")
    perspective, prevent = getattr(text, "perspective", ""), getattr(text, "prevent", "")
    deeper = bool(perspective or prevent or any(answer["speaks_for"] for answer in answers))
    return {
        "slug": deck.slug,
        "id": card.id,
        "deck": deck.title[words.language],
        "number": number,
        "kind": card.kind,
        "kind_word": words.get("kinds", card.kind),
        "title": text.title,
        "theme": _theme(deck, card, words.language) or deck.title[words.language],
        "cover": cover_of(_theme(deck, card, "sv"), covers),
        "heat": card.heat,
        "practice": card.practice,
        "about": _about(deck, card, words),
        "story": twist if card.kind == "twist" else getattr(text, "situation", ""),
        "when": getattr(text, "when", ""),
        "then": getattr(text, "then", "").removesuffix("."),
        "answers": answers,
        "low": getattr(text, "low", ""),
        "high": getattr(text, "high", ""),
        "steps": steps,
        "questions": questions,
        "twist": "" if card.kind == "twist" else twist,
        "perspective": perspective,
        "prevent": prevent,
        "refs": [_ref(ref.label, ref.paragraph, str(ref.checked_on), words) for ref in text.refs],
        "warn": text.warn,
        "alt": text.alt,
        "facilitator": text.facilitator,
        "read_aloud": text.read_aloud,
        "companion": deeper or bool(steps and questions),
        "deeper": deeper,
        "voted": card.kind in VOTED,
        "opening": card.kind in OPENING,
    }


def deck_data(deck: Deck, count: int, words: PrintWords) -> dict[str, Any]:
    """What the booklet says of a deck; `count` cards of it are printed."""
    return {
        "slug": deck.slug,
        "title": deck.title[words.language],
        "description": deck.description[words.language],
        "facilitator": deck.facilitator[words.language],
        "version": deck.version,
        "licence": deck.licence,
        "authors": ", ".join(deck.authors),
        "digest": digest(deck),
        "count": count,
    }


def _answers(text: Text, card: Card, words: PrintWords) -> list[dict[str, str]]:
    if isinstance(text, DilemmaText | RankingText):
        pairs = zip(LETTERS, text.options, strict=False)
        return [_option(letter, option) for letter, option in pairs]
    if card.kind == "mirror":
        answers = MIRROR_ANSWERS[words.fixed]
        return [
            {"letter": letter, "text": answer[0].upper() + answer[1:], "speaks_for": "", "values": ""}
            for letter, answer in zip(LETTERS, answers, strict=True)
        ]
    return []


def _option(letter: str, option: Option) -> dict[str, str]:
    values = " · ".join(option.values)
    return {"letter": letter, "text": option.text, "speaks_for": option.speaks_for, "values": values}


def _theme(deck: Deck, card: Card, language: str) -> str:
    return deck.themes[card.themes[0]].get(language, "") if card.themes else ""


def _ref(label: str, paragraph: str, day: str, words: PrintWords) -> dict[str, str]:
    name = ", ".join(part for part in (label, paragraph) if part)
    return {"line": f"{name} ({words.get('cards', 'checked')} {day})"}


def _about(deck: Deck, card: Card, words: PrintWords) -> list[str]:
    """The line above a card in the booklet: themes, where, how long, and whether it is finished."""
    themes = [deck.themes[theme].get(words.language, theme) for theme in card.themes]
    places = [words.get("channels", card.channel)] if card.channel else []
    settings = [words.get("settings", card.setting)] if card.setting else []
    status = [] if card.status == "reviewed" else [words.get("booklet", card.status)]
    return [*themes, *places, *settings, f"{card.minutes} {words.get('booklet', 'minutes')}", *status]
