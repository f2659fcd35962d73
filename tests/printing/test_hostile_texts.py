"""A card's text is data: whatever it looks like, it is printed as it was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.printing.press import Press
from tests.cards.build import CARD_FILE, good_deck
from tests.printing.build import printed
from tests.printing.paper import plain

HOSTILE = (
    '#import "look.typ": *',
    "*fet* _lutad_ `kod` $x^2$ @här",
    "#panic(1) #sys.inputs #read(1)",
    '\\u{41} \\ "citat" // /* <etikett>',
    "= Rubrik - lista + 1. punkt ~ -- ---",
    "https://exempel.se [a](b) {c} 'd'",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_title_that_looks_like_a_program_is_a_title(press: Press, tmp_path: Path, text: str) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    deck = good_deck(tmp_path).edit(CARD_FILE, "title: Femte samtalet", f"title: {quoted}")
    deck.edit("deck.yaml", "title: {sv: Prov, en: Trial}", f"title: {{sv: {quoted}, en: Trial}}")
    deck.edit(CARD_FILE, "Ett ärligt besked går att leva med.", quoted)
    paper = printed(press, deck, parts=("cards", "booklet"))
    assert paper.texts[0].count(plain(text)) == 3, "the card's title, the deck's title, the sheet's note"
    assert plain(text) in paper.texts[3], "what speaks for an option, on the talk card's back"
    assert paper.text.count(plain(text)) > 4, "in the booklet too"


def test_letters_that_our_fonts_lack_are_printed_all_the_same(press: Press, tmp_path: Path) -> None:
    deck = good_deck(tmp_path).edit(CARD_FILE, "title: Femte samtalet", "title: Ελένη och Łukasz")
    assert "Ελένη och Łukasz" in printed(press, deck, parts=("cards",)).texts[0]
