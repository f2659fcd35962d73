"""One station's way to its server, for as long as a person is in a room.

Coming through the door and coming back are the same code: connect, one `join` call whose answer is the whole
view, then whatever waits in the outbox, one at a time and in order. Nothing is done twice: every command
bears an id.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections.abc import Callable, Coroutine, Mapping
from typing import Any, Literal, TypeVar

from game.client.line import ANSWERED, JOINED, KEY, PLEDGE, Gone, Line, Meter, Rejected
from game.client.news import NO_WORDS, Entered, KeyTold, News, PledgeTold, Refused, Saved, State, Status
from game.client.outbox import Kept, Outbox
from game.client.sight import Sight
from game.client.trouble import Trouble
from game.rules.command import Command, Leave
from game.wire import (
    Ack,
    Join,
    Joined,
    KeyMade,
    KeyRequest,
    Nack,
    PledgeFound,
    PledgeRequest,
    Return,
    ViewOut,
)

SHORTEST, LONGEST = 0.5, 5.0
"""Seconds: what the longest wait of a first and of a late attempt may be."""
AGAIN = frozenset({"too_fast", "storage", "stopping"})
"""Refusals that mean "not now": the client asks again by itself."""
OUT = frozenset({"unknown_token", "removed", "barred", "room_closed"})
"""Refusals after which the way back is of no more use."""

T = TypeVar("T")


class Wire:
    """One station's connection. Everything but the outbox belongs to the loop that runs `run`.

    `hear` gets all news, in order, on that loop. `url` is scheme, host and port.
    """

    def __init__(
        self, url: str, hear: Callable[[News], None], outbox: Outbox | None = None, meter: Meter | None = None
    ) -> None:
        self.url = url
        self.outbox = outbox or Outbox()
        self.meter = meter or Meter()
        self._hear = hear
        self._door: Join | Return | None = None
        self._sight = Sight()
        self._early: list[ViewOut] | None = None
        self._knock = asyncio.Event()
        self._hurry = asyncio.Event()
        self._line: Line | None = None
        self._task: asyncio.Task[None] | None = None
        self._asking: set[asyncio.Task[None]] = set()
        self._stopped = False
        self._leaving: str | None = None
        self._status = Status("idle", time.monotonic())

    def enter(self, door: Join | Return, url: str | None = None) -> None:
        """Go through this door as soon as possible, leaving the room one is in."""
        self.outbox.turn_to(door.token if isinstance(door, Return) else None)
        self.go(door, url)

    def go(self, door: Join | Return, url: str | None = None) -> None:
        """The same, when the outbox has turned to the door already."""
        self.url = url or self.url
        self._door = door
        self._stir()

    def leave(self) -> None:
        """Out of the room, for good: its seats go with this station, and its token is forgotten.

        What waits is sent first; without a server everything is dropped, and the table marks the seats as
        away.
        """
        if self._line is None or self.outbox.offline:
            self._left()
        else:
            self._leaving = self.send(Leave())

    def send(self, command: Command) -> str:
        """Into the outbox; gives the command's id."""
        command_id = self.outbox.put(command)
        self.nudge()
        return command_id

    def ask_key(self, kind: Literal["host", "helper"]) -> None:
        """Ask for a new key, told as `KeyTold`. A lost connection ends the asking: a key is told once, and
        whoever did not hear it asks for another.
        """
        asking = asyncio.create_task(self._ask_key(KeyRequest(kind=kind)))
        self._asking.add(asking)
        asking.add_done_callback(self._asking.discard)

    def ask_pledge(self, mark: str) -> None:
        """Ask for what lies under this mark, told as `PledgeTold`. A lost connection ends the asking."""
        asking = asyncio.create_task(self._ask_pledge(PledgeRequest(mark=mark)))
        self._asking.add(asking)
        asking.add_done_callback(self._asking.discard)

    def nudge(self) -> None:
        """Something lies in the outbox."""
        self._knock.set()

    def drop(self) -> None:
        """Cut the connection as a lost network would; the wire then comes back by itself."""
        if self._line is not None:
            self._line.drop()

    def stop(self) -> None:
        """End `run` soon."""
        self._stopped = True
        self._stir()
        if self._task is not None:
            self._task.cancel()

    async def run(self) -> None:
        """Stay in touch until stopped. Returns when every socket is closed."""
        self._task = asyncio.current_task()
        failures = 0
        try:
            while not self._stopped:
                if self._door is None:
                    await self._idle()
                    continue
                self._hurry.clear()
                try:
                    await self._visit(self._door)
                    failures = 0
                except Rejected as no:
                    if self._for_good(no.nack):
                        self._reject(no.nack)
                        continue
                    failures += 1
                    self._tell("offline", no.nack.code, no.nack.message)
                    await self._pause(failures)
                except (Gone, Trouble) as lost:
                    if self._leaving is not None:
                        self._left()
                        continue
                    failures = 0 if self._status.state == "online" else failures + 1
                    trouble = lost if isinstance(lost, Trouble) else Trouble("unreachable", given=self.url)
                    self._tell("offline", trouble.code, trouble.message)
                    await self._pause(failures)
        except asyncio.CancelledError:
            if not self._stopped:
                raise
        finally:
            for asking in self._asking:
                asking.cancel()

    async def _idle(self) -> None:
        if self._status.state != "refused":
            self._tell("idle")
        self._knock.clear()
        await self._knock.wait()

    async def _visit(self, door: Join | Return) -> None:
        """One connection. Returns when the door has been changed; else raises Gone, Trouble or Rejected."""
        if self._status.state != "offline":
            self._tell("connecting")
        try:
            async with Line(self.url, self.meter, self._on_view) as self._line:
                if self._stopped:
                    return  # a cancel that meets an answer is lost in the library: `wait_for` of Python 3.11
                await self._until_gone(self._line, self._attend(self._line, door))
        finally:
            self._line = None
            self.outbox.offline = True

    async def _until_gone(self, line: Line, work: Coroutine[Any, Any, T]) -> T:
        """Do the work, but no longer than the connection lasts: lost answers are not waited for."""
        attending, gone = asyncio.create_task(work), asyncio.create_task(line.gone.wait())
        try:
            await asyncio.wait({attending, gone}, return_when=asyncio.FIRST_COMPLETED)
            if not attending.done():
                raise Gone
            return attending.result()
        finally:
            attending.cancel()
            gone.cancel()
            await asyncio.gather(attending, gone, return_exceptions=True)

    async def _attend(self, line: Line, door: Join | Return) -> None:
        """Through the door, then send what waits, until the door is another."""
        failures = 0
        while self._door is door:
            answer = await self._join(line, door)
            if isinstance(answer, Joined):
                break
            if answer.code not in AGAIN:
                raise Rejected(answer)
            failures += 1
            await self._pause(failures)
        home, failures = self._door, 0
        while self._door is home:
            letter = self.outbox.first()
            if letter is None:
                self._knock.clear()
                await self._knock.wait()
                continue
            reply = await line.call("command", letter.model_dump(mode="json"), ANSWERED)
            if isinstance(reply, Nack) and reply.code in AGAIN:
                self.meter.asked_again += 1
                failures += 1
                await self._pause(failures)
                continue
            failures = 0
            self._settle(
                Saved(letter.id, reply.version, reply.already)
                if isinstance(reply, Ack)
                else Refused(letter.id, reply.code, reply.message)
            )

    async def _ask_key(self, request: KeyRequest) -> None:
        line, door = self._line, self._door
        told = KeyTold(request.kind, message=Trouble("no_key_came").message)
        if line is not None and not self.outbox.offline:
            with contextlib.suppress(Gone):
                asked = line.call("key", request.model_dump(mode="json"), KEY)
                answer = await self._until_gone(line, asked)
                told = (
                    KeyTold(request.kind, answer.key)
                    if isinstance(answer, KeyMade)
                    else KeyTold(request.kind, message=answer.message)
                )
        if self._door is door:
            self._hear(told)

    async def _ask_pledge(self, request: PledgeRequest) -> None:
        line, door = self._line, self._door
        told = PledgeTold(request.mark, message=Trouble("no_pledge_came").message)
        if line is not None and not self.outbox.offline:
            with contextlib.suppress(Gone):
                asked = line.call("pledge", request.model_dump(mode="json"), PLEDGE)
                answer = await self._until_gone(line, asked)
                if isinstance(answer, PledgeFound):
                    told = PledgeTold(request.mark, answer.sealed)
                else:
                    told = PledgeTold(request.mark, message=answer.message)
        if self._door is door:
            self._hear(told)

    async def _join(self, line: Line, door: Join | Return) -> Joined | Nack:
        """Ask to be let in. Views that overtake the answer are seen after it."""
        self._early = []
        try:
            answer = await line.call("join", door.model_dump(mode="json", exclude_none=True), JOINED)
            if isinstance(answer, Nack) or self._door is not door:
                return answer
            seen = self._sight.whole(answer.version, answer.slices, answer.now, _monotonic())
            for view in self._early:
                seen = self._sight.part(view.version, view.slices, view.now, _monotonic()) or seen
        finally:
            self._early = None
        self._door = Return(token=answer.token)
        self.outbox.settle_in(
            Kept(url=self.url, room=answer.room, station=answer.station, token=answer.token)
        )
        self.outbox.offline = False
        self._tell("online")
        self._hear(Entered(answer.room, answer.station, answer.token))
        self._hear(seen)
        return answer

    def _on_view(self, view: ViewOut) -> None:
        if self._early is not None:
            self._early.append(view)
            return
        seen = self._sight.part(view.version, view.slices, view.now, _monotonic())
        if seen is not None:
            self._hear(seen)

    def _for_good(self, nack: Nack) -> bool:
        """Whether only a person can go on from here. A station that was let in before waits its turn."""
        if nack.code == "too_many_tries":
            return not isinstance(self._door, Return)
        return nack.code not in AGAIN

    def _reject(self, nack: Nack) -> None:
        """Out, until the person does something. What waited for a lost room is refused in the same words."""
        self._door = None
        if nack.code in OUT:
            for letter in self.outbox.waiting:
                self._settle(Refused(letter.id, nack.code, nack.message))
            self.outbox.forget()
        self._tell("refused", nack.code, nack.message)

    def _settle(self, outcome: Saved | Refused) -> None:
        self.outbox.settle(outcome)
        self._hear(outcome)
        if outcome.id == self._leaving:
            self._left()

    def _left(self) -> None:
        self._leaving = None
        self._door = None
        self.outbox.forget()
        self._stir()

    def _tell(self, state: State, code: str = "", message: Mapping[str, str] = NO_WORDS) -> None:
        """Tell of a change; the same state again is no news, unless it now has another reason."""
        if (state, code) == (self._status.state, self._status.code):
            return
        since = self._status.since if state == self._status.state else time.monotonic()
        self._status = Status(state, since, code, message)
        self._hear(self._status)

    def _stir(self) -> None:
        self._hurry.set()
        self._knock.set()

    async def _pause(self, failures: int) -> None:
        """Wait before trying again, anywhere up to a growing limit: a whole hall must not come at once."""
        longest = min(LONGEST, SHORTEST * 2 ** min(failures, 10))
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(random.uniform(0, longest)):
                await self._hurry.wait()


def _monotonic() -> int:
    return int(time.monotonic() * 1000)
