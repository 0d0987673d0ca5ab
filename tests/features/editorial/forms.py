"""Pages of the workspace, each checked, and their forms sent as a browser would send them."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from httpx2 import Response

from tests.features.editorial.desk import Browser
from tests.pages.checks import parsed, problems
from tests.pages.client import Page


def page_of(path: str, answered: Response, status: int = 200) -> Page:
    """An answer as a page. Fails where anything is wrong with it as a page."""
    assert answered.status_code == status, f"{path}: {answered.status_code} {answered.text[:600]}"
    shown = parsed(path, {k.lower(): v for k, v in answered.headers.items()}, answered.text)
    found = problems(shown)
    assert not found, f"{path}\n" + "\n".join(found)
    assert shown.headers["cache-control"] == "no-store"
    return Page(status, shown.headers, answered.text, shown)


def seen(browser: Browser, path: str, status: int = 200, *, checked: bool = True) -> Page:
    """A page of the workspace. Where somebody has typed what looks like code, it is not `checked`:
    the checks look for code."""
    answered = browser.get(path)
    if checked:
        return page_of(path, answered, status)
    assert answered.status_code == status, f"{path}: {answered.status_code} {answered.text[:600]}"
    shown = parsed(path, {k.lower(): v for k, v in answered.headers.items()}, answered.text)
    return Page(status, shown.headers, answered.text, shown)


def filled_in(page: Page, action: str) -> dict[str, str]:
    """What the form that goes to an address would send as it stands, without its buttons."""
    form = next(f for f in page.root.iter("form") if (f.get("action") or "") == action)
    sent: dict[str, str] = {}
    for field in form.iter():
        name = field.get("name")
        if not name or field.tag == "button":
            continue
        if field.tag == "textarea":
            sent[name] = (field.text or "").removeprefix("\n")
        elif field.tag == "select":
            sent[name] = _chosen(field)
        elif field.get("type") in ("checkbox", "radio"):
            if field.get("checked") is not None:
                sent[name] = field.get("value") or "on"
        else:
            sent[name] = field.get("value") or ""
    return sent


def _chosen(select: Element) -> str:
    options = list(select.iter("option"))
    chosen = [option for option in options if option.get("selected") is not None]
    return (chosen or options)[0].get("value") or ""


def send(
    browser: Browser,
    shown_at: str,
    action: str,
    changed: Mapping[str, str] | None = None,
    *,
    checked: bool = True,
) -> Response:
    """Looks at a page and sends one of its forms, with some fields changed."""
    page = seen(browser, shown_at, checked=checked)
    return browser.post(action, {**filled_in(page, action), **(changed or {})})


def led_to(answered: Response) -> str:
    """Where one is led after something was done."""
    assert answered.status_code == 303, f"{answered.status_code} {answered.text[:600]}"
    location: str = answered.headers["location"]
    return location


def value_of(page: Page, id: str) -> str:
    """What stands in a field."""
    field = page.by_id(id)
    if field.tag == "textarea":
        return (field.text or "").removeprefix("\n")
    return field.get("value") or ""
