"""What tiles of every size on the host's board are painted with."""

from __future__ import annotations

from dataclasses import dataclass

from game.client.stations.host_face import Face
from game.client.stations.host_tables import Need
from game.client.ui.area import Area
from game.client.ui.layout import Layout


def larger(lay: Layout) -> float:
    """How many times its plain size a tile grows with its text."""
    return max(1.0, lay.text)


@dataclass(frozen=True)
class Brush:
    """Paints a face onto a layout; a size of tile is a brush of its own."""

    lay: Layout
    face: Face

    def paint(self, area: Area) -> None:
        """All that stands on the tile."""
        raise NotImplementedError

    @property
    def ink(self) -> str:
        """Of what is read first."""
        if self.face.first:
            return "on_accent"
        return "soft" if self.face.away else "ink"

    @property
    def soft(self) -> str:
        """Of what is read after that."""
        return "on_accent" if self.face.first else "soft"

    def px(self, length: float) -> int:
        """Design units at plain text, as pixels."""
        return self.lay.u(length * larger(self.lay))

    def icon(self, name: str, area: Area, side: int, ink: str) -> None:
        """An icon at the left end of an area."""
        x, y, _, h = area
        self.lay.paint("icon", (x, y + (h - side) // 2, side, side), name, self.lay.colour(ink))

    def bar(self, area: Area, flat: bool = False) -> None:
        """How far it has come; one too thin to be round is `flat`."""
        face, lay = self.face, self.lay
        part = area[2] * min(face.done, face.of) // max(1, face.of)
        fill = "on_accent" if face.first else "good" if face.need is Need.DONE else "accent"
        bars = [(area, "scrim" if face.first else "track")]
        if part:
            bars.append(((area[0], area[1], max(part, area[3]), area[3]), fill))
        for bar, colour in bars:
            if flat:
                lay.paint("fill", bar, lay.colour(colour))
            else:
                lay.box(bar, colour, "", area[3] / lay.scale / 2)
