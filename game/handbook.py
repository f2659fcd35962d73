"""The handbook for whoever leads, out of assets/handbook: once a language, for paper and for the windows.

The texts are a few kinds of line, and a line that is none of them is refused:

    # The handbook's name         once, first; what follows until the first page is its preface
    ## A page                     in the windows; a chapter on paper
    ### A heading
    > Words to say aloud
    - One of several
    1. One after another
    What :: what there is to say of it
    Anything else is a paragraph. Lines that follow each other are one; an empty line ends it.

Within a line `[[Pausa]]` is what stands on a button, `{{p}}` a key by its name in the windows, and
`` `bemot doctor` `` what is typed in a terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from game.places import assets

LANGUAGES: Final = ("sv", "en")

KEYS: Final = {"return": "Enter", "escape": "Esc", "shift": "Shift", "tab": "Tab"}
"""Keys that are not called what stands for them."""

Kind = Literal["text", "button", "key", "command"]
Shape = Literal["head", "said", "bullet", "step", "fact", "para"]

_RUNS: Final = re.compile(r"\[\[(?P<button>.+?)\]\]|\{\{(?P<key>.+?)\}\}|`(?P<command>.+?)`")
_LINES: Final[tuple[tuple[Shape, re.Pattern[str]], ...]] = (
    ("head", re.compile(r"### (.+)")),
    ("said", re.compile(r"> (.+)")),
    ("bullet", re.compile(r"- (.+)")),
    ("step", re.compile(r"\d+\. (.+)")),
    ("fact", re.compile(r"(?P<name>[^:]{1,40}) :: (.+)")),
)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, or one of several lines. `name` is what a fact is about, else ""."""

    shape: Shape
    runs: tuple[Run, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What belongs together: a page in the windows, a chapter on paper."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Handbook:
    """All of it in one language. `preface` comes before the first page."""

    title: str
    preface: tuple[Block, ...]
    pages: tuple[Page, ...]

    def runs(self) -> Iterator[Run]:
        """Every piece, in order."""
        for blocks in (self.preface, *(page.blocks for page in self.pages)):
            for block in blocks:
                yield from block.runs


class Unreadable(ValueError):
    """A line that the handbook does not have; says which."""


def handbook(language: str) -> Handbook:
    """The handbook in this language; in Swedish when there is none in it.

    Raises FileNotFoundError when the project's files are not whole.
    """
    name = language if language in LANGUAGES else LANGUAGES[0]
    return parse((assets() / "handbook" / f"{name}.md").read_text(encoding="utf-8"))


def parse(text: str) -> Handbook:
    """Reads a handbook; raises Unreadable.

    >>> book = parse("# Bok\\n\\nKort.\\n\\n## Före\\n\\n- Tryck [[Pausa]].\\n")
    >>> book.title, book.pages[0].title, [run.kind for run in book.runs()]
    ('Bok', 'Före', ['text', 'text', 'button', 'text'])
    """
    title, preface, pages = "", list[Block](), list[tuple[str, list[Block]]]()
    for number, line in _joined(text):
        here = pages[-1][1] if pages else preface
        if line.startswith("# "):
            if title:
                raise Unreadable(f"line {number}: the handbook has its name already: {line}")
            title = line[2:]
        elif line.startswith("## "):
            pages.append((line[3:], []))
        else:
            here.append(_block(line, number))
    if not title or not pages:
        raise Unreadable("a handbook has a name, and pages")
    return Handbook(title, tuple(preface), tuple(Page(name, tuple(blocks)) for name, blocks in pages))


def plain(runs: Sequence[Run], quotes: str) -> str:
    """A line without marks: what stands on buttons and what is typed goes within `quotes`, its two signs.

    >>> plain([Run("text", "Tryck "), Run("button", "Pausa"), Run("key", "p")], "””")
    'Tryck ”Pausa”P'
    """
    before, after = quotes[0], quotes[1]
    return "".join(
        run.text
        if run.kind == "text"
        else key_name(run.text)
        if run.kind == "key"
        else f"{before}{run.text}{after}"
        for run in runs
    )


def key_name(stroke: str) -> str:
    """What is written on a key.

    >>> key_name("shift+f11"), key_name("return"), key_name("h")
    ('Shift + F11', 'Enter', 'H')
    """
    return " + ".join(KEYS.get(part, part.upper()) for part in stroke.split("+"))


def _joined(text: str) -> Iterator[tuple[int, str]]:
    """(number, line), where lines that follow each other without being of a kind of their own are one."""
    held, at = "", 0
    for number, raw in enumerate([*text.splitlines(), ""], 1):
        line = raw.strip()
        fresh = not line or line.startswith("#") or any(form.fullmatch(line) for _, form in _LINES)
        if fresh and held:
            yield at, held
            held = ""
        if line.startswith("#"):
            yield number, line
        elif line:
            at = at if held else number
            held = f"{held} {line}".strip()


def _block(line: str, number: int) -> Block:
    for shape, form in _LINES:
        if found := form.fullmatch(line):
            name = found.groupdict().get("name") or ""
            return Block(shape, _runs(found[len(found.groups())], number), name)
    if re.match(r"#|\*|\||>|\d+\)", line):
        raise Unreadable(f"line {number}: not a kind of line that the handbook has: {line}")
    return Block("para", _runs(line, number))


def _runs(text: str, number: int) -> tuple[Run, ...]:
    runs, at = list[Run](), 0
    for found in _RUNS.finditer(text):
        if found.start() > at:
            runs.append(Run("text", text[at : found.start()]))
        kind: Kind = "button" if found["button"] else "key" if found["key"] else "command"
        runs.append(Run(kind, found[kind]))
        at = found.end()
    if at < len(text):
        runs.append(Run("text", text[at:]))
    if any(re.search(r"\[\[|\]\]|\{\{|\}\}|`", run.text) for run in runs):
        raise Unreadable(f"line {number}: a mark that is not closed: {text}")
    return tuple(runs)
