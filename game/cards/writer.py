"""Cards and covers as YAML, written the way the shipped decks are.

Long texts are folded at 120 columns, spoken lines stand in quotation marks, short lists on one line, and the
fields in the order of the format. A file that is there already is changed only where a value has changed, so
its comments, quotes and line breaks stay. Whatever is written is read again first: a layout that would not
give the same card back is written in another, safer one.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from io import StringIO
from typing import Any, Final, TypeAlias, cast

from pydantic import TypeAdapter, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, FoldedScalarString

from game.cards.format import Card, Cover
from game.cards.source import Tree, parse
from game.cards.tables.flat import flat_draft, tree_of

WIDTH: Final = 120
Read: TypeAlias = Callable[[bytes], Mapping[str, Any]]
"""What a file says, defaults filled in where it is whole."""
_CARD: Final[TypeAdapter[Card]] = TypeAdapter(Card)

_CARD_ORDER: Final = (
    "id", "rev", "status", "kind", "themes", "setting", "channel", "roles", "heat", "minutes", "practice",
    "text",
)  # fmt: skip
_TEXT_ORDER: Final = (
    "of", "title", "when", "then", "situation", "low", "high", "options", "steps", "questions", "twist",
    "perspective", "prevent", "facilitator", "read_aloud", "warn", "alt", "refs",
)  # fmt: skip
_COVER_ORDER: Final = (
    "slug", "version", "source", "languages", "licence", "authors", "title", "description", "themes",
    "facilitator",
)  # fmt: skip
_FOLDED: Final = frozenset({"situation", "perspective", "facilitator", "read_aloud", "description"})
_PLAIN: Final = frozenset({"title", "low", "high", "when", "then", "label", "paragraph"})
_SAFE_PLAIN: Final = re.compile(r"[^\W\d_](?:[\w ,.()!?/’”“–…-]|:(?=\d))*[\w.!?)…”’]|[^\W\d_]+")
_WORD_VALUES: Final = re.compile(r"(?i)true|false|null|yes|no|on|off|y|n|nan|inf")
_UNFOLDABLE: Final = re.compile(
    r"[\t\x07\x85\u2028\u2029\ufeff]|^[ \xa0]|[ \xa0]$|(?<=\n)\s|\s(?=\n)", re.MULTILINE
)


def card_file(card: Card, languages: Sequence[str], before: bytes | None = None) -> bytes:
    """The card's file, its languages in this order; `before` is the file that is there, if any."""

    def read(data: bytes) -> Mapping[str, Any]:
        return _CARD.validate_python(parse(data, "").tree).model_dump()

    values = _lean(card.model_dump(exclude_defaults=True)) | {"heat": card.heat, "minutes": card.minutes}
    return _file(card.model_dump(), lambda quoted: _card(values, languages, quoted), read, before)


def draft_file(tree: Mapping[str, Tree], languages: Sequence[str], before: bytes | None = None) -> bytes:
    """The same for a draft that is not finished; `tree` has what `flat_draft` can flatten."""

    def read(data: bytes) -> Mapping[str, Any]:
        return tree_of(flat_draft(parse(data, "").tree) or {})

    return _file(tree, lambda quoted: _card(dict(tree), languages, quoted), read, before)


def cover_file(cover: Cover, before: bytes | None = None) -> bytes:
    """The deck's cover; `before` is the file that is there, if any."""
    plain = Cover.model_validate({name: getattr(cover, name) for name in Cover.model_fields})

    def read(data: bytes) -> Mapping[str, Any]:
        return Cover.model_validate(parse(data, "").tree).model_dump()

    return _file(plain.model_dump(), lambda quoted: _cover(plain, quoted), read, before)


def _file(
    values: Mapping[str, Any], styled: Callable[[bool], CommentedMap], read: Read, before: bytes | None
) -> bytes:
    """The first of the layouts that gives the values back: the old one, the usual one, everything quoted."""
    if before is not None:
        revised = _revised(before, values, styled(False), read)
        if revised is not None and _gives(revised, values, read):
            return revised
    usual = _dumped(styled(False))
    return usual if _gives(usual, values, read) else _dumped(styled(True))


def _gives(data: bytes, values: Mapping[str, Any], read: Read) -> bool:
    try:
        return read(data) == values
    except ValidationError:
        return False


def _yaml() -> YAML:
    yaml = YAML()
    yaml.width = 100_000  # lines are broken here, not by the emitter, so that old ones stay as they are
    yaml.preserve_quotes = True
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _dumped(tree: CommentedMap) -> bytes:
    stream = StringIO()
    _yaml().dump(tree, stream)
    return stream.getvalue().encode()


def _card(card: Mapping[str, Any], languages: Sequence[str], quoted: bool) -> CommentedMap:
    values = dict(card)
    texts = values.get("text", {})
    ordered = [name for name in languages if name in texts]
    ordered += [name for name in texts if name not in ordered]
    order = list(_TEXT_ORDER)
    if values.get("kind") == "twist":  # its questions are about it
        order.remove("questions")
        order.insert(order.index("twist") + 1, "questions")
    if texts:
        values["text"] = {language: _styled(texts[language], tuple(order), 4, quoted) for language in ordered}
    return _styled(values, _CARD_ORDER, 0, quoted)


def _cover(cover: Cover, quoted: bool) -> CommentedMap:
    return _styled(cover.model_dump(), _COVER_ORDER, 0, quoted)


def _lean(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in ((), [], None)}


def _styled(values: Mapping[str, Any], order: Sequence[str], indent: int, quoted: bool) -> CommentedMap:
    """The fields in this order, each in its style; `indent` is where they stand."""
    return CommentedMap(
        {name: _value(values[name], name, indent + 2, quoted) for name in order if name in values}
    )


def _value(value: Any, name: str, indent: int, quoted: bool) -> Any:
    """One value; `indent` is where a text inside it would begin."""
    if isinstance(value, CommentedMap | bool | int | date):
        return value
    if isinstance(value, str):
        return _scalar(value, name, indent, quoted)
    if isinstance(value, Mapping):
        if name == "themes":
            return CommentedMap({theme: _inline(words, "title", quoted) for theme, words in value.items()})
        if name == "text":
            return CommentedMap(value)
        return CommentedMap({key: _value(inner, name, indent + 2, quoted) for key, inner in value.items()})
    if name in {"options", "refs"}:
        return CommentedSeq([_item(inner, name, quoted) for inner in value])
    if name in {"questions", "steps"}:
        return CommentedSeq([_scalar(inner, name, indent, quoted) for inner in value])
    return _flow([_scalar(inner, "label", indent, quoted) for inner in value])


def _item(values: Mapping[str, Any], name: str, quoted: bool) -> CommentedMap:
    if name == "refs":
        return _inline(values, "label", quoted)
    return CommentedMap(
        {key: _value(inner, key, 0, quoted) for key, inner in values.items() if inner not in ((), [])}
    )


def _inline(values: Mapping[str, Any], name: str, quoted: bool) -> CommentedMap:
    """On one line in braces."""
    fields = CommentedMap(
        {
            key: _scalar(inner, name, 0, quoted) if isinstance(inner, str) else inner
            for key, inner in values.items()
        }
    )
    fields.fa.set_flow_style()
    return fields


def _flow(items: list[Any]) -> CommentedSeq:
    """On one line in brackets, unless that would be too long."""
    listed = CommentedSeq(items)
    if sum(len(str(item)) + 2 for item in items) < WIDTH - 30:
        listed.fa.set_flow_style()
    return listed


def _scalar(text: str, name: str, indent: int, quoted: bool) -> str:
    if not quoted and name in _FOLDED and text and not _UNFOLDABLE.search(text):
        return cast(str, _folded(text, indent))
    bare = name in _PLAIN or name not in (*_TEXT_ORDER, "text", "speaks_for", "description")
    if not quoted and bare and _SAFE_PLAIN.fullmatch(text) and not _WORD_VALUES.fullmatch(text):
        return text
    if not quoted and name in {"id", "slug", "version", "licence"}:
        return text  # ruamel quotes it when it must
    return cast(str, DoubleQuotedScalarString(text))


def _folded(text: str, indent: int) -> Any:
    """Breaks each paragraph at spaces so that no line is longer than `WIDTH`."""
    folded = FoldedScalarString(text)
    places, start, last = [], 0, -1
    for index, letter in enumerate(f"{text}\n"):
        if letter not in " \n":
            continue
        if index - start > WIDTH - indent and last > start:
            places.append(last)
            start = last + 1
        last = index
        if letter == "\n":
            start, last = index + 1, -1
    folded.fold_pos = places
    return folded


def _revised(before: bytes, values: Mapping[str, Any], styled: CommentedMap, read: Read) -> bytes | None:
    """The old file with the values that differ changed; None when it cannot be understood as it is."""
    mark = b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b""
    try:
        old = read(before)
        text = before[len(mark) :].decode()
        node = _yaml().load(text.replace("\r\n", "\n"))
        _revise(node, old, values, styled)
        after = _dumped(node)
    except (ValidationError, YAMLError, ValueError, TypeError, LookupError, AttributeError):
        return None
    if after == _dumped(_yaml().load(text.replace("\r\n", "\n"))):
        return before
    return mark + (after.replace(b"\n", b"\r\n") if "\r\n" in text else after)


def _revise(node: Any, old: Any, new: Any, styled: Any) -> None:
    """Makes `node` say what `new` says. `old` is what it says now; `styled` is `new` as it is written."""
    if isinstance(styled, Mapping):
        for name in [name for name in node if name not in styled and old.get(name) != new.get(name)]:
            del node[name]
        for name, value in styled.items():
            if name not in node:
                # Defaults stand in the model though not in the file: those need no line either.
                if old.get(name) != new[name]:
                    node.insert(_rank(node, name, list(styled)), name, value)
            elif old.get(name) != new[name]:
                node[name] = _renewed(node[name], old.get(name), new[name], value)
        return
    del node[len(styled) :]
    for index, value in enumerate(styled):
        if index >= len(node):
            node.append(value)
        elif old[index] != new[index]:
            node[index] = _renewed(node[index], old[index], new[index], value)


def _renewed(node: Any, old: Any, new: Any, styled: Any) -> Any:
    """The value to put there: the old container revised, or the new scalar in the old one's quotes."""
    if isinstance(node, CommentedMap | CommentedSeq) and isinstance(styled, CommentedMap | CommentedSeq):
        _revise(node, old or {}, new, styled)
        return node
    if isinstance(node, DoubleQuotedScalarString) and isinstance(styled, str):
        return DoubleQuotedScalarString(styled)
    return styled


def _rank(node: CommentedMap, name: str, order: list[str]) -> int:
    """Where a new field goes among those that are there."""
    before = [key for key in order[: order.index(name)] if key in node]
    return list(node).index(before[-1]) + 1 if before else 0
