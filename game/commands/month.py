"""`bemot month`: a month's card for workplace meetings, chosen by what tables want to improve, or by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from game.commands.force import Force, spare
from game.commands.frames import App
from game.commands.terminal import Decks, fail, out
from game.commands.tools import usual_database
from game.commands.trend import decks_here, trend_in
from game.words import say, tongue

if TYPE_CHECKING:
    from game.cards.format import Card, Deck
    from game.client.stations.desk import TrendWish

app = App()


@app.command(
    help=say(
        "Gör månadens kort: ett kort på ett A4 till arbetsplatsträffen, med stöd till den som leder. Utan "
        "kort väljs det första i säsongsplanen: se bemot trend.",
        "Make the card of the month: a card on one A4 for the workplace meeting, with support for whoever "
        "leads. Without a card the first of the season plan is chosen: see bemot trend.",
    ),
    epilog=say(
        "Exempel:  bemot month -o kort.pdf  ·  bemot month motet/nummer-61 -o kort.png",
        "Examples:  bemot month -o card.pdf  ·  bemot month motet/nummer-61 -o card.png",
    ),
)
def month(
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            help=say(
                "Filen: .pdf att skriva ut eller .png att visa.", "The file: .pdf to print or .png to show."
            ),
        ),
    ],
    card: Annotated[
        str | None,
        typer.Argument(help=say("Lek/kort. Exempel: motet/nummer-61", "Deck/card. Example: motet/nummer-61")),
    ] = None,
    database: Annotated[
        Path | None,
        typer.Option(
            "--from",
            help=say(
                "Serverns databas, eller en kopia av den, att föreslå ur.",
                "The server's database, or a copy of it, to propose from.",
            ),
        ),
    ] = None,
    decks: Decks = None,
    language: Annotated[
        Literal["sv", "en"] | None,
        typer.Option("--lang", help=say("Språk: sv eller en.", "Language: sv or en.")),
    ] = None,
    force: Force = False,
) -> None:
    """1 when it cannot be written or nothing is proposed yet, 2 for a wrong wish."""
    from game.printing.errors import PrintingError
    from game.printing.month import as_pdf, as_png
    from game.printing.save import save

    form = output.suffix.lower()
    if form not in (".pdf", ".png"):
        fail(
            say(
                f"{output} slutar inte på .pdf eller .png; välj en av dem.",
                f"{output} does not end in .pdf or .png; choose one of them.",
            ),
            2,
        )
    spare(output, force)
    wanted = card or _proposed(database or usual_database(), decks or ())
    found = card_called(wanted, decks_here(decks or (), (wanted.partition("/")[0],)))
    if found is None:
        fail(
            say(
                f"Här finns inget kort som heter ”{wanted}”. Skriv lek/kort, som motet/nummer-61.",
                f"There is no card “{wanted}” here. Write deck/card, as in motet/nummer-61.",
            ),
            2,
        )
    try:
        save((as_pdf if form == ".pdf" else as_png)(*found, language or tongue()), output)
    except PrintingError as error:
        fail(error.words.in_language(tongue()))
    out.print(
        say(f"Skrev {output}: {wanted}.", f"Wrote {output}: {wanted}."),
        style="bold",
        highlight=False,
        markup=False,
    )


def save_trend(wish: TrendWish) -> Path:
    """The trend that a server has sent, or one card as a month's card, in the person's folder for documents.

    Raises `game.client.paperwork.NotPrinted` when it cannot be made.
    """
    from pydantic import ValidationError

    from game.client.paperwork import NotPrinted
    from game.client.trended import OTHER
    from game.places import documents
    from game.printing.errors import PrintingError
    from game.printing.month import as_pdf
    from game.printing.save import save
    from game.printing.trend.paper import as_pdf as trend_pdf
    from game.rules.trend import Trend

    language: Literal["sv", "en"] = "sv" if wish.language == "sv" else "en"
    try:
        if not wish.card:
            path = documents() / f"{'over-tid' if language == 'sv' else 'over-time'}.pdf"
            save(trend_pdf(Trend.model_validate(wish.trend), language), path)
            return path
        found = card_called(wish.card, decks_here((), (wish.card.partition("/")[0],)))
        if found is None:
            raise NotPrinted(
                {
                    "sv": f"Kortet {wish.card} finns inte på den här datorn. Be den som driver servern.",
                    "en": f"The card {wish.card} is not on this computer. Ask whoever runs the server.",
                }
            )
        name = "manadens-kort" if language == "sv" else "card-of-the-month"
        path = documents() / f"{name}-{found[1].id}.pdf"
        save(as_pdf(*found, language), path)
    except ValidationError as error:
        raise NotPrinted(OTHER) from error
    except PrintingError as error:
        raise NotPrinted({"sv": error.words.sv, "en": error.words.en}) from error
    return path


def card_called(name: str, decks: list[Deck]) -> tuple[Deck, Card] | None:
    """The card "deck/card" and its deck, None where it is not; of two decks with one slug the later one's."""
    slug, _, card_id = name.partition("/")
    for deck in reversed(decks):
        card = deck.card(card_id) if deck.slug == slug else None
        if card is not None:
            return deck, card
    return None


def _proposed(database: Path, decks: list[Path] | tuple[Path, ...]) -> str:
    told = trend_in(database, decks)
    if not told.season:
        fail(
            say(
                "Inget kort kan föreslås än: det behövs anteckningar att förbättra från minst tre bord i "
                "samma tema. Välj ett kort själv: bemot month motet/nummer-61 -o kort.pdf",
                "No card can be proposed yet: notes to improve are needed from at least three tables in the "
                "same theme. Choose one yourself: bemot month motet/nummer-61 -o card.pdf",
            )
        )
    return told.season[0].card
