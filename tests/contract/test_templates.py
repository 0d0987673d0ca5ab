"""Templates: each is used, each loads, and none takes in what it does not use."""

import re
from functools import cache
from pathlib import Path

from jinja2 import meta, nodes

from app.config import ROOT
from app.domain.language import LANGUAGES
from app.web.page.rendering import TEMPLATES, environment
from tests.in_turn import in_turn

NAMES = sorted(file.relative_to(TEMPLATES).as_posix() for file in TEMPLATES.rglob("*.html"))
NAMED_IN_PYTHON = re.compile(r'"([\w/{}.]+\.html)"')


@cache
def tree(name: str) -> nodes.Template:
    return environment("en").parse((TEMPLATES / name).read_text(encoding="utf-8"))


def referred_to(name: str) -> set[str]:
    return {other for other in meta.find_referenced_templates(tree(name)) if other}


def included(name: str) -> set[str]:
    """The templates that see what this one has imported."""
    found: set[str] = set()
    for include in tree(name).find_all(nodes.Include):
        if isinstance(include.template, nodes.Const):
            found |= {include.template.value, *included(include.template.value)}
    return found


def names_used(name: str) -> set[str]:
    loaded = (n for n in tree(name).find_all(nodes.Name) if n.ctx == "load")
    return {found.name for found in loaded}


def imported(name: str) -> list[tuple[str, str]]:
    """From which template, and under which name here."""
    return [
        (statement.template.value, names[1] if isinstance(names, tuple) else names)
        for statement in tree(name).find_all(nodes.FromImport)
        if isinstance(statement.template, nodes.Const)
        for names in statement.names
    ]


@in_turn("language", LANGUAGES)
@in_turn("name", NAMES)
def test_every_template_loads(name: str, language: str) -> None:
    assert environment(language).get_template(name).name == name


@in_turn("name", NAMES)
def test_a_template_refers_only_to_templates_there_are(name: str) -> None:
    assert referred_to(name) <= set(NAMES)


def test_every_template_is_used() -> None:
    used = {other for name in NAMES for other in referred_to(name)}
    for file in (ROOT / "app").rglob("*.py"):
        for written in NAMED_IN_PYTHON.findall(file.read_text(encoding="utf-8")):
            pattern = re.sub(r"\\\{.*?\\\}", r"[^/]+", re.escape(written))
            used |= {name for name in NAMES if re.fullmatch(pattern, name)}
    assert set(NAMES) - used == set()


@in_turn("name", NAMES)
def test_what_is_imported_is_used(name: str) -> None:
    used = set().union(*(names_used(seen) for seen in {name, *included(name)}))
    unused = [macro for _, macro in imported(name) if macro not in used]
    assert unused == []


def test_every_macro_is_used() -> None:
    wanted = {(source, macro) for name in NAMES for source, macro in imported(name)}
    defined = {(name, m.name) for name in NAMES for m in tree(name).find_all(nodes.Macro)}
    own = {(name, used) for name in NAMES for used in names_used(name)}
    assert defined - wanted - own == set()


@in_turn("name", NAMES)
def test_nothing_is_marked_safe(name: str) -> None:
    """What a reader or a source wrote is always escaped."""
    assert [f for f in tree(name).find_all(nodes.Filter) if f.name == "safe"] == []
    assert "autoescape" not in (TEMPLATES / name).read_text(encoding="utf-8")


def test_the_folder_of_templates_is_where_it_is_said_to_be() -> None:
    assert Path("app/templates") == TEMPLATES.relative_to(ROOT)
    assert len(NAMES) > 20
