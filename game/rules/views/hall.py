"""The hall's screen: never a spoiler, never a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from game.rules.ahead import in_hall
from game.rules.counting import choices_of
from game.rules.model import HERE, Presence, Room, Team, WallText
from game.rules.programme import waits_for_hall
from game.rules.shown import Chart, charts, checkin_of, median, rating_of, recalled_of
from game.rules.slices import (
    ChartSlice,
    HallSlice,
    ThenSlice,
    WallSlice,
    WhereSlice,
)
from game.rules.views.card import card_slice
from game.rules.views.room import progress_slice, room_slice, stage_slice, waited_for
from game.rules.views.shelf import Shelf, View

_QUIET = frozenset(
    {("vote", 1), ("reveal", 1), ("talk", 1), ("vote", 2), ("compare", 1), ("perspective", 1), ("note", 1)}
)


def hall_slices(room: Room, shelf: Shelf, presence: Presence = HERE) -> View:
    """The hall's screen: never a spoiler, never a table."""
    slices: View = {
        "room": room_slice(room, shelf, presence),
        "stage": stage_slice(room, None),
        "hall": hall_slice(room, shelf),
    }
    card = card_slice(room, None, shelf) if room.settings.pace == "hall" else None
    if card is not None:
        slices["card"] = card
    return slices


def hall_slice(room: Room, shelf: Shelf) -> HallSlice:
    """What the host has opened, with k behind it; how many tables are done."""
    seated = _seated(room)
    opened = [chart for chart in charts(room) if in_hall(room, chart.card)]
    checkin = checkin_of(room) if "checkin" in room.shown else None
    recalled = recalled_of(room) if "recall" in room.shown else None
    asked = next((step.card for step in room.steps if step.kind == "checkin"), None) or ""
    done, of = _counted(room, seated)
    return {
        "done": done,
        "of": of,
        "silent": room.stage.place in _QUIET and room.card not in {chart.card for chart in opened},
        "checkin": list(checkin) if checkin else None,
        "checkin_median": median(checkin) if checkin else None,
        "checkin_low": shelf.words(asked, "low"),
        "checkin_high": shelf.words(asked, "high"),
        "charts": [chart_slice(room, chart, shelf) for chart in opened],
        "recalled": list(recalled) if recalled else None,
        "rating": rating_words(room) if "rating" in room.shown else None,
        "then": then(room, {chart.card for chart in opened}),
        "wall": [wall_slice(text) for text in room.wall.values() if text.released],
        "own": room.own,
        "where": where(room) if room.settings.pace == "table" else [],
    }


def hall_voted(before: View, room: Room) -> View:
    """The hall's slices brought up to date when all that has happened is that seats have put choices into
    boxes.
    """
    done, _ = _counted(room, _seated(room))
    return before if before["hall"]["done"] == done else {**before, "hall": {**before["hall"], "done": done}}


def _seated(room: Room) -> list[Team]:
    return [team for team in room.teams.values() if team.present]


def _counted(room: Room, seated: Collection[Team]) -> tuple[int, int]:
    """(done, of): tables, or an audience's seats."""
    if not room.settings.lecture:
        return sum(_is_done(room, team) for team in seated), len(seated)
    done = of = 0
    for team in seated:
        counted = waited_for(team)
        ready, waited = counted or (team.present if _over(room, team) else frozenset(), team.present)
        done, of = done + len(ready), of + len(ready if _is_shut(team) else waited)
    return done, of


def then(room: Room, opened: Collection[str]) -> ThenSlice | None:
    """What the session before had, where the host has opened what is to be compared with it."""
    before = room.follows
    if before is None:
        return None
    checkin = before.checkin if "checkin" in room.shown else None
    card = before.card if before.card in opened else None
    return {
        "date": before.date,
        "checkin": list(checkin) if checkin else None,
        "checkin_median": median(checkin) if checkin else None,
        "card": card or "",
        "before": list(before.before) if card else [],
        "after": list(before.after) if card else [],
        "seats": before.seats if card else 0,
        "tables": before.tables if card else 0,
    }


def where(room: Room) -> list[WhereSlice]:
    """How many of the tables that somebody sits at are in which step, in the programme's order."""
    tables = Counter(team.stage.step for team in room.teams.values() if team.present)
    kinds = {index: step.kind for index, step in enumerate(room.steps)}
    rounds = [index for index, kind in kinds.items() if kind == "round"]
    return [
        {
            "step": step,
            "kind": kinds.get(step, ""),
            "card": rounds.index(step) + 1 if step in rounds else 0,
            "tables": count,
        }
        for step, count in sorted(tables.items())
    ]


def _over(room: Room, team: Team) -> bool:
    """Whether a team has nothing left to do until the next step: by itself it may have come to its end."""
    return team.stage.phase == "closed" or waits_for_hall(room, team)


def _is_done(room: Room, team: Team) -> bool:
    counted = waited_for(team)
    complete = counted is not None and counted[1] <= counted[0]
    return complete or _is_shut(team) or _over(room, team)


def _is_shut(team: Team) -> bool:
    """Whether its vote has been closed: whoever has not voted cannot, and is not waited for."""
    progress = progress_slice(team)
    return progress is not None and progress["closed"]


def rating_words(room: Room) -> dict[str, list[int]] | None:
    """The ratings, when each has enough behind it."""
    rating = rating_of(room)
    return {name: list(counts) for name, counts in rating.items()} if rating else None


def chart_slice(room: Room, chart: Chart, shelf: Shelf) -> ChartSlice:
    """One card over all tables."""
    sheet = shelf.sheets.get(chart.card)
    options = (
        {
            language: [str(option["text"]) for option in text.get("options", ())]
            for language, text in sheet.text.items()
        }
        if sheet
        else {}
    )
    return {
        "step": chart.step,
        "card": chart.card,
        "kind": room.cards[chart.card].kind,
        "title": shelf.title(chart.card),
        "choices": list(choices_of(room, chart.card)),
        "options": options,
        "before": list(chart.before),
        "after": list(chart.after),
        "changed": chart.changed,
        "paired": chart.paired,
        "seats": chart.seats,
        "tables": chart.tables,
    }


def wall_slice(text: WallText) -> WallSlice:
    """A text without a table."""
    return {
        "id": text.id,
        "kind": text.kind,
        "text": text.text,
        "released": text.released,
        "group": text.group,
    }
