"""Values that are changed by making new ones, at a vote's pace."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


def patched(mapping: Mapping[Key, Value], key: Key, value: Value) -> Mapping[Key, Value]:
    """The mapping with one entry put or replaced; its order is kept."""
    whole: Any = (
        mapping  # a dict, or what a dict is shown through: both are copied at once, not entry by entry
    )
    return MappingProxyType(whole | {key: value})


def without(mapping: Mapping[Key, Value], key: Key) -> Mapping[Key, Value]:
    """The mapping less one entry."""
    return MappingProxyType({k: v for k, v in mapping.items() if k != key})


def replace(value: Value, **changes: Any) -> Value:
    """`dataclasses.replace` for frozen values without slots, ten times as fast: their fields are copied as
    one, and nothing is worked out anew. Fields that are not given to `__init__` begin as in a new value.
    """
    kind: Any = type(value)
    made = object.__new__(kind)
    fields_of = made.__dict__
    fields_of.update(value.__dict__)
    fields_of.update(changes)
    for name, fresh in _begun(kind):
        fields_of[name] = fresh()
    return made  # type: ignore[no-any-return]


@cache
def _begun(kind: Any) -> tuple[tuple[str, Callable[[], Any]], ...]:
    """(name, how it begins) of the fields that a value does not take over from another one."""
    return tuple((field.name, field.default_factory) for field in fields(kind) if not field.init)  # type: ignore[misc]
