"""The decks: those in the server's folders, for new rooms, and those that rooms play, whatever happens to
their files.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TypeVar

from game import places
from game.cards.digest import from_json
from game.cards.files import PACKED, decks, shown
from game.cards.format import Cover, Deck
from game.cards.load import COVER, Loaded, load_deck, read_cover
from game.cards.sheets import shelf_of, together
from game.rules import Room, Shelf
from server.errors import no_deck_folder

Stamp = tuple[tuple[str, int, int], ...]
"""(file, ns of its last change, bytes) of everything that a deck is read from."""


@dataclass(frozen=True)
class Glimpsed:
    """A deck whose cards have not been read yet: as much as its cover tells."""

    slug: str
    path: Path
    cover: Cover


Seen = TypeVar("Seen", bound=Loaded | Glimpsed)

SUPPORTING = frozenset({"incheckning", "lofte", "tank-om"})
"""Decks that serve the check-in, the talk and the pledge in every room; their cards are drawn in rounds only
when chosen.
"""


def deck_folders(chosen: Sequence[Path]) -> tuple[Path, ...]:
    """The folder of the decks that come with the game, and then the chosen ones: folders, or packed decks.
    Raises `StartError` for one that is not there.
    """
    for path in chosen:
        if not (_is_folder(path) or _is_package(path)):
            raise no_deck_folder(path)
    return (places.decks(), *(path.resolve() for path in chosen))


class Library:
    """Each folder holds decks or is one; later folders win. In a folder that holds the same deck twice, an
    unpacked one wins over a package, and then the highest version.

    A broken folder stands for the deck of its name, as a host who edits a deck must not be given another
    one in silence; a broken package says nothing of its deck, and stands beside the others under its own
    name.
    Reads a deck's files again only when they have changed, in a thread, each deck by itself: whoever wants a
    deck waits for that one, and not for a thousand others. Decks of running rooms are kept by digest.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._read: dict[Path, tuple[Stamp, Loaded]] = {}
        self._glimpses: dict[Path, Loaded | Glimpsed] = {}
        self._reading: dict[Path, Lock] = {}
        """Held while that deck is read, so that two who want it read it once."""
        self._once = asyncio.Event()
        """Set when all decks have been read once; from then on only what has changed is read."""
        self._asked = asyncio.Event()
        """Set when somebody has asked for them all."""
        self._put_off = False
        self._whole = asyncio.Lock()
        """Held while all decks are looked through: one thread is enough for everybody who wants them all."""
        self._played: dict[str, Shelf] = {}
        """The words of each deck that some room plays, by digest."""

    async def decks(self) -> dict[str, Loaded]:
        """slug -> deck, the broken ones too: those have the name of their folder or package."""
        self._asked.set()
        async with self._whole:
            shelf = await asyncio.to_thread(self._look, self._loaded)
        self._once.set()
        return shelf

    def ready(self) -> bool:
        """Whether nobody need wait for decks: all have been read once, or others go before them."""
        return self._once.is_set() or self._put_off

    async def wanted(self, longest: float) -> None:
        """Until somebody has asked for all decks, or for so many seconds: reading them takes a second or two
        of the processor, which others may need more.
        """
        self._put_off = longest > 0
        with suppress(TimeoutError):
            async with asyncio.timeout(longest):
                await self._asked.wait()

    async def seen(self, patience: float) -> Mapping[str, Loaded | Glimpsed]:
        """The same, or after so many seconds of the first reading as much as is known by then."""
        self._asked.set()
        try:
            async with asyncio.timeout(patience):
                await self._once.wait()
        except TimeoutError:
            return await asyncio.to_thread(self._look, self._glimpsed)
        return await self.decks()

    async def some(self, slugs: Collection[str]) -> dict[str, Loaded]:
        """The same for these slugs and perhaps others, without waiting for folders with other names."""
        return await asyncio.to_thread(self._look, self._loaded, slugs)

    def knows(self, digest: str) -> bool:
        """Whether `play` has been called for this deck."""
        return digest in self._played

    def play(self, digest: str, deck: Deck | str) -> None:
        """Some room plays this deck; given as itself or as stored JSON. Raises ValueError for JSON of no
        deck.
        """
        if digest not in self._played:
            self._played[digest] = shelf_of([from_json(deck) if isinstance(deck, str) else deck])

    def shelf(self, room: Room) -> Shelf:
        """The words of the decks that this room plays."""
        return together(self._played[ref.digest] for ref in room.decks if ref.digest in self._played)

    def _look(self, read: Callable[[Path], Seen], slugs: Collection[str] | None = None) -> dict[str, Seen]:
        """What a package holds is known when it is read; a folder's deck has the folder's name."""
        found: list[Seen] = []
        for folder in self._folders:
            single = _is_package(folder) or (folder / COVER).is_file()
            paths = [folder] if single else decks(folder)
            if slugs is not None:
                paths = [path for path in paths if path.name in slugs or _is_package(path)]
            found += sorted((read(path) for path in paths), key=_rank)
        shelf: dict[str, Seen] = {}
        for seen in found:
            broken = cover_of(seen) is None and not _is_folder(seen.path)
            shelf[_free_name(seen, shelf) if broken else seen.slug] = seen
        return dict(sorted(shelf.items()))

    def _glimpsed(self, path: Path) -> Loaded | Glimpsed:
        """The deck if it has been read already, and else its cover."""
        if known := self._read.get(path):
            return known[1]
        if path not in self._glimpses:
            cover = read_cover(path)
            self._glimpses[path] = (
                Loaded(shown(Path(path.name)), path, None, cover)
                if isinstance(cover, tuple)
                else Glimpsed(cover.slug, path, cover)
            )
        return self._glimpses[path]

    def _loaded(self, path: Path) -> Loaded:
        with self._reading.setdefault(path, Lock()):
            stamp = _stamp(path)
            known = self._read.get(path)
            if known is None or known[0] != stamp:
                known = self._read[path] = (stamp, load_deck(path))
            return known[1]


def cover_of(seen: Loaded | Glimpsed) -> Cover | None:
    """What the deck says of itself; None for a broken one."""
    return seen.cover if isinstance(seen, Glimpsed) else seen.deck


def _rank(seen: Loaded | Glimpsed) -> tuple[bool, tuple[int, ...], bool]:
    """Grows with the right to be played: a folder before a package, and then by version."""
    cover = cover_of(seen)
    version = cover.version.partition("+")[0] if cover else "0"
    numbers, _, early = version.partition("-")
    return _is_folder(seen.path), tuple(int(number) for number in numbers.split(".")), not early


def _free_name(seen: Loaded | Glimpsed, shelf: Mapping[str, object]) -> str:
    """The broken package's own name, or more and more of where it lies."""
    path = seen.path
    names = (seen.slug, shown(Path(path.parent.name, path.name)))
    return next((name for name in names if name not in shelf), shown(path))


def _is_package(path: Path) -> bool:
    try:
        return path.suffix.lower() == PACKED and path.is_file()
    except OSError:
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a folder above it may not be entered
        return False


def _stamp(path: Path) -> Stamp:
    stamps = []
    files = [path] if _is_package(path) else sorted((*path.rglob("*.yaml"), *path.glob("images/*")))
    for file in files:
        try:
            stat = file.stat()
        except OSError:  # gone between the listing and the look; the loader will say so
            continue
        stamps.append((str(file), stat.st_mtime_ns, stat.st_size))
    return tuple(stamps)
