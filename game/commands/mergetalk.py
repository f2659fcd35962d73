"""What a designer is told of an import: what would change, what was written, and what was left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.sheettalk import finished, tell, unfinished
from game.commands.terminal import fail, out, typed
from game.words import say, tongue

if TYPE_CHECKING:
    from game.cards.tables.comparing import Change
    from game.cards.tables.merge import Outcome, Plan


def show(plan: Plan) -> None:
    """What would happen, card by card."""
    words = {"new": say("nytt", "new"), "changed": say("ändrat", "changed")}
    for change in (plan.cover, *plan.cards):
        if change.state in words:
            name = change.id or say("(om leken)", "(about the deck)")
            line = f"  {words[change.state]:8} {name}" + (
                f": {_differences(change)}" if change.fields else ""
            )
            out.print(line, highlight=False, markup=False, soft_wrap=True)
    if plan.missing:
        tell(
            f"  lämnas, finns inte i filen: {', '.join(plan.missing)}",
            f"  left, not in the file: {', '.join(plan.missing)}",
        )
    new, changed, same = (len(plan.ids(state)) for state in ("new", "changed", "same"))
    tell(
        f"Kort i filen: {len(plan.cards)}. Nya: {new}. Ändrade: {changed}. Lika: {same}.",
        f"Cards in the file: {len(plan.cards)}. New: {new}. Changed: {changed}. Same: {same}.",
        bold=True,
    )


def _differences(change: Change) -> str:
    from game.cards.tables.columns import label_of
    from game.cards.tables.covers import cover_label

    if change.is_unread:
        return say(
            "lekens kort är ofärdigt eller går inte att läsa", "the deck's card is unfinished or unreadable"
        )
    labels = list(
        dict.fromkeys(
            (label_of(field, tongue()) if change.id else "") or cover_label(field, tongue())
            for field in change.fields
        )
    )
    rest = len(labels) - 6
    return ", ".join(labels[:6]) + (say(f" och {rest} till", f" and {rest} more") if rest > 0 else "")


def behind(plan: Plan, older: bool) -> set[str]:
    """The cards that are left when all are asked for, because the deck's may be newer."""
    return set() if older else {change.id for change in plan.cards if change.behind}


def flags(plan: Plan) -> str:
    """What would write what there is to write."""
    late = behind(plan, older=False)
    ways = []
    if plan.ids("new"):
        ways.append(say("--add för de nya korten", "--add for the new cards"))
    if plan.cover.state == "changed" or set(plan.ids("changed")) - late:
        ways.append(say("--replace för allt som är ändrat", "--replace for all that has changed"))
    if late:
        ways.append(
            say(
                "--replace --also-older även för kort som kan vara nyare i leken",
                "--replace --also-older for cards too that may be newer in the deck",
            )
        )
    return say(
        f"Inget skrevs. Säg vad som får skrivas: {', '.join(ways)}.",
        f"Nothing was written. Say what may be: {', '.join(ways)}.",
    )


def done(deck: Path, plan: Plan, outcome: Outcome, files: tuple[Path, ...]) -> None:
    """What was written, and what to do next."""
    if not files:
        tell("Inget behövde skrivas.", "Nothing needed to be written.")
        return
    from game.cards.tables.merge import completed, revised

    names = {path.stem for path in files if path.parent.name == "cards"}
    count, revs = len(names), len(names & revised(plan, outcome))
    begun = unfinished(sum(flat["id",] in names for flat in outcome.drafts))
    begun += finished(len(names & completed(plan, outcome)))
    tell(
        f"{deck}: {count} kort skrevs{begun}" + (f", {revs} med nytt rev." if revs else "."),
        f"{deck}: {count} cards were written{begun}" + (f", {revs} with a new rev." if revs else "."),
        bold=True,
    )
    tell(f"Kontrollera: bemot deck check {typed(deck)}", f"Check: bemot deck check {typed(deck)}")
    for language in _stale(outcome):
        command = f"bemot deck translate {typed(deck)} {language}"
        tell(f"Översättningar att se över: {command}", f"Translations to look over: {command}")


def _stale(outcome: Outcome) -> tuple[str, ...]:
    """The languages in which a written card's translation is older than its source text."""
    from game.cards.current import is_current
    from game.cards.digest import text_of

    assert outcome.cover is not None
    found = []
    for language in outcome.cover.languages:
        for card in outcome.cards:
            origin, text = text_of(card, outcome.cover.source), text_of(card, language)
            if origin and text and text is not origin and not is_current(text.of, origin):
                found.append(language)
                break
    return tuple(found)


def tell_left(plan: Plan, taken: set[str], cover: bool, replace: bool) -> None:
    """What was not written and how it would be. Ends with 1 when it had been asked for."""
    late = behind(plan, older=False) - taken
    waiting = sorted(set(plan.ids("changed")) - taken - late)
    if plan.cover.state == "changed" and not cover:
        tell(
            "Det som står om leken lämnades. Skriv det med --replace.",
            "What is said about the deck was left. Write it with --replace.",
        )
    if waiting and not replace:
        names = ", ".join(waiting)
        tell(
            f"Ändrade kort som lämnades: {len(waiting)} ({names}). Skriv dem med --replace.",
            f"Changed cards that were left: {len(waiting)} ({names}). Write them with --replace.",
        )
    if late:
        names = ", ".join(sorted(late))
        sentence = say(
            f"Lämnades, för leken kan ha nyare text än filen: {names}. Exportera leken och skriv i den "
            "filen, eller ersätt ändå med --replace --also-older.",
            f"Left, because the deck's text may be newer than the file's: {names}. Export the deck and write "
            "in that file, or replace all the same with --replace --also-older.",
        )
        if replace:
            fail(sentence)
        tell(sentence, sentence)
