"""`bemot trend`: many sessions over months, out of a server's database."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich import box
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from game.commands.force import Force, spare
from game.commands.frames import App
from game.commands.terminal import Decks, err, fail, out
from game.commands.tools import usual_database
from game.words import pick, say, tongue

if TYPE_CHECKING:
    from game.cards.format import Deck
    from game.rules.trend import Trend

app = App()
Language = Literal["sv", "en"]


def _month(text: str) -> str:
    """A month as it is written everywhere."""
    try:
        return time.strftime("%Y-%m", time.strptime(text, "%Y-%m"))
    except ValueError as error:
        raise typer.BadParameter(
            say(
                f"”{text}” är ingen månad. Skriv år och månad, som 2026-01.",
                f"“{text}” is no month. Write year and month, as in 2026-01.",
            )
        ) from error


@app.command(
    help=say(
        "Se vad många samtal säger över tid: incheckning, skiften och vad borden vill stärka och förbättra, "
        "tema för tema, och förslag på nästa kort. Inga rum eller bord jämförs, och inga tal är mindre än "
        "sex platser vid tre bord. Utan -o: en sammanfattning här.",
        "See what many sessions say over time: check-in, shifts, and what tables want to strengthen and "
        "improve, theme by theme, with proposals of cards to come. No rooms or tables are compared, and no "
        "number is of fewer than six seats at three tables. Without -o: a summary here.",
    ),
    epilog=say(
        "Exempel:  bemot trend  ·  bemot trend --since 2026-01 -o trend.pdf",
        "Examples:  bemot trend  ·  bemot trend --since 2026-01 -o trend.pdf",
    ),
)
def trend(
    database: Annotated[
        Path | None,
        typer.Option(
            "--from",
            help=say(
                "Serverns databas, eller en kopia av den. Den läses bara, också medan servern är i gång.",
                "The server's database, or a copy of it. It is only read, also while the server runs.",
            ),
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            parser=_month,
            metavar=say("ÅÅÅÅ-MM", "YYYY-MM"),
            help=say(
                "Bara rum som stängdes den månaden eller senare.",
                "Only rooms that closed in that month or later.",
            ),
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help=say(
                "Filen: slutar på .pdf, .html, .csv, .xlsx eller .json.",
                "The file: ends in .pdf, .html, .csv, .xlsx or .json.",
            ),
        ),
    ] = None,
    decks: Decks = None,
    language: Annotated[
        Language | None, typer.Option("--lang", help=say("Språk: sv eller en.", "Language: sv or en."))
    ] = None,
    force: Force = False,
) -> None:
    """0 when it was told, also that there is nothing yet; 1 when it cannot be written, 2 for a wrong wish."""
    from game.printing.errors import Misuse, PrintingError
    from game.printing.report.form import form_of
    from game.printing.save import save
    from game.printing.trend.form import written

    try:
        if output is not None:
            form_of(output)
            spare(output, force)
        told = trend_in(database or usual_database(), decks or (), since or "")
        if output is None:
            _summary(told, language or tongue())
            return
        save(written(told, output, language or tongue()), output)
    except PrintingError as error:
        fail(error.words.in_language(tongue()), 2 if isinstance(error, Misuse) else 1)
    out.print(say(f"Skrev {output}.", f"Wrote {output}."), style="bold", highlight=False, markup=False)


def trend_in(database: Path, decks: Iterable[Path], since: str = "") -> Trend:
    """The trend of this database, with a bar while rooms are read. Ends with 2 where there is none.

    Words and proposals are those of the decks that are here; of others, those that rooms have played.
    """
    from game.cards.catalogue import catalogue_of
    from game.rules.trend import trend_of
    from server.errors import StoreError
    from server.library import SUPPORTING
    from server.store.archive import open_archive
    from server.trending import gather, local_month

    now = time.time_ns() // 1_000_000
    try:
        with open_archive(database) as archive, _bar() as bar:
            task = bar.add_task(say("Läser rum", "Reading rooms"), total=None)
            found = gather(archive, now, lambda done, of: bar.update(task, completed=done, total=of))
            played = archive.decks().values()
    except StoreError as error:
        fail(pick(error.message), 2)
    if found.skipped:
        err.print(
            say(
                f"{found.skipped} rum är skadade eller från en annan version och räknas inte med.",
                f"{found.skipped} rooms are damaged or of another version and are left out.",
            ),
            style="yellow",
            highlight=False,
        )
    lots = (*found.kept.lots, *found.new.lots)
    slugs = {lot.subject.name.partition("/")[0] for lot in lots}
    catalogue = catalogue_of([*played, *decks_here(decks, slugs)], SUPPORTING)
    return trend_of(lots, catalogue, local_month(now), since)


def decks_here(chosen: Iterable[Path], wanted: Collection[str]) -> list[Deck]:
    """Of those that come with the game the wanted ones, by slug, and all the chosen ones; broken ones are
    left out.
    """
    from game.cards.load import load_deck, load_decks
    from game.places import decks
    from server.errors import StartError
    from server.library import deck_folders

    try:
        _own, *folders = deck_folders(tuple(chosen))
    except StartError as error:
        fail(pick(error.message), 2)
    loaded = [load_deck(path) for slug in sorted(wanted) if (path := decks() / slug).is_dir()]
    for folder in folders:
        single = folder.is_file() or (folder / "deck.yaml").exists()
        loaded += [load_deck(folder)] if single else load_decks(folder)
    return [one.deck for one in loaded if one.deck is not None]


def _summary(told: Trend, language: Language) -> None:
    """What the paper says first, in tables."""
    from game.printing.trend.spoken import speech_of, spoken_trend

    words, speech = spoken_trend(told, language), speech_of(language)
    _line(" · ".join(filter(None, (words["title"], words["period"]))), "bold")
    if words["empty"]:
        _line(words["empty"])
        _line(words["empty_why"])
        return
    _part(words["checkin"]["title"], words["checkin"]["note"])
    for one in words["checkin"]["questions"][:1]:
        _line(one["line"])
        rows = [
            (at["name"], f"{at['median']:g}", f"{at['low']}–{at['high']}", str(at["seats"]))
            for at in one["months"]
            if at["seats"]
        ]
        _table([speech.say(name) for name in ("month", "middle", "quarters", "seats_head")], rows, language)
    _part(words["moved"]["title"], words["moved"]["note"])
    shares = [(at["name"], at["share"], str(at["tables"])) for at in words["moved"]["months"] if at["tables"]]
    _table([speech.say(name) for name in ("month", "share", "tables_head")], shares, language)
    themes = [(one["name"], one["share"], str(one["tables"])) for one in words["shifts"]["rows"]]
    _table([speech.say("theme"), speech.say("share"), speech.say("tables_head")], themes, language)
    _part(words["notes"]["title"], words["notes"]["note"])
    names = ("improve", "act", "strengthen")
    notes = [(one["name"], *(str(one[name]) for name in names)) for one in words["notes"]["rows"]]
    _table([speech.say("theme"), *(speech.say(name) for name in names)], notes, language)
    if words["pledges"]["rows"]:
        _part(words["pledges"]["title"], "")
        answers = ("done", "partly", "not_yet")
        kept = [(one["name"], *(str(one[name]) for name in answers)) for one in words["pledges"]["rows"]]
        _table([speech.say("month"), *(speech.say(name) for name in answers)], kept, language)
    _part(words["season"]["title"], words["season"]["note"])
    for one in words["season"]["rows"]:
        _line(f"  {one['month']}: {one['title']} ({one['deck']}, {one['minutes']})")
        _line(f"    {one['why']}", "dim")


def _part(title: str, note: str) -> None:
    _line(f"\n{title}", "bold")
    if note:
        _line(note)


def _table(heads: Sequence[str], rows: Sequence[tuple[str, ...]], language: Language) -> None:
    """The first column to the left, numbers to the right; nothing at all without rows."""
    if not rows:
        return
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1), pad_edge=False)
    for number, head in enumerate(heads):
        table.add_column(Text(head[:1].upper() + head[1:]), justify="right" if number else "left")
    for row in rows:
        cells = (cell.replace(".", ",") if language == "sv" and n else cell for n, cell in enumerate(row))
        table.add_row(*(Text(cell) for cell in cells))
    out.print(table)


def _line(text: str, style: str = "") -> None:
    out.print(text, style=style or None, highlight=False, markup=False)


def _bar() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=err, transient=True)
