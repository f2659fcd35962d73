"""A finding as a person in Excel reads it: in the words of the sheet, never in those of YAML."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import PurePosixPath
from typing import Final

from openpyxl.utils import get_column_letter

from game.cards.findings import Finding, Loc, Words, printable
from game.cards.tables.cells import explained
from game.cards.tables.columns import label_of
from game.cards.wording import RULES
from game.cards.wording_cells import IN_CELLS

_TABLE: Final = re.compile(r"^(?P<file>.*\.(?:xlsx|xltx|csv|tsv|txt))(?:#(?P<sheet>.*))?$", re.IGNORECASE)

Seen = Callable[[Finding], str]
"""The heading that stands over a finding's cell, or an empty string."""


def told(finding: Finding, language: str, seen: Seen = lambda _: "") -> str:
    """`lek.xlsx Kort!F7 Situation (sv): what is wrong, what to do`; as ever for a finding in a YAML file."""
    match = _TABLE.match(finding.file)
    if match is None:
        return finding.sentence(language)
    cell = f"{get_column_letter(finding.column)}{finding.line}"
    where = match["file"]
    if match["sheet"]:
        where += f" {match['sheet']}!{cell}"
    elif (finding.line, finding.column) != (1, 1) or finding.field:
        where += f" {cell}"
    label = label_seen(finding, language, seen)
    subject = f"{where} {label}" if label else where
    return f"{subject}: {finding.what.in_language(language)} {finding.do.in_language(language)}"


def label_seen(finding: Finding, language: str, seen: Seen) -> str:
    """What stands over the cell, or else what the field is called in the person's language."""
    return seen(finding) or label_of(finding.field, language)


def lines(
    findings: Iterable[Finding], language: str, seen: Seen = lambda _: ""
) -> Iterator[tuple[Finding, str]]:
    """A line for each finding, and one for all the empty cells of a row or all that a draft's file lacks,
    with the first of its findings.
    """
    rest: list[Finding] = []
    for file, group in groupby(findings, key=lambda item: item.file):
        there = list(group)
        lacks = [item for item in there if item.code in {"unfinished", "missing"} and not item.is_error]
        if _TABLE.match(file) is None and len(lacks) > 1 and any(item.code == "unfinished" for item in lacks):
            yield from _in_rows(rest, language, seen)
            yield lacks[0], _draft(file, lacks, language)
            rest = [item for item in there if item not in lacks]
        else:
            rest += there
    yield from _in_rows(rest, language, seen)


def _in_rows(findings: Iterable[Finding], language: str, seen: Seen) -> Iterator[tuple[Finding, str]]:
    for _, group in groupby(findings, key=lambda item: (item.file, item.line, item.severity)):
        there = list(group)
        empty = [item for item in there if item.code == "missing" and _TABLE.match(item.file)]
        if len(empty) > 1:
            there = [item for item in there if item not in empty]
        yield from ((item, told(item, language, seen)) for item in there)
        if len(empty) > 1:
            yield empty[0], _empty(empty, language, seen)


def _draft(file: str, found: Sequence[Finding], language: str) -> str:
    """What a draft lacks, in the words of the sheet in which a person would write it."""
    names = dict.fromkeys(_heading(item.field, language) for item in found if item.code == "missing")
    deck = str(PurePosixPath(file).parent.parent)
    command = "bemot deck export " + (f'"{deck}"' if " " in deck else deck)
    lacking = ", ".join(names)
    if language == "sv":
        what = f"Ett utkast, som inte är med i leken. Det här fattas: {lacking}."
        return f"{file}: {what} Skriv det i Excel: {command} utkast.xlsx"
    what = f"A draft, which is not part of the deck. This is missing: {lacking}."
    return f"{file}: {what} Write it in Excel: {command} drafts.xlsx"


def _heading(field: str, language: str) -> str:
    """The first heading that the field has in a sheet; its own name when it has none."""
    return (
        label_of(field, language)
        or label_of(f"{field}[1]", language)
        or label_of(f"{field}[1].text", language)
        or field
    )


def _empty(found: Sequence[Finding], language: str, seen: Seen) -> str:
    match = _TABLE.match(found[0].file)
    assert match is not None
    names = dict.fromkeys(label_seen(item, language, seen) or item.field for item in found)
    row = "rad" if language == "sv" else "row"
    where = " ".join(filter(None, (match["file"], match["sheet"], row, str(found[0].line))))
    lacks = "Det här fattas" if language == "sv" else "This is missing"
    return f"{where}: {lacks}: {', '.join(names)}."


def in_cells(finding: Finding, loc: Loc, facts: Mapping[str, object]) -> Finding:
    """The same finding in words for a spreadsheet; `facts` fill their blanks as they filled those of YAML."""
    field = next((part for part in reversed(loc) if isinstance(part, str)), "")
    words = IN_CELLS.get(f"{finding.code} {field}") or IN_CELLS.get(finding.code)
    if words is None or finding.code not in RULES:
        return finding
    blanks = {name: printable(value) for name, value in facts.items()}
    blanks["valen"] = ", ".join(explained(word) for word in blanks.get("choices", "").split(", "))
    what_sv, do_sv, what_en, do_en = (text.format(**blanks) for text in words)
    return finding.model_copy(update={"what": Words(sv=what_sv, en=what_en), "do": Words(sv=do_sv, en=do_en)})
