"""A screen says what has happened, what comes next and who will know – and its keys do nothing unasked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.client.news import Status
from game.client.pilot import Pilot
from game.client.play import Play
from game.client.settings import Settings
from game.client.slips import save_slip
from game.client.stations import team
from game.pledges import Opener
from game.rules.command import (
    CallTimeout,
    CastVote,
    CloseRoom,
    CloseVote,
    Leave,
    RaiseHand,
    Recover,
    SendMessage,
)
from game.rules.model import Presence
from tests.client.tables import House, a_room
from tests.pledged import cheap

CARD = "motet/utelast-igen"
MOVIE = Settings(motion=False)


def two_solos(phase: str, preset: str = "APT 30") -> tuple[House, Play, Play, Pilot]:
    house = House(preset, [CARD])
    reader, other = house.solo(), house.solo()
    house.host()
    house.to(phase)
    if not reader.may("open_next"):
        reader, other = other, reader
    return house, reader, other, house.pilot(reader, team.build, settings=MOVIE)


def write(pilot: Pilot, *texts: str) -> None:
    fields = [target.key for target in pilot.pane.live() if target.role == "field"]
    for key, text in zip(fields, texts, strict=True):
        pilot.click(key)
        pilot.type(text)


# --- what has been saved ---


def test_a_saved_check_in_says_so_and_enter_goes_on() -> None:
    _, reader, _, pilot = two_solos("checkin", "APT 60")
    pilot.press("7", "return")
    assert pilot.see("Sparad – du kan ändra tills vi går vidare.")
    assert not any(target.key.startswith("number") for target in pilot.pane.live())
    pilot.press("return")
    assert reader.stage is not None
    assert (reader.stage["phase"], reader.stage["round"]) != ("checkin", 1)


def test_a_saved_check_in_can_be_changed_and_is_said_to_be_saved_again() -> None:
    house, _, _, pilot = two_solos("checkin", "APT 60")
    pilot.press("7", "return")
    pilot.click("change")
    pilot.press("3", "return")
    assert pilot.see("Sparad – du kan ändra tills vi går vidare.")
    numbers = [
        body["number"] for box in house.facts.boxes.values() for body in box.values() if "number" in body
    ]
    assert numbers == [3]


def test_a_check_in_that_waits_for_the_network_is_not_called_saved() -> None:
    house, reader, _, pilot = two_solos("checkin", "APT 60")
    house.cut(reader)
    pilot.press("7", "return")
    assert not pilot.see("Sparad")
    assert pilot.see("Det du svarade skickas så fort det går.")
    house.heal(reader)
    pilot.pane.refresh()
    assert pilot.see("Sparad")


def test_after_pledge_and_receipt_one_waits_with_the_words_in_sight() -> None:
    _, _, other, _ = found = two_solos("pledge")
    pilot = found[0].pilot(other, team.build, settings=MOVIE)
    write(pilot, "telefonen ringer", "andas först")
    pilot.press("ctrl+return")
    assert pilot.see("Ditt kvitto")
    three = other.kept["promises"][other.seats[0]["id"]].receipt
    pilot.press("return")
    assert pilot.see("Klart. Vänta in de andra.")
    assert all(pilot.see(word) for word in three)
    assert not any(target.role == "field" for target in pilot.pane.live())
    pilot.click("change")
    assert any(target.role == "field" for target in pilot.pane.live())


# --- keys while a text is written ---


@pytest.mark.parametrize("phase", ["note", "pledge"])
def test_a_letter_never_calls_a_time_out_where_a_text_is_written(phase: str) -> None:
    house, table, _ = a_room(phase, cards=[CARD] * 3, seats=1)
    pilot = house.pilot(table, team.build, settings=MOVIE)
    pilot.press("return") if phase == "pledge" else None
    field = next(target for target in pilot.pane.live() if target.role == "field")
    assert pilot.focused() == field.key
    pilot.press("t")
    assert pilot.see("t")
    pilot.click("Meny")
    pilot.press("escape")
    pilot.pane.memory.focus = "menu"
    pilot.pane.memory.keyboard = True
    pilot.press("t", "p", "e")
    assert table.stage is not None
    assert table.stage["paused"] == ""


def test_an_own_answer_takes_letters_as_letters() -> None:
    house, table, _ = a_room("vote", cards=[CARD] * 3, seats=2)
    pilot = house.pilot(table, team.build, settings=MOVIE)
    pilot.press("return", "e", "t", "m")
    assert table.stage is not None
    assert table.stage["paused"] == ""
    assert pilot.see("tm")


def test_the_note_goes_on_by_key_when_nothing_is_written() -> None:
    house, table, _ = a_room("note", cards=[CARD] * 3)
    pilot = house.pilot(table, team.build, settings=MOVIE)
    serial = table.serial
    pilot.type("Halvfärdigt")
    pilot.press("ctrl+return")
    assert table.serial == serial
    pilot.press("ctrl+a", "backspace", "ctrl+return")
    assert table.serial != serial


# --- time-out, and going on without a host ---


def test_a_time_out_with_no_card_on_the_table_speaks_of_the_table_and_counts_its_keys() -> None:
    house, table, _ = a_room("frame", cards=[CARD] * 3)
    house.does(table, CallTimeout())
    pilot = house.pilot(table, team.build, settings=MOVIE)
    assert pilot.see("Paus vid bordet")
    keys = [target.shortcut for target in pilot.pane.live() if target.key in ("continue", "swap", "call")]
    assert sorted(keys) == ["1", "2"]


def test_after_a_restart_a_table_whose_host_is_gone_may_go_on_from_the_cover() -> None:
    house, table, _ = a_room("talk", cards=[CARD] * 3)
    house.itself(Recover(beat=house.facts.now))
    pilot = house.pilot(table, team.build, settings=MOVIE)
    assert pilot.see("Spelledaren trycker Fortsätt")
    house.presence = Presence(host="long_gone")
    house.facts.host_gone = 999_999
    house.refresh()
    pilot.pane.refresh()
    assert pilot.see("Servern har startat om")
    pilot.press("return")
    assert table.stage is not None
    assert table.stage["paused"] == ""


# --- who will know ---


def test_two_who_vote_are_told_before_and_after_that_each_will_know() -> None:
    house, table, _ = a_room("vote", cards=[CARD] * 3, seats=2)
    pilot = house.pilot(table, team.build, settings=MOVIE)
    promise = "Ni är två: när antalen visas vet båda vad den andra valde."
    assert pilot.see(promise)
    pilot.press("return")
    assert pilot.see(promise)
    house.to("reveal")
    pilot.pane.refresh()
    assert pilot.see("Ni är två, så båda vet nu vad den andra valde.")


def test_three_who_vote_are_not() -> None:
    house, table, _ = a_room("vote", cards=[CARD] * 3, seats=3)
    pilot = house.pilot(table, team.build, settings=MOVIE)
    assert not pilot.see("Ni är två")
    house.to("reveal")
    pilot.pane.refresh()
    assert not pilot.see("Ni är två")


@pytest.mark.parametrize(
    ("language", "kind", "why"),
    [
        ("sv", "Rösterna visas inte den här gången.", "Någon som röstade har lämnat bordet"),
        ("en", "The votes are not shown this time.", "Somebody who voted has left the table"),
    ],
)
def test_when_a_voter_has_left_the_other_is_told_kindly_why_nothing_is_shown(
    language: str, kind: str, why: str
) -> None:
    house, reader, other, _ = two_solos("reveal")
    house.does(other, Leave())
    pilot = house.pilot(reader, team.build, settings=Settings(language=language, motion=False))  # type: ignore[arg-type]
    assert pilot.see(kind)
    assert pilot.see(why)
    assert not pilot.see("Det finns inga röster")
    pilot.press("return")
    assert reader.stage is not None
    assert reader.stage["phase"] == "talk"


def test_when_nobody_voted_there_are_no_votes_to_show() -> None:
    house, table, host = a_room("vote", cards=[CARD] * 3)
    house.does(host, CloseVote(serial=table.serial, team=table.team["id"] if table.team else None))
    pilot = house.pilot(table, team.build, settings=MOVIE)
    assert table.stage is not None
    assert table.stage["phase"] == "reveal"
    assert pilot.see("Det finns inga röster att visa.")


def test_leaving_as_the_only_screen_warns_that_the_table_goes_with_it() -> None:
    house, table, _ = a_room("talk", cards=[CARD] * 3)
    pilot = house.pilot(table, team.build, settings=MOVIE)
    pilot.press("m")
    pilot.click("Lämna rummet")
    assert pilot.see("Bordet försvinner med den här skärmen")


def test_leaving_a_table_with_another_screen_does_not() -> None:
    house, table, _ = a_room("lobby", cards=[CARD] * 3)
    house.solo(1)
    pilot = house.pilot(table, team.build, settings=MOVIE)
    pilot.press("m")
    pilot.click("Lämna rummet")
    assert not pilot.see("Bordet försvinner")
    assert pilot.see("Skärmens platser lämnar bordet.")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_practice_by_oneself_speaks_of_no_hall_no_host_and_no_table(language: str) -> None:
    house = House("Solo", [CARD])
    solo = house.solo(ready=False)
    pilot = house.pilot(solo, team.build, settings=Settings(language=language, motion=False))  # type: ignore[arg-type]
    shown = pilot.texts()
    pilot.press("return")
    shown += pilot.texts()
    pilot.press("return")
    words = ("salen", "spelledar", "bordet", "borden", "hall", "host", "table")
    for phase, round in (
         ("frame", 1), ("draw", 1), ("read", 1), ("vote", 1), ("talk", 1), ("vote", 2),
        ("perspective", 1), ("note", 1), ("pledge", 1), ("closed", 1),
    ):  # fmt: skip
        house.to(phase, round)
        pilot.pane.refresh()
        shown += [text for text in pilot.texts() if text not in _card(solo)]
        for opened in ("menu", "help", "leave"):
            solo.kept["dialog"] = opened
            pilot.pane.refresh()
            shown += [text for text in pilot.texts() if text not in _card(solo)]
        solo.kept["dialog"] = ""
        pilot.pane.refresh()
    said = {text for text in shown if any(f" {word}" in f" {text.lower()}" for word in words)}
    assert {text for text in said if "tangentbord" not in text.lower()} == set()


def _card(play: Play) -> str:
    return str(play.card["text"]) if play.card else ""


def test_who_reads_is_you_when_it_is_you() -> None:
    _, _, _, pilot = two_solos("read")
    assert pilot.see("Du läser högt. Svaren kommer sedan.")


# --- signs ---


def test_cards_to_choose_from_show_their_keys() -> None:
    house, table, _ = a_room("draw", cards=[])
    pilot = house.pilot(table, team.build, settings=MOVIE)
    pilot.settle()
    inks = [str(op.args[0]) for op in pilot.pane.layout.ops if op.kind == "ink"]
    assert [ink for ink in inks if ink in ("1", "2")] == ["1", "2"]


@pytest.mark.parametrize(
    ("language", "quoted"), [("sv", "”Ringer en kollega”"), ("en", "“Ringer en kollega”")]
)
def test_own_answers_are_told_in_the_comparison_in_the_languages_own_quotes(
    language: str, quoted: str
) -> None:
    house, table, _ = a_room("vote", cards=[CARD] * 3, seats=3)
    seat = table.seats[0]["id"]
    house.does(table, CastVote(seat=seat, serial=table.serial, choice="own", text="Ringer en kollega"))
    house.everybody(leave_out=[seat])
    house.wait(6_000)
    house.to("compare")
    pilot = house.pilot(table, team.build, settings=Settings(language=language, motion=False))  # type: ignore[arg-type]
    assert pilot.see(quoted)
    assert pilot.see("Egna svar: 1 före" if language == "sv" else "Own answers: 1 before")


def test_help_lists_its_keys_with_signs_the_font_has() -> None:
    house, table, _ = a_room("talk", cards=[CARD] * 3)
    pilot = house.pilot(table, team.build, settings=Settings(motion=False))
    pilot.press("f1")
    pilot.settle()
    inks = [str(op.args[0]) for op in pilot.pane.layout.ops if op.kind == "ink"]
    icons = [op.args[0] for op in pilot.pane.layout.ops if op.kind == "icon"]
    assert "Ctrl + " in inks
    assert icons.count("enter") >= 2
    assert {"T", "M", "F11", "Tab"} <= set(inks)


# --- the host's line ---


@pytest.mark.parametrize("kind", ["table", "screen"])
def test_a_long_line_from_the_host_hides_nothing_of_whose_turn_it_is(kind: str) -> None:
    house, table, leader = a_room("talk", cards=[CARD], pace="hall")
    play = table if kind == "table" else house.screen(1)
    pilot = house.pilot(play, team.build, (1920, 1080), MOVIE)
    for shown in ("läser", "skriver", "Bord 1"):
        assert pilot.see(shown)
    house.does(leader, SendMessage(text="Ta gärna en fråga till. " * 6))
    pilot.pane.refresh()
    for shown in ("Ta gärna en fråga till.", "läser", "skriver", "Bord 1"):
        assert pilot.see(shown)
    assert pilot.problems() == []


def test_a_hand_that_is_up_is_seen_beside_the_hosts_line() -> None:
    house, table, leader = a_room("talk", cards=[CARD], pace="hall")
    house.does(table, RaiseHand())
    house.does(leader, SendMessage(text="Ta gärna en fråga till. " * 6))
    pilot = house.pilot(table, team.build, (1920, 1080), MOVIE)
    assert pilot.see("Handen är uppe")
    assert pilot.see("Ta gärna en fråga till.")
    assert pilot.problems() == []


# --- receipts ---


def marks_lying(house: House) -> set[str]:
    return {body["mark"] for box in house.facts.boxes.values() for body in box.values() if "mark" in body}


def test_the_words_are_shown_when_the_pledge_is_durable_and_not_before() -> None:
    house, _, other, _ = two_solos("pledge")
    pilot = house.pilot(other, team.build, settings=MOVIE)
    waiting: list[Callable[[], object]] = []
    other.work = lambda slow, then: waiting.append(lambda: then(slow()))
    write(pilot, "telefonen ringer", "andas först")
    pilot.press("ctrl+return")
    promise = other.kept["promises"][other.seats[0]["id"]]
    assert pilot.see("Löftet låses")
    house.cut(other)
    waiting.pop()()
    pilot.pane.refresh()
    assert pilot.see("Kvittot kommer när löftet är sparat.")
    assert not any(pilot.see(word) for word in promise.receipt)
    assert marks_lying(house) == set()
    house.heal(other)
    pilot.pane.refresh()
    assert all(pilot.see(word) for word in promise.receipt)
    assert marks_lying(house) == {cheap("".join(promise.receipt)).mark}


def test_words_that_are_somebody_elses_are_drawn_anew() -> None:
    house, reader, other, _ = two_solos("pledge")
    pilot = house.pilot(other, team.build, settings=MOVIE)
    marks = iter(("taget", "taget", "ledigt"))
    reader.opener = other.opener = lambda receipt, room: cheap(next(marks), room)
    first = house.pilot(reader, team.build, settings=MOVIE)
    write(first, "det ringer", "svara")
    first.press("ctrl+return")
    assert first.see("Ditt kvitto")
    write(pilot, "telefonen ringer", "andas först")
    pilot.press("ctrl+return")
    assert pilot.see("Ditt kvitto")
    assert marks_lying(house) == {cheap("taget").mark, cheap("ledigt").mark}


def test_a_receipt_that_a_shared_machine_has_not_shown_waits_for_its_symbol_to_the_end() -> None:
    house, table, _ = a_room("pledge", cards=[CARD] * 3, seats=2)
    pilot = house.pilot(table, team.build)
    pilot.press("return")
    write(pilot, "telefonen ringer", "andas först")
    pilot.press("ctrl+return")
    (promise,) = table.kept["promises"].values()
    assert pilot.see(promise.receipt[0])
    house.to("closed")
    pilot.pane.refresh()
    assert not pilot.see(promise.receipt[0])
    assert pilot.see("Egen symbol öppnar kvittot:")
    pilot.click(next(t.key for t in pilot.pane.live() if t.key.startswith("receipt ")))
    assert all(pilot.see(word) for word in promise.receipt)
    pilot.press("return")
    assert not pilot.see("Egen symbol öppnar kvittot:")
    assert table.kept["promises"] == {}


def test_a_slip_holds_the_words_and_nothing_of_the_pledge(tmp_path: Path) -> None:
    for language in ("sv", "en"):
        slip = save_slip(("ek", "sol", "hav"), "FKT-482", language, tmp_path)
        assert slip.path is not None
        told = slip.path.read_text("utf-8-sig")
        assert "ek  sol  hav" in told
        assert "FKT-482" in told
    assert save_slip(("ek", "sol", "hav"), "FKT-482", "sv", tmp_path / "saknas").path is None


def held(play: Play) -> list[Callable[[], object]]:
    """What the station works at slowly waits here until it is called."""
    waiting: list[Callable[[], object]] = []
    play.work = lambda slow, then: waiting.append(lambda: then(slow()))
    return waiting


def test_a_pledge_that_came_too_late_is_told_of_and_opens_for_its_symbol_alone() -> None:
    house, table, host = a_room("pledge", cards=[CARD] * 3, seats=2)
    pilot = house.pilot(table, team.build)
    waiting = held(table)
    pilot.press("return")
    write(pilot, "telefonen ringer", "andas först")
    pilot.press("ctrl+return")
    house.to("closed")
    waiting.pop()()
    house.does(host, CloseRoom())
    pilot.pane.refresh()
    assert not pilot.see("Egen symbol öppnar kvittot:")
    assert marks_lying(house) == set()
    assert pilot.see("Ett löfte blev inte sparat innan steget var slut.")
    assert not pilot.see("andas först")
    pilot.click(next(t.key for t in pilot.pane.live() if t.key.startswith("receipt ")))
    assert pilot.see("När telefonen ringer så ska jag andas först.")
    pilot.press("return")
    assert pilot.see("andas först")
    pilot.click("unsaved seen")
    assert not pilot.see("löfte blev inte sparat")
    assert table.kept["promises"] == {}


def test_by_oneself_a_pledge_that_came_too_late_is_told_of_with_what_was_written() -> None:
    house, reader, other, _ = two_solos("pledge")
    pilot = house.pilot(other, team.build, settings=MOVIE)
    waiting = held(other)
    write(pilot, "telefonen ringer", "andas först")
    pilot.press("ctrl+return")
    house.to("closed")
    pilot.pane.refresh()
    assert pilot.see("Kvittot kommer när löftet är sparat.")
    waiting.pop()()
    pilot.pane.refresh()
    assert pilot.see("Ditt löfte blev inte sparat innan steget var slut.")
    for _time in range(2):
        pilot.click("show unsaved")
        assert pilot.see("När telefonen ringer så ska jag andas först.")
        assert pilot.see("Inget kvitto öppnar det.")
        pilot.click("unsaved seen")
    del reader


def test_a_change_that_came_too_late_says_that_the_receipt_opens_what_was_there_before() -> None:
    house, _, other, _ = two_solos("pledge")
    pilot = house.pilot(other, team.build, settings=MOVIE)
    write(pilot, "telefonen ringer", "andas först")
    pilot.press("ctrl+return", "return")
    pilot.click("change")
    waiting = held(other)
    pilot.type(" ihärdigt")
    pilot.press("ctrl+return")
    house.to("closed")
    waiting.pop()()
    pilot.pane.refresh()
    pilot.click("show unsaved")
    assert pilot.see("Ditt kvitto öppnar det du lovade först.")


def without_memory(receipt: str, room: str) -> Opener:
    raise MemoryError


@pytest.mark.parametrize("kind", ["solo", "table"])
def test_a_machine_without_memory_says_so_and_the_pledge_can_be_sent_again(kind: str) -> None:
    if kind == "solo":
        house, _, play, _ = two_solos("pledge")
    else:
        house, play, _ = a_room("pledge", cards=[CARD] * 3, seats=2)
    pilot = house.pilot(play, team.build, settings=MOVIE)
    if kind == "table":
        pilot.press("return")
    enough, play.opener = play.opener, without_memory
    write(pilot, "telefonen ringer", "andas först")
    pilot.press("ctrl+return")
    assert pilot.see("Löftet är inte sparat: datorns minne räcker inte.")
    assert pilot.see("telefonen ringer")
    assert pilot.see("andas först")
    if kind == "table":
        pilot.press("escape")
        pilot.wait(1_100)
        assert not pilot.see("andas först")
        pilot.press("return")
        assert pilot.see("andas först")
    play.opener = enough
    pilot.press("ctrl+return")
    assert pilot.see("Ditt kvitto")
    assert len(marks_lying(house)) == 1


@pytest.mark.parametrize("kind", ["solo", "table"])
def test_enter_leaves_a_closed_room_only_when_no_receipt_is_in_sight(kind: str) -> None:
    if kind == "solo":
        house = House("APT 30", [CARD])
        play, host = house.solo(), house.host()
        house.to("pledge")
    else:
        house, play, host = a_room("pledge", cards=[CARD] * 3, seats=2)
    gone: list[bool] = []
    play.leave = lambda: gone.append(True)
    pilot = house.pilot(play, team.build, settings=MOVIE)
    if kind == "table":
        pilot.press("return")
    write(pilot, "telefonen ringer", "andas först")
    pilot.press("ctrl+return")
    (promise,) = play.kept["promises"].values()
    house.to("closed")
    house.does(host, CloseRoom())
    pilot.pane.refresh()
    pilot.press("return")
    assert not gone
    if kind == "table":
        pilot.click(next(t.key for t in pilot.pane.live() if t.key.startswith("receipt ")))
        assert pilot.see(promise.receipt[0])
        pilot.press("return", "return")
    else:
        assert pilot.see(promise.receipt[0])
        pilot.click("leave")
    assert gone


def test_a_receipt_nobody_has_opened_is_there_when_the_server_knows_the_room_no_more() -> None:
    house, table, _ = a_room("pledge", cards=[CARD] * 3, seats=2)
    gone: list[bool] = []
    table.leave = lambda: gone.append(True)
    pilot = house.pilot(table, team.build, settings=MOVIE)
    pilot.press("return")
    write(pilot, "telefonen ringer", "andas först")
    pilot.press("ctrl+return")
    (promise,) = table.kept["promises"].values()
    house.to("closed")
    table.take(Status("refused", 0.0, "room_closed"))
    pilot.pane.refresh()
    pilot.press("return")
    assert not gone
    pilot.click(next(t.key for t in pilot.pane.live() if t.key.startswith("receipt ")))
    assert all(pilot.see(word) for word in promise.receipt)
    pilot.press("return", "return")
    assert gone


def test_a_table_whose_hand_is_answered_reads_that_the_host_is_coming_until_the_next_step() -> None:
    house = House("APT 60", [CARD])
    table, host = house.table(3), house.host()
    house.to("read")
    pilot = house.pilot(table, team.build, settings=MOVIE)
    house.does(table, RaiseHand())
    assert table.team is not None
    house.does(host, RaiseHand(on=False, team=table.team["id"]))
    pilot.pane.refresh()
    assert pilot.see("Spelledaren kommer till er")
    house.to("vote")
    pilot.pane.refresh()
    pilot.settle()
    assert not pilot.see("Spelledaren kommer till er")
    for on in (True, False):  # a hand that the table takes down itself brings nobody
        house.does(table, RaiseHand(on=on))
    pilot.pane.refresh()
    pilot.settle()
    assert not pilot.see("Spelledaren kommer till er")


def test_a_seat_without_a_second_vote_is_told_why_at_a_shared_table() -> None:
    house = House("APT 60", [CARD], pace="hall")
    table, host = house.table(4), house.host()
    house.to("vote")
    late = table.seats[3]["id"]
    house.everybody(leave_out=[late])
    house.does(host, CloseVote(serial=host.serial))
    pilot = house.pilot(table, team.build, settings=MOVIE)
    assert pilot.see("Omröstningen är stängd.")
    assert not pilot.see("öppnar eller ändrar")
    why = "Röstade inte första gången: lyssnar nu, röstar igen på nästa kort."
    assert not pilot.see(why)
    house.to("vote", 2)
    pilot.pane.refresh()
    pilot.settle()
    assert pilot.see(why)
    house.everybody()
    pilot.pane.refresh()
    pilot.settle()
    assert pilot.see(why)
