"""What a newcomer sees who has built nothing but the digests that come with the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from driven import markup, opened

from commands.build import build
from commands.bundle import digests_folder
from graph.stores import open_store
from views.parts.wording import wording_for


@pytest.fixture(scope="module")
def digests_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('digests') / 'mandates.sqlite'}"
    with open_store(url) as store:
        report = build([digests_folder()], store)
    assert not report.failures
    return url


@pytest.mark.parametrize(
    ("language", "label", "item"), [("ar", "(ص)", "2(ج)"), ("en", "(r)", "2(c)")]
)
def test_what_decision_3_2_set_in_motion(
    digests_url: str,
    checkout: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    label: str,
    item: str,
) -> None:
    monkeypatch.setenv("MANDATES_STORE", digests_url)
    wording = wording_for(language)
    link = "MANDATES dec:untoc-cop/3/2#r item:untoc-cop/4/2(c)"
    app = opened(checkout, id="3/2", lang=language, link=link)
    seen = markup(app)
    buttons = "\n".join(button.label for button in app.button)
    assert label in seen
    assert item in buttons.replace("\\", "")
    assert "CTOC/COP/2008/6" in buttons.replace("\\", "")
    # each step shows its sentence, and that it is our own retelling
    assert "<mark>" in seen
    assert wording.say("head.digest_says") in seen
    assert 'href="https://docs.un.org/' in seen
    # sessions whose reports are not here are named, so that nothing found is not misread
    reports = wording.say("absent.reports")
    assert "1–2" in seen.partition(reports)[2].partition("</p>")[0]
