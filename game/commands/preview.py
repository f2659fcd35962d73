"""`bemot deck preview`: a deck's cards as players will see them, in a window or as image files."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from game.commands.frames import App
from game.commands.sheettalk import unwritable
from game.commands.swapped import not_sheets
from game.commands.terminal import err, fail, out
from game.doctor import has_display
from game.words import say, tongue

if TYPE_CHECKING:
    from game.client.preview.preview import Look
    from game.client.preview.watched import Leaf, WatchedDeck

app = App()

TextSize = Literal["100", "125", "150", "200"]
ScreenSize = Literal["1280x720", "1920x1080", "3840x2160"]


@app.command(
    help=say(
        "Se kort precis som spelarna ser dem, och vad som är kvar att rätta. Läses om när en fil sparas.",
        "See cards exactly as players see them, and what is left to mend. Read again when a file is saved.",
    ),
    epilog=say(
        "Exempel:  bemot deck preview decks/motet  ·  bemot deck preview decks/motet sockorna --text 150"
        "  ·  bemot deck preview decks/motet --png bilder",
        "Examples:  bemot deck preview decks/motet  ·  bemot deck preview decks/motet sockorna --text 150"
        "  ·  bemot deck preview decks/motet --png pictures",
    ),
)
def preview(
    path: Annotated[
        Path,
        typer.Argument(
            help=say("Kortlekens mapp. Exempel: decks/motet", "The deck's folder. Example: decks/motet")
        ),
    ],
    card: Annotated[
        str | None, typer.Argument(help=say("Kortet att börja med.", "The card to begin with."))
    ] = None,
    png: Annotated[
        Path | None,
        typer.Option(
            help=say(
                "Öppna inget fönster: skriv varje kort som bilder i den här mappen.",
                "Open no window: write every card as pictures into this folder.",
            )
        ),
    ] = None,
    language: Annotated[
        list[str] | None,
        typer.Option(
            help=say(
                "Kortens språk; kan upprepas. Bilder skrivs annars på alla lekens språk.",
                "The cards' language; may be repeated. Pictures are otherwise written in all of the deck's.",
            )
        ),
    ] = None,
    text: Annotated[
        TextSize | None,
        typer.Option(
            help=say(
                "Textens storlek i procent; annars 100 i fönstret och 150 i bilder.",
                "Text size in per cent; otherwise 100 in the window and 150 in pictures.",
            )
        ),
    ] = None,
    size: Annotated[
        ScreenSize, typer.Option(help=say("Spelarnas skärm.", "The players' screen."))
    ] = "1280x720",
    contrast: Annotated[bool, typer.Option(help=say("Hög kontrast.", "High contrast."))] = False,
    wall: Annotated[
        bool,
        typer.Option(
            help=say("Bordets väggskärm i stället för egen skärm.", "The table's wall screen instead.")
        ),
    ] = False,
) -> None:
    """With `--png` ends with 1 when a card could not be drawn."""
    not_sheets(path)
    if png is None and not has_display():
        fail(
            say(
                "Ingen bildskärm hittades, så inget fönster kan öppnas. Bilder går att skriva: --png MAPP",
                "No display was found, so no window can open. Pictures can be written: --png FOLDER",
            )
        )
    deck, name = _deck(path, card)
    from game.client.preview.preview import Look

    languages = _languages(deck, language or [])
    wide, high = (int(side) for side in size.split("x"))
    percent = int(text or ("150" if png else "100"))
    first = tongue() if not language and tongue() in languages else languages[0]
    look = Look((wide, high), percent / 100, contrast, first, "wall" if wall else "own")
    if png is not None:
        _write(deck, png, languages, look, [leaf for leaf in deck.leaves if name in ("", leaf.name)])
        return
    from game.client.preview.window import run
    from game.client.settings import Chosen, Settings, user_folder

    run(deck, look, name, Chosen(user_folder()).load("preview", Settings(language=tongue())))


def _deck(path: Path, card: str | None) -> tuple[WatchedDeck, str]:
    """The deck, and the name of the card that was asked for or ""; a card's file says both."""
    from game.client.preview.watched import WatchedDeck, is_deck

    if card is None and path.suffix == ".yaml" and path.parent.name == "cards" and path.is_file():
        path, card = path.parent.parent, path.stem
    if not os.path.exists(path):  # noqa: PTH110 - Path.exists raises in a folder that may not be entered
        fail(say(f"Det finns ingen mapp {path}.", f"There is no folder {path}."), 2)
    if not is_deck(path):
        fail(
            say(
                f"I {path} ligger ingen kortlek: där finns varken deck.yaml eller cards/*.yaml.",
                f"No deck lies in {path}: there is neither deck.yaml nor cards/*.yaml.",
            ),
            2,
        )
    deck = WatchedDeck(path)
    return deck, _card(deck, card) if card else ""


def _card(deck: WatchedDeck, wanted: str) -> str:
    """The name of the card with this name, or with this id."""
    from game.cards.findings import closest

    names = {leaf.name: leaf.name for leaf in deck.leaves}
    names |= {leaf.card.id: leaf.name for leaf in deck.leaves if leaf.card and leaf.card.id not in names}
    if wanted not in names:
        guess = closest(wanted, names)
        fail(
            say(
                f"Kortet {wanted} finns inte i leken." + (f" Menade du {guess}?" if guess else ""),
                f"There is no card {wanted} in the deck." + (f" Did you mean {guess}?" if guess else ""),
            ),
            2,
        )
    return names[wanted]


def _languages(deck: WatchedDeck, wanted: list[str]) -> tuple[str, ...]:
    """The languages to show, those of the deck unless some were asked for."""
    known = tuple(dict.fromkeys(deck.cover.languages)) if deck.cover else ()
    for code in wanted:
        if known and code not in known:
            there = ", ".join(known)
            fail(
                say(
                    f"Leken har inte språket {code}. Den har: {there}",
                    f"The deck does not have the language {code}. It has: {there}",
                ),
                2,
            )
    return tuple(dict.fromkeys(wanted)) or known or (tongue(),)


def _write(
    deck: WatchedDeck, folder: Path, languages: tuple[str, ...], look: Look, leaves: list[Leaf]
) -> None:
    from game.client.preview.album import Printer

    with Progress(
        TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn(), console=err, transient=True
    ) as bar:
        task = bar.add_task(say("Ritar kort", "Drawing cards"), total=len(leaves))

        def progress(done: int, of: int) -> None:
            words = say(f"Ritar kort {done} av {of}", f"Drawing card {done} of {of}")
            bar.update(task, completed=done, total=of, description=words)

        try:
            folder.mkdir(parents=True, exist_ok=True)
            if not os.access(folder, os.W_OK):
                raise PermissionError(errno.EACCES, "", str(folder))
            album = Printer(deck, folder, languages, look).write(leaves, progress)
        except OSError as error:
            unwritable(folder, error)
    pictures, sheets = len(album.pictures), len(album.sheets)
    out.print(
        say(
            f"Skrev {pictures} bilder och {sheets} översikter i {folder}.",
            f"Wrote {pictures} pictures and {sheets} sheets into {folder}.",
        ),
        style="bold",
        highlight=False,
    )
    if album.left or not leaves:
        names = ", ".join(album.left) or "–"
        fail(
            say(
                f"Kunde inte rita: {names}. Kör: bemot deck check {deck.path}",
                f"Could not draw: {names}. Run: bemot deck check {deck.path}",
            )
        )
