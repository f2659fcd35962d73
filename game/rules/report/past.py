"""What a follow-up's report tells besides: how the pledges went, and what the session before it had."""

from __future__ import annotations

from collections.abc import Sequence

from game.rules.event import Event, RecallCounted
from game.rules.model import Room
from game.rules.report.scales import put_together
from game.rules.report.told import Answers, Kept, Missing, Scale, Then
from game.rules.shown import median


def kept_of(room: Room, events: Sequence[Event]) -> tuple[Kept | None, Missing]:
    """The room's own lots of answers, put together until they are large enough to leave it."""
    if not any(step.kind == "recall" for step in room.steps):
        return None, "none"
    if not (room.closed or "recall" in room.told):
        return None, "later"
    lots = put_together(
        room, [(event.counts, event.tables) for event in events if isinstance(event, RecallCounted)]
    )
    if not lots:
        return None, "few"
    done, partly, not_yet = map(sum, zip(*(counts for counts, _ in lots), strict=True))
    return Kept(done=done, partly=partly, not_yet=not_yet), ""


def then_of(room: Room) -> Then | None:
    """The session before, as far as it was carried over when this room was made."""
    before = room.follows
    if before is None:
        return None
    checkin = None
    if before.checkin is not None:
        counts = before.checkin
        checkin = Scale(counts=counts, median=median(counts), seats=sum(counts))
    names = Answers.model_fields
    answers = Answers(**{name: getattr(before, name) for name in names}) if before.card else None
    return Then(date=before.date, checkin=checkin, card=before.card or "", answers=answers)
