"""What a language lacks becomes a list; what comes back is checked row by row before it is written."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from game.cards.check import check_deck
from game.cards.load import load_deck, read_deck
from game.cards.stamp import stamp
from game.cards.tables.merge import write
from game.cards.tables.reading import table_of
from game.cards.tables.taking import Taken, take
from game.cards.tables.worklist import Job, jobs, work_book, work_csv
from game.cards.wording_cells import WORK
from tests.cards.build import CARD_FILE, DeckFolder, every_kind, good_deck

STATE, SOURCE, TRANSLATION = "D", "E", "F"


class WorkList:
    """The deck's work list for a language, opened to be filled in."""

    def __init__(self, folder: DeckFolder, language: str, tongue: str = "sv") -> None:
        self.folder, self.language = folder, language
        work = tuple(job for job in jobs(read_deck(folder.path), language) if job.state != "current")
        self.book: Workbook = load_workbook(BytesIO(work_book(work, "sv", language, tongue)))
        sheet = self.book.active
        assert isinstance(sheet, Worksheet)
        self.sheet = sheet

    def row(self, card: str, field: str) -> int:
        names = [(cells[0].value, cells[1].value) for cells in self.sheet.iter_rows()]
        return names.index((card, field)) + 1

    def fill(self, words: str = "Fi: ") -> WorkList:
        """Translates every row that is empty, as long as its source text at most."""
        for row in range(2, self.sheet.max_row + 1):
            source = str(self.sheet[f"{SOURCE}{row}"].value)
            if self.sheet[f"{TRANSLATION}{row}"].value is None:
                keep = ", " if "values" in str(self.sheet[f"B{row}"].value) else ""
                self.sheet[f"{TRANSLATION}{row}"].value = source if keep else words[:2] + source[2:]
        return self

    def taken(self) -> Taken:
        stream = BytesIO()
        self.book.save(stream)
        table = table_of(stream.getvalue(), "lista.xlsx")
        return take(read_deck(self.folder.path), table, self.language)

    def written(self) -> Taken:
        taken = self.taken()
        assert not taken.outcome.is_broken, taken.outcome.findings
        write(self.folder.path, taken.outcome)
        return taken


def states(folder: DeckFolder, language: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for job in jobs(read_deck(folder.path), language):
        found.setdefault(job.state, []).append(f"{job.card} {job.name}")
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


def test_a_changed_source_makes_all_texts_of_the_card_outdated(tmp_path: Path) -> None:
    folder = good_deck(tmp_path).edit(CARD_FILE, "title: Femte samtalet", "title: Sjätte samtalet")
    outdated = states(folder, "en")["outdated"]
    assert all(name.startswith("femte-samtalet ") for name in outdated)
    assert len(outdated) == 13


def test_a_row_says_card_field_state_both_texts_and_how_long(tmp_path: Path) -> None:
    work = WorkList(good_deck(tmp_path), "fi")
    row = work.row("femte-samtalet", "options[2].text")
    assert [cell.value for cell in work.sheet[1]] == [
        "Kort", "Fält", "Vad", "Läge", "Källtext (sv)", "Översättning (fi)", "Högst tecken",
    ]  # fmt: skip
    assert [cell.value for cell in work.sheet[row]] == [
        "femte-samtalet", "options[2].text", "Alternativ 2", "saknas",
        "Jag lyssnar klart och tar reda på mer medan hon väntar.", None, 110,
    ]  # fmt: skip


def test_an_outdated_translation_stands_in_its_cell(tmp_path: Path) -> None:
    folder = good_deck(tmp_path).edit(CARD_FILE, "title: Femte samtalet", "title: Sjätte samtalet")
    work = WorkList(folder, "en", tongue="en")
    row = work.row("femte-samtalet", "title")
    assert [work.sheet[f"{letter}{row}"].value for letter in "DEF"] == [
        "outdated",
        "Sjätte samtalet",
        "The fifth call",
    ]


def test_a_language_written_from_the_right_is_shown_so(tmp_path: Path) -> None:
    work = WorkList(good_deck(tmp_path), "ar")
    assert work.sheet["F2"].alignment.readingOrder == 2
    assert work.sheet["E2"].alignment.readingOrder == 0


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
    work = [
        Job(job.card, job.path, job.source, job.source, job.state, job.most)
        for job in jobs(read_deck(folder.path), "fi")
    ]
    for plain in (False, True):
        data = work_csv(tuple(work), "sv", "fi", "sv", plain)
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
    ("another card", "fi", lambda w: put(w, "A7", "femte-samtal"), "work-card", "A7"),
    ("another field", "fi", lambda w: put(w, "B7", "options[9].text"), "work-field", "B7"),
    ("a row twice", "fi", lambda w: put(w, "B7", w.sheet["B6"].value), "row-twice", "B7"),
    (
        "a source text that has changed",
        "fi",
        lambda w: put(w, "E6", "Sjunde samtalet"),
        "source-changed",
        "E6",
    ),
    ("a translation too long", "fi", lambda w: put(w, "F6", "å" * 41), "too-long", "F6"),
    ("a title of the deck too long", "fi", lambda w: put(w, "F2", "å" * 41), "too-long", "F2"),
    ("an empty row of a new language", "fi", lambda w: put(w, "F9", None), "work-missing", "F9"),
    ("a row removed from a new language", "fi", lambda w: w.sheet.delete_rows(9), "work-absent", "A1"),
    ("a formula", "fi", lambda w: put(w, "F9", "=1"), "formula", "F9"),
    ("a date", "fi", lambda w: put(w, "F9", 1.5), "cell-number", "F9"),
    ("a list for another language", "fi", lambda w: put(w, "F1", "Översättning (de)"), "no-work-sheet", "A1"),
    ("texts that nobody looked at", "en", lambda w: put(w, "F2", "Call six"), "work-unread", "F3"),
]


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


def test_a_card_with_a_text_left_is_left_as_it_is(tmp_path: Path) -> None:
    folder = good_deck(tmp_path).edit(
        CARD_FILE, "    prevent: Ring", "    warn: Kan kännas.\n    prevent: Ring"
    )
    before = folder.read(CARD_FILE)
    work = WorkList(folder, "en")
    put(work, f"F{work.row('femte-samtalet', 'title')}", "Call five")
    taken = work.written()
    found = [(item.code, item.line) for item in taken.outcome.findings]
    assert found == [("work-left", work.row("femte-samtalet", "warn"))]
    assert folder.read(CARD_FILE) == before


def test_every_word_about_work_lists_is_said_here() -> None:
    assert set(WORK) - {row[3] for row in SPOILT} == {"work-left"}
