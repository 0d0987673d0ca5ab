"""A code on paper leads where it says, for addresses of every length that we have."""

from app.reports.address_code import QUIET, address_code
from tests.reports.sheet.code_reading import modules, read

ADDRESSES = (
    "https://kompass.example/",
    "https://kompass.example/kommuner/hemne/2018?release=1",
    "https://kompass.example/nn/kommuner/heroy-more-og-romsdal/2018-v2.1?release=1234",
    "https://a-long-name.of-a-host.example:8443/under/sv/kommuner/lindesnes-til-2019/2017?release=9",
)


def test_a_code_is_read_as_the_address_it_was_made_of() -> None:
    for address in ADDRESSES:
        grid, _ = modules(address_code(address, "").svg())
        assert read(grid) == address


def test_one_wrong_module_in_the_data_is_seen() -> None:
    """The reader mends nothing, so that what it reads is what was drawn."""
    grid, _ = modules(address_code(ADDRESSES[1], "").svg())
    grid[-4][-1] = not grid[-4][-1]
    try:
        said = read(grid)
    except (AssertionError, UnicodeDecodeError):
        said = ""
    assert said != ADDRESSES[1]


def test_it_has_the_quiet_that_the_standard_asks_for() -> None:
    made = address_code(ADDRESSES[1], "")
    grid, margin = modules(made.svg())
    assert margin == QUIET == 4
    assert len(grid) + 2 * margin == made.across


def test_it_says_in_words_where_it_leads() -> None:
    made = address_code(ADDRESSES[0], "Leads to <there> & on")
    assert 'role="img"' in made.svg()
    assert "<title>Leads to &lt;there&gt; &amp; on</title>" in made.svg()
