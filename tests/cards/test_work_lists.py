"""What a language lacks becomes a list; what comes back is checked row by row before it is written."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from game.cards.check import check_deck
from game.cards.load import load_deck, read_deck
from game.cards.stamp import stamp
from game.cards.tables.begun import begun
from game.cards.tables.lists import work_book, work_csv
from game.cards.tables.reading import table_of
from game.cards.tables.taking import Taken, take, write_taken
from game.cards.tables.worklist import jobs
from game.cards.wording_cells import WORK
from tests.cards.build import CARD_FILE, DeckFolder, every_kind, good_deck
from tests.cards.sheet import joined

STATE, SOURCE, TRANSLATION, NAME = "B", "C", "D", "F"


class WorkList:
    """The deck's work list for a language, opened to be filled in."""

    def __init__(self, folder: DeckFolder, language: str, tongue: str = "sv") -> None:
        self.folder, self.language = folder, language
        waiting = begun(folder.path, "sv", language)
        work = tuple(job for job in jobs(read_deck(folder.path), language, waiting) if job.state != "current")
        self.book: Workbook = load_workbook(BytesIO(work_book(work, "sv", language, tongue)))
        sheet = self.book.active
        assert isinstance(sheet, Worksheet)
        self.sheet = sheet

    def row(self, card: str, field: str) -> int:
        names = [str(cells[5].value).partition(" #")[0] for cells in self.sheet.iter_rows()]
        return names.index(f"{card} {field}") + 1

    def fill(self, words: str = "Fi: ") -> WorkList:
        """Translates every row that is empty, as long as its source text at most."""
        for row in range(2, self.sheet.max_row + 1):
            source = str(self.sheet[f"{SOURCE}{row}"].value)
            if self.sheet[f"{TRANSLATION}{row}"].value is None:
                keep = ", " if "values" in str(self.sheet[f"{NAME}{row}"].value) else ""
                self.sheet[f"{TRANSLATION}{row}"].value = source if keep else words[:2] + source[2:]
        return self

    def taken(self, older: bool = False) -> Taken:
        stream = BytesIO()
        self.book.save(stream)
        table = table_of(stream.getvalue(), "lista.xlsx")
        return take(read_deck(self.folder.path), table, self.language, older)

    def written(self, older: bool = False) -> Taken:
        taken = self.taken(older)
        assert not taken.outcome.is_broken, taken.outcome.findings
        write_taken(self.folder.path, taken, "sv", self.language)
        return taken


def states(folder: DeckFolder, language: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for job in jobs(read_deck(folder.path), language):
        found.setdefault(job.state, []).append(job.name)
    return found


def test_a_language_that_is_up_to_date_lacks_nothing(tmp_path: Path) -> None:
    assert set(states(good_deck(tmp_path), "en")) == {"current"}


def test_a_new_language_lacks_every_text_and_those_of_the_cover(tmp_path: Path) -> None:
    missing = states(good_deck(tmp_path), "fi")["missing"]
    assert missing[:4] == [
        "deck.yaml title",
        "deck.yaml description",
        "deck.yaml facilitator",
        "deck.yaml themes.vantan",
    ]
    assert "femte-samtalet options[1].values" in missing
    assert "femte-samtalet perspective" in missing


def test_a_changed_text_is_outdated_and_no_other(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    stamp(folder.path)
    folder.edit(CARD_FILE, "- Vad behöver Kerstin mest?", "- Vad behöver hon mest?")
    assert states(folder, "en")["outdated"] == ["femte-samtalet questions[1]"]
    work = WorkList(folder, "en")
    put(work, "D2", "What does she need most?")
    assert work.written().stamped == ("femte-samtalet",)
    assert check_deck(folder.path) == []


def test_with_an_older_stamp_all_texts_of_a_changed_card_are_outdated(tmp_path: Path) -> None:
    folder = good_deck(tmp_path).edit(CARD_FILE, "title: Femte samtalet", "title: Sjätte samtalet")
    outdated = states(folder, "en")["outdated"]
    assert all(name.startswith("femte-samtalet ") for name in outdated)
    assert len(outdated) == 13


def test_a_row_says_what_it_is_state_both_texts_and_how_long(tmp_path: Path) -> None:
    work = WorkList(good_deck(tmp_path), "fi")
    row = work.row("femte-samtalet", "options[2].text")
    assert [cell.value for cell in work.sheet[1]] == [
        "Text", "Läge", "Källtext (sv)", "Översättning (fi)", "Högst tecken", "Fält",
    ]  # fmt: skip
    assert [cell.value for cell in work.sheet[row]] == [
        "Kort 1 · Alternativ B", "saknas",
        "Jag lyssnar klart och tar reda på mer medan hon väntar.", None, 110,
        "femte-samtalet options[2].text #0",
    ]  # fmt: skip


def test_an_outdated_translation_stands_in_its_cell(tmp_path: Path) -> None:
    folder = good_deck(tmp_path).edit(CARD_FILE, "title: Femte samtalet", "title: Sjätte samtalet")
    work = WorkList(folder, "en", tongue="en")
    row = work.row("femte-samtalet", "title")
    assert [work.sheet[f"{letter}{row}"].value for letter in "BCD"] == [
        "outdated",
        "Sjätte samtalet",
        "The fifth call",
    ]


def test_a_language_written_from_the_right_is_shown_so(tmp_path: Path) -> None:
    work = WorkList(good_deck(tmp_path), "ar")
    assert work.sheet["D2"].alignment.readingOrder == 2
    assert work.sheet["C2"].alignment.readingOrder == 0


@pytest.mark.parametrize("language", ["fi", "ar"])
def test_a_whole_list_adds_the_language(tmp_path: Path, language: str) -> None:
    folder = every_kind(tmp_path)
    stamp(folder.path)
    taken = WorkList(folder, language).fill().written()
    assert len(taken.stamped) == len(taken.written) == 9
    deck = load_deck(folder.path).deck
    assert deck is not None
    assert deck.languages == ("sv", "en", language)
    assert set(states(folder, language)) == {"current"}
    assert check_deck(folder.path, languages=["sv", language]) == []


def test_the_list_may_be_csv(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    work = jobs(read_deck(folder.path), "fi")
    for plain in (False, True):
        text = work_csv(work, "sv", "fi", "sv", plain).decode("utf-8-sig")
        separator = "," if plain else ";"
        head, *rows = csv.reader(StringIO(text, newline=""), delimiter=separator)
        filled = [[*row[:3], row[2], *row[4:]] for row in rows]
        data = joined([head, *filled], separator).encode()
        taken = take(read_deck(folder.path), table_of(data, "lista.csv"), "fi")
        assert taken.stamped == ("femte-samtalet",)
        assert taken.outcome.findings == ()


def test_only_the_translation_changes_in_the_file(tmp_path: Path) -> None:
    folder = good_deck(tmp_path).edit(
        CARD_FILE, "    prevent: Call first, before the promised day has gone.\n", "    prevent: Call.\n"
    )
    folder.edit(CARD_FILE, "prevent: Ring själv upp", "prevent: Ring upp själv")
    before = folder.read(CARD_FILE)
    work = WorkList(folder, "en")
    for row in range(2, work.sheet.max_row + 1):
        work.sheet[f"{STATE}{row}"].value = "klar"
    work.sheet[f"{TRANSLATION}{work.row('femte-samtalet', 'prevent')}"].value = "Call first."
    assert work.written().stamped == ("femte-samtalet",)
    after = folder.read(CARD_FILE)
    changed = [line for line in after.splitlines() if line not in before.splitlines()]
    assert [line.strip().split(":")[0] for line in changed] == ["rev", "of", "prevent"]
    assert set(states(folder, "en")) == {"current"}


def test_an_old_translation_that_nobody_looked_at_is_not_stamped(tmp_path: Path) -> None:
    folder = good_deck(tmp_path).edit(CARD_FILE, "title: Femte samtalet", "title: Sjätte samtalet")
    work = WorkList(folder, "en")
    work.sheet[f"{TRANSLATION}{work.row('femte-samtalet', 'title')}"].value = "The sixth call"
    taken = work.written()
    assert (taken.written, taken.stamped) == (("femte-samtalet",), ())
    assert [item.code for item in taken.outcome.findings] == ["work-unread"]
    assert "title: The sixth call" in folder.read(CARD_FILE)
    assert "femte-samtalet title" in states(folder, "en")["current"], "what was looked at stays so"
    assert len(states(folder, "en")["outdated"]) == 12


def test_a_list_that_comes_back_untouched_changes_nothing(tmp_path: Path) -> None:
    folder = good_deck(tmp_path).edit(CARD_FILE, "title: Femte samtalet", "title: Sjätte samtalet")
    before = folder.read(CARD_FILE)
    assert WorkList(folder, "en").written().written == ()
    assert folder.read(CARD_FILE) == before


def test_a_question_more_in_the_source_is_a_row_more(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    folder.edit(
        CARD_FILE,
        "      - Vad händer med de tre i kön?\n",
        "      - Vad händer med de tre i kön?\n      - Och du?\n",
    )
    work = WorkList(folder, "en").fill("En")
    for row in range(2, work.sheet.max_row + 1):
        work.sheet[f"{STATE}{row}"].value = "done"
    assert work.written().stamped == ("femte-samtalet",)
    assert check_deck(folder.path) == []


def test_a_question_less_in_the_source_is_one_less_in_the_translation(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    three = "      - Vad händer med de tre i kön?\n      - Och du?\n"
    folder.edit(CARD_FILE, "      - Vad händer med de tre i kön?\n", three)
    folder.edit(
        CARD_FILE,
        "      - What happens to the three who wait?\n",
        "      - What happens to the three who wait?\n      - And you?\n",
    )
    stamp(folder.path)
    folder.edit(CARD_FILE, "      - Och du?\n", "")
    work = WorkList(folder, "en")
    for row in range(2, work.sheet.max_row + 1):
        work.sheet[f"{STATE}{row}"].value = "klar"
    work.written()
    assert "And you?" not in folder.read(CARD_FILE)
    assert check_deck(folder.path) == []


Spoil = Callable[[WorkList], object]
SPOILT: list[tuple[str, str, Spoil, str, str]] = [
    ("another text", "fi", lambda w: put(w, "F7", "femte-samtalet options[9].text"), "work-row", "F7"),
    ("a row twice", "fi", lambda w: put(w, "F7", w.sheet["F6"].value), "row-twice", "F7"),
    (
        "a source text that has changed",
        "fi",
        lambda w: put(w, "C6", "Sjunde samtalet"),
        "source-changed",
        "C6",
    ),
    ("a translation too long", "fi", lambda w: put(w, "D6", "å" * 41), "too-long", "D6"),
    ("a title of the deck too long", "fi", lambda w: put(w, "D2", "å" * 41), "too-long", "D2"),
    ("an empty row of a new language", "fi", lambda w: put(w, "D9", None), "work-left", "D9"),
    ("a row removed from a new language", "fi", lambda w: w.sheet.delete_rows(9), "work-left", "A1"),
    ("a formula", "fi", lambda w: put(w, "D9", "=1"), "formula", "D9"),
    ("a date", "fi", lambda w: put(w, "D9", 1.5), "cell-number", "D9"),
    ("a list for another language", "fi", lambda w: put(w, "D1", "Översättning (de)"), "no-work-sheet", "A1"),
    (
        "a text that is newer in the deck",
        "en",
        lambda w: newer_in_the_deck(w),
        "work-newer",
        "D2",
    ),
    ("texts that nobody looked at", "en", lambda w: put(w, "D2", "Call six"), "work-unread", "D3"),
]


def newer_in_the_deck(work: WorkList) -> None:
    put(work, "F2", "femte-samtalet title #1234abcd")
    put(work, "D2", "Call six")


def put(work: WorkList, cell: str, value: object) -> None:
    work.sheet[cell].value = value


@pytest.mark.parametrize(
    ("language", "spoil", "code", "cell"), [row[1:] for row in SPOILT], ids=[row[0] for row in SPOILT]
)
def test_a_spoilt_list_is_found_out_at_its_cell(
    language: str, spoil: Spoil, code: str, cell: str, tmp_path: Path
) -> None:
    folder = good_deck(tmp_path)
    if language == "en":
        folder.edit(CARD_FILE, "title: Femte samtalet", "title: Sjätte samtalet")
    before = folder.read(CARD_FILE)
    work = WorkList(folder, language).fill() if language == "fi" else WorkList(folder, language)
    spoil(work)
    taken = work.taken()
    found = {(item.code, f"{get_column_letter(item.column)}{item.line}") for item in taken.outcome.findings}
    assert (code, cell) in found
    assert taken.outcome.is_broken == (WORK[code].severity == "error" if code in WORK else True)
    assert folder.read(CARD_FILE) == before


def test_what_a_card_has_waits_until_the_rest_is_there(tmp_path: Path) -> None:
    folder = good_deck(tmp_path).edit(
        CARD_FILE, "    prevent: Ring", "    warn: Kan kännas.\n    prevent: Ring"
    )
    before = folder.read(CARD_FILE)
    work = WorkList(folder, "en")
    put(work, f"D{work.row('femte-samtalet', 'title')}", "Call five")
    taken = work.written()
    found = [(item.code, item.line) for item in taken.outcome.findings if item.code == "work-left"]
    assert found == [("work-left", work.row("femte-samtalet", "warn"))]
    assert folder.read(CARD_FILE) == before
    again = WorkList(folder, "en")
    put(again, f"D{again.row('femte-samtalet', 'warn')}", "May be felt.")
    again.written()
    assert "title: Call five" in folder.read(CARD_FILE)
    assert not (folder.path / "translations").exists()


def test_a_begun_language_is_durable_and_breaks_nothing(tmp_path: Path) -> None:
    folder = every_kind(tmp_path)
    stamp(folder.path)
    before = load_deck(folder.path)
    work = WorkList(folder, "fi").fill()
    for row in range(10, work.sheet.max_row + 1):
        put(work, f"D{row}", None)
    taken = work.written()
    assert (len(taken.waiting), taken.left, taken.written) == (8, taken.total - 8, ())
    assert load_deck(folder.path) == before
    rest = WorkList(folder, "fi")
    assert rest.sheet.max_row - 1 == taken.left
    rest.fill().written()
    deck = load_deck(folder.path).deck
    assert deck is not None
    assert deck.languages == ("sv", "en", "fi")


def test_a_waiting_text_whose_source_has_changed_is_outdated(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    work = WorkList(folder, "fi").fill()
    put(work, "D9", None)
    work.written()
    folder.edit(CARD_FILE, "title: Femte samtalet", "title: Sjätte samtalet")
    again = WorkList(folder, "fi")
    row = again.row("femte-samtalet", "title")
    assert [again.sheet[f"{letter}{row}"].value for letter in "BD"] == ["inaktuell", "Fimte samtalet"]
    assert again.sheet.max_row == 3


def test_a_row_whose_source_has_changed_meanwhile_is_kept_as_outdated(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    work = WorkList(folder, "fi").fill()
    folder.edit(CARD_FILE, "title: Femte samtalet", "title: Sjätte samtalet")
    taken = work.written()
    assert {item.code for item in taken.outcome.findings} == {"source-changed", "work-unread"}
    assert WorkList(folder, "fi").sheet.max_row == 2


def test_every_word_about_work_lists_is_said_here() -> None:
    assert set(WORK) == {row[3] for row in SPOILT} & set(WORK)


def test_a_waiting_text_stays_outdated_until_somebody_looks(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    work = WorkList(folder, "fi").fill()
    put(work, "D9", None)
    put(work, "D10", None)
    work.written()
    folder.edit(CARD_FILE, "title: Femte samtalet", "title: Sjätte samtalet")
    half = WorkList(folder, "fi")
    put(half, "D3", half.sheet["C3"].value)
    half.written()
    last = WorkList(folder, "fi")
    assert [row[1].value for row in last.sheet.iter_rows(min_row=2)].count("inaktuell") == 1


def outdated_english(folder: Path) -> tuple[DeckFolder, WorkList]:
    """A deck whose English title is to be looked at, the list of that, and then another title in the deck."""
    deck = good_deck(folder).edit(CARD_FILE, "title: Femte samtalet", "title: Sjätte samtalet")
    work = WorkList(deck, "en")
    return deck.edit(CARD_FILE, "title: The fifth call", "title: The newer call"), work


@pytest.mark.parametrize("older", [False, True])
def test_a_row_that_nobody_touched_never_writes_over_a_newer_text(tmp_path: Path, older: bool) -> None:
    folder, work = outdated_english(tmp_path)
    put(work, f"{STATE}{work.row('femte-samtalet', 'title')}", "klar")
    put(work, f"{TRANSLATION}{work.row('femte-samtalet', 'prevent')}", "Call first.")
    taken = work.written(older)
    assert "title: The newer call" in folder.read(CARD_FILE)
    assert 'prevent: "Call first."' in folder.read(CARD_FILE)
    assert "work-newer" not in {item.code for item in taken.outcome.findings}
    assert "femte-samtalet title" in states(folder, "en")["outdated"], "nobody has read the newer text"


@pytest.mark.parametrize(("older", "title"), [(False, "The newer call"), (True, "The sixth call")])
def test_a_row_filled_in_writes_over_a_newer_text_only_when_asked_to(
    tmp_path: Path, older: bool, title: str
) -> None:
    folder, work = outdated_english(tmp_path)
    put(work, f"{TRANSLATION}{work.row('femte-samtalet', 'title')}", "The sixth call")
    taken = work.written(older)
    assert f"title: {title}" in folder.read(CARD_FILE)
    assert ("work-newer" in {item.code for item in taken.outcome.findings}) is not older


def test_a_csv_list_is_divided_by_its_headings_however_many_commas_its_texts_have(tmp_path: Path) -> None:
    folder = good_deck(tmp_path)
    folder.edit(CARD_FILE, "title: Femte samtalet", "title: Ett, två, tre, fyra, fem, sex, sju, åtta")
    work = jobs(read_deck(folder.path), "en")[4:5]
    data = work_csv(work, "sv", "en", "sv", plain=False)
    table = table_of(data, "lista.csv")
    assert [len(row.cells) for row in table.grids[0].rows] == [6, 6]
    assert "no-work-sheet" not in {
        item.code for item in take(read_deck(folder.path), table, "en").outcome.findings
    }
