"""The pledge: "När … så ska jag …". Whoever writes it seals it under a receipt of three words before it is
sent, so it is never in a room at all. When the team moves on, what was to be shared goes to the wall in drawn
order, and every pledge is kept as it was sealed, with neither seat nor table.
"""

from __future__ import annotations

from game.rules.command import MakePledge
from game.rules.draft import Draft
from game.rules.errors import Malformed, Stale
from game.rules.event import PledgesShared
from game.rules.model import Team
from game.rules.phases.base import Phase, Rule
from game.rules.phases.common import ON, own_seat, seal_once
from game.rules.phases.note import ADD
from game.rules.sealed import KeptPledge


def box_of(team: Team) -> str:
    """The box of this step's pledges."""
    return f"{team.id}/pledge/{team.stage.step}"


def pledge(draft: Draft, command: MakePledge) -> None:
    """Put a seat's sealed pledge into the box, or its pass. A mark that is taken is refused: whoever has the
    same three words would read somebody else's.
    """
    whole = command.shared is None or all(command.shared)
    if bool(command.mark) != bool(command.sealed) or (command.shared and not command.mark) or not whole:
        raise Malformed("half_pledge")
    team, seat = own_seat(draft, command.seat)
    box = box_of(team)
    if command.mark and draft.facts.pledged(command.mark, draft.facts.key(box, seat.id)):
        raise Stale("receipt_taken")
    body = {"mark": command.mark, "sealed": command.sealed, "shared": command.shared}
    seal_once(draft, box, seat.id, body)


def leave(draft: Draft, team_id: str) -> None:
    """Open the box: share what was to be shared, keep the rest as it is, forget whose is which."""
    box = box_of(draft.team(team_id))
    made = [ballot.body for ballot in draft.ballots(box) if ballot.body["mark"]]
    shared = draft.facts.shuffled(sorted("\n".join(body["shared"]) for body in made if body["shared"]))
    if shared:
        draft.add(PledgesShared(texts=tuple((draft.facts.new_id("p"), text) for text in shared)))
    draft.pledges += [KeptPledge(str(body["mark"]), str(body["sealed"])) for body in made]
    draft.destroy(box)


PLEDGE = Phase("pledge", (*ON, ADD, Rule(MakePledge, pledge)), leave=leave)
