"""What can be wrong with a packed deck before its files are read, and with pictures."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from game.cards.rule import Rule

PACKED: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "zip-unreadable": Rule(
            "error",
            "Filen är ingen zip eller så är den skadad.",
            "Be om den på nytt, eller packa leken igen med bemot deck pack.",
            "The file is no zip, or it is damaged.",
            "Ask for it again, or pack the deck again with bemot deck pack.",
        ),
        "zip-damaged": Rule(
            "error",
            "Den här filen i paketet är skadad.",
            "Be om paketet på nytt.",
            "This file in the package is damaged.",
            "Ask for the package again.",
        ),
        "zip-large": Rule(
            "error",
            "Paketet är större än {limit} MiB.",
            "Ta bort eller förminska bilder och packa om leken.",
            "The package is larger than {limit} MiB.",
            "Remove or shrink pictures and pack the deck again.",
        ),
        "zip-many": Rule(
            "error",
            "Paketet har fler än {limit} filer.",
            "Packa bara lekens egna filer: bemot deck pack gör det.",
            "The package holds more than {limit} files.",
            "Pack the deck's own files only: bemot deck pack does that.",
        ),
        "zip-bomb": Rule(
            "error",
            "Paketet sväller till {actual} MiB när det packas upp, mer än en lek får vara.",
            "Öppna det inte; be den som skickade det att packa leken med bemot deck pack.",
            "The package swells to {actual} MiB when unpacked, more than a deck may be.",
            "Do not open it; ask whoever sent it to pack the deck with bemot deck pack.",
        ),
        "zip-encrypted": Rule(
            "error",
            "Den här filen i paketet är krypterad.",
            "Packa leken utan lösenord.",
            "This file in the package is encrypted.",
            "Pack the deck without a password.",
        ),
        "zip-method": Rule(
            "error",
            "Den här filen är packad på ett sätt som inte används i lekar.",
            "Packa som vanlig zip, eller med bemot deck pack.",
            "This file is compressed in a way that is not used in decks.",
            "Pack it as an ordinary zip, or with bemot deck pack.",
        ),
        "zip-path": Rule(
            "error",
            "Filens namn pekar ut ur leken eller fungerar inte på alla datorer.",
            "Öppna det inte om du inte vet varifrån det kommer; annars byt namn på filen och packa om.",
            "The file's name points out of the deck or does not work on every computer.",
            "Do not open it unless you know where it comes from; else rename the file and pack again.",
        ),
        "zip-link": Rule(
            "error",
            "Det här är en länk eller enhet, ingen vanlig fil.",
            "Lägg själva filen i leken och packa om.",
            "This is a link or a device, no ordinary file.",
            "Put the file itself in the deck and pack again.",
        ),
        "zip-twice": Rule(
            "error",
            "Två filer i paketet får samma namn på en del datorer.",
            "Byt namn på den ena och packa om.",
            "Two files in the package get the same name on some computers.",
            "Rename one of them and pack again.",
        ),
        "zip-nested": Rule(
            "error",
            "Det ligger ett annat paket i paketet.",
            "Packa en lek i taget, bara med lekens egna filer.",
            "There is another package in the package.",
            "Pack one deck at a time, with the deck's own files only.",
        ),
        "zip-stamp": Rule(
            "error",
            "Leken är packad och går inte att stämpla.",
            "Packa upp den först: bemot deck unpack.",
            "The deck is packed and cannot be stamped.",
            "Unpack it first: bemot deck unpack.",
        ),
    }
)

PICTURES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "picture-type": Rule(
            "warning",
            "Filen visas inte: bilder är png, jpeg eller webp.",
            "Spara om den som png.",
            "The file is not shown: pictures are png, jpeg or webp.",
            "Save it again as png.",
        ),
        "picture-large": Rule(
            "error",
            "Bilden är större än {limit} KiB.",
            "Spara den mindre.",
            "The picture is larger than {limit} KiB.",
            "Save it smaller.",
        ),
        "picture-wide": Rule(
            "error",
            "Bilden är {width} × {height} bildpunkter, längsta sidan får vara {limit}.",
            "Förminska den.",
            "The picture is {width} × {height} pixels, the longest side may be {limit}.",
            "Scale it down.",
        ),
        "picture-broken": Rule(
            "error",
            "Filen är ingen {kind}-bild, vad den än heter.",
            "Öppna den i ett bildprogram och spara den på nytt.",
            "The file is no {kind} picture, whatever its name says.",
            "Open it in a picture editor and save it again.",
        ),
    }
)
