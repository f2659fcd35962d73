"""What people at a terminal mix up when they go between Excel and decks, and what they are told then."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import get_type_hints

import pytest
from openpyxl import load_workbook
from typer.models import ParameterInfo

from game.cards.load import load_deck
from game.commands.deck import app as decks
from tests.cards.build import CARD_FILE, good_deck
from tests.cards.sheet import Book
from tests.test_sheetline import NEW, at_a_terminal, bemot, changed_book, filled, with_draft

ON_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


def headed(file: Path) -> dict[str, int]:
    """Heading -> column, on the sheet of cards."""
    return {str(cell.value): at for at, cell in enumerate(load_workbook(file)["Kort"][1], start=1)}


def written(file: Path, row: int, **values: str) -> None:
    """Puts values into a row of the sheet of cards, by heading with _ for a space."""
    book, at = load_workbook(file), headed(file)
    for heading, value in values.items():
        book["Kort"].cell(row, at[heading.replace("_", " ")]).value = value
    book.save(file)


def test_a_draft_that_became_finished_is_counted_among_the_new_revs_and_told_of(tmp_path: Path) -> None:
    folder, file = with_draft(tmp_path), tmp_path / "lek.xlsx"
    bemot("export", folder.path, file)
    written(file, 3, **{"Skalans_höga_ände_(sv)": "lätt", "Status": "reviewed"})
    done = bemot("import", file, folder.path, "--replace")
    assert "1 kort skrevs, ett av dem ett utkast som nu är färdigt, 1 med nytt rev." in done.output


def test_a_draft_that_was_written_on_and_lacks_something_still_is_counted_too(tmp_path: Path) -> None:
    folder, file = with_draft(tmp_path), tmp_path / "lek.xlsx"
    bemot("export", folder.path, file)
    written(file, 3, **{"Titel_(sv)": "Dagen"})
    done = bemot("import", file, folder.path, "--replace")
    assert "1 kort skrevs, ett av dem ett ofärdigt utkast, 1 med nytt rev." in done.output


@ON_POSIX
@pytest.mark.parametrize(("answer", "there"), [("y\n", True), ("n\n", False), ("avbryt\n", False)])
def test_a_new_deck_is_asked_about_once_at_a_terminal(tmp_path: Path, answer: str, there: bool) -> None:
    folder, target = good_deck(tmp_path), tmp_path / "ny" / "prov"
    said = at_a_terminal(answer, "import", str(changed_book(folder)), str(target))
    assert said.count("Write it? y/n") == 1
    assert f"A new deck is written in {target}: 2 cards in sv, en." in said
    assert target.exists() is there


@ON_POSIX
@pytest.mark.parametrize("flag", ["--add", "--replace"])
def test_who_has_said_so_beforehand_is_not_asked_about_a_new_deck(tmp_path: Path, flag: str) -> None:
    folder, target = good_deck(tmp_path), tmp_path / "ny" / "prov"
    said = at_a_terminal("", "import", str(changed_book(folder)), str(target), flag)
    assert ("Write it?" in said, target.exists()) == (False, True)


def test_a_csv_without_a_deck_is_told_to_begin_with_a_workbook(tmp_path: Path) -> None:
    folder, file = good_deck(tmp_path), tmp_path / "mina kort.csv"
    bemot("export", folder.path, file)
    lines = file.read_text("utf-8-sig").split("\n;")[0]
    file.write_text(lines.partition("\nLek;")[0], "utf-8")
    said = bemot("import", file, tmp_path / "ny").output
    assert f'bemot deck template "{file.with_suffix(".xlsx")}"' in said
    assert "bladet Lek" not in said


@pytest.mark.parametrize("name", ["mall.csv", "mall.ods", "mall"])
def test_a_template_of_another_sort_is_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    said = bemot("template", tmp_path / name)
    assert (said.exit_code, said.output.count("\n")) == (2, 1)
    assert said.output.endswith(f"bemot deck template {tmp_path / 'mall.xlsx'}\n")


SHEETS_FOR_DECKS = [
    ("check",),
    ("preview",),
    ("export",),
    ("pack",),
    ("unpack",),
    ("stamp",),
    ("print",),
    ("translate", "en"),
    ("stats", "--database", "x.sqlite"),
    ("review", "--database", "x.sqlite", "--into"),
]


@pytest.mark.parametrize("command", SHEETS_FOR_DECKS, ids=lambda command: command[0])
def test_a_workbook_where_a_deck_belongs_is_told_to_be_imported(tmp_path: Path, command: list[str]) -> None:
    file = changed_book(good_deck(tmp_path))
    given = (command[0], file, *command[1:]) if command[0] == "translate" else (*command, file)
    extra = ("-o", tmp_path / "a.pdf") if command[0] == "print" else ()
    said = bemot(*given, *extra)
    assert (said.exit_code, f"bemot deck import {file} decks/lek" in said.output) == (2, True)


def test_swapped_arguments_are_answered_with_the_command_that_was_meant(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    file = changed_book(folder)
    meant = {
        ("import", folder.path, file): f"bemot deck import {file} {folder.path}",
        ("import", folder.path, tmp_path / "ny"): f"bemot deck export {folder.path} prov.xlsx",
        ("export", file, folder.path): f"bemot deck export {folder.path} {file}",
        ("translate", "en", folder.path): f"bemot deck translate {folder.path} en",
    }
    said = {given: bemot(*given) for given in meant}
    assert {given: meant[given] in one.output for given, one in said.items()} == dict.fromkeys(meant, True)
    assert {one.exit_code for one in said.values()} == {2}


def test_a_theme_that_is_not_there_is_never_proposed(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    deck = load_deck(folder.path).deck
    assert deck is not None
    file = tmp_path / "lek.xlsx"
    for word, told in (("Köer", "skriv något av: Väntan.\n"), ("Vänta", "Menade du ”Väntan”?\n")):
        file.write_bytes(Book(deck).row("Id", {**NEW, "Teman": word}).data())
        said = bemot("import", file, folder.path, "--replace").output
        assert f"Temat ”{word}” finns inte på bladet Lek." in said
        assert told in said


def test_a_theme_may_be_begun_with_its_name_alone(tmp_path: Path) -> None:
    file = tmp_path / "min-lek.xlsx"
    bemot("template", file, "--language", "sv")
    book = load_workbook(file)
    for at in range(1, book["Kort"].max_column + 1):
        book["Kort"].cell(2, at).value = book["Exempel"].cell(2, at).value
    spare = next(row for row in book["Lek"].iter_rows() if row[0].value == "Tema:")
    spare[0].value = "Tema: Köer och tid"
    book.save(file)
    written(file, 2, Teman="Köer och tid")
    assert bemot("import", file, tmp_path / "min-lek").exit_code == 0
    deck = load_deck(tmp_path / "min-lek").deck
    assert deck is not None
    assert (dict(deck.themes)["koer-och-tid"], deck.cards[0].themes) == (
        {"sv": "Köer och tid"},
        ("koer-och-tid",),
    )


def test_a_draft_in_one_of_two_languages_is_told_which_one_is_missing(tmp_path: Path) -> None:
    folder, file = with_draft(tmp_path), tmp_path / "lek.xlsx"
    bemot("export", folder.path, file)
    written(file, 4, **{"Id": "nytt", "Sort": "dilemma", "Titel_(en)": "New"})
    said = bemot("import", file, folder.path, "--add").output
    column = next(cell for cell in load_workbook(file)["Kort"][1] if cell.value == "Titel (sv)").column_letter
    assert f"Kort!{column}4 Titel (sv): Texten saknas på ”sv”." in said
    assert "nytt.yaml" in next(
        line for line in bemot("check", folder.path, "--no-fit").output.splitlines() if "på ”sv”" in line
    )


def test_a_list_with_rows_that_were_not_taken_ends_with_one_and_says_what_stands(tmp_path: Path) -> None:
    folder, file = good_deck(tmp_path), tmp_path / "en.xlsx"
    folder.edit(CARD_FILE, "title: Femte samtalet", "title: Det femte samtalet")
    bemot("translate", folder.path, "en", "-o", file)
    folder.edit(CARD_FILE, "title: The fifth call", "title: Call five")
    book = load_workbook(file)
    sheet = book["Översättning"]
    sheet.cell(2, 4).value = "Number five"
    book.save(file)
    taken = bemot("translate", folder.path, "en", "--take", file)
    assert (taken.exit_code, "ändrats sedan listan gjordes: 1." in taken.output) == (1, True)
    assert "title: Call five" in folder.read(CARD_FILE)
    assert bemot("translate", folder.path, "en", "--take", file, "--also-older").exit_code == 0


def test_a_list_that_was_taken_whole_or_partly_ends_well(tmp_path: Path) -> None:
    folder, file = good_deck(tmp_path), tmp_path / "fi.xlsx"
    bemot("translate", folder.path, "fi", "-o", file)
    filled(file, 5)
    assert bemot("translate", folder.path, "fi", "--take", file).exit_code == 0


def test_no_command_leaves_it_to_typer_to_judge_a_path() -> None:
    groups = [decks, *(group.typer_instance for group in decks.registered_groups)]
    functions = [one.callback for group in groups if group for one in group.registered_commands]
    judged = [
        info
        for function in functions
        if function
        for hint in get_type_hints(function, include_extras=True).values()
        for info in getattr(hint, "__metadata__", ())
        if isinstance(info, ParameterInfo) and info.readable
    ]
    assert (len(functions) > 10, judged) == (True, [])


@pytest.mark.parametrize(
    ("language", "words"),
    [("sv", "det som skulle vara en mapp är en fil"), ("en", "what should be a folder is a file")],
)
def test_pictures_that_cannot_be_written_are_said_not_to_be_in_our_own_words(
    tmp_path: Path, language: str, words: str
) -> None:
    (tmp_path / "fil").write_text("")
    said = bemot("preview", good_deck(tmp_path).path, "--png", tmp_path / "fil" / "bilder", language=language)
    assert (said.exit_code, words in said.output) == (1, True)
