"""What takes the scene's place: no view yet, out of the room, who sees what, pauses and the time-out."""

from __future__ import annotations

from collections.abc import Sequence

from game.client.parts.around import cover_up
from game.client.parts.page import page
from game.client.parts.rest import rest
from game.client.parts.take_home import sheet_button, sheet_state
from game.client.parts.words import by_oneself, words
from game.client.play import Play
from game.client.scenes.closed import opened, receipts
from game.client.stations.offline import continue_alone
from game.client.ui import Button, Column, Ctx, Icon, Node, Panel, Row
from game.rules.command import Acknowledge, EndTimeout


def cover(play: Play, ctx: Ctx) -> Node | None:
    """The covering page, or None when the scene itself is to be seen."""
    if play.status.state == "refused":
        return out(play, ctx)
    if play.stage is None:
        return _on_the_way(play, ctx)
    if play.stage["phase"] == "closed" or (play.room and play.room["closed"]):
        return None
    if play.may("acknowledge") and play.you and not play.you["acknowledged"]:
        return who_sees_what(play, ctx)
    paused = {"host": _paused, "team": _paused, "restart": _restarted, "timeout": _timeout}.get(
        play.stage["paused"]
    )
    if paused is not None:
        cover_up(play)
        return paused(play, ctx)
    return None


def out(play: Play, ctx: Ctx) -> Node:
    """Removed, barred, or the room is closed: why, and the way out."""
    _ = ctx._
    titles = {
        "room_closed": _("Rummet är stängt"),
        "removed": _("Den här skärmen är borttagen"),
        "barred": _("Den här skärmen är spärrad"),
        "unknown_token": _("Den här skärmen känns inte igen"),
    }
    code = play.status.code
    # The server's sentence would say once more what the title says.
    message = _("Tack för i dag.") if code == "room_closed" else _.pick(dict(play.status.message))
    body: list[Node | None] = [words(play, ctx, message, "body", align="center")] if message else []
    shown = show = sheet = None
    if code == "room_closed":
        alone = opened(play, ctx)
        if alone is not None:
            return alone
        kept = _(
            "Rösterna är raderade. "
            "Antal, anteckningar och löften ligger kvar på servern en tid och raderas sedan."
        )
        body.append(words(play, ctx, kept, "small", colour="soft", align="center"))
        shown, show = receipts(play, ctx)
        body.append(shown)
        body.append(sheet_state(play, ctx))
        sheet = sheet_button(play, ctx)
    leave = Button(_("Till startsidan"), play.leave, "primary", "" if shown else "return", key="leave")
    title = titles.get(code, _("Det gick inte att komma in"))
    return _card(play, ctx, "" if shown else "home", title, body, [show, sheet, leave])


def who_sees_what(play: Play, ctx: Ctx) -> Node:
    """Once per station, before anything else."""
    _ = ctx._
    shared = play.kind == "table"
    lines = _lines_alone(ctx) if by_oneself(play) else _lines(ctx, shared, play.lecture)
    rows: list[Node | None] = [
        Row(
            [
                Icon(icon, 52, "accent"),
                Column(
                    [words(play, ctx, head, "strong"), words(play, ctx, text, "body", size=30)], gap=0, grow=1
                ),
            ],
            gap=30,
        )
        for icon, head, text in lines
    ]
    body = Panel(
        Column([words(play, ctx, _("Vem ser vad"), "display"), *rows], gap=24, justify="center"),
        pad=(72, 36),
        grow=1,
    )
    known = Button(
        _("Jag har läst") if not shared else _("Vi har läst"),
        lambda: play.do(Acknowledge()),
        "primary",
        "return",
        key="acknowledge",
    )
    return page(play, ctx, body, [known], "")


def _lines(ctx: Ctx, shared: bool, lecture: bool) -> list[tuple[str, str, str]]:
    _ = ctx._
    own = (
        _("Skärmen går runt bordet. När det är din tur tittar bara du.")
        if shared
        else _("Bara du ser den. När omröstningen stängts går den inte att koppla till dig.")
    )
    counts = (
        ("people", _("Antalen"), _("Alla ser hur många som valde vad, på sina egna skärmar."))
        if lecture
        else ("table", _("Bordets antal"), _("Ert bord ser hur många som valde vad, på era egna skärmar."))
    )
    hall = (
        _("Salen ser bara siffror som tillräckligt många står bakom.")
        if lecture
        else _("Salen ser bara siffror över flera bord, och bara när de är tillräckligt många.")
    )
    return [
        ("lock", _("Din röst"), own),
        counts,
        ("screen", _("Salen"), hall),
        ("host", _("Spelledaren"), _("Ser hur många som är klara, aldrig vem eller vad.")),
    ]


def _lines_alone(ctx: Ctx) -> list[tuple[str, str, str]]:
    """Practising by oneself: there is nobody to show anything to."""
    _ = ctx._
    return [
        ("lock", _("Din röst"), _("Bara du ser vad du väljer. Rösten raderas när kortet är klart.")),
        (
            "hidden",
            _("Inga antal"),
            _("Det du svarar räknas inte ihop med någon annans och visas ingenstans."),
        ),
        ("note", _("Det du skriver"), _("Anteckningar och löfte finns kvar så länge övningen sparas.")),
    ]


def _on_the_way(play: Play, ctx: Ctx) -> Node:
    _ = ctx._
    if play.status.state == "offline":
        text = _.pick(dict(play.status.message)) or _("Ingen kontakt med servern.")
        return _card(
            play,
            ctx,
            "offline",
            _("Väntar på servern"),
            [
                words(play, ctx, text, "body", align="center"),
                words(
                    play,
                    ctx,
                    _("Skärmen försöker igen av sig själv."),
                    "small",
                    colour="soft",
                    align="center",
                ),
            ],
            [Button(_("Avbryt"), play.leave, key="leave")],
        )
    return _card(
        play, ctx, "link", _("Ansluter till rummet …"), [], [Button(_("Avbryt"), play.leave, key="leave")]
    )


def _paused(play: Play, ctx: Ctx) -> Node:
    _ = ctx._
    stage = play.stage
    assert stage is not None
    whose = (
        _("Spelledaren har pausat ert bord.")
        if stage["paused"] == "team"
        else _("Spelledaren har pausat sessionen.")
    )
    frozen = _("Klockan står still. Ni fortsätter där ni var.")
    until = stage["pause_until"]
    remaining = until - ctx.now if until is not None else None
    body = rest(play, ctx, stage["pause_text"] or whose, remaining, frozen)
    return page(play, ctx, body, [continue_alone(play, ctx)], "")


def _restarted(play: Play, ctx: Ctx) -> Node:
    _ = ctx._
    return _card(
        play,
        ctx,
        "repeat",
        _("Servern har startat om"),
        [
            words(
                play,
                ctx,
                _("Allt som var sparat finns kvar, och klockan väntar med den tid ni hade."),
                "body",
                align="center",
            ),
            words(play, ctx, _waits(play, ctx), "body", align="center"),
        ],
        [continue_alone(play, ctx)],
    )


def _waits(play: Play, ctx: Ctx) -> str:
    _ = ctx._
    if play.may("continue_alone"):
        return _("Ni kan fortsätta själva, i egen takt.") if _many(play) else _("Du kan fortsätta nu.")
    return _("Spelledaren trycker Fortsätt när alla är tillbaka.")


def _many(play: Play) -> bool:
    return play.team is not None and len(play.team["seats"]) > 1


def _timeout(play: Play, ctx: Ctx) -> Node:
    _ = ctx._
    called = bool(play.team and play.team["help"])
    text = (
        _("Spelledaren vet och kommer. Ni kan prata om något annat så länge.")
        if called
        else _("Klockan står still. Ingen behöver säga varför. Hur vill ni göra?")
    )
    body = [words(play, ctx, text, "body", align="center")]
    on_card = play.card is not None and play.stage is not None and play.stage["kind"] == "round"
    alone = by_oneself(play)
    title = _("Paus på det här kortet") if on_card else _("Paus") if alone else _("Paus vid bordet")
    return _card(play, ctx, "pause", title, body, _ways_on(play, ctx, called, on_card))


def _ways_on(play: Play, ctx: Ctx, called: bool, on_card: bool) -> list[Node | None]:
    _ = ctx._
    if not play.may("end_timeout") or play.kind == "screen":
        return []
    on = Button(_("Fortsätt"), lambda: play.do(EndTimeout(how="continue")), "primary", "1", key="continue")
    swap = call = None
    if on_card:
        swap = Button(
            _("Byt kort"), lambda: play.do(EndTimeout(how="swap")), "secondary", "2", "swap", key="swap"
        )
    if not called and not by_oneself(play):
        number = "3" if on_card else "2"
        call = Button(
            _("Hämta ledaren"),
            lambda: play.do(EndTimeout(how="call")),
            "secondary",
            number,
            "host",
            key="call",
        )
    return [call, swap, on]


def _card(
    play: Play,
    ctx: Ctx,
    icon: str,
    title: str,
    body: Sequence[Node | None],
    actions: Sequence[Node | None] | None = None,
) -> Node:
    sign = Icon(icon, 110, "accent", at="center") if icon else None
    inside = Column(
        [sign, words(play, ctx, title, "display", align="center"), *body],
        gap=28,
        justify="center",
    )
    return page(play, ctx, Panel(inside, pad=(120, 44), grow=1), actions or [], "")
