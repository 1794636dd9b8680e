"""Rules for every file of the project: no machine's paths, no registries, no long modules."""

import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.project.project_files import project_texts

LONGEST_MODULE = 400

# The patterns are put together from pieces, so that this file does not hold what it looks for.
MACHINE_PATH = re.compile(r"(?<![\w.~%}>-])/(?:work|root|home|Users|tmp)" + r"/[\w.]")
REGISTRY = re.compile(
    "|".join(
        [
            r"pypi\." + r"org",
            r"python" + r"hosted",
            r"registry\.npm" + r"js",
            r"crates\." + r"io",
            r"deb\." + r"debian",
            r"--(?:extra-)?index" + r"-url[ =]",
            r"--find" + r"-links[ =]",
        ]
    )
)


@pytest.fixture(scope="module")
def texts(checkout: Path) -> dict[str, str]:
    return project_texts(checkout)


@pytest.mark.parametrize(
    ("pattern", "line", "found"),
    [
        (MACHINE_PATH, "see /" + "root/.cache", True),
        (MACHINE_PATH, '"/' + 'home/anna/mandates"', True),
        # an address and a path inside the project have such parts too
        (MACHINE_PATH, "https://example.int/" + "home/page", False),
        (MACHINE_PATH, "benchmarks/" + "work/run", False),
        (REGISTRY, "https://pypi." + "org/simple", True),
        (REGISTRY, "--index" + "-url https://example.int", True),
        (REGISTRY, "pip install mandates", False),
    ],
)
def test_the_patterns_tell_what_they_look_for(
    pattern: re.Pattern[str], line: str, found: bool
) -> None:
    assert bool(pattern.search(line)) is found


@pytest.mark.parametrize("pattern", [MACHINE_PATH, REGISTRY], ids=["machine path", "registry"])
def test_no_file_depends_on_one_machine(texts: dict[str, str], pattern: re.Pattern[str]) -> None:
    finds = [
        f"{name}:{number}: {line.strip()[:100]}"
        for name, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]
    assert finds == []


def test_every_module_can_be_read_in_one_sitting(texts: dict[str, str]) -> None:
    lengths = {name: len(text.splitlines()) for name, text in texts.items() if name.endswith(".py")}
    assert lengths, "no Python at all: the listing is wrong"
    assert {name: n for name, n in lengths.items() if n > LONGEST_MODULE} == {}


def test_every_dependency_is_locked_with_its_hashes(checkout: Path) -> None:
    lock = (checkout / "requirements.txt").read_text(encoding="utf-8")
    entries = re.findall(r"^([a-z0-9-]+)==\S+(?: ;.*)? \\\n((?:    --hash=.*\n)+)", lock, re.M)
    pinned = re.findall(r"^([a-z0-9-]+)==", lock, re.M)
    assert [name for name, _ in entries] == pinned
    required = {_normal(requirement) for requirement in _requirements("mandates", {""})}
    extras = {"neo4j", "notebooks", "test", "lint", "lock"}
    wanted = required | {_normal(requirement) for requirement in _requirements("mandates", extras)}
    assert wanted <= set(pinned)


def test_what_everybody_must_install_is_free_of_gpl() -> None:
    """The required dependencies and theirs, down to the last; LGPL libraries are not meant."""
    waiting, seen = ["mandates"], set()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting.extend(_normal(requirement) for requirement in _requirements(name, {""}))
    assert {"spacy", "streamlit", "pyvis"} <= seen
    gpl = re.compile(r"(?<!L)\bA?GPL|(?<!Lesser )General Public License|Affero", re.IGNORECASE)
    assert {name: said for name in seen if gpl.search(said := _licence(name))} == {}


def _requirements(name: str, extras: set[str]) -> list[Requirement]:
    """What an installed distribution requires on this machine, for any of the extras."""
    try:
        lines = distribution(name).requires or []
    except PackageNotFoundError:  # required on other systems only
        return []
    requirements = map(Requirement, lines)
    return [
        requirement
        for requirement in requirements
        if requirement.marker is None
        or any(requirement.marker.evaluate({"extra": extra}) for extra in extras)
    ]


def _normal(requirement: Requirement) -> str:
    return re.sub(r"[-_.]+", "-", requirement.name).lower()


def _licence(name: str) -> str:
    """What a distribution says of its licence; the full text is left out, it may quote others."""
    try:
        metadata = distribution(name).metadata
    except PackageNotFoundError:
        return ""
    classifiers = [c for c in metadata.get_all("Classifier") or [] if c.startswith("License")]
    first_line = (metadata.get("License") or "").strip().partition("\n")[0]
    return " / ".join([metadata.get("License-Expression") or "", first_line, *classifiers])
