"""The builder lets nothing through that is not text, and writes numbers alike everywhere."""

import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.charts.svg import element, number, words


@given(st.text())
def test_any_text_comes_back_as_it_was_or_with_replacements(text: str) -> None:
    made = element("text", words(text), class_=text)
    found = ET.fromstring(made)
    kept = "".join(c if _in_xml(c) else "\ufffd" for c in text)
    assert (found.text or "") == kept.replace("\r\n", "\n").replace("\r", "\n")
    assert list(found) == []
    assert set(found.attrib) == {"class"}


def _in_xml(c: str) -> bool:
    code = ord(c)
    return (
        code in (9, 10, 13)
        or 0x20 <= code <= 0xD7FF
        or 0xE000 <= code <= 0xFFFD
        or (code >= 0x10000)
    )


def test_markup_in_a_name_stays_a_name() -> None:
    made = element("text", words("<script>alert(1)</script> & co"), x='1" onload="x')
    assert "<script" not in made
    found = ET.fromstring(made)
    assert found.text == "<script>alert(1)</script> & co"
    assert found.attrib == {"x": '1" onload="x'}


@pytest.mark.parametrize(
    "value, written",
    [
        (3, "3"),
        (3.0, "3"),
        (0.1 + 0.2, "0.3"),
        (-0.001, "0"),
        (12.345678, "12.35"),
        (Decimal("38.9"), "38.9"),
        (100, "100"),
        (1e-9, "0"),
        (-2.5, "-2.5"),
    ],
)
def test_numbers_are_short(value: float, written: str) -> None:
    assert number(value) == written
