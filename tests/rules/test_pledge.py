"""The pledge: private unless shared, kept under three words that lead to nobody."""

import pytest

from game.rules import MakePledge, ReleaseText, Settings, SkipStep
from tests.rules.build import LIGHT, STARTER, at_table, in_hall


def test_a_pledge_is_kept_under_its_receipt_and_seen_by_nobody_else() -> None:
    played, table, host = at_table("pledge", seats=2, programme="pledge")
    solo = played.solo(1)
    played.pledge(solo, "När någon suckar", "så ska jag fråga vad som hänt")
    seat = played.seats(solo)[0]
    assert played.view(solo)["you"]["own"][seat]["when"] == "När någon suckar"
    receipt = played.view(solo)["you"]["receipts"][seat]
    assert len(receipt) == 3
    for other in (table, host, played.screen(), played.screen(1)):
        assert "suckar" not in str(played.view(other))
        assert receipt[0] not in str(played.view(other))
    played.next(table)
    (kept,) = played.facts.pledges
    assert list(kept.receipt) == receipt
    assert played.facts.boxes == {}
    assert "suckar" not in str(played.log)


def test_on_a_shared_machine_the_receipt_is_given_and_the_pledge_not_shown_again() -> None:
    played, table, _ = at_table("pledge", programme="pledge")
    played.pledge(table, "När jag", "så ska jag")
    you = played.view(table)["you"]
    assert you["own"] == {}
    assert list(you["receipts"]) == played.seats(table)[:1]
    assert you["done"] == played.seats(table)[:1]


def test_a_pledge_needs_both_halves_and_both_empty_is_a_pass() -> None:
    played, table, _ = at_table("pledge", programme="pledge")
    half = MakePledge(seat=played.seats(table)[0], serial=played.serial(table), when="När jag")
    assert played.refused(table, half) == "half_pledge"
    played.pledge(table, "", "")
    assert played.view(table)["you"]["receipts"] == {}
    assert played.view(table)["progress"]["done"] == 1
    played.next(table)
    assert played.facts.pledges == []


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


def test_a_changed_pledge_keeps_its_receipt_and_skipping_keeps_what_was_made() -> None:
    played, table, host = at_table("pledge", programme="pledge frame")
    played.pledge(table, "När a", "så b")
    first = played.view(table)["you"]["receipts"]
    played.pledge(table, "När c", "så d")
    assert played.view(table)["you"]["receipts"] == first
    played.does(host, SkipStep(serial=played.serial(table), team=table.team))
    assert [(kept.when, kept.then) for kept in played.facts.pledges] == [("När c", "så d")]


def test_starters_lie_on_the_table_to_lean_on() -> None:
    played, table, _ = at_table("pledge", programme="pledge", cards=(LIGHT, STARTER))
    (starter,) = played.view(table)["pledge"]["starters"]
    assert starter["when"]["sv"] == "När jag …"


def test_k_is_never_below_five() -> None:
    with pytest.raises(ValueError, match="greater than or equal to 5"):
        Settings(preset="Prov", pace="hall", k_seats=4)
