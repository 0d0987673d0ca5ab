"""What is promised about the project itself: its documents, its settings, its walls."""

import re
import subprocess
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.config import ROOT, Settings
from app.database import open_session
from app.web.words import translations
from tests.conftest import UseDatabase
from tests.in_turn import in_turn

DOCS = ROOT / "docs"
DECISION = re.compile(r"(\d{4})-[a-z0-9-]+\.md")
DECISION_HEAD = re.compile(r"# \d+\. .+\n\n(Accepted|Replaced), 20\d\d-\d\d-\d\d\.\n")
DECISION_SECTIONS = ("Context", "Decision", "Considered", "Consequences")
UNWANTED = re.compile(
    r"(?:files\.pythonhosted|pypi|npmjs|crates|yarnpkg)\.(?:org|com|io)\b"
    r"|(?<![\w.:-])/(?:work|root|home)/"
)
"""Where packages are fetched from is the machine's affair, and so are its folders."""
NAMED_FILE = re.compile(r"(?<![\w./-])(?:app|docs|migrations|tests|tools)/[\w/.-]+\.[a-z]+\b")
NAMED_MODULE = re.compile(r"`(app(?:\.[a-z_]+){2,})")
DESIGN_WORDS = """
    municipality, evaluation, method version, family, focus area, question, score, max, gold star,
    finding, size group, comparison set, reference average, release, lineage, detail level
"""


def tracked() -> list[Path]:
    """The files of the project as they will be published."""
    if (ROOT / ".git").exists():
        command = ["git", "ls-files", "-z"]
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
        return [ROOT / name for name in listed.decode().split("\0") if name]
    left_out = {".venv", "node_modules", "var", "dist"}
    return [f for f in ROOT.rglob("*") if f.is_file() and not left_out & set(f.parts)]


def test_no_file_names_a_registry_or_a_folder_of_a_machine() -> None:
    found = []
    for file in tracked():
        if not file.exists() or file.suffix in (".png", ".woff2", ".ico"):
            continue
        text = file.read_text(encoding="utf-8", errors="replace")  # some cases are in no UTF-8
        for number, line in enumerate(text.splitlines(), 1):
            if match := UNWANTED.search(line):
                found.append(f"{file.relative_to(ROOT)}:{number}: {match.group()}")
    assert found == []


def test_every_setting_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [n.upper() for n in Settings.model_fields if f"`{n.upper()}`" not in readme] == []


def test_the_readme_names_no_setting_that_is_not_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    section = readme.partition("## Settings")[2].partition("\n## ")[0]
    named = set(re.findall(r"`([A-Z_]+)`", section))
    assert named <= {n.upper() for n in Settings.model_fields}


def test_the_readme_opens_with_the_two_commands() -> None:
    opening = (ROOT / "README.md").read_text(encoding="utf-8").partition("## ")[0]
    assert "make serve" in opening
    assert "make test" in opening


def test_links_between_documents_lead_somewhere() -> None:
    broken = [
        f"{file.relative_to(ROOT)}: {link}"
        for file in (*sorted(ROOT.glob("*.md")), *sorted(DOCS.rglob("*.md")))
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", file.read_text(encoding="utf-8"))
        if not (file.parent / link).exists()
    ]
    assert broken == []


def test_what_documents_and_comments_name_is_there() -> None:
    """Files by their path, and modules in documents by their name."""
    gone = []
    for file in tracked():
        if file.suffix not in (".css", ".html", ".js", ".md", ".mjs", ".py", ".toml", ".yaml"):
            continue
        text = file.read_text(encoding="utf-8")
        gone += [(file.name, n) for n in NAMED_FILE.findall(text) if not (ROOT / n).exists()]
        if file.suffix == ".md":
            gone += [(file.name, n) for n in NAMED_MODULE.findall(text) if not is_module(n)]
    assert gone == []


def is_module(name: str) -> bool:
    """Whether a name is that of a module, a package, or of what stands in one."""
    path = ROOT / name.replace(".", "/")
    if path.is_dir() or path.with_suffix(".py").exists():
        return True
    holder = path.parent.with_suffix(".py")
    return holder.exists() and path.name in holder.read_text(encoding="utf-8")


def test_decisions_are_numbered_without_gaps() -> None:
    names = sorted(p.name for p in (DOCS / "decisions").glob("*.md") if p.name != "README.md")
    numbers = [int(m.group(1)) if (m := DECISION.fullmatch(name)) else None for name in names]
    assert numbers == list(range(1, len(names) + 1)), names


def test_decisions_say_when_why_and_what_else_was_considered() -> None:
    listed = (DOCS / "decisions" / "README.md").read_text(encoding="utf-8")
    faults = []
    for file in sorted((DOCS / "decisions").glob("0*.md")):
        text = file.read_text(encoding="utf-8")
        if not DECISION_HEAD.match(text):
            faults.append(f"{file.name} does not begin with its heading and when it was accepted")
        sections = re.findall(r"^## (.+)$", text, re.MULTILINE)
        if sorted(sections) != sorted(DECISION_SECTIONS):
            faults.append(f"{file.name} has the sections {sections}")
        if f"]({file.name})" not in listed:
            faults.append(f"{file.name} is not in the list")
    assert faults == []


def glossary() -> list[str]:
    """The words of the first column, where it holds words of the code."""
    text = (DOCS / "glossary.md").read_text(encoding="utf-8")
    before, _, rest = text.partition("\n## The words of each language")
    _, heading, after = rest.partition("\n## The words of the code")
    lines = (before + heading + after).splitlines()
    rows = [line.split("|")[1] for line in lines if line.startswith("| ")]
    return [word.strip() for row in rows[1:] for word in row.split(",")]


def test_the_glossary_has_the_words_that_everything_else_uses() -> None:
    wanted = {word.strip() for word in DESIGN_WORDS.split(",")}
    assert wanted <= set(glossary())


@in_turn("word", glossary())
def test_a_word_of_the_glossary_is_a_word_of_the_code(word: str) -> None:
    source = "\n".join(
        file.read_text(encoding="utf-8") for file in sorted((ROOT / "app").rglob("*.py"))
    )
    parts = word.split(" ")
    plain, snake = " ".join(parts), "_".join(parts)
    pascal = "".join(part.title() for part in parts)
    assert re.search(rf"{plain}|{snake}|{pascal}", source, re.IGNORECASE), word


def test_everything_that_is_said_is_said_in_every_language() -> None:
    assert translations.check() == []


@pytest.mark.on_both_databases
def test_pages_cannot_write(use_database: UseDatabase, real_url: str) -> None:
    use_database(real_url)
    for statement in ("DELETE FROM release", "CREATE TABLE other (x INTEGER)"):
        with open_session() as session, pytest.raises(DBAPIError, match=r"read-?only"):
            session.execute(text(statement))


def test_only_the_command_and_the_workspace_publish() -> None:
    """Neither pages of readers nor the web layer can reach what writes."""
    writers = re.compile(r"app\.publishing|writes=True")
    found = [
        file.name
        for folder in ("features", "web", "charts", "queries")
        for file in (ROOT / "app" / folder).rglob("*.py")
        if "editorial" not in file.parts and writers.search(file.read_text(encoding="utf-8"))
    ]
    assert found == []
