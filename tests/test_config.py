"""Settings that follow from others."""

import pytest

from app.config import Settings


@pytest.mark.parametrize(
    "host,port,known_by",
    [
        ("127.0.0.1", "8790", "http://127.0.0.1:8790"),
        ("0.0.0.0", "8790", "http://127.0.0.1:8790"),
        ("::", "80", "http://127.0.0.1:80"),
        ("::1", "8000", "http://[::1]:8000"),
        ("kompass.test", "8000", "http://kompass.test:8000"),
    ],
)
@pytest.mark.parametrize("site_url", [None, "", " "])
def test_without_an_address_the_site_is_known_by_where_it_listens(
    monkeypatch: pytest.MonkeyPatch, host: str, port: str, known_by: str, site_url: str | None
) -> None:
    monkeypatch.setenv("HOST", host)
    monkeypatch.setenv("PORT", port)
    if site_url is None:
        monkeypatch.delenv("SITE_URL", raising=False)
    else:
        monkeypatch.setenv("SITE_URL", site_url)
    assert Settings().origin == known_by


def test_an_address_that_is_set_is_the_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "8790")
    monkeypatch.setenv("SITE_URL", "https://kompass.example/")
    assert Settings().origin == "https://kompass.example"


@pytest.mark.parametrize(
    "written, number",
    [
        ("", ""),
        ("974 760 673", "974760673"),
        ("991825827", "991825827"),
        ("202100-2361", "2021002361"),
    ],
)
def test_an_organisation_number_is_known_by_its_last_digit(written: str, number: str) -> None:
    assert Settings(publisher_organisation_number=written).publisher_organisation_number == number


@pytest.mark.parametrize("written", ["974760674", "12345678", "abc", "202100-2362", "٩٧٤٧٦٠٦٧٣"])
def test_what_is_no_organisation_number_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="not an organisation number"):
        Settings(publisher_organisation_number=written)
