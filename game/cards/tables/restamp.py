"""What a translation was made from, when its source text is changed in a sheet.

Before the change it may be known that a translation is current: then only the texts that were changed are
outdated afterwards, and of those only the ones whose translation was not changed beside them.
"""

from game.cards.current import current_in, partly_from, translated
from game.cards.digest import text_of
from game.cards.format import Card


def restamped(card: Card, old: Card | None, source: str) -> Card:
    """The card with stamps that say which of its translations are current still."""
    origin, before = text_of(card, source), text_of(old, source) if old else None
    if old is None or origin is None or before is None or translated(origin) == translated(before):
        return card
    there, was = translated(origin), translated(before)
    texts = dict(card.text)
    for language in card.text:
        text, once = text_of(card, language), text_of(old, language)
        if language == source or text is None or once is None or not once.of or text.of != once.of:
            continue
        ours, theirs = translated(text), translated(once)
        same = {loc for loc in current_in(once.of, before) if there.get(loc) == was[loc]}
        beside = {
            loc
            for loc in there
            if there[loc] != was.get(loc) and loc in ours and ours[loc] != theirs.get(loc)
        }
        texts[language] = text.model_copy(update={"of": partly_from(once.of, origin, same | beside)})
    return card.model_copy(update={"text": texts})
