"""Makes the sounds beside this file out of decaying partials: `python assets/sounds/synthesise.py`."""

import wave
from array import array
from collections.abc import Callable, Sequence
from math import exp, pi, sin
from pathlib import Path
from random import Random

RATE = 44_100
PEAK = 0.22
Sample = Callable[[float], float]
MARIMBA = ((1.0, 1.0, 7.0), (3.93, 0.28, 16.0), (9.2, 0.08, 30.0))


def note(pitch: float, start: float, loud: float = 1.0, slow: float = 1.0) -> Sample:
    """A struck bar: `pitch` in Hz from `start` seconds; `slow` above 1 rings longer."""

    def sample(t: float) -> float:
        age = t - start
        if age < 0:
            return 0.0
        rise = min(1.0, age / 0.004)
        parts = (
            level * exp(-fall / slow * age) * sin(2 * pi * pitch * ratio * age)
            for ratio, level, fall in MARIMBA
        )
        return loud * rise * sum(parts)

    return sample


def sweep(length: float, seed: int) -> Sample:
    """Paper over paper: smoothed noise that swells and fades."""
    noise = Random(seed)
    grains = [noise.uniform(-1, 1) for _ in range(round(length * RATE) + 2)]
    soft = [0.0] * len(grains)
    for index in range(1, len(grains)):
        soft[index] = soft[index - 1] * 0.72 + grains[index] * 0.28

    def sample(t: float) -> float:
        share = t / length
        return (
            soft[min(len(soft) - 1, round(t * RATE))] * sin(pi * min(1.0, share)) ** 2 if share < 1 else 0.0
        )

    return sample


SOUNDS: dict[str, tuple[float, Sequence[Sample]]] = {
    "card": (0.22, (sweep(0.2, 7),)),
    "reveal": (1.5, (note(392.0, 0.0), note(493.9, 0.13), note(587.3, 0.26, slow=1.6))),
    "chime": (1.1, (note(659.3, 0.0, slow=1.4), note(987.8, 0.02, 0.3))),
    "time": (1.9, (note(440.0, 0.0, slow=2.0), note(349.2, 0.32, slow=2.2))),
}


def render(length: float, voices: Sequence[Sample]) -> bytes:
    """16-bit samples whose loudest point is PEAK, with a short fade at the end."""
    count = round(length * RATE)
    raw = [
        sum(voice(i / RATE) for voice in voices) * min(1.0, (count - i) / (0.05 * RATE)) for i in range(count)
    ]
    gain = PEAK * 32_767 / max(abs(value) for value in raw)
    return array("h", (round(value * gain) for value in raw)).tobytes()


def main() -> None:
    """Write all sounds."""
    for name, (length, voices) in SOUNDS.items():
        with wave.open(str(Path(__file__).with_name(f"{name}.wav")), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(render(length, voices))


if __name__ == "__main__":
    main()
