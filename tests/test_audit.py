"""What an audit of the lock files says, and how it ends."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.audit import CLEAN, UNKNOWN, WEAK, verdict

FINE = {"name": "yarl", "version": "1.0", "vulns": []}
BAD = {"name": "idna", "version": "3.1", "vulns": [{"id": "CVE-1", "fix_versions": ["3.7"]}]}
MISSED = {"name": "segno", "skip_reason": "Dependency not found on PyPI"}


@pytest.mark.parametrize(
    ("packages", "code", "last"),
    [
        ([FINE], CLEAN, "1 of 1 packages looked up, 0 known weaknesses"),
        ([FINE, BAD], WEAK, "2 of 2 packages looked up, 1 known weaknesses"),
        ([FINE, MISSED], UNKNOWN, "Not looked up: segno."),
        ([BAD, MISSED], WEAK, "Not looked up: segno."),
        (
            [MISSED],
            UNKNOWN,
            "The advisory service answered for none of the packages, so nothing was audited.",
        ),
        ([], UNKNOWN, "The advisory service answered for none of the packages, so nothing was audited."),
    ],
)
def test_an_audit_is_clean_only_when_every_package_was_looked_up(
    packages: list[dict[str, Any]], code: int, last: str
) -> None:
    ended, lines = verdict(json.dumps({"dependencies": packages}))
    assert (ended, lines[-1]) == (code, last)


def test_a_weakness_is_told_with_the_version_that_mends_it() -> None:
    assert verdict(json.dumps({"dependencies": [BAD]}))[1][0] == "idna 3.1: CVE-1, mended in 3.7"


@pytest.mark.parametrize("report", ["", "no JSON", "[]", "{}"])
def test_a_service_that_cannot_be_reached_is_told_in_one_sentence(report: str) -> None:
    assert verdict(report) == (
        UNKNOWN,
        ["The advisory service could not be reached, so nothing was audited."],
    )
