"""What must hold for every page, whatever it shows. Each check names what is wrong with a page."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import html5lib

from app.config import settings
from app.domain.language import DEFAULT, LANGUAGES

SITE_NAME = "Kommunekompasset"
LONGEST_DESCRIPTION = 300
LANGUAGE_TAGS = {"nb", "nn", "sv", "en", "da", "no", "fi", "fkv", "se", "sma", "smj"}
"""Languages that texts and names here are written in."""

NOT_FIELDS = {"hidden", "submit", "button", "reset", "image"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for")
EMBEDDED = re.compile(r"(?:/(?:nn|sv|en))?/embed/")
"""Where other sites may show us in a frame."""
OURSELVES = re.compile(r"/(?!/)")
CODE_SHOWN = re.compile(
    r"%\(\w+\)s|\{\{|\}\}|\{%|\b(?:Decimal|Message|Points|LocalText)\("
    r"|<\w+\.\w+|^\s*(?:None|undefined)\s*$|=None\b"
)
"""What stands in a text when something was forgotten."""


@dataclass(frozen=True)
class Shown:
    """A page as it was answered, and as it was parsed."""

    path: str
    headers: dict[str, str]
    html: str
    root: Element
    syntax_errors: tuple[str, ...]

    @property
    def language(self) -> str:
        first = self.path.split("?")[0].strip("/").partition("/")[0]
        return first if first in LANGUAGES else DEFAULT


def parsed(path: str, headers: dict[str, str], html: str) -> Shown:
    """A page with all that the HTML standard calls a parse error."""
    parser = html5lib.HTMLParser(
        html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False, strict=False
    )
    root = parser.parse(html)
    errors = tuple(f"{place[0]}: {kind} {values}" for place, kind, values in parser.errors)
    return Shown(path, headers, html, root, errors)


def problems(page: Shown) -> list[str]:
    """Everything that is wrong with a page; empty where all is well."""
    return [f"{check.__name__}: {problem}" for check in CHECKS for problem in check(page)]


def text_of(element: Element) -> str:
    """The text inside an element, with single spaces."""
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip()


def all_of(page: Shown, *names: str) -> Iterator[Element]:
    """Elements by name, in the order of the page."""
    return (e for e in page.root.iter() if not _is_comment(e) and _name(e) in names)


def _is_comment(node: Element) -> bool:
    """The tag of a comment is a function, which the types of ElementTree do not say."""
    return callable(node.tag)


def every(page: Shown) -> Iterator[Element]:
    return (e for e in page.root.iter() if not _is_comment(e))


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _shown(element: Element) -> str:
    attributes = "".join(f' {name}="{value}"' for name, value in list(element.items())[:3])
    return f"<{_name(element)}{attributes}> {text_of(element)[:40]}".strip()


def valid_html(page: Shown) -> Iterator[str]:
    if not page.html.lstrip().lower().startswith("<!doctype html>"):
        yield "no doctype"
    yield from page.syntax_errors
    for paragraph in all_of(page, "p", "h1", "h2", "h3", "h4", "span", "a", "button", "label"):
        inside = [e for e in paragraph.iter() if e is not paragraph and not _is_comment(e)]
        for inner in inside:
            if _name(inner) in ("div", "p", "ul", "ol", "table", "section", "figure", *HEADINGS):
                yield f"a block inside {_shown(paragraph)}"
    for group in all_of(page, "ul", "ol"):
        for child in group:
            if not _is_comment(child) and _name(child) not in ("li", "script", "template"):
                yield f"{_shown(child)} directly in a list"


def title_and_heading(page: Shown) -> Iterator[str]:
    titles = [text_of(t) for t in page.root.findall("head/title")]
    if len(titles) != 1 or not titles[0]:
        yield f"titles: {titles}"
    first = [text_of(h) for h in all_of(page, "h1")]
    if len(first) != 1 or not first[0]:
        yield f"h1: {first}"
    elif titles:
        own = titles[0].removesuffix(SITE_NAME).rstrip(" –")
        if first[0] not in own and own not in first[0]:
            yield f"the title “{own}” is not about “{first[0]}”"


def headings_in_order(page: Shown) -> Iterator[str]:
    last = 0
    for heading in all_of(page, *HEADINGS):
        level = int(_name(heading)[1])
        if level > last + 1:
            yield f"h{last} is followed by {_shown(heading)}"
        if not text_of(heading):
            yield f"an empty h{level}"
        last = level


def unique_ids(page: Shown) -> Iterator[str]:
    counted = Counter(e.get("id") for e in every(page) if e.get("id") is not None)
    for name, n in counted.items():
        if n > 1 or not name or re.search(r"\s", name):
            yield f"id “{name}” {n} times"


def references_lead_somewhere(page: Shown) -> Iterator[str]:
    ids = {e.get("id") for e in every(page)}
    for element in every(page):
        wanted = [part for name in REFERENCES for part in (element.get(name) or "").split()]
        for name in ("href", "{http://www.w3.org/1999/xlink}href"):
            link = element.get(name) or ""
            wanted += [link[1:]] if link.startswith("#") else []
        for id in wanted:
            if id not in ids:
                yield f"nothing has the id “{id}” that {_shown(element)} refers to"


def language(page: Shown) -> Iterator[str]:
    if page.root.get("lang") != page.language:
        yield f"html is in {page.root.get('lang')}"
    if page.headers.get("content-language") != page.language:
        yield f"Content-Language is {page.headers.get('content-language')}"
    for element in every(page):
        for name in ("lang", "hreflang"):
            tag = element.get(name)
            if tag is not None and tag not in LANGUAGE_TAGS | {"x-default"}:
                yield f"{name} “{tag}”"


def _is_data(element: Element) -> bool:
    """Whether a script element holds data, which no browser runs."""
    return element.get("type") == "application/ld+json"


def nothing_inline(page: Shown) -> Iterator[str]:
    for element in every(page):
        if _name(element) == "style" or element.get("style") is not None:
            yield f"style in {_shown(element)}"
        if _name(element) == "script" and not (element.get("src") or _is_data(element)):
            yield "a script in the page"
        for name, value in element.items():
            if name.lower().startswith("on"):
                yield f"{name} in {_shown(element)}"
            if value.strip().lower().startswith("javascript:"):
                yield f"a script in {name} of {_shown(element)}"


def policy(page: Shown) -> Iterator[str]:
    found = page.headers.get("content-security-policy", "")
    framed = EMBEDDED.match(page.path) is not None
    if framed == ("frame-ancestors 'none'" in found) or framed == ("frame-ancestors" in found):
        yield f"frames: “{found}”"
    if "default-src 'none'" not in found or "unsafe" in found or "*" in found:
        yield f"“{found}”"


def own_files_only(page: Shown) -> Iterator[str]:
    for element in all_of(page, "script", "img", "iframe", "source", "video", "audio", "link"):
        if _name(element) == "link" and element.get("rel") not in ("stylesheet", "icon", "preload"):
            continue
        if _is_data(element):
            continue
        address = element.get("src") or element.get("href") or ""
        if not OURSELVES.match(address):
            yield _shown(element)


def names(page: Shown) -> Iterator[str]:
    """Pictures, links, buttons, regions and fields can all be called something."""
    for image in all_of(page, "img"):
        if image.get("alt") is None:
            yield f"no alt: {_shown(image)}"
    for element in all_of(page, "a", "button"):
        inside = [element.get("aria-label"), text_of(element)]
        inside += [image.get("alt") for image in element.iter("img")]
        if not any(inside) and not element.get("aria-labelledby"):
            yield f"no name: {_shown(element)}"
    navigations = list(all_of(page, "nav"))
    regions = [e for e in every(page) if e.get("role") == "region"]
    for element in [*(navigations if len(navigations) > 1 else []), *regions]:
        if not (element.get("aria-label") or element.get("aria-labelledby")):
            yield f"no name: {_shown(element)}"
    if len(list(all_of(page, "main"))) != 1:
        yield "not one main"


def fields_have_labels(page: Shown) -> Iterator[str]:
    labels = {e.get("for") for e in all_of(page, "label") if text_of(e)}
    wrapped = {f for label in all_of(page, "label") if text_of(label) for f in label.iter()}
    for field in all_of(page, "input", "select", "textarea"):
        if field.get("type") in NOT_FIELDS:
            continue
        named = field.get("aria-label") or field.get("aria-labelledby")
        if not named and field.get("id") not in labels and field not in wrapped:
            yield _shown(field)


def tables(page: Shown) -> Iterator[str]:
    for table in all_of(page, "table"):
        caption = table.find("caption")
        if caption is None or not text_of(caption):
            yield f"no caption: {_shown(table)}"
        for heading in table.iter("th"):
            if heading.get("scope") not in ("col", "row", "colgroup", "rowgroup"):
                yield f"no scope: {_shown(heading)}"
        if any(cell.get("rowspan") for cell in table.iter() if not _is_comment(cell)):
            continue
        widths = {
            sum(int(cell.get("colspan", 1)) for cell in row if cell.tag in ("td", "th"))
            for row in table.iter("tr")
        }
        if len(widths) > 1:
            yield f"rows of {sorted(widths)} cells: {_shown(table)}"


def description(page: Shown) -> Iterator[str]:
    found = [e.get("content") or "" for e in all_of(page, "meta") if e.get("name") == "description"]
    if len(found) > 1 or any(not 0 < len(text) <= LONGEST_DESCRIPTION for text in found):
        yield f"{found}"


def canonical_and_alternates(page: Shown) -> Iterator[str]:
    robots = [e.get("content") or "" for e in all_of(page, "meta") if e.get("name") == "robots"]
    if any("noindex" in found for found in robots):
        return
    links = list(all_of(page, "link"))
    canonical = [e.get("href") or "" for e in links if e.get("rel") == "canonical"]
    own = settings().site_url
    path = page.path.split("?")[0]
    if len(canonical) != 1 or canonical[0].split("?")[0] != own + path:
        yield f"canonical {canonical}"
    alternates = [e.get("hreflang") for e in links if e.get("rel") == "alternate"]
    if not {*LANGUAGES, "x-default"} <= set(alternates):
        yield f"alternates {alternates}"


def nothing_unfinished(page: Shown) -> Iterator[str]:
    for element in every(page):
        if _is_data(element):
            continue  # braces belong there
        own = [element.text or "", *(child.tail or "" for child in element)]
        said = [*own, *(v for n, v in element.items() if n in ("alt", "aria-label", "content"))]
        for text in said:
            if found := CODE_SHOWN.search(text):
                yield f"“{found.group()}” in {_shown(element)}"


CHECKS: tuple[Callable[[Shown], Iterator[str]], ...] = (
    valid_html,
    title_and_heading,
    headings_in_order,
    unique_ids,
    references_lead_somewhere,
    language,
    nothing_inline,
    policy,
    own_files_only,
    names,
    fields_have_labels,
    tables,
    description,
    canonical_and_alternates,
    nothing_unfinished,
)
