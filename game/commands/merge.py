"""`bemot deck import`: a spreadsheet into a deck, card by card, and only what somebody has said yes to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from game.commands.asking import asked, asked_of_new
from game.commands.frames import App
from game.commands.mergetalk import behind, done, flags, show, tell_left
from game.commands.sheets import DeckPath
from game.commands.sheettalk import only_folder, report, written
from game.commands.swapped import in_order
from game.commands.terminal import fail, is_terminal
from game.words import say

if TYPE_CHECKING:
    from game.cards.findings import Finding
    from game.cards.tables.grid import Table
    from game.cards.tables.merge import Plan

app = App()


@app.command(
    "import",
    help=say(
        "Ta in ett kalkylblad i en kortlek. Visar först vad som ändras och frågar; kort som inte är i filen "
        "rörs inte. Är leken ny frågas en gång om hela. Utan terminal kan ingen frågas: då säger val vad som "
        "får ändras, och en ny lek skrivs.",
        "Take a spreadsheet into a deck. First shows what changes, and asks; cards not in the file are not "
        "touched. A new deck is asked about once, as a whole. Without a terminal nobody can be asked: then "
        "options say what may change, and a new deck is written.",
    ),
    epilog=say(
        "Exempel:  bemot deck import motet.xlsx decks/motet --replace",
        "Example:  bemot deck import motet.xlsx decks/motet --replace",
    ),
)
def take_in(
    file: Annotated[Path, typer.Argument(help=say("Filen: .xlsx eller .csv.", "The file: .xlsx or .csv."))],
    deck: DeckPath,
    add: Annotated[
        bool,
        typer.Option("--add", help=say("Skriv de nya korten, inga andra.", "Write new cards, no others.")),
    ] = False,
    replace: Annotated[
        bool,
        typer.Option(
            "--replace",
            help=say(
                "Skriv nya kort, och de ändrade över lekens.",
                "Write new cards, and changed ones over the deck's.",
            ),
        ),
    ] = False,
    skip: Annotated[
        bool,
        typer.Option(
            "--skip",
            help=say("Låt kort som finns vara som de är.", "Leave the cards that are there as they are."),
        ),
    ] = False,
    older: Annotated[
        bool,
        typer.Option(
            "--also-older",
            help=say(
                "Med --replace: även kort som är nyare i leken än i filen, eller kan vara det.",
                "With --replace: cards too that are newer in the deck than in the file, or may be.",
            ),
        ),
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help=say("Fynden som JSON.", "The findings as JSON."))
    ] = False,
) -> None:
    """Nothing is written when the file has an error, or when nobody has said what may be."""
    from game.cards.load import read_deck
    from game.cards.tables.deckrows import flats
    from game.cards.tables.merge import plan_of, settle, write
    from game.cards.tables.reading import read_sheets, read_table

    if replace and skip:
        fail(say("Välj en av --replace och --skip.", "Choose one of --replace and --skip."), code=2)
    in_order(file, deck)
    only_folder(deck)
    reading = read_deck(deck)
    table = read_table(file)
    sheets = read_sheets(table, flats(reading), reading.cover)
    findings = list(sheets.findings)
    if sheets.is_broken:
        _refused(_findings(findings, table, as_json))
    plan = plan_of(deck, reading, sheets)
    chosen = _wanted(plan, add, replace, skip, older)
    asks = chosen is None and is_terminal() and not plan.is_new
    if asks:
        if not as_json:
            show(plan)
        ids = plan.ids("new") if skip else plan.ids("new", "changed")
        chosen = asked(plan, ids, behind(plan, older), asks_cover=not skip)
    # Without an answer the whole of it is tried, so that the findings come before the decision.
    every = (set(plan.ids("new", "changed")), True)
    outcome = settle(plan, *(chosen or every))
    if not (asks or as_json or outcome.is_broken):
        show(plan)
    errors = _findings([*findings, *outcome.findings], table, as_json)
    if outcome.is_broken:
        _refused(errors)
    if chosen is None and plan.is_new:
        asked_of_new(deck, outcome)
        chosen = every
    if chosen is None:
        fail(flags(plan), code=2)
    done(deck, plan, outcome, written(lambda: write(deck, outcome)))
    tell_left(plan, *chosen, replace)


def _refused(errors: int) -> NoReturn:
    fail(say(f"Fel: {errors}. Inget skrevs.", f"Errors: {errors}. Nothing was written."))


def _findings(findings: list[Finding], table: Table, as_json: bool) -> int:
    """How many lines, or in JSON findings, were errors."""
    if not as_json:
        return report(findings, table)[0]
    from pydantic import TypeAdapter

    from game.cards.findings import Finding

    typer.echo(TypeAdapter(list[Finding]).dump_json(findings, indent=2).decode())
    return sum(item.is_error for item in findings)


def _wanted(plan: Plan, add: bool, replace: bool, skip: bool, older: bool) -> tuple[set[str], bool] | None:
    """The cards to write and whether the cover is too, as the options say; None when a person must be asked.

    Without a terminal nobody can be: then --skip alone adds the new ones, and a deck that is not there yet,
    of which nothing can be lost, is written.
    """
    new, changed = set(plan.ids("new")), set(plan.ids("changed"))
    if replace or (plan.is_new and (add or not is_terminal())):
        return new | (changed - behind(plan, older)), True
    if plan.is_new:
        return None
    if not new and not changed and plan.cover.state == "same":
        return set(), False
    return (new, False) if add or (skip and not is_terminal()) else None
