"""A first card on which nearly everything happens."""

from __future__ import annotations

from copy import deepcopy

from game.rules.command import CallTimeout, CastVote, EndTimeout, MarkAway, MarkBack, VoteAgain
from tests.server.client import Client
from tests.server.staffday.hall import TICK, Day
from tests.server.staffday.people import Person, refused


async def some_are_away_when_the_vote_opens(day: Day) -> None:
    """A person has stepped out of table one, and a machine at table three falls asleep: after ten seconds its
    tile says so, after thirty nobody waits for it either.
    """
    await day.deal()
    await day.lasts(1)
    day.one.wish(1, "a", "a", "b", "b")
    day.two.wish(1, "a", "b", "c", "c")
    for person, choice in zip((*day.three[1:], day.late), "aabb", strict=True):
        person.wish(1, choice)
    await day.next("vote")
    await day.one.client.must(MarkAway(seat=day.one.client.seats[4]))
    sleeper = day.three[0]
    await day.sleeps(sleeper)
    await stays_unnoticed(day, sleeper)


async def stays_unnoticed(day: Day, person: Person) -> None:
    """For eight seconds nothing tells that its machine is gone."""
    for _ in range(8_000 // TICK):
        await day.tick()
        assert not day.lost(person)


async def the_open_vote_is_made_anew(day: Day) -> None:
    """Somebody has misunderstood: that table's open vote is cleared, and no other; the log bears the mark."""
    two = day.two
    await day.until(lambda: 2 <= day.tile(two.table)["done"] < 4, 1)
    await day.settled()
    others = day.tile(day.one.table)["done"]
    await day.host.must(VoteAgain(serial=day.tile(two.table)["serial"], team=two.table))
    two.begins_anew(1)
    assert day.tile(two.table)["done"] == 0
    assert day.tile(day.one.table)["done"] == others
    assert day.log()[-1] == {"type": "vote_cleared", "team": two.table, "round": 1}


async def nobody_waits_for_them(day: Day) -> None:
    sleeper = day.three[0]
    table = day.three[1].table
    await day.until(lambda: day.lost(sleeper), 0.5)
    assert day.tile(table)["present"] == 5
    await day.until(lambda: day.tile(table)["present"] == 4, 1)
    await day.voted()
    assert day.tile(table)["of"] == 4
    assert day.tile(day.one.table)["of"] == 4


async def a_closed_vote_is_never_reopened(day: Day) -> None:
    """Five seconds after the last it is closed, and neither the host nor the reader may clear it."""
    await day.until(lambda: bool(day.tile(day.two.table)["closed"]), 0.5)
    tile = day.tile(day.two.table)
    assert await refused(day.host, VoteAgain(serial=tile["serial"], team=tile["id"])) == "vote_closed"
    assert await refused(day.two.client, VoteAgain(serial=day.two.client.serial)) == "vote_closed"
    seat = day.two.client.seats[0]
    late = CastVote(seat=seat, serial=day.two.client.serial, choice="a")
    assert await refused(day.two.client, late) == "vote_closed"
    await day.next("reveal")
    assert day.two.client.slices["result"]["before"]["votes"][:3] == [1, 1, 2]


async def a_tie_has_no_winner(day: Day) -> None:
    """As many for a as for b: the counts stand in the card's order, and only who speaks first is drawn, as
    everybody at the table sees.
    """
    one, three = day.one.client, [person.client for person in day.three[1:]]
    assert set(one.slices["result"]) == {
        "before", "after", "changed", "paired", "ask", "asked", "hidden"
    }  # fmt: skip
    assert one.slices["result"]["before"]["votes"] == [2, 2, 0, 0]
    await day.next("talk")
    for client in (one, *three):
        least, more, unchosen = client.slices["talk"]["prompts"][:3]
        assert [least["kind"], more["kind"], unchosen["kind"]] == ["least", "more", "unchosen"]
        assert [least["choice"], more["choice"], unchosen["choice"]] == ["b", "a", "d"], "by the dice"
        assert least["drawn"]
        assert more["drawn"]
        assert unchosen["drawn"]
    least, more = day.two.client.slices["talk"]["prompts"][:2]
    assert (least["choice"], least["drawn"]) == ("b", True)


async def late_ones_meet_the_card(day: Day) -> None:
    """A late table and a late person see it and talk."""
    day.five = await day.sits("table", 5, 3)
    day.later = await day.sits("solo", 4)
    for client in (day.five.client, day.later.client):
        assert client.stage["phase"] == "talk"
        assert client.slices["card"]["text"]["sv"]["situation"]
        assert client.slices["you"]["listeners"] == client.seats


async def the_sleeper_wakes(day: Day) -> None:
    """View, time and place are as they were; it listens for this card."""
    sleeper = day.three[0]
    await day.wakes(sleeper)
    back = sleeper.client
    assert back.stage["ends"] == day.three[1].client.stage["ends"]
    assert back.slices["you"]["listeners"] == back.seats
    assert back.slices["talk"] == day.three[1].client.slices["talk"]
    await day.one.client.must(MarkBack(seat=day.one.client.seats[4]))
    assert day.one.client.slices["you"]["listeners"] == day.one.client.seats[4:]


async def a_timeout_tells_nobody_who(day: Day) -> None:
    """The clock of that table stands, and everybody's view and the log tell that and nothing else."""
    await day.lasts(1)
    await day.settled()
    caller, mate = day.three[1].client, day.three[2].client
    table = day.three[1].table
    host, before = deepcopy(day.host.slices), deepcopy(mate.slices)
    left = mate.stage["ends"] - day.clock.now()
    await caller.must(CallTimeout())
    await mate.sees(lambda: mate.slices["team"]["timeout"])
    await day.host.sees(lambda: day.tile(table)["timeout"])
    assert day.log()[-1] == {"type": "timeout_called", "team": table, "at": day.clock.now()}
    assert changes(before, mate) == {
        "stage": {"ends", "left", "paused"}, "team": {"timeout"}, "you": {"may"}
    }  # fmt: skip
    assert changes(host, day.host) == {f"tile:{table}": {"ends", "left", "timeout", "may"}}
    await mate.must(EndTimeout(how="call"))
    await day.until(lambda: day.tile(table)["help"] is not None, 0.5)
    await day.lasts(2)
    await caller.must(EndTimeout(how="continue"))
    assert abs(caller.stage["ends"] - day.clock.now() - left) <= TICK
    await day.until(lambda: day.tile(table)["help"] is None, 0.5)
    await day.lasts(1)


def changes(before: dict[str, dict[str, object]], client: Client) -> dict[str, set[str]]:
    """Which fields of which slices are not as they were."""
    now = client.slices
    assert before.keys() == now.keys()
    return {
        name: {field for field, value in now[name].items() if value != before[name][field]}
        for name in now
        if now[name] != before[name]
    }


async def they_vote_again(day: Day) -> None:
    """Who voted and is back votes at once; who missed the first vote, however they came to, does not."""
    stepped, back = day.two.client.seats[0], day.one.client.seats[0]
    await day.two.client.must(MarkAway(seat=stepped))
    await day.one.client.must(MarkAway(seat=back))
    day.one.wish(2, "a", "b", "b", "b")
    day.two.wish(2, "-", "b", "b", "c")
    await day.next("vote", 2)
    await day.one.client.must(MarkBack(seat=back))
    listening = {
        day.one.client: day.one.client.seats[4],
        day.five.client: day.five.client.seats[0],
        day.later.client: day.later.client.seats[0],
        day.three[0].client: day.three[0].client.seats[0],
    }
    for client, seat in listening.items():
        assert await refused(client, CastVote(seat=seat, serial=client.serial, choice="a")) == "listener"
    vote = CastVote(seat=back, serial=day.host.serial, choice="a")
    assert await refused(day.host, vote) == "not_allowed", "a manager who is the host has no vote"


async def a_lost_machine_has_its_own_vote_again(day: Day) -> None:
    """The table keeps phase and deadline; the tile says that it is lost after ten seconds, not before."""
    dora = day.dora
    day.four.waits = True
    await day.until(lambda: bool(dora.client.slices["you"]["done"]), 1)
    await day.settled()
    own, ends = dora.client.slices["you"]["own"], dora.client.stage["ends"]
    assert [vote["choice"] for vote in own.values()] == [
        choice for ballot, choice in dora.cast.items() if ballot[2] == 2
    ]
    await day.sleeps(dora)
    await stays_unnoticed(day, dora)
    await day.until(lambda: day.lost(dora), 0.1)
    await day.wakes(dora)
    await day.until(lambda: not day.lost(dora), 0.1)
    assert dora.client.slices["you"]["own"] == own
    assert (dora.client.stage["phase"], dora.client.stage["ends"]) == ("vote", ends)
    day.four.waits = False
    await day.voted()


async def the_shift_leaves_out_who_was_away(day: Day) -> None:
    """At table one a seat was away for the first vote and is not in it; at two one was away for the second,
    and a shift would tell that one's vote.
    """
    await day.settled()
    assert day.five.client.slices["progress"]["of"] == 0
    assert day.tile(day.one.table)["of"] == 4
    assert day.tile(day.two.table)["of"] == 3
    await day.next("compare")
    day.counts_are_what_was_cast()
    one, two = day.one.client.slices["result"], day.two.client.slices["result"]
    assert (one["changed"], one["paired"]) == (1, 4)
    assert (sum(two["before"]["votes"]), sum(two["after"]["votes"])) == (4, 3), "votes already cast stay"
    assert (two["changed"], two["paired"]) == (None, None)
    await day.two.client.must(MarkBack(seat=day.two.client.seats[0]))
    await day.next("perspective")
    await day.next("note")
    await day.lasts(1)
