"""The text in a field: caret, selection and composing, without pygame."""

from dataclasses import dataclass


@dataclass
class Field:
    """`caret` and `anchor` are positions 0..len(text); what lies between them is selected.

    `composing` is what an input method has not committed yet; `seed` the value last given from outside. In a
    field of one line what is pasted with line breaks becomes one line.
    """

    text: str = ""
    caret: int = 0
    anchor: int = 0
    composing: str = ""
    seed: str = ""
    limit: int = 200
    one_line: bool = True

    @property
    def selected(self) -> tuple[int, int]:
        """First and last position of the selection; equal when nothing is selected."""
        return min(self.caret, self.anchor), max(self.caret, self.anchor)

    @property
    def selection(self) -> str:
        """The selected text."""
        start, end = self.selected
        return self.text[start:end]

    def replace(self, text: str) -> None:
        """The whole text becomes `text`, cut at the limit, with the caret at its end."""
        self.text = text[: self.limit]
        self.caret = self.anchor = len(self.text)

    def insert(self, text: str) -> None:
        """Put text in place of the selection; what goes beyond the limit is left out."""
        start, end = self.selected
        room = self.limit - (len(self.text) - (end - start))
        whole = " ".join(text.splitlines()) if self.one_line else text
        clean = "".join(char for char in whole if char == "\n" or char.isprintable())[: max(0, room)]
        self.text = self.text[:start] + clean + self.text[end:]
        self.caret = self.anchor = start + len(clean)

    def erase(self, backwards: bool, word: bool = False) -> None:
        """Remove the selection, or else one character or word before or after the caret."""
        if self.caret == self.anchor:
            self.anchor = self.beside(-1 if backwards else 1, word)
        self.insert("")

    def move(self, to: int, extend: bool = False) -> None:
        """Put the caret at a position; with `extend` the selection follows."""
        self.caret = max(0, min(len(self.text), to))
        if not extend:
            self.anchor = self.caret

    def step(self, direction: int, word: bool = False, extend: bool = False) -> None:
        """One character or word to the left (-1) or right (1);
        without `extend` a selection collapses first.
        """
        if self.caret != self.anchor and not extend:
            self.move(self.selected[0] if direction < 0 else self.selected[1])
        else:
            self.move(self.beside(direction, word), extend)

    def beside(self, direction: int, word: bool = False) -> int:
        """The position one character or word away from the caret."""
        at = self.caret + direction
        if word:
            while 0 < at < len(self.text) and not (
                self.text[at - 1].isspace() and not self.text[at].isspace()
            ):
                at += direction
        return max(0, min(len(self.text), at))

    def select_all(self) -> None:
        """Select everything."""
        self.anchor, self.caret = 0, len(self.text)
