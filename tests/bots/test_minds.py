"""Bots' minds play whole sessions against the rules in memory: no network, so every step can be looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator

import pytest

from game.bots import Act, Host, Mind, Seats
from game.bots.dice import will
from game.rules import (
    PRESETS,
    Actor,
    CardFacts,
    CastVote,
    DeckRef,
    Game,
    MemoryFacts,
    Recover,
    Refused,
    Resume,
    Sheet,
    Shelf,
    VoteAgain,
    open_room,
    plan,
    settings_of,
    view,
)
from game.rules.model import SYSTEM, Counts
from tests.client.tables import House

CARDS = (
    *(
        CardFacts(id=f"prov/d{n}", kind="dilemma", options=3 + n % 3, questions=2, twist=n % 2 == 0)
        for n in range(12)
    ),
    CardFacts(id="prov/skala", kind="scale", practice=True),
)
SHELF = Shelf(
    {card.id: Sheet("prov", {"sv": {"title": card.id}, "en": {"title": card.id}}) for card in CARDS}
)
SHARES = {1: [("table", 4)], 2: [("solo", 1)] * 4, 3: [("table", 3), ("solo", 1)]}


class Rehearsal:
    """A room in memory and the minds that play it, each doing its next act in turn until nobody has one."""

    def __init__(
        self, preset: str, seed: int, shares: dict[int, list[tuple[str, int]]], dice: int = 1
    ) -> None:
        chosen = PRESETS[preset]
        settings = settings_of(chosen)
        decks = (DeckRef(slug="prov", version="1", digest="0"),)
        opened = open_room("r1", "FKT-482", settings, plan(chosen, CARDS), decks, CARDS, now=0)
        self.game = Game(opened, MemoryFacts(seed=dice))
        self.refused: Counter[str] = Counter()
        self.host = self.game.enter("host")
        self.players: list[tuple[Actor, Mind]] = []
        for number, stations in shares.items():
            for kind, seats in stations:
                actor = self.game.enter("table" if kind == "table" else "solo", seats, number)
                self.players.append((actor, Seats(seed)))
        self.players.append((self.host, Host(seed)))
        self.done: set[tuple[Actor, Hashable]] = set()
        self.outcomes: dict[tuple[int, str], tuple[Counts, Counts, int | None, int | None]] = {}

    def play(self) -> None:
        """Until the room is closed; asserts that it gets there."""
        while not self.game.room.closed:
            assert self._round(), f"nobody knows how to go on from {self.game.room.stage}"

    def _round(self) -> bool:
        acted = [self._act(actor, act) for actor, mind in self.players for act in self._new(actor, mind.acts)]
        if any(acted):
            return True
        return any(
            self._act(actor, act) for actor, mind in self.players for act in self._new(actor, mind.leads)
        )

    def _new(self, actor: Actor, asks: object) -> Iterator[Act]:
        assert callable(asks)
        seen = view(self.game.room, str(actor.station), SHELF, self.game.own)
        for act in asks(seen):
            if (actor, act.key) not in self.done:
                self.done.add((actor, act.key))
                yield act

    def asked(self, actor: Actor, mind: Mind) -> list[Act]:
        """What a mind would do now, done or not."""
        return list(mind.acts(view(self.game.room, str(actor.station), SHELF, self.game.own)))

    def votes(self, actor: Actor, mind: Mind) -> list[Act]:
        return [act for act in self.asked(actor, mind) if isinstance(act.command, CastVote)]

    def _act(self, actor: Actor, act: Act) -> bool:
        self.game.facts.now += 100
        try:
            self.game.decide(actor, act.command)
        except Refused as no:
            self.refused[no.code] += 1
        for team in self.game.room.teams.values():
            for result in team.results:
                found = (result.before, result.after, result.changed, result.paired)
                self.outcomes[team.number, result.card] = found
        return True


@pytest.mark.parametrize("preset", [name for name in PRESETS if name not in ("Lecture", "Solo")])
def test_bots_play_every_programme_for_tables_to_its_end(preset: str) -> None:
    rehearsal = Rehearsal(preset, 1, SHARES)
    rehearsal.play()
    rounds = sum(step.kind == "round" for step in PRESETS[preset].steps)
    assert len(rehearsal.outcomes) == 3 * rounds
    assert not rehearsal.game.facts.boxes


def test_bots_play_a_lecture_as_one_big_team() -> None:
    rehearsal = Rehearsal("Lecture", 1, {1: [("solo", 1)] * 20})
    rehearsal.play()
    assert {
        counts.cast + counts.passed
        for before, after, *_ in rehearsal.outcomes.values()
        for counts in (before, after)
    } == {20}


def test_a_bot_plays_solo() -> None:
    rehearsal = Rehearsal("Solo", 1, {1: [("solo", 1)]})
    rehearsal.play()
    assert rehearsal.game.room.closed


def test_bots_are_hardly_ever_refused() -> None:
    rehearsal = Rehearsal("Halvdag", 1, SHARES)
    rehearsal.play()
    assert not rehearsal.refused


def test_the_hall_gives_the_same_outcomes_whatever_the_servers_dice_say() -> None:
    one, other = (Rehearsal("Halvdag", 7, SHARES, dice) for dice in (1, 2))
    one.play()
    other.play()
    assert one.outcomes == other.outcomes


def test_another_seed_gives_another_session() -> None:
    one, other = (Rehearsal("Halvdag", seed, SHARES) for seed in (1, 2))
    one.play()
    other.play()
    assert one.outcomes != other.outcomes


def test_the_last_of_a_seats_ballots_follows_the_seed_alone() -> None:
    choices = ("a", "b", "c")
    first = [will(3, 1, symbol, "prov/d1", 1, choices, True) for symbol in range(50)]
    assert first == [will(3, 1, symbol, "prov/d1", 1, choices, True) for symbol in range(50)]
    assert {ballots[-1].choice for ballots in first} >= {"a", "b", "c"}
    assert any(len(ballots) == 2 for ballots in first)


def test_a_vote_that_the_host_clears_is_shown_to_the_bot_as_not_cast() -> None:
    rehearsal = Rehearsal("APT 30", 1, {1: [("solo", 1), ("solo", 1)]})
    actor, mind = rehearsal.players[0]
    team = str(actor.team)
    while rehearsal.game.room.teams[team].stage.phase != "vote":
        assert rehearsal._round()
    assert rehearsal._round(), "everybody votes"
    assert [act.undone for act in rehearsal.votes(actor, mind)] == [False] * len(rehearsal.votes(actor, mind))
    rehearsal.game.decide(rehearsal.host, VoteAgain(serial=rehearsal.game.serial(actor), team=team))
    assert [act.undone for act in rehearsal.votes(actor, mind)] == [True] * len(rehearsal.votes(actor, mind))


def test_a_host_bot_goes_on_after_a_restart_and_nobody_acts_before() -> None:
    rehearsal = Rehearsal("APT 30", 1, SHARES)
    for _ in range(8):
        assert rehearsal._round()
    rehearsal.game.decide(SYSTEM, Recover(beat=rehearsal.game.facts.now))
    assert [act.command for act in rehearsal.asked(rehearsal.host, Host(1))] == [Resume()]
    assert {act.key for act in rehearsal.asked(*rehearsal.players[0])} <= {"acknowledge"}
    rehearsal.play()


def test_a_bot_that_reads_closes_no_vote_before_a_person_beside_it_has_voted() -> None:
    house = House("APT 60", ["motet/utelast-igen"])
    bot, person = house.solo(1), house.solo(1)
    house.host()
    house.to("vote")
    if not bot.may("close_vote"):
        bot, person = person, bot
    mind = Seats(3)
    for act in mind.acts(bot.slices):
        house.does(bot, act.command)
    assert list(mind.leads(bot.slices)) == []
    house.does(person, CastVote(seat=person.seats[0]["id"], serial=person.serial, choice="a"))
    assert [act.command.type for act in mind.leads(bot.slices)] == ["close_vote"]
