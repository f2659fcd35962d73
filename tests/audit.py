"""`make audit`: known weaknesses in what the lock files name, by `pip-audit`.

Ends with 0 only when every package has been looked up. The tool itself is content when its service knows
nothing of a package; here that is told in a sentence and ends with 2. A weakness ends with 1.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

LOCKS = ("requirements.lock", "requirements-dev.lock")
CLEAN, WEAK, UNKNOWN = 0, 1, 2


def verdict(report: str) -> tuple[int, list[str]]:
    """(how to end, lines to say) for what `pip-audit` wrote as JSON; anything else is no answer."""
    try:
        told: dict[str, Any] = json.loads(report)
        packages = [(one["name"], one.get("version", ""), one) for one in told["dependencies"]]
    except (ValueError, KeyError, TypeError):
        return UNKNOWN, ["The advisory service could not be reached, so nothing was audited."]
    weak = [
        f"{name} {version}: {weakness['id']}, mended in {' '.join(weakness.get('fix_versions', ())) or '-'}"
        for name, version, one in packages
        for weakness in one.get("vulns", ())
    ]
    skipped = [name for name, _, one in packages if "skip_reason" in one]
    looked = len(packages) - len(skipped)
    lines = [*weak, f"{looked} of {len(packages)} packages looked up, {len(weak)} known weaknesses"]
    if not looked:
        lines = ["The advisory service answered for none of the packages, so nothing was audited."]
    elif skipped:
        lines.append(f"Not looked up: {', '.join(skipped)}.")
    return (WEAK if weak else UNKNOWN if skipped or not looked else CLEAN), lines


def main() -> int:
    """Look up every package of both lock files once."""
    files = [part for lock in LOCKS for part in ("-r", lock)]
    tool = [str(Path(sys.executable).with_name("pip-audit")), *files, "--disable-pip", "--require-hashes"]
    done = subprocess.run(
        [*tool, "--progress-spinner", "off", "--format", "json", *sys.argv[1:]],
        capture_output=True,
        text=True,
        check=False,
    )
    code, lines = verdict(done.stdout)
    print(*lines, sep="\n")  # noqa: T201
    return code


if __name__ == "__main__":
    sys.exit(main())
