"""Those who lead together, and what the host's own machine does beside the room."""

from __future__ import annotations

import queue
from collections.abc import Callable
from pathlib import Path

from game.client.own_programmes import OwnProgrammes
from game.client.paperwork import NotPrinted, desk_of
from game.client.pilot import Pilot
from game.client.play import Play
from game.client.stations import host
from game.client.stations.board import Board
from game.client.stations.desk import RunSheet
from game.client.stations.host_leaders import host_name
from game.client.ui import Ctx, Node
from game.rules import Presence
from game.rules.command import OpenNext, SkipStep
from game.rules.hosting import LEAD_GONE
from tests.client.pictures_hall import board, hall
from tests.client.tables import House
from tests.client.test_host import lost, reach

Work = queue.SimpleQueue[Callable[[], object]]


def led() -> tuple[House, Play, Play]:
    """(house, host, co-host) in the lobby."""
    house, leader, _wall = hall(1)
    return house, leader, house.host(lead=False)


def window(house: House, play: Play) -> tuple[Board, Pilot]:
    whole = board(play)
    return whole, house.pilot(play, lambda play, ctx: host.build(whole, ctx))


def station(play: Play) -> str:
    assert play.you is not None
    return play.you["station"]


def test_the_lead_is_handed_over_from_the_list() -> None:
    house, leader, helper = led()
    _whole, pilot = window(house, leader)
    pilot.press("m")
    pilot.pane.reveal(f"lead {station(helper)}")
    assert pilot.see("Huvudspelledare")
    assert pilot.see("Medspelledare")
    reach(pilot, f"lead {station(helper)}")
    assert pilot.see("Lämna över till Medspelledare?")
    assert not house.game.room.stations[station(helper)].lead
    pilot.click("yes lead")
    assert house.game.room.stations[station(helper)].lead
    assert not house.game.room.stations[station(leader)].lead
    assert not any(target.key.startswith("lead ") for target in pilot.pane.live())


def test_hosts_are_called_by_what_they_are_alike_in_every_window() -> None:
    house, leader, helper = led()
    another = house.host(lead=False)
    for play in (leader, helper, another):
        whole, told = board(play), list[str]()

        def build(play: Play, ctx: Ctx, whole: Board = whole, told: list[str] = told) -> Node:
            told[:] = [host_name(play, station(one), ctx) for one in (leader, helper, another)]
            return host.build(whole, ctx)

        house.pilot(play, build)
        assert told == ["Huvudspelledare", "Medspelledare 1", "Medspelledare 2"]
    _whole, pilot = window(house, leader)
    pilot.press("m")
    reach(pilot, f"remove {station(another)}")
    assert pilot.see("Ta bort Medspelledare 2?")


def test_the_lead_is_not_handed_to_a_host_who_is_lost() -> None:
    house, leader, helper = led()
    lost(house, helper)
    _whole, pilot = window(house, leader)
    pilot.press("m")
    reach(pilot, f"lead {station(helper)}")
    assert leader.kept["ask"] == "more"


def test_who_has_a_new_key_is_told_where_to_share_the_lead() -> None:
    house, leader, _helper = led()
    whole, pilot = window(house, leader)
    whole.key = "K7PR-2MXA-9TBE-HS4D"
    pilot.pane.refresh()
    assert pilot.see("en medspelledare får en egen nyckel under Mer, Medspelledare")


def test_a_cohost_takes_the_lead_only_when_it_is_free() -> None:
    house, _leader, helper = led()
    _whole, pilot = window(house, helper)
    pilot.press("m")
    assert "take lead" not in {target.key for target in pilot.pane.live()}
    house.presence = Presence(lead_gone=True)
    house.refresh()
    pilot.pane.refresh()
    reach(pilot, "take lead")
    assert pilot.see("Du kan ta över när hen har varit borta i en minut."), "somebody came back meanwhile"
    house.facts.lead_gone = LEAD_GONE
    reach(pilot, "take lead")
    assert house.game.room.stations[station(helper)].lead
    assert "take lead" not in {target.key for target in pilot.pane.live()}


def test_the_leader_is_not_offered_what_is_theirs() -> None:
    house, leader, _helper = led()
    _whole, pilot = window(house, leader)
    pilot.press("m")
    assert "take lead" not in {target.key for target in pilot.pane.live()}


def test_a_host_who_is_lost_is_shown_and_removed_after_a_question() -> None:
    house, leader, helper = led()
    lost(house, helper)
    _whole, pilot = window(house, leader)
    pilot.press("m")
    pilot.pane.reveal(f"remove {station(helper)}")
    pilot.settle()
    assert pilot.see("tappat nätet")
    pilot.click(f"remove {station(helper)}")
    assert station(helper) in house.game.room.stations
    pilot.press("return")
    assert station(helper) in house.game.room.stations, "Enter answers no"
    reach(pilot, f"remove {station(helper)}")
    pilot.click("yes host")
    assert station(helper) not in house.game.room.stations


def test_a_key_for_a_cohost_is_asked_for_and_shown_once() -> None:
    house, leader, _helper = led()
    whole, pilot = window(house, leader)
    whole.desk.ask_key = lambda: setattr(whole.desk, "key", "Q2WE-4RTY")
    pilot.press("m")
    reach(pilot, "new cohost")
    assert not pilot.see("Q2WE-4RTY")
    pilot.press("return")
    assert pilot.see("Q2WE-4RTY")
    pilot.press("return")
    assert whole.desk.key == "Q2WE-4RTY", "one press too many does not throw it away"
    pilot.click("key saved")
    assert whole.desk.key == ""
    reach(pilot, "new cohost")
    assert not pilot.see("Q2WE-4RTY")


def test_without_a_way_to_ask_there_is_no_button_for_keys() -> None:
    house, leader, _helper = led()
    _whole, pilot = window(house, leader)
    pilot.press("m")
    assert "new cohost" not in {target.key for target in pilot.pane.live()}


# --- programmes ---


def keeping(folder: Path) -> tuple[House, Board, Pilot]:
    """The programme's dialog is open, and its programmes lie in the folder."""
    house, leader, _wall = hall(1)
    whole, pilot = window(house, leader)
    whole.desk.programmes = OwnProgrammes(folder)
    leader.kept["ask"] = "plan"
    pilot.pane.refresh()
    return house, whole, pilot


def test_a_programme_is_kept_under_a_name_and_forgotten_after_a_question(tmp_path: Path) -> None:
    house, _whole, pilot = keeping(tmp_path)
    reach(pilot, "keep plan")
    pilot.click("programme name")
    pilot.type("Vår halvdag")
    pilot.press("return")
    assert pilot.see("”Vår halvdag” är sparat.")
    (one,) = OwnProgrammes(tmp_path).listed()
    assert (one.preset, one.pace, one.steps) == ("Halvdag", "hall", house.game.room.steps)
    assert pilot.see("13 steg, 121 min")
    pilot.click("forget Vår halvdag")
    assert OwnProgrammes(tmp_path).listed()
    pilot.click("yes forget")
    assert not OwnProgrammes(tmp_path).listed()
    pilot.press("escape")
    assert pilot.see("Lägg till …")


def test_a_name_that_is_taken_says_that_it_takes_its_place(tmp_path: Path) -> None:
    _house, _whole, pilot = keeping(tmp_path)
    reach(pilot, "keep plan")
    pilot.click("programme name")
    pilot.type("Dagen")
    pilot.press("return")
    assert pilot.see("Byt ut ”Dagen”")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "programmes").write_text("i vägen", encoding="utf-8")
    _house, _whole, pilot = keeping(tmp_path)
    reach(pilot, "keep plan")
    pilot.click("programme name")
    pilot.type("Dagen")
    pilot.press("return")
    assert pilot.see("går inte att skriva i")


# --- paper ---


def printing(tmp_path: Path, write: Callable[[RunSheet], Path]) -> tuple[Work, Pilot]:
    """The dialog for the run sheet is open; what the printer says waits in the queue."""
    house, leader, _wall = hall(1)
    whole, pilot = window(house, leader)
    work: Work = queue.SimpleQueue()
    whole.desk = desk_of(tmp_path, write, work.put)
    leader.kept["ask"] = "plan"
    pilot.pane.refresh()
    reach(pilot, "run sheet")
    return work, pilot


def test_a_run_sheet_is_made_of_the_room_s_programme_from_the_time_that_is_typed(tmp_path: Path) -> None:
    sheets: list[RunSheet] = []

    def write(sheet: RunSheet) -> Path:
        sheets.append(sheet)
        return tmp_path / "korschema.pdf"

    work, pilot = printing(tmp_path, write)
    pilot.click("sheet start")
    pilot.press("ctrl+a")
    pilot.type("13.15")
    pilot.press("return")
    work.get(timeout=10)()
    pilot.pane.refresh()
    (sheet,) = sheets
    assert (sheet.start, sheet.name, len(sheet.steps)) == (13 * 60 + 15, "FKT-482", 13)
    assert pilot.see("korschema.pdf")


def test_a_sheet_that_cannot_be_written_says_why(tmp_path: Path) -> None:
    def write(sheet: RunSheet) -> Path:
        raise NotPrinted({"sv": "Mappen är full.", "en": "The folder is full."})

    work, pilot = printing(tmp_path, write)
    pilot.click("print sheet")
    work.get(timeout=10)()
    pilot.pane.refresh()
    assert pilot.see("Mappen är full.")


def test_a_time_that_is_none_is_not_printed(tmp_path: Path) -> None:
    _work, pilot = printing(tmp_path, lambda sheet: tmp_path)
    pilot.click("sheet start")
    pilot.press("ctrl+a")
    pilot.type("25.00")
    assert pilot.see("Skriv timme och minut")
    assert not pilot.pane.target("print sheet").enabled  # type: ignore[union-attr]


def test_a_cohost_is_told_that_the_end_is_for_whoever_leads() -> None:
    house, leader, helper = led()
    house.does(leader, OpenNext(serial=leader.serial))
    while house.game.room.stage.step < len(house.game.room.steps) - 1:
        house.does(leader, SkipStep(serial=leader.serial))
    house.does(leader, OpenNext(serial=leader.serial))
    house.does(leader, OpenNext(serial=leader.serial))
    _whole, pilot = window(house, helper)
    assert pilot.see("Den som leder avslutar")
    _whole, pilot = window(house, leader)
    assert not pilot.see("Den som leder avslutar")
