"""The note: at most 140 characters from the table's writer, for what to keep, to mend or to act on now."""

from __future__ import annotations

from typing import Literal, cast

from game.client.parts.meanwhile import meanwhile, offer
from game.client.parts.page import onward, page
from game.client.parts.people import warning
from game.client.parts.tags import tag_fill, tag_ink
from game.client.parts.unsaved import TAGS, Unsaved, hold, sent
from game.client.parts.wait import waits_for
from game.client.parts.words import by_oneself, tag_name, words
from game.client.play import Play
from game.client.ui import (
    Button,
    Choice,
    Column,
    Ctx,
    Node,
    Panel,
    Pill,
    Row,
    Scroll,
    TextField,
    flexible,
    seat_name,
)
from game.rules.command import WriteNote
from game.rules.slices import NoteSlice

MOST = 3
Tag = Literal["strengthen", "improve", "act"]


def build(play: Play, ctx: Ctx) -> Node:
    """Writing for the writer; the notes for all."""
    _ = ctx._
    if (asked := meanwhile(play, ctx)) is not None:
        return asked
    notes = [note for note in (play.notes["notes"] if play.notes else []) if note["editable"]]
    heading = words(
        play,
        ctx,
        _("Vad vill du minnas av kortet?") if by_oneself(play) else _("Vad vill ni minnas av kortet?"),
        "title",
    )
    if not play.may("write_note"):
        body = Column([heading, _writer(play, ctx), *(row(play, ctx, note) for note in notes)], gap=24)
        return page(
            play,
            ctx,
            Panel(body, pad=(64, 44), grow=1),
            [offer(play, ctx), onward(play, ctx, _("Vidare"))],
            waits_for(play, ctx),
        )
    editing = play.fleeting.get("editing", "")
    rows = [row(play, ctx, note, _editor(play, ctx, note)) for note in notes if note["id"] != editing]
    form = (
        _form(play, ctx, next((note for note in notes if note["id"] == editing), None))
        if (editing or len(notes) < MOST)
        else words(play, ctx, _("Tre anteckningar räcker för ett kort."), "small", colour="soft")
    )
    body = Column(
        [heading, form, Scroll(Column(rows, gap=14), key="notes", grow=1, floor=90) if rows else None], gap=20
    )
    label = _("Vidare") if notes else _("Vidare utan anteckning")
    actions = [offer(play, ctx), onward(play, ctx, label, "ctrl+return")]
    return page(play, ctx, Panel(body, pad=(56, 34), grow=1), actions)


def row(play: Play, ctx: Ctx, note: NoteSlice, action: Node | None = None) -> Node:
    """A note with its tag."""
    return Row(
        [tag(play, ctx, note["tag"]), words(play, ctx, note["text"], "body", size=30, grow=1), action], gap=22
    )


def tag(play: Play, ctx: Ctx, name: str) -> Node:
    """The tag in its colour."""
    return Pill(words(play, ctx, tag_name(name, ctx), "label", colour=tag_ink(name)), tag_fill(name))


def _writer(play: Play, ctx: Ctx) -> Node:
    _ = ctx._
    seat = play.seat(play.team["writer"] if play.team else None)
    name = seat_name(seat["symbol"], _) if seat else _("Skrivaren")
    writes = _("{name} skriver för bordet. Säg till om något ska med.", name=name)
    if play.lecture:
        writes = _("{name} skriver för alla.", name=name)
    return words(play, ctx, writes, "body", colour="soft")


def _key(play: Play) -> str:
    return f"note {play.serial} {play.fleeting.get('editing', '')}"


def _editor(play: Play, ctx: Ctx, note: NoteSlice) -> Node:
    def edit() -> None:
        play.fleeting["editing"] = note["id"]
        play.fleeting["tag"] = note["tag"]

    return Button(ctx._("Ändra"), edit, "quiet", key=f"edit {note['id']}")


def _unsaved(play: Play, typed: str, tag: str) -> Unsaved:
    card = play.card
    title = {
        language: str(text.get("title", "")) for language, text in (card["text"] if card else {}).items()
    }
    return Unsaved("note", typed, play.serial, card["id"] if card else "", title, tag)


def _form(play: Play, ctx: Ctx, note: NoteSlice | None) -> Node:
    _ = ctx._
    key = _key(play)
    chosen: str = play.fleeting.get("tag", "")
    typed = ctx.typed(key)
    first = note["text"] if note else ""
    name = f"note {note['id'] if note else ''} {play.card['id'] if play.card else ''}"
    hold(play, name, _unsaved(play, "" if typed == first else typed, chosen))

    def choose(value: str) -> None:
        play.fleeting["tag"] = value

    def save() -> None:
        text = " ".join(ctx.typed(key).split())  # Enter makes a line, and on the wall a note is one
        tag_ = cast(Tag, play.fleeting.get("tag") or "improve")
        play.do(WriteNote(serial=play.serial, text=text, tag=tag_, note=note["id"] if note else None))
        if play.notice is None:
            sent(play, name)
            ctx.forget(key)
            play.fleeting.pop("editing", None)
            play.fleeting.pop("tag", None)

    field = TextField(
        _("Högst 140 tecken, inga namn på personer"),
        first,
        limit=140,
        rows=2 if ctx.wide else 1,
        key=key,
        warning=warning(ctx, typed),
        # With nothing written the keys go on to the page: Ctrl+Enter is onward there.
        on_submit=(lambda text: save() if chosen else None) if typed.strip() else None,
    )
    ctx.first_focus(key)
    ready = bool(typed.strip()) and bool(chosen)
    label = _("Ta bort") if note is not None and not typed.strip() else _("Spara")
    button = Button(
        label, save, "primary", enabled=ready or (note is not None and not typed.strip()), key="save note"
    )
    tags = Choice([(name, tag_name(name, ctx)) for name in TAGS], chosen, choose, key="tag", grow=1)
    return Column([field, Row([tags, flexible() if ctx.wide else None, button], gap=24)], gap=16)
