"""Moving teams and the hall from place to place, with all that closes behind them and opens before them."""

from __future__ import annotations

from game.rules.command import Who
from game.rules.counting import count_checkin, count_ratings, count_recall, picks
from game.rules.draft import Draft
from game.rules.errors import NotAllowed
from game.rules.event import PhaseOpened, RoomClosed, follows
from game.rules.programme import Place, following, opening, sand


def advance(draft: Draft, team_id: str | None) -> None:
    """Open what comes next for one team, or for the hall (None) and every team that follows it."""
    step, place = following(draft.room, draft.team(team_id) if team_id else None)
    open_place(draft, team_id, step, place)


def skip(draft: Draft, team_id: str | None) -> None:
    """Leave the rest of the step."""
    stage = draft.team(team_id).stage if team_id else draft.room.stage
    step, place = opening(draft.room, stage.step + 1)
    open_place(draft, team_id, step, place)


def open_place(draft: Draft, team_id: str | None, step: int, place: Place) -> None:
    """Open a place; past the last step the team has finished, or the room closes with the hall."""
    over = step >= len(draft.room.steps)
    if over and team_id is None:
        close_room(draft)
        return
    team = draft.team(team_id) if team_id else None
    stage = team.stage if team else draft.room.stage
    picked, recalled = picks(draft.room, stage), picks(draft.room, stage, "recall")
    moving = _movers(draft, team_id, step)
    for mover in moving:
        _leave(draft, mover, step)
    total = 0 if over else sand(draft.room, team, step, place)
    draft.add(PhaseOpened(team=team_id, step=step, phase=place[0], round=place[1], total=total, at=draft.now))
    if picked:
        count_checkin(draft)
    if recalled:
        count_recall(draft)
    phase = draft.phases[place[0]]
    if team_id is None:
        phase.enter_hall(draft)
    for mover in moving:
        phase.enter(draft, mover)
    if over:
        close_when_finished(draft)


def close_when_finished(draft: Draft) -> None:
    """A room without a host closes when a table has come to its end and nobody sits at one that has not.

    A host closes it in person: there are shared pledges to release first, and charts to show.
    """
    if any(station.who is Who.HOST for station in draft.room.stations.values()):
        return
    finished = [team.stage.phase == "closed" for team in draft.room.teams.values()]
    seated = [team.stage.phase == "closed" for team in draft.room.teams.values() if team.seats]
    if any(finished) and all(seated):
        close_room(draft)


def _movers(draft: Draft, team_id: str | None, step: int) -> list[str]:
    if team_id is not None:
        return [team_id]
    return [team.id for team in draft.room.teams.values() if follows(team, step)]


def _leave(draft: Draft, team_id: str, step: int) -> None:
    """What is put away before a team moves: its phase, and with its step the card and all its ballots."""
    stage = draft.team(team_id).stage
    draft.phases[stage.phase].leave(draft, team_id)
    if stage.step != step:
        drop_ballots(draft, team_id)


def drop_ballots(draft: Draft, team_id: str) -> None:
    """The ballots of the card on the table, if any, are destroyed with their key."""
    turn = draft.team(team_id).turn
    if turn is not None:
        draft.destroy(turn.box)


def close_room(draft: Draft) -> None:
    """The end: whatever is open is settled, every box destroyed, and the room closed. Of hosts only one who
    leads may bring it about, by whichever way.
    """
    station = draft.room.stations.get(draft.actor.station or "")
    if draft.actor.who is Who.HOST and not (station and station.lead):
        raise NotAllowed("lead_only")
    for team_id in list(draft.room.teams):
        _leave(draft, team_id, len(draft.room.steps))
    count_checkin(draft, final=True)
    count_recall(draft, final=True)
    count_ratings(draft, final=True)
    draft.add(RoomClosed(at=draft.now))
