"""A receipt as a file to print or keep: the words and what they are for, and nothing of the pledge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from game.cards.wholefile import write_whole
from game.places import documents
from game.receipts import Receipt

_NAMES: Mapping[str, str] = {"sv": "kvitto-{code}.txt", "en": "receipt-{code}.txt"}
_TEXTS: Mapping[str, str] = {
    "sv": (
        "Ditt kvitto från Bemöt, rum {code}\r\n\r\n    {words}\r\n\r\n"
        "Orden öppnar ditt löfte på återträffen. Ingen annan kan läsa det, och ingen\r\n"
        "kan ta fram orden åt dig: spara dem där bara du hittar dem.\r\n"
    ),
    "en": (
        "Your receipt from Bemöt, room {code}\r\n\r\n    {words}\r\n\r\n"
        "The words open your pledge at the follow-up. Nobody else can read it, and nobody\r\n"
        "can find the words for you: keep them where only you will look.\r\n"
    ),
}


@dataclass(frozen=True)
class Slip:
    """How it went: where the file lies, None when it could not be written; language -> sentence."""

    path: Path | None
    words: Mapping[str, str]


def save_slip(receipt: Receipt, code: str, language: str, folder: Path | None = None) -> Slip:
    """Writes the slip into the person's folder for documents, in place of an earlier one of the same room."""
    known = language if language in _TEXTS else "sv"
    path = (folder or documents()) / _NAMES[known].format(code=code)
    text = _TEXTS[known].format(code=code, words="  ".join(receipt))
    try:
        write_whole(path, text.encode("utf-8-sig"))
    except OSError:
        sv = f"Det går inte att skriva {path.name}. Skriv upp orden för hand."
        return Slip(None, {"sv": sv, "en": f"{path.name} cannot be written. Write the words down by hand."})
    where = Path(path.parent.name, path.name)
    return Slip(path, {"sv": f"Lappen ligger i {where}.", "en": f"The slip is in {where}."})
