"""The pledge: sealed by its writer, private unless shared, kept under a mark that leads to nobody."""

import pytest

from game.pledges import Pledge
from game.rules import MakePledge, ReleaseText, Settings, SkipStep
from tests.pledged import cheap, pledged
from tests.rules.build import LIGHT, STARTER, at_table, in_hall


def test_a_pledge_is_kept_as_it_was_sealed_and_told_to_nobody() -> None:
    played, table, host = at_table("pledge", seats=2, programme="pledge")
    solo = played.solo(1)
    words = pledged("När någon suckar", "så ska jag fråga vad som hänt")
    played.does(solo, MakePledge(seat=played.seats(solo)[0], serial=played.serial(solo), **words))
    assert played.view(solo)["you"]["own"] == {}
    assert played.view(solo)["you"]["done"] == played.seats(solo)
    for other in (solo, table, host, played.screen(), played.screen(1)):
        assert words["mark"] not in str(played.view(other))
    played.next(table)
    (kept,) = played.facts.pledges
    assert (kept.mark, kept.sealed) == (words["mark"], words["sealed"])
    opened = cheap("När någon suckar/så ska jag fråga vad som hänt").open(kept.sealed)
    assert opened == Pledge("När någon suckar", "så ska jag fråga vad som hänt")
    assert played.facts.boxes == {}
    assert words["mark"] not in str(played.log)


def test_every_station_is_told_what_its_receipts_are_salted_with() -> None:
    played, table, _ = at_table("pledge", programme="pledge")
    assert played.view(table)["pledge"]["room"] == played.room.id


@pytest.mark.parametrize("without", ["mark", "sealed"])
def test_a_pledge_is_sealed_whole_and_a_pass_is_empty(without: str) -> None:
    played, table, _ = at_table("pledge", programme="pledge")
    seat, serial = played.seats(table)[0], played.serial(table)
    half = pledged("När jag", "så", share=True) | {without: ""}
    assert played.refused(table, MakePledge(seat=seat, serial=serial, **half)) == "half_pledge"
    words = pledged("När jag", "så") | {"shared": ("När jag", "")}
    assert played.refused(table, MakePledge(seat=seat, serial=serial, **words)) == "half_pledge"
    shares = MakePledge(seat=seat, serial=serial, shared=("När jag", "så"))
    assert played.refused(table, shares) == "half_pledge"
    played.pledge(table, "", "")
    assert played.view(table)["progress"]["done"] == 1
    played.next(table)
    assert played.facts.pledges == []


def test_a_receipt_that_is_somebody_elses_is_refused_and_ones_own_may_be_sealed_anew() -> None:
    played, table, _ = at_table("pledge", seats=3, programme="pledge")
    first, second, _ = played.seats(table)
    serial = played.serial(table)
    played.does(table, MakePledge(seat=first, serial=serial, **pledged("a", "b", name="samma")))
    taken = MakePledge(seat=second, serial=serial, **pledged("c", "d", name="samma"))
    assert played.refused(table, taken) == "receipt_taken"
    played.does(table, MakePledge(seat=first, serial=serial, **pledged("e", "f", name="samma")))
    played.next(table)
    (kept,) = played.facts.pledges
    assert cheap("samma").open(kept.sealed) == Pledge("e", "f")


def test_a_receipt_that_another_table_has_taken_is_refused_too() -> None:
    played, tables, host = in_hall("pledge", tables=(2, 2), programme="pledge debrief")
    one, other = ((played.seats(table)[0], played.serial(table)) for table in tables)
    words = pledged("a", "b", name="samma")
    played.does(tables[0], MakePledge(seat=one[0], serial=one[1], **words))
    taken = MakePledge(seat=other[0], serial=other[1], **words)
    assert played.refused(tables[1], taken) == "receipt_taken"
    del host


def test_shared_pledges_go_to_the_wall_without_seat_or_table_and_wait_for_release() -> None:
    played, tables, host = in_hall("pledge", tables=(2, 2), programme="pledge debrief")
    played.pledge(tables[0], "När a", "så b", share=True)
    played.pledge(tables[0], "När c", "så d", seat=1)
    assert "pledges_shared" in played.next(host)
    (shared,) = played.view(host)["host"]["wall"]
    assert (shared["text"], shared["kind"], shared["released"]) == ("När a\nså b", "pledge", False)
    event = next(event for event in played.log if event.type == "pledges_shared")
    assert event.team is None
    played.does(host, ReleaseText(text=shared["id"]))
    assert played.view(tables[1])["hall"]["wall"][0]["text"] == "När a\nså b"
    assert len(played.facts.pledges) == 2


def test_a_changed_pledge_takes_the_place_of_the_first_and_skipping_keeps_what_was_made() -> None:
    played, table, host = at_table("pledge", programme="pledge frame")
    played.pledge(table, "När a", "så b")
    played.pledge(table, "När c", "så d")
    played.does(host, SkipStep(serial=played.serial(table), team=table.team))
    assert [kept.mark for kept in played.facts.pledges] == [cheap("När c/så d").mark]


def test_starters_lie_on_the_table_to_lean_on() -> None:
    played, table, _ = at_table("pledge", programme="pledge", cards=(LIGHT, STARTER))
    (starter,) = played.view(table)["pledge"]["starters"]
    assert starter["when"]["sv"] == "När jag …"


def test_k_is_never_below_five() -> None:
    with pytest.raises(ValueError, match="greater than or equal to 5"):
        Settings(preset="Prov", pace="hall", k_seats=4)
