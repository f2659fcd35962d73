"""What a table may take home: its own cards, its own notes, and what it agreed. Never a number."""

from game.rules import CloseRoom, SwapCard
from tests.rules.build import LIGHT, OTHER, THIRD, at_table, in_hall, session


def test_at_its_end_a_table_has_its_cards_its_questions_and_what_it_agreed() -> None:
    programme = f"round:{LIGHT.id} round:{OTHER.id} harvest pledge"
    played, table, host = at_table("note", programme=programme)
    first = played.note(table, "Vi ringer upp.", "strengthen")
    played.until(table, "note")
    played.next(table)
    played.until(table, "note")
    second = played.note(table, "Skylten leder fel.", "improve")
    assert "keep" not in played.view(table)
    played.until(table, "closed")
    keep = played.view(table)["keep"]
    assert [card["id"] for card in keep["cards"]] == [LIGHT.id, OTHER.id]
    assert keep["cards"][0]["title"]["sv"] == f"{LIGHT.id} title"
    assert keep["cards"][0]["questions"]["en"] == [f"{LIGHT.id} question 0", f"{LIGHT.id} question 1"]
    assert (keep["strengthen"], keep["improve"]) == (first, second)
    assert keep["started"] == played.room.started
    assert [note["id"] for note in played.view(table)["notes"]["notes"]] == [first, second]
    played.does(host, CloseRoom())
    assert played.view(table)["keep"] == keep


def test_it_is_the_tables_own_and_holds_no_count() -> None:
    played, (one, two), host = in_hall("note", tables=(3, 3))
    hall = played.screen()
    note = played.note(one, "Vi ringer upp.")
    played.does(host, CloseRoom())
    keep, other = played.view(one)["keep"], played.view(two)["keep"]
    assert set(keep) == {"started", "cards", "strengthen", "improve"}
    assert set(keep["cards"][0]) == {"id", "title", "questions"}
    assert note not in str(other)
    assert all("keep" not in played.view(station) for station in (host, hall))


def test_a_card_that_was_only_turned_is_not_one_that_was_talked_about() -> None:
    played = session(f"round:{LIGHT.id} pledge", cards=(LIGHT, OTHER, THIRD))
    table, host = played.table(3), played.host()
    played.next(host)
    played.until(table, "read")
    played.does(table, SwapCard(serial=played.serial(table)))
    played.until(table, "closed")
    (card,) = played.view(table)["keep"]["cards"]
    assert card["id"] != LIGHT.id


def test_a_late_table_has_the_card_that_it_came_in_on() -> None:
    played, _, host = in_hall("talk")
    late = played.table(3)
    played.until(host, "compare")
    assert played.team(late).talked == played.team(late).played


def test_where_nothing_was_talked_about_there_is_nothing_to_keep() -> None:
    played, table, host = at_table("read")
    played.does(host, CloseRoom())
    assert "keep" not in played.view(table)
