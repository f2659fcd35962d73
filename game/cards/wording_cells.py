"""What can be wrong with a cell of a spreadsheet, and with a work list that a translator sends back."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from game.cards.rule import Rule

CELLS: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "duplicate-row": Rule(
            "error",
            "Id ”{id}” står också på rad {other}.",
            "Ge kortet ett eget id.",
            "The id “{id}” is also on row {other}.",
            "Give the card an id of its own.",
        ),
        "formula": Rule(
            "error",
            "Cellen har en formel, och formler läses inte.",
            "Kopiera cellen och klistra in som värde, eller skriv texten utan = framför.",
            "The cell holds a formula, and formulas are not read.",
            "Copy the cell and paste it as a value, or write the text without = before it.",
        ),
        "cell-error": Rule(
            "error",
            "Cellen visar felet {value}.",
            "Skriv texten på nytt; börjar den med - eller =, sätt en apostrof (') framför.",
            "The cell shows the error {value}.",
            "Write the text again; if it begins with - or =, put an apostrophe (') before it.",
        ),
        "cell-date": Rule(
            "error",
            "Excel har gjort om texten till ett datum eller klockslag ({value}).",
            "Formatera cellen som Text och skriv den på nytt.",
            "Excel has made the text a date or a time ({value}).",
            "Format the cell as Text and write it again.",
        ),
        "cell-number": Rule(
            "error",
            "Excel har gjort om texten till talet {value}.",
            "Formatera cellen som Text och skriv den på nytt.",
            "Excel has made the text the number {value}.",
            "Format the cell as Text and write it again.",
        ),
        "cell-boolean": Rule(
            "error",
            "Excel har gjort om texten till sant eller falskt.",
            "Formatera cellen som Text och skriv den på nytt.",
            "Excel has made the text true or false.",
            "Format the cell as Text and write it again.",
        ),
        "cell-too-long": Rule(
            "error",
            "Cellen har {actual} tecken, fler än de {limit} som ryms.",
            "Korta texten.",
            "The cell has {actual} characters, more than the {limit} it can hold.",
            "Shorten the text.",
        ),
        "bad-list": Rule(
            "error",
            "Listan går inte att dela upp: {value}",
            'Skriv orden med komma emellan, och citattecken om ett ord har komma: mod, "lugn, men klar".',
            "The list cannot be divided: {value}",
            'Write the words with commas between, quoted if a word has a comma: courage, "calm, but clear".',
        ),
        "gap": Rule(
            "error",
            "Cellen är tom men en senare av samma slag är ifylld.",
            "Fyll i den, eller flytta de senare hit.",
            "The cell is empty but a later one of the same sort is filled in.",
            "Fill it in, or move the later ones here.",
        ),
        "rev-behind": Rule(
            "warning",
            "Kortet har rev {theirs} i leken men {ours} i filen: någon har ändrat det sedan filen gjordes.",
            "Jämför innan du ersätter, eller exportera leken på nytt.",
            "The card has rev {theirs} in the deck, {ours} in the file: it was changed after that.",
            "Compare before you replace it, or export the deck again.",
        ),
    }
)

WORK: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "no-work-sheet": Rule(
            "error",
            "Filen är ingen arbetslista för översättning till ”{language}”.",
            "Gör en med bemot deck translate LEK {language} -o FIL, och behåll dess rubriker.",
            "The file is no work list for translation into “{language}”.",
            "Make one with bemot deck translate DECK {language} -o FILE, and keep its headings.",
        ),
        "work-card": Rule(
            "error",
            "Leken har inget kort ”{id}” med text att översätta.",
            "Rätta id i första kolumnen eller ta bort raden.",
            "The deck has no card “{id}” with a text to translate.",
            "Correct the id in the first column or remove the row.",
        ),
        "work-field": Rule(
            "error",
            "Kortet har ingen text ”{name}” att översätta.",
            "Rätta fältet i andra kolumnen, eller gör en ny arbetslista.",
            "The card has no text “{name}” to translate.",
            "Correct the field in the second column, or make a new work list.",
        ),
        "source-changed": Rule(
            "error",
            "Källtexten har ändrats sedan arbetslistan gjordes.",
            "Gör en ny arbetslista och översätt raden från den.",
            "The source text has changed since the work list was made.",
            "Make a new work list and translate the row from that.",
        ),
        "work-missing": Rule(
            "error",
            "Raden saknar översättning, och ett nytt språk läggs till först när alla texter finns.",
            "Översätt den.",
            "The row has no translation, and a new language is added only when every text is there.",
            "Translate it.",
        ),
        "work-absent": Rule(
            "error",
            "Filen saknar {actual} texter som ett nytt språk behöver, till exempel {example}.",
            "Gör en ny arbetslista; den har dem alla.",
            "The file lacks {actual} texts that a new language needs, for example {example}.",
            "Make a new work list; it has them all.",
        ),
        "work-left": Rule(
            "warning",
            "Kortet ”{id}” har {actual} texter kvar och lämnas som det är.",
            "Översätt dem; börja med den här raden.",
            "The card “{id}” has {actual} texts left and is left as it is.",
            "Translate them; begin with this row.",
        ),
        "work-unread": Rule(
            "warning",
            "Kortet ”{id}” har {actual} texter som varken är ändrade eller märkta som klara.",
            "Läs dem mot källtexten och skriv klar i kolumnen Läge; börja med den här raden.",
            "The card “{id}” has {actual} texts that are neither changed nor marked as done.",
            "Read them against the source text and write done in the column State; begin with this row.",
        ),
    }
)

IN_CELLS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "missing": ("Fyll i cellen.", "Fill in the cell."),
        "unknown-field": (
            "Töm cellen: kort av den här sorten har inte fältet. Eller välj en annan sort.",
            "Empty the cell: cards of this kind do not have the field. Or choose another kind.",
        ),
        "number-expected": ("Skriv ett heltal.", "Write a whole number."),
        "boolean-expected": ("Skriv ja eller nej.", "Write yes or no."),
        "hash-shape": (
            "Töm cellen och stämpla leken efteråt.",
            "Empty the cell and stamp the deck afterwards.",
        ),
        "text-expected": ("Skriv text i cellen.", "Write text in the cell."),
        "theme-unknown": (
            "Lägg till temat på bladet Lek, eller välj ett som finns där.",
            "Add the theme on the sheet Deck, or choose one that is there.",
        ),
        "language-missing": (
            "Skriv den, eller ta bort språket ur raden Språk på bladet Lek.",
            "Write it, or take the language out of the row Languages on the sheet Deck.",
        ),
        "language-unlisted": (
            "Lägg till språket i raden Språk på bladet Lek, eller ta bort dess kolumner.",
            "Add the language to the row Languages on the sheet Deck, or remove its columns.",
        ),
        "source-language": (
            "Lägg till det i raden Språk, eller ändra raden Källspråk.",
            "Add it to the row Languages, or change the row Source language.",
        ),
        "of-in-source": (
            "Töm cellen; den hör till översättningar.",
            "Empty the cell; it belongs to translations.",
        ),
    }
)
"""What to do in a spreadsheet, where the wording for YAML would lead astray. None of these has blanks."""
