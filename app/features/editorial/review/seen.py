"""What of the public site can be seen as a draft will make it."""

from typing import Final

SEEN: Final = ("/kommuner/", "/gullstjerner", "/sammenlign", "/utvikling", "/om/kvalitet")
"""The pages that a draft is about."""
