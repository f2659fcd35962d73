"""Every widget on a few pages, for looking at: `python -m game.client.ui.gallery FOLDER` writes pictures.

The words here are samples, shown to nobody who plays, and so are not translated.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from game.client.pilot import Pilot
from game.client.settings import Settings
from game.client.ui import (
    Bar,
    Bars,
    Button,
    CardBack,
    Choice,
    Column,
    Ctx,
    Dialog,
    Flow,
    Grid,
    Histogram,
    Hourglass,
    Icon,
    Meter,
    Node,
    OptionCard,
    Panel,
    Pile,
    Pill,
    Qr,
    Row,
    Scroll,
    SeatSymbol,
    Select,
    Spacer,
    Stack,
    Status,
    Stepper,
    Text,
    TextField,
    TimerRing,
    Toggle,
    flexible,
    seat_name,
)
from game.places import assets

SITUATION = (
    "En kollega avbryter ständigt andra på möten. Efteråt säger flera att de slutat försöka säga något. "
    "Vad gör du – och när?"
)
ANSWERS = (
    "Jag tar upp det direkt på mötet, lugnt och sakligt.",
    "Jag pratar enskilt med kollegan efteråt.",
    "Jag ber chefen införa talarordning på alla möten.",
    "Jag väntar – det är inte min sak att säga till.",
)


def nothing(*_: object) -> None:
    """What the sample widgets do."""


def vote(ctx: Ctx) -> Node:
    """A voting screen."""
    title = Column(
        [Text("Trygghet på jobbet", "title"), Text("Kort 3 av 10", "small", colour="soft")], gap=0, grow=1
    )
    words = Column(
        [Pill(Text("DILEMMA", "label", colour="warn"), at="start"), Text(SITUATION, "display")], gap=28
    )
    options = [
        OptionCard(letter, text, nothing, str(number), chosen=letter == "B")
        for number, (letter, text) in enumerate(zip("ABCD", ANSWERS, strict=True), 1)
    ]
    done = Column([Meter(7, 12), Text("7 av 12 har röstat", "small", colour="soft")], gap=14, grow=1)
    return Column(
        [
            Row([title, TimerRing(42_000, 60_000)]),
            Panel(Column([words], justify="center"), pad=(60, 48), grow=1),
            Grid(options, columns=4 if ctx.wide else 2, gap=28),
            Row([done, Button("Lås min röst", nothing, "primary", shortcut="return", width=420)], gap=60),
        ],
        pad=(70, 44),
        gap=32,
    )


def lobby(ctx: Ctx) -> Node:
    """A door: name, deck, code, and who is here."""
    code = Column(
        [
            Text("RUMSKOD", "label", colour="soft"),
            Text("RÄV-42", "number", colour="accent", lines=1),
            Text("Skanna eller skriv koden i appen", "small", colour="soft"),
        ],
        gap=8,
        grow=1,
    )
    form = Column(
        [
            TextField("Ditt namn", "Åsa Öberg", limit=24, key="name"),
            Select([("a", "Trygghet på jobbet"), ("b", "Bemötande i receptionen")], "a", nothing, "Kortlek"),
            Row(
                [
                    Panel(
                        Qr("https://bemot.example/r/RAV42", 250),
                        pad=8,
                        line="line",
                        radius="field",
                        shadow="",
                    ),
                    code,
                ],
                gap=36,
            ),
            Row(
                [Button("Avbryt", nothing, width=260), Button("Starta samtalet", nothing, "primary", grow=1)]
            ),
        ],
        gap=30,
    )
    people = [_person(n, seat_name(n, ctx._)) for n in range(12)]
    head = Row([Text("Deltagare", "title", grow=1), Text("12 anslutna", "label", colour="good")])
    left = Column(
        [
            Column(
                [
                    Text("Bemöt", "display", size=84),
                    Text("Gå med i samtalet och säg vad du tycker.", colour="soft"),
                ],
                gap=0,
            ),
            Panel(form, grow=1, pad=48),
        ],
        grow=1,
    )
    right = Panel(
        Column([head, Scroll(Column(people, gap=14), key="people", grow=1)], gap=24), grow=1, at="stretch"
    )
    return Row([left, right], pad=(90, 56), gap=60, align="stretch")


def _person(number: int, name: str) -> Node:
    host = Text("Värd", "label", colour="accent") if number == 0 else None
    row = Row([SeatSymbol(number, 52), Text(name, grow=1), host])
    return Panel(row, pad=(20, 12), fill="tint", radius="field", shadow="")


def controls(ctx: Ctx) -> Node:
    """Everything that can be pressed or typed in."""
    buttons = Flow(
        [
            Button("Primär", nothing, "primary", "return"),
            Button("Sekundär", nothing, icon="swap"),
            Button("Tyst knapp", nothing, "quiet", "h"),
            Button("Ta bort", nothing, "danger", icon="trash"),
            Button("Visa svaren", nothing, enabled=False, why="Väntar på 2 till"),
        ]
    )
    left = Column(
        [
            buttons,
            Choice(
                [("tyst", "Osäker"), ("ganska", "Ganska säker"), ("helt", "Säker")],
                "ganska",
                nothing,
                key="sure",
            ),
            Toggle("Läs upp korten", True, nothing),
            Toggle("Göm klockor", False, nothing, note="Bara på den här skärmen"),
            Row([Text("Platser", grow=1), Stepper("Platser", 5, nothing, 2, 8)]),
            Status("saved", "Sparad"),
            Status("offline", "Utan nät – skickas när nätet är tillbaka"),
            Status("waiting", "Väntar på 2 av 5"),
        ],
        gap=20,
        grow=1,
    )
    right = Column(
        [
            TextField(
                "Anteckning",
                "Vi vill prata om det direkt, inte dagen efter. Alla får säga sitt utan att bli avbrutna.",
                limit=140,
                rows=3,
                key="note",
            ),
            TextField("Rumskod", placeholder="t.ex. RÄV42", upper=True, limit=8, key="code"),
            TextField(
                "Löfte", "Ring Anna 070-123 45 67", warning="Skriv inga telefonnummer här.", key="pledge"
            ),
            Flow([Icon(path.stem, 44) for path in sorted((assets() / "icons").glob("*.svg"))], gap=12),
        ],
        grow=1,
    )
    return Row(
        [
            Panel(Scroll(part, key=key), grow=1, at="stretch")
            for key, part in (("left", left), ("right", right))
        ],
        pad=56,
        gap=40,
    )


def charts(ctx: Ctx) -> Node:
    """Counts, time and cards."""
    counts = ((3, 1), (1, 3), (1, 1), (0, 0))
    bars = [
        Bar(letter, words, after, before)
        for letter, words, (after, before) in zip("ABCD", ANSWERS, counts, strict=True)
    ]
    left = Column([Text("Jämför", "title"), Bars(bars, 5, "före", "efter", key="bars"), flexible()], grow=1)
    scale = Histogram(
        [0, 1, 2, 4, 6, 7, 5, 3, 1, 0], low_label="Tungt", high_label="Lätt", median=6, key="scale"
    )
    clocks = Row(
        [Hourglass(260_000, 360_000, 200), Hourglass(60_000, 360_000, 200), TimerRing(9_000, 60_000, 150)],
        justify="center",
        gap=50,
    )
    cards = Row(
        [
            Pile(9, CardBack("Svåra samtal", 2, 0, 300)),
            Pile(1, CardBack("Vardag", 1, 1, 300)),
            CardBack("Ledning", 3, 3, 300),
        ],
        justify="center",
        gap=40,
    )
    right = Column([clocks, cards, scale], grow=1, gap=24)
    return Row([Panel(left, grow=1, at="stretch"), Column([right], grow=1, at="stretch")], pad=50, gap=50)


def signs(ctx: Ctx) -> Node:
    """The seats, a dialog over them."""
    seats = Grid(
        [
            Column(
                [SeatSymbol(n, 110), Text(seat_name(n, ctx._), "small", align="center")],
                align="center",
                gap=8,
            )
            for n in range(12)
        ],
        columns=6,
    )
    away = Flow([SeatSymbol(n, 64, away=True) for n in range(12)], justify="center")
    question = Column(
        [
            Text("Är ni redo för ett tungt kort?", "title"),
            Text("Ni kan byta kort en gång i det här blocket. Ingen frågar varför."),
            Row([flexible(), Button("Byt kort", nothing), Button("Vi är redo", nothing, "primary")]),
        ]
    )
    page = Column([seats, Spacer(20), away, flexible()], pad=90, gap=30)
    return Stack([page, Dialog(question, nothing)])


PAGES: dict[str, Callable[[Ctx], Node]] = {
    "vote": vote,
    "lobby": lobby,
    "controls": controls,
    "charts": charts,
    "signs": signs,
}


def main(folder: Path) -> list[str]:
    """Write all pages at two sizes, two text sizes and in both themes; answers what does not fit."""
    wrong = []
    for name, page in PAGES.items():
        for size in ((1920, 1080), (1280, 720)):
            for settings in (
                Settings(),
                Settings(text=1.5),
                Settings(contrast=True),
                Settings(text=1.5, contrast=True),
            ):
                pilot = Pilot(page, size, settings)
                label = f"{name}-{size[1]}-{round(settings.text * 100)}-{settings.theme}"
                pilot.shot(folder / f"{label}.png")
                wrong += [f"{label}: {problem}" for problem in pilot.problems()]
    return wrong


if __name__ == "__main__":
    sys.exit("\n".join(main(Path(sys.argv[1]))) or None)
