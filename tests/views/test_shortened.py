"""Long texts cut for lists, also those of a script without spaces."""

import pytest

from views.parts.shortened import shortened


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("state  of\nrivers", "state of rivers"),
        ("state of rivers and lakes", "state of rivers …"),
        ("请秘书处编写关于河流状况的报告，提交下届会议", "请秘书处编写关于河流状况的报告，提…"),
        ("3/2 请秘书处编写关于河流状况的报告，提交下届会议", "3/2 请秘书处编写关于河流状况的…"),
    ],
)
def test_a_long_text_is_cut_and_never_to_nothing(text: str, cut: str) -> None:
    assert shortened(text, 18) == cut
