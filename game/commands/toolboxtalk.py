"""Days and times as they are written at a prompt, and what is said when they are none."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from game.commands.terminal import fail
from game.words import say

DATE: Final = say("Dagen, som 2027-01-14.", "The day, such as 2027-01-14.")
START: Final = say("När det börjar, till exempel 09.00.", "When it begins, such as 09:00.")
YEARS: Final = range(2000, 2100)
LANGUAGE: Final = say("Språk: sv eller en.", "Language: sv or en.")


def day_of(text: str) -> date:
    """The day; ends the program with 2 when it is none."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        day = date.min
    if day.year not in YEARS:
        fail(
            say(
                f"”{text}” är ingen dag; skriv till exempel 2027-01-14.",
                f"“{text}” is no day; write 2027-01-14.",
            ),
            2,
        )
    return day


def minutes_after_midnight(text: str) -> int:
    """The clock time; ends the program with 2 when it is none."""
    from game.client.stations.desk import minutes_of

    minutes = minutes_of(text)
    if minutes is None:
        fail(
            say(f"”{text}” är ingen tid; skriv till exempel 09.00.", f"“{text}” is no time; write 09:00."), 2
        )
    return minutes


def written(path: Path, data: bytes) -> None:
    """Writes the file; ends the program with 1 when that is not possible."""
    from game.cards.wholefile import write_whole

    try:
        write_whole(path, data)
    except OSError:
        fail(
            say(
                f"Det går inte att skriva {path}; kontrollera att mappen finns och att filen inte är öppen.",
                f"{path} cannot be written; see that the folder exists and that the file is not open.",
            )
        )
