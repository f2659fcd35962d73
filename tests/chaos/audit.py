"""What the file holds after a kill, against what its clients were told. Reads a copy: the next server must
find the file, and its write-ahead log, exactly as the dead one left them.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from game.rules import EVENT, Room, evolve
from game.rules.command import CastVote, CheckIn, Command, MakePledge, MarkHarvest, Rate, RecallPledge
from game.rules.counting import CHECKIN_BOX, RATING_BOX, RECALL_BOX
from game.rules.event import CheckinCounted, RatingsCounted, SeatDone, VoteCast, VoteCleared
from server.store.facts import key_of

SEALING = (CastVote, CheckIn, MarkHarvest, MakePledge, RecallPledge, Rate)
"""Every one of these that is kept puts one choice into a box and one event into the log."""


class Lost(AssertionError):
    """A promise was broken. The message says which, and never what anybody chose."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A command that a client has sent, and the answer it had: (version, already), or none yet."""

    room: str
    station: str
    command: Command
    answer: tuple[int, bool] | None = None


@dataclass
class Tally:
    """What audits have looked at, all of them together."""

    audits: int = 0
    acknowledged: int = 0
    unanswered_kept: int = 0
    ballots: int = 0
    choices: int = 0
    paused: int = 0


@dataclass
class Auditor:
    """Remembers what was durable at the last kill: it must be there at the next."""

    letters: Mapping[str, Letter]
    """What the clients know, by the command's id."""
    tally: Tally = field(default_factory=Tally)
    _logs: dict[str, list[str]] = field(default_factory=dict)

    def look(self, database: Path) -> None:
        """Raises `Lost`. The server must be dead."""
        with _copy(database) as file:
            if file.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                raise Lost("the file is damaged")
            kept = self._outcomes(file)
            for (room_id,) in file.execute("SELECT id FROM rooms").fetchall():
                self._room(file, room_id, kept)
        self.tally.audits += 1

    def pledges(self, room: str, kept: int) -> None:
        """Raises `Lost` when fewer are kept of a closed room than were acknowledged, or more than were sent.
        One that came too late was refused, and its writer told so.
        """
        sent, answered = set(), set()
        for letter in self.letters.values():
            command = letter.command
            if letter.room == room and isinstance(command, MakePledge) and command.mark:
                sent.add(command.seat)
                if letter.answer is not None:
                    answered.add(command.seat)
        if not len(answered) <= kept <= len(sent):
            raise Lost(f"{kept} pledges are kept, {len(answered)} were acknowledged, {len(sent)} sent")

    def _outcomes(self, file: sqlite3.Connection) -> dict[str, tuple[int, bool]]:
        """Every command that is kept, by its id: each that was answered, once, and none that nobody sent. Of
        a room that has closed none is kept.
        """
        ended = {room for (room,) in file.execute("SELECT id FROM rooms WHERE closed IS NOT NULL")}
        rows = file.execute("SELECT room, by, id, version, already FROM outcomes WHERE by != ''").fetchall()
        kept: dict[str, tuple[int, bool]] = {}
        for room, by, name, version, already in rows:
            letter = self.letters.get(name)
            if room in ended or letter is None or name in kept or (letter.room, letter.station) != (room, by):
                raise Lost("an outcome of a command that nobody sent, or that is kept twice")
            kept[name] = (version, bool(already))
        for name, letter in self.letters.items():
            if letter.room in ended:
                continue
            if letter.answer is not None and kept.get(name) != letter.answer:
                raise Lost(f"an acknowledged {letter.command.type} is not kept, or not as it was answered")
        answered = sum(letter.answer is not None for letter in self.letters.values())
        self.tally.acknowledged = max(self.tally.acknowledged, answered)
        self.tally.unanswered_kept += sum(self.letters[name].answer is None for name in kept)
        return kept

    def _room(self, file: sqlite3.Connection, room_id: str, kept: Mapping[str, tuple[int, bool]]) -> None:
        rows = file.execute("SELECT seq, body FROM events WHERE room = ? ORDER BY seq", (room_id,)).fetchall()
        log = [body for _, body in rows]
        if [seq for seq, _ in rows] != list(range(1, len(rows) + 1)):
            raise Lost("a log has holes")
        before = self._logs.get(room_id, [])
        if log[: len(before)] != before:
            raise Lost("what was durable has changed")
        room, replay = _replayed(log, len(before))
        if replay.must_pause and len(log) > len(before):
            if json.loads(log[len(before)])["type"] != "paused":
                raise Lost("a running room did not come back paused")
            self.tally.paused += 1
        self._logs[room_id] = log
        if room.closed:
            self._ended(room, replay)
        else:
            self._once(room_id, replay, kept)
        self._sealed(file, room, replay, kept)

    def _once(self, room_id: str, replay: Replay, kept: Mapping[str, tuple[int, bool]]) -> None:
        """Every kept choice has changed the room once, however often it was sent."""
        wanted = Counter(
            (letter.command.seat, letter.command.serial)
            for name, letter in self.letters.items()
            if letter.room == room_id and isinstance(letter.command, SEALING) and name in kept
            and not kept[name][1]
        )  # fmt: skip
        if wanted != replay.sealed:
            raise Lost("choices in the log are not the choices that are kept")

    def _ended(self, room: Room, replay: Replay) -> None:
        """A closed room keeps no answers, so its log is held against what the clients know: every answered
        choice has changed it, and nothing has that nobody sent.
        """
        letters = [one for one in self.letters.values() if one.room == room.id]
        if any(one.answer is not None and one.answer[0] > room.version for one in letters):
            raise Lost("an answer speaks of more than a closed room's log has")
        sealing = [one for one in letters if isinstance(one.command, SEALING)]
        answered = _choices(one for one in sealing if one.answer is not None and not one.answer[1])
        if answered - replay.sealed or replay.sealed - _choices(sealing):
            raise Lost("choices in the log of a closed room are not those that were answered")

    def _sealed(
        self, file: sqlite3.Connection, room: Room, replay: Replay, kept: Mapping[str, tuple[int, bool]]
    ) -> None:
        """Every open box holds one ballot for each seat marked done, and it is the seat's last choice."""
        last = self._last(room.id, kept)
        secrets = dict(file.execute("SELECT box, secret FROM boxes WHERE room = ?", (room.id,)).fetchall())
        lying: dict[tuple[str, int], dict[str, Any]] = defaultdict(dict)
        for box, vote, key, body in file.execute(
            "SELECT box, round, key, body FROM ballots WHERE room = ?", (room.id,)
        ):
            lying[box, vote][key] = json.loads(body)
        if {box for box, _ in lying} - secrets.keys() or (room.closed and secrets):
            raise Lost("ballots without their box, or a box that outlives its room")
        for (box, vote), seats in replay.boxes.items():
            if box not in secrets:
                continue
            found = lying.pop((box, vote), {})
            if len(found) != len(seats):
                raise Lost(f"{len(found)} ballots where {len(seats)} seats are done")
            self.tally.ballots += len(found)
            for seat, serial in seats.items():
                body, command = found.get(key_of(secrets[box], seat)), last[seat, serial]
                if body is None or any(body.get(name) != value for name, value in _said(command).items()):
                    raise Lost("a ballot is not the seat's last choice")
                self.tally.choices += 1
        if any(lying.values()):
            raise Lost("ballots that no seat has cast")

    def _last(self, room_id: str, kept: Mapping[str, tuple[int, bool]]) -> dict[tuple[str, int], Command]:
        """(seat, serial) -> its last choice that is kept."""
        found: dict[tuple[str, int], tuple[int, Command]] = {}
        for name, letter in self.letters.items():
            command = letter.command
            if letter.room == room_id and isinstance(command, SEALING) and name in kept:
                place = command.seat, command.serial
                found[place] = max(
                    found.get(place, (-1, command)), (kept[name][0], command), key=lambda one: one[0]
                )
        return {place: command for place, (_, command) in found.items()}


def _choices(letters: Iterable[Letter]) -> Counter[tuple[str, int]]:
    """How many choices were sent, by seat and serial."""
    return Counter(
        (one.command.seat, one.command.serial) for one in letters if isinstance(one.command, SEALING)
    )


@dataclass
class Replay:
    """What a log says of sealed choices: which seats have one in which box, and with which serial."""

    sealed: Counter[tuple[str, int]] = field(default_factory=Counter)
    boxes: dict[tuple[str, int], dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    must_pause: bool = False


def _replayed(log: list[str], mark: int) -> tuple[Room, Replay]:
    """The room, and what became of its boxes; `mark` is how long the log was at the last kill."""
    room: Room | None = None
    replay = Replay()
    for number, body in enumerate(log):
        event = EVENT.validate_json(body)
        if number == mark and room is not None:
            replay.must_pause = _runs(room)
        if isinstance(event, VoteCast | SeatDone):
            assert room is not None
            _put(replay, room, event)
        elif isinstance(event, VoteCleared) and event.team:
            assert room is not None
            turn = room.teams[event.team].turn
            assert turn is not None
            replay.boxes.pop((turn.box, event.round), None)
        elif isinstance(event, CheckinCounted | RatingsCounted):
            box = CHECKIN_BOX if isinstance(event, CheckinCounted) else RATING_BOX
            replay.boxes.pop((box, 1), None)
        room = evolve(room, event)
    assert room is not None
    return room, replay


def _put(replay: Replay, room: Room, event: VoteCast | SeatDone) -> None:
    team = room.teams[event.team]
    replay.sealed[event.seat, team.stage.serial] += 1
    if isinstance(event, VoteCast):
        assert team.turn is not None
        replay.boxes[team.turn.box, event.round][event.seat] = team.stage.serial
        return
    phase, step = team.stage.phase, team.stage.step
    tries = team.harvest.tries if team.harvest else 1
    box = {
        "checkin": CHECKIN_BOX,
        "recall": RECALL_BOX,
        "debrief": RATING_BOX,
        "pledge": f"{team.id}/pledge/{step}",
        "harvest": f"{team.id}/harvest/{step}/{tries}",
    }[phase]
    replay.boxes[box, 1][event.seat] = team.stage.serial


def _runs(room: Room) -> bool:
    """Whether a restart must stop its clocks."""
    held = room.paused and all(team.held for team in room.teams.values())
    return room.started is not None and not room.closed and not held


def _said(command: Command) -> dict[str, Any]:
    """What of a command lies in its ballot."""
    names = {
        "cast_vote": ("choice",),
        "check_in": ("number",),
        "recall_pledge": ("kept",),
        "make_pledge": ("mark", "sealed", "shared"),
        "mark_harvest": ("strengthen", "improve"),
        "rate": ("safe", "useful", "again"),
    }[command.type]
    told = command.model_dump(mode="json")  # as it lies there: what is several is a list
    return {name: told[name] for name in names}


@contextmanager
def _copy(database: Path) -> Iterator[sqlite3.Connection]:
    with tempfile.TemporaryDirectory(prefix="bemot-audit-") as folder:
        for end in ("", "-wal"):
            part = database.with_name(database.name + end)
            if part.exists():
                shutil.copy(part, Path(folder) / f"copy{end}")
        with closing(sqlite3.connect(Path(folder) / "copy")) as file:
            yield file
