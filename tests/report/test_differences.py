"""Whoever keeps every report of a session, and looks at the hall's screen, subtracts one from another.

Whatever they subtract, what is left is told of at least k seats and k tables; of a lecture, of more
seats than a table has.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Literal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.rules import Actor, CastVote, CheckIn, Command, Event, Refused, Settings, replay
from game.rules.command import CloseRoom, OpenNext, Rate, ShowResult
from game.rules.event import CheckinCounted
from game.rules.report import Answers, Report, Scale, report_of
from game.rules.report.scales import scales_of
from game.rules.slices import HallSlice
from game.rules.views.hall import hall_slice
from tests.rules.build import LIGHT, OTHER, Session, session

K_SEATS, K_TABLES, TABLE = 6, 3, 8
SESSIONS = int(os.environ.get("SESSIONS", "6"))
"""`SESSIONS=500 pytest tests/report/test_differences.py` for a long run."""
PROGRAMME = f"checkin round:{LIGHT.id} round:{OTHER.id} debrief"
CARDS = (LIGHT, OTHER)
SHOWN = ("checkin", "rating", f"card:{LIGHT.id}", f"card:{OTHER.id}")


@dataclass(frozen=True)
class Plan:
    """A session: how many sit where, whose turn it is when, and what they answer."""

    pace: Literal["hall", "table"]
    seats: tuple[int, ...]
    turns: tuple[int, ...]
    answers: tuple[int, ...]
    k_seats: int
    k_tables: int
    closes: bool
    beside: int = -1
    """In a lecture, how many machines sit at tables of their own beside the audience; -1 when it is none."""

    @property
    def lecture(self) -> bool:
        return self.beside >= 0


plans = st.builds(
    Plan,
    pace=st.sampled_from(["table", "table", "hall"]),
    seats=st.lists(st.integers(1, 4), min_size=4, max_size=8).map(tuple),
    turns=st.lists(st.sampled_from([*range(8), 8, 8, 9]), min_size=40, max_size=60).map(tuple),
    answers=st.lists(st.integers(0, 9), min_size=7, max_size=20).map(tuple),
    k_seats=st.sampled_from([5, 6, 9]),
    k_tables=st.sampled_from([1, 3, 4]),
    closes=st.booleans(),
)
lectures = st.builds(
    Plan,
    pace=st.sampled_from(["hall", "hall", "table"]),
    seats=st.lists(st.integers(1, 6), min_size=3, max_size=7).map(tuple),
    turns=st.lists(st.sampled_from([*range(3), 8, 8, 9]), min_size=40, max_size=60).map(tuple),
    answers=st.lists(st.integers(0, 9), min_size=7, max_size=20).map(tuple),
    k_seats=st.sampled_from([5, 6, 9]),
    k_tables=st.just(1),
    closes=st.booleans(),
    beside=st.sampled_from([0, 0, 1, 2]),
)


class Kept(Session):
    """A session of which every commit is remembered by the length of the log after it."""

    def __init__(self, plan: Plan) -> None:
        made = {"preset": "Halvdag", "pace": plan.pace, "k_seats": plan.k_seats, "k_tables": plan.k_tables}
        if plan.lecture:
            made |= {"max_team": 1000, "team_size": 1000}
        super().__init__(PROGRAMME, CARDS, Settings.model_validate(made), seed=1)
        self.commits: list[int] = []
        self.plan, self.asked = plan, 0

    def decide(self, actor: Actor, command: Command) -> Any:
        done = super().decide(actor, command)
        self.commits.append(len(self.log))
        return done

    def answer(self) -> int:
        self.asked += 1
        return self.plan.answers[self.asked % len(self.plan.answers)]

    def beats(self) -> int:
        """How far a table gets in its turn: at its own pace often through a whole card."""
        return 1 if self.plan.pace == "hall" else 2 + self.answer()

    def tries(self, actor: Actor, command: Command) -> None:
        try:
            self.decide(actor, command)
        except Refused:
            return

    def played(self) -> Kept:
        """The host opens the room; then whose turn it is does what is next for them."""
        host = self.host()
        audience = len(self.plan.seats) - self.plan.beside if self.plan.lecture else 0
        sat = [self.table(seats, 1 if n < audience else None) for n, seats in enumerate(self.plan.seats)]
        tables = [sat[:audience], *([one] for one in sat[audience:])] if audience else [[one] for one in sat]
        self.next(host)
        for turn in self.plan.turns:
            if turn < len(tables):
                for _ in range(self.beats()):
                    self._table(tables[turn])
            elif turn == 9 and self.plan.pace == "hall":
                for table in tables:
                    self._table(table)
                self._lead(host)
            else:
                for what in SHOWN[self.answer() % 4 :]:
                    known = tuple(self.room.teams)
                    self.tries(host, ShowResult(what=what, on=self.answer() > 0, despite=known))
        if self.plan.closes:
            self.tries(host, CloseRoom())
        return self

    def _lead(self, host: Actor) -> None:
        if self.room.stage.phase == "draw" and self.room.card is None:
            self._move(host)
        elif not self.room.closed and self.room.stage.step < len(self.room.steps) - 1:
            self.tries(host, OpenNext(serial=self.serial(host)))

    def _table(self, stations: Sequence[Actor]) -> None:
        """All who sit at one table do what is next; at its own pace it then goes on."""
        for station in stations:
            self._seats(station)
        if self.plan.pace == "table" and self.place(stations[0])[0] not in ("closed", "lobby"):
            try:
                self._move(stations[0])
            except Refused:
                return

    def _seats(self, table: Actor) -> None:
        phase, round_ = self.place(table)
        for seat in self.seats(table):
            n = self.answer()
            if phase == "vote":
                choice = "pass" if n == 9 else "ab"[n % 2]
                self.tries(table, CastVote(seat=seat, serial=self.serial(table), choice=choice))
            elif (phase, round_) == ("checkin", 1):
                self.tries(table, CheckIn(seat=seat, serial=self.serial(table), number=n or None))
            elif (phase, round_) == ("debrief", 3):
                safe, useful, again = (self.answer() or None for _ in range(3))
                serial = self.serial(table)
                self.tries(table, Rate(seat=seat, serial=serial, safe=safe, useful=useful, again=again))

    def reports(self) -> Iterator[tuple[Report, HallSlice]]:
        """After every commit: the report, and the hall's screen."""
        last: Sequence[Event] = ()
        for length in sorted(set(self.commits)):
            if any(event.type not in _QUIET for event in self.log[len(last) : length]):
                last = self.log[:length]
                report = report_of(last, self.shelf, lambda ms: "2026-11-22")
                yield report, hall_slice(replay(last), self.shelf)


_QUIET = frozenset({"vote_cast", "seat_done", "grace_set", "prompt_shown", "station_acknowledged"})
"""They change nothing that either tells; the oracle below is all the same asked after each of the others."""


def fits(left: int, least: int) -> bool:
    """Nothing is left, or enough."""
    return left == 0 or abs(left) >= least


def same(one: Answers | None, other: Answers | None, lecture: bool) -> None:
    """What is left of one when the other is taken away."""
    zeros = dict.fromkeys(("seats", "tables", "own_before", "own_after", "moved", "largest"), 0)
    none = Answers.model_validate({**zeros, "before": (), "after": (), "paired": False})
    one, other = one or none, other or none
    assert fits(one.seats - other.seats, TABLE + 1 if lecture else K_SEATS)
    crowd = lecture and abs(one.seats - other.seats) > TABLE
    assert fits(one.tables - other.tables, K_TABLES) or crowd
    if one.tables == other.tables:
        assert one == other or crowd


def same_scale(one: Scale | None, other: Scale | None, lecture: bool) -> None:
    ones, others = (one.counts if one else (0,) * 10), (other.counts if other else (0,) * 10)
    left = [a - b for a, b in zip(ones, others, strict=True)]
    assert all(n >= 0 for n in left) or all(n <= 0 for n in left)
    assert fits(sum(left), TABLE + 1 if lecture else K_SEATS)


def by_card(report: Report) -> dict[str, Answers | None]:
    return {card.card: card.answers for card in report.cards}


def nothing_small_is_left(told: Sequence[Report]) -> None:
    """Between any two reports."""
    for one, other in combinations(told, 2):
        mine, theirs = by_card(one), by_card(other)
        for card in mine.keys() | theirs.keys():
            same(mine.get(card), theirs.get(card), one.lecture)
        same_scale(one.checkin, other.checkin, one.lecture)
        for name in one.rating.keys() | other.rating.keys():
            same_scale(one.rating.get(name), other.rating.get(name), one.lecture)
        assert one.tables == other.tables or None in (one.tables, other.tables)
        assert one.seats == other.seats or None in (one.seats, other.seats)


def nor_beside_the_hall(told: Sequence[Report], halls: Sequence[HallSlice], plan: Plan) -> None:
    """Between any report and whatever the hall has seen: there the room's own k holds."""
    for report in told:
        answers = by_card(report)
        counts = report.checkin.counts if report.checkin else (0,) * 10
        for hall in halls:
            for chart in hall["charts"]:
                mine = answers.get(chart["card"])
                assert fits(chart["seats"] - (mine.seats if mine else 0), plan.k_seats)
                assert fits(chart["tables"] - (mine.tables if mine else 0), plan.k_tables)
            if hall["checkin"]:
                assert fits(sum(hall["checkin"]) - sum(counts), plan.k_seats)


def nothing_is_ahead_of_the_hall(report: Report, hall: HallSlice, been: set[str]) -> None:
    """While the session is on. What the hall has `been` shown, until now, is kept up."""
    been |= {name for name, counts in (("checkin", hall["checkin"]), ("rating", hall["rating"])) if counts}
    charts = {chart["card"]: chart for chart in hall["charts"]}
    for card, told in by_card(report).items():
        assert told is None or (card in charts and told.tables <= charts[card]["tables"])
    assert report.checkin is None or "checkin" in been
    assert not report.rating or "rating" in been
    assert (report.tables, report.seats) == (None, None)


@settings(max_examples=SESSIONS, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plan=plans | lectures)
def test_nobody_is_left_when_one_report_is_taken_from_another_or_from_the_halls_screen(plan: Plan) -> None:
    seen = list(Kept(plan).played().reports())
    told = list({report.model_dump_json(): report for report, _ in seen}.values())
    halls = list({json.dumps(hall): hall for _, hall in seen}.values())
    nothing_small_is_left(told)
    nor_beside_the_hall(told, halls, plan)
    been: set[str] = set()
    for report, hall in seen:
        if not report.closed:
            nothing_is_ahead_of_the_hall(report, hall, been)


def test_the_sessions_come_as_far_as_numbers_and_some_of_them_grow() -> None:
    """What is asked above has something to bite on."""
    together = (*range(6), 8) * 30
    apart = (*(0, 1, 2, 8) * 30, *(3, 4, 5, 8) * 30)
    for order in (together, apart):
        plan = Plan("table", (3, 2, 2, 3, 2, 2), order, (1, 2, 3, 4, 5, 6, 7), 6, 3, closes=True)
        seen = list(Kept(plan).played().reports())
        reports = [report for report, _ in seen]
        told = list({report.model_dump_json(): report for report in reports}.values())
        nothing_small_is_left(told)
        nor_beside_the_hall(told, [hall for _, hall in seen[::5]], plan)
        tables = [one.tables for report in reports if (one := by_card(report).get(LIGHT.id))]
        assert len(set(tables)) > (order is apart)
        assert set(reports[-1].rating) == {"safe", "useful", "again"}
        assert reports[-1].checkin is not None


def test_a_lecture_comes_as_far_as_numbers_and_a_small_table_beside_it_is_never_told_apart() -> None:
    turns = (0, 1, 9) * 20 + (8,) * 4
    for pace, beside in (("hall", 0), ("hall", 1), ("table", 1)):
        order = turns if pace == "hall" else (*(0, 8) * 25, *(1, 8) * 25)
        seats = (4, 4, 4, 3)
        plan = Plan(pace, seats, order, (1, 2, 3, 4, 5, 6, 7), 6, 1, closes=True, beside=beside)  # type: ignore[arg-type]
        reports = [report for report, _ in Kept(plan).played().reports()]
        nothing_small_is_left(list({report.model_dump_json(): report for report in reports}.values()))
        told = [one.seats for report in reports if (one := by_card(report).get(LIGHT.id))]
        assert told, (pace, beside)
        assert min(told) > TABLE
        assert reports[-1].lecture
        if pace == "table":
            assert set(told) == {12}, "the three beside the audience, who came later, are told of nowhere"


counted = st.lists(
    st.tuples(st.lists(st.integers(0, 4), min_size=10, max_size=10), st.integers(1, 6)), max_size=8
)


@settings(max_examples=200, deadline=None)
@given(lots=counted, k_seats=st.sampled_from([5, 6, 9]), k_tables=st.sampled_from([1, 3, 4]))
def test_a_scale_grows_by_lots_that_are_large_enough_whatever_the_room_asks_for(
    lots: list[tuple[list[int], int]], k_seats: int, k_tables: int
) -> None:
    room = session(PROGRAMME, cards=CARDS, k_seats=k_seats, k_tables=k_tables).room
    events = [CheckinCounted(counts=tuple(counts), tables=tables) for counts, tables in lots]
    last = 0
    for n in range(len(events) + 1):
        scale = scales_of(room, events[:n]).get("checkin")
        seats = scale.seats if scale else 0
        assert fits(seats - last, max(K_SEATS, k_seats))
        if seats > last:
            behind = [event.tables for event in events[:n] if sum(event.counts)]
            assert max(behind) >= max(K_TABLES, k_tables)
        last = seats
