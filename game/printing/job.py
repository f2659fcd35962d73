"""One print: decks and wishes in, the pages and what did not fit out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Any, Final, Literal, get_args

from game.cards.digest import digest
from game.cards.findings import Finding, finding
from game.cards.format import Deck
from game.cards.load import Reading
from game.printing.content import card_data, deck_data, numbered
from game.printing.errors import Hindrance, LanguageMissing, Misuse
from game.printing.fit import Fits, Progress, chosen, measure
from game.printing.glyphs import boxed
from game.printing.look import look
from game.printing.piles import piles
from game.printing.press import PPI, Press
from game.printing.session import plan_data, preset_called
from game.printing.sizes import Grid, Size, as_data
from game.printing.words import Language, PrintWords, words_in

Part = Literal["rules", "cards", "votes", "timeouts", "slips", "booklet"]
Flip = Literal["long", "short"]
PARTS: Final[tuple[Part, ...]] = get_args(Part)
"""In the order they are printed."""
SEATS: Final = range(2, 9)


@dataclass(frozen=True)
class Wish:
    """What to print. `seats` sets of vote cards are made; `flip` is how the printer turns the paper.

    `language` is that of the decks' texts. The rules and the headings follow it, or are in `fixed` where
    there are none in that language.
    """

    language: str = "sv"
    parts: tuple[Part, ...] = PARTS
    size: Size = "auto"
    flip: Flip = "long"
    preset: str = "APT 60"
    seats: int = 8
    drafts: bool = False
    fixed: Language = "sv"


@dataclass(frozen=True)
class Printout:
    """Ready to be compiled. A side of a card with a finding is in the booklet only: it fits on no card."""

    data: Mapping[str, Any]
    findings: tuple[Finding, ...]
    cards: int
    language: str

    def pdf(self, press: Press) -> bytes:
        """The pages as a PDF; the same decks and wish give the same bytes."""
        return press.pdf(self.data)

    def pictures(self, press: Press, ppi: float = PPI) -> list[bytes]:
        """The pages as PNG pictures."""
        return press.pictures(self.data, ppi)


def silent(done: int, of: int) -> None:
    """Progress that nobody watches."""


def language_for(readings: Sequence[Reading], mine: str) -> str:
    """The language to print in when none is asked for: one's own, or else the first that all decks have.

    Raises LanguageMissing when they have none in common.
    """
    decks = [reading.deck for reading in readings if reading.deck is not None]
    shared = [name for name in decks[0].languages if all(name in deck.languages for deck in decks)]
    if not shared:
        raise LanguageMissing(
            "Kortlekarna har inget språk gemensamt; skriv ut dem var för sig.",
            "The decks have no language in common; print them one at a time.",
        )
    return mine if mine in shared else shared[0]


def prepare(press: Press, readings: Sequence[Reading], wish: Wish, progress: Progress = silent) -> Printout:
    """Measures every card and lays out the sheets; `progress` counts cards.

    The readings must hold whole decks. Raises Misuse for an unknown preset or two decks of one name,
    LanguageMissing for a deck without the language, and Hindrance when no card is left to print.
    """
    preset = preset_called(wish.preset)
    words, style = words_in(wish.language, wish.fixed), look()
    decks = [_whole(reading, wish.language) for reading in readings]
    _each_once(decks)
    cards = [
        card_data(deck, number, card, words, len(style["covers"]))
        for deck in decks
        for number, card in numbered(deck)
        if wish.drafts or card.status == "reviewed"
    ]
    if not cards and {"cards", "booklet"} & set(wish.parts):
        raise Hindrance(
            "Inget kort är färdigt att skriva ut; --drafts tar med utkasten.",
            "No card is ready to be printed; --drafts includes the drafts.",
        )
    base = {"words": words.table, "language": wish.language, "look": style, "sizes": as_data()}
    fits = measure(press, base, cards, wish.size, progress) if "cards" in wish.parts else []
    grids = chosen(cards, fits, wish.size) if fits else []
    findings = _too_long(readings, cards, fits, grids, wish.language)
    findings += boxed(press, base, readings, {(card["slug"], card["id"]) for card in cards})
    counts = {deck.slug: sum(card["slug"] == deck.slug for card in cards) for deck in decks}
    day = _day(decks, wish.language)
    data = {
        **base,
        "parts": [part for part in PARTS if part in wish.parts],
        "flip": wish.flip,
        "seats": wish.seats,
        "title": " · ".join(deck.title[wish.language] for deck in decks),
        "authors": list(dict.fromkeys(author for deck in decks for author in deck.authors)),
        "keywords": [f"{deck.slug} {deck.version} {digest(deck)}" for deck in decks],
        "date": [day.year, day.month, day.day] if day else None,
        "decks": [deck_data(deck, counts[deck.slug], words) for deck in decks],
        "preset": plan_data(preset, words),
        "cards": cards,
        "piles": piles(cards, fits, grids, _labels(words)) if fits else [],
    }
    return Printout(data, tuple(findings), len(cards), wish.language)


def _whole(reading: Reading, language: str) -> Deck:
    deck = reading.deck
    if deck is None:
        raise ValueError(f"{reading.path} holds no whole deck")
    if language not in deck.languages:
        there = ", ".join(deck.languages)
        raise LanguageMissing(
            f"Kortleken {deck.slug} har inga texter på språket {language}, bara på {there};"
            f" välj med --language.",
            f"The deck {deck.slug} has no texts in the language {language}, only in {there};"
            f" choose with --language.",
        )
    return deck


def _each_once(decks: Sequence[Deck]) -> None:
    slugs = [deck.slug for deck in decks]
    for slug in slugs:
        if slugs.count(slug) > 1:
            raise Misuse(
                f"Två av kortlekarna heter {slug}; skriv ut dem var för sig.",
                f"Two of the decks are called {slug}; print them one at a time.",
            )


def _too_long(
    readings: Sequence[Reading],
    cards: Sequence[Mapping[str, Any]],
    fits: Sequence[Fits],
    grids: Sequence[Grid],
    language: str,
) -> list[Finding]:
    """What fits on no card, where its text stands in the deck's files."""
    sources = {
        (reading.cover.slug, item.card.id): item.source
        for reading in readings
        if reading.cover
        for item in reading.cards
    }
    found: list[Finding] = []
    for card, fit, grid in zip(cards, fits, grids, strict=False):
        source, loc = sources[card["slug"], card["id"]], ("text", language)
        found += [
            finding(f"print-{face.face}", source.file, source.at_key(loc), loc, over=ceil(face.over))
            for face in fit[grid]
            if face.ease is None
        ]
    return found


def _day(decks: Sequence[Deck], language: str) -> date | None:
    """The newest day that a deck says something was checked: the document's date, whatever the clock says."""
    days = [ref.checked_on for deck in decks for card in deck.cards for ref in card.text[language].refs]
    return max(days, default=None)


def _labels(words: PrintWords) -> dict[str, str]:
    return {"cards": words.get("sheets", "cards"), "closer": words.get("cards", "closer")}
