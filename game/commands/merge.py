"""`bemot deck import`: a spreadsheet into a deck, card by card, and only what somebody has said yes to."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from game.commands.asking import asked
from game.commands.frames import App
from game.commands.sheets import DeckPath
from game.commands.sheettalk import only_folder, report, tell, unfinished, written
from game.commands.terminal import fail, out, typed
from game.words import say, tongue

if TYPE_CHECKING:
    from game.cards.findings import Finding
    from game.cards.tables.comparing import Change
    from game.cards.tables.grid import Table
    from game.cards.tables.merge import Outcome, Plan

app = App()


@app.command(
    "import",
    help=say(
        "Ta in ett kalkylblad i en kortlek. Visar först vad som ändras; kort som inte är i filen rörs inte.",
        "Take a spreadsheet into a deck. First shows what changes; cards not in the file are not touched.",
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
    only_folder(deck)
    reading = read_deck(deck)
    table = read_table(file)
    sheets = read_sheets(table, flats(reading), reading.cover)
    findings = list(sheets.findings)
    if sheets.is_broken:
        _refused(_findings(findings, table, as_json))
    plan = plan_of(deck, reading, sheets)
    chosen = _wanted(plan, add, replace, skip, older)
    asks = chosen is None and sys.stdin.isatty() and sys.stdout.isatty()
    if asks:
        if not as_json:
            _show(plan)
        behind = _behind(plan, older)
        chosen = asked(
            plan, plan.ids("new") if skip else plan.ids("new", "changed"), behind, asks_cover=not skip
        )
    # Without an answer the whole of it is tried, so that the findings come before the decision.
    every = (set(plan.ids("new", "changed")), True)
    outcome = settle(plan, *(chosen or every))
    if not (asks or as_json or outcome.is_broken):
        _show(plan)
    errors = _findings([*findings, *outcome.findings], table, as_json)
    if outcome.is_broken:
        _refused(errors)
    if chosen is None:
        fail(_flags(plan), code=2)
    _done(deck, plan, outcome, written(lambda: write(deck, outcome)))
    _tell_left(plan, *chosen, replace)


def _flags(plan: Plan) -> str:
    """What would write what there is to write."""
    behind = _behind(plan, older=False)
    ways = []
    if plan.ids("new"):
        ways.append(say("--add för de nya korten", "--add for the new cards"))
    if plan.cover.state == "changed" or set(plan.ids("changed")) - behind:
        ways.append(say("--replace för allt som är ändrat", "--replace for all that has changed"))
    if behind:
        ways.append(
            say(
                "--replace --also-older även för kort som kan vara nyare i leken",
                "--replace --also-older for cards too that may be newer in the deck",
            )
        )
    return say(
        f"Inget skrevs. Säg vad som får skrivas: {', '.join(ways)}.",
        f"Nothing was written. Say what may be: {', '.join(ways)}.",
    )


def _tell_left(plan: Plan, taken: set[str], cover: bool, replace: bool) -> None:
    """What was not written and how it would be. Ends with 1 when it had been asked for."""
    behind = {change.id for change in plan.cards if change.behind} - taken
    waiting = sorted(set(plan.ids("changed")) - taken - behind)
    if plan.cover.state == "changed" and not cover:
        tell(
            "Det som står om leken lämnades. Skriv det med --replace.",
            "What is said about the deck was left. Write it with --replace.",
        )
    if waiting and not replace:
        names = ", ".join(waiting)
        tell(
            f"Ändrade kort som lämnades: {len(waiting)} ({names}). Skriv dem med --replace.",
            f"Changed cards that were left: {len(waiting)} ({names}). Write them with --replace.",
        )
    if behind:
        names = ", ".join(sorted(behind))
        sentence = say(
            f"Lämnades, för leken kan ha nyare text än filen: {names}. Exportera leken och skriv i den "
            "filen, eller ersätt ändå med --replace --also-older.",
            f"Left, because the deck's text may be newer than the file's: {names}. Export the deck and write "
            "in that file, or replace all the same with --replace --also-older.",
        )
        if replace:
            fail(sentence)
        tell(sentence, sentence)


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


def _show(plan: Plan) -> None:
    """What would happen, card by card."""
    words = {"new": say("nytt", "new"), "changed": say("ändrat", "changed")}
    for change in (plan.cover, *plan.cards):
        if change.state in words:
            name = change.id or say("(om leken)", "(about the deck)")
            line = f"  {words[change.state]:8} {name}" + (
                f": {_differences(change)}" if change.fields else ""
            )
            out.print(line, highlight=False, markup=False, soft_wrap=True)
    if plan.missing:
        tell(
            f"  lämnas, finns inte i filen: {', '.join(plan.missing)}",
            f"  left, not in the file: {', '.join(plan.missing)}",
        )
    new, changed, same = (len(plan.ids(state)) for state in ("new", "changed", "same"))
    tell(
        f"Kort i filen: {len(plan.cards)}. Nya: {new}. Ändrade: {changed}. Lika: {same}.",
        f"Cards in the file: {len(plan.cards)}. New: {new}. Changed: {changed}. Same: {same}.",
        bold=True,
    )


def _differences(change: Change) -> str:
    from game.cards.tables.columns import label_of
    from game.cards.tables.covers import cover_label

    if change.is_unread:
        return say(
            "lekens kort är ofärdigt eller går inte att läsa", "the deck's card is unfinished or unreadable"
        )
    labels = list(
        dict.fromkeys(
            (label_of(field, tongue()) if change.id else "") or cover_label(field, tongue())
            for field in change.fields
        )
    )
    rest = len(labels) - 6
    return ", ".join(labels[:6]) + (say(f" och {rest} till", f" and {rest} more") if rest > 0 else "")


def _behind(plan: Plan, older: bool) -> set[str]:
    """The cards that are left when all are asked for, because the deck's may be newer."""
    return set() if older else {change.id for change in plan.cards if change.behind}


def _wanted(plan: Plan, add: bool, replace: bool, skip: bool, older: bool) -> tuple[set[str], bool] | None:
    """The cards to write and whether the cover is too, as the options say; None when a person must be asked.

    Without a terminal nobody can be, and --skip alone adds the new ones.
    """
    new, changed = set(plan.ids("new")), set(plan.ids("changed"))
    if plan.is_new or replace:
        return new | (changed - _behind(plan, older)), True
    if not new and not changed and plan.cover.state == "same":
        return set(), False
    is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    return (new, False) if add or (skip and not is_terminal) else None


def _done(deck: Path, plan: Plan, outcome: Outcome, files: tuple[Path, ...]) -> None:
    """What was written, and what to do next."""
    if not files:
        tell("Inget behövde skrivas.", "Nothing needed to be written.")
        return
    old = {item.card.id: item.card.rev for item in plan.reading.cards}
    names = {path.stem for path in files if path.parent.name == "cards"}
    revs = sum(card.rev != old.get(card.id, card.rev) for card in outcome.cards if card.id in names)
    drafts, count = sum(flat["id",] in names for flat in outcome.drafts), len(names)
    begun = unfinished(drafts)
    tell(
        f"{deck}: {count} kort skrevs{begun}" + (f", {revs} med nytt rev." if revs else "."),
        f"{deck}: {count} cards were written{begun}" + (f", {revs} with a new rev." if revs else "."),
        bold=True,
    )
    tell(f"Kontrollera: bemot deck check {typed(deck)}", f"Check: bemot deck check {typed(deck)}")
    for language in _stale(outcome):
        command = f"bemot deck translate {typed(deck)} {language}"
        tell(f"Översättningar att se över: {command}", f"Translations to look over: {command}")


def _stale(outcome: Outcome) -> tuple[str, ...]:
    """The languages in which a written card's translation is older than its source text."""
    from game.cards.current import is_current
    from game.cards.digest import text_of

    assert outcome.cover is not None
    found = []
    for language in outcome.cover.languages:
        for card in outcome.cards:
            origin, text = text_of(card, outcome.cover.source), text_of(card, language)
            if origin and text and text is not origin and not is_current(text.of, origin):
                found.append(language)
                break
    return tuple(found)
