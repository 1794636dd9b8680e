"""What belongs to the project: the files that git keeps or would keep."""

import subprocess
from pathlib import Path

import pytest


def project_files(checkout: Path, *folders: str) -> list[str]:
    """Paths, relative to the checkout, of all its files, new ones included, ignored ones not.

    `folders` narrows the listing. The test is skipped where the checkout is no git repository.
    """
    if not (checkout / ".git").exists():
        pytest.skip("not a git checkout: what belongs to the project cannot be told")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *folders],
        cwd=checkout,
        check=True,
        capture_output=True,
    ).stdout.decode()
    return [name for name in listed.split("\0") if name and (checkout / name).is_file()]


def project_texts(checkout: Path) -> dict[str, str]:
    """Every text file of the project, by its path in the checkout."""
    contents = {name: (checkout / name).read_bytes() for name in project_files(checkout)}
    return {name: raw.decode("utf-8") for name, raw in contents.items() if b"\0" not in raw}
