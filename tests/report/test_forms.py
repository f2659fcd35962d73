"""Paper, page and tables: the same report, whole, and nothing that was not released."""

from __future__ import annotations

import csv
import json
import re
from functools import cache
from html.parser import HTMLParser
from io import BytesIO, StringIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from game.printing.errors import Misuse
from game.printing.report.form import FORMS, form_of, written
from game.printing.report.spoken import missing, speech_in, spoken, worded
from game.printing.words import Language
from game.rules.report import MISSING, ReleasedText, Report, report_of
from tests.printing.paper import Paper, plain
from tests.report.day import HID, Day, some_cards

BOTH: tuple[Language, Language] = ("sv", "en")
PROGRAM = '#panic(1) *fet* $x$ "citat" \\'
HOSTILE = ("=1+1", "+46 70", "-2", "@sum", PROGRAM, "<script>alert(1)</script>&amp;", "\tx")


@cache
def day_of(tables: int, dilemmas: int, others: int) -> Day:
    cards = some_cards("dilemma", of=dilemmas) + some_cards("scale", "mirror", "ranking", of=others)
    return Day(tables, cards).play()


@cache
def report(tables: int = 12, dilemmas: int = 3, others: int = 4) -> Report:
    day = day_of(tables, dilemmas, others)
    return report_of(day.log, day.shelf, lambda ms: "2026-11-22")


@cache
def form(name: str, language: Language = "sv", tables: int = 12) -> bytes:
    return written(report(tables), Path(f"x{name}"), language)


def read(name: str, language: Language = "sv") -> str:
    """Everything that stands in a form, as text."""
    data = form(name, language)
    if name == ".pdf":
        return Paper(data).text
    if name == ".xlsx":
        cells = (cell for sheet in load_workbook(BytesIO(data)) for row in sheet.iter_rows() for cell in row)
        return "\n".join(str(cell.value) for cell in cells if cell.value is not None)
    return data.decode("utf-8-sig")


# --- nothing that was not released ----------------------------------------------------------------


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("language", BOTH)
def test_nothing_that_was_typed_is_told_in_any_form_unless_it_was_released(
    name: str, language: Language
) -> None:
    day = day_of(12, 3, 4)
    released = "\n".join(text.text for text in day.room.wall.values() if text.released)
    let = set(re.findall(rf"{HID}\w*", released))
    seen = set(re.findall(rf"{HID}\w*", read(name, language).replace("\u200b", "")))
    assert seen <= let
    assert seen
    if name != ".pdf":
        assert seen == let


@pytest.mark.parametrize("name", FORMS)
def test_no_id_of_table_seat_station_or_room_stands_in_any_form(name: str) -> None:
    room = day_of(12, 3, 4).room
    assert room.code not in read(name)
    assert not re.search(r"\d\d:\d\d", re.sub(r"\d+\.\d\d", "", "" if name == ".html" else read(name)))


def test_no_form_has_a_title_that_is_missing_in_its_language() -> None:
    for language in BOTH:
        titles = {card["title"] for card in spoken(report(), language)["cards"]["rows"]}
        for name in (".pdf", ".html", ".csv", ".xlsx"):
            shown = plain(read(name, language)).replace("&#x27;", "'")
            assert [title for title in titles if plain(title) not in shown] == []


# --- paper ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize(
    ("tables", "dilemmas", "others"), [(2, 1, 0), (3, 1, 0), (3, 3, 0), (12, 8, 5), (40, 12, 8)]
)
def test_it_is_two_pages_for_one_card_and_for_twenty(
    tables: int, dilemmas: int, others: int, language: Language
) -> None:
    paper = Paper(written(report(tables, dilemmas, others), Path("x.pdf"), language))
    assert paper.count == 2
    assert all(type_.embedded for type_ in paper.types())
    for page in (1, 2):
        spots = paper.spots(page)
        assert min(spot.left for spot in spots) >= 14
        assert max(spot.right for spot in spots) <= 196
        assert max(spot.bottom for spot in spots) <= 290


def test_what_has_no_room_on_paper_is_told_by_number() -> None:
    paper = Paper(written(report(40, 12, 8), Path("x.pdf"), "sv"))
    assert re.search(r"8 kort till har tal i tabellen och på webbsidan: ", paper.text)
    assert re.search(r"… och \d+ till\. Alla finns i tabellen", paper.texts[0])


def test_the_same_report_gives_the_same_bytes() -> None:
    assert written(report(), Path("x.pdf"), "sv") == written(report(), Path("x.pdf"), "sv")


def test_too_few_are_a_sentence_on_paper_and_on_the_page() -> None:
    few = report(2, 1, 0)
    for name in (".pdf", ".html"):
        data = written(few, Path(f"x{name}"), "sv")
        text = Paper(data).text if name == ".pdf" else data.decode()
        assert text.count("Har för få bakom sig för att visas: färre än 6 personer eller 3 bord.") == 2
        assert "Spelade, men för få att visa tal för:" in text


# --- hostile texts --------------------------------------------------------------------------------


def hostile() -> Report:
    texts = tuple(ReleasedText(kind="improve", text=text, heading=HOSTILE[0]) for text in HOSTILE)
    return report(3).model_copy(update={"texts": texts})


def test_a_cell_that_a_spreadsheet_would_run_is_only_text() -> None:
    rows = list(
        csv.reader(StringIO(written(hostile(), Path("x.csv"), "sv").decode("utf-8-sig")), delimiter=";")
    )
    assert not [cell for row in rows for cell in row if re.match(r"[=+\-@\t\r]", cell)]
    assert "'=1+1" in [cell for row in rows for cell in row]
    book = load_workbook(BytesIO(written(hostile(), Path("x.xlsx"), "sv")))
    cells = [
        cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)
    ]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not [cell.value for cell in cells if re.match(r"[=+\-@\t\r]", str(cell.value))]


def test_a_text_that_looks_like_a_program_is_a_text() -> None:
    page = written(hostile(), Path("x.html"), "sv").decode()
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;" in page
    assert PROGRAM in Paper(written(hostile(), Path("x.pdf"), "sv")).text


# --- the page -------------------------------------------------------------------------------------


class Outline(HTMLParser):
    """Which elements there are, and whether every one that is opened is closed."""

    VOID = ("meta", "br")

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.seen if name == tag]


@pytest.mark.parametrize("language", BOTH)
def test_the_page_is_whole_by_itself_and_can_be_read_aloud(language: Language) -> None:
    page = read(".html", language)
    outline = Outline(page)
    assert outline.all("html") == [{"lang": language}]
    assert not outline.all("script") + outline.all("link") + outline.all("img") + outline.all("iframe")
    assert not re.search(r"https?:|url\(|@import", page)
    assert len(outline.all("h1")) == 1
    headings = [int(name[1]) for name, _ in outline.seen if re.fullmatch("h[1-6]", name)]
    assert all(b <= a + 1 for a, b in pairwise(headings))
    assert all(chart["aria-hidden"] == "true" for chart in outline.all("svg"))
    assert len(outline.all("table")) == len(outline.all("caption")) == len(outline.all("figure"))
    assert len(outline.all("figure")) == 1 + 3 + 7
    assert {cell.get("scope") for cell in outline.all("th")} == {"col", "row"}


# --- tables and data ------------------------------------------------------------------------------


def test_json_is_the_report_itself() -> None:
    assert Report.model_validate_json(form(".json")) == report()


def test_the_tables_tell_every_number_that_the_report_has() -> None:
    book = load_workbook(BytesIO(form(".xlsx")))
    told: list[list[Any]] = [[cell.value for cell in row] for row in book["Svar"].iter_rows(min_row=2)]
    answers = [card.answers for card in report().cards if card.answers]
    assert sum(row[4] for row in told) == sum(sum(one.after) + one.own_after for one in answers)
    assert sum(row[3] for row in told) == sum(sum(one.before) + one.own_before for one in answers)
    rows = list(csv.DictReader(StringIO(form(".csv", "en").decode())))
    numbers = [int(row["Value"]) for row in rows if row["Part"] == "Answers" and row["Measure"] == "After"]
    assert sum(numbers) == sum(row[4] for row in told)


def test_both_languages_have_the_same_words() -> None:
    def keys(tree: Any) -> Any:
        if isinstance(tree, dict):
            return {name: keys(value) for name, value in tree.items()}
        return [keys(value) for value in tree] if isinstance(tree, list) else type(tree).__name__

    assert keys(json.loads(json.dumps(spoken(report(), "sv")))) == keys(
        json.loads(json.dumps(spoken(report(), "en")))
    )


@pytest.mark.parametrize("language", BOTH)
def test_every_reason_why_a_number_is_missing_has_a_sentence(language: Language) -> None:
    told = {why: missing(why, report(), speech_in(language)) for why in MISSING}
    assert told.pop("") == ""
    assert all(sentence.endswith(".") and "{" not in sentence for sentence in told.values())


def test_a_file_with_another_ending_is_no_form() -> None:
    with pytest.raises(Misuse, match=r"rapport\.docx does not end in any of \.pdf"):
        form_of(Path("rapport.docx"))
    assert form_of(Path("RAPPORT.PDF")) == ".pdf"


@pytest.mark.parametrize("language", BOTH)
def test_the_paper_can_be_read_aloud_as_far_as_the_file_decides(language: Language) -> None:
    paper = Paper(form(".pdf", language))
    assert (paper.is_tagged, paper.language) == (True, language)
    assert paper.title


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_pledge_is_one_sentence_in_the_language_it_was_begun_in(language: Language) -> None:
    speech = speech_in(language)
    assert worded("pledge", "När det ringer\nandas jag", speech) == "När det ringer, så ska jag andas jag"
    mixed = worded("pledge", "när det ringer …\nI will breathe", speech)
    assert mixed == "När det ringer, så ska jag breathe"
    assert "När Närvaron sviktar" in worded("pledge", "Närvaron sviktar\nså ska jag vila", speech)
    assert worded("pledge", "det ringer\nI will breathe", speech) == "When det ringer, I will breathe"
    bare = {"sv": "När det ringer, så ska jag andas", "en": "When det ringer, I will andas"}
    assert worded("pledge", "det ringer\nandas", speech) == bare[language]
