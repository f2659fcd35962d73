"""Programmes: presets, chosen cards, and what each step leads through."""

import pytest

from game.rules import PRESETS, Actor, Missing, Refused, Step, plan, settings_of
from game.rules.again import FOLLOW_UP
from game.rules.presets import CHECKIN_CARD, own_preset
from game.rules.programme import following, opening
from tests.rules.build import HEAVY, LIGHT, OTHER, PILE, QUESTION, SCALE, STARTER, Session, at_table, session


def test_every_preset_runs_from_the_door_to_the_end() -> None:
    for preset in PRESETS.values():
        step, place = opening(session().room, 0)
        assert (step, place) == (0, ("draw", 1))
        first = "checkin" if preset.name == FOLLOW_UP else "frame"  # who meets again knows the rules
        assert plan(preset, [LIGHT, OTHER])[0].kind == first
        assert sum(step.minutes for step in preset.steps) <= preset.minutes


def test_chosen_cards_lie_on_the_rounds_in_order_with_their_minutes() -> None:
    long = LIGHT.model_copy(update={"minutes": 18})
    rounds = [step for step in plan(PRESETS["APT 60"], [long, OTHER], [LIGHT.id]) if step.kind == "round"]
    assert [(step.card, step.minutes) for step in rounds] == [(LIGHT.id, 18.0), (None, 12), (None, 12)]


def test_the_check_in_uses_its_decks_card_when_it_is_there() -> None:
    card = LIGHT.model_copy(update={"id": CHECKIN_CARD, "kind": "scale", "pile": False})
    checkin = next(step for step in plan(PRESETS["APT 30"], [LIGHT, card]) if step.kind == "checkin")
    assert checkin.card == CHECKIN_CARD


def test_the_check_in_asks_what_the_host_has_chosen() -> None:
    usual = LIGHT.model_copy(update={"id": CHECKIN_CARD, "kind": "scale", "pile": False})
    steps = plan(PRESETS["APT 30"], [LIGHT, usual, SCALE], checkin=SCALE.id)
    assert [step.card for step in steps if step.kind == "checkin"] == [SCALE.id]


@pytest.mark.parametrize("card", ["prov/okand", LIGHT.id])
def test_only_a_scale_can_be_asked_at_the_check_in(card: str) -> None:
    with pytest.raises(Missing, match="unknown_card"):
        plan(PRESETS["APT 30"], [LIGHT, SCALE], checkin=card)


def test_the_check_ins_card_is_on_the_table() -> None:
    card = LIGHT.model_copy(update={"id": CHECKIN_CARD, "kind": "scale", "pile": False})
    played, table, _ = at_table("checkin", programme=f"checkin:{CHECKIN_CARD}", cards=(LIGHT, card))
    assert played.view(table)["card"]["choices"] == [str(n) for n in range(1, 11)]


@pytest.mark.parametrize("card", ["prov/okand", STARTER.id])
def test_a_card_that_is_not_there_or_never_drawn_cannot_be_chosen(card: str) -> None:
    with pytest.raises(Missing, match="unknown_card"):
        plan(PRESETS["APT 30"], [LIGHT, STARTER], [card])


def test_a_programme_needs_cards_to_draw() -> None:
    with pytest.raises(Missing, match="empty_deck"):
        plan(PRESETS["APT 30"], [STARTER])


def test_a_practice_that_no_card_is_light_enough_for_is_left_out() -> None:
    kinds = [step.kind for step in plan(PRESETS["Halvdag"], [HEAVY, QUESTION])]
    assert "practice" not in kinds
    assert "practice" in [step.kind for step in plan(PRESETS["Halvdag"], [LIGHT, QUESTION])]


def test_a_presets_settings_may_be_changed() -> None:
    settings = settings_of(PRESETS["Lecture"], factor=200)
    assert (settings.max_team, settings.team_size, settings.k_tables, settings.factor) == (1000, 1000, 1, 200)
    assert settings_of(PRESETS["APT 30"], pace="hall").pace == "hall"


def test_solo_goes_from_card_to_card_without_counts() -> None:
    played = session("round:prov/luren pledge", distribution=False, self_start=True, max_team=1)
    solo = played.solo()
    played.next(solo)
    been = []
    while played.place(solo) != ("pledge", 1):
        been.append(played.place(solo))
        if played.place(solo)[0] == "vote":
            played.vote(solo, "a")
            played.wait(5_000)
        else:
            played.until(solo, *following_place(played, solo))
    assert been == [
        ("draw", 1), ("read", 1), ("vote", 1), ("talk", 1), ("vote", 2), ("perspective", 1), ("note", 1),
    ]  # fmt: skip
    assert "result" not in played.view(solo)
    assert not {"revealed", "compared"} & {event.type for event in played.log}
    assert played.facts.boxes == {}


def following_place(played: Session, solo: Actor) -> tuple[str, int]:
    if played.place(solo)[0] == "draw":
        return "read", 1
    return following(played.room, played.team(solo))[1]


def test_a_programme_of_ones_own_is_played_as_it_is_written() -> None:
    steps = (
        Step(kind="checkin", minutes=4),
        Step(kind="round", minutes=10, card=OTHER.id),
        Step(kind="break", minutes=7),
        Step(kind="round", minutes=12),
    )
    preset = own_preset(PRESETS["Halvdag"], "Torsdagar", steps)
    assert (preset.name, preset.minutes, preset.pace) == ("Torsdagar", 33, "hall")
    made = plan(preset, [*PILE], [LIGHT.id])
    assert [(step.kind, step.card, step.minutes) for step in made] == [
        ("checkin", None, 4.0),
        ("round", OTHER.id, 10.0),
        ("break", None, 7.0),
        ("round", LIGHT.id, 12.0),
    ]


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        ((Step(kind="pledge", minutes=6),) * 2, "once_only"),
        ((Step(kind="round", minutes=6, card="prov/saknas"),), "unknown_card"),
        ((Step(kind="round", minutes=6, card=LIGHT.id),), "unknown_card"),
    ],
)
def test_a_programme_of_ones_own_that_cannot_be_played_is_refused(steps: tuple[Step, ...], code: str) -> None:
    with pytest.raises(Refused) as refusal:
        plan(own_preset(PRESETS["Halvdag"], "Torsdagar", steps), [*PILE], [LIGHT.id])
    assert refusal.value.code == code
