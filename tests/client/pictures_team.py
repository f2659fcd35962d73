"""A team's screens in every phase: shared machine, screen of one's own, wall."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from game.cards.format import Card
from game.client.news import Status
from game.client.pilot import Pilot
from game.client.play import Play, SheetDesk
from game.client.stations import team
from game.client.ui.fonts import Fonts
from game.places import decks
from game.rules.command import (
    AskTime,
    CallTimeout,
    CastVote,
    CheckIn,
    ChooseWay,
    CloseVote,
    EndTimeout,
    Leave,
    MarkAway,
    OpenTwist,
    Pause,
    Recover,
    ShowPrompt,
)
from game.rules.model import Presence
from tests.client.looks import Look, Shot
from tests.client.tables import ALWAYS, House, deck

Scene = Callable[[House, Play], None]
Person = Callable[[Pilot], None]


def dilemmas() -> list[tuple[str, Card]]:
    """Every dilemma that comes with the game, with its deck's name."""
    folders = sorted(path.name for path in decks().iterdir() if path.is_dir() and path.name not in ALWAYS)
    return [(slug, card) for slug in folders for card in deck(slug).cards if card.kind == "dilemma"]


def longest(language: str) -> str:
    """The id of the dilemma with the most to read."""
    slug, card = max(dilemmas(), key=lambda pair: _length(pair[1], language))
    return f"{slug}/{card.id}"


def _length(card: Card, language: str) -> int:
    return len(str(card.text[language].model_dump_json(exclude={"facilitator", "of"})))


def nothing(house: House, play: Play) -> None:
    """The place as it opens."""


def still(pilot: Pilot) -> None:
    """The person does nothing."""


def team_shots() -> Iterator[Shot]:
    """Everything a participant may meet."""
    yield from _doors()
    yield from _programme()
    yield from _round()
    yield from _covers()


def one_shot(
    name: str,
    station: str,
    phase: str,
    round: int = 1,
    *,
    before: Scene = nothing,
    person: Person = still,
    preset: str = "APT 60",
    card: str = "",
    seats: int = 5,
    tables: int = 1,
    wait: int = 0,
    **settings: object,
) -> Shot:
    """A shot of a station of table 1. `before` changes the room once it is there, `person` the window."""

    def take(look: Look, fonts: Fonts) -> Pilot:
        chosen = card or longest(look.language)
        cards = [] if card == "drawn" else [chosen] * 3 if preset == "APT 60" else [chosen]
        if card != "drawn":
            settings.setdefault("slugs", (chosen.split("/")[0],))
        house = House(preset, cards, **settings)  # type: ignore[arg-type]
        if station == "solo":
            play = house.solo(1)
            for _ in range(seats - 1):
                house.solo(1)
        else:
            play = house.table(seats, 1)
        seen = house.screen(1) if station == "wall" else play
        for number in range(2, tables + 1):
            house.table(seats, number)
        if preset != "Solo":
            house.host()
        if phase != "lobby":
            house.to(phase, round)
        before(house, play)
        if wait:
            house.wait(wait)
        pilot = Pilot(lambda ctx: team.build(seen, ctx), look.size, look.settings, fonts)
        pilot.pane.offset = house.facts.now - pilot.clock.ms()
        pilot.pane.refresh()
        person(pilot)
        return pilot

    return Shot(f"{name}-{station}", take)


def _three(name: str, phase: str, round: int = 1, **more: object) -> Iterator[Shot]:
    for station in ("solo", "table", "wall"):
        yield one_shot(name, station, phase, round, **more)  # type: ignore[arg-type]


def person_clicks(*what: str) -> Person:
    def person(pilot: Pilot) -> None:
        for key in what:
            pilot.click(key)

    return person


def _first(house: House, play: Play) -> str:
    return play.seats[0]["id"]


# --- the door and the programme ---


def _sheets() -> Iterator[Shot]:
    """The last page where the table's own sheet can be saved, and what comes of it."""
    file = "Documents/bordets-blad-FKT-482-1.pdf"
    trouble = {
        "sv": f"Det går inte att skriva {file}; kontrollera att mappen finns och att filen inte är öppen.",
        "en": f"{file} cannot be written; see that the folder exists and that the file is not open.",
    }
    ways: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("", "solo", {}),
        ("-saving", "table", {"works": True}),
        ("-saved", "solo", {"saved": file}),
        ("-failed", "table", {"trouble": trouble}),
    )
    for name, station, how in ways:

        def before(house: House, play: Play, how: dict[str, Any] = how) -> None:
            play.sheets = SheetDesk(save=lambda sheet: None, **how)

        yield one_shot(f"closed-sheet{name}", station, "closed", before=before)
    yield one_shot("closed-sheet-over", "table", "closed", before=_over)


def _over(house: House, play: Play) -> None:
    """Closed, and the server no longer knows the screen."""
    play.sheets = SheetDesk(save=lambda sheet: None, saved="Documents/bordets-blad-FKT-482-1.pdf")
    play.status = Status("refused", 0.0, "room_closed")


def _doors() -> Iterator[Shot]:
    yield from _three("lobby", "lobby")
    yield one_shot("lobby-practice", "solo", "lobby", preset="Solo", seats=1)
    yield one_shot("lobby-alone", "solo", "lobby", seats=1, before=_others)
    yield one_shot("lobby-alone-change", "solo", "lobby", seats=1, before=_others, person=_changes_table)
    yield one_shot("seats-eight", "table", "lobby", seats=8, person=lambda pilot: pilot.click("seats"))


def _others(house: House, play: Play) -> None:
    house.table(5, 7)


def _changes_table(pilot: Pilot) -> None:
    pilot.click("move")


def _programme() -> Iterator[Shot]:
    yield from _three("frame", "frame")
    yield one_shot("checkin", "solo", "checkin", person=person_clicks("7"))
    yield one_shot("checkin-saved", "solo", "checkin", person=_say_seven)
    yield one_shot("checkin-gate", "table", "checkin")
    yield one_shot("checkin-ballot", "table", "checkin", person=person_clicks("gate", "4"))
    yield one_shot("checkin-done", "table", "checkin", before=lambda house, play: house.everybody())
    yield one_shot("checkin", "wall", "checkin")
    yield from _three("checkin-talk", "checkin", 2)
    yield from _three("practice", "practice", preset="Halvdag")
    yield from _three("break", "break", preset="Halvdag")
    yield one_shot("harvest-gate", "table", "harvest")
    yield one_shot("harvest-ballot", "table", "harvest", person=person_clicks("gate"))
    yield one_shot("harvest", "solo", "harvest")
    yield one_shot("harvest", "wall", "harvest")
    yield from _three("harvest-settled", "harvest", before=lambda house, play: _settle(house))
    yield one_shot("pledge-gate", "table", "pledge")
    yield one_shot("pledge-ballot", "table", "pledge", person=_write_pledge("gate"))
    yield one_shot("pledge-receipt", "table", "pledge", person=_write_pledge("gate", send=True))
    yield one_shot("pledge-ideas", "solo", "pledge", person=person_clicks("starters"))
    yield one_shot("pledge-receipt", "solo", "pledge", person=_write_pledge(send=True))
    yield one_shot("pledge-done", "solo", "pledge", person=_keep_receipt)
    yield one_shot("pledge", "wall", "pledge")
    yield from _three("debrief-felt", "debrief", 1, preset="Halvdag", tables=3)
    yield from _three("debrief-saw", "debrief", 2, preset="Halvdag", tables=3)
    yield one_shot("debrief-rating", "table", "debrief", 3, preset="Halvdag", person=person_clicks("gate"))
    yield one_shot("debrief-rating", "solo", "debrief", 3, preset="Halvdag")
    yield one_shot("debrief-rating", "wall", "debrief", 3, preset="Halvdag")
    yield from _three("closed", "closed")
    yield from _three("closed-room", "closed", preset="Halvdag")
    yield from _sheets()


def _say_seven(pilot: Pilot) -> None:
    pilot.press("7", "return")


def _keep_receipt(pilot: Pilot) -> None:
    _write_pledge(send=True)(pilot)
    pilot.press("return")


def _settle(house: House) -> None:
    for _ in range(2):
        house.everybody()


def _write_pledge(*clicks: str, send: bool = False) -> Person:
    def person(pilot: Pilot) -> None:
        for key in clicks:
            pilot.click(key)
        for label, text in (
            (0, "någon ringer för tredje gången samma vecka om samma sak"),
            (1, "fråga vad som skulle hjälpa, i stället för att förklara en gång till"),
        ):
            fields = [target for target in pilot.pane.live() if target.role == "field"]
            pilot.click(fields[label].key)
            pilot.type(text)
        if send:
            pilot.press("ctrl+return")

    return person


# --- a round ---


def _round() -> Iterator[Shot]:
    yield from _three("draw-chosen", "draw")
    yield one_shot("draw", "table", "draw", card="drawn")
    yield one_shot("draw-wait", "solo", "draw", seats=3, before=_second)
    yield one_shot("draw-hall", "table", "draw", preset="Halvdag")
    yield from _three("read", "read")
    yield one_shot("vote-gate", "table", "vote")
    yield one_shot("vote-ballot", "table", "vote", person=person_clicks("gate"))
    yield one_shot("vote-chosen", "table", "vote", person=_pick("gate"))
    yield one_shot("vote-own", "table", "vote", person=_own("gate"))
    yield one_shot("vote-curtain", "table", "vote", person=_vote("gate"))
    yield one_shot("vote-all", "table", "vote", before=lambda house, play: house.everybody())
    yield one_shot("vote", "solo", "vote")
    yield one_shot("vote-chosen", "solo", "vote", person=_pick())
    yield one_shot("vote-saved", "solo", "vote", person=_vote())
    yield one_shot("vote", "wall", "vote")
    yield one_shot(
        "vote-scale",
        "table",
        "vote",
        card="incheckning/narvaro",
        slugs=("incheckning",),
        person=person_clicks("gate", "6"),
    )
    yield one_shot("vote-scale", "solo", "vote", card="incheckning/narvaro", slugs=("incheckning",))
    yield one_shot("vote-scale", "wall", "vote", card="incheckning/narvaro", slugs=("incheckning",))
    yield one_shot("tally", "table", "read", before=_cards_up)
    yield one_shot("tally-wrong", "table", "read", before=_cards_up, person=_count_too_many)
    yield one_shot("listener", "solo", "vote", 1, before=_late)
    yield from _three("reveal", "reveal", wait=2000)
    yield one_shot("reveal-ask", "solo", "vote", seats=2, before=_two_vote)
    yield one_shot("reveal-ask", "table", "vote", seats=8, before=_one_votes)
    yield one_shot(
        "reveal-scale", "table", "reveal", card="incheckning/narvaro", slugs=("incheckning",), wait=2000
    )
    yield from _three("talk", "talk")
    yield one_shot("talk-twist", "table", "talk", before=_twist, wait=290_000)
    yield one_shot("talk-over", "table", "talk", wait=700_000)
    yield one_shot("talk-question", "solo", "talk", before=_ask_time)
    yield one_shot("vote-again", "solo", "vote", 2)
    yield from _three("compare", "compare")
    yield one_shot("compare-scale", "table", "compare", card="incheckning/narvaro", slugs=("incheckning",))
    yield from _three("perspective", "perspective")
    yield from _three("note", "note")
    yield from _kinds()
    yield one_shot("note-warned", "table", "note", person=_write_name)
    yield one_shot("note-written", "table", "note", before=lambda house, play: house.everybody())


RANKING, FACT, EXERCISE, MIRROR = (
    "blandat/nar-kon-ar-lang",
    "lika/fakta-klarsprak",
    "coach/tre-fragor-inga-rad",
    "spegel/ser-vilse-ut",
)


def _kinds() -> Iterator[Shot]:
    """What other kinds of card than dilemmas and scales look like."""
    for station in ("solo", "table", "wall"):
        yield one_shot("mirror-compare", station, "compare", card=MIRROR)
        yield one_shot("ranking-compare", station, "compare", card=RANKING)
        yield one_shot("fact-read", station, "read", card=FACT)
        yield one_shot("exercise-read", station, "read", card=EXERCISE)
        yield one_shot("exercise-talk", station, "talk", card=EXERCISE)
        yield one_shot("what-if", station, "talk", before=_both_twists)
    yield one_shot("mirror-vote", "table", "vote", card=MIRROR, person=_pick("gate"))
    yield one_shot("ranking-vote", "table", "vote", card=RANKING, person=_presses("return", "3"))
    yield one_shot("ranking-chosen", "solo", "vote", card=RANKING, person=_presses("3", "1", "4"))
    yield one_shot("ranking-vote", "wall", "vote", card=RANKING)
    yield one_shot("ranking-reveal", "table", "reveal", card=RANKING, wait=2000)
    yield one_shot("fact-perspective", "table", "perspective", card=FACT)


def _presses(*keys: str) -> Person:
    return lambda pilot: pilot.press(*keys)


def _both_twists(house: House, play: Play) -> None:
    reader = next(p for p in house.plays if p.may("open_twist"))
    house.does(reader, OpenTwist(serial=play.serial))
    house.does(reader, OpenTwist(serial=play.serial, second=True))


def _second(house: House, play: Play) -> None:
    house.does(play, MarkAway(seat=_first(house, play)))


def _pick(*clicks: str) -> Person:
    def person(pilot: Pilot) -> None:
        for key in clicks:
            pilot.click(key)
        pilot.press("2")

    return person


def _own(*clicks: str) -> Person:
    def person(pilot: Pilot) -> None:
        for key in clicks:
            pilot.click(key)
        pilot.press("e")

    return person


def _vote(*clicks: str) -> Person:
    def person(pilot: Pilot) -> None:
        _pick(*clicks)(pilot)
        pilot.press("return")

    return person


def _cards_up(house: House, play: Play) -> None:
    house.does(play, ChooseWay(way="cards_up"))
    house.to("vote")


def _count_too_many(pilot: Pilot) -> None:
    steppers = [target for target in pilot.pane.live() if "count" in target.key]
    for target in steppers[1:4:2]:
        for _ in range(4):
            pilot.click(target.key)


def _late(house: House, play: Play) -> None:
    others = [other for other in house.plays if other is not play and other.kind == "solo"]
    for other in others:
        house.does(other, CastVote(seat=other.seats[0]["id"], serial=other.serial, choice="a"))
    host = next(other for other in house.plays if other.kind == "host")
    house.does(host, CloseVote(serial=play.serial, team=play.team["id"] if play.team else None))
    house.to("vote", 2)


def _two_vote(house: House, play: Play) -> None:
    house.everybody()
    house.wait(6_000)


def _one_votes(house: House, play: Play) -> None:
    house.does(play, CastVote(seat=_first(house, play), serial=play.serial, choice="a"))
    house.does(play, CloseVote(serial=play.serial))


def _twist(house: House, play: Play) -> None:
    house.does(play, OpenTwist(serial=play.serial))


def _ask_time(house: House, play: Play) -> None:
    prompts = play.talk["prompts"] if play.talk else []
    reader = next(p for p in house.plays if p.may("show_prompt"))
    index = next(n for n, prompt in enumerate(prompts) if prompt["kind"] == "question")
    house.does(reader, ShowPrompt(serial=play.serial, index=index))
    house.does(play, AskTime(serial=play.serial, seat=_first(house, play)))


def _write_name(pilot: Pilot) -> None:
    field = next(target for target in pilot.pane.live() if target.role == "field")
    pilot.click(field.key)
    pilot.type("Ring Anna Karlsson på 070-123 45 67 när någon står utelåst")


# --- what covers a scene ---


def _writes_own_card(*, send: bool) -> Person:
    def person(pilot: Pilot) -> None:
        pilot.click("menu")
        pilot.click("open own card")
        pilot.type("Du sitter i växeln. Någon ringer för tredje gången och säger ingenting.")
        pilot.press("tab")
        pilot.type("Säger att du hör att någon är där.")
        if send:
            pilot.press("ctrl+return")

    return person


def _covers() -> Iterator[Shot]:
    yield one_shot("who-sees-what", "table", "lobby", before=_new_here)
    yield one_shot("who-sees-what", "solo", "lobby", before=_new_here)
    yield from _three("paused", "talk", before=_pause)
    yield one_shot("who-sees-what-alone", "solo", "lobby", before=_new_here, preset="Solo", seats=1)
    yield one_shot("restarted", "table", "talk", before=_restart)
    yield one_shot("restarted-alone", "table", "talk", before=_restart_without_host)
    yield one_shot("vote-two", "table", "vote", seats=2)
    yield one_shot("reveal-two", "table", "reveal", seats=2, wait=2000)
    yield one_shot("reveal-hidden", "solo", "reveal", before=_other_leaves, seats=2)
    yield one_shot("frame-alone", "solo", "lobby", preset="Solo", seats=1, person=_begin)
    yield one_shot("leave", "table", "talk", person=person_clicks("menu", "open leave"))
    yield one_shot("own-card", "table", "talk", person=_writes_own_card(send=False))
    yield one_shot("own-card-sent", "solo", "talk", person=_writes_own_card(send=True))
    yield one_shot("timeout", "table", "talk", before=lambda house, play: house.does(play, CallTimeout()))
    yield one_shot("timeout", "wall", "talk", before=lambda house, play: house.does(play, CallTimeout()))
    yield one_shot("timeout-called", "table", "talk", before=_call)
    yield one_shot("offline", "solo", "vote", before=lambda house, play: house.cut(play), person=_vote())
    yield one_shot("offline", "table", "talk", before=lambda house, play: house.cut(play))
    yield one_shot("refused", "solo", "vote", before=_stale)
    for code, sv, en in (
        (
            "removed",
            "Spelledaren har tagit bort den här skärmen. Det går att gå med igen med koden.",
            "The host has removed this screen. You may join again with the code.",
        ),
        ("room_closed", "Rummet är stängt. Tack för i dag.", "The room is closed. Thank you for today."),
    ):
        yield one_shot(f"out-{code}", "solo", "talk", before=_out(code, sv, en))
    yield one_shot("menu", "table", "talk", person=person_clicks("menu"))
    yield one_shot("settings", "solo", "talk", person=person_clicks("menu", "open settings"))
    yield one_shot(
        "seats",
        "table",
        "talk",
        before=lambda house, play: house.does(play, MarkAway(seat=_first(house, play))),
        person=person_clicks("menu", "open seats"),
    )
    yield one_shot("help", "table", "talk", person=person_clicks("menu", "open help"))
    yield one_shot("leave", "solo", "talk", person=person_clicks("menu", "open leave"))


def _other_leaves(house: House, play: Play) -> None:
    other = next(each for each in house.plays if each.kind == "solo" and each is not play)
    house.does(other, Leave())


def _new_here(house: House, play: Play) -> None:
    slices = dict(play.slices)
    slices["you"] = {**slices["you"], "acknowledged": False}
    play.slices = slices


def _pause(house: House, play: Play) -> None:
    host = next(other for other in house.plays if other.kind == "host")
    house.does(host, Pause(text="Fika i foajén. Vi ses igen vid borden.", minutes=15))


def _restart(house: House, play: Play) -> None:
    house.itself(Recover(beat=house.facts.now))


def _begin(pilot: Pilot) -> None:
    pilot.press("return")


def _restart_without_host(house: House, play: Play) -> None:
    _restart(house, play)
    house.presence = Presence(host="long_gone")
    house.refresh()


def _call(house: House, play: Play) -> None:
    house.does(play, CallTimeout())
    house.does(play, EndTimeout(how="call"))


def _stale(house: House, play: Play) -> None:
    play.do(CheckIn(seat=_first(house, play), serial=play.serial, number=3))


def _out(code: str, sv: str, en: str) -> Scene:
    def before(house: House, play: Play) -> None:
        play.take(Status("refused", 0.0, code, {"sv": sv, "en": en}))

    return before


def card_shots(card: str) -> Iterator[Shot]:
    """One card where there is least room for it."""
    yield one_shot("vote-ballot", "table", "vote", card=card, person=_pick("gate"))
    yield one_shot("vote-saved", "solo", "vote", card=card, person=_vote())
    yield one_shot("vote", "wall", "vote", card=card)
    yield one_shot("compare", "table", "compare", card=card)
    yield one_shot("talk-twist", "table", "talk", card=card, before=_twist)
    yield one_shot("perspective", "wall", "perspective", card=card)
