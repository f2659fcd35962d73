"""The figures of a deck as people read them; `statsfile` tells them to programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from game.cards.digest import text_of
from game.cards.editions import edition_of
from game.cards.format import Card, Deck
from game.rules.insight import Edition, Figures, Verdict, Votes, in_need_first, verdict
from game.rules.insight.verdict import spread
from game.words import Tongue

VERDICTS: Final[Mapping[Verdict, tuple[str, str, str]]] = {
    "hot": ("för het", "too hot", "bold red"),
    "agree": ("alla överens", "everyone agrees", "yellow"),
    "splits": ("delar bra", "splits well", "green"),
    "talk": ("samtal utan röst", "talk without a vote", ""),
    "few": ("för få än", "too few yet", "dim"),
}
"""(Swedish, English, style)"""
NOTED: Final = {"older": ("äldre", "older"), "changed": ("ändrad utan ny rev", "changed without a new rev")}
_HEADS: Final = (
    ("kort", "card"),
    ("omdöme", "verdict"),
    ("underlag", "basis"),
    ("före %\nefter %", "before %\nafter %"),
    ("skift", "shift"),
    ("eget", "own"),
    ("pass", "pass"),
    ("byten/\nt-out", "swaps/\nt-out"),
    ("min", "min"),
)
_WIDTHS: Final = (16, 8, 8, 15, 5, 4, 4, 6, 3)
"""Letters that a column has at least: together with what lies between them they fill a terminal of 80."""
_NUMBERS: Final = frozenset(range(4, 9))
"""The columns that are set to the right."""


@dataclass(frozen=True, slots=True)
class Row:
    """One edition of a card, with its title and what is odd about it."""

    figures: Figures
    title: str
    notes: tuple[str, ...]
    """Of "older" (not in this deck) and "changed" (the same rev has been played with another text)."""


def rows_of(deck: Deck, figures: Iterable[Figures], language: str) -> list[Row]:
    """What wants a look first. Every card of the deck is there, and of others those that can be told of."""
    known = {one.edition: one for one in figures}
    dealt = [card for card in deck.cards if _is_dealt(card)]
    current = {edition: card for card in dealt if (edition := edition_of(deck, card))}
    told = [one for one in known.values() if one.edition in current or one.lays or one.votes]
    told += [_nothing(edition, card) for edition, card in current.items() if edition not in known]
    titles = {f"{deck.slug}/{card.id}": _title(deck, card, language) for card in deck.cards}
    twice = _same_rev(one.edition for one in told)
    return [
        Row(
            one,
            titles.get(one.edition.card, one.edition.card.partition("/")[2]),
            (
                *(() if one.edition in current else ("older",)),
                *(("changed",) if one.edition in twice else ()),
            ),
        )
        for one in in_need_first(told)
    ]


def table_of(deck: Deck, rows: Sequence[Row], language: Tongue) -> Table:
    """One row per card that is told of; shares in the order of the card's answers, after the talk on a line
    of their own.
    """
    at = _index(language)
    table = Table(
        title=_title_of(deck, language),
        box=box.SIMPLE_HEAD,
        show_edge=False,
        padding=0,
        title_justify="left",
    )
    for number, (head, width) in enumerate(zip(_HEADS, _WIDTHS, strict=True)):
        side: Literal["left", "right"] = "right" if number in _NUMBERS else "left"
        table.add_column(head[at], overflow="fold", justify=side, min_width=width, no_wrap=number in _NUMBERS)
    for row in filter(_is_told, rows):
        cells: list[RenderableType] = [Text(cell) for cell in _cells(row, language)]
        word = verdict(row.figures)
        cells[1] = Text(VERDICTS[word][at], style=VERDICTS[word][2])
        table.add_row(*cells)
    return table


def untold(rows: Sequence[Row], language: Tongue) -> str:
    """The cards that nothing can be told of yet, in one paragraph; empty when there are none."""
    names = [_named(row, language) for row in rows if not _is_told(row)]
    word = VERDICTS["few"][_index(language)]
    return f"{word[0].upper()}{word[1:]} ({len(names)}): {' · '.join(names)}" if names else ""


def _is_told(row: Row) -> bool:
    return row.figures.lays > 0 or row.figures.votes is not None


def _named(row: Row, language: Tongue) -> str:
    """The title, and what is odd about this edition of it."""
    at, rev = _index(language), row.figures.edition.rev
    odd = [f"rev {rev}"] if rev > 1 or row.notes else []
    odd += [NOTED[note][at] for note in row.notes]
    return f"{row.title} ({', '.join(odd)})" if odd else row.title


def _is_dealt(card: Card) -> bool:
    """Whether it can lie on a table: twists and pledge starters never do, nor what is not played."""
    return card.status == "reviewed" and card.kind not in ("twist", "pledge")


def _nothing(edition: Edition, card: Card) -> Figures:
    voted = card.kind in ("dilemma", "mirror", "scale", "ranking")
    return Figures(edition, card.kind, ("?",) if voted else ())


def _same_rev(editions: Iterable[Edition]) -> frozenset[Edition]:
    listed = sorted(editions)
    alike = [(one, two) for one, two in pairwise(listed) if (one.card, one.rev) == (two.card, two.rev)]
    return frozenset(edition for pair in alike for edition in pair)


def _title(deck: Deck, card: Card, language: str) -> str:
    text = text_of(card, language) or text_of(card, deck.source)
    return text.title if text else card.id


def _title_of(deck: Deck, language: str) -> str:
    return f"{deck.title.get(language) or deck.title.get(deck.source) or deck.slug} {deck.version}"


def _index(language: Tongue) -> int:
    return 1 if language == "en" else 0


def _cells(row: Row, language: Tongue) -> list[str]:
    figures, votes, at = row.figures, row.figures.votes, _index(language)
    told = figures.lays > 0
    return [
        _named(row, language),
        VERDICTS[verdict(figures)][at],
        f"{figures.rooms}/{figures.tables}/{figures.seats}" if told else "–",
        _told(figures, votes, language) if votes else "–",
        f"{votes.changed}/{votes.paired}" if votes and votes.paired else "–",
        f"{votes.own_before}→{votes.own_after}" if votes and figures.kind == "dilemma" else "–",
        f"{_percent(figures.passed, figures.asked)} %" if figures.asked else "–",
        f"{figures.swaps}/{figures.timeouts}" if told else "–",
        "–" if figures.minutes is None else _decimal(figures.minutes, language),
    ]


def _told(figures: Figures, votes: Votes, language: Tongue) -> str:
    """Shares of the answers; of a scale the middle and the quarters; of a ranking the mean places too."""
    if figures.kind == "scale":
        return "\n".join("{1} ({0}–{2})".format(*spread(counts)) for counts in (votes.before, votes.after))
    sides = (
        (votes.before, votes.own_before, votes.places_before),
        (votes.after, votes.own_after, votes.places_after),
    )
    return "\n".join(_shares(figures.choices, *side, language) for side in sides)


def _shares(
    choices: Sequence[str], counts: Sequence[int], own: int, places: Sequence[float], language: Tongue
) -> str:
    means = [f"({_decimal(place, language)})" for place in places] or [""] * len(choices)
    cast = sum(counts) + own
    told = zip(choices, counts, means, strict=True)
    return " ".join(f"{choice.upper()}{_percent(n, cast)}{mean}" for choice, n, mean in told)


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0


def _decimal(number: float, language: Tongue) -> str:
    return f"{number:.1f}".replace(".", "," if language == "sv" else ".")
