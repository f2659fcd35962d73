"""Prints small decks in memory."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from game.cards.load import Reading, read_deck
from game.printing.job import Printout, Wish, prepare
from game.printing.press import Press
from tests.cards.build import CARD, CARD_FILE, DeckFolder, good_deck
from tests.printing.paper import Paper


def reading(folder: DeckFolder) -> Reading:
    """The deck, which must be whole."""
    found = read_deck(folder.path)
    assert found.deck is not None, [item.sentence("en") for item in found.findings]
    return found


def prepared(press: Press, folder: DeckFolder, **wish: Any) -> Printout:
    return prepare(press, [reading(folder)], Wish(**wish))


def printed(press: Press, folder: DeckFolder, **wish: Any) -> Paper:
    """The PDF of one deck; `wish` has the fields of `Wish`."""
    return Paper(prepared(press, folder, **wish).pdf(press))


def dilemmas(folder: Path, count: int) -> DeckFolder:
    """A deck of so many dilemmas with the titles "Titel 01", "Titel 02"."""
    deck = good_deck(folder)
    (deck.path / CARD_FILE).unlink()
    for number in range(1, count + 1):
        text = CARD.replace("id: femte-samtalet", f"id: kort-{number:02d}")
        text = text.replace("title: Femte samtalet", f"title: Titel {number:02d}")
        deck.write(f"cards/kort-{number:02d}.yaml", text)
    return deck


def long_dilemma(folder: Path, *, values: int = 2) -> DeckFolder:
    """A dilemma with every text as long as the format allows, and so many values on each option."""

    def words(length: int) -> str:
        return ("bemötande i vardagen kräver tid och ork " * 20)[: length - 1].strip() + "."

    names = ", ".join(words(30 + n) for n in range(values))
    option = f"      - {{text: {words(110)}, speaks_for: {words(140)}, values: [{names}]}}\n"
    lines = [
        "id: langst\nrev: 1\nstatus: reviewed\nkind: dilemma\nthemes: [vantan]\nsetting: external\n"
        "channel: phone\nroles: [reception]\nheat: 3\nminutes: 12\ntext:\n"
    ]
    lines.extend(
        f"  {language}:\n    title: {words(40)}\n    situation: {words(450)}\n    options:\n{option * 5}"
        f"    questions: [{', '.join([words(120)] * 4)}]\n    twist: {words(160)}\n"
        f"    perspective: {words(500)}\n    prevent: {words(160)}\n    facilitator: {words(600)}\n"
        for language in ("sv", "en")
    )
    deck = good_deck(folder)
    (deck.path / CARD_FILE).unlink()
    return deck.write("cards/langst.yaml", "".join(lines))


def german(folder: Path) -> DeckFolder:
    """A deck in German alone."""
    deck = good_deck(folder)
    cover = re.sub(r"\{sv: ([^,}]*), en: [^}]*\}", r"{de: \1}", deck.read("deck.yaml"))
    cover = re.sub(r"\n  en: .*", "", cover).replace("\n  sv: ", "\n  de: ").replace("[sv, en]", "[de]")
    deck.write("deck.yaml", cover.replace("source: sv", "source: de"))
    card = deck.read(CARD_FILE)
    own = card[: card.index("  en:")].replace("  sv:", "  de:")
    return deck.write(CARD_FILE, own.replace("title: Femte samtalet", "title: Das fünfte Gespräch"))
