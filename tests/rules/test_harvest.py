"""The harvest: each seat marks in secret; a tie is talked over, then drawn, and shown as drawn."""

from typing import Any

import pytest

from game.rules import Actor, CloseVote, Leave, MarkAway, MarkHarvest, OpenNext, ReleaseText, WriteNote
from tests.rules.build import Session, at_table, in_hall


def harvesting(seats: int = 3, **notes: Any) -> tuple[Session, Actor, Actor, list[str]]:
    """A table with its notes, come to the harvest."""
    played, table, host = at_table("note", seats=seats, programme="round harvest pledge")
    written = [played.note(table, text, tag) for text, tag in notes.items()]
    played.next(table)
    return played, table, host, written


def mark(
    played: Session, table: Actor, seat: int, strengthen: str | None, improve: str | None = None
) -> list[str]:
    sent = MarkHarvest(
        seat=played.seats(table)[seat], serial=played.serial(table), strengthen=strengthen, improve=improve
    )
    return played.does(table, sent)


def test_one_note_of_each_kind_needs_no_marking() -> None:
    played, table, _, notes = harvesting(ett="strengthen", två="act")
    seen = played.view(table)["harvest"]
    assert (seen["settled"], seen["drawn"]) == (True, False)
    assert (seen["chosen_strengthen"], seen["chosen_improve"]) == (notes[0], notes[1])
    played.next(table)
    assert played.place(table) == ("pledge", 1)


def test_without_notes_there_is_nothing_to_mark() -> None:
    played, table, _, _ = harvesting()
    assert played.view(table)["harvest"]["settled"]
    assert played.refused(table, MarkHarvest(seat="s1", serial=played.serial(table))) == "vote_closed"


def test_the_most_marked_note_is_chosen_as_soon_as_all_have_marked() -> None:
    played, table, host, (one, two) = harvesting(ett="strengthen", två="strengthen")
    mark(played, table, 0, one)
    mark(played, table, 1, two)
    assert played.view(table)["progress"] == {"done": 2, "of": 3, "closed": False, "grace": None}
    assert mark(played, table, 2, two) == ["seat_done", "harvest_chosen"]
    assert played.view(table)["harvest"]["chosen_strengthen"] == two
    assert played.view(host)["hall"]["wall"] == []
    assert played.view(host)["host"]["wall"] == [
        {"id": two, "kind": "strengthen", "text": "två", "released": False, "group": ""}
    ]
    assert played.facts.boxes == {}


def test_a_tie_is_talked_over_and_marked_again_and_then_drawn() -> None:
    played, table, _, (one, two, three) = harvesting(2, ett="strengthen", två="strengthen", tre="improve")
    old = played.serial(table)
    mark(played, table, 0, one, three)
    assert mark(played, table, 1, two, three) == ["seat_done", "harvest_opened"]
    seen = played.view(table)
    assert seen["harvest"]["again"]
    assert seen["harvest"]["chosen_improve"] == three
    assert seen["harvest"]["improve"] == []
    assert seen["stage"]["total"] == 60_000
    assert seen["progress"]["done"] == 0
    late = MarkHarvest(seat=played.seats(table)[0], serial=old, strengthen=one)
    assert played.refused(table, late) == "wrong_round"
    fixed = MarkHarvest(seat=played.seats(table)[0], serial=played.serial(table), improve=three)
    assert played.refused(table, fixed) == "unknown_note"
    mark(played, table, 0, one)
    assert mark(played, table, 1, two) == ["seat_done", "harvest_chosen"]
    seen = played.view(table)["harvest"]
    assert (seen["settled"], seen["drawn"], seen["chosen_improve"]) == (True, True, three)
    assert seen["chosen_strengthen"] in (one, two)


def test_a_tie_that_the_second_marking_breaks_is_not_called_drawn() -> None:
    played, table, _, (one, two) = harvesting(2, ett="strengthen", två="strengthen")
    mark(played, table, 0, one)
    mark(played, table, 1, two)
    mark(played, table, 0, two)
    mark(played, table, 1, two)
    seen = played.view(table)["harvest"]
    assert (seen["chosen_strengthen"], seen["drawn"]) == (two, False)


def test_the_reader_closes_without_waiting_for_the_rest() -> None:
    played, table, _, (one, _two) = harvesting(ett="strengthen", två="strengthen")
    assert played.refused(table, OpenNext(serial=played.serial(table))) == "vote_open"
    mark(played, table, 0, one)
    assert played.does(table, CloseVote(serial=played.serial(table))) == ["harvest_chosen"]
    assert played.refused(table, CloseVote(serial=played.serial(table))) == "vote_closed"


@pytest.mark.parametrize("leaves", [False, True])
def test_when_the_last_one_who_is_waited_for_goes_the_marks_are_counted(leaves: bool) -> None:
    played, table, _, (one, _two) = harvesting(2, ett="strengthen", två="strengthen")
    solo = played.solo(1)
    mark(played, table, 0, one)
    mark(played, table, 1, one)
    away = MarkAway(seat=played.seats(solo)[0])
    assert "harvest_chosen" in played.does(solo, Leave() if leaves else away)


def test_in_the_hall_the_host_moving_on_settles_and_draws() -> None:
    played, tables, host = in_hall("note", programme="round:prov/luren harvest pledge")
    one = played.note(tables[0], "ett")
    two = played.note(tables[0], "två")
    played.next(host)
    mark(played, tables[0], 0, one)
    mark(played, tables[0], 1, two)
    assert "harvest_chosen" in played.next(host)
    assert played.place(tables[0]) == ("pledge", 1)
    assert len(played.room.wall) == 1


def test_the_host_closes_every_tables_marking_at_once() -> None:
    played, tables, host = in_hall("note", programme="round:prov/luren harvest pledge")
    for table in tables[:2]:
        mark_me = played.note(table, "ett")
        played.note(table, "två")
        assert mark_me
    played.next(host)
    for table in tables[:2]:
        mark(played, table, 0, next(iter(played.team(table).notes)))
    assert played.does(host, CloseVote(serial=played.serial(host))) == ["harvest_chosen"] * 2
    assert played.refused(host, CloseVote(serial=played.serial(host))) == "vote_closed"


def test_nothing_typed_reaches_the_hall_without_the_hosts_release() -> None:
    played, table, host, (one, _) = harvesting(ett="strengthen", två="improve")
    hall = played.screen()
    assert "ett" not in str(played.view(hall)["hall"])
    assert played.does(host, ReleaseText(text=one)) == ["text_released"]
    assert played.does(host, ReleaseText(text=one)) == []
    assert [text["text"] for text in played.view(hall)["hall"]["wall"]] == ["ett"]
    assert played.does(host, ReleaseText(text=one, on=False)) == ["text_released"]
    assert played.view(hall)["hall"]["wall"] == []
    assert [note["text"] for note in played.view(table)["notes"]["notes"]] == ["ett", "två"]
    assert played.refused(host, ReleaseText(text="n99")) == "unknown_text"


def add(played: Session, table: Actor, text: str, tag: Any) -> list[str]:
    """A note that was not saved before the harvest began."""
    return played.does(table, WriteNote(serial=played.serial(table), text=text, tag=tag))


def test_a_late_note_is_the_tables_where_there_was_none_and_takes_nothing_back_from_the_wall() -> None:
    played, table, host, (kept,) = harvesting(ett="strengthen")
    played.does(host, ReleaseText(text=kept))
    assert add(played, table, "två", "act") == ["note_written", "harvest_chosen"]
    seen = played.view(table)["harvest"]
    late = next(one for one in played.team(table).notes if one != kept)
    assert (seen["chosen_strengthen"], seen["chosen_improve"]) == (kept, late)
    assert {one["id"]: one["released"] for one in played.view(host)["host"]["wall"]} == {
        kept: True,
        late: False,
    }
    assert add(played, table, "tre", "strengthen") == ["note_written"]
    assert played.view(table)["harvest"]["chosen_strengthen"] == kept


def test_a_late_note_is_among_those_to_mark_until_somebody_has_marked() -> None:
    played, table, _, (one, two) = harvesting(ett="strengthen", två="strengthen")
    assert add(played, table, "tre", "strengthen") == ["note_written", "harvest_opened"]
    three = played.view(table)["harvest"]["strengthen"][-1]
    assert played.view(table)["harvest"]["strengthen"] == [one, two, three]


def test_a_note_after_the_first_mark_is_kept_beside_the_marking() -> None:
    played, table, _, (one, two) = harvesting(ett="strengthen", två="strengthen")
    mark(played, table, 0, one)
    assert add(played, table, "tre", "strengthen") == ["note_written"]
    assert played.view(table)["harvest"]["strengthen"] == [one, two]
    assert played.view(table)["progress"]["done"] == 1


def test_what_a_table_wants_to_act_on_now_says_so_on_the_wall() -> None:
    played, _table, host, _notes = harvesting(ett="strengthen", två="act")
    kinds = {text["text"]: text["kind"] for text in played.view(host)["host"]["wall"]}
    assert kinds == {"ett": "strengthen", "två": "act"}
