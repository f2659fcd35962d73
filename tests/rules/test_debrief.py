"""The debrief: three screens, and a secret rating per seat on the last."""

from game.rules import Actor, AddSeat, Rate, ShowResult
from tests.rules.build import Session, in_hall


def rate(played: Session, table: Actor, seat: int, n: int | None) -> list[str]:
    sent = Rate(seat=played.seats(table)[seat], serial=played.serial(table), safe=n, useful=n, again=n)
    return played.does(table, sent)


def rated(played: Session, name: str) -> tuple[int, ...]:
    """How many gave each number; nothing before they are counted."""
    return (played.room.rating or {}).get(name, ())


def test_the_rating_is_asked_on_the_last_screen_only() -> None:
    played, tables, host = in_hall("debrief", programme="debrief")
    sent = Rate(seat=played.seats(tables[0])[0], serial=played.serial(tables[0]), safe=5)
    assert played.refused(tables[0], sent) == "wrong_phase"
    played.until(host, "debrief", 3)
    assert "rate" in played.may(tables[0])


def test_when_all_have_rated_the_host_may_show_the_sums_before_the_hall_parts() -> None:
    played, tables, host = in_hall("debrief", 3, programme="debrief")
    hall = played.screen()
    assert played.refused(host, ShowResult(what="rating")) == "no_grounds"
    for table in tables:
        for seat in range(3):
            happened = rate(played, table, seat, 8)
    assert happened == ["seat_done", "ratings_counted"]
    assert played.facts.boxes == {}
    assert played.view(hall)["hall"]["rating"] is None
    played.does(host, ShowResult(what="rating"))
    assert played.view(hall)["hall"]["rating"]["safe"][7] == 9
    again = Rate(seat=played.seats(tables[0])[0], serial=played.serial(tables[0]), safe=1)
    assert played.refused(tables[0], again) == "vote_closed"
    assert "rate" not in played.may(tables[0])


def test_who_comes_after_the_count_is_added_only_as_a_crowd() -> None:
    played, tables, host = in_hall("debrief", 3, tables=(2,), programme="debrief", k_tables=1)
    for seat in range(2):
        rate(played, tables[0], seat, 8)
    assert rated(played, "safe") == ()
    crowd = played.table(7)
    for seat in range(7):
        rate(played, crowd, seat, 1)
    assert rated(played, "safe") == (7, 0, 0, 0, 0, 0, 0, 2, 0, 0)
    rate(played, played.table(1), 0, 5)
    played.next(host)
    assert rated(played, "safe") == (7, 0, 0, 0, 0, 0, 0, 2, 0, 0)
    assert played.facts.boxes == {}


def test_a_question_that_few_answered_is_not_counted_with_the_others() -> None:
    played, tables, host = in_hall("debrief", 3, tables=(6,), programme="debrief", k_tables=1)
    for seat in range(6):
        sent = Rate(seat=played.seats(tables[0])[seat], serial=played.serial(tables[0]), useful=4)
        played.does(tables[0], sent)
    assert rated(played, "useful")[3] == 6
    assert sum(rated(played, "safe")) == 0
    assert played.refused(host, ShowResult(what="rating")) == "no_grounds"


def test_a_question_that_too_few_tables_answered_is_not_counted_with_the_others() -> None:
    played, tables, host = in_hall("debrief", 3, tables=(3, 3, 3), programme="debrief")
    for table in tables:
        for seat in range(3):
            again = None if table is tables[2] else 6
            sent = Rate(
                seat=played.seats(table)[seat], serial=played.serial(table), safe=7, useful=7, again=again
            )
            played.does(table, sent)
    assert (sum(rated(played, "safe")), rated(played, "again")) == (9, ())
    assert played.room.behind == {"safe": 3, "useful": 3}
    assert played.refused(host, ShowResult(what="rating")) == "no_grounds"


def test_ratings_of_too_few_tables_are_never_counted() -> None:
    played, tables, host = in_hall("debrief", 3, tables=(5, 5), programme="debrief")
    for table in tables:
        for seat in range(5):
            assert rate(played, table, seat, 8) == ["seat_done"]
    assert played.next(host) == ["room_closed"]
    assert played.room.rating is None
    assert played.facts.boxes == {}


def test_ratings_that_were_not_finished_are_counted_as_the_room_closes() -> None:
    played, tables, host = in_hall("debrief", 3, programme="debrief", k_tables=2)
    for table in tables[:2]:
        for seat in range(3):
            rate(played, table, seat, 8)
    assert played.next(host) == ["ratings_counted", "room_closed"]
    assert sum(rated(played, "again")) == 6


def test_each_screen_has_a_third_of_the_time() -> None:
    played, _, host = in_hall("debrief", programme="debrief")
    assert played.stage(host).timer.total == 120_000  # type: ignore[union-attr]


def test_at_a_machine_with_one_seat_left_to_rate_the_others_stay_counted() -> None:
    played, tables, _ = in_hall("debrief", 3, tables=(6,), programme="debrief", k_tables=1)
    for seat in range(6):
        rate(played, tables[0], seat, 8)
    played.does(tables[0], AddSeat())
    assert "rate" in played.may(tables[0])
    again = Rate(seat=played.seats(tables[0])[0], serial=played.serial(tables[0]), safe=1)
    assert played.refused(tables[0], again) == "vote_closed"
    assert rate(played, tables[0], 6, 9) == ["seat_done"]
