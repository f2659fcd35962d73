"""What a window remembers between two trees, by node key: focus, pointer, scroll,
fields and running motion.
"""

from dataclasses import dataclass, field

from game.client.ui.editing import Field


@dataclass
class Tween:
    """A number on its way from `start` to `goal`; times in milliseconds."""

    start: float
    goal: float
    since: float
    span: float

    def at(self, now: float) -> float:
        """Its value, fast first and slow at the end."""
        share = 1.0 if self.span <= 0 else min(1.0, max(0.0, (now - self.since) / self.span))
        return self.start + (self.goal - self.start) * (1 - (1 - share) ** 3)

    def moving(self, now: float) -> bool:
        """Whether it has not arrived."""
        return self.start != self.goal and now < self.since + self.span


@dataclass
class Memory:
    """Kept by the pane and changed only by it and by the nodes it lays out."""

    focus: str = ""
    keyboard: bool = False
    hover: str = ""
    pressed: str = ""
    opened: str = ""
    scroll: dict[str, int] = field(default_factory=dict)
    fields: dict[str, Field] = field(default_factory=dict)
    tweens: dict[str, Tween] = field(default_factory=dict)

    def tween(self, key: str, goal: float, now: float, span: float) -> float:
        """The value of a number that follows `goal` within `span` milliseconds;
        it starts at its first goal.
        """
        tween = self.tweens.get(key)
        if tween is None:
            tween = self.tweens[key] = Tween(goal, goal, now, 0)
        elif tween.goal != goal:
            tween = self.tweens[key] = Tween(tween.at(now), goal, now, span)
        return tween.at(now)

    def moving(self, now: float) -> bool:
        """Whether any motion has not arrived."""
        return any(tween.moving(now) for tween in self.tweens.values())
