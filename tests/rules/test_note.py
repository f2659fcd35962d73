"""The note: the writer's, at most three to a card, mended until the next draw."""

import pytest

from game.rules import WriteNote
from tests.rules.build import at_table, session


def test_the_writer_writes_and_the_whole_team_reads() -> None:
    played, table, _ = at_table("note", seats=2)
    solo = played.solo(1)
    sent = WriteNote(serial=played.serial(solo), text="Vi ringer upp.", tag="strengthen")
    assert played.refused(solo, sent) == "writer_only"
    played.note(table, "Vi ringer upp.")
    assert played.view(solo)["notes"]["notes"][0]["text"] == "Vi ringer upp."
    assert "Vi ringer upp." not in str(played.view(played.screen()))


def test_a_note_is_changed_or_taken_away() -> None:
    played, table, _ = at_table("note")
    note = played.note(table, "Vi ringer upp.")
    serial = played.serial(table)
    played.does(table, WriteNote(serial=serial, note=note, text="Vi ringer alltid upp.", tag="improve"))
    assert played.team(table).notes[note].tag == "improve"
    played.does(table, WriteNote(serial=serial, note=note, text="", tag="improve"))
    assert played.team(table).notes == {}


def test_what_makes_no_note_is_refused() -> None:
    played, table, _ = at_table("note")
    serial = played.serial(table)
    assert played.refused(table, WriteNote(serial=serial, text="", tag="act")) == "no_note_text"
    unknown = WriteNote(serial=serial, note="n99", text="Hej", tag="act")
    assert played.refused(table, unknown) == "unknown_note"
    for text in ("ett", "två", "tre"):
        played.note(table, text)
    assert played.refused(table, WriteNote(serial=serial, text="fyra", tag="act")) == "enough_notes"


def test_in_a_break_the_last_note_may_still_be_mended_but_there_must_have_been_a_card() -> None:
    played, table, _ = at_table("note", programme="round break")
    note = played.note(table, "Vi ringer upp.")
    played.next(table)
    mended = WriteNote(serial=played.serial(table), note=note, text="Vi ringer.", tag="act")
    assert played.does(table, mended) == ["note_written"]
    played = session("break")
    table, host = played.table(2), played.host()
    played.next(host)
    assert played.refused(table, WriteNote(serial=played.serial(table), text="Hej", tag="act")) == "no_card"


def test_a_note_that_was_not_saved_in_time_is_added_later_on_the_card_it_names() -> None:
    played, table, _ = at_table("note", programme="round round pledge debrief", seats=2)
    solo = played.solo(1)
    first = played.team(table).played[-1]
    played.next(table)
    assert played.place(table)[0] == "draw"
    late = WriteNote(serial=played.serial(solo), card=first, text="Vi ringer upp.", tag="act")
    assert played.does(solo, late) == ["note_written"]
    assert [note.card for note in played.team(table).notes.values()] == [first]
    unknown = WriteNote(serial=played.serial(solo), card="prov/annat", text="Hej", tag="act")
    assert played.refused(solo, unknown) == "unknown_card"


@pytest.mark.parametrize("step", ["pledge", "debrief"])
def test_a_session_without_a_harvest_has_room_for_a_late_note_too_but_changes_none(step: str) -> None:
    played, table, _ = at_table("note", programme=f"round {step}")
    note = played.note(table, "Vi ringer upp.")
    played.next(table)
    serial = played.serial(table)
    assert played.does(table, WriteNote(serial=serial, text="Vi hälsar.", tag="act")) == ["note_written"]
    changed = WriteNote(serial=serial, note=note, text="Vi ringer.", tag="act")
    assert played.refused(table, changed) == "unknown_note"
