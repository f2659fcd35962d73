"""docs/FAILURES.md: every test it names is there; and those answers that are seen in the code itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import ValidationError

from game.rules.command import CastVote, MakePledge, SuggestCard, WriteNote

ROOT = Path(__file__).parent.parent
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", (ROOT / "docs/FAILURES.md").read_text(encoding="utf-8"))


def names(path: Path) -> set[str]:
    """What a module defines."""
    found = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign):
            found |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return found


def test_every_test_that_the_failures_name_exists() -> None:
    assert len(NAMED) > 60
    assert [f"{path}::{name}" for path, name in NAMED if name not in names(ROOT / path)] == []


def test_every_row_names_a_test() -> None:
    rows = [line for line in (ROOT / "docs/FAILURES.md").read_text("utf-8").splitlines() if line[:2] == "| "]
    bare = [row for row in rows if "::" not in row and not row.startswith("| what happens")]
    assert bare == []


def modules(*folders: str) -> list[Path]:
    return [path for folder in folders for path in (ROOT / folder).rglob("*.py")]


def test_one_module_of_the_server_emits() -> None:
    emitting = {path.name for path in modules("server") if re.search(r"\._?emit\(", path.read_text("utf-8"))}
    assert emitting == {"hub.py"}


RUNS = {"pickle", "marshal", "shelve", "dill"}


def test_nothing_that_runs_code_reads_what_comes_from_outside() -> None:
    """Neither libraries that make objects of bytes, nor Python's own reading of text as program."""
    for path in modules("game", "server"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                assert not RUNS & {name.name.split(".")[0] for name in node.names}, path
            elif isinstance(node, ast.ImportFrom):
                assert (node.module or "").split(".")[0] not in RUNS, path
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in {"eval", "exec"}, path


def typed(text: str) -> list[Callable[[], object]]:
    """Everywhere that people write."""
    return [
        lambda: CastVote(seat="s1", serial=1, choice="own", text=text),
        lambda: WriteNote(serial=1, text=text, tag="act"),
        lambda: MakePledge(seat="s1", serial=1, shared=(text, "b")),
        lambda: SuggestCard(situation=text, options=("ett", "två", "tre")),
    ]


@pytest.mark.parametrize("mark", ["\x00", "\x1b", "\n", "\x7f", "\u200b", "\u202e", "\u2066", "\ufeff"])
def test_typed_text_cannot_control_or_turn_what_stands_round_it(mark: str) -> None:
    for make in typed("En kollega säger hej och går."):
        make()
    for make in typed(f"En kollega säger {mark}hej och går."):
        with pytest.raises(ValidationError):
            make()
