"""Certificates for tests, made by the `openssl` program when they are needed."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

OPENSSL = shutil.which("openssl")
needs_openssl = pytest.mark.skipif(
    OPENSSL is None, reason="the openssl program is not here to make certificates"
)


@dataclass(frozen=True)
class Pair:
    """A certificate in PEM, which is its own authority, and its key."""

    cert: Path
    key: Path


def certificate(
    folder: Path, name: str = "tls", host: str = "IP:127.0.0.1,DNS:localhost", ends: str = ""
) -> Pair:
    """One for this host; `ends` is a day long past, as 20010101000000Z, for one that has expired."""
    assert OPENSSL is not None
    pair = Pair(folder / f"{name}.pem", folder / f"{name}.key")
    request, extra = folder / f"{name}.csr", folder / f"{name}.ext"
    extra.write_text(f"subjectAltName={host}\nbasicConstraints=critical,CA:true\n", "ascii")
    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    _run("req", *curve, "-subj", f"/CN={name}", "-keyout", str(pair.key), "-out", str(request))
    if not ends:
        days = ["-days", "30", "-extfile", str(extra)]
        _run("x509", "-req", "-in", str(request), "-signkey", str(pair.key), *days, "-out", str(pair.cert))
        return pair
    (folder / "index.txt").write_text("", "ascii")
    settings = folder / "ca.cnf"
    settings.write_text(
        f"[ca]\ndefault_ca=own\n[own]\ndatabase={folder}/index.txt\nnew_certs_dir={folder}\ndefault_md=sha256\n"
        "policy=any\nrand_serial=yes\n[any]\ncommonName=supplied\n",
        "ascii",
    )
    times = ["-startdate", "20000101000000Z", "-enddate", ends]
    own = ["-config", str(settings), "-selfsign", "-keyfile", str(pair.key), "-extfile", str(extra)]
    _run("ca", "-batch", "-notext", *own, *times, "-in", str(request), "-out", str(pair.cert))
    return pair


def _run(*command: str) -> None:
    subprocess.run([str(OPENSSL), *command], check=True, capture_output=True)
