"""Builds small decks: one good deck as text, and edits that break one thing at a time."""

from dataclasses import dataclass
from pathlib import Path

COVER = """\
slug: prov
version: 1.0.0
source: sv
languages: [sv, en]
licence: CC-BY-SA-4.0
authors: [Bemöt]
title: {sv: Prov, en: Trial}
description: {sv: En lek att prova med., en: A deck to try with.}
themes:
  vantan: {sv: Väntan, en: Waiting}
facilitator:
  sv: Öppna lugnt och stäng med ett tack.
  en: Open calmly and close with thanks.
"""

CARD = """\
id: femte-samtalet
rev: 1
status: reviewed
kind: dilemma
themes: [vantan]
setting: external  # the customer is outside the house
channel: phone
roles: [reception]
heat: 1
minutes: 12
text:
  sv:
    title: Femte samtalet
    situation: >-
      Du sitter i växeln. Kerstin ringer för femte gången den här veckan om samma sak. Hon låter trött och du hör att
      hon har gråtit. Tre andra väntar i kön. Du vet att svaret dröjer en vecka till. Nu frågar hon vad du tänker göra.
    options:
      - text: Jag säger som det är och lovar att ringa på fredag.
        speaks_for: Ett ärligt besked går att leva med.
        values: [ärlighet]
      - text: Jag lyssnar klart och tar reda på mer medan hon väntar.
        speaks_for: Den som blir hörd blir lugnare.
    questions:
      - Vad behöver Kerstin mest?
      - Vad händer med de tre i kön?
    twist: Tänk om Kerstin är din granne?
    perspective: Ett löfte om tid är också ett besked. Den som väntar utan att veta något ringer igen.
    prevent: Ring själv upp innan den utlovade dagen har gått.
    facilitator: Någon kan känna igen sig i att inte orka. Låt det vara så.
  en:
    of: "6f8f44a1c97c"
    title: The fifth call
    situation: >-
      You sit at the switchboard. Kerstin calls for the fifth time this week about the same thing. She sounds tired and
      you hear that she has been crying. Three others wait. You know the answer will take a week more. What will you do?
    options:
      - text: I tell her how it is and promise to call on Friday.
        speaks_for: An honest answer can be lived with.
        values: [honesty]
      - text: I listen to the end and find out more while she waits.
        speaks_for: Who is heard grows calmer.
    questions:
      - What does Kerstin need most?
      - What happens to the three who wait?
    twist: What if Kerstin is your neighbour?
    perspective: A promise of a time is an answer too. Whoever waits without knowing calls again.
    prevent: Call first, before the promised day has gone.
    facilitator: Somebody may know the feeling of having no strength left. Let it be so.
"""  # noqa: E501

SCALE = """\
id: dagsform
rev: 1
status: reviewed
kind: scale
themes: [vantan]
practice: true
text:
  sv:
    title: Dagsform
    situation: Var är du på skalan just nu, på jobbet?
    low: tungt
    high: lätt
  en:
    of: "2e9a2ce932d2"
    title: How are you today
    situation: Where are you on the scale right now, at work?
    low: heavy
    high: light
"""

MIRROR = """\
id: tacka
rev: 1
status: reviewed
kind: mirror
text:
  sv:
    title: Tacka
    situation: Hur ofta tackar vi varandra för något bestämt?
    questions: [När hände det senast?]
  en: {title: Thank, situation: How often do we thank each other for something?, questions: [When was it last?]}
"""  # noqa: E501

QUESTION = """\
id: forsta-dagen
rev: 1
status: reviewed
kind: question
text:
  sv:
    title: Första dagen
    situation: Vad minns du av bemötandet din första dag?
    twist: Tänk om du var chef den dagen?
  en:
    title: The first day
    situation: What do you remember of your first day?
    twist: What if you were the manager that day?
"""

PLEDGE = """\
id: tre-sekunder
rev: 1
status: reviewed
kind: pledge
text:
  sv: {title: Tre sekunder, when: någon är arg, then: vänta tre sekunder innan jag svarar}
  en: {title: Three seconds, when: somebody is angry, then: wait three seconds before I answer}
"""

RANKING = """\
id: viktigast
rev: 1
status: reviewed
kind: ranking
text:
  sv:
    title: Viktigast i luren
    situation: Någon ringer för första gången. Vad väger tyngst för dig?
    options:
      - {text: Att svara fort, speaks_for: Den som väntar tror att ingen är där.}
      - {text: Att låta lugn, speaks_for: En lugn röst smittar.}
      - {text: Att säga vad som händer sedan, speaks_for: Den som vet slipper gissa.}
    questions: [Vad valde du bort?, Hur är det hos er?]
  en:
    title: What matters on the phone
    situation: Somebody calls for the first time. What weighs most for you?
    options:
      - {text: To answer fast, speaks_for: Whoever waits thinks nobody is there.}
      - {text: To sound calm, speaks_for: A calm voice is catching.}
      - {text: To say what comes next, speaks_for: Whoever knows need not guess.}
    questions: [What did you leave out?, What is it like where you work?]
"""

FACT = """\
id: klarsprak
rev: 1
status: reviewed
kind: fact
text:
  sv:
    title: Klarspråk är lag
    situation: Språket i offentlig verksamhet ska vara vårdat, enkelt och begripligt.
    questions: [Vad är svårast att säga enkelt?, Vem läser det ni skriver?]
    refs: [{label: Språklagen (2009:600), paragraph: 11 §, checked_on: 2026-11-22}]
  en:
    title: Plain language is law
    situation: Language in the public sector is to be cultivated, simple and comprehensible.
    questions: [What is hardest to say simply?, Who reads what you write?]
    refs: [{label: Language Act (2009:600), paragraph: section 11, checked_on: 2026-11-22}]
"""

EXERCISE = """\
id: en-sak
rev: 1
status: reviewed
kind: exercise
text:
  sv:
    title: En sak jag har sett
    situation: Berätta för grannen om en sak du har sett någon göra bra.
    steps: [Tänk en minut., Berätta i två minuter., Byt.]
  en:
    title: One thing I have seen
    situation: Tell your neighbour one thing you have seen somebody do well.
    steps: [Think for a minute., Tell it in two minutes., Change.]
"""

TWIST = """\
id: nagon-filmar
rev: 1
status: reviewed
kind: twist
text:
  sv: {title: Någon filmar, twist: Tänk om någon filmar?}
  en: {title: Somebody is filming, twist: What if somebody is filming?}
"""

CARD_FILE = "cards/femte-samtalet.yaml"


@dataclass(frozen=True)
class DeckFolder:
    """A deck's folder under construction."""

    path: Path

    def write(self, name: str, text: str | bytes) -> "DeckFolder":
        """Puts a file there, whatever it holds."""
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return self

    def edit(self, name: str, old: str, new: str) -> "DeckFolder":
        """Replaces the one place where `old` stands."""
        text = self.read(name)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        return self.write(name, text.replace(old, new))

    def read(self, name: str) -> str:
        return (self.path / name).read_bytes().decode()


def good_deck(folder: Path, slug: str = "prov") -> DeckFolder:
    """A deck with one dilemma, without errors or warnings."""
    deck = DeckFolder(folder / slug)
    return deck.write("deck.yaml", COVER.replace("slug: prov", f"slug: {slug}")).write(CARD_FILE, CARD)


def every_kind(folder: Path) -> DeckFolder:
    """A deck with one card of each kind; some translations are not stamped."""
    deck = good_deck(folder)
    for text in (SCALE, MIRROR, QUESTION, PLEDGE, RANKING, FACT, EXERCISE, TWIST):
        deck.write(f"cards/{text.splitlines()[0].removeprefix('id: ')}.yaml", text)
    return deck
