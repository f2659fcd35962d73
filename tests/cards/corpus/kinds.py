"""What is wrong with the other kinds of cards, and with pictures."""

from typing import Final

from tests.cards.build import EXERCISE, PLEDGE, QUESTION, RANKING, SCALE, TWIST
from tests.cards.corpus.breaks import Broken, bytes_, other
from tests.cards.hostile import png

PICTURE: Final = "images/femte-samtalet.png"

KINDS: Final = (
    # -- other kinds
    Broken(
        "a scale without words at its ends",
        other(SCALE, "    low: tungt\n", ""),
        "missing",
        "cards/dagsform.yaml",
        8,
        3,
        "text.sv.low",
    ),
    Broken(
        "a ranking of two things",
        other(
            RANKING, "      - {text: Att svara fort, speaks_for: Den som väntar tror att ingen är där.}\n", ""
        ),
        "too-few",
        "cards/viktigast.yaml",
        9,
        5,
        "text.sv.options",
    ),
    Broken(
        "an exercise of one step",
        other(EXERCISE, "steps: [Tänk en minut., Berätta i två minuter., Byt.]", "steps: [Tänk en minut.]"),
        "too-few",
        "cards/en-sak.yaml",
        9,
        12,
        "text.sv.steps",
    ),
    Broken(
        "a twist with a situation",
        other(TWIST, "title: Någon filmar, ", "title: Någon filmar, situation: Någon filmar dig., "),
        "unknown-field",
        "cards/nagon-filmar.yaml",
        6,
        29,
        "text.sv.situation",
    ),
    Broken(
        "a question with options",
        other(QUESTION, "    title: Första dagen", "    options: []\n    title: Första dagen"),
        "unknown-field",
        "cards/forsta-dagen.yaml",
        7,
        5,
        "text.sv.options",
    ),
    Broken(
        "a pledge without its end",
        other(PLEDGE, ", then: vänta tre sekunder innan jag svarar", ""),
        "missing",
        "cards/tre-sekunder.yaml",
        6,
        3,
        "text.sv.then",
    ),
    # -- pictures
    Broken(
        "a picture without words",
        bytes_(PICTURE, png()),
        "alt-missing",
        "cards/femte-samtalet.yaml",
        12,
        3,
        "text.sv.alt",
    ),
    Broken(
        "a picture of no card",
        bytes_("images/annan.png", png()),
        "image-unknown",
        "images/annan.png",
        1,
        1,
        "",
    ),
    Broken(
        "a picture that is a drawing",
        bytes_("images/femte-samtalet.svg", b"<svg/>"),
        "picture-type",
        "images/femte-samtalet.svg",
        1,
        1,
        "",
    ),
    Broken(
        "a picture that is too large",
        bytes_(PICTURE, png() + bytes(2 * 1024 * 1024)),
        "picture-large",
        "images/femte-samtalet.png",
        1,
        1,
        "",
    ),
    Broken(
        "a picture that is too wide",
        bytes_(PICTURE, png(5000, 300)),
        "picture-wide",
        "images/femte-samtalet.png",
        1,
        1,
        "",
    ),
    Broken(
        "a picture cut off",
        bytes_(PICTURE, png()[:12]),
        "picture-broken",
        "images/femte-samtalet.png",
        1,
        1,
        "",
    ),
    Broken(
        "a picture with another's ending",
        bytes_("images/femte-samtalet.jpg", png()),
        "picture-broken",
        "images/femte-samtalet.jpg",
        1,
        1,
        "",
    ),
)
