"""The follow-up, from the last page of whoever led: the room for it, and a file for the calendar."""

from __future__ import annotations

from functools import partial

from game.client.parts.again import clock
from game.client.play import Play
from game.client.stations.board import Board
from game.client.stations.host_report import FIELD as REPORT_KEY
from game.client.ui import Button, Ctx, Node, Status, Text, TextField
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
    found = FollowUp(
        began,
        weeks_after(began),
        ctx.language,
        code=play.room["code"],
        cards=played(play, ctx),
        room=desk.again.code,
    )
    day = f"{found.begins:%Y-%m-%d}"
    at = clock(found.begins.timestamp() * 1000, _)
    told: list[Node] = []
    if desk.unfollowed:
        told = [Status("warning", _.pick(dict(desk.unfollowed)))]
    elif desk.followed and desk.followed_room == found.room:
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


FIELD = "follow-up key"


def again(board: Board, ctx: Ctx) -> list[Node]:
    """The button that makes the room for it, and that room's code and key; nothing where none can be asked
    for.
    """
    _, desk, play = ctx._, board.desk.again, board.play
    make = desk.make
    if make is None or play.room is None or not play.room["closed"]:
        return []
    if desk.code:
        told = _("Återträffens rum: {code}. Nyckel: {key}", code=desk.code, key=desk.key)
        keep = _("Skriv upp båda: nyckeln visas bara här. Rummet väntar tills ni möts igen.")
        copy = Button(_("Kopiera"), partial(board.copy, f"{desk.code} {desk.key}"), key="copy follow-up")
        return [Status("saved", told), Text(keep, "small", colour="soft", align="center"), copy]
    report = board.desk.report
    beside = report.save is not None and report.needs_key  # then the report's field is there for both
    known = ctx.typed(REPORT_KEY)
    mine = known if beside else ctx.typed(FIELD) or known
    typed = mine.strip() if desk.needs_key else ""
    ready = not desk.works and (bool(typed) or not desk.needs_key)

    def submit(text: str) -> None:
        if text.strip() and not desk.works:
            make(text.strip())

    label = _("Gör i ordning …") if desk.works else _("Gör rummet för återträffen")
    found: list[Node] = []
    if desk.needs_key and not beside:
        name = _("SPELLEDARNYCKELN")
        found.append(TextField(name, known, limit=39, upper=True, key=FIELD, on_submit=submit))
    found.append(Button(label, partial(make, typed), icon="next", enabled=ready, key="make follow-up"))
    if desk.trouble:
        found.append(Status("warning", _.pick(dict(desk.trouble))))
    return found
