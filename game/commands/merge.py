"""`bemot deck import`: a spreadsheet into a deck, card by card, and only what somebody has said yes to."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.commands.frames import App
from game.commands.sheets import DeckPath
from game.commands.sheettalk import only_folder, report, tell, written
from game.commands.terminal import fail, out, typed
from game.words import say, tongue

if TYPE_CHECKING:
    from game.cards.findings import Finding
    from game.cards.tables.merge import Change, Outcome, Plan

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
                "Med --replace: även kort som har ändrats i leken sedan filen gjordes.",
                "With --replace: cards too that were changed in the deck after the file was made.",
            ),
        ),
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help=say("Fynden som JSON.", "The findings as JSON."))
    ] = False,
) -> None:
    """Nothing is written when the file has an error, or when nobody has said what may be."""
    from game.cards.load import read_deck
    from game.cards.tables.merge import plan_of, settle, write
    from game.cards.tables.reading import read_sheets, read_table
    from game.cards.tables.telling import in_cells

    if replace and skip:
        fail(say("Välj en av --replace och --skip.", "Choose one of --replace and --skip."), code=2)
    only_folder(deck)
    reading = read_deck(deck)
    there = {item.card.id: item.card for item in reading.cards}
    sheets = read_sheets(read_table(file), there, reading.cover)
    findings = [in_cells(item) for item in sheets.findings]
    if sheets.is_broken:
        _findings(findings, as_json)
        errors = sum(item.is_error for item in findings)
        fail(say(f"Fel: {errors}. Inget skrevs.", f"Errors: {errors}. Nothing was written."))
    plan = plan_of(deck, reading, sheets)
    if not as_json:
        _show(plan)
    chosen = _chosen(plan, add, replace, skip, older)
    # Without an answer the whole of it is tried, so that the findings come before the decision.
    every = (set(plan.ids("new", "changed")), True)
    outcome = settle(plan, *(chosen or every))
    _findings([*findings, *outcome.findings], as_json)
    if outcome.is_broken:
        fail(say("Inget skrevs.", "Nothing was written."))
    if chosen is None:
        fail(
            say(
                "Inget skrevs. Säg vad som får skrivas: --add för nya kort, --replace även för ändrade, "
                "--skip för att låta dem som finns vara.",
                "Nothing was written. Say what may be: --add for new cards, --replace for changed ones too, "
                "--skip to leave those that are there.",
            ),
            code=2,
        )
    _done(deck, plan, outcome, written(lambda: write(deck, outcome)))
    left = sorted(change.id for change in plan.cards if change.behind and change.id not in chosen[0])
    if replace and left:
        names = ", ".join(left)
        fail(
            say(
                f"Lämnades, för leken har nyare text än filen: {names}. Exportera leken på nytt, "
                "eller ersätt ändå med --also-older.",
                f"Left, because the deck's text is newer than the file's: {names}. Export the deck again, "
                "or replace all the same with --also-older.",
            )
        )


def _findings(findings: list[Finding], as_json: bool) -> None:
    if not as_json:
        report(findings)
        return
    from pydantic import TypeAdapter

    from game.cards.findings import Finding

    typer.echo(TypeAdapter(list[Finding]).dump_json(findings, indent=2).decode())


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

    if change.fields == ("*",):
        return say(
            "lekens kort är ofärdigt eller går inte att läsa", "the deck's card is unfinished or unreadable"
        )
    labels = list(dict.fromkeys(label_of(field, tongue()) or field for field in change.fields))
    rest = len(labels) - 6
    return ", ".join(labels[:6]) + (say(f" och {rest} till", f" and {rest} more") if rest > 0 else "")


def _chosen(plan: Plan, add: bool, replace: bool, skip: bool, older: bool) -> tuple[set[str], bool] | None:
    """The cards to write and whether the cover is too; None when nobody has said.

    A card that is newer in the deck than in the file is written when it is asked for alone, or with `older`.
    """
    new, changed = set(plan.ids("new")), set(plan.ids("changed"))
    behind = set() if older else {change.id for change in plan.cards if change.behind}
    if plan.is_new or replace:
        return new | (changed - behind), True
    if not new and not changed and plan.cover.state == "same":
        return set(), False
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return (new, False) if add or skip else None
    if add:
        return new, False
    ids = plan.ids("new") if skip else plan.ids("new", "changed")
    return _asked(plan, ids, behind, asks_cover=not skip)


def _asked(plan: Plan, ids: tuple[str, ...], behind: set[str], *, asks_cover: bool) -> tuple[set[str], bool]:
    """Asks for all, none or each; all leaves those that are `behind`."""
    asks_cover = asks_cover and plan.cover.state == "changed"
    names = [*([""] if asks_cover else []), *ids]
    answer = _answer(
        say(
            "Skriva alla, inga eller fråga om vart och ett? [a/i/v]",
            "Write all, none, or ask about each? [a/n/e]",
        ),
        {"a": "all", "i": "none", "n": "none", "v": "each", "e": "each"},
    )
    taken = set(names) - behind if answer == "all" else set()
    for name in names if answer == "each" else ():
        shown = name or say("(om leken)", "(about the deck)")
        question = say(f"Skriva {shown}? [j/n]", f"Write {shown}? [y/n]")
        if _answer(question, {"j": "yes", "y": "yes", "n": "no"}) == "yes":
            taken.add(name)
    return taken - {""}, "" in taken


def _answer(question: str, answers: dict[str, str]) -> str:
    while True:
        said = str(typer.prompt(question)).strip().lower()[:1]
        if said in answers:
            return answers[said]


def _done(deck: Path, plan: Plan, outcome: Outcome, files: tuple[Path, ...]) -> None:
    """What was written, and what to do next."""
    if not files:
        tell("Inget behövde skrivas.", "Nothing needed to be written.")
        return
    old = {item.card.id: item.card.rev for item in plan.reading.cards}
    revs = sum(card.rev != old.get(card.id, card.rev) for card in outcome.cards)
    tell(
        f"{deck}: {len(outcome.cards)} kort skrevs" + (f", {revs} med nytt rev." if revs else "."),
        f"{deck}: {len(outcome.cards)} cards were written" + (f", {revs} with a new rev." if revs else "."),
        bold=True,
    )
    tell(f"Kontrollera: bemot deck check {typed(deck)}", f"Check: bemot deck check {typed(deck)}")
    for language in _stale(outcome):
        command = f"bemot deck translate {typed(deck)} {language}"
        tell(f"Översättningar att se över: {command}", f"Translations to look over: {command}")


def _stale(outcome: Outcome) -> tuple[str, ...]:
    """The languages in which a written card's translation is older than its source text."""
    from game.cards.digest import source_hash, text_of

    assert outcome.cover is not None
    found = []
    for language in outcome.cover.languages:
        for card in outcome.cards:
            origin, text = text_of(card, outcome.cover.source), text_of(card, language)
            if origin and text and text is not origin and text.of != source_hash(origin):
                found.append(language)
                break
    return tuple(found)
