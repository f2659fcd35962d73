"""A finding as a person in Excel reads it."""

import re
from typing import Final

from openpyxl.utils import get_column_letter

from game.cards.findings import Finding, Words
from game.cards.tables.columns import label_of
from game.cards.wording import RULES
from game.cards.wording_cells import IN_CELLS

_TABLE: Final = re.compile(r"^(?P<file>.*\.(?:xlsx|xltx|csv|tsv|txt))(?:#(?P<sheet>.*))?$", re.IGNORECASE)


def told(finding: Finding, language: str) -> str:
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
    label = label_of(finding.field, language) or finding.field
    subject = f"{where} {label}" if label else where
    return f"{subject}: {finding.what.in_language(language)} {finding.do.in_language(language)}"


def in_cells(finding: Finding) -> Finding:
    """The same finding, with what to do said for a spreadsheet when the deck's own wording speaks of YAML."""
    if _TABLE.match(finding.file) is None or finding.code not in IN_CELLS:
        return finding
    rule, (sv, en) = RULES[finding.code], IN_CELLS[finding.code]
    do = Words(sv=sv + finding.do.sv[len(rule.do_sv) :], en=en + finding.do.en[len(rule.do_en) :])
    return finding.model_copy(update={"do": do})
