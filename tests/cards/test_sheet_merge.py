"""An import changes what somebody said yes to, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from game.cards.check import check_deck
from game.cards.load import load_deck, read_deck
from game.cards.tables.deckrows import flats
from game.cards.tables.merge import Outcome, Plan, plan_of, settle, write
from game.cards.tables.reading import read_sheets, table_of
from game.cards.tables.worklist import jobs
from tests.cards.build import CARD_FILE, SCALE, DeckFolder, every_kind, good_deck
from tests.cards.sheet import Book, joined

NEW = {"Id": "sjatte-samtalet", "Titel (sv)": "Sjätte samtalet", "Titel (en)": "The sixth call"}


def book_of(folder: DeckFolder) -> Book:
    deck = load_deck(folder.path).deck
    assert deck is not None
    return Book(deck)


def planned(data: bytes, folder: DeckFolder, name: str = "lek.xlsx") -> Plan:
    reading = read_deck(folder.path)
    there = flats(reading)
    sheets = read_sheets(table_of(data, name), there, reading.cover)
    assert sheets.findings == ()
    return plan_of(folder.path, reading, sheets)


def done(plan: Plan, ids: Iterable[str], cover: bool = False) -> Outcome:
    outcome = settle(plan, set(ids), cover)
    assert not outcome.is_broken, outcome.findings
    write(plan.folder, outcome)
    assert load_deck(plan.folder).deck is not None
    return outcome


def test_each_card_is_new_changed_the_same_or_missing(tmp_path: Path) -> None:
    folder = every_kind(tmp_path)
    book = book_of(folder).row("Id", NEW).put("Titel (sv)", "Ett annat namn", 3)
    gone = str(book.sheet()["A4"].value)
    book.sheet().delete_rows(4)
    plan = planned(book.data(), folder)
    states = {change.id: change.state for change in plan.cards}
    assert states["sjatte-samtalet"] == "new"
    assert [change.fields for change in plan.cards if change.state == "changed"] == [("text.sv.title",)]
    assert list(states.values()).count("same") == 7
    assert plan.missing == (gone,)


def test_adding_writes_new_cards_and_leaves_changed_ones(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    before = folder.read(CARD_FILE)
    plan = planned(book_of(folder).row("Id", NEW).put("Titel (sv)", "Ett annat namn").data(), folder)
    done(plan, plan.ids("new"))
    assert folder.read(CARD_FILE) == before
    deck = load_deck(folder.path).deck
    assert deck is not None
    assert [card.id for card in deck.cards] == ["femte-samtalet", "sjatte-samtalet"]


def test_replacing_changes_the_lines_that_changed_and_raises_rev(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    before = folder.read(CARD_FILE).splitlines()
    plan = planned(book_of(folder).put("Titel (sv)", "Ett annat namn").data(), folder)
    done(plan, plan.ids("changed"))
    after = folder.read(CARD_FILE).splitlines()
    changed = [new.split(":")[0].strip() for old, new in zip(before, after, strict=True) if old != new]
    assert changed == ["rev", "title", "of"]


def test_only_the_changed_text_is_outdated_afterwards(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    plan = planned(book_of(folder).put("Fråga 1 (sv)", "Vad behöver hon nu?").data(), folder)
    done(plan, plan.ids("changed"))
    outdated = [job.name for job in jobs(read_deck(folder.path), "en") if job.state != "current"]
    assert outdated == ["femte-samtalet questions[1]"]


def test_a_text_changed_in_both_languages_at_once_is_current(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    book = book_of(folder).put("Fråga 1 (sv)", "Vad behöver hon?").put("Fråga 1 (en)", "What does she need?")
    plan = planned(book.data(), folder)
    done(plan, plan.ids("changed"))
    assert {job.state for job in jobs(read_deck(folder.path), "en")} == {"current"}
    assert check_deck(folder.path) == []


def test_the_same_file_once_more_changes_nothing(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    data = book_of(folder).put("Titel (sv)", "Ett annat namn").row("Id", NEW).data()
    plan = planned(data, folder)
    done(plan, plan.ids("new", "changed"))
    assert {change.state for change in planned(data, folder).cards} == {"same"}


def test_a_rev_that_the_designer_raised_is_kept(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    plan = planned(book_of(folder).put("Titel (sv)", "Ett annat namn").put("Rev", 7).data(), folder)
    assert done(plan, plan.ids("changed")).cards[0].rev == 7


def test_a_new_stamp_alone_raises_no_rev(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    plan = planned(book_of(folder).put("Översatt från (en)", "000000aaaaaa").data(), folder)
    assert done(plan, plan.ids("changed")).cards[0].rev == 1


def test_a_card_that_was_changed_meanwhile_is_pointed_out(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    book = book_of(folder).put("Titel (sv)", "Ett annat namn")
    folder.edit(CARD_FILE, "rev: 1", "rev: 3").edit(CARD_FILE, "title: The fifth call", "title: Call five")
    plan = planned(book.data(), folder)
    outcome = settle(plan, {"femte-samtalet"}, cover=False)
    place = book.at("Rev", 2)
    assert [
        (item.code, item.severity, f"{chr(64 + item.column)}{item.line}") for item in outcome.findings
    ] == [("rev-behind", "warning", place)]
    assert outcome.cards[0].rev == 4


def test_an_old_file_without_other_changes_is_the_same(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    data = book_of(folder).data()
    folder.edit(CARD_FILE, "rev: 1", "rev: 3")
    assert [change.state for change in planned(data, folder).cards] == ["same"]


def test_what_has_no_column_stays_and_what_is_emptied_goes(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    book = book_of(folder).without("Perspektiv (sv)", "Perspektiv (en)", "Alternativ 2 (sv)", "Sort")
    book.put("Alternativ 1 värden (sv)", None)
    plan = planned(book.data(), folder)
    assert [change.fields for change in plan.cards] == [("text.sv.options[1].values",)]


def test_a_few_columns_are_enough_for_cards_that_are_there(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    data = joined([["Id", "Titel (sv)"], ["femte-samtalet", "Ett annat namn"]]).encode()
    plan = planned(data, folder, "lek.csv")
    assert done(plan, plan.ids("changed")).cards[0].text["sv"].title == "Ett annat namn"


def test_new_cards_bring_the_themes_they_use(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    book = book_of(folder).row("Id", {**NEW, "Teman": "vantan, nej"})
    sheet = book.sheet("Lek")
    for theme, row in (("nej", 20), ("annat", 21)):
        for at, value in enumerate((f"Tema: {theme}", None, theme, theme), start=1):
            sheet.cell(row, at).value = value
    book.raw("B3", "9.9.9", "Lek")
    plan = planned(book.data(), folder)
    assert plan.cover.fields == ("version", "themes")
    done(plan, plan.ids("new"))
    deck = load_deck(folder.path).deck
    assert deck is not None
    assert (list(deck.themes), deck.version) == (["vantan", "nej"], "1.0.0")


def test_an_error_that_was_there_before_does_not_stand_in_the_way(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    data = book_of(folder).row("Id", NEW).data()
    folder.write("cards/trasigt.yaml", "id: [")
    plan = planned(data, folder)
    assert plan.missing == ("trasigt",)
    outcome = settle(plan, plan.ids("new"), cover=False)
    assert outcome.findings == ()


def test_a_broken_card_of_the_deck_can_be_mended_from_the_sheet(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    data = book_of(folder).data()
    folder.write(CARD_FILE, "id: [")
    plan = planned(data, folder)
    assert [(change.state, change.fields) for change in plan.cards] == [("changed", ("*",))]
    done(plan, plan.ids("changed"))


def test_a_cover_that_would_break_the_other_cards_is_refused(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    book = book_of(folder)
    folder.write("cards/dagsform.yaml", SCALE)
    book.raw("A10", "Tema: nytt", "Lek").put("Teman", "nytt")
    plan = planned(book.data(), folder)
    outcome = settle(plan, plan.ids("changed"), cover=True)
    assert [(item.code, item.file.rpartition("/")[2]) for item in outcome.findings] == [
        ("theme-unknown", "dagsform.yaml")
    ]
    assert outcome.is_broken


def test_a_file_without_the_deck_needs_a_deck(tmp_path: Path) -> None:
    book = book_of(good_deck(tmp_path))
    del book.book["Lek"]
    sheets = read_sheets(table_of(book.data(), "lek.xlsx"), {}, None)
    plan = plan_of(tmp_path / "ny", read_deck(tmp_path / "ny"), sheets)
    outcome = settle(plan, plan.ids("new"), cover=True)
    assert [item.code for item in outcome.findings] == ["no-cover-sheet"]
    assert outcome.is_broken


def test_more_cards_than_a_deck_holds_are_refused(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    rows = [
        [
            "Id",
            "Sort",
            "Titel (sv)",
            "Titel (en)",
            "När (sv)",
            "När (en)",
            "Så ska jag (sv)",
            "Så ska jag (en)",
        ]
    ]
    rows += [[f"kort-{number}", "pledge", *["x"] * 6] for number in range(500)]
    plan = planned(joined(rows).encode(), folder, "lek.csv")
    outcome = settle(plan, plan.ids("new"), cover=False)
    assert [item.code for item in outcome.findings] == ["too-many-files"]


def test_nothing_is_replaced_when_a_file_cannot_be_written(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    before = folder.read(CARD_FILE)
    plan = planned(
        book_of(folder).put("Titel (sv)", "Ett annat namn").raw("B3", "2.0.0", "Lek").data(), folder
    )
    outcome = settle(plan, plan.ids("changed"), cover=True)
    (folder.path / "deck.yaml").unlink()
    (folder.path / "deck.yaml").mkdir()
    (folder.path / "deck.yaml" / "x").write_bytes(b"")
    with pytest.raises(OSError, match=r"deck\.yaml"):
        write(folder.path, outcome)
    assert folder.read(CARD_FILE) == before


def test_a_sheet_without_rev_is_older_than_any_card_that_the_deck_has_already(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    for book in (book_of(folder).put("Rev", None), book_of(folder).without("Rev")):
        assert [change.state for change in planned(book.data(), folder).cards] == ["same"]
        plan = planned(book.put("Status", "draft").data(), folder)
        assert [(change.state, change.behind) for change in plan.cards] == [("changed", True)]
        outcome = settle(plan, {"femte-samtalet"}, cover=False)
        assert "rev-unknown" in {item.code for item in outcome.findings}


def test_the_folder_that_a_deck_is_taken_into_names_it(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    sheets = read_sheets(table_of(book_of(folder).data(), "lek.xlsx"), {}, None)
    target = tmp_path / "en-annan-lek"
    plan = plan_of(target, read_deck(target), sheets)
    outcome = settle(plan, plan.ids("new"), cover=True)
    assert [(item.code, item.is_error) for item in outcome.findings] == [("slug-of-folder", False)]
    write(target, outcome)
    deck = load_deck(target).deck
    assert deck is not None
    assert deck.slug == "en-annan-lek"


def test_what_the_check_refuses_in_a_card_an_import_refuses_at_its_cell(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    book = book_of(folder).put("Förebygga (sv)", "Ring Kerstin, 19640823-3234.")
    plan = planned(book.data(), folder)
    outcome = settle(plan, plan.ids("changed"), cover=False)
    assert [item.code for item in outcome.findings if item.is_error] == ["identity-number"]
    assert "#Kort" in outcome.findings[0].file


def test_an_empty_cell_among_the_options_of_a_draft_is_advice(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    book = book_of(folder).put("Status", "draft").put("Fråga 1 (sv)", None).put("Fråga 1 (en)", None)
    reading = read_deck(folder.path)
    sheets = read_sheets(table_of(book.data(), "lek.xlsx"), flats(reading), reading.cover)
    assert {(item.code, item.severity) for item in sheets.findings} >= {("gap", "warning")}
    assert not sheets.is_broken
    plan = plan_of(folder.path, reading, sheets)
    write(folder.path, settle(plan, plan.ids("changed"), cover=False))
    assert [change.state for change in planned_again(book.data(), folder).cards] == ["same"]


def planned_again(data: bytes, folder: DeckFolder) -> Plan:
    reading = read_deck(folder.path)
    return plan_of(
        folder.path, reading, read_sheets(table_of(data, "lek.xlsx"), flats(reading), reading.cover)
    )
