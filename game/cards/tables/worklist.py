"""What a language lacks: every text of a deck that is missing or outdated, as a list to work through.

A translation is outdated when its source text has changed since (`current`). Texts of a language that is not
whole yet wait in a list of the deck's own (`begun`), and are counted as done here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from types import MappingProxyType
from typing import Final, Literal, NamedTuple, TypeAlias

from game.cards.current import current_in, translated
from game.cards.digest import text_of
from game.cards.findings import Loc, field_path
from game.cards.format import Card, Cover
from game.cards.load import COVER, Reading
from game.cards.tables.cells import clean, listed
from game.cards.tables.columns import SPOKEN, Field
from game.cards.tables.flat import Leaf
from game.cards.tables.shape import limits

State: TypeAlias = Literal["missing", "outdated", "current"]

STATES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {"missing": ("saknas", "missing"), "outdated": ("inaktuell", "outdated"), "current": ("klar", "done")}
)
"""What a person reads in the column State, in Swedish and English."""

_COVER_LIMITS: Final[Mapping[str, int]] = MappingProxyType(
    {"title": 40, "description": 600, "facilitator": 3000, "themes": 40}
)
_COVER_LABELS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "title": ("Titel", "Title"),
        "description": ("Beskrivning", "Description"),
        "facilitator": ("Till spelledaren", "To the facilitator"),
        "themes": ("Tema", "Theme"),
    }
)
FIELDS: Final = MappingProxyType({field.path: field for field in SPOKEN})


class Begun(NamedTuple):
    """A translation that waits, and the source text that it was made from."""

    source: Leaf
    translation: Leaf


Waiting: TypeAlias = Mapping[tuple[str, Loc], Begun]
"""By card (or `deck.yaml`) and place in the text."""


@dataclass(frozen=True)
class Job:
    """One text to translate. `card` is the card's id, or `deck.yaml` for what the deck says of itself."""

    card: str
    path: Loc
    """Where it stands in the text of a language, or in the cover without its language."""
    source: Leaf
    translation: Leaf | None
    state: State
    most: int
    """The most characters; 0 for no limit."""
    number: int = 0
    """Which of the deck's cards it is, counted from one in the order of their ids."""
    once: Leaf | None = None
    """The source text that a waiting translation was made from, when it has changed since."""

    @property
    def name(self) -> str:
        """What the text is called to the computer, such as `femte-samtalet options[2].text`."""
        return f"{self.card} {field_path(self.path)}"

    def label(self, tongue: str) -> str:
        """What a person calls the text, such as `Kort 12 · Alternativ B`."""
        if self.card == COVER:
            deck = "Leken" if tongue == "sv" else "The deck"
            return f"{deck} · {_COVER_LABELS[str(self.path[0])][tongue != 'sv']}"
        label = FIELDS[self.path].label(tongue)
        if self.path[0] == "options" and isinstance(self.path[1], int):
            label = label.replace(str(self.path[1] + 1), "ABCDE"[self.path[1]], 1)
        return f"{'Kort' if tongue == 'sv' else 'Card'} {self.number} · {label}"


def jobs(reading: Reading, language: str, waiting: Waiting = MappingProxyType({})) -> tuple[Job, ...]:
    """Every text of the deck as seen from this language, the current ones too; the deck's own come first.

    Empty without a cover. Cards that could not be read, or lack their source text, are not there.
    """
    if reading.cover is None:
        return ()
    found = [_waited_for(job, waiting) for job in _cover_jobs(reading.cover, language)]
    for number, item in enumerate(sorted(reading.cards, key=lambda item: item.card.id), start=1):
        of_card = _card_jobs(item.card, number, reading.cover.source, language)
        found += [_waited_for(job, waiting) for job in of_card]
    return tuple(found)


def field_of(card: str, path: Loc) -> Field:
    """How the cells of such a text are read."""
    return FIELDS[path] if card != COVER else Field(path, field_path(path), field_path(path))


def cleaned(leaf: Leaf) -> Leaf:
    """A text as it comes back from a cell."""
    return clean(leaf) if isinstance(leaf, str) else leaf


def words_of(leaf: Leaf | None) -> str:
    """A text as it stands in a cell; empty when there is none."""
    if leaf is None:
        return ""
    return listed(leaf) if isinstance(leaf, tuple) else str(leaf)


def marked(leaf: Leaf | None) -> str:
    """A short mark of what a text is, by which a list that comes back tells what has changed since."""
    if leaf is None:
        return "0"
    return sha256(words_of(cleaned(leaf)).encode()).hexdigest()[:8]


def _card_jobs(card: Card, number: int, source: str, language: str) -> Iterator[Job]:
    origin, text = text_of(card, source), text_of(card, language)
    if origin is None:
        return
    there = translated(text) if text is not None else {}
    current = current_in(text.of, origin) if text is not None else frozenset()
    texts = translated(origin)
    # Where the translation has one too many, nobody can tell which of them the source text has lost.
    shifted = {path[0] for path in there if path not in texts}
    for path in sorted(texts, key=list(FIELDS).index):
        state: State = "missing" if path not in there else "outdated"
        if path in there and path in current and path[0] not in shifted:
            state = "current"
        limit = limits(card.kind, path)
        most = limit.most if limit else 0
        yield Job(card.id, path, texts[path], there.get(path), state, most, number)


def _waited_for(job: Job, waiting: Waiting) -> Job:
    """The job with the translation that waits for it, which is newer than the card's own."""
    begun = waiting.get((job.card, job.path))
    if begun is None:
        return job
    if cleaned(job.source) == begun.source:
        return replace(job, translation=begun.translation, state="current")
    if job.translation is not None:
        return job
    return replace(job, translation=begun.translation, state="outdated", once=begun.source)


def _cover_jobs(cover: Cover, language: str) -> Iterator[Job]:
    texts: list[tuple[Loc, Mapping[str, str]]] = [
        (("title",), cover.title),
        (("description",), cover.description),
        (("facilitator",), cover.facilitator),
        *((("themes", theme), words) for theme, words in cover.themes.items()),
    ]
    for path, words in texts:
        if cover.source in words:
            state: State = "current" if language in words else "missing"
            most = _COVER_LIMITS[str(path[0])]
            yield Job(COVER, path, words[cover.source], words.get(language), state, most)
