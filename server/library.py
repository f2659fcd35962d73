"""The decks: those in the server's folders, for new rooms, and those that rooms play, whatever happens to
their files.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from game import places
from game.cards.digest import from_json
from game.cards.files import folders
from game.cards.format import Deck
from game.cards.load import COVER, Loaded, load_deck
from game.cards.sheets import shelf_of
from game.rules import Room, Shelf
from server.errors import no_deck_folder

Stamp = tuple[tuple[str, int, int], ...]
"""(file, ns of its last change, bytes) of everything in a folder."""


SUPPORTING = frozenset({"incheckning", "lofte"})
"""Decks that serve the check-in and the pledge in every room; their cards are drawn in rounds only when
chosen.
"""


def deck_folders(chosen: Sequence[Path]) -> tuple[Path, ...]:
    """The folder of the decks that come with the game, and then the chosen ones. Raises `StartError` for one
    that is not there.
    """
    for path in chosen:
        if not _is_folder(path):
            raise no_deck_folder(path)
    return (places.decks(), *(path.resolve() for path in chosen))


class Library:
    """Each folder holds decks or is one; later folders win.

    Reads a deck's files again only when they have changed. Decks of running rooms are kept by digest."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._read: dict[Path, tuple[Stamp, Loaded]] = {}
        self._lock = asyncio.Lock()
        self._played: dict[str, Deck] = {}

    async def decks(self) -> dict[str, Loaded]:
        """slug -> deck, the broken ones too."""
        async with self._lock:
            return await asyncio.to_thread(self._look)

    def knows(self, digest: str) -> bool:
        """Whether `play` has been called for this deck."""
        return digest in self._played

    def play(self, digest: str, deck: Deck | str) -> None:
        """Some room plays this deck; given as itself or as stored JSON. Raises ValueError for JSON of no
        deck.
        """
        self._played[digest] = from_json(deck) if isinstance(deck, str) else deck

    def shelf(self, room: Room) -> Shelf:
        """The words of the decks that this room plays."""
        return shelf_of(self._played[ref.digest] for ref in room.decks if ref.digest in self._played)

    def _look(self) -> dict[str, Loaded]:
        found: dict[str, Path] = {}  # a sound deck's folder is called as its slug
        for folder in self._folders:
            paths = [folder] if (folder / COVER).is_file() else folders(folder)
            found.update((path.name, path) for path in paths)
        shelf = [self._loaded(path) for path in found.values()]
        return {loaded.slug: loaded for loaded in shelf}

    def _loaded(self, path: Path) -> Loaded:
        stamp = _stamp(path)
        known = self._read.get(path)
        if known is None or known[0] != stamp:
            known = self._read[path] = (stamp, load_deck(path))
        return known[1]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a folder above it may not be entered
        return False


def _stamp(path: Path) -> Stamp:
    stamps = []
    for file in sorted(path.rglob("*.yaml")):
        try:
            stat = file.stat()
        except OSError:  # gone between the listing and the look; the loader will say so
            continue
        stamps.append((str(file), stat.st_mtime_ns, stat.st_size))
    return tuple(stamps)
