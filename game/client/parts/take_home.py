"""The table's own sheet, from its last page: made on this machine of what its view already holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from game.client.parts.page import status
from game.client.parts.words import by_oneself
from game.client.play import Play
from game.client.ui import Button, Ctx, Node
from game.rules.opened import MAX_TALK
from game.tablesheet import TableSheet, Talked, Written


def sheet_button(play: Play, ctx: Ctx) -> Node | None:
    """Saves the sheet; None where there is nothing on it, for a wall, and in a lecture's crowd."""
    _, desk, sheet = ctx._, play.sheets, table_sheet(play, ctx)
    save = desk.save
    if sheet is None or save is None:
        return None
    label = (
        _("Sparar …") if desk.works else _("Spara mitt blad") if by_oneself(play) else _("Spara bordets blad")
    )
    return Button(
        label,
        lambda: save(sheet),
        "secondary",
        "s",
        "printer",
        enabled=not desk.works,
        key="save table sheet",
    )


def sheet_state(play: Play, ctx: Ctx) -> Node | None:
    """What it is; then where it lies, or why there is none and what to do."""
    _, desk = ctx._, play.sheets
    if desk.save is None or table_sheet(play, ctx) is None:
        return None
    if desk.trouble:
        return status(play, ctx, "warning", _.pick(dict(desk.trouble)))
    if desk.saved:
        return status(play, ctx, "saved", _("Sparat: {path}", path=desk.saved))
    own = _("Det du skrev och kortens frågor kan du spara på ett blad att ta med. Inga röster står där.")
    ours = _("Det ni skrev och enades om kan ni spara på ett blad att ta med. Inga röster och inga namn.")
    return status(play, ctx, "info", own if by_oneself(play) else ours)


def table_sheet(play: Play, ctx: Ctx) -> TableSheet | None:
    """The sheet in the language of this station."""
    keep, team, room = play.keep, play.team, play.room
    if keep is None or team is None or room is None or play.kind not in ("solo", "table"):
        return None
    if len(team["seats"]) > MAX_TALK:
        return None
    notes = play.notes["notes"] if play.notes else []
    texts = {note["id"]: note["text"] for note in notes}
    titles = {note["card"]: note["title"] for note in notes} | {
        one["id"]: one["title"] for one in keep["cards"]
    }
    asked = {one["id"]: one["questions"] for one in keep["cards"]}
    order = dict.fromkeys((*asked, *titles))
    cards = (
        Talked(
            ctx._.pick(titles[card]),
            tuple(_in(asked.get(card, {}), ctx)),
            tuple(Written(note["tag"], note["text"]) for note in notes if note["card"] == card),
        )
        for card in order
    )
    return TableSheet(
        language=ctx.language,
        code=room["code"],
        table=0 if by_oneself(play) else team["number"],
        day=_day(keep["started"]),
        cards=tuple(cards),
        strengthen=texts.get(keep["strengthen"] or "", ""),
        improve=texts.get(keep["improve"] or "", ""),
    )


def _in(words: Mapping[str, Sequence[str]], ctx: Ctx) -> Sequence[str]:
    return words.get(ctx.language) or words.get("sv") or next(iter(words.values()), ())


def _day(ms: int | None) -> str:
    """By this machine's calendar."""
    return "" if ms is None else datetime.fromtimestamp(ms / 1000, UTC).astimezone().date().isoformat()
