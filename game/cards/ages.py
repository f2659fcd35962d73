"""How old the references to laws are: somebody must see now and then that they still hold."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from game.cards.digest import text_of
from game.cards.findings import Finding, Loc
from game.cards.whole import CardFile

OLD: Final = timedelta(days=2 * 365 + 1)
AHEAD: Final = timedelta(days=1)
"""It may be tomorrow where the designer lives."""


def ref_ages(item: CardFile, languages: Iterable[str], today: date) -> Iterator[Finding]:
    """References of a card that is played or will be, checked too long ago or on a day to come."""
    if item.card.status == "retired":
        return
    for language in languages:
        text = text_of(item.card, language)
        for index, ref in enumerate(text.refs if text else ()):
            loc: Loc = ("text", language, "refs", index, "checked_on")
            if today - ref.checked_on > OLD:
                yield item.source.finding("ref-old", loc, day=ref.checked_on)
            elif ref.checked_on - today > AHEAD:
                yield item.source.finding("ref-future", loc, day=ref.checked_on)
