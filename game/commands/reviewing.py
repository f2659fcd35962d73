"""What is decided about a suggestion, and what comes of it: a draft in a deck, a line beside the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from game.commands.reviewtalk import no_deck, tell_traces, traces
from game.commands.sheettalk import cannot_use, report, unusable
from game.commands.swapped import not_sheets
from game.commands.terminal import err, fail, out
from game.words import pick, say, tongue

if TYPE_CHECKING:
    from game.cards.format import Cover
    from server.store.archive import Suggestion
    from server.store.reviewed import Decision

Order: TypeAlias = Literal["accept", "reject", "undo"]


@dataclass(frozen=True)
class Tray:
    """What has been sent, what was decided, and where decisions and drafts go."""

    sent: dict[str, Suggestion]
    decided: dict[str, Decision]
    file: Path
    deck: Path | None
    cover: Cover | None

    @property
    def waiting(self) -> list[Suggestion]:
        """What nothing was decided about, and what is no card of the deck yet."""
        return [one for one in self.sent.values() if not self.verdict(one.id)]

    def verdict(self, suggestion: str) -> Decision | None:
        """What was decided; a card in the deck says so by being there."""
        from game.cards.suggested import path_in

        if self.deck is not None and path_in(self.deck, suggestion).exists():
            return "accepted"
        return self.decided.get(suggestion)


def opened(database: Path, into: Path | None) -> Tray:
    from server.errors import StoreError
    from server.store.archive import open_archive
    from server.store.reviewed import decisions, reviewed_file

    not_sheets(*filter(None, (into,)))
    cover = _cover(into) if into is not None else None
    file = reviewed_file(database)
    try:
        with open_archive(database) as archive:
            sent, broken = archive.suggestions()
        decided = decisions(file)
    except StoreError as error:
        fail(pick(error.message), 2)
    except OSError as error:
        unusable(file, error)
    if broken:
        err.print(
            say(
                f"{broken} förslag är skadade eller från en annan version och visas inte.",
                f"{broken} suggestions are damaged or of another version and are not shown.",
            ),
            style="yellow",
            highlight=False,
        )
    return Tray({one.id: one for one in sent}, decided, file, into, cover)


def _cover(deck: Path) -> Cover:
    from game.cards.load import read_deck

    reading = read_deck(deck)
    if reading.cover is None or not deck.is_dir():
        first = next((one for one in reading.findings if one.is_error), None)
        fail(
            first.sentence(tongue())
            if first
            else say(
                f"{deck} är packad. Packa upp den först: bemot deck unpack {deck}",
                f"{deck} is packed. Unpack it first: bemot deck unpack {deck}",
            ),
            2,
        )
    return reading.cover


def decide_all(
    tray: Tray, accept: Sequence[str], reject: Sequence[str], undo: Sequence[str], *, anyway: bool
) -> None:
    """All names are looked up before anything is done. What was rejected may still be accepted."""
    wanted = [(_known(tray, name), do) for names, do in _orders(accept, reject, undo) for name in names]
    twice = [name for name, do in wanted if any(name == other and do != also for other, also in wanted)]
    if twice:
        fail(
            say(
                f"{twice[0]} står på två ställen. Välj ett av --accept, --reject och --undo.",
                f"{twice[0]} is named twice. Choose one of --accept, --reject and --undo.",
            ),
            2,
        )
    if accept and tray.deck is None:
        fail(no_deck(), 2)
    for name, do in wanted:
        one, earlier = tray.sent[name], tray.verdict(name)
        if do == "undo":
            undo_one(tray, one)
        elif earlier == "accepted" or (earlier is not None and do == "reject"):
            _say_earlier(one, earlier)
        elif do == "reject":
            reject_one(tray, one)
        elif traces(one) and not anyway:
            tell_traces(one)
            fail(
                say(
                    f"{one.id} blev inget kort. Med --anyway blir det ett utkast; skriv då om det.",
                    f"{one.id} became no card. With --anyway it becomes a draft; then rewrite it.",
                )
            )
        else:
            take(tray, one)


def _orders(
    accept: Sequence[str], reject: Sequence[str], undo: Sequence[str]
) -> Sequence[tuple[Sequence[str], Order]]:
    return (undo, "undo"), (accept, "accept"), (reject, "reject")


def _known(tray: Tray, name: str) -> str:
    """The id as it was sent. A card's id, eget-…, means the same."""
    from game.cards.findings import closest
    from game.cards.suggested import PREFIX

    wanted = name.removeprefix(PREFIX)
    if wanted in tray.sent:
        return wanted
    guess = closest(wanted, tray.sent)
    unknown = say(f"Inget förslag heter {name}.", f"No suggestion is called {name}.")
    return fail(unknown + (say(f" Menade du ”{guess}”?", f" Did you mean “{guess}”?") if guess else ""), 2)


def take(tray: Tray, one: Suggestion) -> None:
    """A draft card, and what is missing in it."""
    from game.cards.check import check_deck
    from game.cards.files import shown
    from game.cards.suggested import draft, keep
    from server.store.reviewed import decide

    assert tray.deck is not None
    assert tray.cover is not None
    try:
        file = keep(tray.deck, one.id, draft(tray.cover, one.id, one.situation, one.options, tongue()))
    except OSError as error:
        unusable(tray.deck, error)
    try:
        decide(tray.file, one.id, "accepted")
    except OSError as error:  # the card itself tells that it was accepted
        err.print(cannot_use(tray.file, error), style="yellow", highlight=False, markup=False)
    out.print(say(f"Utkast: {file}", f"Draft: {file}"), highlight=False, markup=False, soft_wrap=True)
    report(found for found in check_deck(tray.deck) if found.file == shown(file))


def reject_one(tray: Tray, one: Suggestion) -> None:
    from server.store.reviewed import decide

    try:
        decide(tray.file, one.id, "rejected")
    except OSError as error:
        unusable(tray.file, error)
    out.print(
        say(f"Förkastat: {one.id}  (ångra: --undo {one.id})", f"Rejected: {one.id}  (undo: --undo {one.id})"),
        highlight=False,
    )


def undo_one(tray: Tray, one: Suggestion) -> None:
    """It waits again. Its card goes when it still is the draft that it began as; when somebody has written in
    it, it stays, and so does what was decided.
    """
    from server.store.reviewed import decide

    earlier = tray.verdict(one.id)
    if earlier is None:
        out.print(say(f"{one.id} väntar redan.", f"{one.id} waits already."), highlight=False)
        return
    if earlier == "accepted" and tray.deck is None:
        fail(
            say(
                f"{one.id} är ett kort. Säg i vilken kortlek: --into decks/vara-kort",
                f"{one.id} is a card. Say in which deck: --into decks/our-cards",
            ),
            2,
        )
    card = _draft_of(tray, one)
    try:
        decide(tray.file, one.id, "undone")
    except OSError as error:
        unusable(tray.file, error)
    if card is not None:
        try:
            card.unlink()
        except OSError as error:
            unusable(card, error)
        out.print(
            say(f"Togs bort: {card}", f"Removed: {card}"), highlight=False, markup=False, soft_wrap=True
        )
    out.print(say(f"Väntar igen: {one.id}", f"Waits again: {one.id}"), highlight=False)


def _draft_of(tray: Tray, one: Suggestion) -> Path | None:
    """Its card, which nobody has written in; None when there is none in this deck. Ends when somebody has."""
    from game.cards.suggested import draft, path_in

    if tray.deck is None or tray.cover is None or not (card := path_in(tray.deck, one.id)).exists():
        return None
    drafts = [draft(tray.cover, one.id, one.situation, one.options, language) for language in ("sv", "en")]
    try:
        untouched = card.read_text("utf-8", errors="replace") in drafts
    except OSError as error:
        unusable(card, error)
    if not untouched:
        fail(
            say(
                f"{one.id} är kvar som kort: någon har skrivit i {card}. "
                f"Ta bort filen själv, om det ska vänta igen, och ångra sedan en gång till.",
                f"{one.id} stays a card: somebody has written in {card}. "
                f"Remove the file yourself, if it is to wait again, and then undo once more.",
            )
        )
    return card


def _say_earlier(one: Suggestion, earlier: Decision) -> None:
    sv = {"accepted": "är redan ett kort", "rejected": "är redan förkastat"}[earlier]
    en = {"accepted": "is a card already", "rejected": "was rejected already"}[earlier]
    out.print(say(f"{one.id} {sv}.", f"{one.id} {en}."), highlight=False)
