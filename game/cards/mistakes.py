"""What pydantic says about a file, in the words of the person who wrote it."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, cast

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from game.cards.findings import Finding, Loc, closest
from game.cards.format import KINDS, TEXTS, Cover, Option, Ref
from game.cards.near import in_swedish, slug_of
from game.cards.source import MAX_FINDINGS, Source

_SHAPES: Final = {
    "a-z0-9]+(-": "slug-shape",
    "[a-z]{2,3}": "language-shape",
    r"[0-9]{1,6}\.": "version-shape",
    "[0-9a-f]{12}": "hash-shape",
}
_EXPECTED: Final = {
    "string_type": "text-expected",
    "int_type": "number-expected",
    "bool_type": "boolean-expected",
    "tuple_type": "list-expected",
    "model_type": "fields-expected",
    "model_attributes_type": "fields-expected",
    "mapping_type": "fields-expected",
    "dict_type": "fields-expected",
}


def mistakes(error: ValidationError, source: Source) -> list[Finding]:
    """One finding per mistake, in the order of the file.

    A required field that is missing because its name is misspelt is reported once, at the misspelt name.
    """
    found = [
        _mistake(detail, _loc(detail, error.title), source)
        for detail in error.errors()[:MAX_FINDINGS]
        if not _echoes(detail)
    ]
    guessed = {(*loc[:-1], guess) for loc, guess, _ in found if guess}
    kept = [item for loc, _, item in found if not (item.code == "missing" and loc in guessed)]
    return sorted(kept, key=lambda item: (item.line, item.column))


def _echoes(detail: ErrorDetails) -> bool:
    """True for "too few" about a list that is long enough: pydantic did not count its broken items."""
    return detail["type"] == "too_short" and _count(detail["input"]) >= detail["ctx"]["min_length"]


def _loc(detail: ErrorDetails, title: str) -> Loc:
    """Without the union's tag in front and the mark that pydantic puts after a key."""
    loc = tuple(part for part in detail["loc"] if part != "[key]")
    return loc if title == Cover.__name__ else loc[1:]


def _mistake(detail: ErrorDetails, loc: Loc, source: Source) -> tuple[Loc, str, Finding]:
    """The location, the guessed name of an unknown field, and the finding."""
    kind, context, value = detail["type"], detail.get("ctx", {}), detail["input"]
    if kind == "missing":
        return loc, "", source.finding("missing", loc, name=loc[-1])
    if kind == "extra_forbidden":
        free = _free_names(loc[:-1], source)
        guess = in_swedish(str(loc[-1]), free) or closest(str(loc[-1]), free)
        return loc, guess, source.finding("unknown-field", loc, on_key=True, name=loc[-1]).guessing(guess)
    if kind == "literal_error":
        return loc, "", _choice(loc, context["expected"], value, source)
    if kind == "union_tag_invalid":
        return loc, "", _choice(("kind",), context["expected_tags"], context["tag"], source)
    if kind == "union_tag_not_found":
        return loc, "", source.finding("missing", ("kind",), name="kind")
    code, facts = _limit(kind, context, value)
    on_key = detail["loc"][-1:] == ("[key]",)
    found = source.finding(code, loc, on_key=on_key, problem=detail["msg"], **facts)
    return loc, "", found.guessing(slug_of(str(value)) if code == "slug-shape" else "")


def _choice(loc: Loc, expected: str, value: object, source: Source) -> Finding:
    choices = re.findall(r"'([^']*)'", expected)
    guess = in_swedish(str(value), choices) or closest(str(value), choices)
    found = source.finding("unknown-value", loc, value=_shown(value), choices=", ".join(choices))
    return found.guessing(guess)


def _limit(kind: str, context: Mapping[str, Any], value: object) -> tuple[str, dict[str, object]]:
    """The code and its facts; "invalid" when there is no wording of our own."""
    if kind == "string_type" and value is None:
        return "empty-value", {}
    if kind in _EXPECTED:
        return _EXPECTED[kind], {"value": _shown(value)}
    if kind.startswith("date"):
        return "date-expected", {"value": _shown(value)}
    if kind == "string_pattern_mismatch":
        pattern = str(context["pattern"])
        return next(code for part, code in _SHAPES.items() if part in pattern), {"value": value}
    if kind not in _MEASURES:
        return "invalid", {}
    code, limit_name, size = _MEASURES[kind]
    limit, actual = context[limit_name], size(value)
    return code, {"limit": limit, "actual": actual, "gap": abs(limit - actual), "value": actual}


def _length(value: object) -> int:
    return len(str(value).strip())


def _count(value: object) -> int:
    return len(cast(list[object], value))


def _number(value: object) -> int:
    return cast(int, value)


_MEASURES: Final[Mapping[str, tuple[str, str, Callable[[object], int]]]] = {
    "string_too_short": ("too-short", "min_length", _length),
    "string_too_long": ("too-long", "max_length", _length),
    "too_short": ("too-few", "min_length", _count),
    "too_long": ("too-many", "max_length", _count),
    "greater_than_equal": ("too-low", "ge", _number),
    "less_than_equal": ("too-high", "le", _number),
}


def _shown(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, list):
        return f"[{', '.join(_shown(part) for part in value)}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_shown(part)}" for name, part in value.items()) + "}"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _free_names(parent: Loc, source: Source) -> list[str]:
    """Names of fields that could stand in this parent and do not stand there already."""
    return [name for name in _model(parent, source).model_fields if (*parent, name) not in source.spots]


def _model(parent: Loc, source: Source) -> type[BaseModel]:
    """What the mapping at `parent` was meant to be. Unknown fields are found in these models only."""
    fields = source.tree if isinstance(source.tree, dict) else {}
    kind = str(fields.get("kind"))
    if not parent:
        return KINDS.get(kind, Cover)
    inner = next(part for part in reversed(parent) if isinstance(part, str))
    if inner == "options":
        return Option
    return Ref if inner == "refs" else TEXTS[kind]
