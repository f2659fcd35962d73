"""What can be wrong with a spreadsheet: the file, its sheets and their headings."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from game.cards.rule import Rule

TABLES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        # the file
        "no-table-file": Rule(
            "error",
            "Filen finns inte.",
            "Se efter att namnet och mappen stämmer.",
            "The file does not exist.",
            "See that its name and folder are right.",
        ),
        "not-xlsx": Rule(
            "error",
            "Filen går inte att läsa som kalkylblad.",
            "Öppna den i Excel och spara om den som Excel-arbetsbok (.xlsx).",
            "The file cannot be read as a spreadsheet.",
            "Open it in Excel and save it again as an Excel workbook (.xlsx).",
        ),
        "legacy-xls": Rule(
            "error",
            "Filen är i det gamla formatet .xls.",
            "Öppna den i Excel och spara om den som Excel-arbetsbok (.xlsx).",
            "The file is in the old format .xls.",
            "Open it in Excel and save it again as an Excel workbook (.xlsx).",
        ),
        "encrypted": Rule(
            "error",
            "Filen är skyddad med lösenord.",
            "Ta bort lösenordet i Excel och spara om den.",
            "The file is protected by a password.",
            "Remove the password in Excel and save it again.",
        ),
        "macros": Rule(
            "error",
            "Filen kan innehålla makron och öppnas inte.",
            "Spara den i Excel som Excel-arbetsbok utan makron (.xlsx).",
            "The file can hold macros and is not opened.",
            "Save it in Excel as a workbook without macros (.xlsx).",
        ),
        "lock-file": Rule(
            "error",
            "Det här är bara märket som Excel lägger bredvid en öppen fil.",
            "Ange filen själv, utan ~$ i början av namnet.",
            "This is only the mark that Excel puts beside an open file.",
            "Name the file itself, without ~$ at the beginning of its name.",
        ),
        "external-links": Rule(
            "error",
            "Filen hämtar värden från andra filer eller från nätet och öppnas inte.",
            "Bryt länkarna i Excel (Data, Redigera länkar) och spara om den.",
            "The file takes values from other files or the network and is not opened.",
            "Break the links in Excel (Data, Edit links) and save it again.",
        ),
        "table-too-large": Rule(
            "error",
            "Filen är större än {limit} MiB.",
            "En lek är bara text; ta bort bilder och blad som inte hör till den.",
            "The file is larger than {limit} MiB.",
            "A deck is text only; remove pictures and sheets that are not part of it.",
        ),
        "table-swells": Rule(
            "error",
            "Filen blir orimligt stor när den packas upp och öppnas inte.",
            "Kopiera bladen till en ny arbetsbok och spara den.",
            "The file becomes unreasonably large when unpacked and is not opened.",
            "Copy the sheets to a new workbook and save it.",
        ),
        "table-encoding": Rule(
            "error",
            "Filens teckenkodning går inte att känna igen.",
            "Spara den i Excel som ”CSV UTF-8” eller som .xlsx.",
            "The encoding of the file cannot be recognised.",
            "Save it in Excel as “CSV UTF-8” or as .xlsx.",
        ),
        "old-encoding": Rule(
            "warning",
            "Filen är inte UTF-8 och lästes som Windows-1252.",
            "Se efter att å, ä och ö blev rätt; spara hellre som ”CSV UTF-8”.",
            "The file is not UTF-8 and was read as Windows-1252.",
            "See that å, ä and ö came out right; rather save as “CSV UTF-8”.",
        ),
        "csv-quote": Rule(
            "error",
            "Ett citattecken på raden öppnas men stängs inte, eller står mitt i en cell.",
            "Öppna filen i Excel och spara om den, eller dubbla citattecknet.",
            "A quotation mark on the row is opened and not closed, or stands inside a cell.",
            "Open the file in Excel and save it again, or double the quotation mark.",
        ),
        "many-rows": Rule(
            "error",
            "Bladet har fler än {limit} rader.",
            "Dela upp leken i flera, eller ta bort det som står längst ned.",
            "The sheet has more than {limit} rows.",
            "Split the deck into several, or remove what stands at the bottom.",
        ),
        "many-columns": Rule(
            "error",
            "Bladet har fler än {limit} kolumner.",
            "Ta bort det som står längst till höger.",
            "The sheet has more than {limit} columns.",
            "Remove what stands furthest to the right.",
        ),
        # the sheets and their headings
        "no-card-sheet": Rule(
            "error",
            "Filen har inget blad med kort.",
            "Gör ett blad som heter Kort, med kolumnen Id och kortens rubriker i första raden.",
            "The file has no sheet of cards.",
            "Make a sheet named Cards, with the column Id and the cards' headings in the first row.",
        ),
        "no-cover-sheet": Rule(
            "error",
            "Leken finns inte än, och filen har inget blad om leken.",
            "Lägg till bladet Lek ur mallen, eller peka på en lek som finns.",
            "The deck does not exist yet, and the file has no sheet about the deck.",
            "Add the sheet Deck from the template, or point at a deck that exists.",
        ),
        "no-cover-csv": Rule(
            "error",
            "Leken finns inte än, och CSV-filen säger inget om den.",
            "Börja med en arbetsbok, bemot deck template {book}, och flytta korten dit; eller ange en "
            "lek som finns.",
            "The deck does not exist yet, and the CSV file says nothing of it.",
            "Begin with a workbook, bemot deck template {book}, and move the cards there; or name a deck "
            "that exists.",
        ),
        "no-headings": Rule(
            "error",
            "Bladet har ingen rad med rubriker över korten.",
            "Infoga en rad överst med mallens rubriker (Id, Sort, Titel (sv) …); "
            "bemot deck template gör en mall.",
            "The sheet has no row of headings above the cards.",
            "Insert a row at the top with the template's headings (Id, Kind, Title (sv) …); "
            "bemot deck template makes one.",
        ),
        "no-id-column": Rule(
            "error",
            "Bladet saknar kolumnen Id.",
            "Lägg till den i rubrikraden; varje kort har ett eget id.",
            "The sheet lacks the column Id.",
            "Add it to the row of headings; every card has an id of its own.",
        ),
        "no-rows": Rule(
            "error",
            "Bladet har inga kort.",
            "Skriv ett kort på varje rad under rubrikerna.",
            "The sheet has no cards.",
            "Write one card on each row below the headings.",
        ),
        "misspelt-column": Rule(
            "error",
            "Rubriken ”{heading}” känns inte igen.",
            "Rätta den.",
            "The heading “{heading}” is not recognised.",
            "Correct it.",
        ),
        "misnamed-column": Rule(
            "error",
            "Kolumnen ”{heading}” saknas.",
            "Menade du ”{there}” i {cell}? Rätta då den.",
            "The column “{heading}” is missing.",
            "Did you mean “{there}” in {cell}? Then correct it.",
        ),
        "no-column": Rule(
            "error",
            "Kolumnen ”{heading}” saknas.",
            "Lägg till den i rubrikraden; det finns kort som behöver den.",
            "The column “{heading}” is missing.",
            "Add it to the row of headings; there are cards that need it.",
        ),
        "unread-sheet": Rule(
            "warning",
            "Bladet ”{sheet}” läses inte, fast det ser ut att ha kort.",
            "Flytta korten till bladet Kort, eller låt dem stå om det är en kopia.",
            "The sheet “{sheet}” is not read, though it looks as if it had cards.",
            "Move the cards to the sheet Cards, or leave them if it is a copy.",
        ),
        "unread-column": Rule(
            "warning",
            "Kolumnen ”{heading}” läses inte.",
            "Låt den stå om den är din egen, eller ge den en rubrik från mallen.",
            "The column “{heading}” is not read.",
            "Leave it if it is your own, or give it a heading from the template.",
        ),
        "column-twice": Rule(
            "error",
            "Rubriken ”{heading}” står också i kolumn {other}.",
            "Behåll den ena.",
            "The heading “{heading}” is also in column {other}.",
            "Keep one of them.",
        ),
        "column-language": Rule(
            "error",
            "Rubriken ”{heading}” säger inte vilket språk den gäller.",
            "Skriv språket efter, till exempel {example}.",
            "The heading “{heading}” does not say which language it is for.",
            "Write the language after it, for example {example}.",
        ),
        "no-heading": Rule(
            "error",
            "Cellen har innehåll men kolumnen har ingen rubrik.",
            "Skriv en rubrik överst, eller töm cellen.",
            "The cell holds something but the column has no heading.",
            "Write a heading at the top, or empty the cell.",
        ),
        "no-language-columns": Rule(
            "error",
            "Leken finns på ”{language}” men bladet har inga kolumner för det språket.",
            "Lägg till dem, till exempel {example}.",
            "The deck is in “{language}” but the sheet has no columns for that language.",
            "Add them, for example {example}.",
        ),
        "unknown-row": Rule(
            "error",
            "”{heading}” är inget om leken som går att läsa.",
            "Rätta namnet i första kolumnen eller ta bort raden.",
            "“{heading}” is nothing about the deck that can be read.",
            "Correct the name in the first column or remove the row.",
        ),
        "row-twice": Rule(
            "error",
            "”{heading}” står också på rad {other}.",
            "Behåll den ena raden.",
            "“{heading}” is also on row {other}.",
            "Keep one of the rows.",
        ),
        "merged": Rule(
            "error",
            "Här är flera celler sammanfogade, så det syns inte vad som hör till vilken.",
            "Dela cellerna i Excel och skriv texten i var och en.",
            "Several cells are merged here, so what belongs to which cannot be seen.",
            "Unmerge the cells in Excel and write the text in each.",
        ),
        "hidden-rows": Rule(
            "warning",
            "Dolda eller bortfiltrerade rader läses också: {rows}.",
            "Visa dem och se efter, eller ta bort dem.",
            "Rows that are hidden or filtered away are read too: {rows}.",
            "Show them and have a look, or remove them.",
        ),
    }
)
