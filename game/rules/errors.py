"""What is refused, and in which words.

    Refused                 a command that the rules do not grant: a code and a sentence
      Stale                 it speaks of a phase that is no longer open
      NotAllowed            this station may not ask for it
      Missing               it names something that is not there
      Malformed             it does not make sense in itself

A code is stable: clients and tests may rely on it. The sentence is for people, in every language we ship.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType


class Refused(Exception):
    """A command that was not granted. Nothing has changed. `more` is what stands after the code's own
    sentence, where the room knows a way: language -> text.
    """

    def __init__(self, code: str, more: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.more = more or {}

    @property
    def message(self) -> dict[str, str]:
        """The sentence for people: language -> text."""
        return {
            language: " ".join(filter(None, (text, self.more.get(language))))
            for language, text in SENTENCES[self.code].items()
        }


class Stale(Refused):
    """The phase or vote that the command names is not open any more."""


class NotAllowed(Refused):
    """Not for this station, or not now."""


class Missing(Refused):
    """The command names a seat, team, card, note or station that is not there."""


class Malformed(Refused):
    """The command contradicts itself or its card."""


def where_room_is(roomy: Sequence[int], free: int | None) -> dict[str, str]:
    """For whoever finds a table full: the numbers of tables with room, and of one where nobody sits.

    >>> where_room_is((3, 5), 9)["en"]
    'There is room at tables 3 and 5. Table 9 is free, if you want to split up.'
    """
    sv, en = [], []
    if roomy:
        sv.append(f"Plats finns vid bord {_and(roomy, 'och')}.")
        en.append(f"There is room at {'table' if len(roomy) == 1 else 'tables'} {_and(roomy, 'and')}.")
    if free is not None:
        sv.append(f"Bord {free} är ledigt, om ni vill dela er.")
        en.append(f"Table {free} is free, if you want to split up.")
    return {"sv": " ".join(sv), "en": " ".join(en)}


def _and(numbers: Sequence[int], word: str) -> str:
    *most, last = map(str, numbers)
    return f"{', '.join(most)} {word} {last}" if most else last


def _table(*rows: tuple[str, str, str]) -> Mapping[str, Mapping[str, str]]:
    return MappingProxyType({code: MappingProxyType({"sv": sv, "en": en}) for code, sv, en in rows})


SENTENCES: Mapping[str, Mapping[str, str]] = _table(
    # the phase has moved on
    (
        "wrong_phase",
        "Det går inte i det här steget. Skärmen visar vad som går att göra nu.",
        "That cannot be done in this step. The screen shows what can be done now.",
    ),
    (
        "wrong_round",
        "Omröstningen har gått vidare, så den rösten räknades inte. Rösta i den som är öppen.",
        "The vote has moved on, so that vote was not counted. Vote in the one that is open.",
    ),
    (
        "vote_closed",
        "Omröstningen är stängd. En stängd omröstning öppnas aldrig igen.",
        "The vote is closed. A closed vote is never opened again.",
    ),
    (
        "vote_open",
        "Omröstningen är fortfarande öppen. Stäng den först.",
        "The vote is still open. Close it first.",
    ),
    ("room_closed", "Rummet är stängt. Tack för i dag.", "The room is closed. Thank you for today."),
    (
        "paused",
        "Sessionen är pausad. Den fortsätter när spelledaren trycker Fortsätt.",
        "The session is paused. It goes on when the host presses Continue.",
    ),
    (
        "timeout_open",
        "Bordet har tagit time-out. Välj hur ni vill gå vidare först.",
        "The table has called a time-out. Choose how to go on first.",
    ),
    (
        "plan_changed",
        "Någon annan har just ändrat programmet. Titta på det som det är nu och gör om.",
        "Somebody else has just changed the programme. Look at it as it is now and do it again.",
    ),
    (
        "plan_over",
        "Ett bord är redan klart med hela programmet, så det går inte att lägga till något mer.",
        "A table has already finished the whole programme, so nothing more can be added.",
    ),
    ("no_timeout", "Det är ingen time-out just nu.", "There is no time-out right now."),
    ("not_paused", "Det är ingen paus just nu.", "Nothing is paused right now."),
    # not for this station
    ("not_allowed", "Den här skärmen får inte göra det.", "This screen may not do that."),
    (
        "lead_only",
        "Det gör den som leder sessionen. Be hen, eller ta över om hen är borta.",
        "That is for whoever leads the session. Ask them, or take over if they are gone.",
    ),
    (
        "lead_here",
        "Den som leder är kvar. Du kan ta över när hen har varit borta i en minut.",
        "Whoever leads is here. You can take over when they have been gone for a minute.",
    ),
    ("not_your_seat", "Den platsen hör till en annan skärm.", "That seat belongs to another screen."),
    (
        "reader_only",
        "Det gör kortläsaren vid det här bordet. Kortläsarens symbol syns på skärmen.",
        "That is for this table's card reader, whose symbol is on the screen.",
    ),
    (
        "writer_only",
        "Det gör skrivaren vid det här bordet. Skrivarens symbol syns på skärmen.",
        "That is for this table's writer, whose symbol is on the screen.",
    ),
    (
        "name_a_table",
        "I bordens egen takt går varje bord för sig. Välj vilket bord det gäller.",
        "At the tables' own pace each goes by itself. Choose which table it concerns.",
    ),
    (
        "follows_hall",
        "Det bordet följer de andra. Öppna nästa steg för alla.",
        "That table follows the others. Open the next step for everybody.",
    ),
    ("host_only", "Det gör spelledaren i den här takten.", "In this pace that is for the host."),
    (
        "host_here",
        "Spelledaren är kvar. Det går att fortsätta själva när spelledaren varit borta i tre minuter.",
        "The host is here. You can go on by yourselves when the host has been gone for three minutes.",
    ),
    (
        "listener",
        "Den här platsen lyssnar på det här kortet, eftersom den inte var med i första omröstningen. "
        "Prata gärna med – på nästa kort röstar ni alla.",
        "This seat listens on this card, because it was not part of the first vote. Do join the talk – "
        "on the next card everybody votes.",
    ),
    (
        "seat_away",
        "Platsen är markerad som borta. Markera den som tillbaka först.",
        "That seat is marked away. Mark it as back first.",
    ),
    # not there
    ("unknown_seat", "Den platsen finns inte vid bordet.", "There is no such seat at the table."),
    ("unknown_team", "Det bordet finns inte i rummet.", "There is no such table in the room."),
    ("unknown_station", "Den skärmen finns inte i rummet.", "There is no such screen in the room."),
    ("unknown_card", "Det kortet finns inte i högen.", "That card is not in the pile."),
    ("unknown_option", "Det svaret finns inte på det här kortet.", "There is no such answer on this card."),
    ("unknown_note", "Den anteckningen finns inte.", "There is no such note."),
    ("unknown_prompt", "Den frågan finns inte på det här kortet.", "There is no such prompt on this card."),
    ("unknown_text", "Den texten finns inte på väggen.", "There is no such text for the wall."),
    (
        "once_only",
        "Ram, incheckning, skörd, löfte och efterprat finns högst en gång var i ett program.",
        "The frame, check-in, harvest, pledge and debrief stand at most once each in a programme.",
    ),
    ("already_asked", "Ni har redan bett om mer tid.", "You have already asked for more time."),
    (
        "enough_notes",
        "Tre anteckningar räcker för ett kort. Ändra en av dem i stället.",
        "Three notes are enough for one card. Change one of them instead.",
    ),
    (
        "enough_suggestions",
        "Härifrån har redan skickats så många egna kort som ryms. Spara texten till nästa gång.",
        "As many cards of your own as there is room for have been sent from here. Keep the text until later.",
    ),
    (
        "no_note_text",
        "Anteckningen är tom. Skriv något, eller gå vidare utan.",
        "The note is empty. Write something, or go on without one.",
    ),
    ("no_card", "Det finns inget kort på bordet.", "There is no card on the table."),
    (
        "no_cards_left",
        "Högen är slut. Hoppa över steget eller välj fler kortlekar nästa gång.",
        "The pile is empty. Skip this step, or choose more decks next time.",
    ),
    # does not make sense
    ("text_without_own", "Text hör bara till ett eget svar.", "Text belongs only to an answer of one's own."),
    (
        "wrong_sum",
        "Summan stämmer inte med antalet platser vid bordet. Räkna korten en gång till.",
        "The sum does not match the seats at the table. Count the cards once more.",
    ),
    (
        "wrong_way",
        "Det här bordet röstar på ett annat sätt just nu. Byt sätt vid bordet först.",
        "This table votes in another way right now. Change the way at the table first.",
    ),
    (
        "cards_up_alone",
        "Kort upp behöver minst två platser vid samma skärm.",
        "Cards up needs at least two seats at one screen.",
    ),
    (
        "half_pledge",
        "Ett löfte behöver båda delarna: När … så ska jag …",
        "A pledge needs both parts: When … I will …",
    ),
    (
        "no_pledge",
        "De orden öppnar inget löfte här. Kontrollera stavningen, och att de hör till den förra träffen.",
        "Those words open no pledge here. Check the spelling, and that they are from the session before.",
    ),
    (
        "not_over",
        "Sessionen pågår än. Avsluta den först, så går det att följa upp.",
        "The session is still running. End it first, then it can be followed up.",
    ),
    (
        "receipt_taken",
        "De tre orden är redan ett kvitto i det här rummet. Lova igen, så lottas nya ord.",
        "These three words are a receipt in this room already. Pledge again, and new words are drawn.",
    ),
    (
        "heavy_card",
        "Det är ett tungt kort. Svara först på om ni är redo för det.",
        "That is a heavy card. Answer first whether you are ready for it.",
    ),
    (
        "already_swapped",
        "Bordet har redan bytt ett kort i det här blocket. Ta en time-out om kortet inte går att prata om.",
        "The table has already swapped one card in this block. Call a time-out if you cannot talk about it.",
    ),
    (
        "too_late_to_swap",
        "Kortet går att byta fram till första rösten. Därefter finns time-out.",
        "A card can be swapped until the first vote. After that there is the time-out.",
    ),
    (
        "no_grounds",
        "Så få svar kan inte visas utanför bordet. Det behövs fler.",
        "So few answers cannot be shown outside the table. More are needed.",
    ),
    (
        "card_ahead",
        "Ett bord har inte röstat klart på det kortet, så det visas inte än. Se vilket under Resultat.",
        "A table has not finished voting on that card, so it is not shown yet. Results tells which table.",
    ),
    # full or locked
    (
        "room_locked",
        "Rummet är låst för nya skärmar. Be spelledaren låsa upp.",
        "The room is locked for new screens. Ask the host to unlock it.",
    ),
    ("room_full", "Rummet är fullt. Be spelledaren om hjälp.", "The room is full. Ask the host for help."),
    (
        "team_full",
        "Bordet är fullt: åtta platser är det mesta ett samtal klarar. Välj ett annat bord.",
        "The table is full: eight seats is the most a talk can hold. Choose another table.",
    ),
    (
        "last_seat",
        "En skärm behöver minst en plats. Lämna rummet i stället.",
        "A screen needs at least one seat. Leave the room instead.",
    ),
    (
        "solo_seat",
        "En egen skärm har en plats. Välj delad skärm för fler.",
        "A screen of one's own has one seat. Choose a shared screen for more.",
    ),
    # at the door and on the wire (the server raises these with the same words)
    (
        "unknown_code",
        "Ingen öppen session har den koden. Kontrollera koden med spelledaren.",
        "No open session has that code. Check the code with the host.",
    ),
    (
        "wrong_host_key",
        "Nyckeln stämmer inte, eller gäller inte längre. Se vad du skrev upp, eller fråga den som leder.",
        "The key is not right, or no longer valid. Check what you wrote down, or ask whoever leads.",
    ),
    (
        "unknown_token",
        "Den här skärmen känns inte igen längre. Gå med igen med koden.",
        "This screen is not recognised any more. Join again with the code.",
    ),
    (
        "removed",
        "Spelledaren har tagit bort den här skärmen. Det går att gå med igen med koden.",
        "The host has removed this screen. You may join again with the code.",
    ),
    ("barred", "Spelledaren har spärrat den här skärmen.", "The host has barred this screen."),
    (
        "wrong_protocol",
        "Klienten och servern har olika versioner. Installera samma version av Bemöt på båda.",
        "Client and server are of different versions. Install the same version of Bemöt on both.",
    ),
    (
        "malformed",
        "Meddelandet gick inte att förstå. Uppdatera klienten om det händer igen.",
        "The message could not be understood. Update the client if it happens again.",
    ),
    ("too_large", "Meddelandet är för stort.", "The message is too large."),
    ("not_joined", "Skärmen har inte gått med i något rum än.", "This screen has not joined a room yet."),
    (
        "too_fast",
        "Det går för fort. Vänta ett ögonblick och försök igen.",
        "That is too fast. Wait a moment and try again.",
    ),
    (
        "too_many_tries",
        "För många försök från den här datorn. Vänta en minut.",
        "Too many tries from this computer. Wait a minute.",
    ),
    (
        "storage",
        "Servern kunde inte spara. Inget är räknat; det skickas igen när det går.",
        "The server could not save. Nothing was counted; it is sent again when possible.",
    ),
    (
        "stopping",
        "Servern startar om. Allt som är sparat finns kvar.",
        "The server is restarting. All that was saved remains.",
    ),
    (
        "internal",
        "Något gick fel på servern. Inget har räknats; försök igen.",
        "Something went wrong on the server. Nothing was counted; try again.",
    ),
    (
        "unknown_preset",
        "Det programmet finns inte. Välj ett av dem som listas.",
        "There is no such programme. Choose one of those listed.",
    ),
    (
        "unknown_deck",
        "Den kortleken finns inte på servern. Välj en av dem som listas.",
        "There is no such deck on the server. Choose one of those listed.",
    ),
    (
        "broken_deck",
        "Kortleken har fel och kan inte spelas. Kör bemot deck check för att se vad som behöver rättas.",
        "The deck has errors and cannot be played. Run bemot deck check to see what needs mending.",
    ),
    (
        "empty_deck",
        "Kortlekarna har inga kort som går att spela i det programmet.",
        "The decks hold no cards that can be played in that programme.",
    ),
)
