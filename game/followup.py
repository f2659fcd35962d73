"""The follow-up of a session: when it is, and a file for one's calendar (RFC 5545)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Final
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

ZONE: Final = ZoneInfo("Europe/Stockholm")
"""Where sessions are held, for clock times; a calendar elsewhere shows its own."""
WEEKS: Final = range(2, 5)
USUAL: Final = 3
MINUTES: Final = 30
QUARTER: Final = 15

_TITLE: Final[Mapping[str, str]] = MappingProxyType(
    {"sv": "Bemöt: hur gick det?", "en": "Bemöt: how did it go?"}
)
_FILE: Final[Mapping[str, str]] = MappingProxyType({"sv": "uppfoljning", "en": "follow-up"})
_TEXT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "sv": (
            "Trettio minuter om det ni lovade när ni spelade Bemöt {day}.\n\n"
            "Ta med: de tre orden på kvittot, om du har dem kvar.\n\n"
            "1. Incheckning: en siffra var från 1 till 10, och en mening om varför. Man får passa.\n"
            "2. Löftet: gjort, delvis eller inte än, och vad hände? Ingen behöver visa sitt löfte.\n"
            "3. Det som hängde på väggen: vad har hänt, och vem svarar för resten?\n"
            "4. Ett kort från förra gången, och ett nytt.\n\n"
            "Inte än är ett lika bra svar som gjort."
        ),
        "en": (
            "Thirty minutes about what you pledged when you played Bemöt on {day}.\n\n"
            "Bring: the three words of your receipt, if you still have them.\n\n"
            "1. Check-in: a number each from 1 to 10, and a sentence about why. You may pass.\n"
            "2. The pledge: done, partly or not yet, and what happened? Nobody needs to show theirs.\n"
            "3. What hung on the wall: what has happened, and who answers for the rest?\n"
            "4. A card from last time, and a new one.\n\n"
            "Not yet is as good an answer as done."
        ),
    }
)

_PLAYED: Final[Mapping[str, str]] = MappingProxyType(
    {"sv": "Korten ni pratade om då: {cards}.", "en": "The cards you talked about then: {cards}."}
)
_ROOM: Final[Mapping[str, str]] = MappingProxyType(
    {"sv": "Rummets kod i Bemöt: {room}", "en": "The room's code in Bemöt: {room}"}
)


@dataclass(frozen=True)
class FollowUp:
    """`after` is when the session was; `begins` when it is followed up, both in `ZONE`."""

    after: datetime
    begins: datetime
    language: str = "sv"
    place: str = ""
    code: str = ""
    """The code of the room that is followed up: the file's name and the entry's identity hang on it."""
    cards: tuple[str, ...] = ()
    """What the cards of its programme that were played are called, to choose one of them to play again."""
    room: str = ""
    """The code of the room that is made for the follow-up, if there is one."""

    @property
    def file_name(self) -> str:
        """What the file is called."""
        about = self.code or f"{self.begins:%Y-%m-%d}"
        return f"{_FILE[self.language]}-{about}.ics"


def moment(ms: float) -> datetime:
    """When that was, server ms, to the quarter nearest: when people had agreed to meet."""
    at = datetime.fromtimestamp(ms / 1000, UTC).astimezone(ZONE)
    over = timedelta(minutes=at.minute % QUARTER, seconds=at.second, microseconds=at.microsecond)
    whole = at - over
    return whole + timedelta(minutes=QUARTER) if over * 2 >= timedelta(minutes=QUARTER) else whole


def weeks_after(began: datetime, weeks: int = USUAL) -> datetime:
    """The same weekday and clock time so many weeks later; from a weekend, the Monday that follows.

    >>> weeks_after(datetime(2026, 10, 8, 9, 0, tzinfo=ZONE)).isoformat()
    '2026-10-29T09:00:00+01:00'
    """
    day = began.replace(tzinfo=None) + timedelta(weeks=weeks)
    monday = max(0, day.weekday() - 4) and 7 - day.weekday()
    return (day + timedelta(days=monday)).replace(tzinfo=ZONE)


def calendar_file(found: FollowUp, made: datetime) -> bytes:
    """The file, made at this moment; the same follow-up has the same identity however often it is made."""
    from icalendar import Calendar, Event

    language = found.language
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'bemot:{found.after.isoformat()}:{found.code}')}@bemot")
    event.add("dtstamp", made.astimezone(UTC))
    event.add("dtstart", found.begins.astimezone(UTC))  # then no calendar needs to know the zone
    event.add("duration", timedelta(minutes=MINUTES))
    event.add("summary", _TITLE[language], parameters={"language": language})
    day = f"{found.after:%Y-%m-%d}"
    told = [_TEXT[language].format(day=day)]
    if found.cards:
        told.append(_PLAYED[language].format(cards=", ".join(found.cards)))
    if found.room:
        told.append(_ROOM[language].format(room=found.room))
    event.add("description", "\n\n".join(told), parameters={"language": language})
    if found.place:
        event.add("location", found.place)
    calendar = Calendar()
    calendar.add("prodid", "-//Bemöt//Bemöt//SV")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
