"""What differs between a card or a cover in a file and the deck's own."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from game.cards.findings import field_path
from game.cards.format import Cover
from game.cards.tables.flat import Flat

State: TypeAlias = Literal["new", "changed", "same"]
_UNREAD: Final = "*"
"""The field that stands for all of a file that could not be read."""


@dataclass(frozen=True)
class Difference:
    """One leaf that would change, such as `text.sv.options[2].text`; empty texts where there is none."""

    field: str
    old: str
    new: str


@dataclass(frozen=True)
class Change:
    """What would become of one card, or of the cover when `id` is empty."""

    id: str
    state: State
    differences: tuple[Difference, ...] = ()
    behind: bool = False
    """True when the deck's card has a higher rev than the file's, which somebody changed meanwhile, or when
    the file has none to compare.
    """

    @property
    def fields(self) -> tuple[str, ...]:
        """Names of what differs; `*` for a file of the deck that could not be read."""
        return tuple(item.field for item in self.differences)

    @property
    def is_unread(self) -> bool:
        """True when what the deck has cannot be compared."""
        return self.fields == (_UNREAD,)


def compared(name: str, new: Flat, old: Flat | None, unread: Collection[str], undated: bool) -> Change:
    """What would become of the deck's card with these leaves. `unread` are cards whose files cannot be read;
    `undated` says that the file has no rev of its own for the card.
    """
    if old is None:
        unreadable = (Difference(_UNREAD, "", ""),)
        return Change(name, "changed", unreadable) if name in unread else Change(name, "new")
    behind = undated or rev_of(new) < rev_of(old)
    differing = tuple(_differences(old, new))
    # An older file has older stamps: those are no change that somebody made.
    real = tuple(
        item for item in differing if item.field != "rev" and not (behind and item.field.endswith(".of"))
    )
    if not real and rev_of(new) <= rev_of(old):
        return Change(name, "same")
    return Change(name, "changed", real or differing, behind)


def _differences(old: Flat, new: Flat) -> Iterator[Difference]:
    for loc in dict.fromkeys([*new, *old]):
        if old.get(loc) != new.get(loc):
            yield Difference(field_path(loc), shown(old.get(loc)), shown(new.get(loc)))


def shown(value: object) -> str:
    """A leaf as a person reads it."""
    if value is None:
        return ""
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def cover_compared(old: Cover | None, new: Cover | None) -> Change:
    """What would become of the cover; the same when the file says nothing of it."""
    if new is None:
        return Change("", "same")
    if old is None:
        return Change("", "new")
    differing = tuple(_cover_differences(old, new))
    return Change("", "changed" if differing else "same", differing)


def _cover_differences(old: Cover, new: Cover) -> Iterator[Difference]:
    for name in Cover.model_fields:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield Difference(name, shown(_worded(before)), shown(_worded(after)))


def _worded(value: object) -> object:
    if not isinstance(value, dict):
        return value
    return tuple(f"{name}: {shown(_worded(words))}" for name, words in value.items())


def rev_of(flat: Flat) -> int:
    """The card's rev; 0 when it has none."""
    rev = flat.get(("rev",))
    return rev if isinstance(rev, int) else 0
