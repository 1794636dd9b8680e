"""Long lists come a portion at a time, and all of them come."""

from streamlit.testing.v1 import AppTest

from views.parts.portions import PORTION


def _page() -> None:
    import streamlit as st

    from views.parts.portions import PORTION, portion
    from views.parts.wording import wording_for

    for thing in portion("numbers", [str(n) for n in range(2 * PORTION + 1)], wording_for("en")):
        st.text(thing)


def test_a_button_brings_more_until_all_are_there() -> None:
    app = AppTest.from_function(_page).run()
    assert [text.value for text in app.text] == [str(n) for n in range(PORTION)]
    app.button[0].click().run()
    assert len(app.text) == 2 * PORTION
    assert "1 more" in app.button[0].label
    app.button[0].click().run()
    assert app.text[-1].value == str(2 * PORTION)
    assert not app.button
