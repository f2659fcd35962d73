"""Deciding: the one place where phases are looked up.

decide   (room, actor, command, facts) -> Decision, or Refused
may      (room, actor) -> the commands that would be heard now
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from game.rules import always, door, hosting
from game.rules.command import CastVote, Command, MarkHarvest, TallyCards, Who
from game.rules.draft import Decision, Draft, Facts
from game.rules.errors import Missing, NotAllowed, Refused, Stale
from game.rules.model import Actor, Room, Team
from game.rules.phases import PHASES, Rule
from game.rules.phases.base import DONE
from game.rules.swapping import swap_left

DURING_TIMEOUT = frozenset(
    {
        "end_timeout",
        "mark_away",
        "mark_back",
        "add_seat",
        "remove_seat",
        "leave",
        "acknowledge",
        "raise_hand",
        "cast_vote",
        "check_in",
        "mark_harvest",
        "make_pledge",
        "recall_pledge",
        "rate",
    }
)
"""What a team's own stations may do while its time-out lasts: come, go, and finish what was under way."""

REPEATABLE = frozenset({"open_next", "deal_card", "draw_card", "accept_heavy", "close_vote", "show_prompt"})
"""Commands that lead on: sent for a phase that is already behind, they find it done and change nothing."""

_EVERYWHERE = (*always.RULES, *hosting.RULES, *door.RULES)
_KIND: Mapping[type[Command], str] = MappingProxyType(
    {
        rule.command: rule.command.model_fields["type"].default
        for rules in (_EVERYWHERE, *(phase.rules for phase in PHASES.values()))
        for rule in rules
    }
)
"""Each command's type: worked out once, for `may` is asked about every rule at every change."""
_HEARD: Mapping[tuple[str, Who], tuple[tuple[str, Rule], ...]] = MappingProxyType(
    {
        (name, who): tuple(
            sorted(
                (
                    (_KIND[rule.command], rule)
                    for rule in (*_EVERYWHERE, *phase.rules)
                    if who in rule.command.by
                ),
                key=lambda heard: heard[0],
            )
        )
        for name, phase in PHASES.items()
        for who in Who
    }
)
"""(phase, who) -> the rules that listen to them, by type."""


_RULES: Mapping[tuple[str, type[Command]], Rule] = MappingProxyType(
    {
        (name, rule.command): rule
        for name, phase in PHASES.items()
        for rule in reversed((*phase.rules, *_EVERYWHERE))
    }
)
"""(phase, command) -> the rule that hears it; a phase's own comes before those that hold everywhere."""


def decide(room: Room, actor: Actor, command: Command, facts: Facts) -> Decision:
    """What the command leads to. Raises `Refused`; then nothing has happened."""
    if actor.who not in command.by:
        raise NotAllowed("not_allowed")
    if room.closed:
        raise Stale("room_closed")
    if actor.who is not Who.SYSTEM and actor.station not in room.stations:
        raise Missing("unknown_station")
    draft = Draft(room, actor, facts, PHASES)
    team = _team(room, actor, command)
    if actor.who is not Who.SYSTEM and _is_past(room, team, command):
        return draft.decision()
    rule = _rule(room, team, command)
    refusal = rule.when(room, team, actor)
    if refusal != DONE:
        refusal = _held(room, team, actor, rule) or refusal
        if refusal:
            raise _as_refused(refusal)
    rule.decide(draft, command)
    return draft.decision()


def may(room: Room, actor: Actor, team_id: str | None = None) -> list[str]:
    """The types of the commands that would be heard from this station now: for its own team, or for one a
    host names.
    """
    if room.closed:
        return []
    team = room.teams.get(team_id or actor.team or "")
    phase = (team.stage if team else room.stage).phase
    heard = _HEARD[phase, actor.who]
    if _stands(room, team) or (team and team.timeout):
        heard = tuple(item for item in heard if not _held(room, team, actor, item[1]))
    return [kind for kind, rule in heard if not rule.when(room, team, actor)]


def _team(room: Room, actor: Actor, command: Command) -> Team | None:
    """The team that is meant: one's own, or the one that a host names; None means the hall."""
    if actor.who is Who.SYSTEM:
        return None
    named = command.named
    wanted = named if actor.who is Who.HOST else actor.team
    if wanted is None:
        return None
    if named is not None and named != wanted:
        raise NotAllowed("not_allowed")
    team = room.teams.get(wanted)
    if team is None:
        raise Missing("unknown_team")
    return team


def _is_past(room: Room, team: Team | None, command: Command) -> bool:
    """Whether the command speaks of something behind and what it asked for has come about; refuses it
    otherwise.
    """
    serial: int | None = getattr(command, "serial", None)
    stage = team.stage if team else room.stage
    if serial is None or serial == stage.serial:
        return False
    if _is_done(room, team, command.type, serial):
        return True
    raise Stale("wrong_round" if isinstance(command, CastVote | TallyCards | MarkHarvest) else "wrong_phase")


def _is_done(room: Room, team: Team | None, kind: str, serial: int) -> bool:
    stage = team.stage if team else room.stage
    if kind == "skip_step":
        return serial < stage.entered
    if kind == "vote_again":
        return stage.phase == "vote" and stage.opened <= serial < stage.serial
    if kind == "swap_card":
        return serial < stage.serial and team is not None and not swap_left(room, team)
    return serial < stage.opened and kind in REPEATABLE


def _rule(room: Room, team: Team | None, command: Command) -> Rule:
    rule = _RULES.get(((team.stage if team else room.stage).phase, type(command)))
    if rule is None:
        raise Stale("wrong_phase")
    return rule


def _stands(room: Room, team: Team | None) -> bool:
    return bool(team.held or team.paused if team else room.paused)


def _held(room: Room, team: Team | None, actor: Actor, rule: Rule) -> str | None:
    """What a pause or a time-out holds back."""
    if rule.moves and _stands(room, team):
        return "paused"
    if team and team.timeout and actor.who is not Who.HOST and _KIND[rule.command] not in DURING_TIMEOUT:
        return "timeout_open"
    return None


_STALE = frozenset(
    {
        "wrong_phase",
        "wrong_round",
        "vote_closed",
        "vote_open",
        "room_closed",
        "paused",
        "timeout_open",
        "no_timeout",
        "not_paused",
        "plan_changed",
        "plan_over",
    }
)
_MISSING = frozenset({"no_card", "no_cards_left", "unknown_team", "unknown_seat", "unknown_prompt"})


def _as_refused(code: str) -> Refused:
    if code in _STALE:
        return Stale(code)
    return Missing(code) if code in _MISSING else NotAllowed(code)


__all__ = ["Decision", "Facts", "decide", "may"]
