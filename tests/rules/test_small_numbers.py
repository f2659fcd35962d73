"""Whatever leaves a table, and however often somebody looks: never a number about fewer than k."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules import Actor, CastVote, CheckIn, Rate
from tests.rules.build import LIGHT, Session, session

K_SEATS, K_TABLES = 6, 3
Numbers = dict[str, tuple[list[int], int | None]]
"""name -> (counts, tables)"""


def numbers(played: Session, host: Actor) -> Numbers:
    """Everything about several tables that a host, and nobody before a host, is told."""
    board = played.view(host)["host"]
    found: Numbers = {
        f"{chart['card']} {side}": (chart[side], chart["tables"])
        for chart in board["charts"]
        for side in ("before", "after")
    }
    found |= {f"{c['card']} seats": ([c["seats"]], c["tables"]) for c in board["charts"]}
    found |= {f"{c['card']} paired": ([c["paired"]], None) for c in board["charts"] if c["paired"]}
    if board["checkin"]:
        found["checkin"] = board["checkin"], None
    found |= {name: (counts, None) for name, counts in (board["rating"] or {}).items()}
    return found


class Watcher:
    """Looks after every press, and takes what it saw before from what it sees."""

    def __init__(self, played: Session, host: Actor) -> None:
        self.played, self.host, self.seen, self.shown = played, host, dict[str, Any](), 0

    def look(self) -> None:
        now = numbers(self.played, self.host)
        for name, (counts, tables) in now.items():
            before, behind = self.seen.get(name, ([0] * len(counts), 0 if tables is not None else None))
            grown = sum(counts) - sum(before)
            if counts != before:
                assert all(one <= other for one, other in zip(before, counts, strict=True)), (
                    "a sum only grows"
                )
                assert name.endswith(("before", "after")) or grown >= K_SEATS, (name, before, counts)
                assert tables is None or behind is None or tables - behind >= K_TABLES, (name, behind, tables)
                self.shown += 1
        assert self.seen.keys() <= now.keys(), "what has been told is not taken back to be told again"
        self.seen = now


Said = st.sampled_from(["a", "b", "c", "own", "pass", "-"])
TABLES = st.lists(st.lists(st.tuples(Said, Said), min_size=1, max_size=5), min_size=1, max_size=9)


@settings(max_examples=30, deadline=None)
@given(tables=TABLES, order=st.randoms(use_true_random=False))
def test_two_views_one_vote_apart_differ_by_nothing_or_by_k_seats_at_k_tables(
    tables: Any, order: Any
) -> None:
    played = session("checkin round:prov/luren debrief", cards=(LIGHT,), k_seats=K_SEATS, k_tables=K_TABLES)
    stations = [(played.table(len(votes), n), votes) for n, votes in enumerate(tables, start=1)]
    host = played.host()
    watcher = Watcher(played, host)
    played.next(host)
    for phase in ("checkin", "vote 1", "vote 2", "debrief"):
        order.shuffle(stations)
        for table, votes in stations:
            if played.room.closed:
                return
            _say(played, table, votes, phase, watcher)


def _say(played: Session, table: Actor, votes: list[tuple[str, str]], phase: str, watcher: Watcher) -> None:
    name, _, round_ = phase.partition(" ")
    place = (name, 3) if name == "debrief" else (name, int(round_ or 1))
    played.until(table, *place)
    watcher.look()
    serial = played.serial(table)
    for seat, pair in zip(played.seats(table), votes, strict=True):
        choice = pair[round_ == "2"]
        if choice != "-" and not (name == "vote" and round_ == "2" and pair[0] == "-"):
            number = None if choice == "pass" else 3
            if name == "vote":
                played.does(table, CastVote(seat=seat, serial=serial, choice=choice))
            elif name == "checkin":
                played.does(table, CheckIn(seat=seat, serial=serial, number=number))
            else:
                played.does(table, Rate(seat=seat, serial=serial, safe=number, useful=number, again=5))
        watcher.look()
    if name != "debrief":
        played.next(table)
    watcher.look()


def test_where_there_are_enough_something_is_told() -> None:
    """Or the property above would hold for a host who never sees a number."""
    played = session("checkin round:prov/luren debrief", cards=(LIGHT,), k_seats=K_SEATS, k_tables=K_TABLES)
    stations = [(played.table(3, n), [("a", "b")] * 3) for n in range(1, 5)]
    host = played.host()
    watcher = Watcher(played, host)
    played.next(host)
    for phase in ("checkin", "vote 1", "vote 2", "debrief"):
        for table, votes in stations:
            _say(played, table, votes, phase, watcher)
    assert watcher.seen["checkin"] == ([0, 0, 12, 0, 0, 0, 0, 0, 0, 0], None)
    assert watcher.seen["prov/luren before"][0] == [9, 0, 0]
    assert watcher.seen["safe"][0][2] == 12
