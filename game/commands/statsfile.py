"""The figures of a deck for programs: records for JSON, and CSV."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from game.cards.tables.cells import guarded
from game.cards.tables.commas import write_csv
from game.commands.statstable import NOTED, VERDICTS, Row
from game.rules.insight import K_SEATS, K_TABLES, Figures, verdict
from game.rules.insight.verdict import spread
from game.words import Tongue

_COLUMNS: Final = {
    "card": ("kort", "card"),
    "title": ("titel", "title"),
    "rev": ("rev", "rev"),
    "notes": ("anmärkning", "note"),
    "kind": ("sort", "kind"),
    "verdict": ("omdöme", "verdict"),
    "rooms": ("rum", "rooms"),
    "tables": ("bord", "tables"),
    "seats": ("platser", "seats"),
    "swaps": ("byten", "swaps"),
    "timeouts": ("time-out", "time-outs"),
    "pass_percent": ("pass, %", "passes, %"),
    "minutes": ("minuter", "minutes"),
    "own_before": ("eget före", "own before"),
    "own_after": ("eget efter", "own after"),
    "changed": ("ändrade sig", "changed"),
    "paired": ("av", "of"),
}
_SIDES: Final = {"before": ("före", "before"), "after": ("efter", "after")}


def as_records(rows: Iterable[Row]) -> dict[str, Any]:
    """What JSON tells; a number that fewer than k are behind is null."""
    return {"k_seats": K_SEATS, "k_tables": K_TABLES, "cards": [_record(row) for row in rows]}


def as_csv(rows: Sequence[Row], language: Tongue) -> bytes:
    """One line per card, its answers in columns of their own; as Excel reads it in that language."""
    at = 1 if language == "en" else 0
    records = [_record(row) for row in rows]
    most = max((len(votes["choices"]) for record in records if (votes := record["votes"])), default=0)
    heads = [names[at] for names in _COLUMNS.values()]
    heads += [f"{names[at]} {n}" for names in _SIDES.values() for n in range(1, most + 1)]
    lines = []
    for record in records:
        votes = record["votes"] or {}
        told = {
            **votes,
            **record,
            "notes": ", ".join(NOTED[note][at] for note in record["notes"]),
            "verdict": VERDICTS[record["verdict"]][at],
        }
        counts = [[*votes.get(side, ()), *[None] * most][:most] for side in _SIDES]
        values = [*(told.get(name) for name in _COLUMNS), *(n for side in counts for n in side)]
        lines.append([_cell(value, language) for value in values])
    return write_csv([heads, *lines], plain=language == "en")


def _cell(value: object, language: Tongue) -> str:
    """A cell as text; one that begins as a formula does is told to be none."""
    if value is None:
        return ""
    if isinstance(value, float):
        return str(value).replace(".", "," if language == "sv" else ".")
    return guarded(value, numbers=False) if isinstance(value, str) else str(value)


def _record(row: Row) -> dict[str, Any]:
    figures, votes = row.figures, row.figures.votes
    laid = figures.lays > 0
    record: dict[str, Any] = {
        "card": figures.edition.card,
        "title": row.title,
        "rev": figures.edition.rev,
        "text": figures.edition.text,
        "kind": figures.kind,
        "verdict": verdict(figures),
        "notes": list(row.notes),
        "votes": None,
    }
    for name in ("rooms", "tables", "seats", "swaps", "timeouts"):
        record[name] = getattr(figures, name) if laid else None
    # A share, no number: beside the votes, which wait for lots of their own, a number would tell of a few.
    record["pass_percent"] = round(100 * figures.passed / figures.asked) if figures.asked else None
    record["minutes"] = figures.minutes
    if votes is not None:
        record["votes"] = _votes(figures)
    return record


def _votes(figures: Figures) -> dict[str, Any]:
    votes = figures.votes
    assert votes is not None
    told: dict[str, Any] = {
        "rooms": votes.rooms,
        "tables": votes.tables,
        "seats": votes.seats,
        "choices": list(figures.choices),
        "before": list(votes.before),
        "after": list(votes.after),
        "own_before": votes.own_before,
        "own_after": votes.own_after,
        "changed": votes.changed if votes.paired else None,
        "paired": votes.paired or None,
    }
    if figures.kind == "scale":
        told["spread_before"], told["spread_after"] = list(spread(votes.before)), list(spread(votes.after))
    if votes.places_before:
        told["places_before"] = [round(place, 2) for place in votes.places_before]
    if votes.places_after:
        told["places_after"] = [round(place, 2) for place in votes.places_after]
    return told
