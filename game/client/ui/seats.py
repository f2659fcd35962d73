"""What the twelve seat symbols are called."""

from game.client.language import Language


def seat_name(number: int, _: Language) -> str:
    """The colour and shape of a seat in words, for read-aloud and for people who do not see colours."""
    return (
        _("Blå cirkel"),
        _("Röd kvadrat"),
        _("Grön triangel"),
        _("Lila romb"),
        _("Brun stjärna"),
        _("Rosa hjärta"),
        _("Turkos sexhörning"),
        _("Grå droppe"),
        _("Olivgrön måne"),
        _("Vinrött plus"),
        _("Svart löv"),
        _("Orange båge"),
    )[number % 12]
