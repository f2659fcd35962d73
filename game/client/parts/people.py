"""A kind warning when a text seems to name a real person, before it leaves the table."""

from __future__ import annotations

from game.cards.people import traces
from game.client.ui import Ctx


def warning(ctx: Ctx, text: str) -> str:
    """One sentence about the first trace of a person in the text; "" when there is none."""
    _ = ctx._
    sentences = {
        "identity-number": _("Det ser ut som ett personnummer. Skriv utan."),
        "e-mail": _("Det ser ut som en e-postadress. Skriv utan."),
        "phone": _("Det ser ut som ett telefonnummer. Skriv utan."),
        "full-name": _("Det ser ut som ett namn. Skriv hellre vad som hände än vem det var."),
    }
    return next((sentences[code] for code, found in traces(text) if code in sentences), "")
