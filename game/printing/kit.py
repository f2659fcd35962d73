"""What hangs on a wall and stands on the tables: the invitation, and a sign for each table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import segno

from game.printing.look import look
from game.printing.runsheet import clock
from game.printing.words import Language, PrintWords, words_in

INVITATION: Final = "invitation"
SIGNS: Final = "signs"
MOST_TABLES: Final = 200


@dataclass(frozen=True)
class Invitation:
    """`place`, `host` and `contact` may be "", and are then not spoken of."""

    begins: datetime
    minutes: int
    language: Language
    place: str = ""
    host: str = ""
    contact: str = ""


def facts_of(wish: Invitation) -> tuple[tuple[str, str], ...]:
    """When, where and who: (what it is, what there is to say)."""
    words = words_in(wish.language)
    given = (("when", _when(wish, words)), ("where", wish.place), ("leads", wish.host))
    return tuple((words.get("invitation", name), text) for name, text in given if text)


def paragraphs_of(wish: Invitation) -> tuple[str, ...]:
    """What there is to say to those who are to come."""
    table = words_in(wish.language).table["invitation"]
    asked = (table["ask"] + wish.contact,) if wish.contact else ()
    return (*table["about"], table["needs"], *asked)


def invitation_text(wish: Invitation) -> str:
    """All of it as plain text, to paste into an e-mail; the first line is its subject."""
    subject = words_in(wish.language).get("invitation", "subject")
    facts = "\n".join(f"{name}: {text}" for name, text in facts_of(wish))
    return "\n\n".join((subject, facts, *paragraphs_of(wish)))


def invitation_data(wish: Invitation) -> dict[str, Any]:
    """The same for the template of one A4."""
    return {
        **_base(wish.language),
        "facts": [list(fact) for fact in facts_of(wish)],
        "paragraphs": list(paragraphs_of(wish)),
    }


def signs_data(code: str, url: str, tables: Sequence[int], language: Language) -> dict[str, Any]:
    """A page for each of the tables with these numbers. `url` is the server's: scheme, host and port."""
    square = segno.make(f"{url}/j/{code}", micro=False, error="m")
    return {
        **_base(language),
        "code": code,
        "address": url.removeprefix("http://"),  # what is typed without a scheme is taken for that one
        "qr": [[int(cell) for cell in row] for row in square.matrix],
        "tables": list(tables),
    }


def _base(language: Language) -> dict[str, Any]:
    return {"words": words_in(language).table, "language": language, "look": look()}


def _when(wish: Invitation, words: PrintWords) -> str:
    """The day in words, and from when to when."""
    at, names = wish.begins, words.table["days"]
    ends = at + timedelta(minutes=wish.minutes)
    day = f"{names['weekdays'][at.weekday()]} {at.day} {names['months'][at.month - 1]} {at.year}"
    first, last = (clock(moment.hour * 60 + moment.minute, wish.language) for moment in (at, ends))
    return f"{day}, {'kl. ' if wish.language == 'sv' else ''}{first}–{last}"
