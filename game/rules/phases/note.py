"""The note: what the writer types for the table, tagged strengthen, improve or act now. Or it is skipped.

What stood unsaved when the step ended may be added in a later step that has no card open.
"""

from __future__ import annotations

from game.rules.command import WriteNote
from game.rules.draft import Draft
from game.rules.errors import Missing, NotAllowed
from game.rules.event import NoteWritten
from game.rules.model import Actor, Room, Team
from game.rules.phases.base import Phase, Rule, writes
from game.rules.phases.common import ON

MAX_NOTES = 3
"""Per card: one to keep, one to mend, one to act on."""


def may_write(room: Room, team: Team | None, actor: Actor) -> str | None:
    """The writer, as long as the last card may be noted on."""
    return writes(room, team, actor) if team and team.played else "no_card"


def may_add(room: Room, team: Team | None, actor: Actor) -> str | None:
    """Anybody of the team: the jobs have moved on since the card."""
    return None if team and team.played else "no_card"


def write(draft: Draft, command: WriteNote) -> None:
    """A new note, on the last card unless it names another, or a changed one on the last; empty text takes it
    away.
    """
    team = draft.team(draft.actor.team)
    last = team.played[-1]
    card = command.card or last
    if card not in team.played:
        raise Missing("unknown_card")
    if command.note is not None and (command.note not in team.notes or team.notes[command.note].card != last):
        raise Missing("unknown_note")
    if command.note is None and sum(note.card == card for note in team.notes.values()) >= MAX_NOTES:
        raise NotAllowed("enough_notes")
    if command.note is None and not command.text:
        raise Missing("no_note_text")
    note = command.note or draft.facts.new_id("n")
    on = last if command.note else card
    draft.add(NoteWritten(team=team.id, note=note, card=on, tag=command.tag, text=command.text))


def add(draft: Draft, command: WriteNote) -> None:
    """A note that was not saved in time. What has been written stands."""
    if command.note is not None:
        raise Missing("unknown_note")
    write(draft, command)


WRITE = Rule(WriteNote, write, may_write)
ADD = Rule(WriteNote, add, may_add)
NOTE = Phase("note", (*ON, WRITE))
