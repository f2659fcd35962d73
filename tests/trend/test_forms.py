"""Paper, page, tables and terminal: the same trend, in both languages, and a year told as it was before."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from typing import Literal

import pygame
import pytest
from openpyxl import load_workbook

from game.cards.catalogue import catalogue_of
from game.printing.press import Press
from game.printing.trend.form import written
from game.printing.trend.page import as_html
from game.printing.trend.paper import TEMPLATE, as_pdf, paper_data
from game.printing.trend.spoken import spoken_trend
from game.printing.trend.tables import as_csv, as_xlsx
from game.printing.words import words_in
from game.rules.trend import Subject, Trend, TrendLot, trend_of
from server.library import SUPPORTING
from tests.printing.paper import Paper
from tests.report.day import library

GOLDEN = Path(__file__).with_name("golden")
THEMES = ("motet/vantan", "motet/klagomal", "kanaler/mejlen", "kollegor/tack", "motet/forsta")
LANGUAGES: tuple[Literal["sv", "en"], ...] = ("sv", "en")


def year() -> Trend:
    """Lots of a whole year, by dice, of the decks that come with the game."""
    dice, lots = Random(5), []
    for month in (f"2026-{n:02}" for n in range(1, 13) if n != 7):
        counts = tuple(dice.randint(0, 9) for _ in range(10))
        lots.append(
            TrendLot(Subject("checkin", "incheckning/dagsform"), month, month, sum(counts), 9, counts)
        )
        for theme in THEMES:
            lots.append(TrendLot(Subject("shift", theme), month, month, 40, 8, (dice.randint(4, 30), 40)))
            notes = (dice.randint(0, 4), dice.randint(0, 6), dice.randint(0, 2))
            lots.append(TrendLot(Subject("notes", theme), month, month, 40, 8, notes))
        lots.append(TrendLot(Subject("played", "motet/nummer-61"), month, month, 20, 4, (4,)))
    lots += [TrendLot(Subject("pledges", ""), f"2026-{n}", f"2026-{n}", 12, 4, (6, 3, 3)) for n in (10, 11)]
    return trend_of(lots, catalogue_of(library()[1], SUPPORTING), "2026-12")


def nothing() -> Trend:
    return trend_of([], catalogue_of((), SUPPORTING), "2026-12")


def text_of(pdf: bytes) -> str:
    return " ".join(Paper(pdf).text.split())


class Visible(HTMLParser):
    """What a page says; and its headings in order."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.said: list[str] = []
        self.tags: list[str] = []
        self.feed(page.decode())
        self.text = " ".join(" ".join(self.said).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def test_a_year_is_told_as_it_was_before() -> None:
    """`GOLDEN=new pytest tests/trend` writes it anew."""
    told = json.dumps(spoken_trend(year(), "sv"), indent=1, ensure_ascii=False) + "\n"
    file = GOLDEN / "year.json"
    if os.environ.get("GOLDEN") == "new":
        file.write_text(told, encoding="utf-8")
    assert told == file.read_text(encoding="utf-8")


def test_a_year_looks_as_it_did_before() -> None:
    """`GOLDEN=new pytest tests/trend` draws it anew: look at the pictures before they are committed."""
    pages = Press().pictures(paper_data(year(), "sv"), ppi=50, template=TEMPLATE)
    assert len(pages) == 2
    for number, page in enumerate(pages, start=1):
        file = GOLDEN / f"year-{number}.png"
        if os.environ.get("GOLDEN") == "new":
            file.write_bytes(page)
        assert differing(page, file.read_bytes()) < 0.002


def differing(one: bytes, other: bytes) -> float:
    """The share of pixels that are clearly not alike; all of them when the sizes differ."""
    found, kept = (pygame.image.load(io.BytesIO(png)) for png in (one, other))
    if found.get_size() != kept.get_size():
        return 1.0
    pairs = zip(pygame.image.tobytes(found, "RGB"), pygame.image.tobytes(kept, "RGB"), strict=True)
    wide, high = found.get_size()
    return sum(abs(a - b) > 64 for a, b in pairs) / (3 * wide * high)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_year_stands_on_two_pages_with_every_part(language: Literal["sv", "en"]) -> None:
    pdf = as_pdf(year(), language)
    assert Paper(pdf).count == 2
    text, told = text_of(pdf), spoken_trend(year(), language)
    for part in ("checkin", "moved", "shifts", "notes", "pledges", "season", "method"):
        assert told[part]["title"] in text
    for row in (*told["shifts"]["rows"], *told["notes"]["rows"]):
        assert row["name"] in text
    for row in told["season"]["rows"]:
        assert row["title"] in text
        assert row["why"] in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_to_tell_says_what_is_needed(language: Literal["sv", "en"]) -> None:
    pdf = as_pdf(nothing(), language)
    why = spoken_trend(nothing(), language)["empty_why"]
    assert Paper(pdf).count == 1
    assert why in text_of(pdf)
    assert why in Visible(as_html(nothing(), language)).text
    assert ("Tre arbetsplatsträffar" if language == "sv" else "Three workplace meetings") in why


def test_the_same_trend_gives_the_same_bytes() -> None:
    assert as_pdf(year(), "sv") == as_pdf(year(), "sv")


def test_the_page_says_all_that_the_paper_says_and_every_chart_has_its_table() -> None:
    page = Visible(as_html(year(), "sv"))
    told = spoken_trend(year(), "sv")
    for row in told["season"]["rows"]:
        assert row["title"] in page.text
    assert page.tags.count("svg") == 3
    assert page.tags.count("table") == 5
    assert page.tags.count("h1") == 1
    assert "script" not in page.tags


def test_the_tables_hold_every_number() -> None:
    rows = list(csv.reader(io.StringIO(as_csv(year(), "en").decode("utf-8-sig"))))
    assert all(len(row) == 5 for row in rows)
    told = year()
    shares = [row[4] for row in rows if row[3] == "Changed their vote, %" and row[1] and not row[2]]
    assert shares == [str(one.moved) for one in told.shifts]
    book = load_workbook(io.BytesIO(as_xlsx(told, "sv")))
    assert book.sheetnames == ["Sammanfattning", "Fråga", "Tema", "Förbättra", "Kort", "Löften"]
    assert book["Förbättra"].max_row == 1 + len(told.notes)


def test_every_form_is_chosen_by_the_name_of_the_file() -> None:
    for form, begins in ((".pdf", b"%PDF"), (".html", b"<!DOCTYPE"), (".xlsx", b"PK"), (".json", b"{")):
        assert written(year(), Path(f"trend{form}"), "sv").startswith(begins)
    assert Trend.model_validate_json(written(year(), Path("x.json"), "sv")) == year()


def test_both_languages_have_the_same_words_with_the_same_gaps() -> None:
    swedish, english = words_in("sv").table["trend"], words_in("en").table["trend"]
    assert set(swedish) == set(english)
    for name, words in swedish.items():
        assert set(re.findall(r"{\w+}", str(words))) == set(re.findall(r"{\w+}", str(english[name]))), name


def test_nothing_in_a_trend_is_of_a_room_or_a_day() -> None:
    told = year().model_dump_json()
    assert not re.search(r"\d{4}-\d\d-\d\d", told)
    assert "FKT" not in told
    assert datetime.now(UTC).isoformat()[:10] not in told
