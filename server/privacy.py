"""`/privacy`: what is kept, why, for how long and who can see it, told from how this very server is set up.

The tables are those of the schema, the times those of the settings; the same is said in a terminal by
`bemot privacy`. Nothing in here is about anybody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from string import Template
from typing import Literal, TypeAlias

from aiohttp import web

from server.beacon import told_of
from server.config import Keep, Settings
from server.page import Page
from server.privacywords import IN_MEMORY, IN_SHORT, MACHINES, NETWORK, OPERATOR, RIGHTS, TITLES
from server.store.purposes import PURPOSES, Both, columns

Language: TypeAlias = Literal["sv", "en"]


@dataclass(frozen=True, slots=True)
class Stored:
    """One table of the database: what it is for, until when, and (column, purpose)."""

    title: str
    lines: tuple[str, ...]
    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, sentences below it, and the tables of the database where they are told."""

    title: str
    lines: tuple[str, ...]
    tables: tuple[Stored, ...] = ()


def told(settings: Settings, language: Language) -> tuple[Section, ...]:
    """The whole page in one language."""
    at = 0 if language == "sv" else 1

    def said(words: Sequence[Both]) -> tuple[str, ...]:
        return tuple(sentence[at] for sentence in words)

    bodies = {
        "short": said(IN_SHORT),
        "stored": (),
        "time": said(_times(settings.keep)),
        "memory": said(IN_MEMORY),
        "operator": said(OPERATOR),
        "network": said((*NETWORK, *_network(settings))),
        "machines": said(MACHINES),
        "rights": said((*RIGHTS, _contact(settings))),
    }
    tables = tuple(_stored(name, at, settings.keep) for name in PURPOSES)
    return tuple(
        Section(TITLES[name][at], lines, tables if name == "stored" else ()) for name, lines in bodies.items()
    )


def heading(language: Language) -> str:
    """The page's own."""
    return TITLES["page"][0 if language == "sv" else 1]


def _stored(name: str, at: int, keep: Keep) -> Stored:
    purpose = PURPOSES[name]
    until = _until(keep)[purpose.until]
    rows = tuple((column, purpose.columns[column][at]) for column in columns()[name])
    return Stored(f"{purpose.name[at]} ({name})", (purpose.about[at], until[at]), rows)


def _until(keep: Keep) -> dict[str, Both]:
    """What is said of a table, by `Purpose.until`."""
    return {
        "room": (
            f"Finns i {_days(keep.closed, 0)} efter att rummet stängts.",
            f"Kept for {_days(keep.closed, 1)} after the room has closed.",
        ),
        "answer": (
            "Raderas när rummet stängs.",
            "Erased when the room closes.",
        ),
        "pledge": (
            f"Finns i {_days(keep.pledges, 0)} efter att rummet stängts.",
            f"Kept for {_days(keep.pledges, 1)} after the room has closed.",
        ),
        "card": (
            "Förstörs när kortet jämförs, byts eller hoppas över, när svaren räknas, eller när rummet "
            "stängs.",
            "Destroyed when the card is compared, swapped or skipped, when answers are counted, or when the "
            "room "
            "closes.",
        ),
        "deck": (
            "Finns så länge något rum som spelar leken finns.",
            "Kept as long as there is a room that plays the deck.",
        ),
        "token": (
            f"Töms när rummet stängs; kontrollsumman raderas {_days(keep.closed, 0)} efter nästa gallring.",
            f"Emptied when the room closes; the hash is erased {_days(keep.closed, 1)} after the next sweep.",
        ),
        "server": ("En enda rad, som skrivs över.", "One single row, which is written over."),
        "ever": ("Raderas inte; det säger inget om någon.", "Not erased; it tells nothing of anybody."),
        "trend": (
            "Finns kvar när rummen är raderade, så länge databasen finns: så syns ett år.",
            "Stays when the rooms have been erased, as long as the database does: so that a year is seen.",
        ),
    }


def _times(keep: Keep) -> tuple[Both, ...]:
    return (
        (
            f"Ett stängt rum raderas efter {_days(keep.closed, 0)}, med allt som skrevs i det.",
            f"A closed room is erased after {_days(keep.closed, 1)}, with everything written in it.",
        ),
        (
            "Kvar blir bara summor per månad och tema, av minst sex platser vid tre bord i taget, utan ett "
            "ord som någon skrivit och utan vilka rum de kom från. De visas för spelledare under Över tid.",
            "Only sums per month and theme remain, of at least six seats at three tables at a time, without "
            "a word that anybody typed and without which rooms they came from. Hosts are shown them under "
            "Over time.",
        ),
        (
            f"Löften finns i {_days(keep.pledges, 0)}, låsta, för en återträff två till fyra veckor "
            "senare; väntar en sådan finns de tills den är över. Av rummet finns sedan bara en rad kvar, "
            "utan nycklar. En återträff tar med sig det som den förra träffens rapport visade.",
            f"Pledges are kept for {_days(keep.pledges, 1)}, sealed, for a follow-up two to four weeks "
            "later; while one is waiting, until it is over. Of the room only a row then remains, without "
            "keys. A follow-up takes along what the report of the session before told.",
        ),
        (
            f"En påbörjad session som ingen rört på {_days(keep.begun, 0)} stängs av sig själv; ett rum som "
            f"aldrig började efter {_days(keep.unused, 0)}.",
            f"A session that began and that nobody has touched for {_days(keep.begun, 1)} closes by itself; "
            "a "
            f"room that never began, after {_days(keep.unused, 1)}.",
        ),
        (
            "Gallringen går när servern startar och en gång om dygnet; pågår en session väntar den, högst "
            "ett "
            "dygn. Det raderade skrivs över och filen skrivs om. En server som inte är i gång gallrar inget, "
            "och säkerhetskopior gallras inte; i dem som görs med bemot backup finns inga slutna val.",
            "The sweep runs when the server starts and once a day; while a session goes on it waits, for a "
            "day "
            "at most. What is erased is overwritten, and the file is written anew. A server that is not "
            "running erases nothing, and backups are not swept; those made with bemot backup hold no sealed "
            "choices.",
        ),
    )


def _network(settings: Settings) -> tuple[Both, ...]:
    hidden = not told_of(settings)
    safe = settings.scheme == "https" or (settings.public_url or "").startswith("https://")
    silent = (
        "Servern berättar inte för det lokala nätet att den finns.",
        "The server does not tell the local network that it is there.",
    )
    tells = (
        "Servern berättar för det lokala nätet att den finns: datorns namn, adress och port, aldrig ett rum "
        "eller en kod.",
        "The server tells the local network that it is there: the machine's name, address and port, never a "
        "room or a code.",
    )
    sealed = ("Trafiken är krypterad (https).", "The traffic is encrypted (https).")
    plain = (
        "Trafiken är inte krypterad: den som kan avlyssna det här nätet kan läsa den.",
        "The traffic is not encrypted: whoever can listen on this network can read it.",
    )
    return silent if hidden else tells, sealed if safe else plain


def _contact(settings: Settings) -> Both:
    if settings.contact:
        return (f"Ansvarig här: {settings.contact}", f"Answerable here: {settings.contact}")
    return (
        "Fråga den som driver servern; här är ingen angiven.",
        "Ask whoever runs the server; nobody is named here.",
    )


def _days(days: int, at: int) -> str:
    if at == 0:
        return "ett dygn" if days == 1 else f"{days} dygn"
    return "one day" if days == 1 else f"{days} days"


class Privacy:
    """The page over HTTP, both languages on one. No script, nothing from elsewhere."""

    def __init__(self, settings: Settings) -> None:
        template = Template(files("server").joinpath("privacy.html").read_text("utf-8"))
        page = Page()
        self._headers = page.headers
        self.text = template.substitute(
            style=page.style, **{language: _article(settings, language) for language in ("sv", "en")}
        )

    def routes(self) -> list[web.RouteDef]:
        """What the application serves."""
        return [web.get("/privacy", self.show)]

    async def show(self, request: web.Request) -> web.Response:
        """The same for everybody."""
        return web.Response(text=self.text, content_type="text/html", headers=self._headers)


def _article(settings: Settings, language: Language) -> str:
    parts = [f"<h1>{escape(heading(language))}</h1>"]
    for section in told(settings, language):
        parts.append(f"<h2>{escape(section.title)}</h2>")
        if section.lines:
            parts.append("<ul>" + "".join(f"<li>{escape(line)}</li>" for line in section.lines) + "</ul>")
        parts += [_table(table, language) for table in section.tables]
    return "\n".join(parts)


def _table(table: Stored, language: Language) -> str:
    heads = ("Fält", "Vad det är till för") if language == "sv" else ("Field", "What it is for")
    rows = "".join(
        f'<tr><th scope="row"><code>{escape(name)}</code></th><td>{escape(purpose)}</td></tr>'
        for name, purpose in table.columns
    )
    lines = "".join(f"<p>{escape(line)}</p>" for line in table.lines)
    head = "".join(f'<th scope="col">{escape(word)}</th>' for word in heads)
    return (
        f"<h3>{escape(table.title)}</h3>{lines}"
        f"<table><caption>{escape(table.title)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )
