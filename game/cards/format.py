"""What a deck and its cards are: the schema that every file, stored deck and editor shares.

A deck is a cover (`deck.yaml`) and its cards (`cards/<id>.yaml`), each card with all its languages side by
side. The models are frozen, refuse unknown fields and strip the white space round every text. Lengths count
characters of the text a person sees. What needs two fields, two languages or two cards to judge is in
`game.cards.whole` and `game.cards.check`.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt, StringConstraints

Status: TypeAlias = Literal["draft", "reviewed", "retired"]
Setting: TypeAlias = Literal["external", "internal"]
Channel: TypeAlias = Literal["reception", "phone", "e-mail", "chat", "visit", "meeting", "corridor"]

Language: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Slug: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Version: TypeAlias = Annotated[
    str, StringConstraints(pattern=r"^[0-9]{1,6}\.[0-9]{1,6}\.[0-9]{1,6}([-+][0-9A-Za-z.+-]{1,40})?$")
]
SourceHash: TypeAlias = Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{12}( [0-9a-f]{6})*)?$")]
Name: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=40)]
Author: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=80)]
Prompt: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=120)]
Blurb: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=600)]
Guide: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=3000)]

MIRROR_ANSWERS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "sv": ("mycket ofta", "ofta", "ibland", "sällan", "mycket sällan"),
        "en": ("very often", "often", "sometimes", "seldom", "very seldom"),
    }
)
"""The five answers of every mirror card, most often first."""


class Model(BaseModel):
    """Frozen, closed to unknown fields, and blind to white space at the ends of a text."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Ref(Model):
    """A law or policy a card leans on, and the day somebody last checked that it still says so."""

    label: str = Field(min_length=1, max_length=80)
    paragraph: str = Field(default="", max_length=40)
    checked_on: date


class Option(Model):
    """One way to act that a decent person could choose."""

    text: str = Field(min_length=1, max_length=110)
    speaks_for: str = Field(min_length=1, max_length=140)
    values: tuple[Name, ...] = Field(default=(), max_length=6)


class Text(Model):
    """What every kind has in each language. `of` is a translation's: what it was made from (`current`)."""

    of: SourceHash = ""
    title: str = Field(min_length=1, max_length=40)
    facilitator: str = Field(default="", max_length=600)
    read_aloud: str = Field(default="", max_length=600)
    warn: str = Field(default="", max_length=160)
    alt: str = Field(default="", max_length=200)
    refs: tuple[Ref, ...] = Field(default=(), max_length=6)


class DilemmaText(Text):
    """A situation in you-form that ends at the decision, and two to five options."""

    situation: str = Field(min_length=180, max_length=450)
    options: tuple[Option, ...] = Field(min_length=2, max_length=5)
    questions: tuple[Prompt, ...] = Field(min_length=2, max_length=4)
    twist: str = Field(min_length=1, max_length=160)
    perspective: str = Field(min_length=1, max_length=500)
    prevent: str = Field(min_length=1, max_length=160)
    facilitator: str = Field(min_length=1, max_length=600)


class OpenText(Text):
    """A situation without options; the depth after it is optional."""

    situation: str = Field(min_length=20, max_length=450)
    questions: tuple[Prompt, ...] = Field(default=(), max_length=4)
    twist: str = Field(default="", max_length=160)
    perspective: str = Field(default="", max_length=500)
    prevent: str = Field(default="", max_length=160)


class ScaleText(OpenText):
    """A question answered from 1 to 10, with the words at the two ends."""

    low: str = Field(min_length=1, max_length=40)
    high: str = Field(min_length=1, max_length=40)


class MirrorText(OpenText):
    """`situation` is the statement, "Hur ofta gör vi …"; the answers are `MIRROR_ANSWERS`."""


class QuestionText(OpenText):
    """A question to talk about; nobody votes."""


class RankingText(OpenText):
    """A situation, and three to five things to put in order: what matters most comes first."""

    situation: str = Field(min_length=20, max_length=450)
    options: tuple[Option, ...] = Field(min_length=3, max_length=5)
    questions: tuple[Prompt, ...] = Field(min_length=2, max_length=4)


class FactText(OpenText):
    """Something that is so, told in plain words, with where it is said in `refs`; nobody votes."""

    questions: tuple[Prompt, ...] = Field(min_length=2, max_length=4)
    refs: tuple[Ref, ...] = Field(min_length=1, max_length=6)


class ExerciseText(OpenText):
    """Something to do together, step by step; nobody votes."""

    steps: tuple[Prompt, ...] = Field(min_length=2, max_length=5)


class TwistText(Text):
    """A "what if" that can be put on any situation."""

    twist: str = Field(min_length=1, max_length=160)
    questions: tuple[Prompt, ...] = Field(default=(), max_length=3)


class PledgeText(Text):
    """A starter for a pledge: "När … så ska jag …"."""

    when: str = Field(min_length=1, max_length=120)
    then: str = Field(min_length=1, max_length=120)
    questions: tuple[Prompt, ...] = Field(default=(), max_length=3)


class CardBase(Model):
    """What every card has whatever its language. `heat` runs from 1 (mild) to 3; `minutes` is a plan."""

    id: Slug
    rev: StrictInt = Field(ge=1)
    status: Status
    themes: tuple[Slug, ...] = ()
    setting: Setting | None = None
    channel: Channel | None = None
    roles: tuple[Slug, ...] = ()
    heat: StrictInt = Field(default=1, ge=1, le=3)
    minutes: StrictInt = Field(default=5, ge=1, le=60)
    practice: StrictBool = False


class Dilemma(CardBase):
    """Pick one of two to five options, talk, and pick again."""

    kind: Literal["dilemma"]
    themes: tuple[Slug, ...] = Field(min_length=1)
    setting: Setting
    channel: Channel
    roles: tuple[Slug, ...] = Field(min_length=1)
    heat: StrictInt = Field(ge=1, le=3)
    minutes: StrictInt = Field(ge=1, le=60)
    text: Mapping[Language, DilemmaText] = Field(min_length=1)


class Scale(CardBase):
    """Pick a number from 1 to 10."""

    kind: Literal["scale"]
    text: Mapping[Language, ScaleText] = Field(min_length=1)


class Mirror(CardBase):
    """Say how often "we" do something."""

    kind: Literal["mirror"]
    text: Mapping[Language, MirrorText] = Field(min_length=1)


class Question(CardBase):
    """Talk; no vote."""

    kind: Literal["question"]
    text: Mapping[Language, QuestionText] = Field(min_length=1)


class Ranking(CardBase):
    """Put three to five things in order."""

    kind: Literal["ranking"]
    text: Mapping[Language, RankingText] = Field(min_length=1)


class Fact(CardBase):
    """Read, and talk; no vote."""

    kind: Literal["fact"]
    text: Mapping[Language, FactText] = Field(min_length=1)


class Exercise(CardBase):
    """Do something together; no vote."""

    kind: Literal["exercise"]
    text: Mapping[Language, ExerciseText] = Field(min_length=1)


class Twist(CardBase):
    """A "what if" for the middle of a talk about another card; never drawn in a round."""

    kind: Literal["twist"]
    text: Mapping[Language, TwistText] = Field(min_length=1)


class Pledge(CardBase):
    """Inspiration for the pledge phase; never drawn in a round."""

    kind: Literal["pledge"]
    text: Mapping[Language, PledgeText] = Field(min_length=1)


Card: TypeAlias = Annotated[
    Dilemma | Mirror | Scale | Ranking | Question | Fact | Twist | Exercise | Pledge,
    Field(discriminator="kind"),
]
"""Any card. A new kind is one class here, one line in this union, in `KINDS` and in `TEXTS`."""

KINDS: Final[Mapping[str, type[CardBase]]] = MappingProxyType(
    {
        "dilemma": Dilemma,
        "mirror": Mirror,
        "scale": Scale,
        "ranking": Ranking,
        "question": Question,
        "fact": Fact,
        "twist": Twist,
        "exercise": Exercise,
        "pledge": Pledge,
    }
)
TEXTS: Final[Mapping[str, type[Text]]] = MappingProxyType(
    {
        "dilemma": DilemmaText,
        "mirror": MirrorText,
        "scale": ScaleText,
        "ranking": RankingText,
        "question": QuestionText,
        "fact": FactText,
        "twist": TwistText,
        "exercise": ExerciseText,
        "pledge": PledgeText,
    }
)


class Cover(Model):
    """`deck.yaml`: what the deck is, before any card is read. Titles and words are per language."""

    slug: Slug
    version: Version
    source: Language
    languages: tuple[Language, ...] = Field(min_length=1, max_length=12)
    licence: str = Field(min_length=1, max_length=40)
    authors: tuple[Author, ...] = Field(min_length=1, max_length=20)
    title: Mapping[Language, Name]
    description: Mapping[Language, Blurb]
    themes: Mapping[Slug, Mapping[Language, Name]]
    facilitator: Mapping[Language, Guide]


class Deck(Cover):
    """A cover with its cards, in the order of their ids."""

    cards: tuple[Card, ...] = Field(min_length=1)

    def card(self, card_id: str) -> Card | None:
        """The card with this id, or None."""
        return next((card for card in self.cards if card.id == card_id), None)
