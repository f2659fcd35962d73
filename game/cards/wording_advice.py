"""What the check says about words, balance and care for people."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from game.cards.rule import Rule

ADVICE: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "stale": Rule(
            "warning",
            "Källtexten har ändrats sedan den här översättningen gjordes.",
            "Läs om översättningen och stämpla leken.",
            "The source text has changed since this translation was made.",
            "Read the translation again and stamp the deck.",
        ),
        "no-hash": Rule(
            "warning",
            "Översättningen säger inte vilken källtext den gjordes från.",
            "Läs igenom den och stämpla leken.",
            "The translation does not say which source text it was made from.",
            "Read it through and stamp the deck.",
        ),
        "translation-gap": Rule(
            "warning",
            "Fältet ”{name}” finns på ”{language}” men inte här.",
            "Översätt det också.",
            "The field “{name}” is there in “{language}” but not here.",
            "Translate it too.",
        ),
        "odd-word": Rule(
            "warning",
            "”{word}” står bara på det här kortet, men ”{other}” på {count}.",
            "Rätta det om det är samma sak.",
            "“{word}” is on this card alone, but “{other}” on {count}.",
            "Correct it if it is the same thing.",
        ),
        "balance": Rule(
            "warning",
            "Alternativet har {actual} tecken, det kortaste {shortest}; {ratio} gånger så långt drar "
            "blickarna till sig.",
            "Gör alternativen jämnlånga, högst {limit} gånger det kortaste.",
            "The option has {actual} characters, the shortest {shortest}: {ratio} times as much draws eyes.",
            "Make the options even, at most {limit} times the shortest.",
        ),
        "absolute-word": Rule(
            "warning",
            "”{word}” gör alternativet lätt att välja bort.",
            "Skriv utan ordet, så att en klok person kan välja det.",
            "“{word}” makes the option easy to turn down.",
            "Write it without the word, so that a wise person could choose it.",
        ),
        "identity-number": Rule(
            "error",
            "”{value}” ser ut som ett personnummer.",
            "Ta bort det.",
            "“{value}” looks like a personal identity number.",
            "Remove it.",
        ),
        "e-mail": Rule(
            "error",
            "”{value}” är en e-postadress.",
            "Ta bort den.",
            "“{value}” is an e-mail address.",
            "Remove it.",
        ),
        "phone": Rule(
            "warning",
            "”{value}” ser ut som ett telefonnummer.",
            "Ta bort det om det kan gå till någon.",
            "“{value}” looks like a phone number.",
            "Remove it if it may reach somebody.",
        ),
        "full-name": Rule(
            "warning",
            "”{value}” ser ut som ett för- och efternamn.",
            "Skriv bara förnamn.",
            "“{value}” looks like a first and last name.",
            "Use the first name only.",
        ),
        "lix": Rule(
            "warning",
            "Texten är tung att läsa: LIX {actual}, gränsen är {limit}.",
            "Dela meningar och byt långa ord.",
            "The text is heavy to read: LIX {actual}, the limit is {limit}.",
            "Split sentences and change long words.",
        ),
        "you-form": Rule(
            "warning",
            "Situationen talar inte till ”du”.",
            "Skriv så att läsaren är den som ska bestämma.",
            "The situation does not speak to “you”.",
            "Write it so that the reader is the one to decide.",
        ),
        "escapes": Rule(
            "warning",
            "{actual} kort har ”prata med chefen” som alternativ, högst {limit} bör ha det.",
            "Skriv om några så att gruppen själv måste välja.",
            "{actual} cards have “talk to the manager” as an option, at most {limit} should.",
            "Rewrite some so that the group must choose itself.",
        ),
        "heat-share": Rule(
            "warning",
            "{actual} av {total} kort har heat 3, högst {limit} bör ha det.",
            "Lägg till mildare kort eller sänk några.",
            "{actual} of {total} cards have heat 3, at most {limit} should.",
            "Add milder cards or lower some.",
        ),
        "practice-heat": Rule(
            "warning",
            "Ett provkort ska vara lätt men heat är {heat}.",
            "Sätt heat till 1 eller practice till false.",
            "A practice card should be light but heat is {heat}.",
            "Set heat to 1 or practice to false.",
        ),
        "alt-missing": Rule(
            "error",
            "Kortet har bilden {image} men ingen bildtext (alt) här.",
            "Skriv i alt vad bilden visar.",
            "The card has the picture {image} but no alt here.",
            "Say in alt what the picture shows.",
        ),
        "image-unknown": Rule(
            "warning",
            "Bilden hör inte till något kort.",
            "Ge den samma namn som kortets id eller ta bort den.",
            "The picture belongs to no card.",
            "Name it after the card's id or remove it.",
        ),
        "overflow": Rule(
            "error",
            "Texten får inte plats: {problem}",
            "Korta den.",
            "The text does not fit: {problem}",
            "Shorten it.",
        ),
        "id-gone": Rule(
            "warning",
            "Kortet ”{id}” fanns i förra versionen men inte nu.",
            "Behåll det med status: retired, så att gamla rapporter går att följa.",
            "The card “{id}” was in the last version but not now.",
            "Keep it with status: retired, so that old reports can be followed.",
        ),
        "rev-unchanged": Rule(
            "warning",
            "Kortet har ändrats men rev är fortfarande {rev}.",
            "Höj rev med ett.",
            "The card has changed but rev is still {rev}.",
            "Raise rev by one.",
        ),
        "version-unchanged": Rule(
            "warning",
            "Leken har ändrats men version är fortfarande {version}.",
            "Höj version.",
            "The deck has changed but version is still {version}.",
            "Raise version.",
        ),
    }
)
