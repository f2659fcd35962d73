"""Whole sessions with bots, against the real server over the real socket."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest

from game.bots.station import TurnedAway
from game.client.api import create_room, decks, healthz, presets
from game.client.connection import Wire
from game.client.news import News, ViewChanged
from game.client.trouble import Trouble
from game.rehearse import Cast, NoRoom, Options, Progress, Report, Stuck, rehearse
from game.rules.command import CloseRoom, OpenNext
from game.wire import Join, RoomMade, RoomRequest
from tests.e2e.service import Service

CARDS = ("incheckning/dagsform", "incheckning/energi", "incheckning/narvaro")


def quiet(progress: Progress) -> None:
    """Nobody watches."""


def played(service: Service, **chosen: object) -> Report:
    options = Options.model_validate({"server": service.url, "tables": 3, "seats": 4, **chosen})
    return rehearse(options, quiet)


@pytest.mark.parametrize("preset", ["APT 30", "Lecture"])
def test_every_seat_is_heard_twice_a_card_and_nothing_is_left(service: Service, preset: str) -> None:
    report = played(service, preset=preset, cards=CARDS[: {"APT 30": 1, "Lecture": 3}[preset]])
    together = 3 if preset == "Lecture" else 1  # an audience is one team
    assert report.ballots == 2 * 4 * together * len(report.outcomes)
    assert report.wrong == []
    assert report.ballots_left == 0
    assert report.sent == report.acked + sum(report.refused.values())
    assert report.refused == {}
    assert {(outcome.table, outcome.card) for outcome in report.outcomes} == {
        (table, card)
        for table in ((1,) if preset == "Lecture" else (1, 2, 3))
        for card in CARDS[: len(report.outcomes) * together // 3]
    }


@pytest.mark.slow
def test_a_half_day_with_harvest_pledge_and_debrief_is_played_to_its_end(service: Service) -> None:
    report = played(service, preset="Halvdag")
    assert (report.wrong, report.ballots_left, report.refused) == ([], 0, {})
    assert {step.table for step in report.outcomes} == {1, 2, 3}
    practised = 3
    assert report.ballots == 2 * 4 * (len(report.outcomes) + practised)


@pytest.mark.parametrize("pace", ["hall", "table"])
def test_a_programme_of_ones_own_is_played_with_its_cards(service: Service, pace: str) -> None:
    chosen = ("incheckning/energi", "motet/sockorna", "motet/gone", None)
    kinds = ("checkin", "round", "round", "round")
    steps = [{"kind": kind, "minutes": 5, "card": card} for kind, card in zip(kinds, chosen, strict=True)]
    report = played(service, preset="APT 60", name="Vår dag", steps=steps, pace=pace, decks=("motet",))
    assert (report.wrong, report.ballots_left, report.refused) == ([], 0, {})
    assert report.preset == "Vår dag"
    assert report.ballots == 2 * 4 * 3 * 3
    cards = {outcome.card for outcome in report.outcomes}
    assert (len(cards), "motet/sockorna" in cards) == (3, True)


@pytest.mark.parametrize("preset", ["APT 30", "Lecture"])
def test_the_same_seed_gives_the_same_outcome_of_every_card(service: Service, preset: str) -> None:
    first, second = (played(service, preset=preset, seed=11).outcomes for _ in range(2))
    assert first == second


def test_cards_are_drawn_when_the_server_has_read_them_all(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = decks(service.url)
    while any(deck.reading for deck in whole):
        whole = decks(service.url)
    unread = tuple(deck.model_copy(update={"reading": True, "cards": ()}) for deck in whole)
    told = iter([unread, unread, whole])
    monkeypatch.setattr("game.rehearse.decks", lambda url: next(told, whole))
    first, second = (played(service, tables=1, seats=2, seed=11).outcomes for _ in range(2))
    assert [outcome.card for outcome in first] == [outcome.card for outcome in second]


def test_another_seed_gives_another_outcome(service: Service) -> None:
    first, second = (played(service, preset="Lecture", seed=seed).outcomes for seed in (1, 2))
    assert first != second


def test_a_server_is_started_and_ended_when_none_is_given(service: Service) -> None:
    used: list[str] = []

    @contextmanager
    def starter() -> Iterator[str]:
        used.append("started")
        yield service.url
        used.append("ended")

    report = rehearse(Options(tables=1, seats=2), quiet, starter)
    assert used == ["started", "ended"]
    assert report.stations == 2


def test_progress_is_told_from_the_door_to_the_end(service: Service) -> None:
    told: list[Progress] = []
    rehearse(Options(server=service.url, tables=1, seats=3), told.append)
    assert [step.done for step in told] == sorted(step.done for step in told)
    assert (told[0].phase, told[-1].done, told[-1].of) == ("lobby", 4, 4)


def test_progress_follows_the_table_also_when_the_host_is_there_before_it(service: Service) -> None:
    told: list[str] = []
    behind: list[str] = []

    def watch(view: Mapping[str, Any], now: float) -> None:
        if view["you"]["kind"] != "host" and told[-1:] != [view["stage"]["phase"]]:
            behind.append(view["stage"]["phase"])

    steps = [{"kind": kind, "minutes": 3} for kind in ("frame", "break", "checkin", "debrief")]
    chosen = {"preset": "Halvdag", "steps": steps, "pace": "hall", "decks": ("motet",)}
    options = Options.model_validate({"server": service.url, "tables": 1, "seats": 1, **chosen})
    rehearse(options, lambda how: told.append(how.phase), watch=watch)
    assert behind == []


def test_bots_sit_down_beside_others_and_go_when_the_room_closes(service: Service) -> None:
    made = create_room(service.url, RoomRequest(preset="APT 30", decks=("motet",)))
    assert isinstance(made, RoomMade)
    beside: list[Report] = []
    guests = Options(join=f"{service.url}/j/{made.code}", tables=1, seats=3, first_table=7)
    thread = threading.Thread(target=lambda: beside.append(rehearse(guests, quiet)))
    thread.start()
    asyncio.run(_lead(service.url, made))
    thread.join(60)
    assert beside[0].ballots == 3 * 2
    assert beside[0].ballots_left is None


@pytest.mark.parametrize("sitting", [5, 1])
def test_bots_that_are_stopped_beside_people_leave_no_ghosts_at_the_tables(
    service: Service, sitting: int
) -> None:
    """Stopped when all have sat down, or while most are still at the door; as Ctrl+C does, by cancelling."""
    made = create_room(service.url, RoomRequest(preset="APT 60"))
    assert isinstance(made, RoomMade)
    guests = Options(join=f"{service.url}/j/{made.code}", tables=1, seats=5, mix="solo", first_table=7)
    seen = asyncio.run(_stop_when(sitting, Cast(guests, service.url, 0, code=made.code), service.url, made))
    assert max(seen) >= sitting
    assert seen[-1] == 0


async def _stop_when(sitting: int, cast: Cast, url: str, made: RoomMade) -> list[int]:
    """Stop the bots when so many sit; the seats that the host has seen, until well after that."""
    seen: list[int] = []
    enough, empty = asyncio.Event(), asyncio.Event()

    def hear(news: News) -> None:
        if isinstance(news, ViewChanged):
            seen.append(news.slices["room"]["seats"])
            if seen[-1] >= sitting:
                enough.set()
            if enough.is_set() and seen[-1] == 0:
                empty.set()

    wire = Wire(url, hear)
    running = asyncio.create_task(wire.run())
    wire.enter(Join(code=made.code, kind="host", seats=0, host_key=made.host_key, id="host-0123456789"))
    playing = asyncio.create_task(cast.play(lambda: None))
    async with asyncio.timeout(30):
        await enough.wait()
        playing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await playing
        await empty.wait()
        await asyncio.sleep(0.3)  # nobody comes through the door after the others have gone
    wire.stop()
    await running
    return seen


async def _lead(url: str, made: RoomMade) -> None:
    """A host of another process, who knows nothing of the bots: it opens when it sees three seats."""
    seated = asyncio.Event()
    finished = asyncio.Event()
    closed = asyncio.Event()
    serial = 0

    def hear(news: News) -> None:
        nonlocal serial
        if isinstance(news, ViewChanged):
            serial = news.slices["stage"]["serial"]
            if news.slices["room"]["seats"] == 3:
                seated.set()
            tiles = [tile for name, tile in news.slices.items() if name.startswith("tile:")]
            if tiles and all(tile["phase"] == "closed" for tile in tiles):
                finished.set()
            if news.slices["room"]["closed"]:
                closed.set()

    wire = Wire(url, hear)
    running = asyncio.create_task(wire.run())
    wire.enter(Join(code=made.code, kind="host", seats=0, host_key=made.host_key, id="host-0123456789"))
    async with asyncio.timeout(60):
        await seated.wait()
        wire.send(OpenNext(serial=serial))
        await finished.wait()
        wire.send(CloseRoom())
        await closed.wait()
    wire.stop()
    await running


def test_a_wrong_preset_is_told_in_the_servers_words(service: Service) -> None:
    with pytest.raises(NoRoom) as told:
        played(service, preset="APT 3000")
    assert told.value.nack.code == "unknown_preset"


def test_a_wrong_code_is_told_in_the_servers_words(service: Service) -> None:
    with pytest.raises(TurnedAway) as told:
        rehearse(Options(join=f"{service.url}/j/XXX-999", tables=1, seats=2), quiet)
    assert told.value.code == "unknown_code"


def test_a_server_that_is_not_there_is_told_at_once() -> None:
    with pytest.raises(Trouble) as told:
        rehearse(Options(server="http://127.0.0.1:9"), quiet)
    assert told.value.code == "unreachable"


def test_what_a_server_offers_can_be_read(service: Service) -> None:
    assert healthz(service.url)
    assert "APT 60" in {preset.name for preset in presets(service.url)}
    assert any(deck.ok and deck.cards for deck in decks(service.url))


def test_a_server_that_stops_for_good_ends_the_rehearsal(service: Service) -> None:
    """Bots with a person's pace wait an hour for each other, but not for a server."""
    told: list[bool] = []

    def killed(progress: Progress) -> None:
        if not told:
            service.kill()
        told.append(progress.lost)

    with pytest.raises(Stuck) as stuck:
        rehearse(Options(server=service.url, tables=1, seats=3, speed="human", patience=0.1), killed)
    assert (stuck.value.lost, told) == (True, [False, True])
    assert sum(stuck.value.places.values()) == 2  # the table's one screen, and the host
