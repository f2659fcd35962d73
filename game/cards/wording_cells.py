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
            "Cellen har fler än de {limit} tecken som ryms.",
            "Korta texten.",
            "The cell has more than the {limit} characters it can hold.",
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
        "slug-of-folder": Rule(
            "warning",
            "Här står ”{slug}” men leken tas in i mappen ”{folder}” och får dess namn.",
            "Skriv {folder} här också, eller ta in leken i en mapp som heter {slug}.",
            "This says “{slug}” but the deck is taken into the folder “{folder}” and is named after it.",
            "Write {folder} here too, or take the deck into a folder named {slug}.",
        ),
        "rev-unknown": Rule(
            "warning",
            "Raden har inget rev, så det syns inte om kortet i leken är nyare.",
            "Jämför innan du ersätter, eller exportera leken och fortsätt i den filen.",
            "The row has no rev, so nobody can tell whether the deck's card is newer.",
            "Compare before you replace it, or export the deck and go on in that file.",
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
        "work-row": Rule(
            "error",
            "Leken har ingen text ”{name}” att översätta.",
            "Rätta den sista kolumnen eller ta bort raden; en ny arbetslista har de rätta.",
            "The deck has no text “{name}” to translate.",
            "Correct the last column or remove the row; a new work list has the right ones.",
        ),
        "source-changed": Rule(
            "warning",
            "Källtexten har ändrats sedan arbetslistan gjordes, så raden räknas inte som översatt.",
            "Gör en ny arbetslista och översätt raden från den.",
            "The source text has changed since the work list was made, so the row does not count.",
            "Make a new work list and translate the row from that.",
        ),
        "work-left": Rule(
            "warning",
            "{actual} av {total} texter saknar översättning.",
            "Översätt dem när det passar, några i taget om du vill.",
            "{actual} of {total} texts have no translation.",
            "Translate them when it suits, a few at a time if you like.",
        ),
        "work-newer": Rule(
            "warning",
            "Texter som har ändrats i leken sedan listan gjordes: {actual}. De lämnades.",
            "Gör en ny arbetslista och jämför, eller skriv över dem med --also-older.",
            "Texts that were changed in the deck after the list was made: {actual}. They were left.",
            "Make a new work list and compare, or write over them with --also-older.",
        ),
        "work-unread": Rule(
            "warning",
            "{actual} av {total} texter är varken ändrade eller märkta som klara.",
            "Läs dem mot källtexten och skriv klar i kolumnen Läge; börja med den här raden.",
            "{actual} of {total} texts are neither changed nor marked as done.",
            "Read them against the source text and write done in the column State; begin with this row.",
        ),
    }
)

IN_CELLS: Final[Mapping[str, tuple[str, str, str, str]]] = MappingProxyType(
    {
        "missing": ("Cellen är tom.", "Fyll i den.", "The cell is empty.", "Fill it in."),
        "unknown-field": (
            "Kort av den här sorten har inte det här fältet.",
            "Töm cellen, eller välj en annan sort.",
            "Cards of this kind do not have this field.",
            "Empty the cell, or choose another kind.",
        ),
        "unknown-value": (
            "”{value}” är inget av valen.",
            "Skriv något av: {valen}.",
            "“{value}” is not one of the choices.",
            "Write one of: {choices}.",
        ),
        "number-expected": (
            "Här ska det stå ett heltal, inte ”{value}”.",
            "Skriv ett heltal.",
            "This should be a whole number, not “{value}”.",
            "Write a whole number.",
        ),
        "number-expected heat": (
            "”{value}” är ingen hetta.",
            "Skriv 1 (mild), 2 (känns) eller 3 (het).",
            "“{value}” is no heat.",
            "Write 1 (mild), 2 (felt) or 3 (hot).",
        ),
        "too-low heat": (
            "{value} är ingen hetta.",
            "Skriv 1 (mild), 2 (känns) eller 3 (het).",
            "{value} is no heat.",
            "Write 1 (mild), 2 (felt) or 3 (hot).",
        ),
        "too-high heat": (
            "{value} är ingen hetta.",
            "Skriv 1 (mild), 2 (känns) eller 3 (het).",
            "{value} is no heat.",
            "Write 1 (mild), 2 (felt) or 3 (hot).",
        ),
        "boolean-expected": (
            "Här ska det stå ja eller nej, inte ”{value}”.",
            "Skriv ja eller nej.",
            "This should be yes or no, not “{value}”.",
            "Write yes or no.",
        ),
        "too-few": (
            "Här är {actual} ifyllda, det behövs minst {limit}.",
            "Fyll i {gap} till, i kolumnerna bredvid.",
            "There are {actual} here, at least {limit} are needed.",
            "Fill in {gap} more, in the columns beside.",
        ),
        "too-many": (
            "Här är {actual} ifyllda, det får vara högst {limit}.",
            "Töm {gap} av cellerna.",
            "There are {actual} here, there may be at most {limit}.",
            "Empty {gap} of the cells.",
        ),
        "slug-shape roles": (
            "”{value}” kan inte stå som roll.",
            "Skriv med a–z, siffror och bindestreck, med komma mellan flera: reception, caretaker.",
            "“{value}” cannot be a role.",
            "Write it with a–z, digits and hyphens, and commas between several: reception, caretaker.",
        ),
        "hash-shape": (
            "Cellen har ändrats, men den fylls i av datorn.",
            "Töm den och stämpla leken efteråt.",
            "The cell has been changed, but the computer fills it in.",
            "Empty it and stamp the deck afterwards.",
        ),
        "text-expected": (
            "Här ska det stå text, inte {value}.",
            "Skriv text i cellen.",
            "This should be text, not {value}.",
            "Write text in the cell.",
        ),
        "theme-unknown": (
            "Temat ”{theme}” finns inte på bladet Lek.",
            "Lägg till det där (Tema: i första kolumnen, namnet bredvid), eller skriv något av: {themes}.",
            "The theme “{theme}” is not on the sheet Deck.",
            "Add it there (Theme: in the first column, its name beside), or write one of: {themes}.",
        ),
        "language-missing": (
            "Texten saknas på ”{language}”.",
            "Skriv den, eller ta bort språket ur raden Språk på bladet Lek.",
            "The text is missing in “{language}”.",
            "Write it, or take the language out of the row Languages on the sheet Deck.",
        ),
        "language-unlisted": (
            "Språket ”{language}” står inte i raden Språk på bladet Lek.",
            "Lägg till det där, eller ta bort dess kolumner.",
            "The language “{language}” is not in the row Languages on the sheet Deck.",
            "Add it there, or remove its columns.",
        ),
        "source-language": (
            "Källspråket ”{language}” står inte i raden Språk.",
            "Lägg till det där, eller ändra raden Källspråk.",
            "The source language “{language}” is not in the row Languages.",
            "Add it there, or change the row Source language.",
        ),
        "twist-differs": (
            "Vändningen finns på ett språk men inte på ett annat.",
            "Skriv den på alla språk, eller töm den på alla.",
            "The twist is there in one language and not in another.",
            "Write it in every language, or empty it in all.",
        ),
        "of-in-source": (
            "Källspråkets text kan inte vara översatt från sig själv.",
            "Töm cellen; den hör till översättningar.",
            "The source language's text cannot be translated from itself.",
            "Empty the cell; it belongs to translations.",
        ),
        "slug-mismatch": (
            "Här står ”{slug}” men leken tas in i mappen ”{folder}”.",
            "Skriv {folder} i cellen, eller ta in leken i en mapp som heter {slug}.",
            "This says “{slug}” but the deck is taken into the folder “{folder}”.",
            "Write {folder} in the cell, or take the deck into a folder named {slug}.",
        ),
        "unfinished": (
            "Utkastet är inte färdigt: det får ligga i leken men spelas inte.",
            "Fyll i det som fattas på raden, och skriv sedan reviewed i kolumnen Status.",
            "The draft is not finished: it may lie in the deck but is not played.",
            "Fill in what the row lacks, and then write reviewed in the column Status.",
        ),
    }
)
"""Other words in a spreadsheet, by code or by code and field, where those for YAML would lead astray."""
