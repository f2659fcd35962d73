"""`bemot run-sheet`: a programme on a page or two of paper, for whoever leads it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from game.commands.frames import App
from game.commands.programmes import programme, shape
from game.commands.terminal import fail, out
from game.words import pick, say, tongue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.cards.format import Deck
    from game.client.stations.desk import RunSheet
    from game.rules import Step

app = App()

FIRST = "motet"
"""The deck whose cards are played when none is named."""


@app.command(
    name="run-sheet",
    help=say(
        "Skriv ut ett körschema: programmets steg med klockslag, kort, vad som är bra att veta och plats för "
        "anteckningar, på en eller två A4.",
        "Print a run sheet: the programme's steps with clock times, cards, what is good to know and room for "
        "notes, on one or two A4.",
    ),
    epilog=say(
        "Exempel:  bemot run-sheet Halvdag --start 09.00 -o korschema.pdf"
        "  ·  bemot run-sheet 'APT 60' --cards dubbelbokat,utelast-igen -o apt.pdf",
        "Examples:  bemot run-sheet Halvdag --start 09:00 -o sheet.pdf"
        "  ·  bemot run-sheet 'APT 60' --cards dubbelbokat,utelast-igen -o meeting.pdf",
    ),
)
def run_sheet(
    preset: Annotated[
        str,
        typer.Argument(
            help=say(
                "Programmet: ett av spelets eller ett eget, sparat i programmets fönster.",
                "The programme: one of the game's, or your own, kept from the programme's window.",
            )
        ),
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help=say("PDF-filen.", "The PDF file."))
    ] = None,
    start: Annotated[
        str, typer.Option(help=say("När det börjar, till exempel 09.00.", "When it begins, such as 09:00."))
    ] = "09.00",
    deck: Annotated[
        list[Path] | None,
        typer.Option(
            "--deck",
            help=say(
                "Kortlekens mapp eller zip; kan upprepas. Annars Mötet.",
                "A deck's folder or zip; may be repeated. Otherwise Mötet.",
            ),
        ),
    ] = None,
    cards: Annotated[
        str,
        typer.Option(
            help=say(
                "Korten i ordning, med komma mellan; de andra dras.",
                "The cards in order, with commas between; the others are drawn.",
            )
        ),
    ] = "",
    language: Annotated[
        Literal["sv", "en"] | None, typer.Option(help=say("Språk: sv eller en.", "Language: sv or en."))
    ] = None,
) -> None:
    """0 when it was printed, 1 when a deck is broken or the file cannot be written, 2 for a wrong wish."""
    from game.client.stations.desk import minutes_of
    from game.printing.errors import Misuse, PrintingError
    from game.printing.press import Press
    from game.printing.runsheet import TEMPLATE, sheet_data
    from game.printing.save import can_save, save
    from game.rules import Missing

    begins = minutes_of(start)
    if output is None:
        fail(say("Säg vart: -o FIL.pdf.", "Say where to: -o FILE.pdf."), 2)
    if begins is None:
        words = say(
            f"”{start}” är ingen tid; skriv till exempel 09.00.", f"“{start}” is no time; write 09:00."
        )
        fail(words, 2)
    tongue_ = language or tongue()
    try:
        can_save(output)
        name, steps, decks = _programme(preset, deck or (), [one for one in cards.split(",") if one.strip()])
        save(Press().pdf(sheet_data(name, steps, begins, tongue_, decks), TEMPLATE), output)
    except PrintingError as error:
        fail(error.words.in_language(tongue()), 2 if isinstance(error, Misuse) else 1)
    except Missing as error:
        fail(pick(error.message), 2)
    out.print(
        say(f"Utskrivet: {len(steps)} steg till {output}.", f"Printed: {len(steps)} steps to {output}."),
        style="bold",
        highlight=False,
        markup=False,
    )


def print_sheet(sheet: RunSheet) -> Path:
    """The PDF of a room's programme, in the person's folder for documents. What is good to know of a card is
    taken from the decks that come with the game, when they are those of the room.

    Raises `game.client.paperwork.NotPrinted` when it cannot be made.
    """
    from game.client.paperwork import NotPrinted
    from game.places import documents
    from game.printing.errors import PrintingError
    from game.printing.press import Press
    from game.printing.runsheet import TEMPLATE, sheet_data
    from game.printing.save import save

    language: Literal["sv", "en"] = "sv" if sheet.language == "sv" else "en"
    here = [deck for slug, version in sheet.decks for deck in _shipped(slug) if deck.version == version]
    name = "korschema" if language == "sv" else "run-sheet"
    path = documents() / f"{name}-{sheet.name}.pdf"
    data = sheet_data(sheet.name, sheet.steps, sheet.start, language, here, sheet.titles)
    try:
        save(Press().pdf(data, TEMPLATE), path)
    except PrintingError as error:
        raise NotPrinted({"sv": error.words.sv, "en": error.words.en}) from error
    return path


def _shipped(slug: str) -> list[Deck]:
    """The deck of that name among those that come with the game, if it is there."""
    from game.cards.load import load_deck
    from game.places import decks

    folder = decks() / slug
    deck = load_deck(folder).deck if folder.is_dir() else None
    return [deck] if deck else []


def _programme(
    preset: str, paths: Sequence[Path], cards: Sequence[str]
) -> tuple[str, tuple[Step, ...], list[Deck]]:
    """What the programme is called, its steps with the chosen cards on them, and its decks."""
    from game.cards.facts import facts_of
    from game.rules import plan

    request = programme(preset)
    decks = [*map(_whole, paths), *(deck for slug in request.decks for deck in _shipped(slug))]
    if request.steps and not cards:
        return request.name, request.steps, decks
    planned = shape(request)
    decks = decks or _shipped(FIRST)
    facts = [card for deck in decks for card in facts_of(deck)]
    chosen = [_card(card.strip(), [fact.id for fact in facts]) for card in cards]
    return planned.name, plan(planned, facts, chosen), decks


def _whole(path: Path) -> Deck:
    from game.cards.load import load_deck
    from game.printing.errors import Hindrance

    deck = load_deck(path).deck
    if deck is None:
        raise Hindrance(
            f"Kortleken {path} har fel; kör bemot deck check {path}.",
            f"The deck {path} has errors; run bemot deck check {path}.",
        )
    return deck


def _card(name: str, ids: Sequence[str]) -> str:
    """The card with this id, with or without its deck before it."""
    from game.cards.findings import closest
    from game.printing.errors import Misuse

    found = [one for one in ids if name in (one, one.partition("/")[2])]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(found)
        raise Misuse(f"Flera kort heter {name}; välj bland {names}.", f"Several cards are {name}: {names}.")
    guess = closest(name, [one.partition("/")[2] for one in ids])
    raise Misuse(
        f"Kortet ”{name}” finns inte i leken." + (f" Menade du ”{guess}”?" if guess else ""),
        f"There is no card “{name}” in the deck." + (f" Did you mean “{guess}”?" if guess else ""),
    )
