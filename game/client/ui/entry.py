"""The text field: one line or several, with caret, selection, clipboard and composing."""

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from game.client.ui.area import Area, Size, inset
from game.client.ui.editing import Field
from game.client.ui.fonts import Line
from game.client.ui.layout import Layout, Stroke, Style, Target
from game.client.ui.node import Node
from game.client.ui.text import Text


@dataclass(frozen=True, eq=False)
class TextField(Node):
    """Text a person types. `key` is required: the text is kept by it and read with `ctx.typed(key)`.

    `value` is what the field holds from the start; when a new value comes from outside it replaces the text,
    unless the field has focus. `limit` counts characters (a counter shows when less than a quarter is left).
    `rows` above 1 makes it several lines high; there Enter starts a new line and Ctrl+Enter calls
    `on_submit`, while in one line Enter does and Ctrl+Enter is left to the button that has it. `upper` makes
    letters capitals. `warning` is a line below in the warning colour.
    """

    label: str
    value: str = ""
    placeholder: str = ""
    limit: int = 200
    rows: int = 1
    upper: bool = False
    enabled: bool = True
    warning: str = ""
    role: str = "body"
    on_change: Callable[[str], object] | None = None
    on_submit: Callable[[str], object] | None = None

    def natural(self, lay: Layout, width: int) -> Size:
        head, foot, style = self._parts(lay, width)
        return width, head + foot + max(lay.u(84), style.line * self.rows + 2 * lay.u(20))

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        head, foot, style = self._parts(lay, width)
        rows = min(self.rows, 2)
        return head + foot + max(lay.u(76), style.line * rows + 2 * lay.u(12))

    def place(self, lay: Layout, area: Area) -> None:
        state = self._state(lay)
        head, foot, style = self._parts(lay, area[2])
        if head:
            Text(self.label, "label", colour="soft").place(lay, (area[0], area[1], area[2], head - lay.u(8)))
        box = (area[0], area[1] + head, area[2], area[3] - head - foot)
        focused = lay.memory.focus == self.key
        line = "accent" if focused else "danger" if self.warning else "edge"
        stroke = lay.theme.stroke["strong" if focused else "line"]
        lay.box(box, "card" if self.enabled else "tint", line, lay.theme.radius["field"], stroke)
        self._text(lay, state, style, inset(box, lay.u(24), lay.u(14)), focused)
        if foot:
            self._foot(lay, state, (area[0], box[1] + box[3] + lay.u(6), area[2], foot - lay.u(6)))
        lay.ring(self.key, box, lay.theme.radius["field"])
        lay.target(self._target(lay, state, style, box))

    def _state(self, lay: Layout) -> Field:
        field = lay.memory.fields.get(self.key)
        if field is None:
            field = lay.memory.fields[self.key] = Field(seed=self.value, limit=self.limit)
            field.replace(self.value)
        elif field.seed != self.value and lay.memory.focus != self.key:
            field.seed = self.value
            field.replace(self.value)
        field.one_line = self.rows == 1
        return field

    def _parts(self, lay: Layout, width: int) -> tuple[int, int, Style]:
        head = lay.size(Text(self.label, "label"), width)[1] + lay.u(8) if self.label else 0
        small = lay.style("small")
        below = lay.size(Text(self.warning, "small"), width - lay.u(130))[1] if self.warning else 0
        foot = max(below, small.line) + lay.u(6) if self.warning or self._counts() else 0
        return head, foot, lay.style(self.role)

    def _counts(self) -> bool:
        return self.limit >= 40

    def _foot(self, lay: Layout, state: Field, area: Area) -> None:
        left = self.limit - len(state.text)
        wide = lay.u(120)
        if self._counts() and left <= self.limit // 4:
            colour = "danger" if left == 0 else "soft"
            spot = (area[0] + area[2] - wide, area[1], wide, area[3])
            Text(f"{len(state.text)} / {self.limit}", "small", colour=colour, align="end").place(lay, spot)
        if self.warning:
            Text(self.warning, "small", colour="danger").place(
                lay, (area[0], area[1], area[2] - wide, area[3])
            )

    def _text(self, lay: Layout, state: Field, style: Style, area: Area, focused: bool) -> None:
        shown = state.text[: state.caret] + state.composing + state.text[state.caret :]
        if not shown and self.placeholder and not focused:
            Text(
                self.placeholder, self.role, colour="soft", valign="center" if self.rows == 1 else "start"
            ).place(lay, area)
            return
        lines = _lines(lay, shown, style, area[2], self.rows)
        caret = state.caret + len(state.composing)
        row = _row(lines, caret)
        caret_x = lay.fonts.width(shown[lines[row][0] : caret], style.face, style.px)
        dx = max(0, caret_x - area[2] + lay.u(4)) if self.rows == 1 and focused else 0
        top, dy = _top(style, area, len(lines), row, self.rows)
        with lay.clipped(inset(area, -lay.u(6))):
            for number, (start, end) in enumerate(lines):
                y = top + number * style.line - dy
                self._selection(lay, state, style, (start, end), (area[0] - dx, y))
                spot = (area[0] - dx, y, area[2], style.line)
                lay.ink(shown[start:end], style, "ink", spot[0], lay.baseline(style, spot))
            if focused:
                bar = (area[0] - dx + caret_x, top + row * style.line - dy, lay.u(3), style.line)
                lay.caret = bar
                lay.paint("fill", bar, lay.colour("accent"))
                if state.composing:
                    wide = lay.fonts.width(state.composing, style.face, style.px)
                    under = (bar[0] - wide, bar[1] + bar[3] - lay.u(3), wide, lay.u(3))
                    lay.paint("fill", under, lay.colour("accent"))

    def _selection(self, lay: Layout, state: Field, style: Style, line: Line, at: tuple[int, int]) -> None:
        first, last = state.selected
        first, last = max(first, line[0]), min(last, line[1])
        if first >= last or state.composing:
            return
        left = lay.fonts.width(state.text[line[0] : first], style.face, style.px)
        right = lay.fonts.width(state.text[line[0] : last], style.face, style.px)
        lay.paint("fill", (at[0] + left, at[1], right - left, style.line), lay.colour("track"))

    def _target(self, lay: Layout, state: Field, style: Style, box: Area) -> Target:
        inner = inset(box, lay.u(24), lay.u(14))
        fonts, rows = lay.fonts, self.rows

        def changed() -> None:
            if self.on_change:
                self.on_change(state.text)

        def typed(text: str) -> None:
            state.composing = ""
            state.insert(text.upper() if self.upper else text)
            changed()

        def composed(text: str) -> None:
            state.composing = text

        def strokes(stroke: Stroke) -> bool:
            before = state.text
            if stroke.key in ("return", "enter"):
                if rows > 1 and not stroke.ctrl:
                    state.insert("\n")
                elif self.on_submit and (rows > 1 or not stroke.ctrl):
                    self.on_submit(state.text)
                else:
                    return False
            elif rows > 1 and stroke.key in ("up", "down"):
                return _vertical(lay, state, style, inner[2], stroke)
            elif not edited(state, stroke, self.upper):
                return False
            if state.text != before:
                changed()
            return True

        def pointer(x: int, y: int, extend: bool) -> None:
            lines = _lines(lay, state.text, style, inner[2], rows)
            row = max(0, min(len(lines) - 1, (y - inner[1]) // style.line)) if rows > 1 else 0
            start, end = lines[row]
            at = min(
                range(start, end + 1),
                key=lambda i: abs(fonts.width(state.text[start:i], style.face, style.px) - (x - inner[0])),
            )
            state.move(at, extend)

        return Target(
            self.key,
            box,
            lay.clip,
            self.label,
            "field",
            None,
            "",
            self.enabled,
            strokes=strokes,
            typed=typed,
            composed=composed,
            pointer=pointer,
            scroller=lay.scroller,
        )


def edited(state: Field, stroke: Stroke, upper: bool = False) -> bool:
    """Carry out an editing key; False when it is none."""
    key, shift, ctrl = stroke
    if key == "backspace":
        state.erase(True, ctrl)
    elif key == "delete":
        state.erase(False, ctrl)
    elif key in ("left", "right"):
        state.step(-1 if key == "left" else 1, ctrl, shift)
    elif key == "home":
        state.move(0, shift)
    elif key == "end":
        state.move(len(state.text), shift)
    elif ctrl and key == "a":
        state.select_all()
    elif ctrl and key in ("c", "x"):
        if state.selection:
            pygame.scrap.put_text(state.selection)
        if key == "x":
            state.insert("")
    elif ctrl and key == "v":
        text = pygame.scrap.get_text()
        state.insert(text.upper() if upper else text)
    else:
        return False
    return True


def _lines(lay: Layout, text: str, style: Style, width: int, rows: int) -> tuple[Line, ...]:
    if rows == 1:
        return ((0, len(text)),)
    return lay.fonts.wrap(text, style.face, style.px, width)


def _row(lines: tuple[Line, ...], caret: int) -> int:
    return max(0, max((i for i, (start, _) in enumerate(lines) if start <= caret), default=0))


def _top(style: Style, area: Area, count: int, row: int, rows: int) -> tuple[int, int]:
    """Where the first line starts, and how far the lines are scrolled so that the caret's row shows."""
    if rows == 1:
        return area[1] + (area[3] - style.line) // 2, 0
    return area[1], max(0, (row + 1) * style.line - area[3])


def _vertical(lay: Layout, state: Field, style: Style, width: int, stroke: Stroke) -> bool:
    lines = _lines(lay, state.text, style, width, 2)
    row = _row(lines, state.caret)
    goal = row + (1 if stroke.key == "down" else -1)
    if not 0 <= goal < len(lines):
        return False
    column = state.caret - lines[row][0]
    state.move(min(lines[goal][0] + column, lines[goal][1]), stroke.shift)
    return True
