"""What every column of the database is for, in Swedish and English: told by `/privacy` and by an export.

A test fails when a column has no text here, or a text no column.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from server.store.tables import metadata

Both: TypeAlias = tuple[str, str]
"""The same in Swedish and in English."""
Until: TypeAlias = Literal["room", "answer", "pledge", "card", "deck", "token", "server", "ever", "trend"]
"""How long a table's rows are kept: see `server.privacy`."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """A table: its name for people, what it is for, until when its rows are kept, and its columns."""

    name: Both
    about: Both
    until: Until
    columns: Mapping[str, Both]


_ROOM: Final = ("Vilket rum raden hör till.", "The room that the row belongs to.")

PURPOSES: Final[Mapping[str, Purpose]] = MappingProxyType(
    {
        "rooms": Purpose(
            ("Rum", "Rooms"),
            ("En rad för varje session.", "One row for every session."),
            "room",
            {
                "id": ("Rummets namn inne i servern, lottat.", "The room's name inside the server, drawn."),
                "code": ("Koden som sägs högt i salen.", "The code said aloud in the hall."),
                "host_key": (
                    "Spelledarens nyckel som kontrollsumma; nyckeln själv finns inte.",
                    "The host's key as a hash; the key itself is not kept.",
                ),
                "follows": (
                    "Rummet som en återträff följer upp, om det är en sådan.",
                    "The room that a follow-up follows up, if it is one.",
                ),
                "created": ("När rummet öppnades.", "When the room was opened."),
                "closed": ("När rummet stängdes.", "When the room was closed."),
                "helper_key": (
                    "Medhjälparnas nyckel som kontrollsumma, om någon har gjorts.",
                    "The helpers' key as a hash, if one has been made.",
                ),
            },
        ),
        "decks": Purpose(
            ("Kortlekar", "Decks"),
            (
                "Leken som ett rum spelar, så att den inte ändras under spelets gång.",
                "The deck that a room plays, so that it does not change in the middle.",
            ),
            "deck",
            {
                "digest": ("Kontrollsumma av lekens text.", "A hash of the deck's text."),
                "body": ("Lekens text.", "The deck's text."),
            },
        ),
        "events": Purpose(
            ("Logg", "Log"),
            (
                "Vad som har hänt i rummet, i ordning: vilka steg som öppnats, vilka platser som kommit, "
                "gått, "
                "röstat (aldrig på vad) eller bett om mer tid, hur rösterna föll per bord, summor av "
                "incheckning och omdömen, och det som bord och spelledare har skrivit: "
                "egna svar, anteckningar, egna dilemman, meddelanden, och löften som delats på väggen.",
                "What has happened in the room, in order: the steps opened, which seats have come, gone, "
                "voted "
                "(never for what) or asked for more time, how the votes fell per table, sums of check-in and "
                "ratings, and what tables and hosts have written: own answers, notes, dilemmas of their own, "
                "messages, and pledges shared on the wall.",
            ),
            "room",
            {
                "room": _ROOM,
                "seq": ("Händelsens nummer i rummet.", "The event's number in the room."),
                "body": (
                    "Händelsen. En plats är en symbol vid ett bord, aldrig ett namn.",
                    "The event. A seat is a symbol at a table, never a name.",
                ),
            },
        ),
        "outcomes": Purpose(
            ("Besvarade kommandon", "Answered commands"),
            (
                "Att ett kommando är utfört, så att det inte räknas två gånger när nätet har tappat svaret. "
                "Inte vad det innehöll; men vilken skärm som skrev en anteckning eller tog en time-out går "
                "att "
                "sluta sig till, så raderna raderas i samma stund som rummet stängs.",
                "That a command has been carried out, so that it is not counted twice when the network has "
                "lost the answer. Not what it held; but which station wrote a note or called a time-out can "
                "be "
                "worked out, so the rows are erased in the moment the room closes.",
            ),
            "answer",
            {
                "room": _ROOM,
                "by": ("Skärmen som skickade det.", "The station that sent it."),
                "id": ("Kommandots nummer, lottat av skärmen.", "The command's id, drawn by the station."),
                "version": ("Rummets version efteråt.", "The room's version afterwards."),
                "already": ("Om det redan var gjort.", "Whether it had been done already."),
                "station": ("Skärmen som kom in, vid dörren.", "The station that came in, at the door."),
            },
        ),
        "tokens": Purpose(
            ("Vägar tillbaka", "Ways back"),
            (
                "Så att en skärm som tappat nätet kommer tillbaka till sin plats. När rummet stängs töms "
                "raden på rum och skärm.",
                "So that a station that lost the network comes back to its seat. When the room closes, room "
                "and station are emptied from the row.",
            ),
            "token",
            {
                "hash": (
                    "Skärmens lottade nyckel som kontrollsumma; nyckeln själv finns inte.",
                    "The station's drawn key as a hash; the key itself is not kept.",
                ),
                "room": (
                    "Rummet; tomt när det har stängts, och sedan bara dagen då gallringen såg raden.",
                    "The room; empty once it has closed, and then only the day on which a sweep met the row.",
                ),
                "station": ("Skärmen; tomt när rummet har stängts.", "The station; empty once closed."),
            },
        ),
        "boxes": Purpose(
            ("Urnor", "Ballot boxes"),
            (
                "En hemlighet för varje öppen omröstning, som låser urnan. Förstörs när kortet jämförs.",
                "A secret for every open vote, which locks the box. Destroyed when the card is compared.",
            ),
            "card",
            {
                "room": _ROOM,
                "box": (
                    "Bordet och kortet, eller frågan till alla.",
                    "The table and the card, or the question to all.",
                ),
                "secret": (
                    "Lottade byte som platsernas nycklar räknas fram ur.",
                    "Drawn bytes that the seats' keys are worked out from.",
                ),
            },
        ),
        "ballots": Purpose(
            ("Slutna röster", "Sealed ballots"),
            (
                "Val i en öppen omröstning, incheckningen, skörden, löftet eller omdömet: utan plats, tid "
                "och ordning. Förstörs tillsammans med urnans hemlighet.",
                "Choices in an open vote, the check-in, the harvest, the pledge or the rating: without "
                "seat, time or order. Destroyed together with the box's secret.",
            ),
            "card",
            {
                "room": _ROOM,
                "box": ("Urnan den ligger i.", "The box it lies in."),
                "round": ("Före eller efter samtalet.", "Before or after the talk."),
                "key": (
                    "En nyckel som bara hemligheten och platsen tillsammans ger, så att en plats kan ändra "
                    "sig.",
                    "A key that only the secret and the seat together give, so that a seat can change its "
                    "vote.",
                ),
                "body": ("Valet.", "The choice."),
            },
        ),
        "pledges": Purpose(
            ("Löften", "Pledges"),
            (
                "Löften, låsta där de skrevs med ett kvitto på tre ord som servern aldrig får. Inget visar "
                "plats eller bord, och den som läser databasen kan inte läsa texten utan att gissa orden.",
                "Pledges, sealed where they were written with a receipt of three words that the server is "
                "never given. Nothing shows seat or table, and whoever reads the database cannot read the "
                "text without guessing the words.",
            ),
            "pledge",
            {
                "room": _ROOM,
                "mark": (
                    "Var löftet ligger: uträknat ur de tre orden, som inte går att räkna fram ur det.",
                    "Where the pledge lies: worked out from the three words, and they cannot be worked out "
                    "from it.",
                ),
                "sealed": (
                    "Löftet, låst: när, vad, och vilken roll som får fråga.",
                    "The pledge, sealed: when, what, and which role may ask.",
                ),
            },
        ),
        "spent": Purpose(
            ("Förbrukade veckor", "Spent weeks"),
            (
                "Veckor där ett stängt rum har raderats, så att kortlekens siffror inte räknas om med färre "
                "bord än som får visas.",
                "Weeks in which a closed room has been erased, so that a deck's figures are not made anew of "
                "fewer tables than may be shown.",
            ),
            "ever",
            {"week": ("Veckan, som 2026-W47.", "The week, as in 2026-W47.")},
        ),
        "beats": Purpose(
            ("Livstecken", "Signs of life"),
            (
                "När servern senast var i gång, så att klockorna står rätt efter ett avbrott.",
                "When the server last ran, so that the clocks stand right after a break.",
            ),
            "server",
            {
                "server": ("Alltid 1.", "Always 1."),
                "at": ("Tidpunkten.", "The moment."),
            },
        ),
        "trend": Purpose(
            ("Över tid", "Over time"),
            (
                "Summor över månader, av stängda rum: incheckning, hur stor del som ändrade sig per tema, "
                "hur många anteckningar som ville stärka, förbättra eller agera, och vid hur många bord "
                "ett kort har spelats. Varje rad är minst sex platser vid tre bord, och ingen rad visar "
                "vilka rum, bord eller platser den kommer från.",
                "Sums over months, of closed rooms: check-in, how large a share changed per theme, how "
                "many notes wanted to strengthen, improve or act, and at how many tables a card has been "
                "played. Every row is at least six seats at three tables, and no row shows which rooms, "
                "tables or seats it comes from.",
            ),
            "trend",
            {
                "lot": ("Radens lottade namn.", "The row's drawn name."),
                "begun": (
                    "Månaden då det första av rummen stängdes.",
                    "The month in which the first of its rooms closed.",
                ),
                "month": (
                    "Månaden då det sista av dem stängdes.",
                    "The month in which the last of them closed.",
                ),
                "measure": ("Vad som är räknat.", "What has been counted."),
                "subject": ("Kortet eller temat.", "The card or the theme."),
                "seats": ("Hur många platser som står bakom.", "How many seats stand behind it."),
                "tables": ("Vid hur många bord.", "At how many tables."),
                "counts": ("Summorna.", "The sums."),
            },
        ),
        "taken": Purpose(
            ("Räknat", "Counted"),
            (
                "Vad i ett stängt rum som redan ingår i en rad under Över tid, så att inget räknas två "
                "gånger.",
                "What in a closed room is already in a row of Over time, so that nothing is counted twice.",
            ),
            "room",
            {
                "room": _ROOM,
                "measure": ("Vad som är räknat.", "What has been counted."),
                "subject": ("Kortet eller temat.", "The card or the theme."),
            },
        ),
    }
)


def columns() -> dict[str, tuple[str, ...]]:
    """table -> its columns, as the schema has them.

    >>> columns()["boxes"]
    ('room', 'box', 'secret')
    """
    return {table.name: tuple(table.columns.keys()) for table in metadata.sorted_tables}
