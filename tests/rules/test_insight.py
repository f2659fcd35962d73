"""How cards fare: a log becomes lays, lays and votes become lots, lots become figures and a word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules import Actor, CallTimeout, EndTimeout, Event, RoomOpened, SwapCard
from game.rules.command import CloseRoom, MarkAway, Pause, Resume, TallyCards
from game.rules.insight import (
    Edition,
    Figures,
    Lay,
    Log,
    Votes,
    figures_of,
    in_need_first,
    observe,
    verdict,
    week_of,
)
from game.rules.insight.lots import HOLD, Lot, Unit, lay_lots, vote_lots
from game.rules.insight.verdict import largest, spread, strain
from game.rules.model import Counts, Result, Room, Team
from game.rules.opened import Settings
from game.rules.shown import lots as shown_lots
from tests.rules.build import (
    EXERCISE,
    LIGHT,
    OTHER,
    RANKING,
    SCALE,
    THIRD,
    Session,
    at_table,
    in_hall,
    session,
)

LATE = 10**15
"""Long after everything."""


def renamed(log: Sequence[Event], room: str, opened: int = 0) -> list[Event]:
    """The same session in another room."""
    first = log[0]
    assert isinstance(first, RoomOpened)
    return [first.model_copy(update={"id": room, "at": opened}), *log[1:]]


def hall(*votes: tuple[str, str], card: str = "prov/luren", **more: Any) -> Session:
    """A session at the hall's pace: each table's first and second votes on one card; then it is closed."""
    sizes = [len(first.split()) for first, _ in votes]
    played, tables, host = in_hall("vote", tables=sizes, programme=f"round:{card} pledge", **more)
    for table, (first, _) in zip(tables, votes, strict=True):
        played.vote(table, first)
    played.until(host, "vote", 2)
    for table, (_, second) in zip(tables, votes, strict=True):
        played.vote(table, second)
    played.until(host, "pledge")
    played.does(host, CloseRoom())
    return played


def figures(*logs: Sequence[Event], now: int = LATE, since: int = 0) -> dict[str, Figures]:
    """card -> its figures, of logs whose cards all have the same text."""
    told = figures_of("prov", map(observe, logs), lambda _log, _card: "t", now, since)
    return {one.edition.card: one for one in told}


THREE = (("a b c", "a b b"), ("a a pass", "a a a"), ("b own c", "b b c"))


def test_votes_are_added_up_over_the_tables_and_say_how_many_changed() -> None:
    told = figures(hall(*THREE).log)["prov/luren"]
    assert told.votes == Votes(
        rooms=1, tables=3, seats=8, before=(3, 2, 2), after=(4, 4, 1), own_before=1, own_after=0,
        changed=3, paired=9,
    )  # fmt: skip
    assert (told.rooms, told.tables, told.seats, told.lays) == (1, 3, 9, 3)
    assert (told.passed, told.asked) == (1, 9)


def test_two_tables_are_told_of_by_nothing_at_all() -> None:
    told = figures(hall(("a b c a", "a b c a"), ("a a a a", "a a a a")).log)["prov/luren"]
    assert told == Figures(Edition("prov/luren", 1, "t"), "dilemma", ("a", "b", "c"))


def test_what_is_too_little_in_its_room_waits_for_other_rooms() -> None:
    small = hall(("a b", "a b"), ("a a", "b b")).log
    other = hall(
        ("c c", "c c"),
    ).log
    assert figures(renamed(small, "r1"))["prov/luren"].votes is None
    votes = figures(renamed(small, "r1"), renamed(other, "r2"))["prov/luren"].votes
    assert votes is not None
    assert (votes.rooms, votes.tables, votes.before, votes.after) == (2, 3, (3, 1, 2), (1, 3, 2))


def test_a_room_that_closed_just_now_waits_a_moment_for_those_that_closed_before_it() -> None:
    logs = [renamed(hall(("a b", "a b")).log, f"r{n}") for n in range(3)]
    closed = max(observe(log).closed or 0 for log in logs)
    assert figures(*logs, now=closed + HOLD - 1)["prov/luren"].votes is None
    assert figures(*logs, now=closed + HOLD)["prov/luren"].votes is not None


def test_pairs_of_rooms_that_are_too_small_alone_are_told_together() -> None:
    logs = [renamed(hall(("a b c", "b b c")).log, f"r{n}") for n in range(3)]
    votes = figures(*logs)["prov/luren"].votes
    assert votes is not None
    assert (votes.rooms, votes.changed, votes.paired) == (3, 3, 9)


def test_pairs_that_their_rooms_own_chart_kept_back_are_not_told_in_a_lot_of_that_room() -> None:
    """Its chart shows each table of five by itself; of the third only two votes could be paired."""
    room = session(k_seats=5, k_tables=1, pace="hall").room
    five = Counts(votes=(5, 0, 0))
    results = [
        Result(0, "prov/luren", five, five, 1, paired, moment=n)
        for n, paired in enumerate((5, 5, 2), start=1)
    ]
    teams = {f"t{n}": Team(f"t{n}", n, "pass_around", results=(one,)) for n, one in enumerate(results)}
    told = figures_of("prov", [Log(replace(room, teams=teams), (), None)], lambda _log, _card: "t", LATE)
    votes = told[0].votes
    assert votes is not None
    assert (votes.tables, votes.seats, votes.changed, votes.paired) == (3, 15, 0, 0)


def test_a_rooms_own_k_is_kept_when_it_is_stricter() -> None:
    told = figures(hall(*THREE, k_seats=12).log)["prov/luren"]
    assert (told.votes, told.lays) == (None, 0)


def test_another_rev_and_another_text_are_other_editions() -> None:
    first = hall(*THREE).log
    opened = first[0]
    assert isinstance(opened, RoomOpened)
    raised = opened.model_copy(
        update={"id": "r2", "cards": tuple(card.model_copy(update={"rev": 2}) for card in opened.cards)}
    )
    logs = [observe(first), observe([raised, *first[1:]]), observe(renamed(first, "r3"))]
    told = figures_of("prov", logs, lambda log, _card: "new" if log.room.id == "r3" else "old", LATE)
    assert [one.edition for one in told] == [
        Edition("prov/luren", 1, "new"),
        Edition("prov/luren", 1, "old"),
        Edition("prov/luren", 2, "old"),
    ]
    assert {one.tables for one in told} == {3}


def test_another_decks_cards_are_another_decks() -> None:
    assert figures_of("annan", [observe(hall(*THREE).log)], lambda _log, _card: "", LATE) == []


def test_a_date_leaves_out_lots_and_moves_none_of_their_borders() -> None:
    logs = [renamed(hall(("a b", "a b")).log, f"r{n}", opened=n) for n in range(6)]
    assert figures(*logs)["prov/luren"].tables == 6
    assert figures(*logs, since=1)["prov/luren"].tables == 3
    assert figures(*logs, since=3)["prov/luren"].tables == 3
    assert figures(*logs, since=4)["prov/luren"].tables == 0


def test_a_room_whose_counts_never_leave_a_table_tells_no_votes_and_no_passes() -> None:
    told = figures(hall(*THREE, distribution=False).log)["prov/luren"]
    assert (told.votes, told.asked, told.passed, told.lays) == (None, 0, 0, 3)


def test_practice_is_not_counted() -> None:
    played, tables, host = in_hall("vote", programme="practice:prov/luren round:prov/kylen", tables=(3, 3, 3))
    for table in tables:
        played.vote(table, "a b c")
    played.until(host, "vote", 2)
    played.until(host, "draw")
    assert [lay for lay in observe(played.log).lays if lay.card == "prov/luren"] == []


def talking() -> tuple[Session, Actor]:
    """A table at its own pace that has just come to the talk."""
    played = session("round:prov/luren pledge", cards=(LIGHT, OTHER, THIRD))
    table, host = played.table(4), played.host()
    played.next(host)
    played.until(table, "talk")
    return played, table


def test_talk_time_is_what_the_table_talked_without_time_outs_and_pauses() -> None:
    played, table = talking()
    host = played.host()
    played.facts.now += 60_000
    played.does(table, CallTimeout())
    played.facts.now += 500_000
    played.does(table, EndTimeout(how="continue"))
    played.facts.now += 30_000
    played.does(host, Pause(team=table.team))
    played.facts.now += 700_000
    played.does(host, Resume(team=table.team))
    played.facts.now += 5_000
    played.until(table, "pledge")
    (lay,) = observe(played.log).lays
    assert (lay.talked, lay.timeouts, lay.swapped) == (95_000, 1, False)


def test_a_swap_is_counted_on_the_card_that_was_put_aside() -> None:
    played = session("round:prov/luren pledge", cards=(LIGHT, OTHER, THIRD))
    table, host = played.table(4), played.host()
    played.next(host)
    played.until(table, "read")
    played.does(table, SwapCard(serial=played.serial(table)))
    played.until(table, "pledge")
    lays = observe(played.log).lays
    assert [(lay.card == "prov/luren", lay.swapped) for lay in lays] == [(True, True), (False, False)]
    assert lays[0].talked is None


def test_the_seats_of_a_lay_are_the_most_that_sat_there() -> None:
    played, table, _ = at_table("vote", seats=4, cards=(LIGHT, OTHER, THIRD))
    played.does(table, MarkAway(seat=played.seats(table)[0]))
    played.until(table, "pledge")
    (lay,) = observe(played.log).lays
    assert lay.seats == 4


def test_where_counts_never_leave_a_table_not_even_cards_held_up_tell_how_many_passed() -> None:
    told = {}
    for distribution in (True, False):
        played, tables, host = in_hall("vote", way="cards_up", distribution=distribution)
        for table in tables:
            played.does(table, TallyCards(serial=played.serial(table), counts={"a": 2, "pass": 1}))
        played.until(host, "pledge")
        told[distribution] = [(lay.asked, lay.passed) for lay in observe(played.log).lays]
    assert told == {True: [(3, 1)] * 3, False: [(0, 0)] * 3}


def test_a_card_without_a_vote_has_lays_and_no_votes() -> None:
    played, _, host = in_hall("talk", programme="round:prov/ovning pledge", cards=(EXERCISE, LIGHT))
    played.until(host, "pledge")
    told = figures(played.log)["prov/ovning"]
    assert (told.lays, told.votes, told.choices, verdict(told)) == (3, None, (), "talk")


def test_a_ranking_tells_mean_places() -> None:
    orders = ("abc abc bac bac", "abc abc abc abc")
    votes = figures(hall(orders, orders, orders, card="prov/ordning", cards=(RANKING, LIGHT)).log)[
        "prov/ordning"
    ].votes
    assert votes is not None
    assert (votes.before, votes.after) == ((6, 6, 0), (12, 0, 0))
    assert votes.places_before == pytest.approx((1.5, 1.5, 3))
    assert votes.places_after == (1, 2, 3)


def test_a_scale_tells_numbers() -> None:
    votes = figures(hall(*[("2 7", "5 5")] * 3, card="prov/skala", cards=(SCALE, LIGHT)).log)[
        "prov/skala"
    ].votes
    assert votes is not None
    assert spread(votes.before) == (2, 2, 7)
    assert spread(votes.after) == (5, 5, 5)


def test_a_room_without_its_beginning_is_no_room() -> None:
    with pytest.raises(ValueError, match="empty"):
        observe([])
    with pytest.raises(ValueError, match="begins with"):
        observe(hall(*THREE).log[1:])


# --- a word about it ------------------------------------------------------------------------------

SPLIT = Votes(1, 3, 10, (5, 5), (5, 5), 0, 0, 0, 0)
PLAIN = Figures(
    Edition("prov/a", 1, "t"), "dilemma", ("a", "b"), rooms=1, tables=4, seats=12, lays=4, asked=10,
    votes=SPLIT,
)  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({}, "splits"),
        ({"votes": replace(SPLIT, before=(7, 3))}, "splits"),
        ({"votes": replace(SPLIT, before=(8, 2))}, "agree"),
        ({"votes": replace(SPLIT, before=(8, 2), own_before=2)}, "splits"),
        ({"swaps": 1}, "hot"),
        ({"timeouts": 1}, "hot"),
        ({"passed": 2}, "splits"),
        ({"passed": 3}, "hot"),
        ({"votes": None}, "few"),
        ({"votes": None, "lays": 0}, "few"),
        ({"votes": None, "swaps": 2}, "hot"),
        ({"choices": (), "votes": None}, "talk"),
        ({"choices": (), "votes": None, "lays": 0}, "few"),
        ({"kind": "scale", "votes": replace(SPLIT, before=(0, 9, 9, 1))}, "agree"),
        ({"kind": "scale", "votes": replace(SPLIT, before=(5, 0, 0, 5))}, "splits"),
    ],
)
def test_a_word_about_the_figures(changes: dict[str, Any], word: str) -> None:
    assert verdict(replace(PLAIN, **changes)) == word


def test_what_wants_a_look_comes_first() -> None:
    few, hot = replace(PLAIN, votes=None), replace(PLAIN, swaps=2)
    hotter, agreed = replace(PLAIN, swaps=4), replace(PLAIN, votes=replace(SPLIT, before=(10, 0)))
    assert in_need_first([few, PLAIN, agreed, hot, hotter]) == [hotter, hot, agreed, PLAIN, few]


def test_nothing_is_no_strain_and_no_agreement() -> None:
    nothing = replace(PLAIN, lays=0, asked=0)
    assert strain(nothing) == 0
    assert largest(replace(SPLIT, before=(0, 0))) == 0
    assert spread([0, 0]) == (0, 0, 0)


# --- whatever is told when, the difference is of k -----------------------------------------------


@dataclass(frozen=True)
class Happened:
    """A table has voted, and put its card away, at `at`."""

    at: int
    cast: int


@dataclass(frozen=True)
class Story:
    """A room: what happened at which times, and when it closed."""

    opened: int
    tables: tuple[Happened, ...]
    closed: int
    k_seats: int
    k_tables: int

    def at(self, now: int, room: str) -> Log:
        """The room as its log tells it at `now`."""
        opened = session(k_seats=self.k_seats, k_tables=self.k_tables, pace="hall").room
        happened = [(f"t{n}", one) for n, one in enumerate(self.tables) if one.at <= now]
        teams = {name: Team(name, 1, "pass_around", results=(_result(one),)) for name, one in happened}
        lays = sorted((_lay(name, one) for name, one in happened), key=lambda lay: lay.ended)
        return Log(
            replace(opened, id=room, opened=self.opened, teams=teams),
            tuple(lays),
            self.closed if self.closed <= now else None,
        )


def _result(one: Happened) -> Result:
    counts = Counts(votes=(one.cast, 0, 0))
    return Result(0, "prov/luren", counts, counts, 0, one.cast, moment=one.at)


def _lay(team: str, one: Happened) -> Lay:
    return Lay(team, "prov/luren", one.at, one.cast, one.cast, 0, False, 0, None)


@st.composite
def stories(draw: st.DrawFn) -> Story:
    opened = draw(st.integers(0, 5))
    tables = draw(
        st.lists(st.builds(Happened, st.integers(5, 20), st.integers(1, 5)), min_size=1, max_size=5)
    )
    last = max(one.at for one in tables)
    return Story(
        opened, tuple(tables), last + draw(st.integers(0, 6)), draw(st.sampled_from((5, 6, 9))),
        draw(st.sampled_from((1, 3))),
    )  # fmt: skip


Telling = Callable[[Sequence[Log], str, int], Sequence[Lot[Any]]]


def told_of(telling: Telling, rooms: Sequence[Story], now: int, since: int) -> dict[tuple[str, str], int]:
    """(room, table) -> seats, for everything that is told of at `now`."""
    logs = [story.at(now, f"r{n}") for n, story in enumerate(rooms)]
    lots = [lot for lot in telling(logs, "prov/luren", now + HOLD) if lot.opened >= since]
    return {
        (unit.room.id, piece.team): piece.seats for lot in lots for unit in lot.units for piece in unit.pieces
    }


@pytest.mark.parametrize("telling", [lay_lots, vote_lots])
@settings(max_examples=200, deadline=None)
@given(
    rooms=st.lists(stories(), max_size=5),
    days=st.lists(st.tuples(st.integers(5, 30), st.integers(0, 5)), min_size=2, max_size=4),
)
def test_no_two_tellings_differ_by_fewer_than_k(
    telling: Telling, rooms: list[Story], days: list[tuple[int, int]]
) -> None:
    tellings = [told_of(telling, rooms, now, since) for now, since in [*days, (100, 0)]]
    for one, other in combinations([{}, *tellings], 2):
        for more, less in ((one, other), (other, one)):
            rest = {table: seats for table, seats in more.items() if table not in less}
            assert not rest or (sum(rest.values()) >= 6 and len(rest) >= 3)


DAY = 24 * 60 * 60 * 1000


@pytest.mark.parametrize("telling", [lay_lots, vote_lots])
@settings(max_examples=200, deadline=None)
@given(
    rooms=st.lists(stories(), min_size=2, max_size=7),
    days=st.lists(st.integers(0, 15), min_size=7, max_size=7),
    swept=st.integers(0, 15),
    purged=st.integers(0, 6),
)
def test_tellings_before_and_after_rooms_are_erased_differ_by_no_fewer_than_k(
    telling: Telling, rooms: list[Story], days: list[int], swept: int, purged: int
) -> None:
    """A sweep takes those that closed before a day, and somebody erases one more."""
    logs = [
        replace(story.at(100, f"r{n}"), closed=days[n] * DAY + story.closed) for n, story in enumerate(rooms)
    ]
    kept = [log for n, log in enumerate(logs) if days[n] >= swept]
    fewer = [log for log in kept if log is not logs[purged % len(logs)]]
    tellings = [{}, _told(telling, logs, logs), _told(telling, logs, kept), _told(telling, logs, fewer)]
    for one, other in combinations(tellings, 2):
        for more, less in ((one, other), (other, one)):
            rest = {table: seats for table, seats in more.items() if table not in less}
            assert not rest or (sum(rest.values()) >= 6 and len(rest) >= 3)


def _told(telling: Any, logs: list[Log], kept: list[Log]) -> dict[tuple[str, str], int]:
    """(room, table) -> seats, of what is told when of these rooms those are kept."""
    spent = {week_of(log.closed or 0) for log in logs if log not in kept}
    lots: list[Lot[Any]] = telling(kept, "prov/luren", LATE, spent)
    return {
        (unit.room.id, piece.team): piece.seats for lot in lots for unit in lot.units for piece in unit.pieces
    }


def test_rooms_of_another_week_are_told_of_by_themselves() -> None:
    logs = [observe(renamed(hall(("a b", "a b")).log, f"r{n}")) for n in range(6)]
    weekly = [replace(log, closed=n // 3 * 7 * DAY) for n, log in enumerate(logs)]
    assert [len(vote_lots(weekly[n : n + 3], "prov/luren", LATE)) for n in range(4)] == [1, 0, 0, 1]
    assert len(vote_lots(weekly, "prov/luren", LATE)) == 2
    assert len(vote_lots(weekly, "prov/luren", LATE, {week_of(0)})) == 1


@settings(max_examples=200, deadline=None)
@given(rooms=st.lists(stories(), max_size=4), now=st.integers(5, 30))
def test_taking_a_rooms_chart_away_leaves_whole_charts_or_what_no_chart_has_shown(
    rooms: list[Story], now: int
) -> None:
    logs = {f"r{n}": story.at(now, f"r{n}") for n, story in enumerate(rooms)}
    for lot in vote_lots(list(logs.values()), "prov/luren", now + HOLD):
        for unit in lot.units:
            charted = _charted(unit.room)
            teams = frozenset(piece.team for piece in unit.pieces)
            assert teams in charted if len(lot.rooms) == 1 else not any(teams & one for one in charted)


def _charted(room: Room) -> list[frozenset[str]]:
    found = [(team.id, result) for team in room.teams.values() for result in team.results]
    return [frozenset(team for team, _ in lot) for lot in shown_lots(room, found)]


def test_the_least_k_is_ours_also_where_a_room_asks_for_less() -> None:
    assert Settings(preset="", pace="hall", k_seats=5).k_seats == 5
    told = figures(hall(("a b", "a b"), ("a b", "a b"), ("a", "a"), k_seats=5).log)["prov/luren"]
    assert (told.votes, told.lays) == (None, 0)


def test_a_lectures_crowd_stands_for_three_tables_in_its_own_room_and_nowhere_else() -> None:
    lecture = room_with(max_team=1000, k_tables=1)
    crowd = Unit(lecture, (Voters("t1", 9),))
    assert Lot((crowd,)).is_enough
    assert not Lot((Unit(lecture, (Voters("t1", 8),)),)).is_enough
    assert not Lot((Unit(lecture, (Voters("t1", 8), Voters("t2", 8))),)).is_enough
    assert Lot((Unit(lecture, (Voters("t1", 9), Voters("t2", 1))),)).is_enough
    other = replace(room_with(), id="r2")
    assert not Lot((Unit(other, (Voters("t1", 3),)), crowd)).is_enough, "or the lecture could be taken away"
    assert not Lot((Unit(room_with(k_tables=1), (Voters("t1", 9),)),)).is_enough
    assert not Lot((Unit(room_with(max_team=1000, k_tables=2), (Voters("t1", 50),)),)).is_enough


@dataclass(frozen=True)
class Voters:
    """What a table gave."""

    team: str
    seats: int


def room_with(**settings: Any) -> Room:
    """An empty room with these settings."""
    return session("checkin", **settings).room
