"""The pledge: "När … så ska jag …". Sealed until the team moves on; then the shared ones go to the wall in
drawn order, and every pledge is kept under its receipt of three words, with neither seat nor table.
"""

from __future__ import annotations

from game.rules.command import MakePledge
from game.rules.draft import Draft
from game.rules.errors import Malformed
from game.rules.event import PledgesShared
from game.rules.model import Team
from game.rules.phases.base import Phase, Rule
from game.rules.phases.common import ON, own_seat, seal_once
from game.rules.sealed import KeptPledge


def box_of(team: Team) -> str:
    """The box of this step's pledges."""
    return f"{team.id}/pledge/{team.stage.step}"


def pledge(draft: Draft, command: MakePledge) -> None:
    """Seal a seat's pledge, or its pass."""
    if bool(command.when) != bool(command.then):
        raise Malformed("half_pledge")
    team, seat = own_seat(draft, command.seat)
    box = box_of(team)
    body: dict[str, object] = {
        "when": command.when,
        "then": command.then,
        "buddy": command.buddy,
        "share": command.share,
    }
    if command.when:
        body["receipt"] = list(draft.facts.receipt(box, seat.id))
    seal_once(draft, box, seat.id, body)


def leave(draft: Draft, team_id: str) -> None:
    """Open the box: share what was to be shared, keep the rest under receipts, forget who wrote what."""
    box = box_of(draft.team(team_id))
    made = [ballot.body for ballot in draft.ballots(box) if ballot.body["when"]]
    shared = draft.facts.shuffled(sorted(f"{body['when']}\n{body['then']}" for body in made if body["share"]))
    if shared:
        draft.add(PledgesShared(texts=tuple((draft.facts.new_id("p"), text) for text in shared)))
    for body in made:
        first, second, third = body["receipt"]
        kept = KeptPledge((first, second, third), str(body["when"]), str(body["then"]), bool(body["buddy"]))
        draft.pledges.append(kept)
    draft.destroy(box)


PLEDGE = Phase("pledge", (*ON, Rule(MakePledge, pledge)), leave=leave)
