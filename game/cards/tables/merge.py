"""What an import would do to a deck, card by card, and doing it.

A card that is not in the file is never touched. A card whose content changes gets a higher `rev`, because the
check asks for one (`changes.py`): the file's own when it is higher than the deck's, else the deck's plus one.
"""

import os.path
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Final

from game.cards import files
from game.cards.advice import card_advice
from game.cards.drafts import set_aside
from game.cards.findings import Finding, finding
from game.cards.format import Card, Cover
from game.cards.load import COVER, Reading
from game.cards.near import slug_of
from game.cards.odd import odd_in
from game.cards.placing import place
from game.cards.source import Source
from game.cards.tables.comparing import Change, State, compared, cover_compared, rev_of
from game.cards.tables.deckrows import flats
from game.cards.tables.flat import Flat, flat_card, tree_of
from game.cards.tables.reading import Sheets, Unfinished
from game.cards.tables.restamp import restamped
from game.cards.whole import CardFile, card_findings, cover_findings
from game.cards.writer import card_file, cover_file, draft_file

_LATER: Final = frozenset({"draft", "stale", "no-hash"})
"""Advice of the check that is about work which comes after the sheet."""


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
        return not os.path.lexists(self.folder / COVER)

    def ids(self, *states: State) -> tuple[str, ...]:
        """The cards in these states."""
        return tuple(change.id for change in self.cards if change.state in states)


@dataclass(frozen=True)
class Outcome:
    """What a choice of cards would write, and what the whole deck would have against it."""

    cover: Cover | None
    cards: tuple[Card, ...]
    findings: tuple[Finding, ...]
    drafts: tuple[Flat, ...] = ()
    """The drafts that are not finished."""

    @property
    def is_broken(self) -> bool:
        """True when nothing may be written."""
        return self.cover is None or any(item.is_error for item in self.findings)


def plan_of(folder: Path, reading: Reading, sheets: Sheets) -> Plan:
    """Compares the file with the deck in `folder`, as `reading` found it."""
    there = flats(reading)
    unread = {path.stem for path in folder.glob("cards/*.yaml")} - set(there)
    new = {item.card.id: flat_card(item.card) for item in sheets.cards}
    new |= {item.id: item.flat for item in sheets.drafts}
    changes = tuple(
        compared(name, flat, there.get(name), unread, name in sheets.undated) for name, flat in new.items()
    )
    missing = tuple(sorted({*there, *unread} - set(new)))
    sheets = _named_after(folder.resolve().name, sheets)
    return Plan(folder, reading, sheets, cover_compared(reading.cover, sheets.cover), changes, missing)


def _named_after(folder: str, sheets: Sheets) -> Sheets:
    """The sheets with the folder's name for the deck, when that can be a deck's."""
    if sheets.cover is None or slug_of(folder) != folder:
        return sheets
    return replace(sheets, cover=sheets.cover.model_copy(update={"slug": folder}))


def settle(plan: Plan, chosen: Collection[str], cover: bool) -> Outcome:
    """What writing the chosen cards gives, with the file's cover or the deck's own.

    The themes of the file that the deck lacks come along with the cards that use them.
    """
    own, there = plan.sheets.cover, plan.reading.cover
    kept, where = (own, plan.sheets.cover_source) if own and (cover or plan.is_new) else (there, None)
    if kept is None:
        file = PurePosixPath(plan.sheets.file)
        if file.suffix.lower() in (".xlsx", ".xltx"):
            return Outcome(None, (), (finding("no-cover-sheet", plan.sheets.file),))
        name = str(file.with_suffix(".xlsx"))
        book = f'"{name}"' if " " in name else name
        return Outcome(None, (), (finding("no-cover-csv", plan.sheets.file, book=book),))
    items = [item for item in plan.sheets.cards if item.card.id in chosen]
    begun = [item for item in plan.sheets.drafts if item.id in chosen]
    if own is not None and kept is there:
        kept = _with_themes(kept, own, _themes(items, begun))
    old = flats(plan.reading)
    cards = {item.card.id: item.card for item in plan.reading.cards}
    ready = [
        CardFile(
            raised(restamped(item.card, cards.get(item.card.id), kept.source), old.get(item.card.id)),
            item.source,
            item.stem,
        )
        for item in items
    ]
    drafts = tuple(_raised(item.flat, old.get(item.id)) for item in begun)
    names = {item.card.id for item in ready} | {item.id for item in begun}
    others = [item for item in plan.reading.cards if item.card.id not in names]
    every = [*others, *ready]
    found = set_aside(every, card_findings(kept, every))[1]
    own_files = {item.source.file for item in ready}
    found += [item for item in odd_in(every) if item.file in own_files]
    pictures = {PurePosixPath(name).stem: PurePosixPath(name).name for name in plan.reading.pictures}
    for item in ready:
        image = pictures.get(item.card.id, "")
        advice = card_advice(item, kept.source, kept.languages, image)
        found += [one for one in advice if one.code not in _LATER]
    if where is not None:
        folder = plan.folder.resolve().name
        found = [*cover_findings(kept, where, folder), *found]
        written = where.tree.get("slug") if isinstance(where.tree, dict) else None
        if written != kept.slug:
            found.append(where.finding("slug-of-folder", ("slug",), slug=written, folder=kept.slug))
    count = len(others) + len(ready) + len(drafts)
    if count > files.MAX_CARDS:
        limit = files.MAX_CARDS
        found.append(finding("too-many-files", plan.sheets.file, actual=count, limit=limit))
    before = {_name(item) for item in plan.reading.findings}
    new = tuple(item for item in found if _name(item) not in before)
    new += tuple(_behind(plan, chosen, old))
    return Outcome(kept, tuple(item.card for item in ready), new, drafts)


def revised(plan: Plan, outcome: Outcome) -> set[str]:
    """Ids of the outcome's cards and drafts that the deck had with another rev."""
    new = {card.id: card.rev for card in outcome.cards}
    new |= {str(flat["id",]): rev_of(flat) for flat in outcome.drafts}
    old = flats(plan.reading)
    return {name for name, rev in new.items() if name in old and rev_of(old[name]) != rev}


def completed(plan: Plan, outcome: Outcome) -> set[str]:
    """Ids of cards that were drafts in the deck, and now lack nothing or are drafts no longer."""
    there = flats(plan.reading)
    whole = {item.card.id: item.card.status for item in plan.reading.cards}
    return {
        card.id
        for card in outcome.cards
        if card.id in there
        and (card.id not in whole or (whole[card.id] == "draft" and card.status != "draft"))
    }


def write(folder: Path, outcome: Outcome, also: Mapping[Path, bytes] | None = None) -> tuple[Path, ...]:
    """Writes the outcome into the deck's folder, and other files together with it; those that were written.

    Raises OSError, and then nothing has been replaced: every file is whole before the first takes its place.
    """
    if outcome.cover is None:
        return ()
    contents: dict[Path, bytes] = dict(also or {})
    languages = outcome.cover.languages
    for card in outcome.cards:
        path = folder / "cards" / f"{card.id}.yaml"
        contents[path] = card_file(card, languages, _bytes(path, folder))
    for flat in outcome.drafts:
        path = folder / "cards" / f"{flat['id',]}.yaml"
        contents[path] = draft_file(tree_of(flat), languages, _bytes(path, folder))
    path = folder / COVER
    contents[path] = cover_file(outcome.cover, _bytes(path, folder))
    return place({path: data for path, data in contents.items() if data != _bytes(path, folder)})


def _bytes(path: Path, root: Path) -> bytes | None:
    """The file that is there; None when there is none that the deck would read."""
    found = files.read_bytes(path, root)
    return found if isinstance(found, bytes) else None


def _themes(items: list[CardFile], begun: list[Unfinished]) -> set[str]:
    used = {theme for item in items for theme in item.card.themes}
    for item in begun:
        words = item.flat.get(("themes",), ())
        used |= set(words) if isinstance(words, tuple) else set()
    return used


def _with_themes(cover: Cover, own: Cover, used: Collection[str]) -> Cover:
    new = {name: words for name, words in own.themes.items() if name in used and name not in cover.themes}
    return cover.model_copy(update={"themes": {**cover.themes, **new}}) if new else cover


def raised(card: Card, old: Flat | None) -> Card:
    """The card with a `rev` that says whether it differs from the old one; a stamp alone is no difference."""
    least = rev_of(_raised(flat_card(card), old))
    return card if card.rev == least else card.model_copy(update={"rev": least})


def _raised(flat: Flat, old: Flat | None) -> Flat:
    if old is None:
        return flat
    least = rev_of(old) if _content(flat) == _content(old) else rev_of(old) + 1
    return {**flat, ("rev",): max(rev_of(flat), least)}


def _content(flat: Flat) -> Flat:
    return {loc: leaf for loc, leaf in flat.items() if loc != ("rev",) and loc[-1] != "of"}


def _behind(plan: Plan, chosen: Collection[str], old: dict[str, Flat]) -> Iterator[Finding]:
    """Cards that somebody changed in the deck after the file was made."""
    sources: dict[str, tuple[Source, int]] = {
        item.card.id: (item.source, item.card.rev) for item in plan.sheets.cards
    }
    sources |= {item.id: (item.source, rev_of(item.flat)) for item in plan.sheets.drafts}
    for change in plan.cards:
        if change.behind and change.id in chosen:
            where, ours = sources[change.id]
            theirs = rev_of(old[change.id])
            code = "rev-behind" if ours < theirs else "rev-unknown"
            yield where.finding(code, ("rev",), theirs=theirs, ours=ours)


def _name(found: Finding) -> tuple[str, str, str]:
    return found.file, found.field, found.code
