"""The widget layer: scenes are pure functions that answer a tree of nodes, and everything else follows.

A scene is any callable `(ctx) -> Node`. It is called again after every key, click, message and timer second,
so it keeps nothing itself; what a window remembers between two trees (focus, scrolling, typed text, motion)
is kept by node `key`. Callbacks may do anything; the tree is built again after them.

    from game.client.ui import Button, Column, Ctx, Grid, Node, OptionCard, Panel, Row, Text, TimerRing

    def build(state: VoteState, ctx: Ctx) -> Node:
        _ = ctx._
        head = Row([
            Text(_("Kort {n} av {m}", n=state.card, m=state.cards), "small", colour="soft", grow=1),
            TimerRing(state.ends - ctx.now, state.total, hidden=ctx.settings.hide_timers),
        ])
        options = [
            OptionCard(letter, text, lambda letter=letter: state.choose(letter), shortcut=str(i + 1),
                       chosen=state.chosen == letter)
            for i, (letter, text) in enumerate(state.options)
        ]
        return Column([
            head,
            Panel(Text(state.situation, "display"), grow=1),
            Grid(options, columns=len(options) if ctx.wide else 2),
            Button(_("Lås min röst"), state.lock, "primary", shortcut="return", at="end"),
        ], pad=(70, 44), gap=32)

    pane.show(lambda ctx: build(state, ctx))

Lengths are design units: the window is 1920 x 1080 of them, or more in one direction. Text is also
multiplied by the station's text size, and shrinks (never below its smallest size) when there is too little
room.

Every node takes the keywords `key`, `grow` (its share of room left over in a Row or Column), `width`,
`height`, and `at` (start, center, end, stretch: across its Row or Column). `None` among children is skipped.
Colours are palette tokens of assets/themes (ink, soft, accent, good, warn, danger, on_accent, ...),
`option:a` or `seat:3`.

Arranging   Column, Row, Grid, Flow, Stack, Place, Spacer, flexible
Surfaces    Panel, Pill, Rule, Scroll, Dialog, Curtain
Text size   Calm, First, Largest
Words       Text, Status, Icon, KeyHint, Letter, SeatSymbol, Picture, Qr
Pressing    Button, OptionCard, Tile, Choice, Toggle, Stepper, Select, Hotkey
Typing      TextField
Time        TimerRing, Hourglass, Digits
Counts      Meter, Bars of Bar, Histogram
Cards       CardBack, Pile, Turn
"""

from game.client.language import Language
from game.client.ui.arrange import Column, Flow, Grid, Place, Row, Stack
from game.client.ui.cards import CardBack, Pile, Turn
from game.client.ui.charts import Bar, Bars, Histogram, Meter
from game.client.ui.choices import Choice, Stepper, Toggle
from game.client.ui.controls import Button, OptionCard, Tile
from game.client.ui.ctx import Ctx, Scene
from game.client.ui.entry import TextField
from game.client.ui.fitting import Calm, First, Largest
from game.client.ui.frames import Curtain, Dialog, Hotkey, Panel, Pill, Rule, Scroll
from game.client.ui.marks import Icon, KeyHint, Letter, Picture, Qr, SeatSymbol, Status
from game.client.ui.node import Node, Spacer, flexible
from game.client.ui.pane import Clock, Pane, RealClock
from game.client.ui.seats import seat_name
from game.client.ui.select import Select
from game.client.ui.text import Text
from game.client.ui.timers import Digits, Hourglass, TimerRing

__all__ = [
    "Bar",
    "Bars",
    "Button",
    "Calm",
    "CardBack",
    "Choice",
    "Clock",
    "Column",
    "Ctx",
    "Curtain",
    "Dialog",
    "Digits",
    "First",
    "Flow",
    "Grid",
    "Histogram",
    "Hotkey",
    "Hourglass",
    "Icon",
    "KeyHint",
    "Language",
    "Largest",
    "Letter",
    "Meter",
    "Node",
    "OptionCard",
    "Pane",
    "Panel",
    "Picture",
    "Pile",
    "Pill",
    "Place",
    "Qr",
    "RealClock",
    "Row",
    "Rule",
    "Scene",
    "Scroll",
    "SeatSymbol",
    "Select",
    "Spacer",
    "Stack",
    "Status",
    "Stepper",
    "Text",
    "TextField",
    "Tile",
    "TimerRing",
    "Toggle",
    "Turn",
    "flexible",
    "seat_name",
]
