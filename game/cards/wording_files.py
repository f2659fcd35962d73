"""What can be wrong with a file before its fields are looked at."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from game.cards.rule import Rule

FILES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "not-a-folder": Rule(
            "error",
            "Här finns ingen kortlek.",
            "Peka på mappen som innehåller deck.yaml, eller på en packad lek (.zip).",
            "There is no deck here.",
            "Point at the folder that holds deck.yaml, or at a packed deck (.zip).",
        ),
        "cover-name": Rule(
            "error",
            "Filen heter {name}.",
            "Döp om den till deck.yaml.",
            "The file is named {name}.",
            "Rename it to deck.yaml.",
        ),
        "no-cover": Rule(
            "error",
            "Leken saknar filen deck.yaml.",
            "Skapa deck.yaml i lekens mapp.",
            "The deck has no deck.yaml.",
            "Create deck.yaml in the deck's folder.",
        ),
        "closed-folder": Rule(
            "error",
            "Mappen går inte att öppna.",
            "Ge dig själv rätt att läsa den, eller be den som äger den.",
            "The folder cannot be opened.",
            "Give yourself the right to read it, or ask whoever owns it.",
        ),
        "no-cards": Rule(
            "error",
            "Leken har inga kort.",
            "Lägg minst ett kort som cards/<id>.yaml.",
            "The deck has no cards.",
            "Add at least one card as cards/<id>.yaml.",
        ),
        "too-many-files": Rule(
            "error",
            "Leken har {actual} kort, gränsen är {limit}.",
            "Dela upp den i flera lekar.",
            "The deck has {actual} cards, the limit is {limit}.",
            "Split it into several decks.",
        ),
        "too-many-broken": Rule(
            "error",
            "Fler än {limit} kort har fel; resten är inte lästa.",
            "Rätta de första och kontrollera igen.",
            "More than {limit} cards are broken; the rest have not been read.",
            "Mend the first ones and check again.",
        ),
        "unreadable": Rule(
            "error",
            "Filen går inte att läsa.",
            "Kontrollera att den är en vanlig fil som du får läsa.",
            "The file cannot be read.",
            "Check that it is an ordinary file that you may read.",
        ),
        "outside": Rule(
            "error",
            "Filen är en länk ut ur lekens mapp.",
            "Lägg själva filen i mappen i stället för en länk.",
            "The file is a link out of the deck's folder.",
            "Put the file itself in the folder, not a link.",
        ),
        "too-large": Rule(
            "error",
            "Filen är större än {limit} KiB.",
            "Ett kort är en sida text; ta bort det som inte hör till det.",
            "The file is larger than {limit} KiB.",
            "A card is a page of text; remove what is not part of it.",
        ),
        "not-utf8": Rule(
            "error",
            "Filen är inte UTF-8.",
            "Spara om den med teckenkodningen UTF-8.",
            "The file is not UTF-8.",
            "Save it again with the encoding UTF-8.",
        ),
        "empty-file": Rule(
            "error",
            "Filen är tom.",
            "Skriv kortet eller ta bort filen.",
            "The file is empty.",
            "Write the card or remove the file.",
        ),
        "other-file": Rule(
            "warning",
            "Filen läses inte: kort heter cards/<id>.yaml.",
            "Byt namn på den eller flytta den härifrån.",
            "The file is not read: cards are named cards/<id>.yaml.",
            "Rename it or move it out of here.",
        ),
        "file-name": Rule(
            "error",
            "Filen heter ”{stem}” men kortets id är ”{id}”.",
            "Låt filnamnet och id vara samma.",
            "The file is named “{stem}” but the card's id is “{id}”.",
            "Make the file name and the id the same.",
        ),
        "slug-mismatch": Rule(
            "error",
            "Mappen heter ”{folder}” men slug är ”{slug}”.",
            "Låt mappens namn och slug vara samma.",
            "The folder is named “{folder}” but slug is “{slug}”.",
            "Make the folder's name and slug the same.",
        ),
        "duplicate-id": Rule(
            "error",
            "Id ”{id}” finns redan i {other}.",
            "Ge kortet ett eget id.",
            "The id “{id}” is already in {other}.",
            "Give the card an id of its own.",
        ),
    }
)

YAML: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "not-yaml": Rule(
            "error",
            "Här går filen inte att tolka som YAML.",
            "Se över indrag, kolon och citattecken på raden och raden ovanför.",
            "The file cannot be understood as YAML here: {problem}.",
            "Look at indentation, colons and quotation marks on this line and the one above.",
        ),
        "colon": Rule(
            "error",
            "Ett kolon mitt i en text tolkas som ett nytt fält.",
            "Sätt texten inom citattecken, eller skriv >- och börja texten på nästa rad.",
            "A colon inside a text is taken for a new field.",
            "Put the text in quotation marks, or write >- and begin the text on the next line.",
        ),
        "no-colon": Rule(
            "error",
            "Raden har inget kolon med mellanslag efter fältets namn.",
            "Skriv namnet, kolon, mellanslag och värdet, som heat: 1.",
            "The line has no colon with a space after the field's name.",
            "Write the name, a colon, a space and the value, as in heat: 1.",
        ),
        "indent": Rule(
            "error",
            "Raden är inte lika indragen som fälten den hör ihop med.",
            "Dra in den med lika många blanksteg som fältet ovanför.",
            "The line is not indented like the fields it belongs with.",
            "Indent it with as many spaces as the field above.",
        ),
        "quote-open": Rule(
            "error",
            "Citattecknet öppnas här men stängs inte före nästa fält.",
            "Sätt ett likadant citattecken där texten slutar.",
            "The quotation mark is opened here but not closed before the next field.",
            "Put the same mark where the text ends.",
        ),
        "tab": Rule(
            "error",
            "Raden är indragen med tabb.",
            "Dra in med blanksteg.",
            "The line is indented with a tab.",
            "Indent with spaces.",
        ),
        "bad-character": Rule(
            "error",
            "Texten innehåller ett osynligt styrtecken.",
            "Ta bort tecknet, eller skriv om raden.",
            "The text holds an invisible control character.",
            "Remove it, or write the line again.",
        ),
        "anchor": Rule(
            "error",
            "Ankare (&namn) används inte i lekar.",
            "Ta bort &namn och skriv ut texten där den behövs.",
            "Anchors (&name) are not used in decks.",
            "Remove &name and write the text where it is needed.",
        ),
        "alias": Rule(
            "error",
            "Hänvisningar (*namn) används inte i lekar.",
            "Skriv ut texten här, eller sätt den inom citattecken om * hör till texten.",
            "Aliases (*name) are not used in decks.",
            "Write the text here, or quote it if * is part of the text.",
        ),
        "tag": Rule(
            "error",
            "Taggar (!namn) används inte i lekar.",
            "Ta bort taggen, eller sätt texten inom citattecken om ! hör till den.",
            "Tags (!name) are not used in decks.",
            "Remove the tag, or quote the text if ! is part of it.",
        ),
        "directive": Rule(
            "error",
            "Rader som börjar med % används inte i lekar.",
            "Ta bort raden.",
            "Lines that begin with % are not used in decks.",
            "Remove the line.",
        ),
        "many-documents": Rule(
            "error",
            "Filen innehåller mer än ett dokument (---).",
            "Skriv ett kort per fil.",
            "The file holds more than one document (---).",
            "Write one card per file.",
        ),
        "duplicate-key": Rule(
            "error",
            "Fältet ”{key}” står två gånger; första gången på rad {first}.",
            "Behåll ett av dem.",
            "The field “{key}” is written twice; the first is on line {first}.",
            "Keep one of them.",
        ),
        "complex-key": Rule(
            "error",
            "Ett fältnamn måste vara ett enda ord.",
            "Sätt texten inom citattecken om den inte är ett fält.",
            "The name of a field must be a single word.",
            "Put the text in quotation marks if it is not a field.",
        ),
        "too-much": Rule(
            "error",
            "Filen har fler än {limit} värden, mycket fler än ett kort.",
            "Ta bort det som inte hör till kortet.",
            "The file holds more than {limit} values, many more than a card.",
            "Remove what is not part of the card.",
        ),
        "curly-quotes": Rule(
            "error",
            "Citattecknen är typografiska och avgränsar därför inte texten.",
            'Byt dem mot raka: " före och efter texten.',
            "The quotation marks are curly and so do not delimit the text.",
            'Use straight ones: " before and after the text.',
        ),
        "too-deep": Rule(
            "error",
            "Filen har fler nivåer än en lek har.",
            "Se över indraget; ingen lek behöver fler än {limit} nivåer.",
            "The file has more levels than a deck has.",
            "Look at the indentation; no deck needs more than {limit} levels.",
        ),
    }
)
