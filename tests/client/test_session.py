from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.client.first import first_picture
from game.client.news import Entered
from game.client.session import Options, Session, knock
from game.client.settings import Settings
from tests.client.running import Served, a_led_room, a_run, a_server, taken


def test_a_room_is_made_with_two_presses_of_enter_and_led_from_the_keyboard(tmp_path: Path) -> None:
    with a_run(tmp_path / "me", lambda: Served(tmp_path / "db")) as run:
        pilot = run.open()
        pilot.press("return")
        assert pilot.see("Startar servern")
        run.until(lambda: run.booth().make.ready)
        pilot.press("return")
        run.until(lambda: run.booth().play.host is not None)
        room = run.booth().play.room
        assert room is not None
        assert pilot.see("Din spelledarnyckel")
        pilot.press("return")
        assert pilot.see("Din spelledarnyckel"), "one press too many does not throw it away"
        pilot.press("escape")
        assert pilot.see("Din spelledarnyckel"), "nor does Esc"
        pilot.press("tab", "return")
        assert not pilot.see("Din spelledarnyckel")
        run.booth().mail.put(Entered("r1", "s1", "a token, after the network was lost"))
        run.booth().take()
        assert not pilot.see("Din spelledarnyckel")
        assert pilot.see(room["code"])
        assert pilot.see("192.168.1.20")
        pilot.press("return")
        assert pilot.see("Inget bord har kommit in än")
        pilot.press("return")
        assert not pilot.see("Inget bord har kommit in än")
        assert pilot.see(room["code"]), "Enter is the way back"
        pilot.press("return")
        pilot.click("yes start")
        run.until(lambda: pilot.see("Borden går i egen takt"))


def test_a_table_joins_with_the_code_and_sits_down(tmp_path: Path) -> None:
    with a_run(tmp_path / "me", lambda: Served(tmp_path / "db")) as run:
        run.open()
        booth = run.booth()
        booth.ask_programme()
        run.until(lambda: booth.make.ready)
        booth.make.make(booth.make.request())
        run.until(lambda: booth.play.host is not None)
        assert booth.play.room is not None
        code = booth.play.room["code"].replace("-", "").lower()
        with a_run(tmp_path / "other", server=run.session.server_url) as there:
            pilot = there.open()
            pilot.press("2")
            pilot.type(code)
            pilot.click("kind table")
            pilot.click("seats more")
            pilot.press("return")
            there.until(lambda: there.booth().page == "room" and there.booth().play.team is not None)
            assert len(there.booth().play.seats) == 5
            run.until(lambda: any(tile["seats"] == 5 for tile in booth.play.tiles))


def test_a_restarted_client_comes_back_to_its_seat(tmp_path: Path) -> None:
    with a_server(tmp_path / "db") as served:
        with a_run(tmp_path / "host", server=served.url) as run:
            run.open()
            booth = run.booth()
            booth.ask_programme()
            run.until(lambda: booth.make.ready)
            booth.make.make(booth.make.request())
            run.until(lambda: booth.play.host is not None)
            assert booth.play.room is not None
            assert booth.play.you is not None
            code, station = booth.play.room["code"], booth.play.you["station"]
        with a_run(tmp_path / "host", server=served.url) as run:
            pilot = run.open()
            assert pilot.see(f"Fortsätt i rummet {code}?")
            pilot.press("return")
            run.until(lambda: run.booth().play.host is not None)
            back = run.booth().play.you
            assert back is not None
            assert back["station"] == station


def test_a_wrong_code_is_told_in_place(tmp_path: Path) -> None:
    with a_server(tmp_path / "db") as served, a_run(tmp_path / "me", server=served.url) as run:
        pilot = run.open()
        pilot.press("2")
        pilot.type("BCD234")
        pilot.press("return")
        run.until(lambda: bool(run.booth().notice.trouble))
        assert run.booth().page == "join"
        assert pilot.problems() == []
        pilot.press("escape")
        assert pilot.see("Starta en session här")


def test_a_server_that_cannot_start_says_why(tmp_path: Path) -> None:
    with a_run(tmp_path / "me", taken) as run:
        pilot = run.open()
        pilot.press("1")
        run.until(lambda: bool(run.booth().notice.trouble))
        assert pilot.see("Port 8765 används redan.")


def test_a_server_that_is_not_there_is_told_and_tried_again(tmp_path: Path) -> None:
    with a_run(tmp_path / "me", server="http://127.0.0.1:9") as run:
        pilot = run.open()
        knock(run.booth(), "FKT-482", "solo", 1, None)
        run.until(lambda: bool(run.booth().notice.trouble))
        assert pilot.see("svarar inte")
        assert pilot.see("Försöker igen av sig själv")
        pilot.press("escape")
        run.until(lambda: run.booth().play.status.state == "idle")
        assert pilot.see("Starta en session här")


@pytest.mark.parametrize("given", ["http://10.0.0.7:9000/j/FKT-482", "10.0.0.7:9000"])
def test_the_door_shows_what_was_given_on_the_command_line(tmp_path: Path, given: str) -> None:
    with a_run(tmp_path / "me") as run:
        run.open()
        knock(run.booth(), given, None, 4, 3)
        assert run.booth().page == "join"
        assert run.booth().join.address == "http://10.0.0.7:9000"
        assert run.booth().join.team == 3


def test_the_host_opens_a_big_screen_in_a_second_window(tmp_path: Path) -> None:
    with a_run(tmp_path / "me", lambda: Served(tmp_path / "db")) as run:
        run.open()
        booth = run.booth()
        booth.ask_programme()
        run.until(lambda: booth.make.ready)
        booth.make.make(booth.make.request())
        run.until(lambda: booth.play.host is not None)
        booth.board.put_away()
        assert booth.board.open_screen is not None
        booth.board.open_screen()
        run.until(lambda: run.booth(1).play.room is not None)
        big = run.pilot()
        assert big.see("Välkommen")
        assert big.see("192.168.1.20")
        assert big.problems() == []


def test_the_hall_opens_with_the_room_once_when_that_was_asked_for(tmp_path: Path) -> None:
    with a_server(tmp_path / "db") as served, a_run(tmp_path / "me", server=served.url, hall=True) as run:
        run.open()
        a_led_room(run)
        run.until(lambda: len(run.session.booths) == 2 and run.booth(1).play.room is not None)
        assert [booth.kind for booth in run.session.booths] == ["host", "screen"]
        first, hall = run.app.windows
        assert hall.area[:2] != first.area[:2]
        again = run.booth().board.open_screen
        assert again is not None
        again()
        assert len(run.session.booths) == 2


def test_practice_starts_a_room_for_one(tmp_path: Path) -> None:
    with a_run(tmp_path / "me", lambda: Served(tmp_path / "db")) as run:
        pilot = run.open()
        pilot.press("4")
        run.until(lambda: run.booth().page == "room" and run.booth().play.room is not None)
        room = run.booth().play.room
        assert room is not None
        assert room["preset"] == "Solo"
        assert run.booth().play.kind == "solo"


def test_language_and_text_follow_the_person_and_sound_stays_with_the_kind_of_station(tmp_path: Path) -> None:
    with a_server(tmp_path / "db") as served:
        with a_run(tmp_path / "me", server=served.url) as run:
            pilot = run.open()
            booth = run.booth()
            booth.practise()
            run.until(lambda: booth.play.kind == "solo")
            booth.configure(replace(booth.settings, language="en", text=1.25, contrast=True, sound=True))
            booth.play.leave()
            pilot.pane.refresh()
            assert pilot.see("Join")
            assert booth.settings == Settings("en", 1.25, contrast=True)
        with a_run(tmp_path / "me", server=served.url) as run:
            assert run.open().see("Join")
            booth = run.booth()
            booth.practise()
            run.until(lambda: booth.play.kind == "solo")
            assert booth.settings == Settings("en", 1.25, contrast=True, sound=True)


def test_a_new_code_is_typed_without_what_was_wrong_with_the_old_one(tmp_path: Path) -> None:
    with a_server(tmp_path / "db") as served, a_run(tmp_path / "me", server=served.url) as run:
        pilot = run.open()
        pilot.press("2")
        pilot.type("BCD234")
        pilot.press("return")
        run.until(lambda: bool(run.booth().notice.trouble))
        assert pilot.see("Ingen öppen session har den koden")
        pilot.press("backspace")
        assert not pilot.see("Ingen öppen session har den koden")


def test_help_on_the_start_window_lists_the_keys(tmp_path: Path) -> None:
    with a_run(tmp_path) as run:
        pilot = run.open()
        pilot.press("f1")
        assert pilot.see("TANGENTER")
        pilot.press("pagedown", "pagedown")
        assert pilot.see("Hela skärmen")


def test_a_host_is_asked_before_the_server_goes_with_the_window(tmp_path: Path) -> None:
    with a_run(tmp_path / "me", lambda: Served(tmp_path / "db")) as run:
        pilot = run.open()
        booth = run.booth()
        booth.ask_programme()
        run.until(lambda: booth.make.ready)
        booth.make.make(booth.make.request())
        run.until(lambda: booth.play.host is not None)
        booth.board.put_away()
        assert booth.play.room is not None
        with a_run(tmp_path / "other", server=run.session.server_url) as there:
            there.open()
            knock(there.booth(), booth.play.room["code"], "table", 4, None)
            there.until(lambda: there.booth().play.team is not None)
            run.until(lambda: bool(booth.play.tiles))
            assert booth.may_close() is False
            pilot.pane.refresh()
            assert pilot.see("Stänga fönstret och servern?")
            pilot.click("Avbryt")
            assert not pilot.see("Stänga fönstret och servern?")


def test_the_first_picture_comes_to_life_in_the_same_window(tmp_path: Path) -> None:
    app, window = first_picture(Settings(motion=False))
    before = window.real.get_surface().copy()
    session = Session(Options(folder=tmp_path, settings=Settings(motion=False)), None, app)
    booth = session.open(window=window)
    app.turn()
    assert window.real.get_surface().get_buffer().raw == before.get_buffer().raw
    window.pane.handle(pygame.Event(pygame.KEYDOWN, key=pygame.K_2, mod=0, unicode="2", scancode=0))
    app.turn()
    assert booth.page == "join"
    session.close()
    app.close(window)


def test_work_that_needs_more_memory_than_there_is_comes_back_without_anything(tmp_path: Path) -> None:
    def too_much() -> str:
        raise MemoryError

    with a_run(tmp_path) as run:
        run.open()
        came: list[object] = []
        run.booth().play.work(lambda: "made", came.append)
        run.until(lambda: came == ["made"])
        run.booth().play.work(too_much, came.append)
        run.until(lambda: came == ["made", None])
