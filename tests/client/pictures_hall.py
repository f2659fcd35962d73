"""The windows before a room, the host's board and the hall's screen, in every phase."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.client.news import Status
from game.client.pilot import Pilot
from game.client.play import Play
from game.client.stations import host, screen
from game.client.stations.board import Board
from game.client.stations.door import Door
from game.client.ui.fonts import Fonts
from game.rules import Presence
from game.rules.command import CallTimeout, EndTimeout, Pause, RaiseHand, Recover, ReleaseText, ShowResult
from tests.client.looks import Look, Shot
from tests.client.pictures_board import board_shots
from tests.client.pictures_lead import lead_shots
from tests.client.pictures_windows import AWAY, Person, nothing, still, window_shots
from tests.client.tables import House

DOOR = Door(("http://192.168.1.20:8765",))
NETWORKS = Door((*DOOR.urls, "http://10.133.207.14:8765", "http://172.20.10.11:8765"))
REHEARSAL = Door(())
PHASES = (
    ("lobby", 1),
    ("frame", 1),
    ("checkin", 1),
    ("checkin", 2),
    ("practice", 1),
    ("draw", 1),
    ("read", 1),
    ("vote", 1),
    ("reveal", 1),
    ("talk", 1),
    ("vote", 2),
    ("compare", 1),
    ("perspective", 1),
    ("note", 1),
    ("break", 1),
    ("harvest", 1),
    ("pledge", 1),
    ("debrief", 1),
    ("debrief", 2),
    ("debrief", 3),
    ("closed", 1),
)
ROUND = frozenset({"draw", "read", "vote", "reveal", "talk", "compare", "perspective", "note"})
Act = Callable[[House, Play, Play], None]


def quiet(house: House, leader: Play, wall: Play) -> None:
    """Nothing more."""


def hall_shots() -> Iterator[Shot]:
    """Everything outside a team's own screens."""
    yield from window_shots()
    yield from _boards()
    yield from board_shots()
    yield from lead_shots()
    yield from _halls()


def hall(tables: int = 6, preset: str = "Halvdag") -> tuple[House, Play, Play]:
    """(house, host, hall screen) with so many tables."""
    house = House(preset)
    for number in range(tables):
        house.table(4 + number % 3)
    return house, house.host(), house.screen()


def first_card(house: House, phase: str) -> int | None:
    """The step of the first card, for phases that the practice card has too."""
    kinds = [step.kind for step in house.game.room.steps]
    return kinds.index("round") if phase in ROUND else None


def board(play: Play, key: str = "", door: Door = DOOR) -> Board:
    """The host's board with a door and a second display."""
    return Board(play, door, key, nothing)


def _boards() -> Iterator[Shot]:
    for phase, round in PHASES:
        yield _board(f"host-{phase}-{round}", phase, round)
    yield _board("host-nobody", "lobby", tables=0)
    for name, door in (("networks", NETWORKS), ("rehearsal", REHEARSAL)):
        yield _board(f"host-{name}", "lobby", door=door)
        yield _board(f"host-many-{name}", "lobby", tables=30, door=door)
        yield _board(f"host-door-{name}", "vote", act=_ask("door"), door=door)
    yield _board("host-key", "lobby", key="K7PR-2MXA-9TBE-HS4D")
    yield _board("host-own-pace", "frame", preset="APT 60")
    for phase in ("lobby", "vote", "talk"):
        yield _board(f"host-lecture-{phase}", phase, preset="Lecture", act=_raised)
    yield _board("host-own-card", "talk", preset="APT 60", tables=2, act=_tab("card"))
    yield _board("host-own-gone", "talk", preset="APT 60", act=_needs, person=_third)
    yield _board("host-needs", "talk", act=_needs)
    yield _board("host-many", "vote", tables=30)
    yield _board("host-table", "talk", act=_needs, person=_open)
    yield _board("host-remove", "vote", person=_remove)
    for dialog in ("pause", "more", "skip", "close", "door", "leave"):
        yield _board(f"host-ask-{dialog}", "vote", act=_ask(dialog))
    yield _board("host-ask-next", "vote", person=_click("next"))
    for tab in ("card", "results", "wall"):
        yield _board(f"host-tab-{tab}", "debrief", 2, act=_tab(tab))
    yield _board("host-tab-notes", "talk", act=_tab("card"))
    yield _board("host-paused", "talk", act=_pause)
    yield _board("host-offline", "talk", act=lambda house, leader, wall: house.cut(leader))


def _board(
    name: str,
    phase: str,
    round: int = 1,
    *,
    tables: int = 6,
    preset: str = "Halvdag",
    key: str = "",
    door: Door = DOOR,
    act: Act = quiet,
    person: Person = still,
) -> Shot:
    def take(look: Look, fonts: Fonts) -> Pilot:
        house, leader, wall = hall(tables, preset)
        house.to(phase, round, first_card(house, phase))
        act(house, leader, wall)
        whole = board(leader, key, door)
        pilot = house.pilot(leader, lambda play, ctx: host.build(whole, ctx), look.size, look.settings)
        person(pilot)
        return pilot

    return Shot(name, take)


def _raised(house: House, leader: Play, wall: Play) -> None:
    if leader.stage and leader.stage["phase"] == "vote":
        house.does(next(play for play in house.plays if play.kind == "table"), RaiseHand())


def _halls() -> Iterator[Shot]:
    for phase, round in PHASES:
        yield _hall(f"hall-{phase}-{round}", phase, round)
    yield _hall("hall-checkin-shown", "practice", act=_show_checkin)
    yield _hall("hall-compare-shown", "compare", act=_show_cards)
    yield _hall("hall-harvest-wall", "harvest", act=_release)
    yield _hall("hall-pledge-wall", "pledge", act=_release)
    yield _hall("hall-paused", "talk", act=_pause)
    yield _hall("hall-restarted", "talk", act=_restart)
    yield _hall("hall-own-pace", "frame", preset="APT 60")
    yield _hall("hall-networks", "lobby", door=NETWORKS)
    yield _hall("hall-rehearsal", "lobby", door=REHEARSAL)
    yield _hall("hall-offline", "talk", act=_offline)


def _hall(
    name: str,
    phase: str,
    round: int = 1,
    *,
    preset: str = "Halvdag",
    door: Door = DOOR,
    act: Act = quiet,
) -> Shot:
    def take(look: Look, fonts: Fonts) -> Pilot:
        house, leader, wall = hall(6, preset)
        house.to(phase, round, first_card(house, phase))
        act(house, leader, wall)
        return house.pilot(wall, lambda play, ctx: screen.build(play, ctx, door), look.size, look.settings)

    return Shot(name, take)


# --- what happens ---


def _click(*what: str) -> Person:
    def person(pilot: Pilot) -> None:
        for key in what:
            pilot.click(key)

    return person


def _open(pilot: Pilot) -> None:
    pilot.click("Bord 1" if pilot.see("Bord 1") else "Table 1")


def _third(pilot: Pilot) -> None:
    pilot.click("Bord 3" if pilot.see("Bord 3") else "Table 3")


def _remove(pilot: Pilot) -> None:
    _open(pilot)
    pilot.wheel("act Stäng omröstningen" if pilot.see("Stäng omröstningen") else "act Close the vote", -30)
    key = next(target.key for target in pilot.pane.live() if target.key.startswith("remove "))
    pilot.click(key)


def _needs(house: House, leader: Play, wall: Play) -> None:
    tables = [play for play in house.plays if play.kind == "table"]
    house.does(tables[0], CallTimeout())
    house.does(tables[0], EndTimeout(how="call"))
    house.does(tables[1], CallTimeout())
    lost = tables[2].you
    assert lost is not None
    house.presence = Presence(lost=frozenset({lost["station"]}))
    house.refresh()


def _ask(dialog: str) -> Act:
    def act(house: House, leader: Play, wall: Play) -> None:
        leader.kept["ask"] = dialog

    return act


def _tab(tab: str) -> Act:
    def act(house: House, leader: Play, wall: Play) -> None:
        leader.kept["tab"] = tab

    return act


def _pause(house: House, leader: Play, wall: Play) -> None:
    house.does(leader, Pause(text="Bensträckare. Kaffe finns i hallen.", minutes=10))


def _restart(house: House, leader: Play, wall: Play) -> None:
    house.itself(Recover(beat=house.facts.now))


def _offline(house: House, leader: Play, wall: Play) -> None:
    wall.take(Status("offline", 0.0, "unreachable", AWAY))


def _show_checkin(house: House, leader: Play, wall: Play) -> None:
    if leader.host and leader.host["checkin"] and "checkin" not in leader.host["shown"]:
        house.does(leader, ShowResult(what="checkin"))


def _show_cards(house: House, leader: Play, wall: Play) -> None:
    for chart in leader.host["charts"] if leader.host else []:
        house.does(leader, ShowResult(what=f"card:{chart['card']}"))


def _release(house: House, leader: Play, wall: Play) -> None:
    for _ in range(3):
        house.everybody()
    for text in leader.host["wall"] if leader.host else []:
        house.does(leader, ReleaseText(text=text["id"]))
