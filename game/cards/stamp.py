"""Marks every translation as made from today's source text.

Only the value of `of` is written, in place, so comments, quotes, folding and line ends stay as the author
left them.
"""

from pathlib import Path

from game.cards.current import made_from
from game.cards.digest import text_of
from game.cards.files import shown
from game.cards.findings import Finding, finding
from game.cards.load import read_deck
from game.cards.source import Source, Tree, parse
from game.cards.whole import CardFile
from game.cards.wholefile import write_whole

_BOM = b"\xef\xbb\xbf"


def stamp(path: Path) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """The card files that were rewritten, and the deck's findings from before.

    Cards that could not be read are left alone, and so is the whole deck when its cover could not. Each file
    is replaced at once or not at all. Raises OSError when a file cannot be written.
    """
    reading = read_deck(path)
    if path.is_file():
        return (), (finding("zip-stamp", shown(path)),)
    if reading.cover is None:
        return (), reading.findings
    written = []
    for item in reading.cards:
        file = path / "cards" / f"{item.stem}.yaml"
        before = file.read_bytes()
        after = stamped(before, item, reading.cover.source)
        if after != before:
            write_whole(file, after)
            written.append(file)
    return tuple(written), reading.findings


def stamped(data: bytes, item: CardFile, source: str) -> bytes:
    """The card's file with current hashes; unchanged when it has no text in the source language."""
    origin = text_of(item.card, source)
    if origin is None:
        return data
    current = made_from(origin)
    text = item.source.text
    edits = [
        _edit(item.source, language, current, "\r\n" if "\r\n" in text else "\n")
        for language in item.card.text
        if language != source and getattr(text_of(item.card, language), "of", "") != current
    ]
    for start, end, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[end:]
    after = (_BOM if data.startswith(_BOM) else b"") + text.encode()
    return after if _means(after, item, source, current) else data


def _edit(source: Source, language: str, current: str, newline: str) -> tuple[int, int, str]:
    """The span to replace and the words to put there: quoted, as twelve digits would read as a number."""
    spot = source.spots.get(("text", language, "of"))
    if spot is not None:
        return spot.start, spot.end, f'"{current}"'
    mapping = source.spots["text", language]
    if mapping.flow:
        return mapping.start + 1, mapping.start + 1, f'of: "{current}", '
    indent = " " * (mapping.start - source.text.rfind("\n", 0, mapping.start) - 1)
    return mapping.start, mapping.start, f'of: "{current}"{newline}{indent}'


def _means(after: bytes, item: CardFile, source: str, current: str) -> bool:
    """True when the new bytes hold the old values and the new hashes: an odd layout is not guessed at."""
    old, new = item.source.tree, parse(after, item.source.file).tree
    return _with_hashes(old, source, current) == new


def _with_hashes(tree: Tree, source: str, current: str) -> Tree:
    if not isinstance(tree, dict) or not isinstance(texts := tree["text"], dict):
        return tree
    renewed: dict[str, Tree] = {
        language: {**text, "of": current} if isinstance(text, dict) and language != source else text
        for language, text in texts.items()
    }
    return {**tree, "text": renewed}
