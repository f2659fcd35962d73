"""The second card: hosts come and go, a table changes its card, and the server dies in a vote."""

from __future__ import annotations

from game.rules.command import (
    ContinueAlone,
    GatherTeams,
    OpenNext,
    Resume,
    SwapCard,
    TakeLead,
)
from tests.server.staffday.hall import TICK, Day
from tests.server.staffday.people import refused


async def a_card_is_swapped_while_it_is_read(day: Day) -> None:
    """Once, and no reason asked; the other tables keep theirs."""
    await day.next("draw")
    await day.deal()
    five = day.five.client
    dealt = five.slices["card"]["id"]
    await five.must(SwapCard(serial=five.serial))
    assert five.slices["card"]["id"] != dealt
    assert day.one.client.slices["card"]["id"] == dealt
    assert await refused(five, SwapCard(serial=five.serial)) == "already_swapped"


async def late_ones_vote_on_the_next_card(day: Day) -> None:
    day.one.wants.clear()
    day.two.wants.clear()
    day.one.wish(1, *["own"] * 5)
    await day.next("vote")
    await day.settled()
    assert day.tile(day.five.table)["of"] == 3
    assert not day.later.client.slices["you"]["listeners"]
    assert day.tile(day.later.table)["of"] == 4


async def whoever_led_is_gone(day: Day) -> None:
    """The tables go on. Vera may take the lead after a minute, and Petra comes back with the key."""
    vera, petra = day.vera, day.host
    assert await refused(vera, TakeLead()) == "lead_here"
    await day.gone(petra)
    day.host = vera
    await day.lasts(0.9)
    assert day.one.client.stage["phase"] == "vote"
    assert "take_lead" not in vera.slices["you"]["may"]
    assert await refused(vera, TakeLead()) == "lead_here"
    await day.until(lambda: "take_lead" in vera.slices["you"]["may"], 0.5)
    await vera.must(TakeLead())
    await day.voted()
    day.petra = await day.comes("host", host_key=day.made["host_key"])
    assert day.petra.stage["phase"] == "vote", "into the running room"
    assert (await day.returns(petra)).stage["phase"] == "vote", "on her first machine, too"


async def own_answers_come_in_no_order_of_theirs(day: Day) -> None:
    await day.next("reveal")
    assert day.one.client.slices["result"]["before"]["own_texts"] == [f"Svar {n}" for n in (5, 4, 3, 2, 1)]
    await day.next("talk")
    await day.lasts(4)


async def no_host_is_here(day: Day) -> None:
    """For two minutes the tables wait; after three one goes on by itself, and is called back."""
    one = day.one.client
    hosts = [
        client for client in day.guests.clients if client.slices.get("host") and not client.gone.is_set()
    ]
    await day.gone(*hosts)
    await day.lasts(2.8)
    assert "continue_alone" not in one.slices["you"]["may"]
    assert await refused(one, ContinueAlone()) == "host_here"
    await day.until(lambda: "continue_alone" in one.slices["you"]["may"], 1)
    await one.must(ContinueAlone())
    await one.must(OpenNext(serial=one.serial))
    assert (one.stage["phase"], day.two.client.stage["phase"]) == ("vote", "talk")
    day.host = await day.returns(day.vera)
    await day.host.must(GatherTeams())
    await one.sees(lambda: one.stage["phase"] == "talk")
    day.one.begins_anew(2)


async def the_server_dies_in_a_vote(day: Day) -> None:
    """It comes back paused, with all that was acknowledged and the time that was left; nothing moves until
    the host lets it.
    """
    await day.next("vote", 2)
    three = day.three[1]
    await day.until(lambda: day.tile(three.table)["done"] >= 2, 2)
    await day.settled()
    everybody = [day.host, day.hall, *(person.client for person in day.people)]
    before = {tile["id"]: tile["done"] for tile in day.tiles}
    left = day.one.client.stage["ends"] - day.clock.now()
    own = [person.client.slices["you"]["own"] for person in day.people]
    await day.stop()
    day.clock.advance(240_000)
    await day.serve()
    day.host, day.hall, *others = [await day.returns(client) for client in everybody]
    for person, client in zip(day.people, others, strict=True):
        person.client = client
    assert [client.slices["you"]["own"] for client in others] == own
    for _ in range(2):
        assert day.host.stage["paused"] == "restart"
        assert {tile["id"]: tile["done"] for tile in day.tiles} == before
        assert abs(day.one.client.stage["left"] - left) <= TICK
        assert await refused(day.host, OpenNext(serial=day.host.serial)) == "paused"
        await day.lasts(2)
    await day.host.must(Resume())
    await day.one.client.sees(lambda: day.one.client.stage["left"] is None)
    assert abs(day.one.client.stage["ends"] - day.clock.now() - left) <= TICK
    await day.voted()
    await day.next("compare")
    day.counts_are_what_was_cast()
    assert day.hall.slices["hall"]["charts"] == [], "the hall sees nothing that no host has opened"
    await day.next("perspective")
    await day.next("note")
    await day.lasts(1)
