"""What can be wrong with a field, and with fields that must agree."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from game.cards.rule import Rule

SCHEMA: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "missing": Rule(
            "error",
            "Fältet ”{name}” saknas.",
            "Lägg till det.",
            "The field “{name}” is missing.",
            "Add it.",
        ),
        "unknown-field": Rule(
            "error",
            "Fältet ”{name}” finns inte här.",
            "Ta bort det eller rätta namnet.",
            "There is no field “{name}” here.",
            "Remove it or correct its name.",
        ),
        "unknown-value": Rule(
            "error",
            "”{value}” är inget av valen.",
            "Välj något av {choices}.",
            "“{value}” is not one of the choices.",
            "Choose one of {choices}.",
        ),
        "text-expected": Rule(
            "error",
            "Här ska det stå text, inte {value}.",
            "Skriv text, inom citattecken om den liknar ett tal, eller ta bort raden.",
            "This should be text, not {value}.",
            "Write text, in quotation marks if it looks like a number, or remove the line.",
        ),
        "empty-value": Rule(
            "error",
            "Fältet är tomt.",
            "Skriv en text efter kolonet, eller ta bort raden.",
            "The field is empty.",
            "Write a text after the colon, or remove the line.",
        ),
        "number-expected": Rule(
            "error",
            "Här ska det stå ett heltal, inte ”{value}”.",
            "Skriv ett heltal utan citattecken.",
            "This should be a whole number, not “{value}”.",
            "Write a whole number without quotation marks.",
        ),
        "boolean-expected": Rule(
            "error",
            "Här ska det stå true eller false, inte ”{value}”.",
            "Skriv true eller false.",
            "This should be true or false, not “{value}”.",
            "Write true or false.",
        ),
        "date-expected": Rule(
            "error",
            "”{value}” är inget datum.",
            "Skriv datumet som 2026-11-22.",
            "“{value}” is not a date.",
            "Write the date as 2026-11-22.",
        ),
        "list-expected": Rule(
            "error",
            "Här ska det stå en lista.",
            "Skriv varje sak på egen rad med ”- ” framför, eller [en, två].",
            "This should be a list.",
            "Write each thing on its own line with “- ” before it, or [one, two].",
        ),
        "fields-expected": Rule(
            "error",
            "Här ska det stå fält med namn.",
            "Skriv fälten indragna under raden, vart och ett som namn: värde.",
            "This should be named fields.",
            "Write the fields indented below the line, each as name: value.",
        ),
        "too-short": Rule(
            "error",
            "Texten har {actual} tecken, den behöver minst {limit}.",
            "Skriv {gap} tecken till.",
            "The text has {actual} characters, it needs at least {limit}.",
            "Write {gap} more.",
        ),
        "too-long": Rule(
            "error",
            "Texten har {actual} tecken, gränsen är {limit}.",
            "Korta den med {gap} tecken.",
            "The text has {actual} characters, the limit is {limit}.",
            "Shorten it by {gap}.",
        ),
        "too-few": Rule(
            "error",
            "Listan har {actual}, den behöver minst {limit}.",
            "Lägg till {gap}.",
            "The list has {actual}, it needs at least {limit}.",
            "Add {gap}.",
        ),
        "too-many": Rule(
            "error",
            "Listan har {actual}, gränsen är {limit}.",
            "Ta bort {gap}.",
            "The list has {actual}, the limit is {limit}.",
            "Remove {gap}.",
        ),
        "too-low": Rule(
            "error",
            "Talet är {value}, det ska vara minst {limit}.",
            "Skriv ett större tal.",
            "The number is {value}, it must be at least {limit}.",
            "Write a larger number.",
        ),
        "too-high": Rule(
            "error",
            "Talet är {value}, det får vara högst {limit}.",
            "Skriv ett mindre tal.",
            "The number is {value}, it may be at most {limit}.",
            "Write a smaller number.",
        ),
        "slug-shape": Rule(
            "error",
            "”{value}” är inget id.",
            "Skriv med a–z, siffror och bindestreck, till exempel femte-samtalet.",
            "“{value}” is not an id.",
            "Write it with a–z, digits and hyphens, for example femte-samtalet.",
        ),
        "language-shape": Rule(
            "error",
            "”{value}” är ingen språkkod.",
            "Skriv två eller tre små bokstäver, till exempel sv.",
            "“{value}” is not a language code.",
            "Write two or three small letters, for example sv.",
        ),
        "version-shape": Rule(
            "error",
            "”{value}” är inget versionsnummer.",
            "Skriv tre tal med punkt emellan, till exempel 1.0.0.",
            "“{value}” is not a version.",
            "Write three numbers with dots between, for example 1.0.0.",
        ),
        "hash-shape": Rule(
            "error",
            "”{value}” är ingen kontrollsumma.",
            "Ta bort raden och stämpla leken på nytt.",
            "“{value}” is not a hash.",
            "Remove the line and stamp the deck again.",
        ),
        "invalid": Rule(
            "error",
            "Värdet går inte att använda här.",
            "Jämför med ett kort som fungerar.",
            "The value cannot be used here: {problem}.",
            "Compare with a card that works.",
        ),
    }
)

WHOLE: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "source-language": Rule(
            "error",
            "Källspråket ”{language}” står inte bland språken.",
            "Lägg till det i languages eller ändra source.",
            "The source language “{language}” is not among the languages.",
            "Add it to languages or change source.",
        ),
        "language-twice": Rule(
            "error",
            "Språket ”{language}” står två gånger.",
            "Behåll ett.",
            "The language “{language}” is listed twice.",
            "Keep one.",
        ),
        "language-missing": Rule(
            "error",
            "Texten saknas på ”{language}”.",
            "Skriv den, eller ta bort språket ur languages i deck.yaml.",
            "The text is missing in “{language}”.",
            "Write it, or take the language out of languages in deck.yaml.",
        ),
        "language-unlisted": Rule(
            "error",
            "Språket ”{language}” står inte bland lekens språk.",
            "Lägg till det i languages i deck.yaml eller ta bort texten.",
            "The language “{language}” is not among the deck's.",
            "Add it to languages in deck.yaml or remove the text.",
        ),
        "theme-unknown": Rule(
            "error",
            "Temat ”{theme}” finns inte i deck.yaml.",
            "Lägg till det under themes där eller välj ett som finns.",
            "The theme “{theme}” is not in deck.yaml.",
            "Add it under themes there or choose one that exists.",
        ),
        "theme-unused": Rule(
            "warning",
            "Inget kort har temat ”{theme}”.",
            "Ta bort det eller ge det till ett kort.",
            "No card has the theme “{theme}”.",
            "Remove it or give it to a card.",
        ),
        "options-differ": Rule(
            "error",
            "Här är {actual} alternativ men {expected} på ”{language}”.",
            "Ha samma alternativ i samma ordning på alla språk.",
            "There are {actual} options here but {expected} in “{language}”.",
            "Have the same options in the same order in every language.",
        ),
        "questions-differ": Rule(
            "error",
            "Här är {actual} frågor men {expected} på ”{language}”.",
            "Ha samma frågor i samma ordning på alla språk.",
            "There are {actual} questions here but {expected} in “{language}”.",
            "Have the same questions in the same order in every language.",
        ),
        "twist-differs": Rule(
            "error",
            "Fältet twist finns inte på alla språk.",
            "Skriv det på alla språk eller ta bort det.",
            "The field twist is not there in every language.",
            "Write it in every language or remove it.",
        ),
        "of-in-source": Rule(
            "error",
            "Källspråkets text kan inte vara översatt från sig själv.",
            "Ta bort raden of här; den hör till översättningar.",
            "The source language's text cannot be translated from itself.",
            "Remove the line of here; it belongs in translations.",
        ),
    }
)
