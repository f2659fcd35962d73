"""What a designer is told inside the workbook: a hint at each cell, a sheet that explains."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from game.cards.format import KINDS
from game.cards.tables.columns import CHOICES, Column, Field
from game.cards.tables.shape import kinds_needing, kinds_requiring, kinds_with, limits, most

_TELLS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "id": (
            "Kortets namn för datorn: a–z, siffror och bindestreck. Ändra det aldrig sedan.",
            "The card's name to the computer: a–z, digits, hyphens. Never change it later.",
        ),
        "kind": (
            "Kortets sort; den avgör vilka kolumner som gäller.",
            "The kind; it decides which columns count.",
        ),
        "status": (
            "draft = utkast, reviewed = granskat och spelbart, retired = används inte längre.",
            "draft, reviewed = may be played, retired = no longer used.",
        ),
        "rev": (
            "Höjs när texten ändras. Importen gör det åt dig. Tomt för ett nytt kort.",
            "Raised when the text changes. The import does it for you. Empty for a new card.",
        ),
        "themes": (
            "Namn på teman från bladet Lek, med komma emellan.",
            "Names of themes from the sheet Deck, with commas between.",
        ),
        "setting": (
            "external = möte med någon utanför huset, internal = mellan kollegor.",
            "external = with somebody from outside, internal = between colleagues.",
        ),
        "channel": ("Var mötet sker.", "Where the encounter takes place."),
        "roles": (
            "Vilka kortet är skrivet för, till exempel reception, caretaker; everyone för alla.",
            "Whom the card is written for, such as reception, caretaker; everyone for all.",
        ),
        "heat": (
            "1 mild, 2 känns, 3 het. Högst en femtedel är 3.",
            "1 mild, 2 felt, 3 hot. At most a fifth are 3.",
        ),
        "minutes": ("Hur länge kortet brukar ta, 1–60.", "How long the card takes, 1–60."),
        "practice": (
            "ja om kortet passar som provkort; då är hettan 1.",
            "yes if it suits a first try; heat is then 1.",
        ),
        "of": (
            "Fylls i av datorn. Visar vilken källtext översättningen gjordes från. Rör den inte.",
            "Filled in by the computer. Says which source text was translated. Leave it alone.",
        ),
        "title": ("Kort och lätt att säga högt.", "Short and easy to say aloud."),
        "situation": (
            "Du-form, presens, högst en person med förnamn. Slutar vid beslutet.",
            "You-form, present tense, at most one first name. Ends at the decision.",
        ),
        "low": ("Vad 1 betyder.", "What 1 means."),
        "high": ("Vad 10 betyder.", "What 10 means."),
        "options.text": (
            "Ett sätt att göra som en klok person kunde välja. Ungefär lika långa.",
            "A way to act that a wise person could choose. About equally long.",
        ),
        "options.speaks_for": (
            "Det bästa som kan sägas för alternativet.",
            "The best that can be said for it.",
        ),
        "options.values": ("Vad det värnar, med komma emellan.", "What it cares for, with commas between."),
        "questions": ("En fråga att tala vidare om.", "A question to go on with."),
        "steps": ("Ett steg i övningen, i ordning.", "One step of the exercise, in order."),
        "twist": ("Tänk om …", "What if …"),
        "when": ("Löftets När …", "The pledge's When …"),
        "then": ("Löftets så ska jag …", "The pledge's then I will …"),
        "perspective": ("Att överväga efteråt. Inget facit.", "To consider afterwards. No answer key."),
        "prevent": ("Vad som kunde ha gjorts tidigare.", "What could have been done earlier."),
        "facilitator": ("Bara för spelledaren: vad kan väckas, hur landar man.", "For the facilitator only."),
        "read_aloud": ("Hur kortet läses högt, om det skiljer sig.", "How to read it aloud, if different."),
        "warn": ("Om kortet kan kännas svårt för någon.", "If the card may be hard for somebody."),
        "alt": ("Vad bilden visar, om kortet har en bild.", "What the picture shows, if there is one."),
        "refs.label": ("Lag eller policy som kortet lutar sig mot.", "A law or policy the card leans on."),
        "refs.paragraph": ("Till exempel 11 §.", "Such as section 11."),
        "refs.checked_on": (
            "Dagen du läste att det stämmer, 2026-11-22.",
            "The day you read it is so, 2026-11-22.",
        ),
    }
)
_KINDS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "dilemma": ("en situation och två till fem sätt att göra", "a situation and two to five ways to act"),
        "mirror": ("”Hur ofta gör vi …”, från mycket ofta till mycket sällan", "“How often do we …”"),
        "scale": ("en fråga som besvaras från 1 till 10", "a question answered from 1 to 10"),
        "ranking": ("tre till fem saker att sätta i ordning", "three to five things to put in order"),
        "question": ("en fråga att prata om, utan röstning", "a question to talk about, no vote"),
        "fact": ("något som är så, med hänvisning", "something that is so, with a reference"),
        "twist": ("ett ”Tänk om” att lägga på vilket kort som helst", "a “What if” to put on any card"),
        "exercise": ("något att göra tillsammans, steg för steg", "something to do together, step by step"),
        "pledge": ("början på ett löfte: När … så ska jag …", "the start of a pledge: When … then I will …"),
    }
)
_INTRO: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "sv": (
            "SÅ HÄR FUNKAR ARBETSBOKEN",
            "Varje rad på bladet Kort är ett kort. Språken står bredvid varandra: Titel (sv), Titel (en). "
            "Bladet Lek säger vad leken heter, på vilka språk den finns och vilka teman den har. Ett nytt "
            "tema: skriv Tema: i första kolumnen på en rad där, och temats namn i språkens kolumner. Korten "
            "får sedan dess namn i kolumnen Teman.",
            "Kort dras i slumpad ordning, så radernas ordning betyder inget; nästa gång leken skrivs ut hit "
            "står de i bokstavsordning efter Id. Ett kort med Status draft får vara ofärdigt: det sparas men "
            "spelas inte. Skriv reviewed när det är färdigt och någon mer har läst det.",
            "Grå cell: kortets sort har inte det fältet. Gul cell: något saknas eller är för kort. "
            "Röd cell: texten är för lång. Markera en cell så visas vad som ska stå där.",
            "Du får flytta, dölja och ta bort kolumner och lägga till egna anteckningskolumner. En "
            "kolumn som du "
            "tagit bort ändras inte i leken; en cell som du tömt töms. Id ska finnas på varje rad.",
            "Skriv värden, inte formler, och sammanfoga inga celler. Ny rad i en cell: Alt+Enter. "
            "En apostrof (') före = + - eller @ betyder att texten är text; den följer inte med till kortet.",
            "Nytt språk: skriv språkkoden i raden Språk på bladet Lek, och lägg till en kolumn där och "
            "kolumnerna på bladet Kort. Enklare: bemot deck translate LEK fi -o lista.xlsx; den kan tas "
            "tillbaka lite i taget.",
            "Tillbaka till leken: bemot deck import FIL.xlsx LEK. Inget ändras förrän du har sagt ja, "
            "inga kort tas bort, och finns det fel skrivs ingenting: då får du veta blad, cell och vad du "
            "kan göra.",
        ),
        "en": (
            "HOW THE WORKBOOK WORKS",
            "Each row on the sheet of cards is a card. Languages stand side by side: Title (sv), Title (en). "
            "The sheet about the deck says what it is called, in which languages it is and which "
            "themes it has. A new theme: write Theme: in the first column of a row there, and the "
            "theme's name in the columns of the languages. The cards then get its name in the column Themes.",
            "Cards are drawn at random, so the order of the rows means nothing; the next time the deck is "
            "written here they stand in the order of their Ids. A card with Status draft may be unfinished: "
            "it is kept but not played. Write reviewed when it is finished and somebody else has read it.",
            "A grey cell: the card's kind does not have the field. Amber: something is missing or too short. "
            "Red: the text is too long. Choose a cell to see what belongs there.",
            "You may move, hide and remove columns and add columns for notes of your own. A column you "
            "have removed "
            "changes nothing in the deck; a cell you have emptied is emptied. Id must be there on every row.",
            "Write values, not formulas, and merge no cells. A new line in a cell: Alt+Enter. "
            "An apostrophe (') before = + - or @ means that the text is text; it does not come along "
            "to the card.",
            "A new language: write its code in the row Languages on the sheet about the deck, add a "
            "column there and "
            "the columns on the sheet of cards. Easier: bemot deck translate DECK fi -o list.xlsx, which may "
            "be taken back a little at a time.",
            "Back to the deck: bemot deck import FILE.xlsx DECK. Nothing changes until you have said "
            "yes, no cards "
            "are removed, and with errors nothing is written: you are told sheet, cell and what to do.",
        ),
    }
)
_HEADS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "sv": ("Kolumn", "Fältets namn", "Längd i tecken", "Behövs för (finns för)", "Vad som ska stå"),
        "en": ("Column", "Name of the field", "Characters", "Needed for (there for)", "What belongs there"),
    }
)


def tell(field: Field, tongue: str) -> str:
    """What belongs in the field, in a sentence."""
    name = ".".join(part for part in field.path if isinstance(part, str))
    return _TELLS[name][tongue != "sv"]


def lengths(field: Field, tongue: str) -> str:
    """Such as `180–450 (dilemma), 20–450`; empty when the field has no limit."""
    found = {kind: limits(kind, field.path) for kind in KINDS}
    spans: dict[str, list[str]] = {}
    for kind, limit in found.items():
        if limit is not None and limit.most:
            upto = "högst" if tongue == "sv" else "at most"
            span = f"{limit.least}–{limit.most}" if limit.least > 1 else f"{upto} {limit.most}"
            spans.setdefault(span, []).append(kind)
    if len(spans) < 2:
        return "".join(spans)
    usual = max(spans, key=lambda span: len(spans[span]))
    rest = [f"{span} ({', '.join(kinds)})" for span, kinds in spans.items() if span != usual]
    return ", ".join([*rest, usual])


def hint(column: Column, tongue: str) -> str:
    """What shows beside a chosen cell."""
    field = column.field
    length = lengths(field, tongue) if field.spoken and most(field.path) else ""
    unit = "tecken" if tongue == "sv" else "characters"
    return tell(field, tongue) + (f" {length} {unit}." if length else "")


def guide_rows(chosen: Sequence[Column], tongue: str) -> Iterator[tuple[str, ...]]:
    """The explaining sheet: how it works, the kinds, and each field once. A row of one cell "
    "is running text."""
    yield from ((line,) for line in _INTRO[tongue])
    yield ("",)
    yield ("SORTERNA",) if tongue == "sv" else ("THE KINDS",)
    for kind in CHOICES["kind"]:
        yield (f"{kind}: {_KINDS[kind][tongue != 'sv']}",)
    yield ("",)
    yield ("KOLUMNERNA",) if tongue == "sv" else ("THE COLUMNS",)
    yield _HEADS[tongue]
    seen: set[Field] = set()
    for column in chosen:
        if column.field not in seen:
            seen.add(column.field)
            yield _about(column, tongue)


def _about(column: Column, tongue: str) -> tuple[str, ...]:
    field = column.field
    label = field.label(tongue) + (" (sv)" if field.spoken else "")
    name = f"text.sv.{field.name}" if field.spoken else field.name
    if field.spoken:
        needing, having = kinds_needing(field.path), kinds_with(field.path)
    else:
        having = tuple(KINDS)
        needing = kinds_requiring(field.name)
    everyone = "alla" if tongue == "sv" else "all"
    needed = everyone if len(needing) == len(KINDS) else ", ".join(needing) or "–"
    whole = everyone if len(having) == len(KINDS) else ", ".join(having)
    there = "" if having == needing else f" ({whole})"
    length = lengths(field, tongue) if field.spoken else ""
    return label, name, length, needed + there, tell(field, tongue)
