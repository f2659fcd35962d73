"""What the phases of a session are called, in windows and in the terminal."""

from __future__ import annotations

from game.client.language import Language


def phase_name(phase: str, round: int, _: Language) -> str:
    """What people call the phase; "" for an unknown one. `round` tells the second vote from the first."""
    names = {
        "lobby": _("Dörren"),
        "frame": _("Ramen"),
        "checkin": _("Incheckning"),
        "practice": _("Provkort"),
        "draw": _("Dra"),
        "read": _("Läs"),
        "vote": _("Rösta om") if round == 2 else _("Tyst röst"),
        "reveal": _("Visa"),
        "talk": _("Prata"),
        "compare": _("Jämför"),
        "perspective": _("Fördjupa"),
        "note": _("Anteckna"),
        "break": _("Paus"),
        "harvest": _("Skörd"),
        "pledge": _("Löftet"),
        "recall": _("Hur gick det?"),
        "debrief": _("Efterprat"),
        "closed": _("Stängning"),
    }
    return names.get(phase, "")
