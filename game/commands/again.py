"""`bemot room follow-up`: the room that follows up a closed one, made by the server that has it."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from game.commands.frames import App
from game.commands.terminal import PORT, Server, fail, is_terminal, out
from game.words import pick, say

app = App()
KEY = "BEMOT_HOST_KEY"


@app.command(
    "follow-up",
    help=say(
        "Gör rummet för återträffen av en stängd session: samma kortlekar, kvittona öppnar löftena, och ett "
        f"kort från då spelas igen. Spelledarnyckeln skrivs in, eller tas ur {KEY}.",
        "Make the room for the follow-up of a closed session: the same decks, receipts open the pledges, and "
        f"a card from then is played again. The host key is typed, or taken from {KEY}.",
    ),
    epilog=say(
        "Exempel:  bemot room follow-up FKT-482 --server 192.168.1.20",
        "Example:  bemot room follow-up FKT-482 --server 192.168.1.20",
    ),
)
def follow_up(
    code: Annotated[
        str, typer.Argument(help=say("Det första rummets kod, som FKT-482.", "The first room's code."))
    ],
    server: Server = None,
) -> None:
    """Ends with 1 when the server refuses, with 2 when it cannot be asked."""
    from game.client import api
    from game.client.address import parse
    from game.client.trouble import Trouble
    from game.wire import Nack

    key = os.environ.get(KEY, "")  # never on the command line, which other people's programs can list
    if not key and is_terminal():
        key = str(typer.prompt(say("Spelledarnyckeln", "The host key"), hide_input=True))
    try:
        at = parse(server).url if server else f"http://127.0.0.1:{PORT}"
        made = api.follow_up(at, code, key.strip())
    except Trouble as trouble:
        fail(pick(trouble.message), 2)
    if isinstance(made, Nack):
        fail(pick(made.message))
    out.print(
        say(
            f"Återträffens rum: {made.code}\nSpelledarnyckel, visas bara nu: {made.host_key}\n{made.url}",
            f"The follow-up's room: {made.code}\nHost key, shown only now: {made.host_key}\n{made.url}",
        ),
        highlight=False,
        markup=False,
        soft_wrap=True,
    )
