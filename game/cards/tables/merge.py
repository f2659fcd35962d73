"""What an import would do to a deck, card by card, and doing it.

A card that is not in the file is never touched. A card whose content changes gets a higher `rev`, because the
check asks for one (`changes.py`): the file's own when it is higher than the deck's, else the deck's plus one.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, TypeAlias

from game.cards import files
from game.cards.findings import Finding, field_path, finding
from game.cards.format import Card, Cover
from game.cards.load import COVER, Reading
from game.cards.placing import place
from game.cards.tables.flat import Flat, flat_card
from game.cards.tables.reading import Sheets
from game.cards.tables.telling import in_cells
from game.cards.whole import CardFile, card_findings, cover_findings
from game.cards.writer import card_file, cover_file

State: TypeAlias = Literal["new", "changed", "same"]
_UNREAD: Final = "*"
"""The field that stands for all of a file that could not be read."""


@dataclass(frozen=True)
class Change:
    """What would become of one card, or of the cover when `id` is empty. `fields` names what differs."""

    id: str
    state: State
    fields: tuple[str, ...] = ()
    behind: bool = False
    """True when the deck's card has a higher rev than the file's: somebody changed it meanwhile."""


@dataclass(frozen=True)
class Plan:
    """Everything an import could do; nothing is done yet."""

    folder: Path
    reading: Reading
    sheets: Sheets
    cover: Change
    cards: tuple[Change, ...]
    missing: tuple[str, ...]
    """Ids of the deck's cards that the file does not have."""

    @property
    def is_new(self) -> bool:
        """True when there is no deck in the folder yet."""
        return not (self.folder / COVER).exists()

    def ids(self, *states: State) -> tuple[str, ...]:
        """The cards in these states."""
        return tuple(change.id for change in self.cards if change.state in states)


@dataclass(frozen=True)
class Outcome:
    """What a choice of cards would write, and what the whole deck would have against it."""

    cover: Cover | None
    cards: tuple[Card, ...]
    findings: tuple[Finding, ...]

    @property
    def is_broken(self) -> bool:
        """True when nothing may be written."""
        return self.cover is None or any(item.is_error for item in self.findings)


def plan_of(folder: Path, reading: Reading, sheets: Sheets) -> Plan:
    """Compares the file with the deck in `folder`, as `reading` found it."""
    there = {item.card.id: item.card for item in reading.cards}
    unread = {path.stem for path in folder.glob("cards/*.yaml")} - {item.stem for item in reading.cards}
    changes = tuple(_change(item.card, there.get(item.card.id), unread) for item in sheets.cards)
    missing = tuple(sorted({*there, *unread} - {change.id for change in changes}))
    return Plan(folder, reading, sheets, _cover_change(reading.cover, sheets.cover), changes, missing)


def settle(plan: Plan, chosen: Collection[str], cover: bool) -> Outcome:
    """What writing the chosen cards gives, with the file's cover or the deck's own.

    The themes of the file that the deck lacks come along with the cards that use them.
    """
    own, there = plan.sheets.cover, plan.reading.cover
    kept, where = (own, plan.sheets.cover_source) if own and (cover or plan.is_new) else (there, None)
    if kept is None:
        file = plan.sheets.file
        return Outcome(None, (), (finding("no-cover-sheet", file),))
    items = [item for item in plan.sheets.cards if item.card.id in chosen]
    if own is not None and kept is there:
        kept = _with_themes(kept, own, {theme for item in items for theme in item.card.themes})
    old = {item.card.id: item.card for item in plan.reading.cards}
    ready = [_ready(item, old.get(item.card.id)) for item in items]
    names = {item.card.id for item in ready}
    others = [item for item in plan.reading.cards if item.card.id not in names]
    found = list(card_findings(kept, [*others, *ready]))
    if where is not None:
        found = [*cover_findings(kept, where, plan.folder.resolve().name), *found]
    count = len(others) + len(ready)
    if count > files.MAX_CARDS:
        limit = files.MAX_CARDS
        found.append(finding("too-many-files", plan.sheets.file, actual=count, limit=limit))
    before = {_name(item) for item in plan.reading.findings}
    new = tuple(in_cells(item) for item in found if _name(item) not in before)
    new += tuple(_behind(plan, chosen))
    return Outcome(kept, tuple(item.card for item in ready), new)


def write(folder: Path, outcome: Outcome) -> tuple[Path, ...]:
    """Writes the outcome into the deck's folder; the files that were written.

    Raises OSError, and then nothing has been replaced: every file is whole before the first takes its place.
    """
    if outcome.cover is None:
        return ()
    contents: dict[Path, bytes] = {}
    for card in outcome.cards:
        path = folder / "cards" / f"{card.id}.yaml"
        contents[path] = card_file(card, outcome.cover.languages, _bytes(path, folder))
    path = folder / COVER
    contents[path] = cover_file(outcome.cover, _bytes(path, folder))
    return place({path: data for path, data in contents.items() if data != _bytes(path, folder)})


def _bytes(path: Path, root: Path) -> bytes | None:
    """The file that is there; None when there is none that the deck would read."""
    found = files.read_bytes(path, root)
    return found if isinstance(found, bytes) else None


def _change(card: Card, old: Card | None, unread: Collection[str]) -> Change:
    if old is None:
        return Change(card.id, "changed", (_UNREAD,)) if card.id in unread else Change(card.id, "new")
    fields = tuple(_fields(flat_card(old), flat_card(card)))
    real = tuple(name for name in fields if name != "rev")
    if not real and card.rev <= old.rev:
        return Change(card.id, "same")
    return Change(card.id, "changed", real or fields, behind=card.rev < old.rev)


def _fields(old: Flat, new: Flat) -> Iterator[str]:
    """Names of the leaves that differ, such as `text.sv.options[2].text`."""
    for loc in dict.fromkeys([*new, *old]):
        if old.get(loc) != new.get(loc):
            yield field_path(loc)


def _cover_change(old: Cover | None, new: Cover | None) -> Change:
    if new is None:
        return Change("", "same")
    if old is None:
        return Change("", "new")
    differing = (name for name in Cover.model_fields if getattr(old, name) != getattr(new, name))
    fields = tuple(differing)
    return Change("", "changed" if fields else "same", fields)


def _with_themes(cover: Cover, own: Cover, used: Collection[str]) -> Cover:
    new = {name: words for name, words in own.themes.items() if name in used and name not in cover.themes}
    return cover.model_copy(update={"themes": {**cover.themes, **new}}) if new else cover


def raised(card: Card, old: Card) -> Card:
    """The card with a `rev` that says whether it differs from the old one; a stamp alone is no difference."""
    same = _content(card) == _content(old)
    least = old.rev if same else old.rev + 1
    return card if card.rev >= least else card.model_copy(update={"rev": least})


def _content(card: Card) -> Flat:
    return {loc: leaf for loc, leaf in flat_card(card).items() if loc != ("rev",) and loc[-1] != "of"}


def _ready(item: CardFile, old: Card | None) -> CardFile:
    return item if old is None else CardFile(raised(item.card, old), item.source, item.stem)


def _behind(plan: Plan, chosen: Collection[str]) -> Iterator[Finding]:
    """Cards that somebody changed in the deck after the file was made."""
    old = {item.card.id: item.card for item in plan.reading.cards}
    sources: dict[str, CardFile] = {item.card.id: item for item in plan.sheets.cards}
    for change in plan.cards:
        if change.behind and change.id in chosen:
            item = sources[change.id]
            theirs, ours = old[change.id].rev, item.card.rev
            yield item.source.finding("rev-behind", ("rev",), theirs=theirs, ours=ours)


def _name(found: Finding) -> tuple[str, str, str]:
    return found.file, found.field, found.code
