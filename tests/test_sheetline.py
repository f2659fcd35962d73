"""Decks in spreadsheets, as a designer at a terminal meets them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from game.cards.load import load_deck
from game.cli import app
from tests.cards.build import CARD_FILE, SCALE, DeckFolder, good_deck
from tests.cards.sheet import Book

NEW = {"Id": "sjatte-samtalet", "Titel (sv)": "Sjätte samtalet"}


def bemot(*arguments: object, language: str = "sv") -> Result:
    """The command in this process, whose input is no terminal."""
    speaking = {"BEMOT_LANGUAGE": language, "COLUMNS": "200"}
    return CliRunner().invoke(app, ["deck", *map(str, arguments)], env=speaking)


def changed_book(folder: DeckFolder) -> Path:
    """The deck's workbook with one card changed and one new."""
    deck = load_deck(folder.path).deck
    assert deck is not None
    file = folder.path.parent / "lek.xlsx"
    file.write_bytes(Book(deck).row("Id", NEW).put("Titel (sv)", "Ett annat namn").data())
    return file


def cards(folder: DeckFolder) -> list[str]:
    return sorted(path.stem for path in (folder.path / "cards").iterdir())


@pytest.mark.parametrize("command", ["export", "import", "template", "translate"])
def test_every_command_has_help_with_an_example(command: str) -> None:
    shown = bemot(command, "--help")
    assert shown.exit_code == 0
    assert f"bemot deck {command} " in shown.output


def test_a_deck_goes_out_and_comes_back_as_another_folder(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    for name in ("lek.xlsx", "lek.csv"):
        out = bemot("export", folder.path, tmp_path / name)
        assert (out.exit_code, "1 kort på sv, en" in out.output) == (0, True)
        target = tmp_path / name[4:] / "prov"
        back = bemot("import", tmp_path / name, target)
        assert (back.exit_code, "1 kort skrevs" in back.output) == (0, True)
        assert load_deck(target).deck == load_deck(folder.path).deck


def test_the_formats_may_be_named(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    a, b = tmp_path / "a.xlsx", tmp_path / "b.csv"
    assert bemot("export", folder.path, "--xlsx", a, "--csv", b, "--plain").exit_code == 0
    assert a.read_bytes()[:2] == b"PK"
    assert b.read_bytes().startswith(b"Id,Sort,")


def test_an_export_does_not_write_over_somebodys_work(tmp_path: Path) -> None:
    folder, file = good_deck(tmp_path), tmp_path / "lek.csv"
    file.write_text("mitt")
    refused = bemot("export", folder.path, file)
    assert (refused.exit_code, file.read_text()) == (2, "mitt")
    assert "--force" in refused.output
    assert bemot("export", folder.path, file, "--force").exit_code == 0


def test_a_deck_with_errors_is_not_exported(tmp_path: Path) -> None:
    folder = good_deck(tmp_path).edit(CARD_FILE, "kind: dilemma", "kind: dilema")
    refused = bemot("export", folder.path, tmp_path / "lek.xlsx")
    assert refused.exit_code == 1
    assert "Menade du ”dilemma”?" in refused.output
    assert not (tmp_path / "lek.xlsx").exists()


def test_an_unfinished_draft_is_named_and_stays_in_the_deck(tmp_path: Path) -> None:
    draft = SCALE.replace("reviewed", "draft").replace("    high: lätt\n", "").replace("dagsform", "halvt")
    folder = good_deck(tmp_path).write("cards/halvt.yaml", draft)
    out = bemot("export", folder.path, tmp_path / "lek.xlsx")
    assert "ligger kvar i leken: halvt" in out.output
    assert "lämnas, finns inte i filen: halvt" in bemot("import", tmp_path / "lek.xlsx", folder.path).output
    assert folder.read("cards/halvt.yaml") == draft


@pytest.mark.parametrize(
    "arguments", [("export", "prov"), ("export", "prov", "lek.ods"), ("template", "mall.csv")]
)
def test_a_wrong_use_ends_with_two(arguments: tuple[str, ...]) -> None:
    assert bemot(*arguments).exit_code == 2


def test_without_a_word_nothing_is_written_and_everything_is_shown(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    before = folder.read(CARD_FILE)
    shown = bemot("import", changed_book(folder), folder.path)
    assert shown.exit_code == 2
    assert "ändrat   femte-samtalet: Titel (sv)" in shown.output
    assert "nytt     sjatte-samtalet" in shown.output
    assert "--add" in shown.output
    assert (folder.read(CARD_FILE), cards(folder)) == (before, ["femte-samtalet"])


@pytest.mark.parametrize(
    ("flag", "title", "count"),
    [("--add", "Femte samtalet", 2), ("--skip", "Femte samtalet", 2), ("--replace", "Ett annat namn", 2)],
)
def test_a_flag_says_what_may_be_written(tmp_path: Path, flag: str, title: str, count: int) -> None:
    folder = good_deck(tmp_path)
    done = bemot("import", changed_book(folder), folder.path, flag)
    assert done.exit_code == 0
    assert f"title: {title}" in folder.read(CARD_FILE)
    assert len(cards(folder)) == count


def test_a_card_that_is_newer_in_the_deck_is_not_written_over_unless_asked(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    book = changed_book(folder)
    folder.edit(CARD_FILE, "rev: 1", "rev: 3").edit(CARD_FILE, "title: The fifth call", "title: Call five")
    done = bemot("import", book, folder.path, "--replace")
    assert done.exit_code == 1
    assert "femte-samtalet" in done.output
    assert "title: Call five" in folder.read(CARD_FILE)
    assert len(cards(folder)) == 2
    assert bemot("import", book, folder.path, "--replace", "--also-older").exit_code == 0
    assert "title: Ett annat namn" in folder.read(CARD_FILE)


def test_with_one_wrong_row_nothing_is_written(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    deck = load_deck(folder.path).deck
    assert deck is not None
    book = Book(deck).row("Id", {**NEW, "Kanal": "fax"}).put("Titel (sv)", "Ett annat namn")
    file = tmp_path / "lek.xlsx"
    file.write_bytes(book.data())
    refused = bemot("import", file, folder.path, "--replace")
    assert refused.exit_code == 1
    assert f"lek.xlsx Kort!{book.at('Kanal', 3)} Kanal: ”fax” är inget av valen." in refused.output
    assert cards(folder) == ["femte-samtalet"]
    assert "Femte samtalet" in folder.read(CARD_FILE)
    found = json.loads(bemot("import", file, folder.path, "--json").stdout)
    assert [(item["code"], item["line"], item["file"].rpartition("#")[2]) for item in found] == [
        ("unknown-value", 3, "Kort")
    ]


def test_after_an_import_the_outdated_translations_are_named(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    done = bemot("import", changed_book(folder), folder.path, "--replace")
    assert f"bemot deck translate {folder.path} en" in done.output.replace("\n", "")


def test_a_packed_deck_is_not_imported_into(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    packed = Path(shutil.make_archive(str(tmp_path / "prov"), "zip", folder.path))
    refused = bemot("import", changed_book(folder), packed, "--add")
    assert (refused.exit_code, "bemot deck unpack" in refused.output) == (2, True)


def test_the_template_teaches_and_becomes_a_deck(tmp_path: Path) -> None:
    file = tmp_path / "mall.xlsx"
    assert bemot("template", file).exit_code == 0
    book = load_workbook(file)
    assert book.sheetnames == ["Kort", "Lek", "Exempel", "Förklaring", "Explanation"]
    assert book["Exempel"]["A2"].value
    assert book["Kort"].max_row == 1
    texts = {str(cell.value) for row in book["Förklaring"].iter_rows() for cell in row}
    assert {"text.sv.situation", "180–450 (dilemma), 20–450", "text.sv.options[1].text"} <= texts
    for at in range(1, book["Kort"].max_column + 1):
        book["Kort"].cell(2, at).value = book["Exempel"].cell(2, at).value
    book.save(file)
    done = bemot("import", file, tmp_path / "min-lek")
    assert done.exit_code == 0, done.output
    deck = load_deck(tmp_path / "min-lek").deck
    assert deck is not None
    assert [card.kind for card in deck.cards] == ["dilemma"]


def test_a_language_goes_out_as_a_list_and_comes_back(tmp_path: Path) -> None:
    folder, file = good_deck(tmp_path), tmp_path / "fi.xlsx"
    counted = bemot("translate", folder.path, "fi")
    assert "femte-samtalet: 13 saknas" in counted.output
    assert "fi: 17 texter saknas och 0 är inaktuella, av 17." in counted.output
    assert bemot("translate", folder.path, "fi", "-o", file).exit_code == 0
    assert bemot("translate", folder.path, "fi", "--take", file).exit_code == 1
    book = load_workbook(file)
    sheet = book["Översättning"]
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, 6).value = sheet.cell(row, 5).value
    book.save(file)
    taken = bemot("translate", folder.path, "fi", "--from", file)
    assert (taken.exit_code, "1 kort skrevs, 1 av dem är nu stämplade" in taken.output) == (0, True)
    deck = load_deck(folder.path).deck
    assert deck is not None
    assert deck.languages == ("sv", "en", "fi")


@pytest.mark.parametrize("language", ["sv", "finska", "FI"])
def test_a_language_that_cannot_be_translated_into_is_wrong_use(tmp_path: Path, language: str) -> None:
    assert bemot("translate", good_deck(tmp_path).path, language).exit_code == 2


def at_a_terminal(answers: str, *arguments: str) -> str:
    """The real program at a pseudo-terminal where somebody types these answers; what it said."""
    import pty

    ours, theirs = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-m", "game", "deck", *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "BEMOT_LANGUAGE": "en", "COLUMNS": "200", "TERM": "dumb"},
    )
    os.close(theirs)
    os.write(ours, answers.encode())
    said = b""
    try:
        while part := os.read(ours, 4096):
            said += part
    except OSError:  # Linux says the other end has hung up
        pass
    program.wait(timeout=60)
    os.close(ours)
    return said.decode(errors="replace")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(
    ("answers", "title", "count"),
    [
        ("a\n", "Ett annat namn", 2),
        ("n\n", "Femte samtalet", 1),
        ("e\nn\ny\n", "Femte samtalet", 2),
        ("?\ne\ny\nn\n", "Ett annat namn", 1),
    ],
)
def test_at_a_terminal_each_card_is_asked_about(tmp_path: Path, answers: str, title: str, count: int) -> None:
    folder = good_deck(tmp_path)
    said = at_a_terminal(answers, "import", str(changed_book(folder)), str(folder.path))
    assert "Write all, none, or ask about each?" in said
    assert f"title: {title}" in folder.read(CARD_FILE)
    assert len(cards(folder)) == count
