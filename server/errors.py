"""What stops the server, in words a person can act on.

ServerError             a stable code and a sentence per language
  StartError            the server cannot start
  StoreError            the database cannot be used; at start, or in the middle of a session
    CorruptStore        the file is damaged or is no Bemöt database
    ReadOnlyStore       the file or its folder cannot be written
    FullStore           the disk is full
    LockedStore         another server has the file
    MovedStore          the file has gone from where it was opened
    StoppingStore       the server stops before all has been read
    NewerStore          a newer version of Bemöt has written it
    BrokenStore         the disk fails in some other way
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar


class ServerError(Exception):
    """Something a person must see to. `message` has a sentence per language."""

    def __init__(self, code: str, message: Mapping[str, str]) -> None:
        self.code = code
        self.message = {language: _in_one_line(text) for language, text in message.items()}
        super().__init__(self.message["en"])


def _in_one_line(text: str) -> str:
    """The text with a sign in place of what a path or a setting may hold and no line does."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)


class StartError(ServerError):
    """The server has not started."""


class StoreError(ServerError):
    """The database at `path` cannot be used."""

    slug: ClassVar = ""
    sv: ClassVar = ""
    en: ClassVar = ""

    def __init__(self, path: object) -> None:
        words = {"sv": self.sv.format(path=path), "en": self.en.format(path=path)}
        super().__init__(self.slug, words)


class CorruptStore(StoreError):
    slug = "store_corrupt"
    sv = "{path} är skadad eller ingen Bemöt-databas. Lägg dit en kopia med bemot restore, eller byt fil."
    en = "{path} is damaged or is no Bemöt database. Put a copy there with bemot restore, or choose another."


class ReadOnlyStore(StoreError):
    slug = "store_read_only"
    sv = "Det går inte att skriva till {path}. Ändra rättigheterna eller välj en annan plats med --database."
    en = "Cannot write to {path}. Change its permissions or choose another place with --database."


class FullStore(StoreError):
    slug = "store_full"
    sv = "Disken är full, så {path} kan inte växa. Frigör utrymme; det som redan är sparat finns kvar."
    en = "The disk is full, so {path} cannot grow. Free some space; what is saved already remains."


class LockedStore(StoreError):
    slug = "store_locked"
    sv = "En annan server använder redan {path}. Stäng den, eller välj en annan fil med --database."
    en = "Another server is using {path} already. Stop it, or choose another file with --database."


class MovedStore(StoreError):
    slug = "store_moved"
    sv = (
        "{path} eller dess -wal-fil har flyttats, bytts ut eller tagits bort medan servern kör, så inget "
        "sparas. Lägg tillbaka filerna; går det inte, starta om servern."
    )
    en = (
        "{path} or its -wal file was moved, replaced or deleted while the server runs, so nothing is saved. "
        "Put the files back; if you cannot, start the server again."
    )


class StoppingStore(StoreError):
    slug = "store_stopping"
    sv = "Servern stannar, så rummen i {path} läses inte till slut. Försök igen när den är i gång."
    en = "The server is stopping, so the rooms in {path} are not read to the end. Try again when it runs."


class NewerStore(StoreError):
    slug = "store_newer"
    sv = "Databasen {path} är skriven av en nyare version av Bemöt. Uppdatera Bemöt eller välj en annan fil."
    en = "The database {path} was written by a newer version of Bemöt. Update Bemöt or choose another file."


class BrokenStore(StoreError):
    slug = "store_broken"
    sv = "Det går inte att läsa eller skriva {path}. Kontrollera disken och starta om servern."
    en = "Cannot read or write {path}. Check the disk and start the server again."


def port_taken(host: str, port: int) -> StartError:
    """Somebody listens there already."""
    return StartError(
        "port_taken",
        {
            "sv": f"Port {port} på {host} används redan. Stäng det programmet eller välj en annan --port.",
            "en": f"Port {port} on {host} is in use already. Stop that program or choose another --port.",
        },
    )


def port_forbidden(host: str, port: int) -> StartError:
    """The operating system does not let us listen there."""
    return StartError(
        "port_forbidden",
        {
            "sv": f"Du får inte lyssna på port {port} på {host}. Välj en port över 1023 med --port.",
            "en": f"You may not listen on port {port} on {host}. Choose a port above 1023 with --port.",
        },
    )


def no_deck_folder(path: object) -> StartError:
    """What was named as a folder with decks is none."""
    return StartError(
        "no_deck_folder",
        {
            "sv": f"Det finns ingen mapp eller packad lek {path}. Kontrollera sökvägen i --decks.",
            "en": f"There is no folder or packed deck {path}. Check the path given with --decks.",
        },
    )


def unknown_host(host: str) -> StartError:
    """The address is not one of this machine's."""
    return StartError(
        "unknown_host",
        {
            "sv": f"Den här datorn har inte adressen {host}. Välj en annan --host, eller 0.0.0.0 för alla.",
            "en": f"This machine has no address {host}. Choose another --host, or 0.0.0.0 for all of them.",
        },
    )
