"""How names, codes and addresses are written in files, and what is said where one is not."""

from collections.abc import Mapping
from typing import Final

from app.domain.message import Message, say

ADDRESS: Final = r"^https?://[^\s\p{Cc}]+$"
AREA_NUMBER: Final = r"^[1-8]$"
MUNICIPALITY_CODE: Final = r"^[0-9]{4}$"
GROUP_CODE: Final = r"^[0-9A-Za-z]+$"
SLUG: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
RECORD_ID: Final = r"^[a-z0-9]+([.-][a-z0-9]+)*$"
"""A slug, or the id of an evaluation, which may end in a method version."""
LIST_ID: Final = r"^[a-z0-9-]+$"
SCHEME_ID: Final = r"^[a-z]+(-[a-z0-9]+)*$"
LIST_KIND: Final = r"^[a-z]+$"

MENDS: Final[Mapping[str, Message]] = {
    ADDRESS: say("An address begins with https:// and has no space in it."),
    AREA_NUMBER: say("It is the number of an area, 1 to 8."),
    MUNICIPALITY_CODE: say("It has four digits."),
    GROUP_CODE: say("It has letters from a to z and digits, and nothing else."),
    SLUG: say("It has small letters from a to z and digits, with a hyphen between words."),
    RECORD_ID: say(
        "It has small letters from a to z and digits, with a hyphen or a dot between words."
    ),
    LIST_ID: say("It has small letters from a to z, digits and hyphens."),
    SCHEME_ID: say(
        "It begins with a small letter from a to z and has such letters and digits, with a hyphen "
        "between words."
    ),
    LIST_KIND: say("It has small letters from a to z."),
}
"""How to mend what is not written so."""
