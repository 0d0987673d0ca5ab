"""How to ask for results from a few languages: texts to copy, with the site's own address.

Each is run by a test where its program is found; a program for Power Query is not, so of those only
the addresses are checked. The page says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from app.web.api.csv_files import Dialect, parameters_of
from app.web.api.formats import API_ROOT, Format
from app.web.api.parameters import HIGHEST_LIMIT
from app.web.page.reading_lines import reading_lines

CODES: Final = ("code", "code_in_year", "method_version", "family")
"""Columns of the list of evaluations whose texts look like numbers."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """A text to copy, with the name of the language it is written in."""

    id: str
    language: str
    code: str


def of_one(site: str, slug: str) -> tuple[Recipe, ...]:
    """The results of one municipality, year by year."""
    address = f"{site}{API_ROOT}/municipalities/{slug}"
    chosen = urlencode({"municipality": slug})
    read = _reading(f"{site}{API_ROOT}/evaluations{Format.CSV.suffix}?{chosen}")
    return (
        Recipe("recipe-curl", "curl", f'curl -s "{address}"'),
        Recipe(
            "recipe-python",
            "Python",
            "import json\n"
            "from urllib.request import urlopen\n\n"
            f'with urlopen("{address}") as answer:\n'
            "    municipality = json.load(answer)\n\n"
            'for one in municipality["evaluations"]:\n'
            '    print(one["year"], one["method_version"], one["total"]["score"])',
        ),
        Recipe(
            "recipe-r",
            "R",
            f'{read["R"]}\n\nprint(data[, c("year", "method_version", "total")])',
        ),
        Recipe(
            "recipe-javascript",
            "JavaScript",
            f'const answer = await fetch("{address}");\n'
            "const municipality = await answer.json();\n\n"
            "for (const one of municipality.evaluations) {\n"
            "  console.log(one.year, one.method_version, one.total.score);\n"
            "}",
        ),
        Recipe(
            "recipe-power-query",
            "Excel (Power Query)",
            "let\n"
            f'    Answer = Json.Document(Web.Contents("{address}")),\n'
            "    Rows = List.Transform(Answer[evaluations], each [\n"
            "        year = _[year],\n"
            "        method_version = _[method_version],\n"
            "        score = _[total][score]\n"
            "    ]),\n"
            "    Result = Table.FromRecords(Rows)\n"
            "in\n"
            "    Result",
        ),
    )


def of_all(site: str, version: str) -> tuple[Recipe, ...]:
    """Every evaluation as a table, and how many there are with one version of the method: a version
    is a text, and is compared as one."""
    address = f"{site}{API_ROOT}/evaluations"
    file = address + Format.CSV.suffix
    nordic = f"{file}?{urlencode(parameters_of(Dialect.EXCEL_NO))}"
    read = _reading(file)
    return (
        Recipe(
            "table-curl",
            "curl",
            f'curl -s -o evaluations.csv "{file}"\n'
            f'curl -s -o evaluations-excel.csv "{nordic}"\n'
            f'curl -s -o evaluations.xlsx "{address}{Format.XLSX.suffix}"',
        ),
        Recipe(
            "table-python",
            "Python (pandas)",
            read["Python (pandas)"].replace("; ", "\n\n", 1)
            + f'\n\nprint(len(data[data["method_version"] == "{version}"]))\n'
            'print(data.groupby("method_version")["total"].describe())',
        ),
        Recipe(
            "table-r",
            "R",
            f'{read["R"]}\n\nprint(sum(data$method_version == "{version}"))',
        ),
        Recipe(
            "table-javascript",
            "JavaScript",
            f'let address = "{address}?limit={HIGHEST_LIMIT}";\n'
            "const evaluations = [];\n"
            "while (address) {\n"
            "  const answer = await fetch(address);\n"
            "  const page = await answer.json();\n"
            "  evaluations.push(...page.items);\n"
            "  address = page.next; // null at the end\n"
            "}\n\n"
            f'const chosen = evaluations.filter((one) => one.method_version === "{version}");\n'
            "console.log(chosen.length);",
        ),
        Recipe(
            "table-power-query",
            "Excel (Power Query)",
            "let\n"
            f'    File = Web.Contents("{file}"),\n'
            '    Read = Csv.Document(File, [Delimiter = ",", Encoding = 65001]),\n'
            "    Texts = Table.PromoteHeaders(Read),\n"
            "    Numbers = Table.TransformColumns(Texts, {\n"
            '        {"year", Number.FromText},\n'
            '        {"total", each if _ = "" then null else Number.FromText(_, "en-US")}\n'
            "    })\n"
            "in\n"
            "    Numbers",
        ),
    )


def _reading(address: str, codes: Sequence[str] = CODES) -> dict[str, str]:
    return {line.language: line.code for line in reading_lines(address, codes)}
