"""What is asked seat by seat, and what it leads to: check-in, notes, harvest, pledges, ratings, the wall."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from game.rules.event.base import Event, TeamEvent, change, settled
from game.rules.mappings import patched, replace
from game.rules.model import Harvest, Room, Team, WallText
from game.rules.timer import Timer


class SeatDone(TeamEvent):
    """A seat is done with the open check-in, marking, pledge or rating; what it said lies sealed."""

    type: Literal["seat_done"] = "seat_done"
    seat: str

    def on(self, team: Team, room: Room) -> Team:
        return replace(team, done=team.done | {self.seat})


class SeatsUndone(TeamEvent):
    """What the team's seats had sealed is lost, so all of them may answer again."""

    type: Literal["seats_undone"] = "seats_undone"

    def on(self, team: Team, room: Room) -> Team:
        return replace(team, done=frozenset())


class CheckinCounted(Event):
    """How many chose each number 1-10 over the whole room, and at how many tables; nothing of it is kept per
    team.
    """

    type: Literal["checkin_counted"] = "checkin_counted"
    counts: tuple[int, ...]
    tables: int

    def apply(self, room: Room) -> Room:
        checkin = _added(room.checkin, self.counts)
        return replace(room, checkin=checkin, behind=_fewest(room, {"checkin": self.tables}))


class RecallCounted(Event):
    """How many pledges are done, partly done and not yet done over the room, and at how many tables."""

    type: Literal["recall_counted"] = "recall_counted"
    counts: tuple[int, int, int]
    tables: int

    def apply(self, room: Room) -> Room:
        recalled = _added(room.recalled, self.counts)
        return replace(room, recalled=recalled, behind=_fewest(room, {"recall": self.tables}))


def _added(earlier: tuple[int, ...] | None, counts: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(a + b for a, b in zip(earlier or (0,) * len(counts), counts, strict=True))


def _fewest(room: Room, tables: Mapping[str, int]) -> Mapping[str, int]:
    """The tables behind each count, where the smallest of its lots is what tells."""
    fewest = {name: min(n, room.behind.get(name, n)) for name, n in tables.items()}
    return MappingProxyType({**room.behind, **fewest})


class HarvestOpened(TeamEvent):
    """The notes that seats may mark; on the second try only those that tied."""

    type: Literal["harvest_opened"] = "harvest_opened"
    tries: int
    strengthen: tuple[str, ...]
    improve: tuple[str, ...]
    chosen_strengthen: str | None = None
    chosen_improve: str | None = None
    total: int = 0
    at: int

    def on(self, team: Team, room: Room) -> Team:
        harvest = Harvest(
            self.tries, self.strengthen, self.improve, self.chosen_strengthen, self.chosen_improve
        )
        stage = replace(team.stage, serial=room.version + 1) if self.tries > 1 else team.stage
        if self.total:
            stage = replace(stage, timer=Timer(self.total, self.at + self.total))
        return settled(replace(team, harvest=harvest, done=frozenset(), stage=stage), self.at)


class HarvestChosen(Event):
    """What the team brings to the wall. Its notes wait there for the host's release, without a table; one to
    act on now, which counts as something to improve, is still told as what its table said it was.
    """

    type: Literal["harvest_chosen"] = "harvest_chosen"
    team: str
    strengthen: str | None
    improve: str | None
    drawn: bool

    def apply(self, room: Room) -> Room:
        team = room.teams[self.team]
        before = team.harvest or Harvest()
        harvest = replace(
            before,
            chosen_strengthen=self.strengthen,
            chosen_improve=self.improve,
            settled=True,
            drawn=self.drawn,
        )
        wall = dict(room.wall)
        for kind, note in (("strengthen", self.strengthen), ("improve", self.improve)):
            stands = before.settled and note in (before.chosen_strengthen, before.chosen_improve)
            if note and not stands:  # what the host has released since stays so
                written = team.notes[note]
                wall[note] = WallText(note, "act" if written.tag == "act" else kind, written.text)
        room = replace(room, wall=MappingProxyType(wall))
        agreed = (self.strengthen, self.improve)
        return change(room, self.team, lambda team: replace(team, harvest=harvest, agreed=agreed))


class PledgesShared(Event):
    """Pledges whose writers ticked "dela på väggen", in drawn order: neither seat nor team. They wait for
    release.
    """

    type: Literal["pledges_shared"] = "pledges_shared"
    texts: tuple[tuple[str, str], ...]
    """(id, text)"""

    def apply(self, room: Room) -> Room:
        wall = {**room.wall, **{key: WallText(key, "pledge", text) for key, text in self.texts}}
        return replace(room, wall=MappingProxyType(wall))


class RatingsCounted(Event):
    """How many gave each number 1-10 on "safe", "useful" and "again" over the whole room, and at how many
    tables. A question that too few answered is left out.
    """

    type: Literal["ratings_counted"] = "ratings_counted"
    counts: dict[str, tuple[int, ...]]
    tables: dict[str, int]

    def apply(self, room: Room) -> Room:
        earlier = room.rating or {}
        merged = {name: _added(earlier.get(name), counts) for name, counts in self.counts.items()}
        rating = MappingProxyType({**earlier, **merged})
        return replace(room, rating=rating, behind=_fewest(room, self.tables))


class TextReleased(Event):
    type: Literal["text_released"] = "text_released"
    text: str
    on: bool

    def apply(self, room: Room) -> Room:
        return replace(
            room, wall=patched(room.wall, self.text, replace(room.wall[self.text], released=self.on))
        )


class TextsGrouped(Event):
    """Texts hang under a heading of the host's; an empty one lets them hang by themselves."""

    type: Literal["texts_grouped"] = "texts_grouped"
    texts: tuple[str, ...]
    group: str

    def apply(self, room: Room) -> Room:
        moved = {text: replace(room.wall[text], group=self.group) for text in self.texts}
        return replace(room, wall=MappingProxyType({**room.wall, **moved}))
