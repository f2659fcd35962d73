"""Decks from files. Nothing here raises on what a file holds: what is wrong becomes findings."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final, TypeAlias

from pydantic import TypeAdapter, ValidationError

from game.cards import files, pictures
from game.cards.drafts import set_aside, silent, unfinished
from game.cards.findings import Finding, finding
from game.cards.format import Card, Cover, Deck
from game.cards.mistakes import mistakes
from game.cards.packed import open_packed
from game.cards.source import Source, parse
from game.cards.whole import CardFile, card_findings, cover_findings

Progress: TypeAlias = Callable[[int, int], None]
"""Called with how many files (or decks) are done and how many there are."""

CardReader: TypeAlias = Callable[[Path, Path], tuple[CardFile | None, list[Finding]]]
"""Reads the card in a file; the second path is the deck's folder."""

COVER: Final = files.COVER
MAX_BROKEN: Final = 25
"""Cards. Whoever has so many broken ones mends those first; it also bounds what a hostile deck may cost."""
_CARD: Final[TypeAdapter[Card]] = TypeAdapter(Card)


@dataclass(frozen=True)
class Loaded:
    """One deck, in a folder or packed. `deck` is None when a finding is an error.

    `slug` is the deck's, or the name of its folder or package when it is broken. Findings are in the order of
    the files.
    """

    slug: str
    path: Path
    deck: Deck | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Reading:
    """As much of a deck as could be read, with the sources that know where everything stands."""

    path: Path
    cover: Cover | None
    cover_source: Source
    cards: tuple[CardFile, ...]
    findings: tuple[Finding, ...]
    pictures: tuple[str, ...] = ()
    """Names in the deck, as "images/hej.png", of those that are sound."""
    drafts: tuple[Source, ...] = ()
    """The files of drafts that are not finished, and so are not among the cards."""

    @property
    def deck(self) -> Deck | None:
        """The whole deck, or None when anything is an error."""
        return None if any(item.is_error for item in self.findings) else self.partial

    @property
    def partial(self) -> Deck | None:
        """The cover with the cards that could be read, or None without a cover or a single card."""
        if self.cover is None or not self.cards:
            return None
        cards = sorted((item.card for item in self.cards), key=lambda card: card.id)
        return Deck.model_validate({**dict(self.cover), "cards": tuple(cards)})


def load_deck(path: Path, progress: Progress | None = None) -> Loaded:
    """The deck in this folder or package. Advice about its words is `check_deck`'s."""
    reading = read_deck(path, progress)
    deck = reading.deck
    return Loaded(deck.slug if deck else files.shown(Path(path.name)), path, deck, reading.findings)


def load_decks(folder: Path, progress: Progress | None = None) -> tuple[Loaded, ...]:
    """Every deck in this folder, packed ones first, each sort by name, the broken ones too.

    Empty when the folder is not there.
    """
    paths = files.decks(folder)
    loaded = []
    for done, path in enumerate(paths, start=1):
        loaded.append(load_deck(path))
        if progress is not None:
            progress(done, len(paths))
    return tuple(loaded)


def read_card(path: Path, root: Path) -> tuple[CardFile | None, list[Finding]]:
    """The card in this file, or None and what is wrong with it. `root` is the deck's folder."""
    return _card(files.read_bytes(path, root), files.shown(path), path.stem)


def read_deck(path: Path, progress: Progress | None = None, reader: CardReader = read_card) -> Reading:
    """Everything in the deck's folder or package that can be read, and what is wrong with it.

    `reader` reads each card's file in a folder: whoever reads a deck again and again may keep what has not
    changed.
    """
    holder = _opened(path)
    if isinstance(holder, tuple):
        return _nothing(path, *holder)
    if not holder.has(COVER):
        return _nothing(path, _no_cover(holder))
    cover, source, found = _cover(holder)
    cards, wrong = _cards(holder, progress, reader)
    found += wrong
    shown, wrong = _pictures(holder)
    found += wrong
    if cover is not None:
        found += cover_findings(cover, source, holder.name)
        cards, wrong = set_aside(cards, card_findings(cover, cards))
        found += wrong
    if not cards and not any(item.is_error for item in found):
        found.append(finding("no-cards", files.shown(path / "cards")))
    drafts = _drafts(holder, {item.file for item in found if item.code == "unfinished"})
    if cover is not None:
        told = {item.file for item in found if item.code == "language-missing"}
        found += silent(cover, (draft for draft in drafts if draft.file not in told))
    return Reading(path, cover, source, tuple(cards), in_order(found), tuple(shown), drafts)


def read_cover(path: Path) -> Cover | tuple[Finding, ...]:
    """What the deck in this folder or package says of itself, or why that cannot be read. No card is read."""
    holder = _opened(path)
    if isinstance(holder, tuple):
        return holder
    if not holder.has(COVER):
        return (_no_cover(holder),)
    cover, source, found = _cover(holder)
    if cover is not None:
        found += cover_findings(cover, source, holder.name)
    wrong = in_order([item for item in found if item.is_error])
    return cover if cover is not None and not wrong else wrong


def in_order(found: list[Finding]) -> tuple[Finding, ...]:
    """By file, the cover first, and then by place."""

    def key(item: Finding) -> tuple[bool, str, int, int]:
        return not item.file.endswith(COVER), item.file, item.line, item.column

    return tuple(sorted(found, key=key))


def _opened(path: Path) -> files.Holder | tuple[Finding, ...]:
    """The deck's files, or why they cannot be read."""
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a folder above may not be entered
        return files.Folder(path)
    if os.path.isfile(path):  # noqa: PTH113
        return open_packed(path)
    return (finding("not-a-folder", files.shown(path)),)


def _nothing(path: Path, *reasons: Finding) -> Reading:
    return Reading(path, None, Source(files.shown(path)), (), reasons)


def _no_cover(holder: files.Holder) -> Finding:
    """Says so at the file that was meant to be the cover, if there is one."""
    if isinstance(holder, files.Folder) and not os.access(holder.path, os.R_OK | os.X_OK):
        return finding("closed-folder", files.shown(holder.path))
    for name in holder.listed("."):
        if name.lower() in ("deck.yaml", "deck.yml", "deck.yaml.txt", "deck.txt"):
            return finding("cover-name", files.shown(holder.path / name), name=name)
    return finding("no-cover", files.shown(holder.path / COVER))


def _cover(holder: files.Holder) -> tuple[Cover | None, Source, list[Finding]]:
    source = _source(_bytes(holder, COVER), files.shown(holder.path / COVER))
    if source.findings:
        return None, source, list(source.findings)
    try:
        return Cover.model_validate(source.tree), source, []
    except ValidationError as error:
        return None, source, mistakes(error, source)


def _cards(
    holder: files.Holder, progress: Progress | None, reader: CardReader
) -> tuple[list[CardFile], list[Finding]]:
    names, found = files.card_files(holder)
    folder = files.shown(holder.path / "cards")
    if not names:
        return [], [*found, finding("no-cards", folder)]
    if len(names) > files.MAX_CARDS:
        return [], [*found, finding("too-many-files", folder, actual=len(names), limit=files.MAX_CARDS)]
    cards: list[CardFile] = []
    broken = 0
    for done, name in enumerate(names, start=1):
        path = holder.path / name
        if isinstance(holder, files.Folder):
            card, wrong = reader(path, holder.path)
        else:
            card, wrong = _card(_bytes(holder, name), files.shown(path), path.stem)
        cards += [card] if card else []
        found += wrong
        broken += card is None
        if broken > MAX_BROKEN:
            return cards, [*found, finding("too-many-broken", folder, limit=MAX_BROKEN)]
        if progress is not None:
            progress(done, len(names))
    return cards, found


def _card(data: bytes | Finding, file: str, stem: str) -> tuple[CardFile | None, list[Finding]]:
    source = _source(data, file)
    if source.findings:
        return None, list(source.findings)
    try:
        card = _CARD.validate_python(source.tree)
    except ValidationError as error:
        return None, unfinished(mistakes(error, source), source)
    return CardFile(card, source, stem), []


def _drafts(holder: files.Holder, unfinished: set[str]) -> tuple[Source, ...]:
    """The files among these, read once more, which costs nothing: the same bytes are kept."""
    named = (
        {files.shown(holder.path / name): name for name in files.card_files(holder)[0]} if unfinished else {}
    )
    return tuple(_source(_bytes(holder, name), file) for file, name in named.items() if file in unfinished)


def _pictures(holder: files.Holder) -> tuple[list[str], list[Finding]]:
    names, found = files.pictures(holder)
    sound = []
    for name in names:
        data = holder.read(name, pictures.MAX_BYTES, "picture-large")
        wrong = (
            data
            if isinstance(data, Finding)
            else pictures.judged(data, PurePosixPath(name).suffix, files.shown(holder.path / name))
        )
        if wrong is None:
            sound.append(name)
        else:
            found.append(wrong)
    return sound, found


def _bytes(holder: files.Holder, name: str) -> bytes | Finding:
    return holder.read(name, files.MAX_BYTES, "too-large")


def _source(data: bytes | Finding, file: str) -> Source:
    return Source(file, findings=(data,)) if isinstance(data, Finding) else parse(data, file)
