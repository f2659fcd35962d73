"""Every command line that is told to a person is one that the program takes."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from game.cli import app
from server.page import Page

HERE = Path(__file__).parent.parent
DOCUMENTS = [
    *sorted(HERE.glob("*.md")),
    *sorted((HERE / "docs").rglob("*.md")),
    *sorted((HERE / "assets" / "handbook").glob("*.md")),
]
SALTS = ("bemot pledge mark", "bemot pledge key")
"""Not commands: what PROTOCOL.md says that keys are made of."""


def group() -> TyperGroup:
    found = typer.main.get_command(app)
    assert isinstance(found, TyperGroup)
    return found


def leaves(command: Any) -> Iterator[Any]:
    yield command
    if isinstance(command, TyperGroup):
        for below in command.commands.values():
            yield from leaves(below)


def in_documents() -> Iterator[str]:
    for path in DOCUMENTS:
        for found in re.finditer(
            r"`(bemot [^`]+)`|^(?:\.venv/bin/)?(bemot [^\n`]+)$", path.read_text("utf-8"), re.MULTILINE
        ):
            yield found[1] or found[2]


def in_examples() -> Iterator[str]:
    for command in leaves(group()):
        for line in (command.epilog or "").split("\n"):
            _examples, colon, told = line.partition(":")
            if colon:
                yield from (part.strip() for part in told.split("·") if part.strip().startswith("bemot"))


def on_the_page() -> Iterator[str]:
    page = Page()
    for address in ("http://192.0.2.2:8765", "https://bemot.example.se"):
        told = page.about(address, "FKT-482")
        yield from (
            unescape(re.sub("<[^>]+>", "", line)) for line in re.findall("<kbd>(bemot .*?)</kbd>", told)
        )


def refused(line: str) -> str:
    """Why the program does not take these words; "" when it does. What is left out is not asked for."""
    words = shlex.split(re.split("…| > ", line)[0], comments=True)[1:]
    command: Any = group()
    context = typer.Context(command)
    while isinstance(command, TyperGroup) and words and not words[0].startswith("-"):
        name, *words = words
        below, *others = (command.commands.get(each) for each in name.split("|"))  # "list|purge" is both
        if below is None or None in others:
            return f"no command {name!r}"
        command, context = below, typer.Context(below, parent=context, info_name=name)
    known = {name: each for each in command.params for name in each.opts}
    if words and words[-1] in known and not getattr(known[words[-1]], "is_flag", True):
        words.append("something")  # told by its name alone
    try:
        _found, left, _order = command.make_parser(context).parse_args(words)
    except TyperException as wrong:
        return str(wrong)
    return f"too many words: {left}" if left else ""


def told() -> list[str]:
    lines = {" ".join(line.split()) for line in (*in_documents(), *in_examples(), *on_the_page())}
    return sorted(lines - set(SALTS))


@pytest.mark.parametrize("line", told())
def test_a_command_line_that_is_told_is_taken(line: str) -> None:
    assert refused(line) == ""


def test_command_lines_are_found_where_people_read_them() -> None:
    assert "bemot join FKT-482 --server 192.0.2.2:8765" in list(on_the_page())
    assert "bemot join FKT-482 --server 192.168.1.20" in list(in_documents())
    assert "bemot host --hall" in list(in_examples())
    assert refused("bemot join http://192.0.2.2:8765 FKT-482").startswith("too many")
    assert refused("bemot host --room FKT-482")
    assert refused("bemot lead") == "no command 'lead'"
