"""The follow-up, from the last page of whoever led: a file for the calendar."""

from __future__ import annotations

from functools import partial

from game.client.play import Play
from game.client.stations.board import Board
from game.client.stations.host_course import clock
from game.client.ui import Button, Ctx, Node, Status, Text
from game.followup import FollowUp, moment, weeks_after


def played(play: Play, ctx: Ctx) -> tuple[str, ...]:
    """What the cards are called that lay on the hall's table; at the tables' own pace those of the programme
    that were opened, and those that the hall has charts of.
    """
    told = play.host
    if told is None:
        return ()
    chosen = [step["title"] for step in told["steps"] if step["title"] and step["opened"] is not None]
    titles = told["dealt"] or [*chosen, *(chart["title"] for chart in told["charts"])]
    return tuple(dict.fromkeys(ctx._.pick(title) for title in titles))


def follow_up(board: Board, ctx: Ctx) -> list[Node]:
    """The button, and what became of it; nothing where no session was led or nothing can be kept."""
    _, desk, play = ctx._, board.desk, board.play
    opened = play.host["opened"] if play.host else None
    if desk.keep_follow_up is None or opened is None or play.room is None:
        return []
    began = moment(opened)
    found = FollowUp(began, weeks_after(began), ctx.language, code=play.room["code"], cards=played(play, ctx))
    day = f"{found.begins:%Y-%m-%d}"
    at = clock(found.begins.timestamp() * 1000, _)
    told: list[Node] = []
    if desk.unfollowed:
        told = [Status("warning", _.pick(dict(desk.unfollowed)))]
    elif desk.followed:
        told = [
            Status("saved", _("Sparat: {path}", path=desk.followed)),
            Text(
                _("Öppna filen så hamnar {day} kl. {time} i kalendern.", day=day, time=at),
                "small",
                colour="soft",
                align="center",
            ),
        ]
    keep = Button(
        _("Lägg uppföljningen i kalendern …"),
        partial(desk.keep_follow_up, found),
        icon="save",
        key="follow up",
    )
    return [keep, *told]
