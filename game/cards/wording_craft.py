"""What the check says about how a text is written, and about what will be played."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from game.cards.rule import Rule

CRAFT: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "left-over": Rule(
            "warning",
            "”{value}” ser ut som en minneslapp som blev kvar.",
            "Skriv färdigt eller ta bort det.",
            "“{value}” looks like a note to yourself that was left behind.",
            "Finish it or remove it.",
        ),
        "damaged": Rule(
            "warning",
            "”{value}” ser ut som en bokstav som gått sönder i fel teckenkodning.",
            "Skriv om ordet och spara filen som UTF-8.",
            "“{value}” looks like a letter that was damaged by a wrong encoding.",
            "Write the word again and save the file as UTF-8.",
        ),
        "odd-letter": Rule(
            "warning",
            "Här finns ett tecken som inte syns ({point} {name}), ofta inklistrat från Word.",
            "Ta bort det: skriv om orden runt det.",
            "There is a character here that cannot be seen ({point} {name}), often pasted from Word.",
            "Remove it: write the words round it again.",
        ),
        "wrong-language": Rule(
            "warning",
            "Texten står under ”{language}” men ser ut att vara på ”{other}”.",
            "Byt plats på texterna eller översätt den.",
            "The text stands under “{language}” but looks as if it is in “{other}”.",
            "Swap the texts or translate it.",
        ),
        "alike": Rule(
            "warning",
            "Detta är nästan samma som nummer {other}.",
            "Låt var och en säga något eget, eller ta bort den ena.",
            "This is nearly the same as number {other}.",
            "Let each say something of its own, or remove one.",
        ),
        "many-names": Rule(
            "warning",
            "Situationen har flera namn: {names}.",
            "Namnge högst en; kalla de andra för vad de är, till exempel din kollega.",
            "The situation has several names: {names}.",
            "Name one at most; call the others what they are, for example your colleague.",
        ),
        "mirror-form": Rule(
            "warning",
            "Svaren går från mycket ofta till mycket sällan men frågan börjar inte med ”Hur ofta”.",
            "Skriv den som ”Hur ofta gör vi …?”.",
            "The answers run from very often to very seldom but the question has no “How often”.",
            "Write it as “How often do we …?”.",
        ),
        "pledge-form": Rule(
            "warning",
            "Spelet skriver själv ”När … så ska jag …”; här står ”{value}” en gång till.",
            "Ta bort ”{value}”.",
            "The game itself writes “When … I will …”; here “{value}” stands once more.",
            "Remove “{value}”.",
        ),
        "law-without-ref": Rule(
            "warning",
            "Texten nämner en lag ({value}) men kortet har inga refs.",
            "Lägg till refs med label, paragraph och dagen någon kontrollerade (checked_on).",
            "The text names a law ({value}) but the card has no refs.",
            "Add refs with label, paragraph and the day somebody checked it (checked_on).",
        ),
        "ref-old": Rule(
            "warning",
            "Hänvisningen kontrollerades {day}, för mer än två år sedan.",
            "Läs efter om den fortfarande gäller och ändra checked_on.",
            "The reference was checked on {day}, more than two years ago.",
            "See whether it still holds and change checked_on.",
        ),
        "ref-future": Rule(
            "warning",
            "Hänvisningen ska ha kontrollerats {day}, en dag som inte har varit.",
            "Rätta checked_on.",
            "The reference is said to be checked on {day}, a day that has not been.",
            "Correct checked_on.",
        ),
        "refs-missing": Rule(
            "warning",
            "Här är {actual} refs men {expected} på ”{language}”.",
            "Ha samma hänvisningar på alla språk.",
            "The refs here are {actual} but in “{language}” {expected}.",
            "Have the same references in every language.",
        ),
        "translation-extra": Rule(
            "warning",
            "Fältet ”{name}” finns här men inte på ”{language}”.",
            "Skriv det där också, eller ta bort det här.",
            "The field “{name}” is here but not in “{language}”.",
            "Write it there too, or remove it here.",
        ),
        "untranslated": Rule(
            "warning",
            "Texten är densamma som på ”{language}”.",
            "Översätt den.",
            "The text is the same as in “{language}”.",
            "Translate it.",
        ),
        "facilitator-missing": Rule(
            "warning",
            "Kortet har heat {heat} men den som leder får ingen hjälp (facilitator).",
            "Skriv varför det kan bli hett, vad som kan komma upp och hur ni landar.",
            "The card has heat {heat} but whoever leads gets no help (facilitator).",
            "Write why it may get hot, what may surface and how to land.",
        ),
        "draft": Rule(
            "warning",
            "Kortet är ett utkast och spelas inte.",
            "Sätt status till reviewed när någon mer har läst det.",
            "The card is a draft and is not played.",
            "Set status to reviewed when somebody else has read it.",
        ),
        "nothing-played": Rule(
            "warning",
            "Inget kort i leken spelas: alla är utkast eller utgångna.",
            "Sätt status till reviewed på minst ett kort.",
            "No card in the deck is played: all are drafts or retired.",
            "Set status to reviewed on at least one card.",
        ),
        "same-text": Rule(
            "warning",
            "Fältet ”{name}” är detsamma som i {other}.",
            "Skriv något eget, så att korten går att skilja åt.",
            "The field “{name}” is the same as in {other}.",
            "Write something of its own, so that the cards can be told apart.",
        ),
        "steps-differ": Rule(
            "error",
            "Här är {actual} steg men {expected} på ”{language}”.",
            "Ha samma steg i samma ordning på alla språk.",
            "There are {actual} steps here but {expected} in “{language}”.",
            "Have the same steps in the same order in every language.",
        ),
    }
)
