"""What a host's whole day with many tables brings to their screens: hands, lines, looking up, waiting."""

from __future__ import annotations

from collections.abc import Iterator

from game.client.pilot import Pilot
from game.client.play import Play
from game.client.stations import screen, team
from game.client.ui.fonts import Fonts
from game.rules.command import (
    AskTime,
    CallTimeout,
    DealCard,
    EndTimeout,
    Extend,
    Pause,
    RaiseHand,
    SendMessage,
    WriteNote,
)
from tests.client.looks import Look, Shot
from tests.client.pictures_hall import DOOR, hall
from tests.client.pictures_team import Scene, one_shot, person_clicks
from tests.client.tables import House, a_room

SHORT = "Fem minuter till. Sedan tittar alla fram."
LONG = (
    "Vi ligger lite efter. Ta gärna en fråga till och skriv en mening om det ni vill ha med er "
    "till eftermiddagen, så samlas vi i stora salen klockan tre."
)


def staff_shots() -> Iterator[Shot]:
    """Everything of it, on every kind of screen."""
    yield from _hands()
    yield from _lines()
    yield from _looking_up()
    yield from _waiting()
    yield from _own_cards()
    yield from _breaks()


def leader(house: House) -> Play:
    """The host's device."""
    return next(play for play in house.plays if play.kind == "host")


def says(text: str) -> Scene:
    """The host sends a line to all."""
    return lambda house, play: house.does(leader(house), SendMessage(text=text))


def looks(text: str = "") -> Scene:
    """The host asks all to look up."""
    return lambda house, play: house.does(leader(house), Pause(look=True, text=text))


def raises(house: House, play: Play) -> None:
    """The table's hand goes up."""
    house.does(play, RaiseHand())


def _hands() -> Iterator[Shot]:
    for station in ("solo", "table"):
        yield one_shot("hand-up", station, "talk", before=raises, pace="hall")
    yield one_shot("hand-up-vote", "table", "vote", before=raises, person=person_clicks("gate"), pace="hall")
    yield one_shot("hand-menu", "table", "talk", before=raises, person=person_clicks("menu"), pace="hall")
    yield one_shot("hand-timeout", "table", "talk", before=_fetched, pace="hall")


def _fetched(house: House, play: Play) -> None:
    house.does(play, CallTimeout())
    house.does(play, EndTimeout(how="call"))


def _lines() -> Iterator[Shot]:
    for station in ("solo", "table", "wall"):
        yield one_shot("line", station, "talk", before=says(SHORT), pace="hall")
        yield one_shot("line-long", station, "talk", before=says(LONG), pace="hall")
    yield one_shot("line-vote", "solo", "vote", before=says(LONG), pace="hall")
    yield one_shot("line-vote", "table", "vote", before=says(LONG), pace="hall")
    yield one_shot("line-vote", "wall", "vote", before=says(LONG), pace="hall")
    yield one_shot("line-note", "table", "note", before=says(LONG), pace="hall")
    yield one_shot("line-lobby", "table", "lobby", before=says(SHORT), pace="hall")
    for phase in ("lobby", "vote", "talk"):
        yield _hall(f"hall-line-{phase}", phase, says(LONG))


def _looking_up() -> Iterator[Shot]:
    for station in ("solo", "table", "wall"):
        yield one_shot("look", station, "vote", before=looks(), pace="hall")
    yield one_shot("look-text", "table", "talk", before=looks("Vi samlas i stora salen."), pace="hall")
    yield _hall("hall-look", "talk", looks())
    yield _hall("hall-look-text", "talk", looks("Vi samlas i stora salen."))


def _waiting() -> Iterator[Shot]:
    yield one_shot("early", "table", "compare", pace="hall")
    for station in ("solo", "table"):
        asks = person_clicks("meanwhile")
        yield one_shot("early-question", station, "perspective", pace="hall", person=asks)
    yield one_shot("early", "solo", "perspective", pace="hall")
    yield one_shot("early-note", "table", "note", pace="hall", before=_note)
    yield one_shot("early-note", "solo", "note", pace="hall", before=_note)
    yield one_shot("early-own", "table", "draw", pace="hall", before=_done_with_own)
    yield one_shot("more-asked", "table", "talk", pace="hall", before=_ask_time)
    yield one_shot("more-asked-own-pace", "solo", "talk", before=_ask_time)
    yield Shot("more-given-table", _given)


def _note(house: House, play: Play) -> None:
    writer = next(one for one in house.plays if one.may("write_note"))
    house.does(writer, WriteNote(serial=writer.serial, text="Fråga hur det gick.", tag="strengthen"))


def _ask_time(house: House, play: Play) -> None:
    seat = play.seats[0]["id"] if play.kind == "solo" else None
    house.does(play, AskTime(serial=play.serial, seat=seat))


def _given(look: Look, fonts: Fonts) -> Pilot:
    """The window has seen the talk's clock before there is more of it."""
    house, table, host = a_room("talk", cards=["motet/utelast-igen"] * 3, pace="hall")
    pilot = house.pilot(table, team.build, look.size, look.settings)
    house.does(host, Extend(serial=host.serial, seen=host.version, minutes=2))
    pilot.pane.refresh()
    return pilot


def _own_cards() -> Iterator[Shot]:
    for station in ("solo", "table", "wall"):
        yield one_shot("draw-own", station, "draw", before=_own, pace="hall", card="drawn", tables=2)
    yield _hall("hall-own-done", "draw", _one_done)


def _own(house: House, play: Play) -> None:
    host = leader(house)
    house.does(host, DealCard(serial=host.serial, own=True))


def _one_done(house: House, play: Play) -> None:
    _own(house, play)
    table = next(one for one in house.plays if one.kind == "table")
    play_on(house, table)


def _done_with_own(house: House, play: Play) -> None:
    _own(house, play)
    play_on(house, play)


def play_on(house: House, table: Play) -> None:
    """One table plays its own card to the note."""
    others, house.plays = house.plays, [table]
    while table.stage and table.stage["phase"] != "note":
        house.everybody()
        if not house._lead([table]):
            house.wait(6_000)
    house.plays = others
    house.refresh()


def _breaks() -> Iterator[Shot]:
    for station in ("solo", "table", "wall"):
        yield one_shot("rest-over", station, "talk", before=_paused, pace="hall", wait=16 * 60_000)
    yield one_shot("rest-open", "table", "talk", before=_open_end, pace="hall")


def _paused(house: House, play: Play) -> None:
    house.does(leader(house), Pause(text="Fika i foajén. Vi ses igen vid borden.", minutes=15))


def _open_end(house: House, play: Play) -> None:
    house.does(leader(house), Pause())


def _hall(name: str, phase: str, before: Scene) -> Shot:
    """The hall's screen of a room with six tables."""

    def take(look: Look, fonts: Fonts) -> Pilot:
        house, host, wall = hall()
        if phase != "lobby":
            house.to(
                phase, 1, next(n for n, step in enumerate(house.game.room.steps) if step.kind == "round")
            )
        before(house, host)
        return house.pilot(wall, lambda play, ctx: screen.build(play, ctx, DOOR), look.size, look.settings)

    return Shot(name, take)
