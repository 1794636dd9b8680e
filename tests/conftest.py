"""What every test may ask for: the corpus, a browser, examples without a clock."""

import os
import shutil
import warnings
from pathlib import Path

import pytest
from hypothesis import settings

CHECKOUT = Path(__file__).resolve().parent.parent
IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}

# A busy machine is no failure of the code: no deadline for a single example. In CI the examples
# are the same every time, so that a red run can be had again.
settings.register_profile("mandates", deadline=None, derandomize=IN_CI)
settings.load_profile("mandates")


def _lacking(what: str) -> None:
    """Skip with a word to the reader; in CI nothing that is lacking may pass unseen."""
    if IN_CI:
        pytest.fail(what)
    warnings.warn(f"skipped: {what}", stacklevel=2)
    pytest.skip(what)


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The root of the project's files."""
    return CHECKOUT


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real documents: MANDATES_CORPUS, else `shared/corpus` beside the checkout."""
    folder = Path(os.environ.get("MANDATES_CORPUS", CHECKOUT.parent / "shared" / "corpus"))
    if not (folder / "untoc").is_dir():
        _lacking(f"{folder}: no corpus there; set MANDATES_CORPUS to the folder that holds untoc/")
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium for browser tests: MANDATES_CHROMIUM, else the one on the PATH."""
    names = (os.environ.get("MANDATES_CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None:
        _lacking("no Chromium on the PATH: install one, or set MANDATES_CHROMIUM to its path")
    return str(found)
