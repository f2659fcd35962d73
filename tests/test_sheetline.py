"""Decks in spreadsheets, as a designer at a terminal meets them."""

from __future__ import annotations

import csv
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


DRAFT = SCALE.replace("reviewed", "draft").replace("    high: lätt\n", "").replace("dagsform", "halvt")


def with_draft(folder: Path) -> DeckFolder:
    return good_deck(folder).write("cards/halvt.yaml", f"# mitt\n{DRAFT}")


def test_an_unfinished_draft_goes_out_and_comes_back_untouched(tmp_path: Path) -> None:
    folder = with_draft(tmp_path)
    before = folder.read("cards/halvt.yaml")
    for name in ("lek.xlsx", "lek.csv"):
        out = bemot("export", folder.path, tmp_path / name)
        assert "2 kort på sv, en, ett av dem ett ofärdigt utkast" in out.output
        back = bemot("import", tmp_path / name, folder.path, "--replace")
        assert (back.exit_code, "Inget behövde skrivas" in back.output) == (0, True)
        assert folder.read("cards/halvt.yaml") == before


def test_a_draft_is_written_on_in_excel_until_it_is_finished(tmp_path: Path) -> None:
    folder, file = with_draft(tmp_path), tmp_path / "lek.xlsx"
    bemot("export", folder.path, file)
    book = load_workbook(file)
    sheet = book["Kort"]
    at = {str(cell.value): number for number, cell in enumerate(sheet[1], start=1)}
    sheet.cell(3, at["Titel (sv)"]).value = "Dagen"
    book.save(file)
    once = bemot("import", file, folder.path, "--replace")
    assert (once.exit_code, "ett av dem ett ofärdigt utkast" in once.output) == (0, True)
    assert "Skalans höga ände (sv): Cellen är tom. Fyll i den." in once.output
    assert "title: Dagen" in folder.read("cards/halvt.yaml")
    assert folder.read("cards/halvt.yaml").startswith("# mitt\n")
    assert [card.id for card in load_deck(folder.path).deck.cards] == ["femte-samtalet"]  # type: ignore[union-attr]
    sheet.cell(3, at["Skalans höga ände (sv)"]).value = "lätt"
    sheet.cell(3, at["Status"]).value = "reviewed"
    book.save(file)
    assert bemot("import", file, folder.path, "--replace", "--also-older").exit_code == 0
    assert len(load_deck(folder.path).deck.cards) == 2  # type: ignore[union-attr]


def test_a_deck_of_drafts_alone_goes_out_and_comes_back(tmp_path: Path) -> None:
    folder = with_draft(tmp_path)
    (folder.path / CARD_FILE).unlink()
    assert bemot("export", folder.path, tmp_path / "lek.xlsx").exit_code == 0
    assert bemot("import", tmp_path / "lek.xlsx", tmp_path / "ny" / "prov").exit_code == 0
    assert cards(DeckFolder(tmp_path / "ny" / "prov")) == ["halvt"]


def test_a_draft_with_what_no_column_is_for_is_named_and_stays(tmp_path: Path) -> None:
    folder = good_deck(tmp_path).write("cards/halvt.yaml", f"{DRAFT}egen: 1\n")
    out = bemot("export", folder.path, tmp_path / "lek.xlsx")
    assert "ligger kvar: halvt" in out.output
    assert "lämnas, finns inte i filen: halvt" in bemot("import", tmp_path / "lek.xlsx", folder.path).output
    assert folder.read("cards/halvt.yaml") == f"{DRAFT}egen: 1\n"


def test_each_line_begins_with_how_grave_it_is(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    folder.edit(CARD_FILE, "title: Femte samtalet", "title: Sjätte samtalet")
    advised = bemot("check", folder.path, "--no-fit").output.strip().splitlines()
    assert [line.partition(" ")[0] for line in advised[:-1]] == ["Råd:"] * (len(advised) - 1)
    folder.edit(CARD_FILE, "kind: dilemma", "kind: dilema")
    assert bemot("check", folder.path, "--no-fit", language="en").output.strip().startswith("Error: ")


def test_a_file_that_is_not_there_is_said_not_to_be(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    changed_book(folder)
    said = bemot("import", tmp_path / "lekk.xlsx", folder.path)
    assert (said.exit_code, "Filen finns inte." in said.output, "”lek.xlsx”" in said.output) == (
        1,
        True,
        True,
    )


def test_added_cards_are_counted_and_so_are_those_left(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    done = bemot("import", changed_book(folder), folder.path, "--add")
    assert "Ändrade kort som lämnades: 1 (femte-samtalet)." in done.output


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
    file = tmp_path / "min-lek.xlsx"
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
    assert "Fel: 0." in bemot("check", "--no-fit", tmp_path / "min-lek").output
    deck = load_deck(tmp_path / "min-lek").deck
    assert deck is not None
    assert ([card.kind for card in deck.cards], dict(deck.themes)) == (
        ["dilemma"],
        {"vantan": {"sv": "Väntan", "en": "Waiting"}},
    )


@pytest.mark.parametrize(("chosen", "there"), [(["sv"], {"sv"}), (["sv", "fi"], {"sv", "fi"})])
def test_a_template_has_the_columns_of_the_languages_asked_for(
    tmp_path: Path, chosen: list[str], there: set[str]
) -> None:
    file = tmp_path / "min-lek.xlsx"
    assert bemot("template", file, *(f"--language={code}" for code in chosen)).exit_code == 0
    book = load_workbook(file)
    headings = [str(cell.value) for cell in book["Kort"][1]]
    assert {name[-3:-1] for name in headings if name.endswith(")")} == there
    languages = next(row[1].value for row in book["Lek"].iter_rows() if row[0].value == "Språk (languages)")
    assert languages == ", ".join(chosen)


def test_an_untouched_template_has_no_cards_and_its_example_is_not_one(tmp_path: Path) -> None:
    file = tmp_path / "min-lek.xlsx"
    bemot("template", file)
    said = bemot("import", file, tmp_path / "min-lek").output
    assert "Bladet har inga kort." in said
    assert "Exempel" not in said
    assert "Tema" not in said


def template_filled(file: Path, title: str = "") -> None:
    """The template with its own example as a card, as a person would begin."""
    bemot("template", file)
    book = load_workbook(file)
    sheet = book["Kort"]
    for at in range(1, sheet.max_column + 1):
        value = book["Exempel"].cell(2, at).value
        sheet.cell(2, at).value = title if title and sheet.cell(1, at).value == "Titel (sv)" else value
    sheet.cell(2, 4).value = None  # as in a row of one's own: no rev
    book.save(file)


def test_the_first_commands_of_the_readme_work_as_they_stand(tmp_path: Path) -> None:
    file, folder = tmp_path / "kort.xlsx", tmp_path / "decks" / "min-lek"
    template_filled(file)
    done = bemot("import", file, folder)
    assert (done.exit_code, "Råd:" in done.output, "Fel:" in done.output) == (0, True, False)
    deck = load_deck(folder).deck
    assert deck is not None
    assert deck.slug == "min-lek"
    assert bemot("check", folder, "--no-fit").exit_code == 0
    assert bemot("import", file, folder).output.startswith("Kort i filen: 1. Nya: 0. Ändrade: 0. Lika: 1.")


def test_an_old_template_changes_no_card_of_the_deck_unless_asked(tmp_path: Path) -> None:
    file, folder = tmp_path / "kort.xlsx", tmp_path / "min-lek"
    template_filled(file)
    bemot("import", file, folder)
    (card,) = (folder / "cards").iterdir()
    template_filled(tmp_path / "gammal.xlsx", title="Ett äldre namn")
    left = bemot("import", tmp_path / "gammal.xlsx", folder, "--replace")
    assert (left.exit_code, "--replace --also-older" in left.output) == (1, True)
    assert "Ett äldre namn" not in card.read_text("utf-8")
    bemot("import", tmp_path / "gammal.xlsx", folder, "--replace", "--also-older")
    assert "Ett äldre namn" in card.read_text("utf-8")


def test_nothing_is_said_to_be_new_before_an_error(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    deck = load_deck(folder.path).deck
    assert deck is not None
    file = tmp_path / "lek.xlsx"
    file.write_bytes(Book(deck).row("Id", {**NEW, "Teman": "nanting"}).data())
    said = bemot("import", file, folder.path, "--replace")
    assert (said.exit_code, "Fel: 1. Inget skrevs." in said.output) == (1, True)
    assert "nytt" not in said.output


def test_when_nothing_is_left_to_translate_no_list_is_written(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    for name in ("en.xlsx", "en.csv"):
        done = bemot("translate", folder.path, "en", "-o", tmp_path / name)
        assert (done.exit_code, "Inget kvar att översätta" in done.output) == (0, True)
        assert not (tmp_path / name).exists()


def test_a_list_in_csv_comes_back(tmp_path: Path) -> None:
    folder, file = good_deck(tmp_path), tmp_path / "fi.csv"
    bemot("translate", folder.path, "fi", "-o", file)
    with file.open(encoding="utf-8-sig", newline="") as stream:
        head, *rows = csv.reader(stream, delimiter=";")
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows([head, *([*row[:3], row[2], *row[4:]] for row in rows)])
    taken = bemot("translate", folder.path, "fi", "--take", file)
    assert (taken.exit_code, "1 kort skrevs" in taken.output) == (0, True)


def test_a_draft_is_told_of_in_one_line_and_where_to_write_it(tmp_path: Path) -> None:
    folder = with_draft(tmp_path)
    said = bemot("check", folder.path, "--no-fit").output
    (line,) = [line for line in said.splitlines() if "halvt.yaml" in line]
    assert "Det här fattas: " in line
    assert "Fältet" not in line
    assert line.endswith(f"Skriv det i Excel: bemot deck export {folder.path} utkast.xlsx")
    assert said.splitlines()[-1] == f"Kontrollerade kortlekar: 1. Fel: 0. Råd: {said.count('Råd: ') - 1}."


def filled(file: Path, rows: int | None = None) -> None:
    """Translates so many rows of the list with their own source text."""
    book = load_workbook(file)
    sheet = book["Översättning"]
    for row in range(2, min(sheet.max_row, rows or sheet.max_row) + 1):
        sheet.cell(row, 4).value = sheet.cell(row, 3).value
    book.save(file)


def test_a_language_goes_out_as_a_list_and_comes_back(tmp_path: Path) -> None:
    folder, file = good_deck(tmp_path), tmp_path / "fi.xlsx"
    counted = bemot("translate", folder.path, "fi")
    assert "femte-samtalet: 13 saknas" in counted.output
    assert "fi: 17 av 17 texter kvar: 17 saknas, 0 är inaktuella." in counted.output
    assert bemot("translate", folder.path, "fi", "-o", file).exit_code == 0
    filled(file)
    taken = bemot("translate", folder.path, "fi", "--take", file)
    assert (taken.exit_code, "1 kort skrevs, 1 av dem är nu helt aktuella" in taken.output) == (0, True)
    deck = load_deck(folder.path).deck
    assert deck is not None
    assert deck.languages == ("sv", "en", "fi")


def test_a_list_may_come_back_partly_done_and_the_deck_waits_for_the_rest(tmp_path: Path) -> None:
    folder, file = good_deck(tmp_path), tmp_path / "fi.xlsx"
    before = (folder.read(CARD_FILE), folder.read("deck.yaml"))
    bemot("translate", folder.path, "fi", "-o", file)
    filled(file, 11)
    taken = bemot("translate", folder.path, "fi", "--take", file)
    assert (taken.exit_code, "fi: 7 av 17 texter kvar." in taken.output) == (0, True)
    assert (folder.read(CARD_FILE), folder.read("deck.yaml")) == before
    assert load_deck(folder.path).findings == ()
    assert "fi: 7 av 17 texter kvar" in bemot("translate", folder.path, "fi", "-o", file, "--force").output
    assert load_workbook(file)["Översättning"].max_row == 8
    filled(file)
    assert "1 kort skrevs" in bemot("translate", folder.path, "fi", "--take", file).output
    assert not (folder.path / "translations").exists()
    assert load_deck(folder.path).deck.languages == ("sv", "en", "fi")  # type: ignore[union-attr]


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
        ("e\nr\n", "Ett annat namn", 2),
        ("e\ny\ns\n", "Femte samtalet", 1),
        ("avbryt\n", "Femte samtalet", 1),
        ("anything\nno\n", "Femte samtalet", 1),
        ("each\nyeah\nno\ncancel\n", "Femte samtalet", 1),
        ("all\n", "Ett annat namn", 2),
    ],
)
def test_at_a_terminal_each_card_is_asked_about(tmp_path: Path, answers: str, title: str, count: int) -> None:
    folder = good_deck(tmp_path)
    said = at_a_terminal(answers, "import", str(changed_book(folder)), str(folder.path))
    assert "a = all of the above   e = ask about each   n = nothing, stop" in said
    if "e" in answers:
        assert "before: Femte samtalet" in said
        assert "now: Ett annat namn" in said
    assert f"title: {title}" in folder.read(CARD_FILE)
    assert len(cards(folder)) == count
