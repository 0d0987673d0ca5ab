"""Cursors: they go on where a list stopped, and nothing else is taken for one."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import BadParameter
from app.web.api.parameters import ListingParameters, make_cursor, read_cursor


@given(st.integers(0, 999_999_999))
def test_a_cursor_comes_back(offset: int) -> None:
    assert ListingParameters(cursor=make_cursor(offset)).offset == offset


def test_without_a_cursor_a_list_begins_at_the_beginning() -> None:
    assert ListingParameters().offset == 0


@pytest.mark.parametrize("cursor", ["", "a", "5", "YWZ0ZXI6", "YWZ0ZXI6LTE", "%", "🧭", "YQ=="])
def test_what_is_no_cursor_is_refused(cursor: str) -> None:
    with pytest.raises(BadParameter) as refused:
        read_cursor(cursor)
    assert refused.value.name == "cursor"


@given(st.text(max_size=60))
def test_any_text_is_a_cursor_or_refused(text: str) -> None:
    with suppress(BadParameter):
        assert read_cursor(text) >= 0
