"""What is wrong between languages, and traces of people."""

from typing import Final

from tests.cards.build import CARD, CARD_FILE, EXERCISE, FACT, QUESTION, SCALE
from tests.cards.corpus.breaks import Broken, card, cover, other

EN_ONE: Final = "I tell her how it is and promise to call on Friday."
SV_TEXT: Final = CARD[CARD.index("  sv:\n") + 6 : CARD.index("  en:\n")]
EN_TEXT: Final = CARD[CARD.index("    title: The fifth call") :]

TRANSLATIONS: Final = (
    # -- translations
    Broken(
        "an option in one language only",
        card(
            f"      - text: {EN_ONE}\n",
            f"      - {{text: I go for a walk first, speaks_for: A pause helps.}}\n      - text: {EN_ONE}\n",
        ),
        "options-differ",
        "cards/femte-samtalet.yaml",
        36,
        5,
        "text.en.options",
    ),
    Broken(
        "a question in one language only",
        card("      - What does Kerstin need most?\n", "      - Who?\n      - What?\n"),
        "questions-differ",
        "cards/femte-samtalet.yaml",
        42,
        5,
        "text.en.questions",
    ),
    Broken(
        "steps in one language only",
        other(EXERCISE, "Tell it in two minutes., ", ""),
        "steps-differ",
        "cards/en-sak.yaml",
        13,
        5,
        "text.en.steps",
    ),
    Broken(
        "a twist in one language only",
        other(QUESTION, "    twist: What if you were the manager that day?\n", ""),
        "twist-differs",
        "cards/forsta-dagen.yaml",
        10,
        3,
        "text.en.twist",
    ),
    Broken(
        "a hash in the source language",
        card("    title: Femte", "    of: 6f8f44a1c97c\n    title: Femte"),
        "of-in-source",
        "cards/femte-samtalet.yaml",
        13,
        5,
        "text.sv.of",
    ),
    Broken(
        "a stale translation",
        card("Tänk om Kerstin är din granne?", "Tänk om Kerstin är din syster?"),
        "stale",
        "cards/femte-samtalet.yaml",
        31,
        9,
        "text.en.of",
    ),
    Broken(
        "a translation never stamped",
        card('    of: "6f8f44a1c97c"\n', ""),
        "no-hash",
        "cards/femte-samtalet.yaml",
        30,
        3,
        "text.en",
    ),
    Broken(
        "a field that was not translated",
        other(SCALE, "    low: tungt", "    warn: Trötthet.\n    low: tungt"),
        "translation-gap",
        "cards/dagsform.yaml",
        14,
        3,
        "text.en.warn",
    ),
    Broken(
        "a field in the translation only",
        other(SCALE, "    low: heavy", "    warn: Being tired.\n    low: heavy"),
        "translation-extra",
        "cards/dagsform.yaml",
        17,
        11,
        "text.en.warn",
    ),
    Broken(
        "a text copied but not translated",
        card(
            CARD[CARD.index("    perspective: A promise") : CARD.index("    prevent: Call")],
            CARD[CARD.index("    perspective: Ett") : CARD.index("    prevent: Ring")],
        ),
        "untranslated",
        "cards/femte-samtalet.yaml",
        46,
        18,
        "text.en.perspective",
    ),
    Broken(
        "Swedish and English swapped",
        lambda deck: deck.write(
            CARD_FILE, CARD[: CARD.index("  sv:\n")] + "  sv:\n" + EN_TEXT + "  en:\n" + SV_TEXT
        ),
        "wrong-language",
        "cards/femte-samtalet.yaml",
        12,
        3,
        "text.sv",
    ),
    Broken(
        "English in the cover's Swedish",
        cover(
            "Öppna lugnt och stäng med ett tack.",
            "Open it with the words that you have and close it when they are done, not before.",
        ),
        "wrong-language",
        "deck.yaml",
        12,
        3,
        "facilitator.sv",
    ),
    Broken(
        "a law that the translation lacks",
        other(
            FACT,
            "checked_on: 2026-11-22}]\n  en",
            "checked_on: 2026-11-22}, {label: FL, checked_on: 2026-11-22}]\n  en",
        ),
        "refs-missing",
        "cards/klarsprak.yaml",
        15,
        11,
        "text.en.refs",
    ),
    # -- people
    Broken(
        "a personal identity number",
        card("Du sitter i växeln.", "Du har 19121212-1212 framför dig."),
        "identity-number",
        "cards/femte-samtalet.yaml",
        14,
        16,
        "text.sv.situation",
    ),
    Broken(
        "an e-mail address",
        card("Somebody may know", "Write to eva@exempel.se. Somebody may know"),
        "e-mail",
        "cards/femte-samtalet.yaml",
        48,
        18,
        "text.en.facilitator",
    ),
    Broken(
        "a phone number",
        card("your neighbour?", "on 070-174 06 05?"),
        "phone",
        "cards/femte-samtalet.yaml",
        45,
        12,
        "text.en.twist",
    ),
    Broken(
        "a first and last name",
        card("Tänk om Kerstin är", "Tänk om Kerstin Lindgren är"),
        "full-name",
        "cards/femte-samtalet.yaml",
        26,
        12,
        "text.sv.twist",
    ),
    Broken(
        "two named customers",
        card("Hon låter trött", "Anita låter trött"),
        "many-names",
        "cards/femte-samtalet.yaml",
        14,
        16,
        "text.sv.situation",
    ),
)
