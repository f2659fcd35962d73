"""A deck that goes out as a spreadsheet and comes back is the same deck, whatever the kind of file."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from game import places
from game.cards.digest import digest
from game.cards.format import Deck
from game.cards.load import load_deck, read_deck
from game.cards.tables.merge import plan_of, settle, write
from game.cards.tables.reading import Sheets, read_sheets, table_of
from game.cards.writer import card_file, cover_file
from tests.cards.build import every_kind
from tests.cards.sheet import book_of, commas_of, joined, rows_of

Out = Callable[[Deck], tuple[str, bytes]]

WAYS: dict[str, Out] = {
    "xlsx": lambda deck: ("lek.xlsx", book_of(deck, "sv")),
    "xlsx in English": lambda deck: ("lek.xlsx", book_of(deck, "en")),
    "csv as Excel writes it": lambda deck: ("lek.csv", commas_of(deck, "sv", plain=False)),
    "csv plain": lambda deck: ("lek.csv", commas_of(deck, "en", plain=True)),
    "unicode text with tabs": lambda deck: ("lek.txt", joined(rows_of(deck), "\t").encode("utf-16")),
    "csv that says its separator": lambda deck: ("lek.csv", b"sep=;\r\n" + joined(rows_of(deck)).encode()),
}
SHIPPED = sorted(path.parent for path in places.decks().glob("*/deck.yaml"))


@cache
def shipped_deck(path: Path) -> Deck:
    deck = load_deck(path).deck
    assert deck is not None
    return deck


def normal(deck: Deck) -> dict[str, bytes]:
    """The deck's files as they are written anew."""
    cards = {f"cards/{card.id}.yaml": card_file(card, deck.languages) for card in deck.cards}
    return {"deck.yaml": cover_file(deck), **cards}


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def brought_in(sheets: Sheets, folder: Path) -> None:
    plan = plan_of(folder, read_deck(folder), sheets)
    outcome = settle(plan, plan.ids("new", "changed"), cover=True)
    assert outcome.findings == ()
    write(folder, outcome)


def goes_round(deck: Deck, out: Out, folder: Path) -> None:
    name, data = out(deck)
    sheets = read_sheets(table_of(data, name), {}, None)
    assert sheets.findings == ()
    brought_in(sheets, folder)
    again = load_deck(folder)
    assert again.findings == ()
    assert again.deck == deck
    assert digest(again.deck) == digest(deck)
    assert files_in(folder) == normal(deck)


@pytest.mark.parametrize("way", ["xlsx", "csv as Excel writes it", "csv plain"])
@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda path: path.name)
def test_every_shipped_deck_comes_back_byte_for_byte(shipped: Path, way: str, tmp_path: Path) -> None:
    goes_round(shipped_deck(shipped), WAYS[way], tmp_path / shipped.name)


@pytest.mark.parametrize("way", WAYS)
def test_a_deck_of_every_kind_comes_back_byte_for_byte(way: str, tmp_path: Path) -> None:
    deck = load_deck(every_kind(tmp_path).path).deck
    assert deck is not None
    assert len({card.kind for card in deck.cards}) == 9
    goes_round(deck, WAYS[way], tmp_path / "ny" / "prov")


@pytest.mark.parametrize("way", WAYS)
def test_a_deck_that_is_imported_into_itself_is_not_written(way: str, tmp_path: Path) -> None:
    folder = every_kind(tmp_path).path
    before = files_in(folder)
    reading = read_deck(folder)
    assert reading.deck is not None
    name, data = WAYS[way](reading.deck)
    sheets = read_sheets(table_of(data, name), {}, None)
    plan = plan_of(folder, reading, sheets)
    assert {change.state for change in (plan.cover, *plan.cards)} == {"same"}
    brought_in(sheets, folder)
    assert files_in(folder) == before


def test_a_workbook_can_be_worked_in(tmp_path: Path) -> None:
    deck = load_deck(every_kind(tmp_path).path).deck
    assert deck is not None
    (tmp_path / "lek.xlsx").write_bytes(book_of(deck, "sv"))
    book = load_workbook(tmp_path / "lek.xlsx")
    assert book.sheetnames == ["Kort", "Lek", "Förklaring", "Explanation"]
    sheet = book["Kort"]
    assert sheet.freeze_panes == "B2"
    assert sheet.print_title_rows == "$1:$1"
    headings = [str(cell.value) for cell in sheet[1]]
    wanted = {"Id", "Sort", "Titel (sv)", "Titel (en)", "Alternativ 1 värden (en)", "Steg 2 (sv)"}
    assert wanted <= set(headings)
    assert headings.index("Titel (en)") == headings.index("Titel (sv)") + 1
    lists = {rule.formula1 for rule in sheet.data_validations.dataValidation if rule.type == "list"}
    assert '"draft,reviewed,retired"' in lists
    assert '"reception,phone,e-mail,chat,visit,meeting,corridor"' in lists
    at = headings.index("Situation (sv)") + 1
    assert sheet.cell(2, at).alignment.wrap_text
    assert sheet.column_dimensions[get_column_letter(at)].width >= 50
    assert not any(cell.data_type == "f" for one in book for row in one.iter_rows() for cell in row)


def test_an_empty_cell_says_what_it_is_for(tmp_path: Path) -> None:
    deck = load_deck(every_kind(tmp_path).path).deck
    assert deck is not None
    (tmp_path / "lek.xlsx").write_bytes(book_of(deck, "sv"))
    sheet = load_workbook(tmp_path / "lek.xlsx")["Kort"]
    hints = {rule.promptTitle: rule.prompt for rule in sheet.data_validations.dataValidation}
    assert "180–450 (dilemma), 20–450 tecken" in hints["Situation (sv)"]
    assert "högst 110 tecken" in hints["Alternativ 1 (sv)"]
