"""A programme of one's own, a key for a co-host, and a rehearsal: real windows and a real server."""

from __future__ import annotations

from pathlib import Path

from game.client.api import healthz
from game.client.own_programmes import OwnProgramme, OwnProgrammes
from game.client.pilot import Pilot
from game.client.serving import Company
from game.commands.ownserver import OwnRehearsal
from game.rules import Step
from tests.client.running import Run, a_led_room, a_run, a_server

STEPS = (
    Step(kind="frame", minutes=2),
    Step(kind="checkin", minutes=4, card="incheckning/energi"),
    Step(kind="round", minutes=9, card="motet/sockorna"),
    Step(kind="round", minutes=9, card="borttagen/kortet"),
    Step(kind="round", minutes=9, theme="Väntan"),
)
OURS = OwnProgramme(name="Vår tisdag", preset="APT 60", pace="hall", decks=("motet",), steps=STEPS)


def choosing(run: Run) -> Pilot:
    """At the choices for a new room, every deck read."""
    pilot = run.open()
    pilot.press("return")
    run.until(lambda: run.booth().make.ready)
    run.until(lambda: not any(deck.reading for deck in run.booth().make.decks or ()))
    return pilot


def test_a_programme_of_ones_own_is_chosen_and_played(tmp_path: Path) -> None:
    OwnProgrammes(tmp_path / "me").save(OURS)
    with a_server(tmp_path / "db") as served, a_run(tmp_path / "me", server=served.url) as run:
        pilot = choosing(run)
        pilot.click("own Vår tisdag")
        assert pilot.see("1 valt kort i programmet finns inte i de valda lekarna")
        assert pilot.problems() == []
        pilot.press("return")
        run.until(lambda: run.booth().play.host is not None)
        room, host = run.booth().play.room, run.booth().play.host
        assert room is not None
        assert host is not None
        assert (room["preset"], room["pace"]) == ("Vår tisdag", "hall")
        assert [(step["kind"], step["minutes"], step["card"]) for step in host["steps"]] == [
            ("frame", 2, ""),
            ("checkin", 4, "incheckning/energi"),
            ("round", 9, "motet/sockorna"),
            ("round", 9, ""),
            ("round", 9, ""),
        ]
        assert host["steps"][4]["theme"] == "Väntan"


def test_how_many_must_be_behind_a_number_is_raised_where_the_room_is_made_and_kept(tmp_path: Path) -> None:
    kept = OwnProgrammes(tmp_path / "me")
    kept.save(OURS.model_copy(update={"k_seats": 12}))
    with a_server(tmp_path / "db") as served, a_run(tmp_path / "me", server=served.url) as run:
        pilot = choosing(run)
        pilot.click("own Vår tisdag")
        pilot.wheel("deck motet", -100)
        assert pilot.see("först när minst 12 har svarat, från minst 3 bord")
        pilot.click("k tables less")
        assert pilot.see("från minst 3 bord")
        pilot.click("k tables more")
        assert pilot.see("först när minst 12 har svarat, från minst 4 bord")
        form = run.booth().make
        form.pick("Lecture")
        assert (form.request().k_seats, form.request().k_tables) == (6, None)
        form.pick("Solo")
        pilot.pane.refresh()
        assert not pilot.see("SIFFROR")
        form.pick_own(form.own_programmes[0])
        pilot.press("return")
        run.until(lambda: run.booth().play.host is not None)
        room = run.booth().play.room
        assert room is not None
        assert (room["k_seats"], room["k_tables"]) == (12, 4)
        pilot.pane.refresh()
        pilot.click("Jag har sparat den")
        board = run.booth().board
        board.ask("programmes")
        pilot.pane.refresh()
        pilot.click("programme name")
        pilot.type("Samma")
        pilot.press("return")
        again = kept.find("Samma")
        assert again is not None
        assert (again.k_seats, again.k_tables) == (12, 4)


def test_without_its_deck_every_card_of_the_programme_is_drawn(tmp_path: Path) -> None:
    OwnProgrammes(tmp_path / "me").save(OURS)
    with a_server(tmp_path / "db") as served, a_run(tmp_path / "me", server=served.url) as run:
        pilot = choosing(run)
        form = run.booth().make
        pilot.click("own Vår tisdag")
        other = next(deck.slug for deck in form.decks or () if deck.ok and deck.slug != "motet")
        form.play("motet", False)
        form.play(other, True)
        assert form.left_to_draw == 2
        assert {step.card for step in form.request().steps} == {None}
        form.pick("APT 30")
        assert form.request().steps == ()
        assert form.left_to_draw == 0


def test_a_programme_is_removed_only_after_a_question(tmp_path: Path) -> None:
    kept = OwnProgrammes(tmp_path / "me")
    kept.save(OURS)
    with a_server(tmp_path / "db") as served, a_run(tmp_path / "me", server=served.url) as run:
        pilot = choosing(run)
        pilot.click("own Vår tisdag")
        pilot.click("forget Vår tisdag")
        pilot.press("return")
        assert kept.find("Vår tisdag") == OURS
        pilot.click("forget Vår tisdag")
        pilot.click("yes forget")
        assert kept.listed() == ()
        assert not pilot.see("Vår tisdag")
        assert run.booth().make.request().steps == ()


def test_a_co_host_comes_in_with_a_key_that_the_host_was_shown_once(tmp_path: Path) -> None:
    with a_server(tmp_path / "db") as served, a_run(tmp_path / "host", server=served.url) as run:
        pilot = run.open()
        code = a_led_room(run)
        board = run.booth().board
        board.ask("cohost")
        pilot.pane.refresh()
        pilot.press("return")
        run.until(lambda: bool(board.desk.key))
        pilot.pane.refresh()
        key = board.desk.key
        assert pilot.see(key)
        with a_run(tmp_path / "other", server=served.url) as there:
            other = there.open()
            other.press("2")
            other.type(code.replace("-", ""))
            other.click("has key")
            assert other.see("Jag har en nyckel som spelledare eller medspelledare")
            other.click("host key")
            other.type(key)
            other.press("return")
            there.until(lambda: there.booth().play.host is not None)
            board_there = there.booth().play.host
            assert board_there is not None
            assert sorted(host["lead"] for host in board_there["hosts"]) == [False, True]
        pilot.click("key saved")
        assert not pilot.see(key)
        assert board.desk.key == ""


def test_a_trainer_rehearses_from_the_window_and_nothing_is_left(tmp_path: Path) -> None:
    with a_server(tmp_path / "db") as served:
        with a_run(tmp_path / "me", server=served.url, start_rehearsal=OwnRehearsal) as run:
            pilot = choosing(run)
            pilot.wheel("deck motet", -20)
            pilot.click("rehearse")
            pilot.wheel("CHEFER", -20)
            pilot.click("tables more")
            assert run.booth().make.company == Company(tables=7)
            assert pilot.see("Börja repetitionen")
            run.booth().make.company = Company(2, 3, "fast")
            pilot.press("return")
            run.until(lambda: sum(tile["seats"] for tile in run.booth().play.tiles) == 6)
            server = run.session.rehearsing.keeper.server
            assert server is not None
            assert (url := server.url) != served.url
            pilot.pane.refresh()
            assert not pilot.see("Din spelledarnyckel")
            pilot.press("return")
            run.until(lambda: all(tile["step"] >= 2 for tile in run.booth().play.tiles))
            assert run.booth().may_close()
        assert not healthz(url)
        with a_run(tmp_path / "me", server=served.url) as again:
            assert not again.open().see("Fortsätt i rummet")


def test_a_rehearsal_takes_no_place_of_the_room_that_is_kept(tmp_path: Path) -> None:
    with a_server(tmp_path / "db") as served:
        with a_run(tmp_path / "me", server=served.url) as run:
            run.open()
            code = a_led_room(run)
        with a_run(tmp_path / "me", server=served.url, start_rehearsal=OwnRehearsal) as run:
            run.open()
            run.booth().errands.rehearse(run.booth().make.request(), Company(1, 1, "fast"))
            run.until(lambda: run.booth().play.host is not None)
        with a_run(tmp_path / "me", server=served.url) as run:
            pilot = run.open()
            assert pilot.see(f"Fortsätt i rummet {code}?")
            pilot.press("return")
            run.until(lambda: run.booth().play.host is not None)
