"""`bemot deck new`, `pack` and `unpack`: beginning a deck, and handing it to others."""

from __future__ import annotations

import os.path
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from game.commands.force import Force, spare
from game.commands.frames import App
from game.commands.sheettalk import report, tell, unwritable
from game.commands.swapped import not_sheets
from game.commands.terminal import fail, out
from game.words import say, tongue

if TYPE_CHECKING:
    from game.cards.findings import Finding
    from game.cards.format import Deck

app = App()


@app.command(
    help=say(
        "Börja en ny kortlek: ett färdigt kort på svenska och engelska, med förklaringar till varje fält.",
        "Begin a new deck: one finished card in Swedish and English, with every field explained.",
    ),
    epilog=say(
        'Exempel:  bemot deck new vara-moten --title "Våra möten"',
        'Example:  bemot deck new our-meetings --title "Our meetings"',
    ),
)
def new(
    slug: Annotated[
        str,
        typer.Argument(
            help=say(
                "Lekens namn i filer: a–z, siffror och bindestreck.",
                "The deck's name in files: a–z, digits and hyphens.",
            )
        ),
    ],
    title: Annotated[
        str, typer.Option(help=say("Titeln, högst 40 tecken.", "The title, at most 40 characters."))
    ] = "",
    author: Annotated[str, typer.Option(help=say("Ditt namn.", "Your name."))] = "",
    folder: Annotated[
        Path,
        typer.Option("--in", help=say("Mappen att lägga leken i.", "The folder to put the deck in.")),
    ] = Path(),
) -> None:
    """The folder must not be there; the deck passes its own check before it is."""
    from game.cards.near import slug_of
    from game.cards.starter import begin

    target = folder / slug
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) or len(slug) > 60:
        guess = slug_of(slug)
        fail(
            say(
                f"”{slug}” går inte som namn. Skriv med a–z, siffror och bindestreck, högst 60 tecken."
                + (f" Menade du ”{guess}”?" if guess else ""),
                f"“{slug}” cannot be the name. Write it with a–z, digits and hyphens, at most 60 characters."
                + (f" Did you mean “{guess}”?" if guess else ""),
            ),
            code=2,
        )
    try:
        found = begin(target, tongue(), datetime.now(UTC).date(), title, author)
    except FileExistsError:
        fail(
            say(
                f"{target} finns redan. Välj ett annat namn, eller flytta den först.",
                f"{target} is there already. Choose another name, or move it first.",
            ),
            code=2,
        )
    except OSError as error:
        unwritable(target, error)
    if any(item.is_error for item in found):
        _refuse(found, say("Ingen lek gjordes.", "No deck was made."))
    out.print(
        say(
            f"{target} är klar: ett kort, 0 fel. Öppna filerna i en editor; varje fält är förklarat.",
            f"{target} is ready: one card, 0 errors. Open the files in an editor; every field is explained.",
        ),
        style="bold",
        highlight=False,
        soft_wrap=True,
        markup=False,
    )
    _next(
        (f"bemot deck check {target}", say("säger vad som är fel, och var", "says what is wrong, and where")),
        (
            f"bemot deck preview {target}",
            say("visar korten medan du skriver", "shows the cards as you write"),
        ),
        (f"bemot serve --decks {folder}", say("spelar leken", "plays the deck")),
    )


@app.command(
    help=say(
        "Packa en kortlek i en fil att dela. En lek med fel packas inte.",
        "Pack a deck into one file to share. A deck with errors is not packed.",
    ),
    epilog=say("Exempel:  bemot deck pack decks/motet", "Example:  bemot deck pack decks/motet"),
)
def pack(
    deck: Annotated[
        Path,
        typer.Argument(
            help=say("Lekens mapp. Exempel: decks/motet", "The deck's folder. Example: decks/motet")
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help=say("Filens namn, annars slug-version.zip.", "The file's name, else slug-version.zip."),
        ),
    ] = None,
    force: Force = False,
) -> None:
    """The same files make the same bytes."""
    from game.cards.packing import pack as packed
    from game.cards.wholefile import write_whole

    if output is not None and not output.is_dir() and output.suffix.lower() != ".zip":
        fail(
            say(
                f"{output}: en packad lek heter något på .zip. Menade du {output}.zip?",
                f"{output}: a packed deck has a name that ends in .zip. Did you mean {output}.zip?",
            ),
            code=2,
        )
    not_sheets(deck)
    package = packed(deck)
    if isinstance(package, tuple):
        _refuse(package, say("Leken packades inte.", "The deck was not packed."))
    target = Path(package.name) if output is None else output / package.name if output.is_dir() else output
    spare(target, force)
    try:
        write_whole(target, package.data)
    except OSError as error:
        unwritable(target, error)
    report(package.findings)
    begun = ", ".join(Path(item.file).stem for item in package.findings if item.code == "unfinished")
    if begun:
        tell(f"Ofärdiga utkast som inte följer med: {begun}.", f"Unfinished drafts left out: {begun}.")
    _told(say(f"Packad: {target}", f"Packed: {target}"), package.deck)


@app.command(
    help=say(
        "Packa upp en kortlek som någon har delat. Filen granskas innan något skrivs.",
        "Unpack a deck that somebody has shared. The file is examined before anything is written.",
    ),
    epilog=say(
        "Exempel:  bemot deck unpack motet-1.0.0.zip decks",
        "Example:  bemot deck unpack motet-1.0.0.zip decks",
    ),
)
def unpack(
    package: Annotated[
        Path, typer.Argument(metavar="FILE.zip", help=say("Den packade leken.", "The packed deck."))
    ],
    folder: Annotated[
        Path,
        typer.Argument(
            help=say(
                "Mappen där leken får sin egen mapp, annars den här.",
                "The folder in which the deck gets a folder of its own, else this one.",
            ),
            show_default=False,
        ),
    ] = Path(),
    force: Annotated[
        bool,
        typer.Option(
            "--force",
            help=say(
                "Byt ut leken om den redan finns; den gamla sparas bredvid.",
                "Replace the deck if it is there already; the old one is kept beside it.",
            ),
        ),
    ] = False,
) -> None:
    """Whole or not at all."""
    from game.cards.packing import Taken
    from game.cards.packing import unpack as unpacked

    not_sheets(package)
    if os.path.isdir(package):  # noqa: PTH112 - Path.is_dir may raise
        fail(
            say(
                f"{package} är redan en mapp, och behöver inte packas upp.",
                f"{package} is a folder already, and needs no unpacking.",
            ),
            code=2,
        )
    try:
        done = unpacked(package, folder, force)
    except Taken as taken:
        _taken(taken.path, taken.deck, force)
    except OSError as error:
        unwritable(folder, error)
    if isinstance(done, tuple):
        _refuse(done, say("Leken packades inte upp.", "The deck was not unpacked."))
    _told(say(f"Uppackad: {done.path}", f"Unpacked: {done.path}"), done.deck)
    if done.kept is not None:
        old = done.before.version if done.before else "?"
        out.print(
            say(
                f"Version {old} byttes mot {done.deck.version}. Den gamla ligger i {done.kept}.",
                f"Version {old} was replaced by {done.deck.version}. The old one is in {done.kept}.",
            ),
            highlight=False,
            soft_wrap=True,
            markup=False,
        )


def _told(headline: str, deck: Deck) -> None:
    from game.cards.digest import digest

    out.print(headline, style="bold", highlight=False, soft_wrap=True, markup=False)
    title = deck.title.get(tongue()) or next(iter(deck.title.values()))
    rows = (
        (say("Lek", "Deck"), f"{title} ({deck.slug})"),
        (say("Version", "Version"), deck.version),
        (say("Kort", "Cards"), str(len(deck.cards))),
        (say("Språk", "Languages"), ", ".join(deck.languages)),
        (say("Licens", "Licence"), deck.licence),
        (say("Av", "By"), ", ".join(deck.authors)),
        (say("Innehåll", "Digest"), digest(deck)),
    )
    for name, value in rows:
        out.print(f"  {name:<9} {value}", highlight=False, soft_wrap=True, markup=False)


def _next(*commands: tuple[str, str]) -> None:
    width = max(len(command) for command, _ in commands)
    for command, what in commands:
        out.print(f"  {command:<{width}}   {what}", highlight=False, soft_wrap=True, markup=False)


def _refuse(findings: Sequence[Finding], end: str) -> NoReturn:
    report(findings)
    fail(end)


def _taken(path: Path, deck: Deck | None, replacing: bool) -> NoReturn:
    if replacing:
        fail(
            say(
                f"{path} är ingen kortlek och byts därför inte ut. Flytta den, eller välj en annan mapp.",
                f"{path} is no deck and so is not replaced. Move it, or choose another folder.",
            )
        )
    there = f" (version {deck.version})" if deck else ""
    fail(
        say(
            f"{path} finns redan{there}. Lägg till --force för att byta ut den; den gamla sparas bredvid.",
            f"{path} is there already{there}. Add --force to replace it; the old one is kept beside it.",
        ),
        code=2,
    )
