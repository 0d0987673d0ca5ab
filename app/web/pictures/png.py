"""SVG as PNG, with our own letters and no others: the same on every machine."""

from functools import lru_cache
from typing import Final

import resvg_py

from app.web.page.assets import asset_file

PNG: Final = "image/png"
FONT: Final = "Inter"
_FONTS: Final = ("inter-regular.ttf", "inter-bold.ttf")


def png(svg: str, zoom: float = 1, ground: str | None = None) -> bytes:
    """The picture in pixels, `zoom` for each of its own. Without a `ground` its edges may be
    transparent in part, which not everything that shows it on white shows as white."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=zoom,
            background=ground,
            skip_system_fonts=True,
            font_files=_font_files(),
            font_family=FONT,
            sans_serif_family=FONT,
        )
    )


@lru_cache
def _font_files() -> list[str]:
    return [str(asset_file(name)) for name in _FONTS]
