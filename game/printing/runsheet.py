"""The run sheet: a programme on a page or two of A4 for whoever leads it: clock times and room for notes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from game.cards.digest import text_of
from game.cards.format import Deck
from game.printing.look import look
from game.printing.sizes import as_data
from game.printing.words import Language, PrintWords, words_in
from game.rules.opened import Step

TEMPLATE: Final = "runsheet"
DAY: Final = 24 * 60


def sheet_data(
    name: str,
    steps: Sequence[Step],
    start: int,
    language: Language,
    decks: Sequence[Deck] = (),
    titles: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """The sheet as its template reads it. `start` is minutes after midnight; `decks` tell what a chosen card
    is called and what to say at it, and `titles` are for cards of decks that are not here.
    """
    words, known = words_in(language), {deck.slug: deck for deck in decks}
    rows, at, rounds = [], float(start), 0
    for step in steps:
        rounds += step.kind == "round"
        rows.append(_row(step, at, rounds, words, known, titles or {}))
        at += step.minutes
    rounds_of = [step for step in steps if step.kind == "round"]
    chosen = dict.fromkeys(step.card.partition("/")[0] for step in rounds_of if step.card)
    if not all(step.card for step in rounds_of):
        chosen |= dict.fromkeys(known)  # a card that is drawn may come from any of them
    used = [known[slug].title.get(language, slug) for slug in chosen if slug in known]
    return {
        "words": words.table,
        "language": language,
        "look": look(),
        "sizes": as_data(),
        "name": words.table["presets"].get(name, name),
        "decks": " · ".join(used),
        "from": clock(start, language),
        "to": clock(at, language),
        "total": f"{at - start:g}",
        "rows": rows,
    }


def clock(minutes: float, language: str) -> str:
    """A time of day: 09.00 in Swedish, 09:00 in English."""
    whole = round(minutes) % DAY
    return f"{whole // 60:02d}{'.' if language == 'sv' else ':'}{whole % 60:02d}"


def first_sentence(text: str) -> str:
    """What a text says first, to its full stop."""
    first = text.strip().split("\n\n")[0].replace("\n", " ")
    found = re.match(r".+?[.!?…][”\"')]?(?=\s+[^\sa-zåäö]|$)", first)
    return found[0] if found else first


def _row(
    step: Step,
    at: float,
    rounds: int,
    words: PrintWords,
    decks: Mapping[str, Deck],
    titles: Mapping[str, str],
) -> dict[str, Any]:
    name, line, label = words.get("steps", step.kind), words.get("step_lines", step.kind), ""
    if step.kind == "round":
        number = f"{name} {rounds}"
        slug, _, card_id = (step.card or "").partition("/")
        deck = decks.get(slug)
        card = next((card for card in deck.cards if card.id == card_id), None) if deck else None
        text = text_of(card, words.language) if card else None
        title = text.title if text else titles.get(step.card or "", "")
        name, label = (title, number) if title else (number, words.get("sheet", "drawn"))
        line = first_sentence(text.facilitator) if text and text.facilitator else line
    return {
        "at": clock(at, words.language),
        "minutes": f"{step.minutes:g}",
        "name": name,
        "label": label,
        "say": line,
        "rest": step.kind == "break",
    }
