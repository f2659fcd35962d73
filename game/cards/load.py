"""Decks from files. Nothing here raises on what a file holds: what is wrong becomes findings."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from pydantic import TypeAdapter, ValidationError

from game.cards import files
from game.cards.findings import Finding, finding
from game.cards.format import Card, Cover, Deck
from game.cards.mistakes import mistakes
from game.cards.source import Source, parse
from game.cards.whole import CardFile, card_findings, cover_findings

Progress: TypeAlias = Callable[[int, int], None]
"""Called with how many files (or decks) are done and how many there are."""

COVER: Final = "deck.yaml"
_CARD: Final[TypeAdapter[Card]] = TypeAdapter(Card)


@dataclass(frozen=True)
class Loaded:
    """One deck folder. `deck` is None when a finding is an error; findings are in the order of the files."""

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
    """The deck in this folder. Advice about its words is `check_deck`'s."""
    reading = read_deck(path, progress)
    return Loaded(files.shown(Path(path.name)), path, reading.deck, reading.findings)


def load_decks(folder: Path, progress: Progress | None = None) -> tuple[Loaded, ...]:
    """Every deck in this folder by name, the broken ones too. Empty when the folder is not there."""
    paths = files.folders(folder)
    loaded = []
    for done, path in enumerate(paths, start=1):
        loaded.append(load_deck(path))
        if progress is not None:
            progress(done, len(paths))
    return tuple(loaded)


def read_deck(path: Path, progress: Progress | None = None) -> Reading:
    """Everything in the deck's folder that can be read, and what is wrong with it."""
    if not path.is_dir():
        return _nothing(path, finding("not-a-folder", files.shown(path)))
    if not (path / COVER).exists():
        return _nothing(path, finding("no-cover", files.shown(path / COVER)))
    cover, source, found = _cover(path)
    card_paths, others = files.card_files(path)
    found += others
    if not card_paths:
        found.append(finding("no-cards", files.shown(path / "cards")))
    if len(card_paths) > files.MAX_CARDS:
        found.append(
            finding(
                "too-many-files", files.shown(path / "cards"), actual=len(card_paths), limit=files.MAX_CARDS
            )
        )
        card_paths = []
    cards: list[CardFile] = []
    for done, card_path in enumerate(card_paths, start=1):
        card, wrong = _card(card_path, path)
        cards += [card] if card else []
        found += wrong
        if progress is not None:
            progress(done, len(card_paths))
    if cover is not None:
        found += cover_findings(cover, source, path.resolve().name)
        found += card_findings(cover, cards)
    return Reading(path, cover, source, tuple(cards), in_order(found))


def in_order(found: list[Finding]) -> tuple[Finding, ...]:
    """By file, the cover first, and then by place."""

    def key(item: Finding) -> tuple[bool, str, int, int]:
        return not item.file.endswith(COVER), item.file, item.line, item.column

    return tuple(sorted(found, key=key))


def _nothing(path: Path, reason: Finding) -> Reading:
    return Reading(path, None, Source(files.shown(path)), (), (reason,))


def _source(path: Path, root: Path) -> Source:
    data = files.read_bytes(path, root)
    if isinstance(data, Finding):
        return Source(files.shown(path), findings=(data,))
    return parse(data, files.shown(path))


def _cover(path: Path) -> tuple[Cover | None, Source, list[Finding]]:
    source = _source(path / COVER, path)
    if source.findings:
        return None, source, list(source.findings)
    try:
        return Cover.model_validate(source.tree), source, []
    except ValidationError as error:
        return None, source, mistakes(error, source)


def _card(path: Path, root: Path) -> tuple[CardFile | None, list[Finding]]:
    source = _source(path, root)
    if source.findings:
        return None, list(source.findings)
    try:
        card = _CARD.validate_python(source.tree)
    except ValidationError as error:
        return None, mistakes(error, source)
    return CardFile(card, source, path.stem), []
