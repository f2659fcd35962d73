"""`bemot`: the command line, and the one place that may start a server - as a process of its own.

What is heavy (pygame, aiohttp, the YAML reader) is imported inside the command that needs it, so that
`--help` and a refusal come at once.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer
from rich.console import Console

from game import deckline
from game.doctor import addresses, examine, has_display, installed
from game.process import NotStarted, announced, when_orphaned
from game.rehearseline import album_in, draw, rehearsed, tell
from game.words import pick, say, tongue

if TYPE_CHECKING:
    from subprocess import Popen

    from game.client import session

PORT = 8765

app = typer.Typer(
    name="bemot",
    add_completion=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=say(
        "Bemöt: ett samtalskortspel om bemötande. Utan kommando öppnas startfönstret.",
        "Bemöt: a discussion card game about how we meet each other. Without a command: the start window.",
    ),
    epilog=say(
        "Exempel:  bemot  ·  bemot join FKT-482  ·  bemot serve --port 8765",
        "Examples:  bemot  ·  bemot join FKT-482  ·  bemot serve --port 8765",
    ),
)
app.add_typer(deckline.app, name="deck")
out = Console()
err = Console(stderr=True)

Server = Annotated[
    str | None,
    typer.Option(
        "--server",
        help=say(
            "Serverns adress. Exempel: http://192.168.1.20:8765",
            "The server's address. Example: http://192.168.1.20:8765",
        ),
    ),
]
Where = Annotated[
    str,
    typer.Argument(
        help=say("Rummets kod, eller adressen med koden.", "The room's code, or the address with the code.")
    ),
]


def fail(sentence: str, code: int = 1) -> NoReturn:
    """Say what is wrong, and end."""
    err.print(sentence, style="bold red", highlight=False, markup=False)
    raise typer.Exit(code)


def need_display() -> None:
    """Windows need a screen; say what can be done without one."""
    if not has_display():
        fail(
            say(
                "Ingen bildskärm hittades, så inget fönster kan öppnas. Datorn kan vara server: bemot serve",
                "No display was found, so no window can open. This machine can be the server: bemot serve",
            )
        )


# --- windows ---


def options(server: str | None = None, full: bool = False) -> session.Options:
    """How windows run. Raises Exit when the server's address makes no sense."""
    from game.client import session
    from game.client.address import parse
    from game.client.settings import Settings
    from game.client.trouble import Trouble

    try:
        url = parse(server).url if server else None
    except Trouble as trouble:
        fail(pick(trouble.message), 2)
    return session.Options(settings=Settings(language=tongue()), server=url, full=full)


def open_start() -> None:
    """The start window: its picture at once, the rest of the program behind it."""
    from game.client.first import first_picture
    from game.client.settings import Chosen, Settings, user_folder

    chosen = Chosen(user_folder()).load("start", Settings(language=tongue()))
    shown = first_picture(chosen)
    from game.client import session

    session.run_start(options(), own_server, *shown)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help=say("Visa versionen.", "Show the version."))
    ] = False,
) -> None:
    """The start window."""
    if version:
        typer.echo(f"bemot {installed('bemot')}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        need_display()
        open_start()


@app.command(
    help=say("Gå med i ett rum.", "Join a room."),
    epilog=say(
        "Exempel:  bemot join FKT-482 --server 192.168.1.20  ·  bemot join http://192.168.1.20:8765/j/FKT-482",
        "Examples:  bemot join FKT-482 --server 192.168.1.20  ·  bemot join http://192.168.1.20:8765/j/FKT-482",
    ),
)
def join(
    where: Where,
    server: Server = None,
    seats: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=8,
            help=say(
                "Så många delar den här skärmen. Utan detta frågar fönstret.",
                "So many share this screen. Without it the window asks.",
            ),
        ),
    ] = None,
    table: Annotated[
        int | None, typer.Option(min=1, help=say("Bordets nummer.", "The table's number."))
    ] = None,
) -> None:
    """One's own screen, or a shared one."""
    need_display()
    from game.client import session

    kind: Literal["solo", "table"] | None = None if seats is None else "solo" if seats == 1 else "table"
    session.run_join(options(server), where, kind, seats or 1, table, own_server)


@app.command(
    help=say("Visa ett rum på stor skärm.", "Show a room on a big screen."),
    epilog=say("Exempel:  bemot screen FKT-482", "Example:  bemot screen FKT-482"),
)
def screen(
    where: Where,
    server: Server = None,
    table: Annotated[
        int | None,
        typer.Option(
            min=1,
            help=say(
                "Ett bords egen väggskärm i stället för hela salens.",
                "One table's own wall screen instead of the hall's.",
            ),
        ),
    ] = None,
    full: Annotated[bool, typer.Option(help=say("Fyll skärmen.", "Fill the screen."))] = True,
) -> None:
    """The hall's projector, or a table's wall screen."""
    need_display()
    from game.client import session

    session.run_screen(options(server, full), where, table)


@app.command(
    help=say(
        "Led ett rum: öppna ett nytt, eller kom in i ett som pågår med spelledarnyckeln.",
        "Host a room: open a new one, or come into a running one with the host key.",
    ),
    epilog=say(
        "Exempel:  bemot host  ·  bemot host FKT-482 --server 192.168.1.20",
        "Examples:  bemot host  ·  bemot host FKT-482 --server 192.168.1.20",
    ),
)
def host(
    where: Annotated[
        str | None,
        typer.Argument(help=say("Rummets kod, om det redan finns.", "The room's code, if there is one.")),
    ] = None,
    server: Server = None,
) -> None:
    """The key is asked for in the window, so that it never stands in a list of processes."""
    need_display()
    from game.client import session

    if where:
        session.run_join(options(server), where, "host")
    else:
        session.run_host(options(server), own_server)


class OwnServer:
    """A server that this process has started, and that ends with it; or one that was here already."""

    def __init__(self, port: str, process: Popen[str] | None = None, life: ExitStack | None = None) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.addresses = [f"http://{address}:{port}" for address in addresses()] or [self.url]
        self.process = process
        self._life = life or ExitStack()

    def stop(self) -> None:
        """End it; what was acknowledged stays in its database."""
        self._life.close()

    def wait(self) -> bool:
        """Wait until its process has ended; False, at once, when this program did not start it."""
        if self.process is None:
            return False
        self.process.wait()
        return True


def own_server(given: Sequence[str] = ()) -> OwnServer:
    """Start a server for one's own session, or use the one that already listens on this machine.

    `given` are options of `bemot serve`; with them a server is started whatever else runs. Raises
    `game.client.serving.NotStarted`.
    """
    from game.client import serving
    from game.client.api import healthz

    if not given and healthz(f"http://127.0.0.1:{PORT}"):
        return OwnServer(str(PORT))
    life = ExitStack()
    try:
        url, process = life.enter_context(announced(serve_command(given)))
    except NotStarted as error:
        raise serving.NotStarted(error.message) from error
    return OwnServer(url.rsplit(":", 1)[-1], process, life)


def serve_command(given: Sequence[str]) -> list[str]:
    """The command that runs a server as a process of its own."""
    return [sys.executable, "-m", "game", "serve", "--announce", *given]


# --- the server ---


@app.command(
    help=say("Kör servern utan fönster.", "Run the server without a window."),
    epilog=say(
        "Exempel:  bemot serve --port 8765 --database ./bemot.sqlite",
        "Example:  bemot serve --port 8765 --database ./bemot.sqlite",
    ),
)
def serve(
    host: Annotated[
        str | None, typer.Option(help=say("Adress att lyssna på.", "Address to listen on."))
    ] = None,
    port: Annotated[
        int | None,
        typer.Option(
            min=0,
            max=65535,
            help=say("Port att lyssna på; 0 tar en ledig.", "Port to listen on; 0 takes a free one."),
        ),
    ] = None,
    database: Annotated[
        Path | None, typer.Option(help=say("Databasens fil.", "The database's file."))
    ] = None,
    decks: Annotated[
        list[Path] | None,
        typer.Option(
            help=say(
                "Mapp med egna kortlekar; kan upprepas.", "Folder with decks of your own; may be repeated."
            )
        ),
    ] = None,
    public_url: Annotated[
        str | None,
        typer.Option(
            "--url", help=say("Adressen som deltagarna ska få se.", "The address that participants are told.")
        ),
    ] = None,
    announce: Annotated[bool, typer.Option("--announce", hidden=True)] = False,
) -> None:
    """Until it is stopped with Ctrl+C."""
    import asyncio

    from server.app import Running, run
    from server.config import Settings
    from server.errors import ServerError

    given = {
        "host": host,
        "port": port,
        "database": database,
        "decks": tuple(decks) if decks else None,
        "public_url": public_url,
    }

    def ready(running: Running) -> None:
        if announce:
            loop = asyncio.get_running_loop()

            def stop() -> None:
                with suppress(RuntimeError):  # the loop has been closed: the server ends already
                    loop.call_soon_threadsafe(running.stop)

            when_orphaned(stop)
            sys.stdout.write(json.dumps({"url": running.url, "port": running.port}) + "\n")
            sys.stdout.flush()
            return
        for address in addresses() or ["127.0.0.1"]:
            out.print(
                say(
                    f"Bemöt lyssnar på http://{address}:{running.port}",
                    f"Bemöt listens on http://{address}:{running.port}",
                ),
                highlight=False,
            )
        out.print(
            say(
                "Avsluta med Ctrl+C. Allt som är sparat finns kvar.",
                "Stop with Ctrl+C. All that was saved remains.",
            )
        )

    try:
        run(Settings(**{name: value for name, value in given.items() if value is not None}), ready=ready)  # type: ignore[arg-type]
    except ServerError as error:
        if announce:
            sys.stdout.write(json.dumps({"error": {"code": error.code, "message": error.message}}) + "\n")
            raise typer.Exit(2) from error
        fail(pick(error.message), 2)


# --- rehearsal ---


@app.command(
    help=say(
        "Repetera: spela hela sessioner med robotar mot en riktig server, eller bredvid riktiga människor.",
        "Rehearse: play whole sessions with bots against a real server, or beside real people.",
    ),
    epilog=say(
        "Exempel:  bemot rehearse --tables 4 --seats 5  ·  bemot rehearse --join http://127.0.0.1:8765/j/FKT-482",
        "Examples:  bemot rehearse --tables 4 --seats 5  ·  bemot rehearse --join http://127.0.0.1:8765/j/FKT-482",
    ),
)
def rehearse(
    tables: Annotated[int, typer.Option(min=1, max=200, help=say("Antal bord.", "How many tables."))] = 3,
    seats: Annotated[
        int, typer.Option(min=1, max=1000, help=say("Platser vid varje bord.", "Seats at each table."))
    ] = 5,
    preset: Annotated[str, typer.Option(help=say("Program.", "Programme."))] = "APT 30",
    deck: Annotated[
        list[str] | None, typer.Option(help=say("Kortlek; kan upprepas.", "Deck; may be repeated."))
    ] = None,
    seed: Annotated[
        int, typer.Option(help=say("Samma tal ger samma utfall.", "The same number gives the same outcome."))
    ] = 1,
    rooms: Annotated[int, typer.Option(min=1, max=50, help=say("Antal rum.", "How many rooms."))] = 1,
    pace: Annotated[
        Literal["fast", "human"], typer.Option(help=say("fast eller human.", "fast or human."))
    ] = "fast",
    server: Server = None,
    join_room: Annotated[
        str | None,
        typer.Option(
            "--join",
            help=say(
                "Sätt robotar bredvid människor: adressen med rummets kod.",
                "Seat bots beside people: the address with the room's code.",
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
        Path | None, typer.Option("--json", help=say("Skriv rapporten hit.", "Write the report here."))
    ] = None,
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
    from pydantic import ValidationError

    from game.rehearse import Options
    from game.rules import PRESETS

    if preset not in PRESETS:
        known = ", ".join(PRESETS)
        fail(
            say(f"Programmet finns inte. Välj ett av: {known}", f"No such programme. Choose one of: {known}"),
            2,
        )
    try:
        wanted = Options(
            tables=tables,
            seats=seats,
            preset=preset,
            decks=tuple(deck or ()),
            seed=seed,
            rooms=rooms,
            pace=pace,
            server=server,
            join=join_room,
            first_table=first_table or (21 if join_room else 1),
        )
    except ValidationError as error:
        fail("; ".join(f"{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in error.errors()), 2)
    album = album_in(shots)
    told = rehearsed(wanted, rehearsal_server, album)
    if report:
        report.write_text(told.model_dump_json(indent=2), encoding="utf-8")
    tell(told)
    draw(album)
    if told.wrong or told.ballots_left:
        fail(say("Repetitionen fann fel: se rapporten.", "The rehearsal found errors: see the report."))


@contextmanager
def rehearsal_server() -> Iterator[str]:
    """A server of its own on a free port, with a database that is thrown away afterwards."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="bemot-") as folder:
        options = ["--host", "127.0.0.1", "--port", "0", "--database", str(Path(folder) / "rehearsal.sqlite")]
        with announced(serve_command(options)) as (url, _):
            yield url


@app.command(hidden=True)
def play(shots: Annotated[Path, typer.Option()] = Path("build/pictures")) -> None:
    """`make play`: the start window; without a display, one rehearsed session with pictures."""
    if has_display():
        open_start()
        return
    out.print(
        say(
            "Ingen bildskärm hittades. Robotar spelar en hel session mot den riktiga servern i stället …",
            "No display was found. Bots play a whole session against the real server instead …",
        )
    )
    from game.rehearse import Options

    album = album_in(shots)
    tell(rehearsed(Options(tables=1, seats=5, preset="APT 30"), rehearsal_server, album))
    draw(album)
    out.print(
        say(
            "Den här datorn kan vara server för andra: .venv/bin/bemot serve",
            "This machine can be a server for others: .venv/bin/bemot serve",
        )
    )


# --- the rest ---


@app.command(
    help=say(
        "Skriv ut JSON Schema för allt som går över nätet.",
        "Print the JSON Schema of everything on the wire.",
    ),
    epilog=say("Exempel:  bemot protocol > protokoll.json", "Example:  bemot protocol > protocol.json"),
)
def protocol(
    markdown: Annotated[
        bool,
        typer.Option(
            "--markdown", help=say("Tabellerna i docs/PROTOCOL.md.", "The tables of docs/PROTOCOL.md.")
        ),
    ] = False,
) -> None:
    """docs/PROTOCOL.md tells it in prose."""
    from game.reference import reference
    from game.wire import schema

    if markdown:
        typer.echo(reference())
        return
    typer.echo(json.dumps(schema(), indent=2, ensure_ascii=False))


@app.command(
    help=say(
        "Undersök datorn: skärm, typsnitt, pygame, kortlekar, port, databas, nätverk.",
        "Examine this machine: display, typefaces, pygame, decks, port, database, network.",
    ),
    epilog=say("Exempel:  bemot doctor --port 8765", "Example:  bemot doctor --port 8765"),
)
def doctor(
    port: Annotated[
        int, typer.Option(min=1, max=65535, help=say("Port att undersöka.", "Port to examine."))
    ] = PORT,
    database: Annotated[
        Path | None, typer.Option(help=say("Databasens fil.", "The database's file."))
    ] = None,
) -> None:
    """Ends with 1 when something must be mended."""
    ill = False
    for symptom in examine(port, database or usual_database()):
        mark, colour = ("✓", "green") if symptom.well else ("!", "yellow") if symptom.hint else ("✗", "red")
        out.print(f"{mark} {symptom.name}", style=colour, highlight=False, markup=False)
        if symptom.advice and (not symptom.well or symptom.hint):
            out.print(f"  {symptom.advice}", highlight=False, markup=False)
        ill = ill or not (symptom.well or symptom.hint)
    raise typer.Exit(1 if ill else 0)


def usual_database() -> Path:
    """Where the server keeps its database; the home folder when a package is missing that would tell."""
    try:
        from server.config import default_database
    except ModuleNotFoundError:
        return Path.home() / "bemot.sqlite"
    return default_database()


def main() -> None:
    """The console script."""
    try:
        app()
    except KeyboardInterrupt:
        raise SystemExit(130) from None
