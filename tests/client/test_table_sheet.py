"""The table's own sheet, from its last page: made on the table's machine, without the server."""

from __future__ import annotations

import queue
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from game.client.news import Status
from game.client.paperwork import sheets_to
from game.client.pilot import Pilot
from game.client.play import Play
from game.client.settings import Language, Settings
from game.client.stations import team
from game.commands.tablesheet import save_table_sheet
from game.rules.command import CloseRoom, OpenNext, WriteNote
from tests.client.tables import House
from tests.printing.paper import Paper

WAIT = 20
CARDS = ("motet/sockorna", "motet/plogvallen", "motet/nummer-61")


class Evening:
    """A table that has played to its end, and a window on one of its stations."""

    def __init__(self, *, preset: str = "APT 60", seats: int = 4, cards: Sequence[str] = CARDS) -> None:
        self.work: queue.SimpleQueue[Callable[[], object]] = queue.SimpleQueue()
        self.house = House(preset, cards, slugs=("motet",))
        self.table = self.house.table(seats) if seats > 1 else self.house.solo()
        self.table.sheets = sheets_to(save_table_sheet, self.work.put)
        self.wall = self.house.screen(1)
        self.wall.sheets = sheets_to(save_table_sheet, self.work.put)

    def played(self, *, notes: bool = True) -> Evening:
        host = self.house.host()
        self.house.to("note")
        if notes:
            for tag, text in (("strengthen", "Vi lyssnar klart."), ("act", "Skylten leder fel.")):
                self.house.does(
                    self.table,
                    WriteNote.model_validate({"serial": self.table.serial, "tag": tag, "text": text}),
                )
        self.house.to("closed")
        if not self.house.game.room.closed:
            self.house.does(host, CloseRoom())
        return self

    def window(self, play: Play, language: Language = "sv") -> Pilot:
        return self.house.pilot(
            play, lambda play, ctx: team.build(play, ctx), (1280, 720), Settings(language)
        )

    def done(self, pilot: Pilot) -> None:
        """What the thread has brought."""
        self.work.get(timeout=WAIT)()
        pilot.pane.refresh()


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    (tmp_path / "Documents").mkdir()
    return tmp_path / "Documents"


@pytest.mark.parametrize(
    ("language", "file", "words"),
    [
        ("sv", "bordets-blad-FKT-482-1.pdf", ("Bord 1", "Gröna raggsockor", "Agera nu")),
        ("en", "table-sheet-FKT-482-1.pdf", ("Table 1", "Green woollen socks", "Act now")),
    ],
)
def test_one_key_saves_it_and_the_window_says_where(
    language: Language, file: str, words: tuple[str, ...], documents: Path
) -> None:
    evening = Evening().played()
    pilot = evening.window(evening.table, language)
    pilot.press("s")
    assert evening.table.sheets.works
    evening.done(pilot)
    assert pilot.see(f"Documents/{file}")
    assert pilot.problems() == []
    paper = Paper((documents / file).read_bytes())
    assert paper.count == 1
    for text in ("Vi lyssnar klart.", "Skylten leder fel."):
        assert text in paper.text
    for word in words:
        assert word.casefold() in paper.text.casefold()


def test_it_is_saved_without_the_server_and_when_the_room_is_known_no_more(documents: Path) -> None:
    evening = Evening().played()
    evening.house.cut(evening.table)
    pilot = evening.window(evening.table)
    pilot.click("save table sheet")
    evening.done(pilot)
    assert [path.name for path in documents.iterdir()] == ["bordets-blad-FKT-482-1.pdf"]
    evening.table.take(Status("refused", 0.0, "room_closed"))
    pilot.pane.refresh()
    assert pilot.see("Rummet är stängt")
    pilot.click("save table sheet")
    evening.done(pilot)
    assert pilot.see("Sparat:")
    assert pilot.problems() == []


def test_a_file_that_cannot_be_written_is_told_of_with_what_to_do(documents: Path) -> None:
    (documents / "bordets-blad-FKT-482-1.pdf").mkdir()
    evening = Evening().played()
    pilot = evening.window(evening.table)
    pilot.press("s")
    evening.done(pilot)
    assert pilot.see("kontrollera att mappen finns")
    assert pilot.problems() == []
    assert not evening.table.sheets.works


def test_a_wall_a_lectures_crowd_and_a_machine_without_a_printer_have_no_button() -> None:
    evening = Evening().played()
    assert not _offers(evening.window(evening.wall))
    assert _offers(evening.window(evening.table))
    evening.table.sheets = sheets_to(None, evening.work.put)
    assert not _offers(evening.window(evening.table))
    crowd = Evening(preset="Lecture", seats=1)
    for _ in range(8):
        crowd.house.solo(1)
    crowd.played(notes=False)
    assert not _offers(crowd.window(crowd.table))


def test_whoever_practised_alone_has_a_sheet_too() -> None:
    alone = Evening(preset="Solo", seats=1, cards=CARDS[:1])
    alone.house.does(alone.table, OpenNext(serial=alone.table.serial))
    alone.house.to("closed")
    pilot = alone.window(alone.table)
    assert pilot.see("Spara mitt blad")


def _offers(pilot: Pilot) -> bool:
    return "save table sheet" in {target.key for target in pilot.pane.live()}
