"""Encryption by the server itself: the certificate and its key, and what is wrong with them in words.

A proxy in front can do the same and renew its certificates by itself; see docs/TLS.md.
"""

from __future__ import annotations

import logging
import ssl
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from server.errors import StartError

log = logging.getLogger(__name__)
FORTNIGHT: Final = 14 * 86_400
_EARLY, _EXPIRED = 9, 10
"""OpenSSL's X509_V_ERR_CERT_NOT_YET_VALID and X509_V_ERR_CERT_HAS_EXPIRED."""


def context_of(certificate: Path | None, key: Path | None) -> ssl.SSLContext | None:
    """What the server listens with; None without a certificate. Raises `StartError`."""
    if certificate is None and key is None:
        return None
    if certificate is None or key is None:
        raise tls_half("--tls-key" if key is None else "--tls-cert")
    for path in (certificate, key):
        try:
            with path.open("rb"):
                pass
        except OSError as error:
            raise tls_unreadable(path) from error
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    try:
        context.load_cert_chain(certificate, key, password=lambda: "")
    except ssl.SSLError as error:
        raise (tls_mismatch if "MISMATCH" in (error.reason or "") else tls_broken)(
            certificate, key
        ) from error
    except (OSError, ValueError) as error:
        raise tls_broken(certificate, key) from error
    _in_time(context, certificate)
    return context


def _in_time(context: ssl.SSLContext, certificate: Path) -> None:
    """Refuses one whose time has passed or has not come; warns of one that has a fortnight left."""
    visitor = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    visitor.check_hostname = False
    visitor.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    visitor.load_verify_locations(certificate)
    try:
        told = _shaken(context, visitor)
    except ssl.SSLCertVerificationError as error:
        if error.verify_code == _EXPIRED:
            raise tls_expired(certificate) from error
        if error.verify_code == _EARLY:
            raise tls_early(certificate) from error
        return  # its use is limited in some other way; whoever connects is told
    left = ssl.cert_time_to_seconds(str(told["notAfter"])) - time.time()
    if left < FORTNIGHT:
        log.warning("the certificate is valid for %d more days", left // 86_400)


def _shaken(server: ssl.SSLContext, visitor: ssl.SSLContext) -> dict[str, Any]:
    """The certificate as somebody sees it who connects, in memory."""
    here, there = ssl.MemoryBIO(), ssl.MemoryBIO()
    ours = server.wrap_bio(here, there, server_side=True)
    theirs = visitor.wrap_bio(there, here)
    for _ in range(4):
        for side in (theirs, ours):
            with suppress(ssl.SSLWantReadError):
                side.do_handshake()
    return dict(theirs.getpeercert() or {})


def tls_half(missing: str) -> StartError:
    """One of the two was named."""
    return StartError(
        "tls_half",
        {
            "sv": f"Ett certifikat och dess nyckel hör ihop. Ange {missing} också.",
            "en": f"A certificate and its key belong together. Give {missing} too.",
        },
    )


def tls_unreadable(path: Path) -> StartError:
    """One of the files is not there, or not ours to read."""
    return StartError(
        "tls_unreadable",
        {
            "sv": f"Det går inte att läsa {path}. Kontrollera sökvägen och att servern får läsa filen.",
            "en": f"Cannot read {path}. Check the path, and that the server may read the file.",
        },
    )


def tls_mismatch(certificate: Path, key: Path) -> StartError:
    """The key is that of another certificate."""
    return StartError(
        "tls_mismatch",
        {
            "sv": f"Nyckeln {key} hör inte till certifikatet {certificate}. Ange den som hör ihop med det.",
            "en": f"The key {key} does not belong to the certificate {certificate}. Give the one that does.",
        },
    )


def tls_broken(certificate: Path, key: Path) -> StartError:
    """They are no PEM, or the key has a password."""
    return StartError(
        "tls_broken",
        {
            "sv": f"{certificate} eller {key} är inget certifikat och ingen nyckel i PEM, eller så har "
            "nyckeln ett lösenord. Ange hela kedjan i PEM och en nyckel utan lösenord.",
            "en": f"{certificate} or {key} is no certificate and no key in PEM, or the key has a "
            "password. Give the whole chain in PEM and a key without a password.",
        },
    )


def tls_expired(certificate: Path) -> StartError:
    """Nobody would be let in."""
    return StartError(
        "tls_expired",
        {
            "sv": f"Certifikatet {certificate} har gått ut, så ingen skulle kunna ansluta. Förnya det.",
            "en": f"The certificate {certificate} has expired, so nobody could connect. Renew it.",
        },
    )


def tls_early(certificate: Path) -> StartError:
    """The same from the other side."""
    return StartError(
        "tls_early",
        {
            "sv": f"Certifikatet {certificate} gäller inte än. Kontrollera datorns klocka.",
            "en": f"The certificate {certificate} is not valid yet. Check this machine's clock.",
        },
    )
