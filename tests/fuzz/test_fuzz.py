"""A short run of every target, and every input that has found a fault before."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.fuzz.targets import TARGETS, Settle, input_of

CORPUS = Path(__file__).with_name("corpus")
FOUND = sorted(path for path in CORPUS.rglob("*") if path.is_file())
SHORT = {"wire": 40, "deck": 12, "package": 25, "sheet": 6, "picture": 2_000, "setting": 60, "database": 2}
"""Inputs of each target: some ten seconds together."""
SEED = 1


class Opened(dict[str, Settle]):
    """Targets that are set up when they are first asked for."""

    def __init__(self, stack: ExitStack) -> None:
        super().__init__()
        self._stack = stack

    def __missing__(self, name: str) -> Settle:
        settle = self[name] = self._stack.enter_context(TARGETS[name].opened())
        return settle


@pytest.fixture(scope="module")
def opened() -> Iterator[Opened]:
    with ExitStack() as stack:
        yield Opened(stack)


@pytest.mark.xdist_group("fuzz")
@pytest.mark.parametrize("name", SHORT)
def test_nothing_that_is_made_up_finds_a_fault(opened: Opened, name: str) -> None:
    outcomes = {opened[name](input_of(name, SEED, number)) for number in range(SHORT[name])}
    assert len(outcomes) > (SHORT[name] > 10), "the inputs are all good or all bad, and find nothing"


@pytest.mark.xdist_group("fuzz")
@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_has_found_a_fault_finds_none_again(opened: Opened, path: Path) -> None:
    opened[path.parent.name](path.read_bytes())


def test_an_input_is_made_again_from_its_numbers() -> None:
    for name in TARGETS:
        assert input_of(name, 3, 14) == input_of(name, 3, 14)
        assert input_of(name, 3, 14) != input_of(name, 3, 15)


def test_the_server_is_looked_at_and_a_fault_in_its_answer_is_seen() -> None:
    """What the wire's target holds against an answer: a server that answers anything is not taken for
    a good one.
    """
    from tests.fuzz.wire import asked, fits

    assert asked('4217["command",{}]') == "17"
    assert asked('42["command",{}]') is asked("4217[") is asked("4217[{}]") is None
    words = {"sv": "Nej.", "en": "No."}
    fits({"ok": True})
    fits({"ok": False, "code": "malformed", "message": words})
    wrong: Any
    for wrong in ({}, [], None, {"ok": False, "code": "internal", "message": words}):
        with pytest.raises((AssertionError, KeyError)):
            fits(wrong)
