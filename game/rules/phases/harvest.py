"""The harvest: each seat marks in secret one note to strengthen and one to improve.

A tie gives a minute of talk and a second marking of what tied; still tied, the server draws and shows that it
drew. A note that was not saved in time may still come, and is among those to mark until somebody has marked.
"""

from __future__ import annotations

from collections import Counter

from game.rules.command import CloseVote, MarkHarvest, OpenNext, WriteNote
from game.rules.draft import Draft
from game.rules.errors import Missing
from game.rules.event import HarvestChosen, HarvestOpened
from game.rules.model import Actor, Harvest, Room, Team
from game.rules.phases.base import Phase, Rule, leads, reads, self_paced
from game.rules.phases.common import SKIP, following_teams, open_next, seal_once, targets
from game.rules.phases.note import add, may_add

TALK_IT_OVER = 60_000
TAGS = ("strengthen", "improve")


def box_of(team: Team) -> str:
    """The box of the open marking."""
    return f"{team.id}/harvest/{team.stage.step}/{team.harvest.tries if team.harvest else 1}"


def lay_out(draft: Draft, team_id: str) -> None:
    """The team's notes by tag: what asks to be acted on now counts as something to improve."""
    notes = draft.team(team_id).notes.values()
    strengthen = tuple(note.id for note in notes if note.tag == "strengthen")
    improve = tuple(note.id for note in notes if note.tag != "strengthen")
    draft.add(HarvestOpened(team=team_id, tries=1, strengthen=strengthen, improve=improve, at=draft.now))
    if len(strengthen) <= 1 and len(improve) <= 1:
        settle(draft, team_id)


def unsettled(team: Team | None) -> Harvest | None:
    """The open marking, if there is one."""
    return team.harvest if team and team.harvest and not team.harvest.settled else None


def may_mark(room: Room, team: Team | None, actor: Actor) -> str | None:
    """While the marking is open."""
    return None if unsettled(team) else "vote_closed"


def mark(draft: Draft, command: MarkHarvest) -> None:
    """Seal a seat's marks; when all present are done, they are counted."""
    team = draft.team(draft.actor.team)
    harvest = unsettled(team) or Harvest()
    for note, open_notes in ((command.strengthen, harvest.strengthen), (command.improve, harvest.improve)):
        if note is not None and note not in open_notes:
            raise Missing("unknown_note")
    body = {"strengthen": command.strengthen, "improve": command.improve}
    team = seal_once(draft, box_of(team), command.seat, body)
    settle_when_done(draft, team.id)


def settle_when_done(draft: Draft, team_id: str) -> None:
    """Count the marks once all present have marked."""
    team = draft.team(team_id)
    if unsettled(team) and team.present and team.present <= team.done:
        settle(draft, team_id)


def settle(draft: Draft, team_id: str, *, last: bool = False) -> None:
    """Count the marks; a tie opens the second try, or is drawn when it is the last."""
    team = draft.team(team_id)
    harvest = unsettled(team)
    if harvest is None:
        return
    box = box_of(team)
    ballots = draft.ballots(box)
    tops = {
        "strengthen": top(harvest.strengthen, Counter(b.body.get("strengthen") for b in ballots)),
        "improve": top(harvest.improve, Counter(b.body.get("improve") for b in ballots)),
    }
    draft.destroy(box)
    tied = any(len(notes) > 1 for notes in tops.values())
    fixed = {"strengthen": harvest.chosen_strengthen, "improve": harvest.chosen_improve}
    if tied and harvest.tries == 1 and not last:
        once = {tag: notes[0] if len(notes) == 1 else None for tag, notes in tops.items()}
        draft.add(
            HarvestOpened(
                team=team_id,
                tries=2,
                total=TALK_IT_OVER,
                at=draft.now,
                strengthen=tops["strengthen"] if len(tops["strengthen"]) > 1 else (),
                improve=tops["improve"] if len(tops["improve"]) > 1 else (),
                chosen_strengthen=once["strengthen"],
                chosen_improve=once["improve"],
            )
        )
        return
    chosen = {tag: (draft.facts.shuffled(notes)[0] if notes else fixed[tag]) for tag, notes in tops.items()}
    draft.add(
        HarvestChosen(team=team_id, strengthen=chosen["strengthen"], improve=chosen["improve"], drawn=tied)
    )


def top(notes: tuple[str, ...], marks: Counter[str | None]) -> tuple[str, ...]:
    """The most marked notes; all of them when none was marked."""
    most = max((marks[note] for note in notes), default=0)
    return tuple(note for note in notes if marks[note] == most)


def may_close(room: Room, team: Team | None, actor: Actor) -> str | None:
    """The reader or a host, while the marking is open."""
    marking = [team] if team else [room.teams[one] for one in following_teams(room)]
    if not any(unsettled(one) for one in marking):
        return "vote_closed"
    return reads(room, team, actor)


def close(draft: Draft, command: CloseVote) -> None:
    """Count what has been marked, without waiting for the rest."""
    for team_id in targets(draft, command):
        settle(draft, team_id)


def may_leave(room: Room, team: Team | None, actor: Actor) -> str | None:
    """A team at its own pace settles its harvest first."""
    if team and unsettled(team) and self_paced(room, team):
        return "vote_open"
    return leads(room, team, actor)


def leave(draft: Draft, team_id: str) -> None:
    """A marking that is left is settled; ties are drawn."""
    settle(draft, team_id, last=True)


def add_note(draft: Draft, command: WriteNote) -> None:
    """Nobody's marks are lost to a late note, and nothing on its way to the wall is taken back: it is marked
    among the others where nobody has marked yet, and is the table's where there was none of its kind.
    """
    add(draft, command)
    team = draft.team(draft.actor.team)
    harvest = team.harvest or Harvest()
    if not harvest.settled:
        if harvest.tries == 1 and not team.done:
            lay_out(draft, team.id)
        return
    note = list(team.notes)[-1]
    strengthen, improve = harvest.chosen_strengthen, harvest.chosen_improve
    if command.tag == "strengthen" and strengthen is None:
        draft.add(HarvestChosen(team=team.id, strengthen=note, improve=improve, drawn=harvest.drawn))
    elif command.tag != "strengthen" and improve is None:
        draft.add(HarvestChosen(team=team.id, strengthen=strengthen, improve=note, drawn=harvest.drawn))


HARVEST = Phase(
    "harvest",
    (
        SKIP,
        Rule(OpenNext, open_next, may_leave, moves=True),
        Rule(MarkHarvest, mark, may_mark),
        Rule(CloseVote, close, may_close, moves=True),
        Rule(WriteNote, add_note, may_add),
    ),
    enter=lay_out,
    leave=leave,
)
