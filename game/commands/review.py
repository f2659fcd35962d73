"""`bemot deck review`: the dilemmas that tables have sent, read one by one by whoever keeps a deck."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from game.commands.asking import answered
from game.commands.frames import App
from game.commands.reviewing import Tray, decide_all, opened, reject_one, take
from game.commands.reviewtalk import listed, no_deck, record, show, traces
from game.commands.stats import Database
from game.commands.terminal import err
from game.words import say

app = App()


@app.command(
    help=say(
        "Läs de dilemman som borden själva har skickat in, och gör utkast till kort av dem du vill ha.",
        "Read the dilemmas that tables have sent themselves, and make draft cards of those you want.",
    ),
    epilog=say(
        "Exempel:  bemot deck review --database bemot.sqlite --into decks/vara-kort",
        "Example:  bemot deck review --database bemot.sqlite --into decks/our-cards",
    ),
)
def review(
    database: Database,
    into: Annotated[
        Path | None,
        typer.Option(
            help=say("Kortlekens mapp, där utkasten läggs.", "The deck's folder, where the drafts are put.")
        ),
    ] = None,
    only_list: Annotated[
        bool, typer.Option("--list", help=say("Visa bara det som väntar.", "Only show what waits."))
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help=say("Det som väntar som JSON.", "What waits as JSON."))
    ] = False,
    accept: Annotated[
        list[str] | None,
        typer.Option(
            "--accept",
            metavar="ID",
            help=say("Gör ett utkast av det här; kan upprepas.", "Make this a draft; may be repeated."),
        ),
    ] = None,
    reject: Annotated[
        list[str] | None,
        typer.Option(
            "--reject",
            metavar="ID",
            help=say("Förkasta det här; kan upprepas.", "Reject this; may be repeated."),
        ),
    ] = None,
    undo: Annotated[
        list[str] | None,
        typer.Option(
            "--undo",
            metavar="ID",
            help=say(
                "Ångra beslutet om det här, så att det väntar igen; kan upprepas. Ett utkast som ingen har "
                "ändrat tas bort ur leken.",
                "Undo the decision on this, so that it waits again; may be repeated. A draft that nobody has "
                "changed is taken out of the deck.",
            ),
        ),
    ] = None,
    anyway: Annotated[
        bool,
        typer.Option(
            "--anyway",
            help=say(
                "Med --accept: också när texten har spår av verkliga personer.",
                "With --accept: also when the text has traces of real people.",
            ),
        ),
    ] = False,
) -> None:
    """Ends with 1 when something could not be done, with 2 when it was asked for wrongly."""
    tray = opened(database, into)
    if accept or reject or undo:
        decide_all(tray, accept or (), reject or (), undo or (), anyway=anyway)
    elif as_json:
        typer.echo(json.dumps([record(one) for one in tray.waiting], indent=2, ensure_ascii=False))
    elif only_list or not tray.waiting:
        listed(tray.waiting)
    else:
        _ask(tray)


def _ask(tray: Tray) -> None:
    """One by one; what is left for later is asked again next time."""
    waiting = tray.waiting
    for number, one in enumerate(waiting, start=1):
        show(one, f"{number}/{len(waiting)}")
        answer = _answer()
        if answer == "stop":
            return
        if answer == "reject":
            reject_one(tray, one)
        elif answer == "accept" and tray.deck is None:
            err.print(no_deck(), style="bold red", highlight=False)
        elif answer == "accept" and (not traces(one) or _sure()):
            take(tray, one)


def _answer() -> str:
    return answered(
        say(
            "[a]nta som utkast, [f]örkasta, [v]änta till senare, [s]luta",
            "[a]ccept as a draft, [r]eject, [l]ater, [s]top",
        ),
        say(
            "accept: a anta, reject: f förkasta, later: v vänta senare, stop: s",
            "accept: a accept, reject: r reject, later: l later, stop: s",
        ),
    )


def _sure() -> bool:
    question = say(
        "Texten kan peka ut någon. Göra ett utkast och skriva om det? [j/n]",
        "The text may point somebody out. Make a draft and rewrite it? [y/n]",
    )
    return answered(question, say("yes: j ja, no: n nej", "yes: y yes, no: n no")) == "yes"
