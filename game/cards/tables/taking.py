"""A translator's work list comes back, whole or partly: what is filled in is kept, the rest is counted.

A card is written when all its texts are there in the language; texts of other cards wait in the deck's own
list (`begun`). A language that the deck does not have is added when every text is there, because a deck with
half a language cannot be played. A translation is current when it was missing and is filled in, or was
changed, or somebody wrote that it is done; the card's stamp says so text by text.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

from game.cards.current import current_in, is_current, partly_from
from game.cards.digest import text_of
from game.cards.drafts import set_aside
from game.cards.findings import Finding, Loc, Place, finding
from game.cards.format import Card, Cover
from game.cards.load import COVER, Reading
from game.cards.mistakes import mistakes
from game.cards.tables.begun import as_list, begun, list_of
from game.cards.tables.flat import Flat, flat_card, tree_of
from game.cards.tables.grid import Table, source
from game.cards.tables.merge import Outcome, raised, write
from game.cards.tables.returned import Rows, after, rows_in, still_left, too_long
from game.cards.tables.worklist import Job, jobs
from game.cards.whole import CardFile, card_findings, cover_findings

_CARD: Final[TypeAdapter[Card]] = TypeAdapter(Card)


@dataclass(frozen=True)
class Taken:
    """What the list gives: the outcome to write, which cards were translated and which are current now, and
    the texts that wait; `left` of all `total` texts are missing or outdated still.
    """

    outcome: Outcome
    written: tuple[str, ...] = ()
    stamped: tuple[str, ...] = ()
    waiting: tuple[Job, ...] = ()
    left: int = 0
    total: int = 0
    refused: int = 0
    """Rows that were filled in and not taken, because the deck has changed since the list was made."""


def take(reading: Reading, table: Table, language: str, older: bool = False) -> Taken:
    """What the work list in this table makes of the deck. `reading` must have a cover; nothing is written.

    Where the deck's translation has changed since the list was made, the deck's is kept unless `older`.
    """
    cover = reading.cover
    assert cover is not None
    found = list(table.findings)
    if any(item.is_error for item in found):
        return Taken(Outcome(None, (), tuple(found)))
    there = jobs(reading, language, begun(reading.path, cover.source, language))
    rows = rows_in(table, there, cover.source, language, older)
    if rows is None:
        refused = finding("no-work-sheet", table.file, language=language)
        return Taken(Outcome(None, (), (*found, refused)))
    work = tuple(after(job, rows) for job in there)
    missing = [job for job in work if job.translation is None]
    found += [*rows.findings, *too_long(work, rows), *still_left(work, rows)]
    whole = language in cover.languages or not missing
    cards, wrong = _cards(reading, work, rows, cover.source, language) if whole else ([], [])
    found += wrong
    new_cover = _cover(cover, work, language) if whole else cover
    if whole:
        found += _deck(reading, new_cover, cards, found, rows)
    lacking = {job.card for job in missing} - {COVER} if whole else {job.card for job in work}
    own = {(job.card, job.path): (job.translation, job.state) for job in jobs(reading, language)}
    waiting = tuple(
        job
        for job in work
        if job.card in lacking
        and (job.state == "current" or job.once is not None)
        and (job.translation, job.state) != own[job.card, job.path]
    )
    outdated = {job.card for job in work if job.state != "current"}
    return Taken(
        Outcome(new_cover, tuple(item.card for item in cards), tuple(found)),
        tuple(item.card.id for item in cards),
        tuple(item.card.id for item in cards if item.card.id not in outdated),
        waiting,
        sum(job.state != "current" for job in work),
        len(work),
        len(rows.newer) + sum(item.code == "source-changed" for item in rows.findings),
    )


def write_taken(deck: Path, taken: Taken, origin: str, language: str) -> tuple[Path, ...]:
    """Writes the cards, the cover and the list of what waits; the files that were written.

    Raises OSError, and then nothing has been replaced.
    """
    path = list_of(deck, language)
    also = {path: as_list(taken.waiting, origin, language)} if taken.waiting else {}
    files = write(deck, taken.outcome, also)
    if not taken.waiting:
        path.unlink(missing_ok=True)
        if path.parent.is_dir() and not any(path.parent.iterdir()):
            path.parent.rmdir()
    return files


def _cards(
    reading: Reading, every: tuple[Job, ...], rows: Rows, origin: str, language: str
) -> tuple[list[CardFile], list[Finding]]:
    """The cards that have all their texts and differ from the deck's, and what is wrong with them."""
    cards: list[CardFile] = []
    found: list[Finding] = []
    for item in reading.cards:
        work = [job for job in every if job.card == item.card.id]
        if work and all(job.translation is not None for job in work):
            card, wrong = _card(item.card, work, rows, origin, language)
            found += wrong
            cards += [card] if card is not None else []
    return cards, found


def _card(
    card: Card, work: list[Job], rows: Rows, origin: str, language: str
) -> tuple[CardFile | None, list[Finding]]:
    text, text_before = text_of(card, origin), text_of(card, language)
    assert text is not None
    texts: Flat = {job.path: job.translation for job in work if job.translation is not None}
    current = {job.path for job in work if job.state == "current"}
    of = text_before.of if text_before else ""
    flat = _without_old(flat_card(card), work, origin, language)
    flat |= {("text", language, *path): leaf for path, leaf in texts.items()}
    stamp = partly_from(of, text, current)
    if current != current_in(of, text) or (is_current(stamp, text) and not is_current(of, text)):
        flat["text", language, "of"] = stamp
    places: dict[Loc, Place] = {
        ("text", language, *path): entry.place
        for (name, path), entry in rows.entries.items()
        if name == card.id
    }
    there = source(rows.grid.file, tree_of(flat), places)
    try:
        new = _CARD.validate_python(there.tree)
    except ValidationError as error:
        # What is too long has been found already, in cards that are not whole too.
        return None, [item for item in mistakes(error, there) if item.code != "too-long"]
    if new == card:
        return None, []
    return CardFile(raised(new, flat_card(card)), there, card.id), []


def _without_old(flat: Flat, work: list[Job], origin: str, language: str) -> Flat:
    """The card's leaves without translations of what the source text no longer has."""
    there = {("text", language, *job.path) for job in work}
    kept: Flat = {}
    for loc, leaf in flat.items():
        is_translation = loc[:2] == ("text", language)
        if not is_translation or loc in there or (len(loc) == 3 and loc[2] != "twist"):
            kept[loc] = leaf
    for loc, leaf in flat.items():
        if loc[:2] == ("text", origin) and loc[-1] == "checked_on":
            kept["text", language, *loc[2:]] = leaf
    return kept


def _cover(cover: Cover, work: tuple[Job, ...], language: str) -> Cover:
    """The cover with the language and its texts."""
    words = {job.path: job.translation for job in work if job.card == COVER and job.translation is not None}
    update: dict[str, object] = {
        name: {**getattr(cover, name), language: words[name,]}
        for name in ("title", "description", "facilitator")
        if (name,) in words
    }
    update["themes"] = {
        theme: {**there, language: words["themes", theme]} if ("themes", theme) in words else there
        for theme, there in cover.themes.items()
    }
    if language not in cover.languages:
        update["languages"] = (*cover.languages, language)
    return cover.model_copy(update=update)


def _deck(
    reading: Reading, cover: Cover, cards: list[CardFile], known: list[Finding], rows: Rows
) -> list[Finding]:
    """What the new cover and the deck as a whole have against it that the deck has not had before."""
    assert reading.cover is not None
    places: dict[Loc, Place] = {
        (*path, rows.language): entry.place for (card, path), entry in rows.entries.items() if card == COVER
    }
    there = source(rows.grid.file, None, places)
    if any(item.is_error for item in known):
        return []
    names = {item.card.id for item in cards}
    every = [*(item for item in reading.cards if item.card.id not in names), *cards]
    found = [
        *cover_findings(cover, there, reading.cover.slug),
        *set_aside(every, card_findings(cover, every))[1],
    ]
    before = {(item.file, item.field, item.code) for item in reading.findings}
    return [item for item in found if (item.file, item.field, item.code) not in before]
