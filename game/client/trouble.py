"""What can go wrong on the way to a server, in words for people.

Refusals by the server have their own table in `game.rules.errors`; these never leave the client.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


def _table(*rows: tuple[str, str, str]) -> Mapping[str, Mapping[str, str]]:
    return MappingProxyType({code: MappingProxyType({"sv": sv, "en": en}) for code, sv, en in rows})


SENTENCES: Mapping[str, Mapping[str, str]] = _table(
    (
        "no_address",
        "Skriv adressen eller koden som står på spelledarens skärm.",
        "Write the address or the code that stands on the host's screen.",
    ),
    (
        "no_pledge_came",
        "Servern svarade inte. Försök igen när nätet är tillbaka.",
        "The server did not answer. Try again when the network is back.",
    ),
    (
        "not_opened",
        "Datorn har för lite ledigt minne för att öppna löftet. Stäng andra program och försök igen.",
        "This computer has too little free memory to open the pledge. Close other programs and try again.",
    ),
    (
        "not_sealed",
        "Löftet är inte sparat: datorns minne räcker inte. Stäng andra program och försök igen.",
        "The pledge is not saved: too little memory. Close other programs and try again.",
    ),
    (
        "bad_code",
        "Koden har tre bokstäver och tre siffror, till exempel FKT-482.",
        "The code has three letters and three digits, for example FKT-482.",
    ),
    (
        "bad_address",
        "”{given}” är ingen adress. Skriv den som på skärmen, till exempel 192.168.1.20:{port}.",
        '"{given}" is not an address. Write it as on the screen, for example 192.168.1.20:{port}.',
    ),
    (
        "bad_port",
        "Porten i ”{given}” ska vara ett tal mellan 1 och 65535.",
        'The port in "{given}" must be a number between 1 and 65535.',
    ),
    (
        "bad_scheme",
        "Adressen ”{given}” ska börja med http:// eller https://.",
        'The address "{given}" must begin with http:// or https://.',
    ),
    (
        "code_alone",
        "Koden {given} räcker inte ensam: skriv också serverns adress från spelledarens skärm.",
        "The code {given} is not enough by itself: write the server's address too, from the host's screen.",
    ),
    (
        "unreachable",
        "Servern på {given} svarar inte. Kontrollera adressen och att datorn är på samma nät.",
        "The server at {given} does not answer. Check the address and that both are on the same network.",
    ),
    (
        "none_found",
        "Ingen server hittades i nätverket. Skriv adressen som står på spelledarens skärm, och kontrollera "
        "att datorn är på samma nät.",
        "No server was found in the network. Write the address that stands on the host's screen, and check "
        "that both are on the same network.",
    ),
    (
        "no_server",
        "Här går det inte att starta en server. Gå med i en session som finns, eller starta med kommandot "
        "bemot play.",
        "No server can be started here. Join a session that exists, or start with the command bemot play.",
    ),
    (
        "not_started",
        "Servern startade inte. Prova igen, eller starta den för sig med kommandot bemot serve.",
        "The server did not start. Try again, or start it by itself with the command bemot serve.",
    ),
    (
        "no_key_came",
        "Nyckeln kom inte fram, för nätet är borta. Be om en ny när det är tillbaka.",
        "The key did not arrive, since the network is gone. Ask for a new one when it is back.",
    ),
    (
        "several_found",
        "Flera datorer hittades. Välj den som står på spelledarens skärm.",
        "Several computers were found. Choose the one that stands on the host's screen.",
    ),
    (
        "settings_locked",
        "Mappen för inställningar går inte att skriva i, så inget ändrades.",
        "The folder of settings cannot be written to, so nothing was changed.",
    ),
    (
        "untrusted",
        "{given} kan inte visa vem den är: den här datorn litar inte på dess certifikat. Skriv inget där. "
        "Den som har hand om servern behöver ett certifikat som datorerna känner till.",
        "{given} cannot show who it is: this computer does not trust its certificate. Write nothing there. "
        "Whoever runs the server needs a certificate that the computers know.",
    ),
    (
        "other_name",
        "{given} visar ett certifikat för en annan adress. Skriv adressen precis som på spelledarens skärm.",
        "{given} shows a certificate for another address. Write the address exactly as on the host's screen.",
    ),
    (
        "out_of_date",
        "Certifikatet för {given} gäller inte i dag. Kontrollera datorns klocka, eller be den som har hand "
        "om servern att förnya det.",
        "The certificate of {given} is not valid today. Check this computer's clock, or ask whoever runs the "
        "server to renew it.",
    ),
    (
        "not_encrypted",
        "{given} svarar, men inte krypterat. Skriv adressen precis som på spelledarens skärm.",
        "{given} answers, but not encrypted. Write the address exactly as on the host's screen.",
    ),
    (
        "not_bemot",
        "{given} svarar, men inte som en Bemöt-server. Kontrollera adress och port.",
        "{given} answers, but not as a Bemöt server. Check address and port.",
    ),
)

LONGEST = 48
"""Characters of what somebody typed that are said again; the sentence is to have room too."""


class Trouble(Exception):
    """Something on this side of the network: a code and a sentence per language, as in a refusal."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = {
            name: f"{text[:LONGEST]}…" if len(text) > LONGEST else text for name, text in facts.items()
        }

    @property
    def message(self) -> dict[str, str]:
        """The sentence for people: language -> text."""
        return {language: text.format(**self.facts) for language, text in SENTENCES[self.code].items()}
