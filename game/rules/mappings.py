"""Mappings as values: a change is a new mapping."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


def patched(mapping: Mapping[Key, Value], key: Key, value: Value) -> Mapping[Key, Value]:
    """The mapping with one entry put or replaced; its order is kept."""
    return MappingProxyType({**mapping, key: value})


def without(mapping: Mapping[Key, Value], key: Key) -> Mapping[Key, Value]:
    """The mapping less one entry."""
    return MappingProxyType({k: v for k, v in mapping.items() if k != key})
