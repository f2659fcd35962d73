"""`bemot calendar ROOM`: the day out of the server's own database, whatever else lies in it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from icalendar import Calendar
from typer.testing import CliRunner, Result

from game.cli import app
from game.followup import FollowUp, calendar_file, moment, weeks_after
from game.rules import replay
from server.store.archive import open_archive
from tests.server.stores import open_store, voting


def calendar(database: Path, code: str) -> Result:
    file = database.parent / "u.ics"
    asked = ["calendar", code, "--database", str(database), "-o", str(file), "--force"]
    return CliRunner().invoke(app, asked, env={"BEMOT_LANGUAGE": "sv", "COLUMNS": "300"})


@pytest.mark.parametrize("typed", ["BCD-235", "bcd235", " bcd 235"])
async def test_the_follow_up_of_a_room_comes_weeks_after_it_began(database: Path, typed: str) -> None:
    async with open_store(database) as store:
        await voting(store, "r1", "BCD-235")
        await voting(store, "r2", "BCD-236")
        done = calendar(database, typed)  # beside the server
    assert done.exit_code == 0, done.output
    with open_archive(database) as archive:
        started = replay(archive.log("r1")).started
    assert started is not None
    (event,) = Calendar.from_ical((database.parent / "u.ics").read_bytes()).walk("VEVENT")
    assert event.decoded("dtstart") == weeks_after(moment(started))
    began = moment(started)
    made = FollowUp(began, weeks_after(began), code="BCD-235")  # as on the host's last page
    (other,) = Calendar.from_ical(calendar_file(made, began)).walk("VEVENT")
    assert event["uid"] == other["uid"], "one entry, wherever it was saved"


async def test_a_code_that_no_room_has_and_a_log_that_cannot_be_read_are_told_of(database: Path) -> None:
    async with open_store(database) as store:
        await voting(store, "r1", "BCD-235")
        await voting(store, "r2", "BCD-236")
    with sqlite3.connect(database) as raw:
        raw.execute("UPDATE events SET body = '{}' WHERE room = 'r2' AND seq > 1")
    raw.close()
    assert "Inget rum har koden BCD-239." in calendar(database, "BCD-239").output
    assert calendar(database, "BCD-239").exit_code == 2
    ill = calendar(database, "BCD-236")
    assert (ill.exit_code, "säger ingen dag" in ill.output) == (1, True)
    assert calendar(database, "BCD-235").exit_code == 0
