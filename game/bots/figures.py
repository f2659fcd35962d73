"""What bots have measured, cast and seen: the raw material of a rehearsal's report. Times in ms."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict

from game.rules.command import CastVote, Command, DealCard, OpenNext


class Outcome(BaseModel):
    """What a card did at one table, as the table itself was shown it."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    room: int
    table: int
    card: str
    before: dict[str, Any]
    after: dict[str, Any]
    changed: int | None
    paired: int | None


class Miscount(BaseModel):
    """A vote of which a table was shown other counts than its bots had cast."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    room: int
    table: int
    card: str
    round: int
    cast: dict[str, int]
    counted: dict[str, Any]


class Spread(BaseModel):
    """Percentiles of waiting times."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    n: int
    p50: float = 0
    p90: float = 0
    p99: float = 0
    max: float = 0


def spread(waits: Sequence[float]) -> Spread:
    """The nearest-rank percentiles.

    >>> spread([4.0, 1.0, 2.0, 3.0]).p50
    2.0
    """
    ranked = sorted(waits)
    if not ranked:
        return Spread(n=0)
    p50, p90, p99 = (round(ranked[max(0, -(-len(ranked) * part // 100) - 1)], 2) for part in (50, 90, 99))
    return Spread(n=len(ranked), p50=p50, p90=p90, p99=p99, max=round(ranked[-1], 2))


class Figures:
    """One room's figures. `table` is None for a host."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.on_change: Callable[[], None] = _nobody_listens
        self.sent = 0
        self.acked = 0
        self.already = 0
        self.refused: Counter[str] = Counter()
        self.version = 0
        self.acks: list[float] = []
        self.votes_seen: list[float] = []
        self.phases_seen: list[float] = []
        self.outcomes: dict[tuple[int, str], Outcome] = {}
        self._kinds: dict[tuple[int, str], Sequence[str]] = {}
        self._cast: dict[tuple[int, str, int, str], str] = {}
        self._tables: dict[str, int | None] = {}
        self._seen: dict[str, int] = {}
        self._hears: dict[str, bool] = {}
        self._awaited: list[tuple[int, float, list[float], set[str]]] = []

    # --- commands ---

    def saved(
        self, table: int | None, command: Command, took: tuple[float, float], version: int, already: bool
    ) -> None:
        """A command was acked; `took` is when it was sent and answered, in seconds."""
        self.acked += 1
        self.already += already
        sent, answered = took
        if isinstance(command, CastVote):
            self.acks.append((answered - sent) * 1000)
            self._await(version, sent, self.votes_seen, {s for s, t in self._tables.items() if t == table})
        elif isinstance(command, OpenNext | DealCard) and table is None:
            self._await(version, sent, self.phases_seen, set(self._tables))

    def ballot(self, table: int, card: str, round_: int, command: CastVote) -> None:
        """A vote was acked; a later one of the same seat takes its place."""
        self._cast[table, card, round_, command.seat] = command.choice

    @property
    def ballots(self) -> int:
        """Seats' votes that stood when they closed, over all cards and rounds."""
        return len(self._cast)

    # --- views ---

    def hears(self, station: str, server: bool) -> None:
        """Whether the station hears the server has changed."""
        self._hears[station] = server
        self.on_change()

    @property
    def lost(self) -> bool:
        """Some have knocked, and none of them hears the server."""
        return bool(self._hears) and not any(self._hears.values())

    def seen(self, station: str, table: int | None, version: int, view: Mapping[str, Any]) -> None:
        """A station's view has reached a version."""
        self.version = max(self.version, version)
        self._tables[station] = table
        self._seen[station] = version
        self.on_change()
        if self._awaited:
            self._arrive(station, version)
        result, card = view.get("result"), view.get("card")
        if (
            table is not None
            and result
            and card
            and result["after"]
            and result["before"]
            and not card["practice"]
        ):
            self._kinds[table, card["id"]] = card["choices"]
            self.outcomes[table, card["id"]] = Outcome(
                room=self.room,
                table=table,
                card=card["id"],
                before=_sorted(result["before"]),
                after=_sorted(result["after"]),
                changed=result["changed"],
                paired=result["paired"],
            )

    def _await(self, version: int, sent: float, into: list[float], stations: set[str]) -> None:
        waiting = {station for station in stations if self._seen.get(station, 0) < version}
        if waiting:
            self._awaited.append((version, sent, into, waiting))
        else:
            into.append((time.perf_counter() - sent) * 1000)

    def _arrive(self, station: str, version: int) -> None:
        now = time.perf_counter()
        for wanted, sent, into, waiting in self._awaited:
            if version >= wanted:
                waiting.discard(station)
                if not waiting:
                    into.append((now - sent) * 1000)
        self._awaited = [waited for waited in self._awaited if waited[3]]

    # --- the check ---

    def wrong(self) -> list[Miscount]:
        """Votes whose counts are not what these bots cast; only meaningful where bots alone voted."""
        found = []
        for (table, card), outcome in self.outcomes.items():
            for round_, counts in ((1, outcome.before), (2, outcome.after)):
                cast = Counter(
                    c for (t, k, r, _), c in self._cast.items() if (t, k, r) == (table, card, round_)
                )
                choices = self._kinds[table, card]
                cast = Counter(_counted(choice, choices) for choice in cast.elements())
                votes = [cast.get(choice, 0) for choice in choices]
                if (votes, cast["own"], cast["pass"]) != (counts["votes"], counts["own"], counts["passed"]):
                    found.append(
                        Miscount(
                            room=self.room, table=table, card=card, round=round_, cast=cast, counted=counts
                        )
                    )
        return found


def _counted(choice: str, choices: Sequence[str]) -> str:
    """What a choice is counted as: of an order its first."""
    return choice[0] if sorted(choice) == sorted(choices) else choice


def _sorted(counts: Mapping[str, Any]) -> dict[str, Any]:
    """The counts with the own answers' words in an order of ours: the server shuffles them on purpose."""
    return {**counts, "own_texts": sorted(counts["own_texts"])}


def _nobody_listens() -> None:
    """Nothing is told of a change."""
