"""Dilemmas of a table's own, on their way from the talk to the one who reviews them."""

from __future__ import annotations

from typer.testing import CliRunner, Result

from game.cli import app
from game.rules.command import SuggestCard
from tests.server.kit import Guests, House, Session, advance

SITUATION = (
    "Du sitter i växeln. Någon ringer för tredje gången i dag och gråter. Kön växer bakom henne, och "
    "klockan är fem i fyra. Du har lovat att hämta på förskolan. Nu frågar hon om du kan stanna. Vad gör du?"
)
OWN = SuggestCard(
    situation=SITUATION, options=("Jag lyssnar klart, det får ta tid.", "Jag ber att få ringa upp.")
)
OTHERS = (
    SuggestCard(
        situation="Anna Berg ringer från 070-123 45 67 och vill tala med chefen.", options=("Kopplar.",)
    ),
    SuggestCard(situation="Någon har lagt en lapp på kylskåpet igen, och alla skrattar."),
)


def bemot(*arguments: object, given: str = "", language: str = "en") -> Result:
    """The command line, in this process."""
    speaking = {"BEMOT_LANGUAGE": language, "COLUMNS": "1000"}
    return CliRunner().invoke(app, [str(one) for one in arguments], input=given, env=speaking)


async def sent(house: House, guests: Guests, *commands: SuggestCard) -> Session:
    """A session in which a table has sent these."""
    session = await guests.session(house, decks=["prov"], cards=["prov/femte-samtalet"])
    await advance(session, "read")
    for command in commands or (OWN,):
        assert (await session.players[0].does(command))["ok"]
    return session
