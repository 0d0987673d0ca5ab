"""The checks of pages can fail: each finds what it looks for on a page that is otherwise right."""

import pytest

from app.web.headers import HEADERS
from tests.pages.checks import CHECKS, parsed, problems

PAGE = """<!doctype html>
<html lang="nb">
  <head>
    <title>Hemne – Kommunekompasset</title>
    <meta name="description" content="Hemne fikk 433 poeng.">
    <link rel="canonical" href="http://127.0.0.1:8000/kommuner/hemne">
    <link rel="alternate" hreflang="nb" href="/kommuner/hemne">
    <link rel="alternate" hreflang="nn" href="/nn/kommuner/hemne">
    <link rel="alternate" hreflang="sv" href="/sv/kommuner/hemne">
    <link rel="alternate" hreflang="en" href="/en/kommuner/hemne">
    <link rel="alternate" hreflang="x-default" href="/kommuner/hemne">
    <script type="module" src="/static/main.js"></script>
  </head>
  <body>
    <nav aria-label="Hovedmeny"><a href="/">Forside</a></nav>
    <nav aria-label="Språk"><a href="/en" lang="en">English</a></nav>
    <main id="main">
      <h1>Hemne</h1>
      <h2 id="total">Poeng</h2>
      <section aria-labelledby="total"><a href="#main">Til toppen</a></section>
      <label for="q">Navn</label><input id="q" name="q">
      <img src="/static/favicon.svg" alt="">
      <ul><li>Styrke</li></ul>
      <table><caption>Områder</caption>
        <tr><th scope="row">1</th><td>38,9</td></tr>
        <tr><td colspan="2">–</td></tr>
      </table>
    </main>
  </body>
</html>
"""
ANSWERED = {
    "content-language": "nb",
    "content-security-policy": HEADERS["Content-Security-Policy"],
}

SPOILT = [
    ("valid_html", "<!doctype html>", ""),
    ("valid_html", "<h1>Hemne</h1>", "<h1>Hemne</h2>"),
    ("valid_html", "<li>Styrke</li>", "<p>Styrke</p>"),
    ("valid_html", '<a href="#main">Til toppen</a>', '<a href="#main"><div>Opp</div></a>'),
    ("valid_html", 'id="q" name="q"', 'id="q" name="q" name="p"'),
    ("title_and_heading", "Hemne – Kommunekompasset", ""),
    ("title_and_heading", "Hemne – Kommunekompasset", "Heim – Kommunekompasset"),
    ("title_and_heading", "<h1>Hemne</h1>", "<h1>Hemne</h1><h1>Hemne</h1>"),
    ("headings_in_order", "<h1>Hemne</h1>", "<h1>Hemne</h1><h3>For dypt</h3>"),
    ("headings_in_order", "Poeng</h2>", "</h2>"),
    ("unique_ids", 'id="q"', 'id="main"'),
    ("references_lead_somewhere", '"#main"', '"#toppen"'),
    ("references_lead_somewhere", 'aria-labelledby="total"', 'aria-labelledby="sum"'),
    ("references_lead_somewhere", 'for="q"', 'for="p"'),
    ("language", '<html lang="nb">', '<html lang="en">'),
    ("language", 'lang="en">English', 'lang="xx">English'),
    ("nothing_inline", "<h1>", '<h1 style="color:red">'),
    ("nothing_inline", "<h1>", '<h1 onclick="go()">'),
    ("nothing_inline", "<h1>", "<style>h1 {}</style><h1>"),
    ("nothing_inline", "<h1>", "<script>go()</script><h1>"),
    ("nothing_inline", 'href="/"', 'href="javascript:go()"'),
    ("own_files_only", "/static/main.js", "https://elsewhere.example/main.js"),
    ("own_files_only", "/static/favicon.svg", "//elsewhere.example/x.svg"),
    ("names", ' alt=""', ""),
    ("names", "Forside", ""),
    ("names", ' aria-label="Språk"', ""),
    ("names", '<main id="main">', '<div id="main">'),
    ("fields_have_labels", '<label for="q">Navn</label>', ""),
    ("fields_have_labels", ">Navn<", "><"),
    ("tables", "<caption>Områder</caption>", ""),
    ("tables", ' scope="row"', ""),
    ("tables", '<td colspan="2">', "<td>"),
    ("description", "433 poeng.", "433 poeng. " * 40),
    ("canonical_and_alternates", "8000/kommuner/hemne", "8000/kommuner/heim"),
    ("canonical_and_alternates", 'rel="canonical"', 'rel="help"'),
    ("canonical_and_alternates", 'hreflang="en"', 'hreflang="da"'),
    ("nothing_unfinished", ">Navn<", ">%(name)s<"),
    ("nothing_unfinished", "38,9", "None"),
]


def test_the_page_that_is_spoilt_below_is_right() -> None:
    assert problems(parsed("/kommuner/hemne", ANSWERED, PAGE)) == []


@pytest.mark.parametrize("check, right, wrong", SPOILT)
def test_what_is_wrong_is_found(check: str, right: str, wrong: str) -> None:
    assert right in PAGE
    spoilt = PAGE.replace(right, wrong, 1)
    found = problems(parsed("/kommuner/hemne", ANSWERED, spoilt))
    assert check in {problem.partition(":")[0] for problem in found}, found


@pytest.mark.parametrize(
    "check, name, value",
    [
        ("policy", "content-security-policy", ""),
        ("policy", "content-security-policy", "default-src 'none'; style-src 'unsafe-inline'"),
        ("policy", "content-security-policy", "default-src 'none'; img-src *"),
        ("language", "content-language", "en"),
    ],
)
def test_wrong_headers_are_found(check: str, name: str, value: str) -> None:
    found = problems(parsed("/kommuner/hemne", {**ANSWERED, name: value}, PAGE))
    assert {problem.partition(":")[0] for problem in found} == {check}


def test_every_check_is_shown_to_fail() -> None:
    assert {check.__name__ for check in CHECKS} == {name for name, _, _ in SPOILT} | {"policy"}
