"""`bemot deck review`: the dilemmas that tables have sent, read one by one by whoever keeps a deck."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from game.commands.frames import App
from game.commands.reviewtalk import cannot_write, failed, listed, no_deck, record, show, tell_traces, traces
from game.commands.stats import From
from game.commands.terminal import err, fail, out
from game.words import pick, say, tongue

if TYPE_CHECKING:
    from game.cards.format import Cover
    from server.store.archive import Suggestion
    from server.store.reviewed import Decision

app = App()


@app.command(
    help=say(
        "Läs de dilemman som borden själva har skickat in, och gör utkast till kort av dem du vill ha.",
        "Read the dilemmas that tables have sent themselves, and make draft cards of those you want.",
    ),
    epilog=say(
        "Exempel:  bemot deck review --from bemot.sqlite --into decks/vara-kort",
        "Example:  bemot deck review --from bemot.sqlite --into decks/our-cards",
    ),
)
def review(
    database: From,
    into: Annotated[
        Path | None,
        typer.Option(
            help=say("Kortlekens mapp, där utkasten läggs.", "The deck's folder, where the drafts are put.")
        ),
    ] = None,
    only_list: Annotated[
        bool, typer.Option("--list", help=say("Visa bara det som väntar.", "Only show what waits."))
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help=say("Det som väntar som JSON.", "What waits as JSON."))
    ] = False,
    accept: Annotated[
        list[str] | None,
        typer.Option(
            "--accept",
            metavar="ID",
            help=say("Gör ett utkast av det här; kan upprepas.", "Make this a draft; may be repeated."),
        ),
    ] = None,
    reject: Annotated[
        list[str] | None,
        typer.Option(
            "--reject",
            metavar="ID",
            help=say("Förkasta det här; kan upprepas.", "Reject this; may be repeated."),
        ),
    ] = None,
    anyway: Annotated[
        bool,
        typer.Option(
            "--anyway",
            help=say(
                "Med --accept: också när texten har spår av verkliga personer.",
                "With --accept: also when the text has traces of real people.",
            ),
        ),
    ] = False,
) -> None:
    """Ends with 1 when something could not be done, with 2 when it was asked for wrongly."""
    tray = _opened(database, into)
    if accept or reject:
        _decide_all(tray, accept or (), reject or (), anyway)
    elif as_json:
        typer.echo(json.dumps([record(one) for one in tray.waiting], indent=2, ensure_ascii=False))
    elif only_list or not tray.waiting:
        listed(tray.waiting)
    else:
        _ask(tray)


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


def _opened(database: Path, into: Path | None) -> Tray:
    from server.errors import StoreError
    from server.store.archive import open_archive
    from server.store.reviewed import decisions, reviewed_file

    cover = _cover(into) if into is not None else None
    file = reviewed_file(database)
    try:
        with open_archive(database) as archive:
            sent, broken = archive.suggestions()
        decided = decisions(file)
    except StoreError as error:
        fail(pick(error.message), 2)
    except OSError as error:
        failed(file, error)
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


def _decide_all(tray: Tray, accept: Sequence[str], reject: Sequence[str], anyway: bool) -> None:
    """All names are looked up before anything is done. What was rejected may still be accepted."""
    both = sorted(set(accept) & set(reject))
    if both:
        fail(
            say(
                f"{both[0]} kan inte både antas och förkastas.",
                f"{both[0]} cannot be both accepted and rejected.",
            ),
            2,
        )
    chosen = [(tray.sent[_known(tray, name)], True) for name in accept]
    chosen += [(tray.sent[_known(tray, name)], False) for name in reject]
    if accept and tray.deck is None:
        fail(no_deck(), 2)
    for one, accepted in chosen:
        earlier = tray.verdict(one.id)
        if earlier == "accepted" or (earlier is not None and not accepted):
            _say_earlier(one, earlier)
        elif not accepted:
            _reject(tray, one)
        elif traces(one) and not anyway:
            tell_traces(one)
            fail(
                say(
                    f"{one.id} blev inget kort. Med --anyway blir det ett utkast; skriv då om det.",
                    f"{one.id} became no card. With --anyway it becomes a draft; then rewrite it.",
                )
            )
        else:
            _take(tray, one)


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


def _ask(tray: Tray) -> None:
    """One by one; what is left for later is asked again next time."""
    waiting = tray.waiting
    for number, one in enumerate(waiting, start=1):
        show(one, f"{number}/{len(waiting)}")
        answer = _answer()
        if answer == "quit":
            return
        if answer == "reject":
            _reject(tray, one)
        elif answer == "accept" and tray.deck is None:
            err.print(no_deck(), style="bold red", highlight=False)
        elif answer == "accept" and (not traces(one) or _sure()):
            _take(tray, one)


def _answer() -> str:
    answers = say("a=accept f=reject s=later q=quit", "a=accept r=reject l=later q=quit")
    known = dict(pair.split("=") for pair in answers.split())
    question = say(
        "[a]nta som utkast, [f]örkasta, [s]enare, [q] sluta",
        "[a]ccept as a draft, [r]eject, [l]ater, [q]uit",
    )
    while True:
        said = str(typer.prompt(question)).strip().lower()[:1]
        if said in known:
            return known[said]


def _sure() -> bool:
    question = say(
        "Texten kan peka ut någon. Göra ett utkast och skriva om det? [j/n]",
        "The text may point somebody out. Make a draft and rewrite it? [y/n]",
    )
    return str(typer.prompt(question)).strip().lower()[:1] in ("j", "y")


def _take(tray: Tray, one: Suggestion) -> None:
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
        failed(tray.deck, error)
    try:
        decide(tray.file, one.id, "accepted")
    except OSError as error:  # the card itself tells that it was accepted
        err.print(cannot_write(tray.file, error), style="yellow", highlight=False, markup=False)
    out.print(say(f"Utkast: {file}", f"Draft: {file}"), highlight=False, markup=False, soft_wrap=True)
    for found in check_deck(tray.deck):
        if found.file == shown(file):
            out.print(f"[yellow]{escape(found.sentence(tongue()))}[/]", highlight=False, soft_wrap=True)


def _reject(tray: Tray, one: Suggestion) -> None:
    from server.store.reviewed import decide

    try:
        decide(tray.file, one.id, "rejected")
    except OSError as error:
        failed(tray.file, error)
    out.print(say(f"Förkastat: {one.id}", f"Rejected: {one.id}"), highlight=False)


def _say_earlier(one: Suggestion, earlier: Decision) -> None:
    sv = {"accepted": "är redan ett kort", "rejected": "är redan förkastat"}[earlier]
    en = {"accepted": "is a card already", "rejected": "was rejected already"}[earlier]
    out.print(say(f"{one.id} {sv}.", f"{one.id} {en}."), highlight=False)
