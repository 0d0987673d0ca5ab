"""The scales and colours: what the page shows and the style sheet has, and what they must hold."""

import re
from decimal import Decimal

import pytest

from app.charts.look import LOOKS, MIDDLE, SeriesRole
from app.charts.map.drawing import SHADES
from app.config import ROOT
from app.features.about.colours import Vision, ciede2000, contrast, distance
from app.features.about.palette import ALL, APART, FIRST, apart, contrasts
from app.features.about.tokens import read, tokens
from tests.in_turn import in_turn
from tests.pages.client import Client

CSS = ROOT / "app" / "static" / "src" / "css"
SOURCES = sorted(path for path in CSS.glob("*.css") if path.name != "tokens.css")
OUTSIDE = {
    "base.css": {"0.92em"},  # code, beside text of any size
    "municipality.css": {"8pt"},  # on paper
    "chart-table.css": {"1.75rem", "1.25rem", "0.75rem", "1.5rem"},  # as the strips are drawn
    "compare.css": {"5rem", "7rem"},  # below what stays in view
    "local-menu.css": {"4rem"},
    "sheet.css": {"6.5pt"},  # on paper, where all of it is one page
    "figures.css": {"1rem", "4rem"},  # in full screen, by its width
}
"""Sizes that follow from something else than the scale."""


def without_comments(sheet: str) -> str:
    return re.sub(r"/\*.*?\*/", "", sheet, flags=re.S)


def own_names() -> set[str]:
    sheet = without_comments((CSS / "tokens.css").read_text(encoding="utf-8"))
    return set(re.findall(r"(--(?!ds-)[\w-]+):", sheet))


def test_the_page_lists_exactly_what_the_style_sheet_has(site: Client) -> None:
    page = site.get("/en/om/design")
    tables = ("tokens-text", "tokens-space", "tokens-colour", "tokens-other")
    shown = [row[0] for table in tables for row in page.table(table).rows]
    assert len(shown) == len(set(shown))
    assert set(shown) == own_names()


@pytest.mark.parametrize("language", ["", "/nn", "/sv"])
def test_it_is_shown_in_every_language(site: Client, language: str) -> None:
    page = site.get(f"{language}/om/design")
    assert len(page.table("tokens-apart").rows) == 5
    assert page.find_all("table", class_="league")
    assert page.find_all("ol", class_="picker__chosen")


@in_turn("source", SOURCES, label=lambda path: path.name)
def test_text_and_distances_keep_to_the_scale(source: object) -> None:
    path = next(one for one in SOURCES if one == source)
    sheet = without_comments(path.read_text(encoding="utf-8"))
    allowed = OUTSIDE.get(path.name, set())
    for value in re.findall(r"font-size:\s*([^;}]+)", sheet):
        assert value.startswith("var(--text-") or value in {"inherit", *allowed}, value
    for value in re.findall(r"(?<![\w-])(?:gap|padding[\w-]*):\s*([^;}]+)", sheet):
        literal = set(re.findall(r"(?<![\w.-])[\d.]+rem", value))
        assert literal <= allowed, value


@in_turn("source", SOURCES, label=lambda path: path.name)
def test_no_colour_stands_outside_the_set(source: object) -> None:
    path = next(one for one in SOURCES if one == source)
    sheet = without_comments(path.read_text(encoding="utf-8"))
    assert not re.findall(r":[^;{}]*#[0-9a-fA-F]{3,8}\b", sheet)


def test_pictures_have_the_light_colours_of_the_set() -> None:
    found = tokens()
    roles = [role for role in SeriesRole if role is not SeriesRole.AVERAGE]
    drawn = {f"--{LOOKS[role].css}": LOOKS[role].colour for role in roles}
    drawn["--figure-middle"] = MIDDLE
    drawn |= {f"--shade-{at}": shade for at, shade in enumerate(SHADES) if at}
    assert drawn == {name: found.colour(name) for name in drawn}
    assert set(ALL) <= set(drawn)


def test_every_pair_that_meets_has_the_contrast_it_needs() -> None:
    lines = contrasts(tokens())
    assert len(lines) > 30
    assert [one for one in lines if min(one.light, one.dark) < one.needed] == []


def test_the_first_three_series_are_told_apart_by_everybody_and_in_grey() -> None:
    for line in apart(tokens()):
        assert min(line.first) >= APART, line.vision
    assert len(FIRST) == 3
    looks = [LOOKS[role] for role in SeriesRole if role is not SeriesRole.AVERAGE]
    assert len({(one.mark, one.dash) for one in looks}) == len({one.mark for one in looks}) == 6


def test_the_distances_are_those_found_by_others() -> None:
    """The reference on figures, computed with another program: the worst of three, light and
    dark, is 19.7 and 17.8 for colour blindness, 14.3 and 10.8 in grey."""
    found = tokens()
    for dark, blind, grey in ((False, 19.7, 14.3), (True, 17.8, 10.8)):
        a, b, c = (found.colour(name, dark=dark) for name in FIRST)
        pairs = [(a, b), (a, c), (b, c)]
        kinds = (Vision.PROTAN, Vision.DEUTAN, Vision.TRITAN)
        assert min(distance(*pair, kind) for pair in pairs for kind in kinds) == pytest.approx(
            blind, abs=0.06
        )
        assert min(distance(*pair, Vision.GREY) for pair in pairs) == pytest.approx(grey, abs=0.06)


@in_turn(
    "one, other, expected",
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1, 2), (50, 0, 0), 2.3669),
        ((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792),
        ((50, 2.49, -0.001), (50, -2.49, 0.0011), 7.2195),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ],
)
def test_ciede2000_is_that_of_its_test_data(
    one: tuple[float, float, float], other: tuple[float, float, float], expected: float
) -> None:
    """From Sharma, Wu and Dalal (2005), table 1."""
    assert ciede2000(one, other) == pytest.approx(expected, abs=0.00006)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777", "#fff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.005)


def test_tokens_are_read_with_what_they_lead_to() -> None:
    sheet = """@layer theme{:root,[data-color-scheme=light]{--ds-a:#fff}[data-color-scheme=dark]
    {--ds-a:#000}@media (prefers-color-scheme:dark){[data-color-scheme=auto]{--ds-a:#111}}}
    @layer tokens{:root{--a:var(--ds-a);--text-b:1rem;--space-c:2rem;--d:rgb(0 0 0/.2);--e:"};"}
    @media print{:root{--a:#222}}}"""
    found = read(sheet)
    assert found.colour("--a") == "#ffffff"
    assert found.colour("--a", dark=True) == "#111111"
    assert [token.name for token in found.texts] == ["--text-b"]
    assert [token.value for token in found.spaces] == ["2rem"]
    assert [token.name for token in found.others] == ["--d", "--e"]
    with pytest.raises(KeyError):
        found.colour("--d")


def test_ratios_are_cut_so_that_too_little_is_too_little() -> None:
    (line,) = [
        one
        for one in contrasts(tokens())
        if (one.colour, one.ground) == ("--figure-dot", "--paper")
    ]
    exact = contrast(tokens().colour("--figure-dot"), tokens().colour("--paper"))
    assert line.light <= Decimal(exact)
