"""How what tables have sent is shown to whoever reviews it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.markup import escape
from rich.panel import Panel

from game.commands.terminal import err, out
from game.words import say

if TYPE_CHECKING:
    from server.store.archive import Suggestion

_TRACES = {
    "identity-number": ("personnummer", "identity number"),
    "e-mail": ("mejladress", "e-mail address"),
    "phone": ("telefonnummer", "phone number"),
    "full-name": ("helt namn", "full name"),
}


def listed(waiting: Sequence[Suggestion]) -> None:
    """All that waits."""
    for one in waiting:
        show(one)
    out.print(say(f"Väntar: {len(waiting)}", f"Waiting: {len(waiting)}"), style="bold", highlight=False)


def show(one: Suggestion, place: str = "") -> None:
    """One suggestion, with what may point somebody out."""
    from game.cards.suggested import clean

    options = (f"{letter}  {text}" for letter, text in zip("ABCDE", one.options, strict=False))
    lines = [clean(line) for line in (one.situation, *options)]
    title = "  ".join(filter(None, (one.id, one.week, place)))
    out.print(Panel(escape("\n".join(lines)), title=escape(title), title_align="left", highlight=False))
    tell_traces(one)


def traces(one: Suggestion) -> list[tuple[str, str]]:
    """What may be real people in it, as (code of the finding, the words)."""
    from game.cards.suggested import traces_in

    return traces_in(one.situation, one.options)


def tell_traces(one: Suggestion) -> None:
    """One line for each."""
    for code, words in traces(one):
        sv, en = _TRACES.get(code, (code, code))
        err.print(
            say(f"Kan peka ut en verklig person ({sv}): {words}", f"May be a real person ({en}): {words}"),
            style="yellow",
            highlight=False,
            markup=False,
        )


def record(one: Suggestion) -> dict[str, object]:
    """What JSON tells of it."""
    from game.cards.suggested import card_id

    return {
        "id": one.id,
        "card": card_id(one.id),
        "week": one.week,
        "situation": one.situation,
        "options": list(one.options),
        "traces": [{"code": code, "words": words} for code, words in traces(one)],
    }


def no_deck() -> str:
    """What to do when nobody has said where drafts go."""
    return say(
        "Säg vilken kortlek utkastet ska ligga i: --into decks/vara-kort",
        "Say which deck the draft should lie in: --into decks/our-cards",
    )
