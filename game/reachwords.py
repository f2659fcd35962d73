"""What `bemot doctor --server` says of each thing it has looked at, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from ipaddress import ip_address
from types import MappingProxyType
from typing import Final

from game.doctor import Symptom
from game.words import say

CERTIFICATES: Final[Mapping[int, str]] = MappingProxyType(
    {9: "early", 10: "expired", 18: "own", 19: "own", 20: "chain", 21: "chain", 62: "name", 64: "name"}
)
"""OpenSSL's number of a refusal -> what it comes to."""


def unencrypted(host: str) -> Symptom:
    """No TLS; worth a word only outside one's own network."""
    near = _near(host)
    return Symptom(
        say("Inom eget nät, utan kryptering (http)", "Within one's own network, not encrypted (http)")
        if near
        else say("Ingen kryptering (http)", "No encryption (http)"),
        near,
        say(
            "Trafiken kan läsas på vägen. Sätt en proxy med TLS framför, eller ge servern --tls-cert.",
            "Traffic can be read on its way. Put a proxy with TLS before it, or give it a --tls-cert.",
        ),
        hint=True,
    )


def certificate(days: int, soon: int) -> Symptom:
    """A certificate that is trusted here."""
    return Symptom(
        say(f"Certifikat: {days} dagar kvar", f"Certificate: {days} days left"),
        days > soon,
        say(
            "Förnya certifikatet innan nästa session, och se till att det förnyas av sig självt.",
            "Renew the certificate before the next session, and see to it that it renews itself.",
        ),
        hint=True,
    )


def broken_certificate(kind: str, host: str, told: str = "") -> Symptom:
    """One that is not trusted, or none at all."""
    sentences = {
        "expired": (
            "Certifikatets tid är ute, eller så går den här datorns klocka fel. Förnya det på servern.",
            "The certificate has expired, or this machine's clock is wrong. Renew it on the server.",
        ),
        "early": (
            "Certifikatet gäller inte ännu. Kontrollera klockan på den här datorn och på servern.",
            "The certificate is not valid yet. Check the clocks of this machine and of the server.",
        ),
        "own": (
            "Certifikatet är självutfärdat. Lägg in det på datorerna, eller skaffa ett som de litar på.",
            "The certificate is self-signed. Install it on the machines, or get one that they trust.",
        ),
        "chain": (
            "Utfärdaren är okänd här. Ofta skickar servern inte hela kedjan: ange den (fullchain).",
            "Its issuer is unknown here. Often a server does not send the whole chain: give it all.",
        ),
        "name": (
            f"Certifikatet är inte för {host}. Anslut med namnet i det, eller skaffa ett för {host}.",
            f"The certificate is not for {host}. Connect by the name that it bears, or get one for {host}.",
        ),
        "plain": (
            "Där talas ingen TLS. Börja adressen med http://, eller slå på TLS där.",
            "No TLS is spoken there. Begin the address with http://, or turn TLS on there.",
        ),
    }
    sv, en = sentences.get(
        kind, (f"Certifikatet går inte att lita på: {told}.", f"The certificate cannot be trusted: {told}.")
    )
    return Symptom(say("Certifikat", "Certificate"), False, say(sv, en))


def moved(url: str, where: str) -> Symptom:
    """A proxy that sends people on; the clients do not follow."""
    return Symptom(
        say(f"Svarar: {url}", f"Answers: {url}"),
        False,
        say(
            f"Adressen skickar vidare. Ge deltagarna {where or 'den rätta adressen'} i stället.",
            f"The address sends people on. Give the participants {where or 'the right address'} instead.",
        ),
    )


def away(url: str, status: int) -> Symptom:
    """A proxy that does not reach its server."""
    return Symptom(
        say(f"Svarar: {url}", f"Answers: {url}"),
        False,
        say(
            f"En proxy svarar ({status}) men inte servern bakom. Starta den, eller rätta proxyns port.",
            f"A proxy answers ({status}) but not the server behind it. Start it, or mend the proxy's port.",
        ),
    )


def not_ready(reasons: Sequence[str]) -> Symptom:
    """Whether it could take a session now."""
    known = {
        "stopping": say(
            "Servern håller på att stänga. Vänta och försök igen.",
            "The server is stopping. Wait and try again.",
        ),
        "decks_unread": say(
            "Kortlekarna läses fortfarande. Försök igen om en stund.",
            "The decks are still being read. Try again in a while.",
        ),
    }
    advice = " ".join(
        known.get(
            reason,
            say(
                f"Servern kan inte spara ({reason}). Se dess logg, och kontrollera disken och rättigheterna.",
                f"The server cannot save ({reason}). See its log, and check the disk and the permissions.",
            ),
        )
        for reason in reasons
    )
    return Symptom(say("Redo för en session", "Ready for a session"), not reasons, advice)


def other_version(theirs: object, ours: int) -> Symptom:
    """Whether both speak the same protocol. A server that does not tell is asked by the WebSocket."""
    if not isinstance(theirs, int):
        return Symptom(say(f"Protokoll {ours}", f"Protocol {ours}"), True)
    return Symptom(
        say(f"Protokoll: servern {theirs}, här {ours}", f"Protocol: server {theirs}, here {ours}"),
        theirs == ours,
        say("Uppdatera Bemöt på den här datorn.", "Update Bemöt on this machine.")
        if theirs > ours
        else say("Uppdatera Bemöt på servern.", "Update Bemöt on the server."),
    )


def no_socket(status: int | None) -> Symptom:
    """HTTP comes through, and a WebSocket does not."""
    name = "WebSocket" + (f" ({status})" if status else "")
    if status in (401, 403, 429):
        return Symptom(
            name,
            False,
            say(
                "Servern eller en proxy släpper inte in fler anslutningar härifrån. Se serverns gränser.",
                "The server or a proxy lets no more connections in from here. See the server's limits.",
            ),
        )
    return Symptom(
        name,
        False,
        say(
            "Sidor kommer fram men ingen WebSocket. Låt proxyn skicka vidare Upgrade och Connection "
            "(docs/OPERATIONS.md), och kontrollera att inget filter i nätet stoppar WebSocket.",
            "Pages come through but no WebSocket. Let the proxy pass Upgrade and Connection on "
            "(docs/OPERATIONS.md), and check that no filter in the network stops WebSockets.",
        ),
    )


def clocks(ahead: float, astray: float) -> Symptom:
    """How far the server's clock is from ours. The game itself only uses the server's."""
    return Symptom(
        say(f"Klockor: servern {ahead:+.1f} s", f"Clocks: server {ahead:+.1f} s"),
        abs(ahead) < astray,
        say(
            "Spelet tål det, men loggar och certifikat gör det inte. Ställ klockorna efter nätet (NTP).",
            "The game bears it, but logs and certificates do not. Set the clocks by the network (NTP).",
        ),
        hint=True,
    )


def round_trip(median: float, slow: float, noticed: float, annoying: float) -> Symptom:
    """How long an answer takes."""
    return Symptom(
        say(
            f"Svarstid: {median * 1000:.0f} ms, 95 % inom {slow * 1000:.0f} ms",
            f"Round trip: {median * 1000:.0f} ms, 95 % within {slow * 1000:.0f} ms",
        ),
        slow < noticed,
        say(
            "Nätet är långsamt. Gå närmare accesspunkten, byt till 5 GHz eller kabel, stoppa nedladdningar.",
            "The network is slow. Move nearer to the access point, use 5 GHz or a cable, and stop downloads.",
        ),
        hint=slow < annoying,
    )


def _near(host: str) -> bool:
    try:
        return ip_address(host).is_private
    except ValueError:
        return host == "localhost" or host.endswith(".local") or "." not in host
