"""The receipt of a pledge: three words, with which nobody but their keeper finds it again."""

from __future__ import annotations

from collections.abc import Callable

from game.client.parts.page import page, status
from game.client.parts.promising import Promise, again, promise_of, put_away
from game.client.parts.words import words
from game.client.play import Play
from game.client.slips import save_slip
from game.client.ui import Button, Column, Ctx, Flow, Icon, Node, Panel, Pill


def receipt_words(play: Play, ctx: Ctx, three: list[str]) -> Node:
    """Three words to photograph or write down."""
    pills: list[Node] = [
        Pill(words(play, ctx, word, "display"), "accent_soft", pad=(36, 16)) for word in three
    ]
    return Flow(pills, gap=22, justify="center")


def slip(play: Play, ctx: Ctx, promise: Promise) -> tuple[Node | None, Node | None]:
    """On a screen of one's own: the words as a file to print, and where it lies."""
    if play.kind != "solo" or play.room is None:
        return None, None
    _, code = ctx._, play.room["code"]

    def save() -> None:
        play.kept["slip"] = save_slip(promise.receipt, code, ctx.language)

    told = play.kept.get("slip")
    said = None
    if told is not None:
        said = status(play, ctx, "saved" if told.path else "warning", _.pick(told.words))
    return said, Button(_("Spara en lapp"), save, "secondary", key="save slip")


def receipt(play: Play, ctx: Ctx, seat: str, leave: Callable[[], object] | None = None) -> Node | None:
    """The three words, for this seat alone, from when the pledge is durable until they have been put away."""
    _ = ctx._
    promise = promise_of(play, seat)
    if promise is not None and promise.state == "failed" and again(play, ctx, seat):
        promise = promise_of(play, seat)
    if promise is None or promise.seen or promise.state == "failed":
        return None
    if promise.state != "kept":
        return _on_its_way(play, ctx, promise, leave)

    def close() -> None:
        put_away(play, seat)
        if leave is not None:
            leave()

    said, save = slip(play, ctx, promise)
    body = Column(
        [
            Icon("key", 80 if ctx.wide else 56, "accent", at="center"),
            words(play, ctx, _("Ditt kvitto"), "display", align="center"),
            receipt_words(play, ctx, list(promise.receipt)),
            words(
                play,
                ctx,
                _(
                    "Fotografera eller skriv upp orden. Bara de öppnar ditt löfte på återträffen: "
                    "varken servern eller den som sköter den kan läsa det."
                ),
                "body",
                align="center",
            ),
            said,
        ],
        gap=26,
        justify="center",
    )
    seen = Button(_("Jag har sparat orden"), close, "primary", "return", key="receipt seen")
    return page(play, ctx, Panel(body, pad=(90, 36), grow=1), [save, seen])


def unsaved_text(play: Play, ctx: Ctx, seat: str, leave: Callable[[], object]) -> Node | None:
    """What a seat wrote that could not be saved before the step was over: to be written down by hand."""
    _ = ctx._
    promise = promise_of(play, seat)
    if promise is None or promise.state != "failed":
        return None

    def close() -> None:
        put_away(play, seat)
        leave()

    pledge = promise.pledge
    body = Column(
        [
            words(play, ctx, _("Ditt löfte blev inte sparat"), "title", align="center"),
            words(
                play,
                ctx,
                _("När {when} så ska jag {then}.", when=pledge.when, then=pledge.then),
                "title",
                colour="accent",
                align="center",
                least=26,
            ),
            words(
                play,
                ctx,
                _("Ändringen hann inte fram. Ditt kvitto öppnar det du lovade först.")
                if promise.changes
                else _("Inget kvitto öppnar det. Skriv upp det för hand om du vill ha det kvar."),
                "body",
                align="center",
            ),
        ],
        gap=30,
        justify="center",
    )
    # No Enter: at a shared machine the text is forgotten with it.
    noted = Button(_("Jag har skrivit upp det"), close, "primary", key="unsaved seen")
    return page(play, ctx, Panel(body, pad=(90, 36), grow=1), [noted])


def _on_its_way(play: Play, ctx: Ctx, promise: Promise, leave: Callable[[], object] | None) -> Node:
    """The words are not shown yet: a receipt for what may still be lost is worth nothing."""
    _ = ctx._
    sealing = promise.state == "sealing"
    text = _("Löftet låses med ditt kvitto…") if sealing else _("Kvittot kommer när löftet är sparat.")
    body = Column(
        [
            Icon("lock", 80, "accent", at="center"),
            words(play, ctx, _("Sparar…"), "display", align="center"),
            status(play, ctx, "waiting", text),
        ],
        gap=30,
        justify="center",
    )
    later = None
    if leave is not None and not sealing and play.status.state != "online":
        later = Button(_("Lämna vidare så länge"), leave, "secondary", key="later")
    return page(play, ctx, Panel(body, pad=(110, 44), grow=1), [later])
