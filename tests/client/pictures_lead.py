"""What one trainer needs in front of forty tables: the programme as it goes, the wall, those who lead."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from game.client.own_programmes import OwnProgramme, OwnProgrammes
from game.client.pilot import Pilot
from game.client.play import Play
from game.client.stations import host, screen
from game.client.stations.board import Board
from game.client.stations.desk import AgainDesk, LeadDesk, ReportDesk
from game.client.stations.host_course import MINUTE
from game.client.trouble import Trouble
from game.client.ui.fonts import Fonts
from game.rules import Presence
from game.rules.command import CloseRoom, DealCard, Pause, SendMessage, SetPace, SkipStep
from game.rules.slices import WallSlice
from tests.client.looks import Look, Shot
from tests.client.pictures_board import DOOR, crowd
from tests.client.tables import House

Happens = Callable[[House, Play], None]
Person = Callable[[Pilot], None]


class Kept(OwnProgrammes):
    """Two programmes that lie in no folder."""

    def __init__(self) -> None:
        super().__init__(Path("nowhere"))

    def listed(self) -> tuple[OwnProgramme, ...]:
        """A long name and a short one."""
        house = House("Halvdag")
        steps = house.game.room.steps
        names = ("Förvaltningens halvdag, med två raster", "APT i maj")
        return tuple(OwnProgramme(name=name, preset="Halvdag", pace="hall", steps=steps) for name in names)


FOLLOWED = "Dokument/uppfoljning-FKT-482.ics"

SAID = (
    "Vi hinner lyssna färdigt innan vi svarar.",
    "Vi ger tydligare besked om väntetiden i kassan och på telefon.",
    "Vi har korta köer.",
    "Vi säger vårt namn och vad vi kan hjälpa till med, också när det är mycket att göra.",
    "Vi möter irritation med lugn och en fråga till.",
    "Vi ber om ursäkt en gång, sedan kommer lösningen.",
    "Vi ger kollegan vid disken en hand när det brinner.",
    "Vi skriver mejl som en granne skulle förstå: kort, vänligt, utan förkortningar och med ett nästa steg.",
)
HEADINGS = ("Väntan", "Språket i mejlen", "", "Att be om ursäkt")


def wall_of(play: Play, texts: int, headings: bool, waiting: bool = False) -> None:
    """So many texts on the wall that this station sees, each with a number of its own."""
    made: list[WallSlice] = [
        {
            "id": f"n{number}",
            "kind": ("strengthen", "improve")[number % 2],
            "text": f"{number}: {SAID[number % len(SAID)]}" if texts > len(SAID) else SAID[number],
            "released": not waiting or number % 3 > 0,
            "group": HEADINGS[number % 4] if headings else "",
        }
        for number in range(texts)
    ]
    held = play.hall if play.kind == "screen" else play.host
    if held is not None:
        held["wall"] = made


def lead_shots() -> Iterator[Shot]:
    """The host's side, then the hall's."""
    yield _board("host-plan-late", late=70)
    yield _board("host-plan-dropped", late=70, person=_presses("drop card"))
    yield _board("host-plan-edit", late=70, dialog="plan")
    yield _board("host-plan-chosen", dialog="plan", person=_presses("step 6"))
    yield _board("host-plan-apart", act=_apart, person=_plan)
    yield _board("host-plan-apart-edit", act=_apart, dialog="plan")
    yield _board("host-plan-past", dialog="plan", person=_presses("past steps"))
    yield _board("host-plan-add", dialog="plan add")
    yield _board("host-plan-kept", dialog="programmes")
    forget = _presses("forget APT i maj")
    yield _board("host-plan-forget", dialog="programmes", person=forget)
    yield _board("host-lead-remove", act=_hosts, dialog="more", person=_out)
    yield _board("host-plan-sheet", dialog="run sheet")
    yield _board("host-handbook", dialog="handbook")
    yield _board("host-handbook-page", dialog="handbook", person=_presses("page 7"))
    yield _board("host-closed-kept", act=_kept, dialog="")
    yield from _reports()
    yield _board("host-plan-lobby", "lobby", dialog="plan")
    yield _board("host-lead-more", act=_hosts, dialog="more", person=_shows("new cohost"))
    yield _board("host-lead-pace", dialog="more", person=_shows("pace hall"))
    yield _board("host-lead-over", act=_hosts, dialog="more", person=_over)
    yield _board("host-lead-hall", act=_apart, dialog="pace hall")
    yield _board("host-lead-table", dialog="pace table")
    yield _board("host-lead-gather", "draw", act=_own, dialog="gather")
    yield _board("host-lead-cohost", dialog="cohost")
    yield _board("host-lead-key", dialog="cohost", key="Q2WE-4RTY-8UIO-3PAS")
    yield _board("host-screens", act=_screens, dialog="more", person=_shows("skip"))
    yield _board("host-screens-remove", act=_screens, dialog="more", person=_away)
    yield _board("host-start-empty", "lobby", tables=0, dialog="start empty")
    yield _board("host-lead-came", lead={"came": True}, host_key="Q2WE-4RTY-8UIO-3PAS")
    yield _board("host-lead-came-late", lead={"came": True, "trouble": Trouble("no_key_came").message})
    yield _board("host-lead-new-key", dialog="host key", lead={"works": True})
    yield _board("host-lead-closed-key", act=_kept, report={}, host_key="Q2WE-4RTY-8UIO-3PAS")
    yield _board("host-lead-close", dialog="close", again={"needs_key": True})
    yield _board("host-deal-own", "draw", act=_own)
    yield _board("host-deal-pile", "draw")
    for texts in (1, 8, 80):
        yield _board(f"host-wall-{texts}", "harvest", act=_walled(texts))
    yield _board("host-wall-chosen", "harvest", act=_walled(8), person=_presses("choose n0", "choose n4"))
    yield _board("host-wall-release", "harvest", act=_walled(80), person=_presses("release all"))
    for texts in (1, 3, 8, 40, 80):
        for headings in (False, True):
            name = f"hall-wall-{texts}-{'headed' if headings else 'loose'}"
            yield _hall(name, "harvest", act=_walled(texts, headings))
    yield _hall("hall-look", "talk", act=lambda house, leader: house.does(leader, Pause(look=True)))
    yield _hall("hall-said", "talk", act=_said)
    yield _hall("hall-compare-many", "compare", act=_opened)


def _reports() -> Iterator[Shot]:
    """The report from the board while the session is on, and from its last page."""
    file = "Documents/rapport-FKT-482.pdf"
    failed = {
        "sv": f"Det går inte att skriva {file}; kontrollera att mappen finns och att filen inte är öppen.",
        "en": f"{file} cannot be written; see that the folder exists and that the file is not open.",
    }
    states: dict[str, dict[str, Any]] = {
        "": {},
        "-works": {"works": True},
        "-key": {"needs_key": True},
        "-saved": {"saved": file},
        "-failed": {"trouble": failed},
    }
    for name, state in states.items():
        yield _board(f"host-closed-report{name}", act=_kept, report=state)
    made = {"code": "GKT-297", "key": "K7PR-2MXA-9TBE-HS4D"}
    refused = {"needs_key": True, "trouble": failed}
    yield _board("host-closed-all", act=_kept, report=states["-saved"], again=made)
    yield _board("host-closed-all-failed", act=_kept, report=refused, again=refused)
    yield _board("host-closed-all-key", act=_kept, report=states["-saved"], again=refused)
    for name in ("", "-key"):
        yield _board(f"host-report{name}", dialog="report", report=states[name])


def _kept(house: House, leader: Play) -> None:
    """The session is over, and the follow-up is in a file."""
    house.does(leader, CloseRoom())


def led_to(phase: str, tables: int) -> tuple[House, Play]:
    """(house, host); the harvest is come to by leaving out what lies before it."""
    house, leader, _tables = crowd(tables, "talk" if phase == "harvest" else phase)
    while phase == "harvest" and house.game.room.stage.phase != phase:
        house.does(leader, SkipStep(serial=leader.serial))
    return house, leader


def _board(
    name: str,
    phase: str = "talk",
    *,
    tables: int = 12,
    late: int = 0,
    dialog: str = "",
    key: str = "",
    host_key: str = "",
    lead: Mapping[str, Any] | None = None,
    report: Mapping[str, Any] | None = None,
    again: Mapping[str, Any] | None = None,
    act: Happens = lambda house, leader: None,
    person: Person = lambda pilot: None,
) -> Shot:
    def take(look: Look, fonts: Fonts) -> Pilot:
        house, leader = led_to(phase, tables)
        if late:
            house.wait(late * MINUTE)
        act(house, leader)
        whole = Board(leader, DOOR, open_screen=lambda: None)
        whole.screens_here = lambda: [one["id"] for one in (leader.host["screens"] if leader.host else [])][
            :1
        ]
        whole.desk.programmes, whole.desk.key = Kept(), key
        whole.key, whole.renewed = host_key, bool(host_key)
        whole.desk.lead = LeadDesk(lambda: None, **(lead or {}))
        whole.desk.ask_key, whole.desk.print_sheet = (lambda: None), (lambda sheet: None)
        whole.desk.keep_follow_up, whole.desk.followed = (lambda found: None), FOLLOWED
        if report is not None:
            whole.desk.report = ReportDesk(save=lambda key, language: None, **report)
        if again is not None:
            whole.desk.trend.ask = lambda key: None
            whole.desk.again = AgainDesk(make=lambda key: None, **again)
            whole.desk.followed_room = whole.desk.again.code
        leader.kept["ask"] = dialog
        pilot = house.pilot(leader, lambda play, ctx: host.build(whole, ctx), look.size, look.settings)
        person(pilot)
        return pilot

    return Shot(name, take)


def _hall(name: str, phase: str, *, act: Happens) -> Shot:
    def take(look: Look, fonts: Fonts) -> Pilot:
        house, leader = led_to(phase, 40 if phase == "compare" else 12)
        wall = house.screen()
        act(house, leader)
        return house.pilot(wall, lambda play, ctx: screen.build(play, ctx, DOOR), look.size, look.settings)

    return Shot(name, take)


# --- what happens ---


def _presses(*keys: str) -> Person:
    """Scrolls to each and presses it, where the window has it: in a narrow one the programme is a page."""

    def person(pilot: Pilot) -> None:
        if pilot.pane.target(keys[0]) is None and pilot.pane.target("tabs plan") is not None:
            pilot.click("tabs plan")
        if keys[0].startswith("choose"):
            pilot.click("tabs wall")
        for key in keys:
            pilot.find(key)
            pilot.pane.reveal(key)
            pilot.settle()
            pilot.click(key)
        pilot.wait(20)

    return person


def _shows(key: str) -> Person:
    def person(pilot: Pilot) -> None:
        pilot.pane.reveal(key)
        pilot.settle()

    return person


def _plan(pilot: Pilot) -> None:
    """The programme is in sight; in a narrow window it is a page."""
    if pilot.pane.target("tabs plan") is not None:
        pilot.click("tabs plan")


def _out(pilot: Pilot) -> None:
    """The last host of the list is to be taken out."""
    keys = [
        t.key
        for t in pilot.pane.live()
        if t.key.startswith("remove ") and "lead " + t.key[7:] in _live(pilot)
    ]
    _presses(keys[-1])(pilot)


def _over(pilot: Pilot) -> None:
    """The first co-host of the list is to have the lead."""
    _presses(next(target.key for target in pilot.pane.live() if target.key.startswith("lead ")))(pilot)


def _apart(house: House, leader: Play) -> None:
    """The tables go by themselves, and half of them are a step behind."""
    house.does(leader, SetPace(pace="table"))
    for tile in leader.tiles[: len(leader.tiles) // 2]:
        house.does(leader, SkipStep(serial=tile["serial"], team=tile["id"]))


def _live(pilot: Pilot) -> set[str]:
    return {target.key for target in pilot.pane.live()}


def _hosts(house: House, leader: Play) -> None:
    helper, gone = house.host(lead=False), house.host(lead=False)
    assert gone.you is not None
    assert helper.you is not None
    house.presence = Presence(lost=frozenset({gone.you["station"]}))
    house.refresh()


def _screens(house: House, leader: Play) -> None:
    for _n in range(3):
        house.screen()


def _away(pilot: Pilot) -> None:
    """The second of the hall's screens is asked about; there are no other hosts whom one may remove too."""
    keys = [target.key for target in pilot.pane.live() if target.key.startswith("remove ")]
    _presses(keys[1])(pilot)


def _own(house: House, leader: Play) -> None:
    house.does(leader, DealCard(serial=leader.serial, own=True))


def _walled(texts: int, headings: bool = True) -> Happens:
    def act(house: House, leader: Play) -> None:
        leader.kept["tab"] = "wall"
        for play in house.plays:
            wall_of(play, texts, headings, waiting=play is leader)

    return act


def _said(house: House, leader: Play) -> None:
    house.does(leader, SendMessage(text="Fem minuter till. Börja runda av vid bordet."))


def _opened(house: House, leader: Play) -> None:
    """The card before and after, as after a vote of forty tables."""
    for play in house.plays:
        if play.kind == "screen" and play.hall is not None and play.card is not None:
            texts = {
                language: [o["text"] for o in text.get("options", [])]
                for language, text in play.card["text"].items()
            }
            play.hall["charts"] = [
                {
                    "step": 3,
                    "card": play.card["id"],
                    "kind": play.card["kind"],
                    "title": {
                        language: str(text.get("title", "")) for language, text in play.card["text"].items()
                    },
                    "choices": play.card["choices"],
                    "options": texts,
                    "before": [72, 58, 32, 19, 4][: len(play.card["choices"])],
                    "after": [51, 83, 40, 7, 6][: len(play.card["choices"])],
                    "changed": 53,
                    "paired": 185,
                    "seats": 181,
                    "tables": 40,
                }
            ]
