"""What a municipality replies: plain text with paragraphs, signed by an office."""

from datetime import date

import pytest

from app.domain.reply import LONGEST_OFFICE, LONGEST_REPLY, Reply, ReplyField, WrittenReply


@pytest.mark.parametrize(
    "changes, wrong",
    [
        ({}, set()),
        ({"text": "a" * LONGEST_REPLY}, set()),
        ({"text": "a" * (LONGEST_REPLY + 1)}, {ReplyField.TEXT}),
        ({"text": "\u200b \n"}, {ReplyField.TEXT}),
        ({"language": "de"}, {ReplyField.LANGUAGE}),
        ({"text": "a <script>"}, {ReplyField.TEXT}),
        ({"text": "a </ b"}, {ReplyField.TEXT}),
        ({"text": "3 < 4"}, set()),
        ({"office": "<b>A</b>"}, {ReplyField.OFFICE}),
        ({"office": " "}, {ReplyField.OFFICE}),
        ({"office": "a" * (LONGEST_OFFICE + 1)}, {ReplyField.OFFICE}),
        ({"text": "", "language": "", "office": ""}, set(ReplyField)),
    ],
)
def test_what_is_wrong_with_a_reply(changes: dict[str, str], wrong: set[ReplyField]) -> None:
    given = {"text": "Takk", "language": "nb", "office": "Kommunen"}
    assert set(WrittenReply.of(**{**given, **changes}).faults()) == wrong


def test_what_came_by_the_form_is_plain() -> None:
    came = WrittenReply.of("En\r\nto\x00\r\n\r\n\r\nTre \u202e", " nb\n", "Kommune\ndirektøren ")
    assert came == WrittenReply("En\nto\n\nTre", "nb", "Kommune direktøren")


def test_an_empty_line_parts_two_paragraphs() -> None:
    reply = Reply("Vi takker.\nVi er enige.\n\nNå begynner vi.", "nb", date(2026, 3, 5), "Kommunen")
    assert reply.paragraphs == (("Vi takker.", "Vi er enige."), ("Nå begynner vi.",))
