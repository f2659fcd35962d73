"""A deck being worked on: read again when a file is saved, with the last whole version of each card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from game.cards import files
from game.cards.advice import card_advice
from game.cards.check import check_reading
from game.cards.findings import Finding
from game.cards.format import Card, Cover, Deck
from game.cards.load import COVER, read_card, read_deck
from game.cards.whole import CardFile

Stamp: TypeAlias = tuple[int, int, int]
"""When a file was last written, its size and its number: another file has another stamp."""
Read: TypeAlias = tuple[CardFile | None, list[Finding]]
FOLDERS: Final = (".", "cards", "images")


@dataclass(frozen=True)
class Leaf:
    """A card's file. `item` is the last version of it that could be read, `fresh` whether that is today's."""

    name: str
    """The file's name without its ending, which is the card's id when all is well."""
    file: str
    item: CardFile | None
    fresh: bool

    @property
    def card(self) -> Card | None:
        """The card, as it was when it could last be read."""
        return self.item.card if self.item else None

    def title(self, language: str) -> str:
        """In this language, or in the first that the card has; its name while it could never be read."""
        if self.card is None:
            return self.name
        return (self.card.text.get(language) or next(iter(self.card.text.values()))).title


class WatchedDeck:
    """The deck in a folder or package. Nothing here raises on what a file holds, or on a file that is gone.

    `cover` is the last one that could be read. `findings` are all of the deck's, but for what does not fit.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.cover: Cover | None = None
        self.leaves: tuple[Leaf, ...] = ()
        self.findings: tuple[Finding, ...] = ()
        self._stamps: dict[Path, Stamp] | None = None
        self._read: dict[Path, tuple[Stamp | None, Read]] = {}
        self._whole: dict[str, CardFile] = {}
        self._advised: dict[str, tuple[CardFile, tuple[object, ...], list[Finding]]] = {}
        self.look()

    def look(self) -> bool:
        """Read what has changed on disk since the last look; whether anything had."""
        stamps = dict(_stamps(self.path))
        if stamps == self._stamps:
            return False
        self._stamps = stamps
        met: list[Path] = []

        def reader(path: Path, root: Path) -> Read:
            met.append(path)
            return self._card(path, root, stamps.get(path))

        reading = read_deck(self.path, reader=reader)
        self.findings = tuple(check_reading(reading, advise=self._advise))
        self.cover = reading.cover or self.cover
        if reading.cover is not None or reading.cards or met:
            self._turn(met, reading.cards)
        return True

    def deck_of(self, leaf: Leaf) -> Deck | None:
        """The cover with this card alone; None while one of them could never be read."""
        if self.cover is None or leaf.card is None:
            return None
        return Deck.model_validate({**dict(self.cover), "cards": (leaf.card,)})

    def of(self, leaf: Leaf) -> tuple[Finding, ...]:
        """The findings in this card's file."""
        return tuple(item for item in self.findings if item.file == leaf.file)

    def beside(self) -> tuple[Finding, ...]:
        """The findings in the cover, and in whatever else is no card."""
        cards = {leaf.file for leaf in self.leaves}
        return tuple(item for item in self.findings if item.file not in cards)

    def _turn(self, met: Sequence[Path], read: Sequence[CardFile]) -> None:
        """The leaves anew; a package tells only of the cards that could be read."""
        now = {item.source.file: item for item in read}
        self._whole.update(now)
        names = {files.shown(path): path.stem for path in met} or {file: now[file].stem for file in now}
        self.leaves = tuple(
            Leaf(name, file, self._whole.get(file), file in now)
            for name, file in sorted((name, file) for file, name in names.items())
        )
        self._whole = {leaf.file: leaf.item for leaf in self.leaves if leaf.item}

    def _card(self, path: Path, root: Path, stamp: Stamp | None) -> Read:
        known = self._read.get(path)
        if known is None or known[0] != stamp:
            known = self._read[path] = stamp, read_card(path, root)
        return known[1]

    def _advise(self, item: CardFile, source: str, languages: Sequence[str], image: str) -> list[Finding]:
        asked = (source, tuple(languages), image)
        known = self._advised.get(item.source.file)
        if known is None or known[0] is not item or known[1] != asked:
            known = item, asked, list(card_advice(item, source, languages, image))
            self._advised[item.source.file] = known
        return known[2]


def is_deck(path: Path) -> bool:
    """Whether a deck lies here, sound or broken: a folder with a cover or cards, or a package."""
    if path.is_file():
        return path.suffix.lower() == files.PACKED
    return (path / COVER).exists() or bool(files.card_files(files.Folder(path))[0])


def _stamps(root: Path) -> Iterator[tuple[Path, Stamp]]:
    """Every file that can be part of the deck; a deck that is a single file is its own part."""
    if not root.is_dir():
        stamp = _stamp(root)
        yield from [(root, stamp)] if stamp else []
        return
    for name in FOLDERS:
        folder = root / name
        try:
            entries = list(folder.iterdir())
        except OSError:
            continue
        for entry in entries:
            stamp = _stamp(entry)
            if stamp is not None:
                yield entry, stamp


def _stamp(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
