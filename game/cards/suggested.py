"""A dilemma that some table has sent becomes a draft card: what it said stands there, the rest is asked for.

The draft is a dilemma in the deck's source language. Every field that a dilemma must have and that nobody has
written yet stands as a comment at its place, with what belongs there; the check lists the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from game.cards.format import Cover
from game.cards.people import traces
from game.cards.wholefile import write_new

PREFIX: Final = "eget-"
"""Begins the id of every card that comes from a table."""

_SETTINGS: Final = "external, internal"
_CHANNELS: Final = "reception, phone, e-mail, chat, visit, meeting, corridor"
_HEAD: Final = {
    "sv": (
        "Ett bords eget dilemma. Det är ett utkast: det spelas inte, och stör inte resten av leken.",
        "Rader som börjar med # saknas. Skriv dem i Excel (bemot deck export och import) eller här.",
        "Sätt status till reviewed när kortet är färdigt och någon mer har läst det.",
    ),
    "en": (
        "A table's own dilemma. It is a draft: it is not played, and does not disturb the rest of the deck.",
        "Lines that begin with # are missing. Write them in Excel (bemot deck export and import), or here.",
        "Set status to reviewed when the card is finished and somebody else has read it.",
    ),
}
_WORDS: Final = {
    "sv": {
        "themes": "ett eller flera av: {names}",
        "one": "ett av: {names}",
        "roles": "vilka det handlar om, med egna ord i a–z",
        "heat": "1 milt, 2 varmt, 3 hett",
        "minutes": "ungefär hur lång tid ett bord behöver",
        "title": "högst 40 tecken",
        "situation": "180–450 tecken, till ”du”, i presens, fram till beslutet; nu {length}",
        "options": "två till fem sätt att göra, högst 110 tecken var",
        "speaks_for": "det bästa skälet för alternativet, högst 140 tecken",
        "questions": "två till fyra frågor, högst 120 tecken var",
        "twist": "”Tänk om …”, högst 160 tecken",
        "perspective": "att väga in, inget facit, högst 500 tecken",
        "prevent": "vad som hade kunnat göras före, högst 160 tecken",
        "facilitator": "till den som leder: varför det kan bli hett och hur ni landar, högst 600 tecken",
        "translation": "samma text på det här språket",
    },
    "en": {
        "themes": "one or more of: {names}",
        "one": "one of: {names}",
        "roles": "whom it is about, in your own words in a–z",
        "heat": "1 mild, 2 warm, 3 hot",
        "minutes": "roughly how long a table needs",
        "title": "at most 40 characters",
        "situation": "180–450 characters, to “you”, in the present tense, up to the decision; now {length}",
        "options": "two to five ways to act, at most 110 characters each",
        "speaks_for": "the best reason for the option, at most 140 characters",
        "questions": "two to four questions, at most 120 characters each",
        "twist": "“What if …”, at most 160 characters",
        "perspective": "things to weigh, no answer key, at most 500 characters",
        "prevent": "what could have been done before, at most 160 characters",
        "facilitator": "for whoever leads: why it may get hot and how to land, at most 600 characters",
        "translation": "the same text in this language",
    },
}
_DEPTH: Final = ("questions", "twist", "perspective", "prevent", "facilitator")
MIN_OPTIONS: Final = 2


def card_id(suggestion: str) -> str:
    """The id of the card that a suggestion becomes; `suggestion` is the id it has in the log."""
    return f"{PREFIX}{suggestion.lower()}"


def path_in(deck: Path, suggestion: str) -> Path:
    """Where its card lies in a deck's folder."""
    return deck / "cards" / f"{card_id(suggestion)}.yaml"


def traces_in(situation: str, options: Sequence[str]) -> list[tuple[str, str]]:
    """What may be real people in it, as (code of the finding, the words)."""
    return list(dict.fromkeys(trace for text in (situation, *options) for trace in traces(text)))


def keep(deck: Path, suggestion: str, text: str) -> Path:
    """Writes the draft into the deck's folder, whole or not at all; its path.

    Raises FileExistsError when there is such a card already, and OSError when it cannot be written.
    """
    file = path_in(deck, suggestion)
    file.parent.mkdir(exist_ok=True)
    write_new(file, text.encode())
    return file


def draft(cover: Cover, suggestion: str, situation: str, options: Sequence[str], language: str) -> str:
    """The card's file; its comments are in Swedish for "sv" and in English for everything else."""
    return "\n".join(_lines(cover, suggestion, situation, options, language)) + "\n"


def _lines(
    cover: Cover, suggestion: str, situation: str, options: Sequence[str], language: str
) -> Iterator[str]:
    tongue = "sv" if language == "sv" else "en"
    words = _WORDS[tongue]
    yield from (f"# {line}" for line in _HEAD[tongue])
    yield from (f"id: {card_id(suggestion)}", "rev: 1", "status: draft", "kind: dilemma")
    yield f"# themes: []  # {words['themes'].format(names=', '.join(cover.themes))}"
    yield f"# setting:  # {words['one'].format(names=_SETTINGS)}"
    yield f"# channel:  # {words['one'].format(names=_CHANNELS)}"
    yield from (f"# {name}:  # {words[name]}" for name in ("roles", "heat", "minutes"))
    yield from ("text:", f"  {cover.source}:", f"    # title:  # {words['title']}")
    yield f"    # {words['situation'].format(length=len(situation))}"
    yield f"    situation: {_quoted(situation)}"
    yield from _options(options, words)
    yield from (f"    # {name}:  # {words[name]}" for name in _DEPTH)
    for other in cover.languages:
        if other != cover.source:
            yield from (f"  {other}:  # {words['translation']}", '    of: ""')
            yield from (f"    # {name}:" for name in ("title", "situation", "options", *_DEPTH))


def _options(options: Sequence[str], words: dict[str, str]) -> Iterator[str]:
    yield f"    {'' if options else '# '}options:  # {words['options']}"
    for option in options:
        yield f"      - text: {_quoted(option)}"
        yield f"        # speaks_for:  # {words['speaks_for']}"
    for _ in range(len(options), MIN_OPTIONS):
        yield "      # - text:"
        yield "      #   speaks_for:"


def clean(text: str) -> str:
    """The text with spaces for what cannot be seen."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _quoted(text: str) -> str:
    """In double quotes, as JSON and YAML both read it."""
    return json.dumps(clean(text), ensure_ascii=False)
