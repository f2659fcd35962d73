"""What the hub builds on: who shares what, and what has changed."""

from game.rules import Presence, audience, changes, shared, you
from tests.rules.build import at_table, in_hall


def test_stations_of_one_audience_share_all_but_what_they_are_and_may() -> None:
    played, tables, host = in_hall("vote")
    solo, wall, hall = played.solo(1), played.screen(1), played.screen()
    room, first = played.room, str(tables[0].team)
    named = {station: audience(room, str(station.station)) for station in (tables[0], solo, wall, hall, host)}
    assert list(named.values()) == [f"team:{first}"] * 3 + ["hall", "host"]
    for station, name in named.items():
        view = played.view(station)
        mine = you(room, str(station.station), played.own)
        assert view == {**shared(room, name, played.shelf), "you": mine}


def test_only_changed_slices_are_sent_and_one_that_is_gone_is_none() -> None:
    played, table, _ = at_table("vote")
    before = played.view(table)
    played.vote(table, "a - -")
    after = played.view(table)
    assert set(changes(before, after)) == {"progress", "you"}
    played.next(table)
    assert changes(after, played.view(table))["progress"] is None
    assert changes(after, after) == {}


def test_a_host_who_is_gone_is_told_to_everybody() -> None:
    played, tables, _ = in_hall("talk")
    for host in ("here", "gone", "long_gone"):
        assert played.view(tables[0], Presence(host=host))["room"]["host"] == host


def test_a_card_without_words_on_the_shelf_is_not_shown() -> None:
    played, table, _ = at_table("talk")
    bare = shared(played.room, f"team:{table.team}", type(played.shelf)({}))
    assert "card" not in bare
    assert "talk" in bare


def test_the_hosts_notes_at_the_tables_own_pace_are_those_of_the_only_table() -> None:
    played, _, host = at_table("talk")
    assert played.view(host)["host"]["facilitator"]["sv"] == "prov/luren facilitator"
    assert "card" not in played.view(host)
    played.table(2)
    assert played.view(host)["host"]["facilitator"] == {}
