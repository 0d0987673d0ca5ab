"""The years that tell namesakes apart, in words.

A municipality that bore a name before another has its last year in its label: `Lindesnes (–2019)`.
So it is in data, the same in every language. People read "until 2019".
"""

import re
from typing import Final

from app.domain.message import Say, say

_ENDED: Final = re.compile(r"\(–([0-9]{4})\)")


def spans_in_words(text: str, words: Say) -> str:
    """A text, with the labels in it as people read them."""
    if "(–" not in text:
        return text
    return _ENDED.sub(lambda found: words(say("(until %(year)s)", year=found[1])), text)
