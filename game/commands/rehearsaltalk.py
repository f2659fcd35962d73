"""What `bemot rehearse` says: while bots play, when they cannot, and at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from game.commands.terminal import err, out
from game.words import pick, say, tongue

if TYPE_CHECKING:
    from game.bots.station import TurnedAway
    from game.rehearse import NoRoom, Options, Progress, Report, Stuck


def begins(options: Options) -> str:
    """What is done before anybody plays."""
    if options.join:
        return say("Robotarna går in i rummet …", "The bots enter the room …")
    if options.server:
        return say("Öppnar rum på servern …", "Opening rooms on the server …")
    return say("Startar servern …", "Starting the server …")


def goes_on(how: Progress) -> str:
    """Where the slowest room is, in the words that its own windows use."""
    if how.lost:
        return say("Servern svarar inte, försöker igen …", "The server does not answer, trying again …")
    name = _phase(how.phase, how.round)
    return say(f"Spelar: {name}", f"Playing: {name}")


def no_room(error: NoRoom) -> str:
    """Why the server made no room, or did not tell of it."""
    if error.nack.code == "unknown_deck" and error.decks:
        known = ", ".join(error.decks)
        return say(
            f"Kortleken finns inte på servern. Välj med --slug bland: {known}",
            f"That deck is not on the server. Choose with --slug among: {known}",
        )
    return pick(error.nack.message)


def turned_away(error: TurnedAway) -> str:
    """Why a bot was not let in."""
    if error.code == "team_full":
        return say(
            "Borden rymmer inte så många platser. Välj färre med --seats, eller andra bord med "
            "--first-table.",
            "The tables have no room for so many seats. Choose fewer with --seats, or other tables with "
            "--first-table.",
        )
    return pick(error.message)


def stands_still(error: Stuck, options: Options) -> str:
    """Why a rehearsal was given up, and where everybody was."""
    if error.lost and options.server:
        return say(
            f"Servern på {options.server} har inte svarat på {error.seconds:.0f} sekunder, så repetitionen "
            "avbröts. Se efter att den är i gång och börja om.",
            f"The server at {options.server} has not answered for {error.seconds:.0f} seconds, so the "
            "rehearsal was given up. See that it runs, and begin again.",
        )
    if error.lost:
        return say(
            "Repetitionens server har stannat, så repetitionen avbröts. Börja om; händer det igen, kör "
            "bemot doctor.",
            "The rehearsal's server has stopped, so the rehearsal was given up. Begin again; if it happens "
            "once more, run bemot doctor.",
        )
    places = ", ".join(
        f"{_phase(*place) if place[0] else say('utanför rummet', 'outside the room')} ({count})"
        for place, count in sorted(error.places.items(), key=lambda found: -found[1])
    )
    return say(
        f"Rum {error.code} står stilla: inget har hänt på {error.seconds:.0f} sekunder. Här är skärmarna: "
        f"{places}. Prova med färre bord (--tables); hjälper inte det är det ett fel i Bemöt.",
        f"Room {error.code} stands still: nothing has happened for {error.seconds:.0f} seconds. Here are the "
        f"screens: {places}. Try with fewer tables (--tables); if that does not help, Bemöt is at fault.",
    )


def _phase(phase: str, round: int) -> str:
    from game.client.language import Language
    from game.client.phases import phase_name

    return phase_name(phase, round, Language(tongue()))


def tell(report: Report) -> None:
    """What came of it, for people."""
    table = Table(show_header=False, box=None, pad_edge=False)
    rows = (
        (
            say("Rum, bord, platser, skärmar", "Rooms, tables, seats, screens"),
            f"{report.rooms}, {report.tables}, {report.seats}, {report.stations}",
        ),
        (
            say("Kommandon: skickade, kvitterade, avvisade", "Commands: sent, acknowledged, refused"),
            f"{report.sent}, {report.acked}, {sum(report.refused.values())}",
        ),
        (say("Händelser", "Events"), str(report.events)),
        (
            say("Röster: lagda, kvar på servern", "Ballots: cast, left on the server"),
            f"{report.ballots}, {report.ballots_left if report.ballots_left is not None else '–'}",
        ),
        (
            say("Röst → sparad, median och p99 (ms)", "Vote → saved, median and p99 (ms)"),
            f"{report.latency.vote_acked.p50:.1f}, {report.latency.vote_acked.p99:.1f}",
        ),
        (
            say(
                "Röst → allas skärmar, median och p99 (ms)", "Vote → everybody's screens, median and p99 (ms)"
            ),
            f"{report.latency.vote_seen.p50:.1f}, {report.latency.vote_seen.p99:.1f}",
        ),
        (say("Tid (s)", "Time (s)"), f"{report.seconds:.1f}"),
    )
    for name, value in rows:
        table.add_row(name, value)
    out.print(table)
    for miss in report.wrong:
        line = say(
            f"Fel räknat: {miss.card} vid bord {miss.table}, röst {miss.round}. Robotarna lade "
            f"{miss.cast}, bordet visades {miss.counted}.",
            f"Counted wrong: {miss.card} at table {miss.table}, vote {miss.round}. The bots cast "
            f"{miss.cast}, the table was shown {miss.counted}.",
        )
        err.print(line, style="bold red", highlight=False, markup=False)
    if report.ballots_left == 0 and not report.wrong:
        well = say(
            "Allt gick som det ska: varje röst är rätt räknad, och ingen ligger kvar på servern.",
            "All went well: every vote is counted right, and none is left on the server.",
        )
        out.print(well, style="bold", highlight=False)
