"""`bemot doctor`: what this machine lacks for a session, and what to do about it."""

from __future__ import annotations

import contextlib
import importlib.metadata
import os
import re
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from game.networks import addresses
from game.words import say

MIN_PYTHON = (3, 11)
FONTS = ("fontpkg-atkinson-hyperlegible", "fontpkg-spectral")


@dataclass(frozen=True, slots=True)
class Symptom:
    """One thing looked at. `advice` says what to do when it is not well; a `hint` is no fault."""

    name: str
    well: bool
    advice: str = ""
    hint: bool = False


def examine(port: int, database: Path) -> Iterator[Symptom]:
    """Look at everything a session needs on this machine, quickest first."""
    checks: tuple[Callable[[], Symptom], ...] = (
        python,
        packages,
        pygame_alone,
        fonts,
        display,
        decks,
        lambda: port_free(port),
        lambda: writable(database),
        lambda: network(port),
    )
    for check in checks:
        yield check()


def python() -> Symptom:
    """Whether this Python is new enough."""
    version = ".".join(str(part) for part in sys.version_info[:3])
    return Symptom(
        f"Python {version}",
        sys.version_info >= MIN_PYTHON,
        say(
            "Bemöt behöver Python 3.11 eller senare. Installera en nyare och kör make play igen.",
            "Bemöt needs Python 3.11 or later. Install a newer one and run make play again.",
        ),
    )


def installed(package: str) -> str | None:
    """The version of an installed package, or None."""
    with contextlib.suppress(importlib.metadata.PackageNotFoundError):
        return importlib.metadata.version(package)
    return None


def pygame_alone() -> Symptom:
    """Whether pygame-ce is there, and the other pygame is not: they overwrite each other silently."""
    right, other = installed("pygame-ce"), installed("pygame")
    return Symptom(
        f"pygame-ce {right or '–'}",
        right is not None and other is None,
        say(
            "Bemöt behöver pygame-ce ensamt. Kör pip uninstall pygame pygame-ce, sedan pip install pygame-ce",
            "Bemöt needs pygame-ce alone. Run pip uninstall pygame pygame-ce, then pip install pygame-ce",
        ),
    )


def packages() -> Symptom:
    """Whether everything that Bemöt was installed to need is there."""
    with contextlib.suppress(importlib.metadata.PackageNotFoundError):
        named = [re.split(r"[^A-Za-z0-9_.-]", need)[0] for need in importlib.metadata.requires("bemot") or ()]
        missing = [name for name in named if installed(name) is None]
        return Symptom(
            say("Paket", "Packages"),
            not missing,
            say(
                f"Paket saknas: {', '.join(missing)}. Kör make play igen.",
                f"Packages are missing: {', '.join(missing)}. Run make play again.",
            ),
        )
    return Symptom(say("Paket", "Packages"), True)


def fonts() -> Symptom:
    """Whether the typefaces are installed."""
    missing = [font for font in FONTS if installed(font) is None]
    return Symptom(
        say("Typsnitt", "Typefaces"),
        not missing,
        say(
            f"Typsnitten saknas. Kör: pip install {' '.join(missing)}",
            f"Typefaces are missing. Run: pip install {' '.join(missing)}",
        ),
    )


def has_display() -> bool:
    """Whether a window could be opened and seen here."""
    if os.environ.get("SDL_VIDEODRIVER") in ("dummy", "offscreen"):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def display() -> Symptom:
    """Whether there is a screen."""
    return Symptom(
        say("Bildskärm", "Display"),
        has_display(),
        say(
            "Ingen bildskärm hittades. Den här datorn kan ändå vara server: bemot serve",
            "No display was found. This machine can still be the server: bemot serve",
        ),
        hint=True,
    )


def decks() -> Symptom:
    """Whether the decks that come with the game are in place and whole."""
    from game.cards.load import load_decks
    from game.places import decks as folder

    loaded = load_decks(folder())
    broken = [item.slug for item in loaded if item.deck is None]
    playable = len(loaded) - len(broken)
    return Symptom(
        say(f"Kortlekar: {playable}", f"Decks: {playable}"),
        bool(playable) and not broken,
        say(
            f"Kortlekar med fel: {', '.join(broken) or 'inga hittades'}. Kör: bemot deck check {folder()}/*",
            f"Decks with errors: {', '.join(broken) or 'none found'}. Run: bemot deck check {folder()}/*",
        ),
    )


def port_free(port: int) -> Symptom:
    """Whether the server's usual port can be had."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("0.0.0.0", port))
        except OSError:
            free = False
        else:
            free = True
    return Symptom(
        f"Port {port}",
        free,
        say(
            f"Port {port} används redan, kanske av en Bemöt-server. Välj en annan med --port {port + 1}",
            f"Port {port} is in use, perhaps by a Bemöt server. Choose another with --port {port + 1}",
        ),
    )


def writable(database: Path) -> Symptom:
    """Whether the server could write its database."""
    folder = next(parent for parent in (database.parent, *database.parents) if parent.is_dir())
    try:
        with tempfile.TemporaryFile(dir=folder):
            well = not database.exists() or os.access(database, os.W_OK)
    except OSError:
        well = False
    return Symptom(
        say(f"Databas {database}", f"Database {database}"),
        well,
        say(
            f"Det går inte att skriva i {folder}. Välj en annan plats: bemot serve --database FIL",
            f"{folder} cannot be written. Choose another place: bemot serve --database FILE",
        ),
    )


def network(port: int) -> Symptom:
    """Where the others reach this machine, and what usually stands in the way."""
    here = addresses()
    name = say(f"Nätverk: {', '.join(here) or 'inget'}", f"Network: {', '.join(here) or 'none'}")
    return (
        Symptom(
            name,
            bool(here),
            say(
                "Ingen nätverksadress hittades. Anslut till samma nät som de andra.",
                "No network address was found. Connect to the same network as the others.",
            ),
            hint=True,
        )
        if not here
        else Symptom(
            name,
            True,
            say(
                f"Når de andra inte hit: släpp fram Python på privata nätverk i brandväggen (port {port}), "
                "och kontrollera att gästnätet inte skiljer datorerna åt.",
                f"If others cannot reach you: let Python through the firewall on private nets (port {port}), "
                "and check that the guest network does not isolate machines from each other.",
            ),
            hint=True,
        )
    )
