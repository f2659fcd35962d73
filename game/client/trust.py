"""Why a server that speaks HTTPS is not spoken to: the code of a `Trouble`."""

from __future__ import annotations

import ssl

_TIME = (9, 10)
"""OpenSSL's X509_V_ERR_CERT_NOT_YET_VALID and X509_V_ERR_CERT_HAS_EXPIRED."""
_NAME = (62, 64)
"""X509_V_ERR_HOSTNAME_MISMATCH and X509_V_ERR_IP_ADDRESS_MISMATCH."""


def mistrust(error: BaseException) -> str | None:
    """What is wrong with the certificate or the encryption, if that is what the error came from.

    >>> mistrust(OSError("gone")) is None
    True
    """
    found = _beneath(error)
    if isinstance(found, ssl.SSLCertVerificationError):
        if found.verify_code in _TIME:
            return "out_of_date"
        return "other_name" if found.verify_code in _NAME else "untrusted"
    if found is not None and found.reason in ("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "RECORD_LAYER_FAILURE"):
        return "not_encrypted"
    return None


def _beneath(error: BaseException | None) -> ssl.SSLError | None:
    """The error of the encryption that this one came from, by cause or context."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        for found in (getattr(error, "certificate_error", None), getattr(error, "reason", None), error):
            if isinstance(found, ssl.SSLError) and hasattr(found, "reason"):  # a library's kind may be bare
                return found
        error = error.__cause__ or error.__context__
    return None
