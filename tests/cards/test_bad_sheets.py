"""Each mistake a designer can make in a spreadsheet, with the place and code of what is said about it."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl.utils import get_column_letter

from game.cards.findings import Finding
from game.cards.format import Deck
from game.cards.load import load_deck, read_deck
from game.cards.tables.layout import seen_in
from game.cards.tables.merge import plan_of, settle
from game.cards.tables.reading import read_sheets, read_table, table_of
from game.cards.tables.telling import told
from game.cards.wording_cells import CELLS
from game.cards.wording_tables import TABLES
from tests.cards.build import every_kind, good_deck
from tests.cards.sheet import Book, joined, rows_of
from tests.cards.spoilt import COMMAS, FILES, SPOILT, Bytes, Rows, Spoil


def deck(folder: Path) -> Deck:
    found = load_deck(good_deck(folder).path).deck
    assert found is not None
    return found


def found_in(data: bytes, name: str, folder: Path) -> tuple[Finding, ...]:
    """What an import of these bytes into a deck that is not there yet would say."""
    sheets = read_sheets(table_of(data, name), {}, None)
    if sheets.is_broken:
        return sheets.findings
    target = folder / "ny" / "prov"
    plan = plan_of(target, read_deck(target), sheets)
    return (*sheets.findings, *settle(plan, plan.ids("new"), cover=True).findings)


@pytest.mark.parametrize(
    ("spoil", "code", "cell"), [row[1:] for row in SPOILT], ids=[row[0] for row in SPOILT]
)
def test_a_spoilt_workbook_is_found_out_at_its_cell(
    spoil: Spoil, code: str, cell: str, tmp_path: Path
) -> None:
    book = Book(deck(tmp_path))
    spoil(book)
    if "/" in cell:
        heading, _, row = cell.partition("/")
        cell = f"Kort!{book.at(heading, int(row))}"
    found = found_in(book.data(), "lek.xlsx", tmp_path)
    sheet, _, place = cell.partition("!")
    file = f"lek.xlsx#{sheet}" if sheet else "lek.xlsx"
    assert (code, file, place) in {(item.code, item.file, a1(item)) for item in found}, [
        told(i, "en") for i in found
    ]


@pytest.mark.parametrize(("name", "make", "code"), [row[1:] for row in FILES], ids=[row[0] for row in FILES])
def test_a_file_that_may_not_be_opened_is_refused_in_one_sentence(
    name: str, make: Bytes, code: str, tmp_path: Path
) -> None:
    found = found_in(make(Book(deck(tmp_path)).data()), name, tmp_path)
    assert [item.code for item in found if item.is_error] == [code]


@pytest.mark.parametrize(
    ("make", "code", "cell"), [row[1:] for row in COMMAS], ids=[row[0] for row in COMMAS]
)
def test_a_spoilt_csv_is_found_out_at_its_cell(make: Rows, code: str, cell: str, tmp_path: Path) -> None:
    whole = deck(tmp_path)
    rows = rows_of(whole)
    if "/" in cell:
        heading, _, row = cell.partition("/")
        cell = Book(whole).at(heading, int(row))
    found = found_in(make(rows), "lek.csv", tmp_path)
    assert (code, cell or "A1") in {(item.code, a1(item)) for item in found}, [
        told(item, "en") for item in found
    ]


def a1(item: Finding) -> str:
    return f"{get_column_letter(item.column)}{item.line}"


def test_every_word_about_spreadsheets_is_said_here_or_of_a_deck() -> None:
    here = {row[2] for row in SPOILT} | {row[3] for row in FILES} | {row[2] for row in COMMAS}
    elsewhere = {
        "no-cover-csv",  # test_a_csv_without_a_deck_is_told_to_begin_with_a_workbook
        "no-cover-sheet",  # test_a_file_without_the_deck_needs_a_deck
        "no-table-file",  # test_a_missing_file_is_said_to_be
        "rev-unknown",  # test_a_sheet_without_rev_is_older_than_any_card_that_the_deck_has_already
        "rev-behind",  # test_a_card_that_was_changed_meanwhile_is_pointed_out
    }
    assert {*TABLES, *CELLS} - here == elsewhere


def test_a_missing_file_is_said_to_be(tmp_path: Path) -> None:
    assert [item.code for item in read_table(tmp_path / "borta.xlsx").findings] == ["no-table-file"]
    assert [item.code for item in read_table(tmp_path).findings] == ["unreadable"]


def test_a_person_reads_file_sheet_cell_and_heading(tmp_path: Path) -> None:
    book = Book(deck(tmp_path)).put("Kanal", "telefoni")
    found = found_in(book.data(), "motet.xlsx", tmp_path)
    assert told(found[0], "sv").startswith(
        f"motet.xlsx Kort!{book.at('Kanal', 2)} Kanal: ”telefoni” är inget av valen."
    )
    assert told(found[0], "en").startswith(
        f"motet.xlsx Kort!{book.at('Kanal', 2)} Channel: “telefoni” is not one of"
    )


def test_a_word_on_one_card_that_is_a_slip_of_a_common_one_is_pointed_out(tmp_path: Path) -> None:
    book = Book(deck(tmp_path))
    for number, roles in enumerate(["reception", "reception, caretaker", "recpetion, caretakers"]):
        book.row("Id", {"Id": f"kort-{number}", "Roller": roles, "Titel (sv)": f"Kort {number}"})
    found = [item for item in found_in(book.data(), "lek.xlsx", tmp_path) if item.code == "odd-word"]
    assert [(item.severity, a1(item)) for item in found] == [("warning", book.at("Roller", 5))]
    assert "Menade du ”reception”?" in found[0].do.sv


def test_without_a_row_of_headings_one_sentence_says_so(tmp_path: Path) -> None:
    book = Book(deck(tmp_path))
    book.sheet().delete_rows(1)
    found = [item for item in found_in(book.data(), "lek.xlsx", tmp_path) if item.file.endswith("#Kort")]
    assert [item.code for item in found] == ["no-headings"]


def test_a_finding_names_the_heading_that_the_designer_sees(tmp_path: Path) -> None:
    book = Book(deck(tmp_path)).put("Hetta", 4)
    book.raw(book.at("Hetta"), "HETTA")
    table = table_of(book.data(), "lek.xlsx")
    found = found_in(book.data(), "lek.xlsx", tmp_path)
    said = [told(item, "en", seen_in(table)) for item in found]
    assert any(f"Kort!{book.at('HETTA', 2)} HETTA: 4 is no heat. Write 1 (mild)" in line for line in said)


@pytest.mark.parametrize(
    ("heading", "value", "words"),
    [
        ("Kanal", "fax", "Skriv något av: reception, phone (telefon), e-mail (mejl)"),
        ("Teman", "nej", "eller skriv något av: vantan."),
        ("Hetta", "het", "Skriv 1 (mild), 2 (känns) eller 3 (het)."),
        ("Perspektiv (sv)", None, "Cellen är tom. Fyll i den."),
    ],
)
def test_what_may_be_written_is_said_and_never_in_the_words_of_files(
    tmp_path: Path, heading: str, value: object, words: str
) -> None:
    book = Book(deck(tmp_path)).put(heading, value)
    said = " ".join(told(item, "sv") for item in found_in(book.data(), "lek.xlsx", tmp_path))
    assert words in said
    assert "deck.yaml" not in said
    assert "text.sv" not in said


def test_a_misspelt_heading_is_told_once_and_not_of_every_row(tmp_path: Path) -> None:
    book = Book(deck(tmp_path)).row("Id", {"Id": "sjatte-samtalet"})
    book.raw(book.at("Titel (sv)"), "Tittel (sv)")
    cell = book.at("Tittel (sv)")
    said = [told(item, "sv") for item in found_in(book.data(), "lek.xlsx", tmp_path) if item.is_error]
    guess = f"Menade du ”Tittel (sv)” i Kort!{cell}? Rätta då den."
    assert said == [f"lek.xlsx Kort!{cell}: Kolumnen ”Titel (sv)” saknas. {guess}"]


@pytest.mark.parametrize(
    "heading",
    [
        "SITUATION (SV)",
        " situation  ( sv ) ",
        "text.sv.situation",
        "situation sv",
        "sv: Situation",
        "Situation[sv]",
    ],
)
def test_a_heading_may_be_written_in_many_ways(heading: str, tmp_path: Path) -> None:
    book = Book(deck(tmp_path))
    book.raw(book.at("Situation (sv)"), heading)
    assert found_in(book.data(), "lek.xlsx", tmp_path) == ()


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    whole = deck(tmp_path)
    rows = [list(reversed(row)) for row in rows_of(whole)[:2]]
    sheets = read_sheets(table_of(joined(rows).encode(), "lek.csv"), {}, whole)
    assert sheets.findings == ()
    assert [item.card for item in sheets.cards] == list(whole.cards)


def test_what_a_designer_is_likely_to_write_is_understood(tmp_path: Path) -> None:
    book = Book(deck(tmp_path)).put("Sort", "Dilemma").put("Kanal", "telefon").put("Status", "Granskad")
    book.put("Sammanhang", "extern").put("Minuter", "12").put("Provkort", "NEJ").put("Hetta", 1.0)
    book.put("Teman", "vantan;").put("Titel (sv)", 2026).put("Rev", None)
    sheets = read_sheets(table_of(book.data(), "lek.xlsx"), {}, None)
    assert sheets.findings == ()
    card = sheets.cards[0].card
    assert (card.kind, card.channel, card.status, card.minutes, card.heat) == (
        "dilemma",
        "phone",
        "reviewed",
        12,
        1,
    )
    assert card.text["sv"].title == "2026"


def test_an_empty_row_between_cards_is_passed_over(tmp_path: Path) -> None:
    whole = load_deck(every_kind(tmp_path).path).deck
    assert whole is not None
    book = Book(whole)
    book.sheet().insert_rows(4, 3)
    sheets = read_sheets(table_of(book.data(), "lek.xlsx"), {}, None)
    assert sheets.findings == ()
    assert [item.card for item in sheets.cards] == list(whole.cards)


def test_a_title_above_the_headings_is_passed_over(tmp_path: Path) -> None:
    whole = deck(tmp_path)
    book = Book(whole)
    book.sheet().insert_rows(1, 2)
    book.raw("A1", "Våra kort, utkast två")
    sheets = read_sheets(table_of(book.data(), "lek.xlsx"), {}, None)
    assert [item.card for item in sheets.cards] == list(whole.cards)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["", "draft", "Hej"], "missing"),
        (["Mitt kort", "draft", "Hej"], "slug-shape"),
        (["../ut", "draft", "Hej"], "slug-shape"),
    ],
)
def test_a_draft_too_has_an_id_that_can_name_a_file(row: list[str], code: str, tmp_path: Path) -> None:
    data = joined([["Id", "Status", "Titel (sv)"], row]).encode()
    sheets = read_sheets(table_of(data, "lek.csv"), {}, deck(tmp_path))
    assert (code, "A2") in {(item.code, a1(item)) for item in sheets.findings if item.is_error}
    assert sheets.drafts == ()


def test_a_row_with_little_more_than_an_id_is_kept_as_a_draft(tmp_path: Path) -> None:
    data = joined([["Id", "Titel (sv)"], ["ny", "Hej"]]).encode()
    sheets = read_sheets(table_of(data, "lek.csv"), {}, deck(tmp_path))
    assert [draft.id for draft in sheets.drafts] == ["ny"]
    assert not sheets.is_broken
