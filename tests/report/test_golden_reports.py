"""Reports of a hall of twelve tables and of a lecture, as somebody last looked at them: data and pictures.

`GOLDEN=write pytest tests/report` writes them anew. Look at the pictures before keeping them.
"""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from game.printing.report.paper import as_pdf
from game.printing.report.spoken import spoken
from game.printing.words import Language
from game.rules.report import Report, report_of
from tests.report.day import Day
from tests.report.pictures import MAY_DIFFER, kept, pages

GOLDEN = Path(__file__).parent / "golden"
WRITES = os.environ.get("GOLDEN") == "write"
CARDS = ("motet/sockorna", "motet/plogvallen", "motet/nummer-61", "kollegor/fore-forsta-lunchen")
NAMES = ("hall-12-tables", "lecture")
BOTH: tuple[Language, Language] = ("sv", "en")


@cache
def report(name: str) -> Report:
    """Played by the same dice every time."""
    day = Day(12, CARDS) if name == "hall-12-tables" else Day(0, CARDS, audience=60)
    day.play()
    return report_of(day.log, day.shelf, lambda ms: "2026-11-22")


@cache
def pdf(name: str, language: Language) -> bytes:
    return as_pdf(report(name), language)


@pytest.mark.parametrize("name", NAMES)
def test_a_report_is_as_before_as_data(name: str) -> None:
    told = {"report": report(name).model_dump(mode="json")}
    told |= {language: spoken(report(name), language) for language in BOTH}
    file = GOLDEN / f"{name}.json"
    if WRITES:
        file.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")
    assert json.loads(json.dumps(told)) == json.loads(file.read_text("utf-8"))


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("name", NAMES)
def test_a_report_is_as_before_as_a_picture(name: str, language: Language) -> None:
    now = pages(pdf(name, language))
    assert len(now) == 2
    for number, page in enumerate(now, start=1):
        file = GOLDEN / f"{name}-{language}-{number}.png"
        if WRITES:
            page.save(file)
        assert page.apart(kept(file)) <= MAY_DIFFER, file.name


def _other(**changes: Any) -> Report:
    return report("hall-12-tables").model_copy(update=changes)


def test_the_pictures_tell_apart_what_an_eye_does() -> None:
    """A bar that is longer, a text that is gone, another language; and not the same page twice."""
    one, two = pages(pdf("hall-12-tables", "sv"))
    first, *rest = report("hall-12-tables").cards
    assert first.answers is not None
    longer = first.answers.model_copy(
        update={"after": (first.answers.after[0] + 15, *first.answers.after[1:])}
    )
    changed = first.model_copy(update={"answers": longer})
    assert two.apart(pages(as_pdf(_other(cards=(changed, *rest)), "sv"))[1]) > MAY_DIFFER
    texts = report("hall-12-tables").texts
    assert one.apart(pages(as_pdf(_other(texts=texts[1:]), "sv"))[0]) > MAY_DIFFER
    assert one.apart(pages(pdf("hall-12-tables", "en"))[0]) > MAY_DIFFER
    assert one.apart(pages(as_pdf(_other(), "sv"))[0]) == 0
