"""What is wrong with a file is told in the reader's language: also what pydantic finds, and what
the readers of JSON and CSV say."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from app.config import ROOT
from app.domain.language import LANGUAGES
from app.editorial.method_items import SHAPE as METHOD_ITEM
from app.publishing.detail_rows import AreaEntry, MembershipEntry, PeerEntry
from app.publishing.evaluation_file import evaluation_file
from app.publishing.faults import Fault, Faults, RejectedError, in_english
from app.publishing.parse import (
    COUNTS,
    EVALUATION,
    INSTRUMENT,
    METHOD,
    REFERENCES,
    SCHEMES,
    read_text,
)
from app.publishing.patterns import MENDS
from app.publishing.register_operations import OPERATION
from app.publishing.register_rows import (
    AliasEntry,
    ChangeEntry,
    CodeEntry,
    MunicipalityEntry,
    PopulationEntry,
    RowShape,
    rows_of,
)
from app.publishing.seed import read_folder
from app.publishing.value_faults import LAST_RESORT, value_fault
from app.web.words.languages import translate
from tests.databases import SEED
from tests.publishing.changing import evaluation_of, real_state
from tests.publishing.saying import assert_told_in_every_language
from tests.publishing.texts_written import with_texts

NAME = "seed/evaluations/x-2018.json"
ODD: list[Any] = [
    None,
    True,
    1.5,
    -1,
    0,
    3.25,
    10**400,
    float("inf"),
    float("nan"),
    "",
    " ",
    "x",
    " x",
    "x\ny",
    "x\n\n\ny",
    "x\u202ey",
    "9" * 5000,
    "2020-13-01",
    "2020-01-01T00:00:00",
    [],
    [1],
    [[]],
    {},
    {"a": 1},
    {"nb": 1},
    {"nb": "x", "unofficial": []},
    {"texts": {"nb": "x"}, "unofficial": [[]]},
    [{}] * 60,
]
"""Values that hardly belong anywhere."""

REPLY = {"text": "En tekst.", "language": "nb", "day": "2019-01-01", "office": "Et kontor"}
OPERATION_DOCUMENT = {
    "operation": "merge",
    "day": "2026-01-01",
    "from": ["a", "b"],
    "into": {"slug": "c", "name": "C", "code": "0001", "latitude": 60.5, "other_names": ["D"]},
    "scheme": "S",
    "source": "S",
}
RULE = {
    "versions": ["2.1", "2030"],
    "total": "no",
    "area": "caution",
    "question": "no",
    "source": None,
    "reason": {"nb": "Områdene er de samme."},
}


def content(name: str) -> Any:
    found = json.loads((SEED / name).read_text(encoding="utf-8"))
    return found[:1] if isinstance(found, list) else found


HEMNE = evaluation_of(real_state(), "hemne-2018")
DOCUMENTS: dict[str, tuple[TypeAdapter[Any], Any]] = {
    "evaluation": (EVALUATION, content("evaluations/hemne-2018.json") | {"reply": REPLY}),
    "texts for the report": (EVALUATION, evaluation_file(with_texts(HEMNE))),
    "placings": (EVALUATION, content("evaluations/ulstein-2019.json")),
    "comparisons": (EVALUATION, content("evaluations/karlskoga-2014.json")),
    "method": (METHOD, content("methods/2.1.json")),
    "method in a draft": (METHOD_ITEM, content("methods/2.1.json") | {"comparability": [RULE]}),
    "instrument": (INSTRUMENT, content("methods/instrument.json")),
    "averages": (REFERENCES, content("reference-averages.json")),
    "counts": (COUNTS, content("coverage.json")),
    "groups": (SCHEMES, content("register/group-schemes.json")),
    "operation": (OPERATION, OPERATION_DOCUMENT),
}


def places(part: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value, of lists to those in their first two items."""
    items = part.items() if isinstance(part, dict) else [*enumerate(part)][:2]
    for name, inner in items:
        yield (*way, name)
        if isinstance(inner, dict | list):
            yield from places(inner, (*way, name))


def spoiled(document: Any) -> Iterator[str]:
    """A document with each of its values replaced by each that is odd, and without it."""
    whole = json.dumps(document)
    for way in places(document):
        copy = json.loads(whole)
        holder = copy
        for name in way[:-1]:
            holder = holder[name]
        for value in ODD:
            holder[way[-1]] = value
            yield json.dumps(copy)
        if isinstance(holder, dict):
            del holder[way[-1]]
            holder["more"] = 1
            yield json.dumps(copy)


KINDS_OF_JSON = {
    "bool_type",
    "date_parsing",
    "date_type",
    "decimal_max_places",
    "dict_type",
    "enum",
    "extra_forbidden",
    "finite_number",
    "float_type",
    "greater_than_equal",
    "int_type",
    "less_than_equal",
    "list_type",
    "literal_error",
    "missing",
    "model_type",
    "string_pattern_mismatch",
    "string_too_long",
    "string_type",
    "too_long",
    "too_short",
    "tuple_type",
    "value_error",
}


def test_whatever_stands_in_a_file_is_told_of_in_our_own_words() -> None:
    """Every kind of error that a shape can meet has a sentence of its own, in every language."""
    kinds: set[str] = set()
    told: set[tuple[str, str]] = set()
    for shape, document in DOCUMENTS.values():
        for text in spoiled(document):
            try:
                shape.validate_json(text)
            except ValidationError as error:
                for found in error.errors(include_url=False):
                    kinds.add(found["type"])
                    problem, mend = value_fault(found, "name")
                    assert problem.key != LAST_RESORT, found
                    if (found["type"], problem.key) not in told:
                        told.add((found["type"], problem.key))
                        values = json.dumps(str(found["input"])), str(found["input"])
                        fault = Fault("x", 0, problem, mend=mend)
                        assert_told_in_every_language(fault, text + "".join(values))
    assert kinds == KINDS_OF_JSON


CELLS = [
    "",
    "x",
    "X y",
    "9" * 30,
    "-1",
    "1e3",
    "nan",
    "91",
    "181",
    "2020-02-30",
    "20200101",
    "\x00",
]
ROWS: list[type[RowShape]] = [
    MunicipalityEntry,
    CodeEntry,
    PopulationEntry,
    ChangeEntry,
    AliasEntry,
    MembershipEntry,
    PeerEntry,
    AreaEntry,
]


@pytest.mark.parametrize("shape", ROWS)
def test_whatever_stands_in_a_table_is_told_of_in_our_own_words(shape: type[RowShape]) -> None:
    text = ",".join(shape.model_fields) + "\n"
    text += "".join(",".join([cell] * len(shape.model_fields)) + "\n" for cell in CELLS)
    faults = Faults()
    assert list(rows_of(text, "x.csv", shape, faults)) == []
    assert {fault.line for fault in faults.found} == set(range(2, len(CELLS) + 2))
    for fault in faults.found:
        assert LAST_RESORT not in (fault.problem.key, *_inner(fault))
        assert_told_in_every_language(fault, text)


def _inner(fault: Fault) -> list[str]:
    return [value.key for value in fault.problem.values.values() if hasattr(value, "key")]


@pytest.mark.parametrize("text", ["a,b\n", 'slug,code,valid_from,valid_to,scheme\n"a', "", "slug"])
def test_what_is_no_table_is_told_in_every_language(text: str) -> None:
    faults = Faults()
    assert list(rows_of(text, "x.csv", CodeEntry, faults)) == []
    for fault in faults.found:
        assert_told_in_every_language(fault, f"{text} slug, code, valid_from, valid_to, scheme")


def test_a_cell_that_is_too_long_is_told_in_every_language() -> None:
    text = ",".join(CodeEntry.model_fields) + f"\n{'x' * 200_000},,,,\n"
    faults = Faults()
    assert list(rows_of(text, "x.csv", CodeEntry, faults)) == []
    (fault,) = faults.found
    assert str(fault) == "x.csv:2: the file cannot be read as CSV: a cell is too long"
    assert_told_in_every_language(fault, text)


NO_JSON = {
    "": "a value is missing",
    "[1,]": "a value is missing",
    "[1 2]": "a comma or a closing bracket is missing",
    '{"a" 1}': "a colon is missing",
    "{a: 1}": "a name between quotation marks is missing",
    "[] []": "something stands after the end",
    '["a': "a quotation mark is missing",
    '["a\nb"]': "a text has a line break or a control character in it",
    '["\\x"]': "a backslash stands where it cannot",
    '["\\u12"]': "a backslash stands where it cannot",
    "\ufeff[]": "it begins with a mark of byte order",
    '{"a": 1, "a": 2}': "“a” is there twice",
    "[" * 5000 + "]" * 5000: "it is nested too deep",
    "9" * 5000: "a number is too long",
    '["\\ud800"]': "half a character is written in it",
    "[" * 400 + "]" * 400: "it is nested too deep",
}


@pytest.mark.parametrize("text", NO_JSON)
def test_what_is_no_json_is_told_in_every_language(text: str) -> None:
    faults = Faults()
    assert read_text(text, NAME, EVALUATION, faults) is None
    (fault,) = faults.found
    assert in_english(fault.problem) == f"The file is not valid JSON: {NO_JSON[text]}."
    assert_told_in_every_language(fault, text)


def patterns(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(found := schema.get("pattern"), str):
            yield found
        for name, inner in schema.items():
            if name == "patternProperties":
                yield from inner
            yield from patterns(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from patterns(inner)


def test_every_way_of_writing_that_a_shape_asks_for_is_told() -> None:
    """How to write a code, a slug or an address right is said wherever one is wrong."""
    shapes = [shape for shape, _ in DOCUMENTS.values()] + [TypeAdapter(row) for row in ROWS]
    asked = {pattern for shape in shapes for pattern in patterns(shape.json_schema())}
    assert asked == set(MENDS)


BUILDERS = ("build_method", "build_groups", "build_register")
CHANGES = "register/changes.csv"
SPLIT = "2020-01-01,split,snillfjord,heim,,x"
MEMBERSHIPS = "register/group_memberships.csv"
MANY_FAULTS = (
    ("methods/2.1.json", '"version": "2.1"', '"version": "2.9"'),
    ("methods/2.1.json", '"code": "1.1",\n          "max": 15', '"code": "1.2",\n "max": 96'),
    ("methods/2.1.json", '"code": "2.1"', '"code": "9.1"'),
    ("methods/1.0.json", '"no": 8', '"no": 7'),
    ("methods/2020.json", '"year_to": null', '"year_to": 1999'),
    ("methods/instrument.json", '"min": 5000', '"min": 5001'),
    ("methods/instrument.json", '"max": null', '"max": 99999'),
    ("methods/instrument.json", '"default_family": "2"', '"default_family": "9"'),
    ("methods/instrument.json", '"versions": ["2.0", "2020"]', '"versions": ["2020", "1.0"]'),
    ("register/group-schemes.json", '"code": "EKG02"', '"code": "EKG01"'),
    (MEMBERSHIPS, "\noslo,kostra-2020,2020,EKG13,2024", "\noslo,a,b,c,2024"),
    (MEMBERSHIPS, "\nbergen,kostra-2020,2020,", "\nale,kostra-2020,2019,X"),
    ("register/peers.csv", "ale,overall,2025,alingsas", "ale,overall,2025,ale"),
    ("register/names.csv", "oslo,2,Oslove,", "oslo,2,Oslovje,"),
    ("register/tax_bases.csv", "ale,2006,146939", "ale,2002,146939"),
    ("register/populations.csv", "\nhemne,2018,4225,", "\nhemne,2017,4225,"),
    (CHANGES, "2020-01-01,merge,hemne,heim,,", "2020-01-01,merge,hemne,hm,half,"),
    (MEMBERSHIPS, "\nasker,kostra-2020,2020,EKG12,2020-", "\nasker,kostra-2020,2020,EKG12,2019-"),
    (MEMBERSHIPS, "EKG09,2020-01-01,2023-12-31,yes,", "EKG09,2020-01-01,2024-12-31,yes,"),
    ("register/group-schemes.json", '"valid_from": "2023-01-01"', '"valid_from": "2023-01-02"'),
    (CHANGES, "\n2020-01-01,merge,halsa,", "\n2020-01-01,rename,halsa,"),
    (CHANGES, "\n2020-01-01,merge,hemne", f"\n{SPLIT}\n2020-01-01,merge,hemne"),
    ("register/codes.csv", "\nhemne,5011,2018-01-01,2019-", "\nhemne,5011,2018-01-01,2017-"),
    ("register/codes.csv", "\nhalsa,1571,,2019-12-31,SSB Klass 131", ""),
    ("register/municipalities.csv", "Västernorrlands län,17491,", "Västernorrlands län,17492,"),
)


def test_what_is_wrong_with_methods_groups_and_the_register_is_told_in_every_language(
    seed_copy: Path,
) -> None:
    for file, old, new in MANY_FAULTS:
        path = seed_copy / file
        text = path.read_text(encoding="utf-8")
        assert old in text, (file, old)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    (seed_copy / "register/aliases.csv").write_text(
        "kind,old,new\nmunicipality,skaun,heim\nevaluation,a,b\nevaluation,a,c\n", "utf-8"
    )
    (seed_copy / "coverage.json").unlink()
    with pytest.raises(RejectedError) as caught:
        read_folder(seed_copy)
    faults = caught.value.faults
    assert {fault.file.removeprefix("seed/") for fault in faults} >= {
        *(file for file, _, _ in MANY_FAULTS),
        "register/aliases.csv",
        "coverage.json",
    }
    told = {fault.problem.key for fault in faults}
    assert {key for key in said_in(*BUILDERS) if key not in told} == set()
    for fault in faults:
        path = seed_copy.parent / fault.file
        assert_told_in_every_language(fault, path.read_text("utf-8") if path.exists() else "")


def said_in(*modules: str) -> Iterator[str]:
    """Every sentence that a module of publishing has."""
    for module in modules:
        tree = ast.parse((ROOT / f"app/publishing/{module}.py").read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say":
                yield ast.literal_eval(node.args[0])


def test_a_fault_reads_like_this_in_each_language() -> None:
    faults = Faults()
    document = content("methods/2.1.json") | {"year_to": "snart"}
    assert read_text(json.dumps(document), "methods/2.1.json", METHOD, faults) is None
    (fault,) = faults.found
    assert {language: translate(fault.problem, language) for language in LANGUAGES} == {
        "nb": "year_to: «snart» er ikke et helt tall.",
        "nn": "year_to: «snart» er ikkje eit heilt tal.",
        "sv": "year_to: ”snart” är inget heltal.",
        "en": "year_to: “snart” is no whole number.",
    }
