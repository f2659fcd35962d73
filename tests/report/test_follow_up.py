"""The report of a follow-up: then beside now, and what became of the pledges, in every form."""

from __future__ import annotations

import csv
from functools import cache
from io import StringIO

import pytest

from game.printing.report.page import as_html
from game.printing.report.spoken import spoken
from game.printing.report.tables import as_csv
from game.rules import Game, MemoryFacts, open_room
from game.rules.again import FOLLOW_UP, Again, follow_up
from game.rules.command import CastVote, CheckIn, CloseRoom, DealCard, OpenNext, RecallPledge
from game.rules.event import ProgrammeChanged
from game.rules.opened import CardFacts
from game.rules.report import Report, report_of
from tests.report.day import Day, some_cards


@cache
def first() -> tuple[Day, Report, Again]:
    day = Day(3, some_cards("dilemma", of=2))
    day.play()
    told = report_of(day.log, day.shelf, lambda ms: "2026-11-22")
    return day, told, follow_up(day.room.id, day.room.settings, tuple(day.room.cards.values()), day.log, told)


def test_the_follow_up_asks_at_its_check_in_what_the_first_session_asked() -> None:
    """Answers to two questions cannot stand beside each other."""
    day, told, made = first()
    asked = next(step.card for step in day.room.steps if step.kind == "checkin")
    other = "incheckning/annan"
    cards = (*day.room.cards.values(), CardFacts(id=other, kind="scale", pile=False))
    steps = tuple(
        step.model_copy(update={"card": other}) if step.kind == "checkin" else step for step in day.room.steps
    )
    changed = [*day.log, ProgrammeChanged(steps=steps, begun=0)]
    found = follow_up(day.room.id, day.room.settings, cards, changed, told)
    assert [found.steps[0].card, made.steps[0].card] == [other, asked]


def again(tables: int, kept: tuple[str | None, ...] = ("done", "partly", "not_yet")) -> Report:
    """So many tables of three meet again; all answer and vote alike."""
    day, _, made = first()
    opened = open_room(
        "r2", "GKT-297", made.settings, made.steps, day.room.decks, made.cards, 0, made.follows
    )
    game = Game(opened, MemoryFacts(seed=5))
    host = game.enter("host")
    stations = [game.enter("table", 3) for _ in range(tables)]

    def on() -> None:
        game.does(host, OpenNext(serial=game.serial(host)))

    on()
    for table in stations:
        for seat in game.seats(table):
            game.does(table, CheckIn(seat=seat, serial=game.serial(table), number=8))
    on()
    on()
    for table in stations:
        for seat, one in zip(game.seats(table), kept, strict=True):
            sent = {"seat": seat, "serial": game.serial(table), "kept": one}
            game.does(table, RecallPledge.model_validate(sent))
    on()
    on()
    game.does(host, DealCard(serial=game.serial(host), ready=True))
    for round_ in (1, 2):
        while game.room.stage.place != ("vote", round_):
            on()
        for table in stations:
            for seat in game.seats(table):
                game.does(table, CastVote(seat=seat, serial=game.serial(table), choice="b"))
    on()
    game.does(host, CloseRoom())
    return report_of(game.log, day.shelf, lambda ms: "2026-12-13")


def test_the_card_that_moved_most_is_played_again_and_the_first_sessions_lots_come_along() -> None:
    _, told, made = first()
    assert next(step.card for step in made.steps if step.kind == "round") == told.shifts[0]
    report = again(3)
    assert report.preset == FOLLOW_UP
    assert report.then is not None
    assert told.checkin is not None
    assert report.then.checkin is not None
    assert report.then.checkin.counts == told.checkin.counts
    (before,) = [card.answers for card in told.cards if card.card == told.shifts[0]]
    assert (report.then.card, report.then.answers) == (told.shifts[0], before)
    assert report.kept is not None
    assert (report.kept.done, report.kept.partly, report.kept.not_yet) == (3, 3, 3)


@pytest.mark.parametrize(("tables", "kept"), [(2, ("done",) * 3), (3, ("done", None, None))])
def test_how_the_pledges_went_is_never_told_below_k(tables: int, kept: tuple[str | None, ...]) -> None:
    report = again(tables, kept)
    assert (report.kept, report.kept_missing) == (None, "few")


def test_page_and_table_say_what_the_paper_says() -> None:
    report = again(3)
    told = spoken(report, "sv")
    (scale,) = told["checkin"]["then"]
    assert scale["name"] == "Då, 22 november 2026"
    assert [(row["text"], row["count"]) for row in told["kept"]["rows"]] == [
        ("Gjort", 3), ("Delvis", 3), ("Inte än", 3)
    ]  # fmt: skip
    (card,) = [row for row in told["cards"]["rows"] if row["then"]]
    page, table = as_html(report, "sv").decode(), as_csv(report, "sv").decode("utf-8-sig")
    assert card["then"] in page
    assert "Då, 22 november 2026" in page
    values = {row[1]: row[5] for row in csv.reader(StringIO(table), delimiter=";") if len(row) > 5}
    assert values["Så gick det med löftena: Gjort"] == "3"
    assert values["Sessionen före"] == "2026-11-22"


def test_a_session_that_follows_nothing_tells_of_neither() -> None:
    _, told, _ = first()
    assert (told.then, told.kept, told.kept_missing) == (None, None, "none")
    assert not spoken(told, "sv")["kept"]["told"]
