"""A YAML file as plain values that remember where they stood.

YAML 1.2 without its hazards: no anchors, aliases, tags, directives or second documents, no key twice, a few
levels deep. Read from ruamel.yaml's events, so nothing is built before it is judged. A date stays the text it
was written as.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, StringMark, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.nodes import ScalarNode

from game.cards.findings import TOP, Finding, Loc, Place, finding
from game.cards.syntax import explained, odd_character

Tree: TypeAlias = "str | int | float | bool | list[Tree] | dict[str, Tree] | None"

KEPT = 400
"""Files whose values are kept, a few tens of kB each."""
MAX_DEPTH = 10
MAX_FINDINGS = 50
MAX_VALUES = 1500
"""A card in twelve languages has some twelve hundred; without an end a hostile file takes seconds to read."""
_PERCENT = re.compile(r"^%", re.MULTILINE)
_TRUE = frozenset({"true", "True", "TRUE"})
# What ruamel's scanner raises besides YAMLError on hostile text, such as chr() of an escape beyond Unicode.
_FAULTS = (
    ValueError,
    ArithmeticError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    RecursionError,
)


@dataclass(frozen=True)
class Spot:
    """Where one value stands: its place, the place of the key before it, and its span in the text."""

    value: Place
    key: Place
    start: int
    end: int
    flow: bool = False
    """True for a mapping or list written in { } or [ ]."""


@dataclass(frozen=True)
class Source:
    """The values of one file and a `Spot` for each; `tree` is None when `findings` says why."""

    file: str
    text: str = ""
    tree: Tree = None
    spots: dict[Loc, Spot] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    def at(self, loc: Loc) -> Place:
        """The place of the value, or of the nearest thing round it that is there."""
        if loc in self.spots:
            return self.spots[loc].value
        return self.at_key(loc[:-1]) if loc else TOP

    def at_key(self, loc: Loc) -> Place:
        """The place of the key of the value, or of the nearest thing round it that is there."""
        while loc and loc not in self.spots:
            loc = loc[:-1]
        return self.spots[loc].key if loc in self.spots else TOP

    def finding(self, code: str, loc: Loc = (), *, on_key: bool = False, **facts: object) -> Finding:
        """A finding in this file, placed at the value or its key."""
        place = self.at_key(loc) if on_key else self.at(loc)
        return finding(code, self.file, place, loc, **facts)


@lru_cache(maxsize=KEPT)
def parse(data: bytes, file: str) -> Source:
    """The file's values and places. Never raises: what cannot be read is a finding.

    Reading YAML is what takes time in a deck (some ten ms a card), so the same bytes are read once: a deck
    that has changed in one card costs one card.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        return Source(file, findings=(finding("not-utf8", file, Place(line, column)),))
    reader = _Reader(file)
    try:
        reader.read(text)
    except _Stop:
        pass
    except MarkedYAMLError as error:
        reader.findings.append(explained(error, file, text))
    except (YAMLError, *_FAULTS) as error:
        reader.findings.append(odd_character(text, file, error))
    if reader.findings:
        return Source(file, text, None, reader.spots, tuple(reader.findings))
    if reader.tree is None:
        return Source(file, text, findings=(finding("empty-file", file),))
    return Source(file, text, reader.tree, reader.spots)


class _Stop(Exception):
    """Reading on would only repeat what is already found."""


class _Reader:
    """Builds the tree from events, one file at a time."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.tree: Tree = None
        self.spots: dict[Loc, Spot] = {}
        self.findings: list[Finding] = []
        self._yaml = YAML(typ="safe", pure=True)
        self._documents = 0
        self._whole = ""

    def read(self, text: str) -> None:
        self._whole = text
        events: Iterator[Event] = iter(self._yaml.parse(text))
        for event in events:
            if isinstance(event, DocumentStartEvent):
                self._document(event)
            elif isinstance(event, ScalarEvent | AliasEvent | MappingStartEvent | SequenceStartEvent):
                self.tree = self._value(event, events, (), None)

    def _document(self, event: DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._found("many-documents", event, ())
            raise _Stop
        # A directive of a kind that the reader does not know is passed over in silence.
        if event.version or event.tags or _PERCENT.search(self._text_before(event)):
            self._found("directive", event, ())
            raise _Stop

    def _text_before(self, event: Event) -> str:
        return self._whole[: event.start_mark.index]

    def _value(self, event: Event, events: Iterator[Event], loc: Loc, key: Place | None) -> Tree:
        self._refuse(event, loc)
        self.spots[loc] = _spot(event, key)
        if len(self.spots) > MAX_VALUES:
            self._found("too-much", event, (), limit=MAX_VALUES)
            raise _Stop
        if isinstance(event, MappingStartEvent):
            return self._mapping(events, loc)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(events, loc)
        return self._scalar(event, loc) if isinstance(event, ScalarEvent) else None

    def _refuse(self, event: Event, loc: Loc) -> None:
        if isinstance(event, AliasEvent):
            self._found("alias", event, loc)
        elif getattr(event, "anchor", None):
            self._found("anchor", event, loc)
        if getattr(event, "tag", None):
            self._found("tag", event, loc)
        if len(loc) > MAX_DEPTH:
            self._found("too-deep", event, loc[:3], limit=MAX_DEPTH)
            raise _Stop

    def _mapping(self, events: Iterator[Event], loc: Loc) -> dict[str, Tree]:
        found: dict[str, Tree] = {}
        for event in events:
            if isinstance(event, MappingEndEvent):
                break
            if not isinstance(event, ScalarEvent):
                self._found("complex-key", event, loc)
                raise _Stop
            self._refuse(event, loc)
            name = self._text(event, loc)
            place = _place(event.start_mark)
            inner = (*loc, name)
            if name in found:
                self._found("duplicate-key", event, inner, key=name, first=self.spots[inner].key.line)
                inner = (*loc, f"{name} ")  # no field ends in a space: the first one's places stay
            value = self._value(next(events), events, inner, place)
            found.setdefault(name, value)
        return found

    def _sequence(self, events: Iterator[Event], loc: Loc) -> list[Tree]:
        found: list[Tree] = []
        for event in events:
            if isinstance(event, SequenceEndEvent):
                break
            found.append(self._value(event, events, (*loc, len(found)), None))
        return found

    def _scalar(self, event: ScalarEvent, loc: Loc) -> Tree:
        text = self._text(event, loc)
        if not event.implicit[0]:
            return text
        tag = str(self._yaml.resolver.resolve(ScalarNode, text, (True, False)))
        return _plain(text, tag.rpartition(":")[2])

    def _text(self, event: ScalarEvent, loc: Loc) -> str:
        text = unicodedata.normalize("NFC", str(event.value))
        if any(unicodedata.category(letter) in {"Cc", "Cs"} and letter not in "\n\t" for letter in text):
            self._found("bad-character", event, loc)
            return ""
        return text

    def _found(self, code: str, event: Event, loc: Loc, **facts: object) -> None:
        self.findings.append(finding(code, self.file, _place(event.start_mark), loc, **facts))
        if len(self.findings) >= MAX_FINDINGS:
            raise _Stop


def _plain(text: str, tag: str) -> Tree:
    """An unquoted value; a number that Python cannot hold stays text, and so does a date."""
    if tag == "null":
        return None
    if tag == "bool":
        return text in _TRUE
    try:
        if tag == "int":
            return int(text.replace("_", ""), 10)
        if tag == "float":
            return float(text.replace("_", ""))
    except ValueError:
        return text
    return text


def _spot(event: Event, key: Place | None) -> Spot:
    """A block of fields or items, and a value left empty, stand at their key."""
    start, end = event.start_mark.index, event.end_mark.index
    flow = bool(getattr(event, "flow_style", False))
    block = isinstance(event, MappingStartEvent | SequenceStartEvent) and not flow
    place = _place(event.start_mark)
    return Spot(key if key and (block or start == end) else place, key or place, start, end, flow)


def _place(mark: StringMark) -> Place:
    return Place(mark.line + 1, mark.column + 1)
