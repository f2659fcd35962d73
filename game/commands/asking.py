"""What somebody at a terminal is asked before anything is written, and how an answer is understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from game.commands.sheettalk import tell, unfinished
from game.commands.terminal import out
from game.words import say, tongue

if TYPE_CHECKING:
    from pathlib import Path

    from game.cards.tables.comparing import Change
    from game.cards.tables.merge import Outcome, Plan

_SHOWN = 300
"""Characters of a text that are shown; what comes after is seldom what decides."""
_AWAY = ("q", "quit", "avbryt", "nej", "sluta", "stopp", "stop", "cancel", "no")


def asked(plan: Plan, ids: tuple[str, ...], behind: set[str], *, asks_cover: bool) -> tuple[set[str], bool]:
    """The cards to write, and whether the words about the deck are too; all leaves those that are `behind`.

    Ends with exit code 0, and nothing written, when the person says stop.
    """
    changes = {change.id: change for change in (plan.cover, *plan.cards)}
    cover = [""] if asks_cover and plan.cover.state == "changed" else []
    names = [*cover, *ids]
    tell(
        "Vad får skrivas?  a = allt ovan   v = fråga om vart och ett   i = inget, sluta",
        "What may be written?  a = all of the above   e = ask about each   n = nothing, stop",
    )
    if behind & set(ids):
        late = ", ".join(sorted(behind & set(ids)))
        tell(
            f"  (Allt lämnar kort som kan vara nyare i leken: {late}. Välj v för att ta dem ändå.)",
            f"  (All leaves cards that may be newer in the deck: {late}. Choose e to take them still.)",
        )
    answer = answered(
        say("Svara a, v eller i", "Answer a, e or n"),
        say(
            "all: a alla allt, each: v vart, stop: i inget inga n s",
            "all: a all, each: e each, stop: n none s",
        ),
    )
    if answer == "stop":
        _stop()
    if answer == "all":
        taken = set(names) - behind
        return taken - {""}, "" in taken
    return _each(names, changes)


def asked_of_new(deck: Path, outcome: Outcome) -> None:
    """One question about a deck that is not there yet. Ends with 0, and nothing written, at a no."""
    assert outcome.cover is not None
    count, begun = len(outcome.cards) + len(outcome.drafts), unfinished(len(outcome.drafts))
    spoken = ", ".join(outcome.cover.languages)
    tell(
        f"En ny lek skrivs i {deck}: {count} kort på {spoken}{begun}.",
        f"A new deck is written in {deck}: {count} cards in {spoken}{begun}.",
        bold=True,
    )
    choices = say("yes: j ja, stop: n nej", "yes: y yes, stop: n no")
    if answered(say("Skriva den? j/n", "Write it? y/n"), choices) == "stop":
        _stop()


def _each(names: list[str], changes: dict[str, Change]) -> tuple[set[str], bool]:
    tell(
        "j = ja, skriv det   n = nej, låt det vara   r = ja till det här och resten   "
        "s = sluta, och inget skrivs",
        "y = yes, write it   n = no, leave it   r = yes to this and the rest   "
        "s = stop, and nothing is written",
    )
    taken: set[str] = set()
    for number, name in enumerate(names):
        _show(changes[name])
        shown = name or say("det som står om leken", "what is said about the deck")
        answer = answered(
            say(f"Skriva {shown}? j/n/r/s", f"Write {shown}? y/n/r/s"),
            say(
                "yes: j ja, no: n nej, rest: r resten, stop: s", "yes: y yes, no: n no, rest: r rest, stop: s"
            ),
        )
        if answer == "stop":
            _stop()
        if answer == "rest":
            taken |= set(names[number:])
            break
        if answer == "yes":
            taken.add(name)
    return taken - {""}, "" in taken


def _show(change: Change) -> None:
    """The old and the new of everything that differs."""
    from game.cards.tables.columns import label_of
    from game.cards.tables.covers import cover_label

    name = change.id or say("(om leken)", "(about the deck)")
    state = {"new": say("nytt", "new"), "changed": say("ändrat", "changed")}.get(change.state, "")
    out.print(f"\n{name} ({state})", style="bold", highlight=False, markup=False)
    for item in () if change.is_unread else change.differences:
        label = (label_of(item.field, tongue()) if change.id else "") or cover_label(item.field, tongue())
        out.print(f"  {label}", highlight=False, markup=False)
        for word, text in ((say("förut", "before"), item.old), (say("nu", "now"), item.new)):
            short = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
            empty = say("(tomt)", "(empty)")
            out.print(f"    {word}: {short or empty}", highlight=False, markup=False, soft_wrap=True)


def _stop() -> None:
    tell("Inget skrevs.", "Nothing was written.")
    raise typer.Exit(0)


def answered(question: str, choices: str) -> str:
    """Which of the choices a person made; anything but their words is asked about again.

    `choices` are names with the words that mean them, as in `yes: j ja, no: n nej, stop: s`. What people
    write to get away means stop, unless a choice has the word.
    """
    known = dict.fromkeys(_AWAY, "stop")
    for choice in choices.split(","):
        name, _, words = choice.partition(":")
        known |= dict.fromkeys(words.split(), name.strip())
    while True:
        said = str(typer.prompt(question)).strip().casefold()
        if said in known:
            return known[said]
