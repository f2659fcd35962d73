"""`bemot rehearse`: what may be wished for, what is refused, and who then plays."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from game.commands.beside import room_at
from game.commands.force import Force, spare, writable
from game.commands.frames import App
from game.commands.ownserver import OwnRehearsal, rehearsal_server
from game.commands.programmes import programme
from game.commands.rehearsalplay import album_in, draw, rehearsed
from game.commands.rehearsaltalk import tell
from game.commands.shelftalk import broken_ones
from game.commands.terminal import Decks, Server, err, fail
from game.commands.windows import Hall, need_display, options
from game.process import when_orphaned
from game.words import pick, say, tongue

if TYPE_CHECKING:
    from game.client.serving import Company
    from game.wire import RoomRequest

app = App()

SEATS = 5
"""At each table, where nothing else is said and the programme has as many."""
MOST_SEATS = 1000
"""At a table of whatever programme: a lecture's."""


@app.command(
    help=say(
        "Repetera: spela hela sessioner med robotar mot en riktig server, eller bredvid riktiga människor.",
        "Rehearse: play whole sessions with bots against a real server, or beside real people.",
    ),
    epilog=say(
        "Exempel:  bemot rehearse --tables 4 --seats 5  ·  bemot rehearse --decks decks/vara-kort  ·  "
        "bemot rehearse --host --hall --tables 12  ·  bemot rehearse --join FKT-482 --server 192.168.1.20",
        "Examples:  bemot rehearse --tables 4 --seats 5  ·  bemot rehearse --decks decks/our-cards  ·  "
        "bemot rehearse --host --hall --tables 12  ·  bemot rehearse --join FKT-482 --server 192.168.1.20",
    ),
)
def rehearse(
    tables: Annotated[int, typer.Option(min=1, max=200, help=say("Antal bord.", "How many tables."))] = 3,
    seats: Annotated[
        int | None,
        typer.Option(
            min=1,
            help=say(
                "Platser vid varje bord: 5 om inget sägs, eller så många som programmet har.",
                "Seats at each table: 5 unless told, or as many as the programme has.",
            ),
        ),
    ] = None,
    preset: Annotated[
        str | None,
        typer.Option(
            help=say(
                "Program, spelets eller ett eget: APT 30 om inget sägs, Halvdag när du leder.",
                "Programme, the game's or your own: APT 30 unless told, Halvdag when you lead.",
            )
        ),
    ] = None,
    decks: Decks = None,
    slug: Annotated[
        list[str] | None,
        typer.Option(
            "--slug",
            help=say(
                "Spela den här kortleken; kan upprepas. Med --decks spelas annars de som ligger där.",
                "Play this deck; may be repeated. With --decks, those that lie there are played otherwise.",
            ),
        ),
    ] = None,
    seed: Annotated[
        int, typer.Option(help=say("Samma tal ger samma utfall.", "The same number gives the same outcome."))
    ] = 1,
    rooms: Annotated[int, typer.Option(min=1, max=50, help=say("Antal rum.", "How many rooms."))] = 1,
    speed: Annotated[
        Literal["fast", "human"] | None,
        typer.Option(
            help=say(
                "Hur snabba robotarna är: fast, eller human som vid --host.",
                "How quick the bots are: fast, or human as with --host.",
            )
        ),
    ] = None,
    host: Annotated[
        bool,
        typer.Option(
            "--host",
            help=say(
                "Led själv: spelledarens fönster öppnas, och robotarna följer dig.",
                "Lead yourself: the host's window opens, and the bots follow you.",
            ),
        ),
    ] = False,
    hall: Hall = False,
    server: Server = None,
    join_room: Annotated[
        str | None,
        typer.Option(
            "--join",
            help=say(
                "Sätt robotar bredvid människor: rummets kod, eller adressen med koden. Utan adress eller "
                "--server letas servern upp på den här datorn och i nätverket.",
                "Seat bots beside people: the room's code, or the address with the code. Without an address "
                "or --server, the server is looked for on this machine and in the network.",
            ),
        ),
    ] = None,
    first_table: Annotated[
        int | None,
        typer.Option(
            min=1,
            help=say(
                "Robotarnas första bord; bredvid människor 21, så att deras bord lämnas i fred.",
                "The bots' first table; beside people 21, so that their tables are left alone.",
            ),
        ),
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option(
            "--report", help=say("Skriv rapporten hit, som JSON.", "Write the report here, as JSON.")
        ),
    ] = None,
    force: Force = False,
    till_orphaned: Annotated[bool, typer.Option("--tied", hidden=True)] = False,
    shots: Annotated[
        Path | None,
        typer.Option(
            help=say(
                "Spara bilder av scenerna i den här mappen.", "Save pictures of the scenes in this folder."
            )
        ),
    ] = None,
) -> None:
    """Ends with 1 when a count was wrong or a ballot was left."""
    from game.client.serving import Company
    from game.rehearse import Options
    from game.rules import PRESETS
    from game.rules.opened import MAX_TALK
    from game.wire import LAST_TABLE, RoomRequest

    default = "Halvdag" if host or hall else "APT 30"  # at the tables' own pace nobody leads
    request = programme(preset) if preset else RoomRequest(preset=default)
    beside = join_room is not None
    most = MOST_SEATS if beside else PRESETS[request.preset].max_team
    shared = tables if not beside and most > MAX_TALK else 1  # an audience is one team
    if seats is not None and seats * shared > most:
        fail(too_many(say("ett rum", "a room") if beside else request.name or request.preset, most), 2)
    seats = seats or min(SEATS, most)
    first = first_table or (21 if beside else 1)
    if first + tables - 1 > LAST_TABLE:
        fail(too_far(tables, LAST_TABLE), 2)
    if decks and (server or beside):
        fail(
            say(
                "--decks gäller repetitionens egen server. En annan server får sina kortlekar när den "
                "startar: bemot serve --decks",
                "--decks is for the rehearsal's own server. Another server gets its decks when it starts: "
                "bemot serve --decks",
            ),
            2,
        )
    if (host or hall) and (server or beside or report or shots or rooms > 1):
        fail(
            say(
                "--host öppnar ett fönster på en egen server, och går inte ihop med --server, --join, "
                "--rooms, --report eller --shots.",
                "--host opens a window on a server of its own, and does not go with --server, --join, "
                "--rooms, --report or --shots.",
            ),
            2,
        )
    if report:
        spare(report, force)
        writable(report)
    if till_orphaned:
        when_orphaned(lambda: os._exit(0))  # nobody is left who could see the bots go
    chosen = tuple(slug or (_lying_in(decks) if decks else ()))
    try:
        request = RoomRequest.model_validate({**dict(request), "decks": chosen or request.decks})
    except ValueError:
        fail(
            say(
                "--slug: högst 60 kortlekar, med namn på högst 64 tecken.",
                "--slug: at most 60 decks, with names of at most 64 letters.",
            ),
            2,
        )
    if host or hall:
        lead(request, Company(tables, seats, speed or "human"), decks or (), hall=hall)
        return
    wanted = Options(
        tables=tables,
        seats=seats,
        preset=request.preset,
        steps=request.steps,
        name=request.name,
        pace=request.pace,
        decks=request.decks,
        seed=seed,
        rooms=rooms,
        speed=speed or "fast",
        lively=beside and speed == "human",
        language=tongue() if beside else "sv",
        server=server,
        join=None if join_room is None else room_at(join_room, server),
        first_table=first,
    )
    album = album_in(shots)
    # Whoever leads from a window sees it there, and asked for no figures.
    told = rehearsed(wanted, partial(rehearsal_server, tuple(decks or ())), album, shown=not till_orphaned)
    if till_orphaned:
        return
    tell(told)
    if report:
        report.write_text(told.model_dump_json(indent=2), encoding="utf-8")
    draw(album)
    if told.wrong or told.ballots_left:
        fail(
            say(
                "Repetitionen fann fel: röster är fel räknade eller ligger kvar på servern. Det är ett fel i "
                "Bemöt; använd en annan version.",
                "The rehearsal found errors: votes are counted wrong, or are left on the server. Bemöt is at "
                "fault; use another version.",
            )
        )


def too_many(preset: str, most: int) -> str:
    """Why so many seats at a table are refused."""
    return say(
        f"--seats: {preset} har högst {_counted(most, 'plats', 'platser')} vid varje bord.",
        f"--seats: {preset} has at most {_counted(most, 'seat', 'seats')} at each table.",
    )


def too_far(tables: int, last: int) -> str:
    """Why so many tables from that number on are refused."""
    latest = last + 1 - tables
    return say(
        f"--first-table: borden numreras till {last}, så {tables} bord kan börja vid högst {latest}.",
        f"--first-table: tables are numbered to {last}, so {tables} of them can begin at {latest} at most.",
    )


def _counted(n: int, one: str, many: str) -> str:
    return f"{n} {one if n == 1 else many}"


def lead(request: RoomRequest, company: Company, decks: Sequence[Path], *, hall: bool) -> None:
    """The host's window, and the hall's, in a room that bots sit in; all of it is gone when it closes."""
    from game.client import session

    need_display()
    starting = partial(OwnRehearsal, tuple(decks))
    session.run_rehearsal(replace(options(hall=hall), start_rehearsal=starting), request, company)


def _lying_in(folders: Sequence[Path]) -> list[str]:
    """The slugs of the decks in these folders and packages that can be played; the broken are told of. Ends
    when there is none.
    """
    from server.errors import StartError
    from server.library import SUPPORTING, Library, deck_folders

    try:
        shelf = asyncio.run(Library(deck_folders(folders)[1:]).decks())
    except StartError as error:
        fail(pick(error.message), 2)
    for line in broken_ones(shelf.values()):
        err.print(line, style="yellow", highlight=False, markup=False, soft_wrap=True)
    sound = [slug for slug, loaded in shelf.items() if loaded.deck is not None and slug not in SUPPORTING]
    if not sound:
        where = ", ".join(map(str, folders))
        fail(say(f"Ingen kortlek i {where} går att spela.", f"No deck in {where} can be played."))
    return sound
