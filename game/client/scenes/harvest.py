"""The harvest: each seat marks, in secret, one of the table's notes to strengthen and one to improve."""

from __future__ import annotations

from game.client.parts.around import Secret, all_done, around, back_out, draft, is_done, seal, who
from game.client.parts.page import onward, page, status
from game.client.parts.wait import waits_for
from game.client.parts.words import tag_name, words
from game.client.play import Play
from game.client.scenes.note import tag
from game.client.stations.hall_wall import Piece, Wall
from game.client.ui import (
    Button,
    Column,
    Ctx,
    Flow,
    Icon,
    Largest,
    Node,
    Panel,
    Pill,
    Row,
    Scroll,
    Text,
    Tile,
)
from game.rules.command import CloseVote, MarkHarvest
from game.rules.slices import HarvestSlice, NoteSlice


def build(play: Play, ctx: Ctx) -> Node:
    """The marking, or what came of it."""
    harvest = play.harvest
    if harvest is None or harvest["settled"]:
        return page(
            play, ctx, _chosen(play, ctx, harvest), [onward(play, ctx, ctx._("Vidare"))], waits_for(play, ctx)
        )
    if play.kind == "screen":
        return page(play, ctx, _wall(play, ctx, harvest))
    return around(play, ctx, Secret(_ballot, _after, _promise(ctx)))


def _promise(ctx: Ctx) -> str:
    return ctx._("Ingen ser vem som markerade vad. När alla är klara visas bara vilka anteckningar det blev.")


def _wall(play: Play, ctx: Ctx, harvest: HarvestSlice) -> Node:
    """For a wall, which nobody can scroll: all the notes at once, or a page at a time."""
    there = {note["id"]: note for note in (play.notes["notes"] if play.notes else [])}
    sides = (("strengthen", harvest["strengthen"]), ("improve", harvest["improve"]))
    pieces = [
        Piece(tag_name(side, ctx), there[note]["text"], "act" if there[note]["tag"] == "act" else "")
        for side, ids in sides
        for note in ids
        if note in there
    ]
    return Largest([lambda: Wall(_head(play, ctx, harvest), pieces, ctx, key="wall")], grow=1)


def _head(play: Play, ctx: Ctx, harvest: HarvestSlice) -> Text:
    _ = ctx._
    if harvest["again"]:
        return words(
            play, ctx, _("Lika många. Prata en minut och markera igen bland dem som låg lika."), "title"
        )
    return words(play, ctx, _("Välj en sak att stärka och en att förbättra"), "title")


def _ballot(play: Play, ctx: Ctx, seat: str) -> Node:
    _ = ctx._
    harvest = play.harvest
    assert harvest is not None
    marks = draft(play, seat)

    def send() -> None:
        command = MarkHarvest(
            seat=seat, serial=play.serial, strengthen=marks.get("strengthen"), improve=marks.get("improve")
        )
        seal(play, ctx, seat, command)

    done = is_done(play, seat)
    label = _("Ändra mina markeringar") if done else _("Spara mina markeringar")
    saved = done and not marks and play.kind == "solo"
    body = Column(
        [who(play, ctx, seat, _promise(ctx)), _head(play, ctx, harvest), _lists(play, ctx, harvest, seat)],
        gap=18,
        grow=1,
    )
    close = _close(play, ctx) if saved else None
    send_button: Node = (
        status(play, ctx, "saved", _("Sparad"))
        if saved
        else Button(
            label if marks else _("Passa"), send, "primary" if marks else "secondary", "return", key="send"
        )
    )
    return page(play, ctx, body, [back_out(play, ctx), close, send_button])


def _lists(play: Play, ctx: Ctx, harvest: HarvestSlice, seat: str) -> Node:
    lists = [
        _list(play, ctx, "strengthen", harvest["strengthen"], seat, 1),
        _list(play, ctx, "improve", harvest["improve"], seat, 1 + len(harvest["strengthen"])),
    ]
    there = [side for side in lists if side is not None]
    if ctx.wide:
        return Row(
            [Scroll(side, key=f"side {n}", grow=1) for n, side in enumerate(there)],
            gap=36,
            grow=1,
            align="stretch",
        )
    return Scroll(Column(there, gap=30), key="lists", grow=1)


def _list(play: Play, ctx: Ctx, name: str, ids: list[str], seat: str, first: int) -> Node | None:
    notes = [note for note in (play.notes["notes"] if play.notes else []) if note["id"] in ids]
    if not notes:
        return None
    rows: list[Node | None] = [Flow([tag(play, ctx, name)])]
    rows += [_note(play, ctx, name, note, seat, first + index) for index, note in enumerate(notes)]
    return Column(rows, gap=16, pad=(6, 4))


def _note(play: Play, ctx: Ctx, name: str, note: NoteSlice, seat: str, number: int) -> Node:
    title = ctx._.pick(note["title"])
    text = Column(
        [words(play, ctx, note["text"], "body", size=30), words(play, ctx, title, "small", colour="soft")],
        gap=4,
    )
    marks = draft(play, seat)

    def mark() -> None:
        if marks.get(name) == note["id"]:
            marks.pop(name)
        else:
            marks[name] = note["id"]

    chosen = marks.get(name) == note["id"]
    inside = Row([Column([text], grow=1), Icon("check", 40, "accent") if chosen else None], gap=16)
    return Tile(
        inside,
        note["text"],
        mark,
        chosen=chosen,
        shortcut=str(number) if number < 10 else "",
        pad=22,
        key=f"{name} {note['id']} {seat}",
    )


def _after(play: Play, ctx: Ctx) -> Node:
    return page(
        play,
        ctx,
        all_done(play, ctx, ctx._("Alla här har markerat."), promise=_promise(ctx)),
        [_close(play, ctx)],
    )


def _close(play: Play, ctx: Ctx) -> Node | None:
    if not play.may("close_vote"):
        return None
    return Button(
        ctx._("Räkna nu"), lambda: play.do(CloseVote(serial=play.serial)), "secondary", key="close vote"
    )


def _chosen(play: Play, ctx: Ctx, harvest: HarvestSlice | None) -> Node:
    _ = ctx._
    notes = {note["id"]: note for note in (play.notes["notes"] if play.notes else [])}
    found = [
        (name, notes[note_id])
        for name, note_id in (
            ("strengthen", harvest["chosen_strengthen"] if harvest else None),
            ("improve", harvest["chosen_improve"] if harvest else None),
        )
        if note_id in notes
    ]
    rows: list[Node | None] = [
        Panel(
            Column(
                [Flow([tag(play, ctx, name)]), words(play, ctx, note["text"], "display", size=46, least=32)],
                gap=16,
            ),
            pad=(48, 34),
            radius="card",
        )
        for name, note in found
    ]
    if not rows:
        rows = [
            Panel(
                words(play, ctx, _("Ni skrev inga anteckningar den här gången. Det går bra ändå."), "title")
            )
        ]
    drawn = None
    if harvest and harvest["drawn"]:
        line = words(play, ctx, _("Det blev lika igen, så servern lottade."), "small", colour="soft")
        drawn = Flow([Pill(Row([Icon("swap", 30, "soft"), line], gap=12), "tint")])
    return Column(
        [
            words(play, ctx, _("Bordets skörd"), "display"),
            *rows,
            drawn,
            words(
                play,
                ctx,
                _("Inget visas i salen förrän spelledaren har släppt fram det, och då utan bordets nummer."),
                "small",
                colour="soft",
            ),
        ],
        gap=24,
        justify="center",
        grow=1,
    )
