"""Events and views in few words, with names in place of ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from game.client.stations.host_tables import neighbour
from game.rules import Actor, Event, Room, Team

SILENT = frozenset({"type", "at", "team"})


class Names:
    """What people in the story call stations, seats and tables."""

    def __init__(self) -> None:
        self.stations: dict[str, str] = {}

    def know(self, name: str, actor: Actor, room: Room) -> None:
        assert actor.station
        self.stations[actor.station] = name

    def of(self, key: str, room: Room) -> str:
        """A name for an id, or the id itself."""
        if key in self.stations:
            return self.stations[key]
        if key in room.teams:
            return f"Bord {room.teams[key].number}"
        for team in room.teams.values():
            if key in team.seats:
                return self.seat(key, team)
        return key

    def seat(self, key: str, team: Team) -> str:
        """ "bord.2": the second seat of a station."""
        station = team.seats[key].station
        mine = [seat.id for seat in team.seats.values() if seat.station == station]
        return f"{self.stations.get(station, '?')}.{mine.index(key) + 1}"

    def seat_of(self, name: str, team: Team | None) -> str:
        """The seat that is called so."""
        assert team
        return next(seat for seat in team.seats if self.seat(seat, team) == name)


def told_event(event: Event, names: Names, room: Room) -> str:
    """One event in a line."""
    fields = event.model_dump(mode="json", exclude_defaults=True)
    words = [event.type]
    if event.team:
        words.append(f"[{names.of(event.team, room)}]")
    for key, value in fields.items():
        if key not in SILENT and value is not None:
            words.append(f"{key}={told(value, names, room)}")
    return " ".join(words)


def told(value: Any, names: Names, room: Room) -> str:
    """Any value of an event."""
    if isinstance(value, str):
        return names.of(value, room) if " " not in value else f"«{value}»".replace("\n", " / ")
    if isinstance(value, dict):
        if "kind" in value:
            inside = str(value["kind"]) + (f":{value['choice']}" if value.get("choice") else "")
            return (
                inside
                + (f"#{value['index'] + 1}" if "index" in value else "")
                + ("~" if value.get("drawn") else "")
            )
        return "(" + " ".join(f"{key}={told(item, names, room)}" for key, item in value.items()) + ")"
    if isinstance(value, list | tuple):
        return "[" + " ".join(told(item, names, room) for item in value) + "]"
    return str(value)


# --- views ---


def told_view(slices: Mapping[str, Any], names: Names, now: int) -> Iterator[str]:
    """A line or two per slice, in a fixed order."""
    labels = _Labels(slices, names, now)
    for name, how in SLICES.items():
        if name in slices:
            yield f"{name:<9}{how(slices[name], labels)}"
    tiles = [tile for name, tile in slices.items() if name.startswith("tile:")]
    for tile in tiles:
        near = neighbour(tile, tiles)
        company = f", might sit at Bord {near['number']}" if near else ""
        yield f"tile     {_tile(tile, labels)}{company}"


class _Labels:
    """Names for the ids in one view, and the clock."""

    def __init__(self, slices: Mapping[str, Any], names: Names, now: int) -> None:
        self.now = now
        self.stations = names.stations
        counts: dict[str, int] = {}
        self.seats: dict[str, str] = {}
        for seat in slices.get("team", {"seats": ()})["seats"]:
            counts[seat["station"]] = counts.get(seat["station"], 0) + 1
            self.seats[seat["id"]] = f"{self.stations.get(seat['station'], '?')}.{counts[seat['station']]}"
        self.choices = slices["card"]["choices"] if "card" in slices else []
        self.notes = {
            note["id"]: str(number)
            for number, note in enumerate(slices.get("notes", {"notes": ()})["notes"], start=1)
        }

    def seconds(self, at: int | None) -> str:
        return f"{(at - self.now) / 1000:g} s" if at is not None else "-"


def _room(room: Any, _: _Labels) -> str:
    flags = [name for name in ("locked", "closed") if room[name]]
    host = [] if room["host"] == "here" else [f"host {room['host']}"]
    told_all = _message(room)
    return ", ".join([f"{room['tables']} tables, {room['seats']} seats", *flags, *host, *told_all])


def _message(slice_: Any) -> list[str]:
    return [f"told «{slice_['message']['text']}»"] if slice_["message"] else []


def _stage(stage: Any, labels: _Labels) -> str:
    words = [
        f"step {stage['step'] + 1}/{stage['steps']}",
        f"{stage['kind'] or '-'}: {stage['phase']} {stage['round']}",
    ]
    words += [f"card {stage['card']}/{stage['cards']}"] if stage["card"] else []
    if stage["ends"] is not None:
        words.append(f"{labels.seconds(stage['ends'])} of {stage['total'] / 1000:g} s")
    if stage["left"] is not None:
        words.append(f"frozen {stage['left'] / 1000:g} s of {stage['total'] / 1000:g} s")
    words += [f"paused by {stage['paused']}"] if stage["paused"] else []
    words += [f"«{stage['pause_text']}»"] if stage["pause_text"] else []
    words += [name for name in ("hard", "alone") if stage[name]]
    return ", ".join(words)


def _team(team: Any, labels: _Labels) -> str:
    seats = " ".join(
        labels.seats[seat["id"]]
        + ("(reader)" if seat["id"] == team["reader"] else "")
        + ("(writer)" if seat["id"] == team["writer"] else "")
        + ("(away)" if seat["away"] else "")
        for seat in team["seats"]
    )
    flags = [name for name in ("remote", "timeout", "help", "swap_left") if team[name]]
    flags += [f"{team['asked_time']} ask for time"] if team["asked_time"] else []
    return ", ".join([f"Bord {team['number']}: {seats}", team["way"], *flags, *_message(team)])


def _progress(progress: Any, labels: _Labels) -> str:
    words = [f"{progress['done']} of {progress['of']} done"]
    words += ["closed"] if progress["closed"] else []
    words += [f"closes in {labels.seconds(progress['grace'])}"] if progress["grace"] is not None else []
    return ", ".join(words)


def _card(card: Any, _: _Labels) -> str:
    text = card["text"]["sv"]
    shown = [name for name in text if name not in ("title", "themes", "options")]
    if "options" in text:
        shown.append(
            f"{len(text['options'])} options"
            + (" with what speaks for each" if "speaks_for" in text["options"][0] else "")
        )
    choices = " ".join([*card["choices"], *(["own"] if card["own"] else [])])
    words = [
        f"«{text['title']}» ({card['kind']}, heat {card['heat']})",
        "shows " + (", ".join(shown) or "its title"),
    ]
    words += [f"may be voted {choices}"] if choices else []
    return "; ".join([*words, *(["practice"] if card["practice"] else [])])


def _draw(draw: Any, _: _Labels) -> str:
    offer = ", ".join(f"a back of heat {back['heat']}" for back in draw["offer"]) or "nothing"
    return f"{draw['left']} in the pile, offered {offer}" + (
        ", a heavy card is turned" if draw["heavy"] else ""
    )


def _counts(counts: Any, choices: list[str]) -> str:
    if counts is None:
        return "-"
    names = choices or [str(n) for n in range(1, len(counts["votes"]) + 1)]
    words = [f"{name}:{n}" for name, n in zip(names, counts["votes"], strict=True)]
    words += [f"{name}:{counts[name]}" for name in ("own", "passed", "missing") if counts[name]]
    words += [f"sure {counts['confidence']}"] if counts["confidence"] else []
    words += [f"«{text}»" for text in counts["own_texts"]]
    return " ".join(words)


def _result(result: Any, labels: _Labels) -> str:
    words = [f"before {_counts(result['before'], labels.choices)}"]
    words += [f"after {_counts(result['after'], labels.choices)}"] if result["after"] else []
    words += [f"{result['changed']} of {result['paired']} changed"] if result["paired"] is not None else []
    words += [f"{result['asked']} have asked to see"] if result["ask"] else []
    return "; ".join(words)


def _talk(talk: Any, _: _Labels) -> str:
    prompts = []
    for number, prompt in enumerate(talk["prompts"]):
        word = prompt["kind"] + (f" {prompt['choice']}" if prompt["choice"] else "")
        word += f" {prompt['index'] + 1}" if prompt["index"] >= 0 else ""
        word += " (drawn)" if prompt["drawn"] else ""
        prompts.append(f"[{word}]" if number == talk["shown"] else word)
    return ", ".join(prompts) + ("; the twist is up" if talk["twist"] else "")


def _notes(notes: Any, labels: _Labels) -> str:
    return (
        "; ".join(
            f"{labels.notes[note['id']]} {note['tag']} «{note['text']}»"
            + (" (may be mended)" if note["editable"] else "")
            for note in notes["notes"]
        )
        or "none yet"
    )


def _harvest(harvest: Any, labels: _Labels) -> str:
    def named(notes: list[str]) -> str:
        return " ".join(labels.notes[note] for note in notes) or "-"

    words = [f"strengthen {named(harvest['strengthen'])}", f"improve {named(harvest['improve'])}"]
    for kind in ("strengthen", "improve"):
        chosen = harvest[f"chosen_{kind}"]
        words += [f"chosen to {kind}: {labels.notes[chosen]}"] if chosen else []
    return ", ".join([*words, *(name for name in ("again", "settled", "drawn") if harvest[name])])


def _keep(keep: Any, labels: _Labels) -> str:
    titles = ", ".join(f"«{card['title']['sv']}»" for card in keep["cards"])
    chosen = " ".join(labels.notes[keep[kind]] for kind in ("strengthen", "improve") if keep[kind])
    return f"{titles or 'no card'}; agreed {chosen or '-'}"


def _pledge(pledge: Any, _: _Labels) -> str:
    return f"{len(pledge['starters'])} starters"


def _recall(recall: Any, _: _Labels) -> str:
    return f"after {recall['date']}" if recall["room"] else "after a session that is not known"


def _you(you: Any, labels: _Labels) -> str:
    words = ["may " + (" ".join(you["may"]) or "nothing")]
    for name in ("done", "listeners"):
        words += [f"{name} {' '.join(labels.seats[seat] for seat in you[name])}"] if you[name] else []
    words += [f"own {labels.seats[seat]} {body}" for seat, body in you["own"].items()]
    return "; ".join(words)


def _chart(chart: Any) -> str:
    return (
        f"«{chart['title']['sv']}» {chart['before']} -> {chart['after']}, "
        f"{chart['changed']} of {chart['paired']} changed, {chart['seats']} seats at {chart['tables']} tables"
    )


def _shared(slice_: Any) -> list[str]:
    words = [f"check-in {slice_['checkin']}"] if slice_["checkin"] else []
    words += [f"recalled {slice_['recalled']}"] if slice_["recalled"] else []
    words += [f"chart {_chart(chart)}" for chart in slice_["charts"]]
    words += [f"rating {slice_['rating']}"] if slice_["rating"] else []
    for text in slice_["wall"]:
        words.append(
            f"{text['kind']} «{text['text']}»".replace("\n", " / ")
            + (f" under «{text['group']}»" if text["group"] else "")
            + ("" if text["released"] else " (held)")
        )
    return words


def _hall(hall: Any, _: _Labels) -> str:
    words = [f"{hall['done']} of {hall['of']} tables done", *(["silent"] if hall["silent"] else [])]
    words += [f"median {hall['checkin_median']:g}"] if hall["checkin"] else []
    then = hall["then"]
    words += [f"then check-in {then['checkin']}"] if then and then["checkin"] else []
    words += [f"then {then['card']} {then['before']} -> {then['after']}"] if then and then["card"] else []
    return "; ".join([*words, *_shared(hall)])


def _host(host: Any, labels: _Labels) -> str:
    words = [f"{len(host['cards'])} cards to deal"]
    words += ["has the notes to the card"] if host["facilitator"] else []
    words += [f"{host['needs_time']} need time"] if host["needs_time"] else []
    words += [f"{len(host['help'])} call for help"] if host["help"] else []
    words += ["every table draws its own"] if host["own"] else []
    words += [f"{min(host['fixed'], len(host['steps']))} of {len(host['steps'])} steps begun"]
    words += [f"led by {' '.join(_leading(one, labels) for one in host['hosts'])}"]
    words += [f"shows {' '.join(host['shown'])}"] if host["shown"] else []
    return "; ".join([*words, *_shared(host)])


def _leading(host: Any, labels: _Labels) -> str:
    return labels.stations.get(host["id"], "?") + ("" if host["lead"] else "(helping)")


def _tile(tile: Any, labels: _Labels) -> str:
    words = [
        f"Bord {tile['number']}: {tile['present']} of {tile['seats']} present",
        f"{tile['phase']} {tile['round']}",
    ]
    words += [f"{tile['done']} of {tile['of']} done"] if tile["of"] else []
    words += [f"{labels.seconds(tile['ends'])} left"] if tile["ends"] is not None else []
    words += [name for name in ("closed", "paused", "timeout", "needs_time", "alone", "waits") if tile[name]]
    words += [f"lost {labels.stations.get(one['id'], '?')}" for one in tile["stations"] if one["lost"]]
    words += [f"hand up for {(labels.now - tile['help']) / 1000:g} s"] if tile["help"] is not None else []
    words += _message(tile)
    words += [f"«{tile['title']['sv']}»"] if tile["title"] else []
    return ", ".join(words)


SLICES = {
    "room": _room, "stage": _stage, "team": _team, "progress": _progress, "card": _card, "draw": _draw,
    "result": _result, "talk": _talk, "notes": _notes, "harvest": _harvest, "keep": _keep, "pledge": _pledge,
    "recall": _recall, "hall": _hall,
    "host": _host, "you": _you,
}  # fmt: skip
