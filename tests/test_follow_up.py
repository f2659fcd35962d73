"""The follow-up in a calendar: when it is, and a file that any calendar takes."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event
from typer.testing import CliRunner, Result

from game.cli import app
from game.followup import WEEKS, ZONE, FollowUp, calendar_file, moment, weeks_after
from game.places import assets
from game.rules import PRESETS
from game.rules.again import FOLLOW_UP

MADE = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
DAYS = st.builds(datetime.combine, st.dates(date(2024, 1, 1), date(2037, 1, 1)), TIMES, st.just(ZONE))
LINE = re.compile(r"[A-Z][A-Z-]*(;[A-Z-]+=[^:;,\"]+)*:[^\x00-\x08\x0a-\x1f\x7f]*")


def run(*arguments: str | Path, language: str = "sv") -> Result:
    asked = [str(one) for one in arguments]
    return CliRunner().invoke(app, asked, env={"BEMOT_LANGUAGE": language, "COLUMNS": "300"})


def said(done: Result) -> str:
    return " ".join(done.output.split())


def event_in(data: bytes) -> Event:
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert isinstance(event, Event)
    return event


@given(DAYS, st.sampled_from(WEEKS))
def test_it_is_the_same_weekday_and_time_two_to_four_weeks_later_and_never_on_a_weekend(
    began: datetime, weeks: int
) -> None:
    later = weeks_after(began, weeks)
    assert (later.hour, later.minute) == (began.hour, began.minute)
    days = (later.date() - began.date()).days
    if began.weekday() < 5:
        assert days == 7 * weeks
    assert later.weekday() < 5
    assert 0 <= days - 7 * weeks <= 2


def test_clock_time_is_kept_when_summer_time_ends_in_between() -> None:
    later = weeks_after(datetime(2026, 10, 8, 9, 0, tzinfo=ZONE))
    assert later.astimezone(UTC) == datetime(2026, 10, 29, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(("minute", "quarter"), [(0, 0), (7, 0), (8, 15), (52, 45), (37, 30), (38, 45)])
def test_a_session_began_at_the_quarter_nearest(minute: int, quarter: int) -> None:
    at = datetime(2026, 11, 2, 9, minute, tzinfo=ZONE)
    assert moment(at.timestamp() * 1000) == datetime(2026, 11, 2, 9, quarter, tzinfo=ZONE)


@given(
    DAYS,
    st.sampled_from(["sv", "en"]),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=200),
)
def test_every_file_follows_the_grammar(began: datetime, language: str, place: str) -> None:
    found = FollowUp(began, weeks_after(began), language, place)
    data = calendar_file(found, MADE)
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    whole = data.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    assert all(LINE.fullmatch(line) for line in whole)
    names = [re.split(r"[:;]", line)[0] for line in whole]
    assert names[:3] == ["BEGIN", "VERSION", "PRODID"]
    for once in ("UID", "DTSTAMP", "DTSTART", "DURATION", "SUMMARY", "DESCRIPTION"):
        assert names.count(once) == 1
    event = event_in(data)
    assert event.decoded("dtstart") == found.begins.astimezone(UTC)
    assert event.decoded("dtstamp") == MADE
    assert str(event.get("location", "")) == place


def test_it_tells_what_to_do_then_in_either_language() -> None:
    began = datetime(2026, 11, 2, 9, 0, tzinfo=ZONE)
    told = {
        language: str(
            event_in(calendar_file(FollowUp(began, weeks_after(began), language), MADE))["description"]
        )
        for language in ("sv", "en")
    }
    assert "gjort, delvis eller inte än" in told["sv"]
    assert "2026-11-02" in told["sv"]
    assert "done, partly or not yet" in told["en"]
    assert told["sv"].count("\n") == told["en"].count("\n")


def test_it_takes_as_long_as_the_programme_of_its_room_wherever_that_is_told() -> None:
    began = datetime(2026, 11, 2, 9, 0, tzinfo=ZONE)
    said = {
        "sv": ("Trettio minuter om", "Boka en halvtimme"),
        "en": ("Thirty minutes about", "Book half an hour"),
    }
    assert PRESETS[FOLLOW_UP].minutes == 30
    for language, (first, booked) in said.items():
        event = event_in(calendar_file(FollowUp(began, weeks_after(began), language), MADE))
        assert event.decoded("duration") == timedelta(minutes=30)
        assert str(event["description"]).startswith(first)
        assert booked in (assets() / "handbook" / f"{language}.md").read_text("utf-8")


def test_it_tells_which_cards_were_played_to_choose_one_of_them_to_play_again() -> None:
    began = datetime(2026, 11, 2, 9, 0, tzinfo=ZONE)
    cards = ("Plogvallen", "Gröna raggsockor")
    for language, words in (("sv", "Korten ni pratade om då"), ("en", "The cards you talked about then")):
        found = FollowUp(began, weeks_after(began), language, cards=cards)
        told = str(event_in(calendar_file(found, MADE))["description"])
        assert told.endswith(f"{words}: Plogvallen, Gröna raggsockor.")


def test_making_it_again_changes_the_entry_instead_of_adding_one() -> None:
    began = datetime(2026, 11, 2, 9, 0, tzinfo=ZONE)
    once = event_in(calendar_file(FollowUp(began, weeks_after(began), code="FKT-482"), MADE))
    again = FollowUp(began, weeks_after(began, 2), code="FKT-482")
    assert event_in(calendar_file(again, MADE + timedelta(hours=1)))["uid"] == once["uid"]
    other = FollowUp(began, weeks_after(began), code="BCD-234")
    assert event_in(calendar_file(other, MADE))["uid"] != once["uid"]


def test_the_command_writes_a_file_for_a_day(tmp_path: Path) -> None:
    file = tmp_path / "u.ics"
    done = run("calendar", "--date", "2027-01-14", "--start", "13.15", "--weeks", "2", "-o", file)
    assert (done.exit_code, said(done)) == (0, f"Uppföljning 2027-01-28 kl. 13.15: öppna {file}.")
    assert event_in(file.read_bytes()).decoded("dtstart") == datetime(2027, 1, 28, 12, 15, tzinfo=UTC)
    assert run("calendar", "--date", "2027-01-14", "-o", file).exit_code == 2
    assert run("calendar", "--date", "2027-01-14", "-o", file, "--force").exit_code == 0


@pytest.mark.parametrize(
    ("wish", "code", "sentence"),
    [
        ([], 2, "Säg rummets kod eller --date"),
        (["FKT-482", "--date", "2027-01-14"], 2, "ett av dem"),
        (["--date", "14/1"], 2, "”14/1” är ingen dag"),
        (["--date", "9999-12-31"], 2, "”9999-12-31” är ingen dag"),
        (["--date", "2027-01-14", "--start", "25"], 2, "är ingen tid"),
        (["FKT-482", "--database", "finns-inte.sqlite"], 2, "Det finns ingen databas"),
        (["--date", "2027-01-14", "--weeks", "9"], 2, "högst 4"),
    ],
)
def test_a_wrong_wish_is_met_with_a_sentence(
    tmp_path: Path, wish: list[str], code: int, sentence: str
) -> None:
    done = run("calendar", *wish, "-o", tmp_path / "u.ics")
    assert done.exit_code == code
    assert sentence in said(done)
    assert not list(tmp_path.iterdir())
