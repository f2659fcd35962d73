"""The sentences of `/privacy` that are the same however a server is set up, in Swedish and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from game.rules.opened import MIN_K_SEATS, Settings
from server.store.purposes import Both

_K: Final = Settings.model_fields["k_seats"].default
_TABLES: Final = Settings.model_fields["k_tables"].default

TITLES: Final[Mapping[str, Both]] = MappingProxyType(
    {
        "page": ("Vad sparas?", "What is stored?"),
        "short": ("I korthet", "In short"),
        "stored": ("Vad som ligger i serverns databas", "What lies in the server's database"),
        "time": ("Hur länge", "For how long"),
        "memory": ("Vad som bara finns i minnet, och i loggen", "What is only in memory, and in the log"),
        "operator": ("Vad den som driver servern kan se", "What whoever runs the server can see"),
        "network": ("På nätet", "On the network"),
        "machines": ("På deltagarnas datorer", "On the participants' machines"),
        "rights": ("Se, ta ut och radera", "See, take out and erase"),
    }
)

IN_SHORT: Final[tuple[Both, ...]] = (
    (
        "Ingen frågar efter namn, e-post, konto eller personnummer. En plats är en symbol vid ett bord.",
        "Nobody asks for a name, an e-mail address, an account or an identity number. A seat is a symbol at "
        "a "
        "table.",
    ),
    (
        "När ett kort är jämfört kan ingen ta reda på vem som valde vad: inte bordet, inte spelledaren, inte "
        "den som driver servern.",
        "Once a card has been compared nobody can find out who chose what: not the table, not the host, not "
        "whoever runs the server.",
    ),
    (
        "Det som skrivs fritt sparas som det skrevs. Skriv inga namn och inget som pekar ut någon.",
        "What is typed is kept as it was typed. Write no names and nothing that points somebody out.",
    ),
    (
        f"Tal lämnar ett bord bara som summor över minst {_K} platser vid {_TABLES} bord; i ett rum med ett "
        "enda "
        "stort lag gäller bara antalet platser. Den som gör ett rum får höja båda talen för det rummet. "
        "Sedan kan ingen ändra dem, och ingen kan ställa antalet platser "
        f"under {MIN_K_SEATS}.",
        f"Numbers leave a table only as sums over at least {_K} seats at {_TABLES} tables; in a room with "
        "one "
        "big team only the number of seats counts. Whoever makes a room may raise both numbers for it. "
        "After that nobody can change them, and nobody can set the number of seats "
        f"below {MIN_K_SEATS}.",
    ),
)

IN_MEMORY: Final[tuple[Both, ...]] = (
    (
        "Nätadresser räknas i minnet, så att ingen kan gissa koder i rad. De skrivs inte i databasen.",
        "Network addresses are counted in memory, so that nobody can guess codes by the thousand. They are "
        "not "
        "written to the database.",
    ),
    (
        "Vilka skärmar som är anslutna, och en plats eget val så länge det kan ändras och skärmen är "
        "ansluten.",
        "Which stations are connected, and a seat's own choice as long as it can be changed and its station "
        "is "
        "connected.",
    ),
    (
        "Serverns logg säger vad servern gör och var i programmet något gick fel, ibland med rummets lottade "
        "namn: aldrig vad någon skickade, aldrig en kod och aldrig en adress.",
        "The server's log says what the server does and where in the program something went wrong, sometimes "
        "with the room's drawn name: never what somebody sent, never a code and never an address.",
    ),
)

OPERATOR: Final[tuple[Both, ...]] = (
    (
        "Kan se: allt i tabellerna ovan, alltså vad bord har skrivit, hur ett bords röster föll, och de "
        "löften som delats på väggen.",
        "Can see: everything in the tables above, so what tables have written, how a table's votes fell, and "
        "the pledges that were shared on the wall.",
    ),
    (
        "Kan inte se: vem som valde vad på ett jämfört kort, vad ett löfte säger eller vems det är, eller "
        "vem någon plats är. Medan "
        "rummet är öppet går det att sluta sig till vilken skärm som skrev en anteckning eller tog en "
        "time-out.",
        "Cannot see: who chose what on a compared card, what a pledge says or whose it is, or who any seat "
        "is. While the "
        "room "
        "is open, which station wrote a note or called a time-out can be worked out.",
    ),
    (
        "Ett löfte låses på datorn där det skrivs, med kvittots tre ord. Orden skickas aldrig: den som "
        "vill läsa ett löfte ur databasen måste gissa dem, och varje gissning kostar tid och minne. Är de "
        "borta kan ingen öppna löftet.",
        "A pledge is sealed on the machine where it is written, with the three words of its receipt. The "
        "words are never sent: whoever wants to read a pledge out of the database must guess them, and every "
        "guess costs time and memory. If they are lost, nobody can open the pledge.",
    ),
    (
        "Medan en omröstning är öppen kan den som har serverns disk eller minne i sin hand koppla val till "
        "plats. En kopia som tas just då kan ha kvar det.",
        "While a vote is open, whoever holds the server's disk or memory could link choice and seat. A copy "
        "taken just then may keep it.",
    ),
    (
        "Är alla överens vet alla vad alla valde, och i ett mycket litet lag går det att gissa.",
        "If everybody agrees, everybody knows what everybody chose, and in a very small team one can guess.",
    ),
)

NETWORK: Final[tuple[Both, ...]] = (
    (
        "Inget skickas till någon annan än den här servern: ingen statistik, inga kakor, inga typsnitt eller "
        "skript utifrån.",
        "Nothing is sent to anybody but this server: no statistics, no cookies, no typefaces or scripts from "
        "elsewhere.",
    ),
)

MACHINES: Final[tuple[Both, ...]] = (
    (
        "Inställningar som språk och textstorlek, och adress och kod till senaste rummet.",
        "Settings such as language and text size, and the address and code of the last room.",
    ),
    (
        "Vägen tillbaka till platsen och kommandon som ännu inte fått svar, i en fil som bara den som är "
        "inloggad på datorn får läsa. På en delad dator är det alla som delar inloggningen.",
        "The way back to the seat and commands not yet answered, in a file that only whoever is logged in on "
        "the machine may read. On a shared machine that is everybody who shares the login.",
    ),
)

RIGHTS: Final[tuple[Both, ...]] = (
    (
        "bemot room export KOD skriver ut allt som finns om ett rum, med ett ord om varje fält.",
        "bemot room export CODE writes out everything there is about a room, with a word on every field.",
    ),
    (
        "bemot room purge KOD raderar ett rum helt, också medan servern är i gång. Vad en viss person har "
        "skrivit går inte att leta upp, "
        "eftersom inget säger vem som skrev.",
        "bemot room purge CODE erases a room completely, also while the server runs. What a certain person "
        "has written cannot be looked "
        "up, because nothing says who wrote.",
    ),
    (
        "Beslut om bordens egna dilemman ligger i en fil bredvid databasen: nummer och beslut, ingen text.",
        "Decisions about the tables' own dilemmas lie in a file beside the database: ids and verdicts, no "
        "text.",
    ),
)
