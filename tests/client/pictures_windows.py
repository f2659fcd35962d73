"""The windows before a room."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from game.cards.format import Card
from game.client.api import CardOffer, DeckOffer
from game.client.found import Found
from game.client.join import JoinForm
from game.client.join import build as join
from game.client.make_room import build as make_room
from game.client.nearby import Server
from game.client.notice import Notice
from game.client.own_programmes import OwnProgramme, OwnProgrammes
from game.client.pilot import Pilot
from game.client.room_form import RoomForm
from game.client.start import Start
from game.client.start import build as start
from game.client.trouble import Trouble
from game.client.ui import Scene
from game.client.ui.fonts import Fonts
from game.places import decks
from game.rules import PRESETS
from tests.client.looks import Look, Shot
from tests.client.tables import ALWAYS
from tests.client.tables import deck as shipped

SERVERS = (
    Server("konferens-3", "http://192.168.1.20:8765"),
    Server("lanedator-12", "http://192.168.1.31:8765"),
    Server("utbildning", "http://192.168.1.44:8765"),
)
WAITING: Mapping[str, str] = {
    "sv": "Ansluter till 192.168.1.20:8765 …",
    "en": "Connecting to 192.168.1.20:8765 …",
}
AWAY = Trouble("unreachable", given="192.168.1.20:8765").message
Person = Callable[[Pilot], None]


def nothing(*_given: object) -> None:
    """What a window does whose session is not there."""


def still(pilot: Pilot) -> None:
    """Nobody touches it."""


def offers() -> tuple[DeckOffer, ...]:
    """The decks of the game and a broken one, as a server tells of them."""
    sound = [
        DeckOffer(
            slug=deck.slug,
            ok=True,
            supporting=deck.slug in ALWAYS,
            title=dict(deck.title),
            description=dict(deck.description),
            version=deck.version,
            licence=deck.licence,
            authors=deck.authors,
            cards=tuple(_card(deck.slug, card) for card in deck.cards),
        )
        for deck in (shipped(path.name) for path in sorted(decks().iterdir()) if path.is_dir())
    ]
    what = {"sv": "Alternativet saknar text.", "en": "The option has no text."}
    broken = DeckOffer(
        slug="egen",
        ok=False,
        title={},
        description={},
        version="",
        licence="",
        authors=(),
        cards=(),
        findings=({"file": "cards/kon.yaml", "line": 12, "what": what},),
    )
    return (*sound, broken)


def _card(slug: str, card: Card) -> CardOffer:
    title = {language: text.title for language, text in card.text.items()}
    return CardOffer(
        id=f"{slug}/{card.id}", kind=card.kind, heat=card.heat, minutes=card.minutes, title=title
    )


def a_start(**known: object) -> Start:
    """The first window with nothing behind it."""
    acts = (nothing,) * 7
    return replace(Start(*acts), **known)  # type: ignore[arg-type]


def window_shots() -> Iterator[Shot]:
    """The start, the door and the choices for a new room."""
    first = a_start()
    yield _window("start", lambda ctx: start(first, ctx))
    kept = a_start(room="FKT-482", notice=Notice(trouble=AWAY))
    yield _window("start-kept", lambda ctx: start(kept, ctx))
    for dialog in ("settings", "help"):
        opened = a_start(dialog=dialog)
        yield _window(f"start-{dialog}", lambda ctx, opened=opened: start(opened, ctx))  # type: ignore[misc]
    for kind in ("solo", "table", "screen", "host"):
        form = JoinForm(nothing, nothing, "http://127.0.0.1:8765", kind=kind)
        yield _window(f"join-{kind}", lambda ctx, form=form: join(form, ctx))  # type: ignore[misc]
    away, asked = Notice(trouble=AWAY), Notice(waiting=WAITING)
    failed = JoinForm(nothing, nothing, "http://127.0.0.1:8765", code="FKT-482", kind="table", notice=away)
    yield _window("join-failed", lambda ctx: join(failed, ctx))
    for name, servers in (("found", SERVERS[:1]), ("several", SERVERS)):
        door = JoinForm(nothing, nothing, "http://127.0.0.1:8765", found=Found(servers=servers))
        yield _window(f"join-{name}", lambda ctx, door=door: join(door, ctx))  # type: ignore[misc]
    many = JoinForm(nothing, nothing, "http://127.0.0.1:8765", found=Found(servers=SERVERS))
    yield _window("join-several-open", lambda ctx: join(many, ctx), lambda pilot: pilot.click("found"))
    going = JoinForm(nothing, nothing, "http://127.0.0.1:8765", code="FKT-482", notice=asked)
    yield _window("join-waiting", lambda ctx: join(going, ctx))
    ready, early = RoomForm(nothing, nothing), RoomForm(nothing, nothing, notice=asked)
    full, own, removing = (RoomForm(nothing, nothing, rehearse=nothing) for _ in range(3))
    for room in (ready, full, own, removing):
        room.offer(offers())
    full.fill_tables(40)
    own.kept = removing.kept = KeptHere(Path())
    own.pick_own(own.own_programmes[0])
    removing.ask_removal("Vår halvdag")
    yield _window("make-room", lambda ctx: make_room(ready, ctx))
    yield _window("make-room-starting", lambda ctx: make_room(early, ctx))
    yield _window("make-room-rehearsal", lambda ctx: make_room(full, ctx), _end_of_choices)
    yield _window("make-room-own", lambda ctx: make_room(own, ctx))
    yield _window("make-room-own-remove", lambda ctx: make_room(removing, ctx))


class KeptHere(OwnProgrammes):
    """Two programmes, without a folder."""

    def listed(self) -> tuple[OwnProgramme, ...]:
        steps = tuple(
            step.model_copy(update={"card": f"borttagen/{number}"}) if step.kind == "round" else step
            for number, step in enumerate(PRESETS["Halvdag"].steps)
        )
        ours = OwnProgramme(name="Vår halvdag", preset="Halvdag", pace="hall", decks=("motet",), steps=steps)
        long = ours.model_copy(update={"name": "Introduktion för nya medarbetare, våren", "preset": "APT 60"})
        return ours, long


def _end_of_choices(pilot: Pilot) -> None:
    pilot.wheel("deck motet", -100)
    pilot.wheel("preset APT 60", -100)


def _window(name: str, scene: Scene, person: Person = still) -> Shot:
    def take(look: Look, fonts: Fonts) -> Pilot:
        pilot = Pilot(scene, look.size, look.settings, fonts)
        person(pilot)
        return pilot

    return Shot(name, take)
