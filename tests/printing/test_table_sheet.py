"""A table's own sheet on paper."""

from __future__ import annotations

import pytest

from game.printing.tablesheet import table_sheet_data, table_sheet_pdf
from game.tablesheet import TableSheet, Talked, Written
from tests.printing.paper import Paper

NOTE = "Överlämningar mellan enheter tappar bort den som väntar, och ingen berättar vem som har ärendet."
TAGS = ("strengthen", "improve", "act")


def sheet(cards: int, notes: int = 1, language: str = "sv", text: str = NOTE) -> TableSheet:
    """A sheet with so many cards and notes at each."""
    written = tuple(Written(TAGS[n % 3], f"{n} {text}"[:140]) for n in range(notes))
    asked = tuple(f"Vad händer hos er när det här händer för {n} gången samma dag?" for n in range(3))
    talked = tuple(Talked(f"Kort {n}", asked, written) for n in range(cards))
    return TableSheet(language, "FKT-482", 12, "2026-11-22", talked, text[:140], text[:140])


@pytest.mark.parametrize(("cards", "notes", "pages"), [(0, 0, 1), (1, 1, 1), (6, 1, 1), (9, 2, 2)])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_half_day_is_one_page_and_a_whole_day_two(
    cards: int, notes: int, pages: int, language: str
) -> None:
    paper = Paper(table_sheet_pdf(sheet(cards, notes, language)))
    assert paper.count == pages
    for page in range(1, pages + 1):
        spots = paper.spots(page)
        assert min(spot.left for spot in spots) >= 14
        assert max(spot.right for spot in spots) <= 196
        assert max(spot.bottom for spot in spots) <= 290


def test_what_looks_like_a_program_or_has_no_spaces_stays_text_inside_the_page() -> None:
    for text in ('#panic(1) *fet* $x$ "citat" \\', "W" * 140):
        paper = Paper(table_sheet_pdf(sheet(2, 3, text=text)))
        assert "".join(text[:40].split()) in "".join(paper.text.replace("\u200b", "").split())
        assert max(spot.right for spot in paper.spots(1)) <= 196


def test_what_was_agreed_stands_first_and_what_was_not_is_left_out() -> None:
    told = table_sheet_data(TableSheet("sv", "FKT-482", 3, "", (), improve="Skylten leder fel."))
    assert [(part["title"], part["texts"]) for part in told["agreed"]] == [
        ("Förbättra", ["Skylten leder fel."])
    ]
    assert told["date"] == ""


def test_an_urgent_note_that_was_chosen_is_told_once() -> None:
    urgent = TableSheet("sv", "X", 1, "", (Talked("Kort", (), (Written("act", "Nu."),)),), improve="Nu.")
    assert urgent.act == ()


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert table_sheet_pdf(sheet(2)) == table_sheet_pdf(sheet(2))
