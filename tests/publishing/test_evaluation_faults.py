"""Faults in evaluation files: each is named with its file and its line, and alone."""

from pathlib import Path

import pytest

from tests.publishing.spoiling import WORDS, Spoiled, faults_of, spoiled

KRAMFORS = "evaluations/kramfors-2013.json"
HEMNE = "evaluations/hemne-2018.json"
ULSTEIN = "evaluations/ulstein-2019.json"
KRISTIANSUND = "evaluations/kristiansund-2016.json"
HELSINGBORG = "evaluations/helsingborg-2017.json"
KARLSKOGA = "evaluations/karlskoga-2014.json"
LINDESNES = "evaluations/lindesnes-til-2019-2017.json"
AREA_3 = '{"no": 3, "stated": 73}'
NUMBER = "is no number. Write figures alone."
QUESTION = '{"code": "1.1", "score": 7.5}'

EVALUATIONS = {
    "unknown municipality": Spoiled(
        KRAMFORS,
        '"municipality": "kramfors"',
        '"municipality": "kramforss"',
        (
            ('"municipality"', "there is no municipality kramforss"),
            (
                None,
                "the file should be called kramforss-2013.json or kramforss-2013-v2.0.json",
            ),
        ),
    ),
    "unknown method version": spoiled(
        KRAMFORS,
        '"method_version": "2.0"',
        '"method_version": "2.2"',
        "there is no method version 2.2",
    ),
    "another year than the file's name": spoiled(
        KRAMFORS,
        '"year": 2013',
        '"year": 2014',
        "the file should be called kramfors-2014.json or kramfors-2014-v2.0.json",
        None,
    ),
    "after the municipality's end": Spoiled(
        "evaluations/lindesnes-til-2019-2017.json",
        '"year": 2017',
        '"year": 2020',
        (
            ('"year"', "lindesnes-til-2019 did not exist in 2020"),
            (
                None,
                (
                    "the file should be called lindesnes-til-2019-2020.json"
                    " or lindesnes-til-2019-2020-v2.1.json"
                ),
            ),
        ),
    ),
    "area above its maximum": spoiled(
        KRAMFORS, AREA_3, '{"no": 3, "stated": 101}', "area 3: 101 is above 100"
    ),
    "total above its maximum": spoiled(
        KRAMFORS, '"total": 448', '"total": 801', "the total is above 800"
    ),
    "question above its maximum": spoiled(
        HEMNE, QUESTION, '{"code": "1.1", "score": 15.1}', "question 1.1: 15.1 is above 15"
    ),
    "less than nothing": spoiled(
        KRAMFORS,
        AREA_3,
        '{"no": 3, "stated": -1}',
        "areas.2.stated: -1 is less than 0.",
    ),
    "two decimals": spoiled(
        KRAMFORS,
        AREA_3,
        '{"no": 3, "stated": 73.25}',
        "areas.2.stated: 73.25 has more than one decimal. Points have one decimal at most.",
    ),
    "points as a text": spoiled(
        KRAMFORS, AREA_3, '{"no": 3, "stated": "73"}', f"areas.2.stated: “73” {NUMBER}"
    ),
    "points as a truth": spoiled(
        KRAMFORS, AREA_3, '{"no": 3, "stated": true}', f"areas.2.stated: “true” {NUMBER}"
    ),
    "points without number": spoiled(
        KRAMFORS,
        AREA_3,
        '{"no": 3, "stated": NaN}',
        f"areas.2.stated: “NaN” {NUMBER}",
    ),
    "a number without end": spoiled(
        KRAMFORS,
        AREA_3,
        '{"no": 3, "stated": ' + "9" * 5000 + "}",
        "The file is not valid JSON: a number is too long.",
        None,
    ),
    "another detail level": spoiled(
        KRAMFORS,
        '"detail": "areas"',
        '"detail": "total"',
        "the figures are of detail areas, not total",
    ),
    "a forgotten area": spoiled(
        KRAMFORS,
        "    " + AREA_3 + ",\n",
        "",
        "the figures are of detail some-areas, not areas",
        '"detail"',
    ),
    "an area twice": spoiled(KRAMFORS, AREA_3, '{"no": 2, "stated": 73}', "area 2 is there twice"),
    "an area that no version has": spoiled(
        KRAMFORS,
        AREA_3,
        '{"no": 9, "stated": 73}',
        "areas.2.no: 9 is more than 8.",
    ),
    "an unknown key": Spoiled(
        KRAMFORS,
        '"total": 448',
        '"totale": 448',
        (('"totale"', "totale: Nothing is called “totale” here."), (None, "total is missing.")),
    ),
    "a key twice": spoiled(
        KRAMFORS,
        '"total": 448,',
        '"total": 448,\n  "year": 2013,',
        "The file is not valid JSON: “year” is there twice.",
        '"year": 2013,\n  "areas"',
    ),
    "no comma": spoiled(
        KRAMFORS,
        '"total": 448,',
        '"total": 448',
        "The file is not valid JSON: a comma or a closing bracket is missing.",
        '"areas": [',
    ),
    "nothing": spoiled(
        "evaluations/gausdal-2013.json",
        '"year": 2013',
        '"year": ',
        "The file is not valid JSON: a value is missing.",
    ),
    "no source": Spoiled(
        KRAMFORS,
        '"source": {',
        '"origin": {',
        (('"origin"', "origin: Nothing is called “origin” here."), (None, "source is missing.")),
    ),
    "a source without title": spoiled(
        KRAMFORS,
        '"title": "Kommunkompassen (Kramfors kommun)"',
        '"title": " "',
        "source.title: The text is empty.",
    ),
    "a control character": spoiled(
        KRAMFORS,
        '"title": "Kommunkompassen (Kramfors kommun)"',
        '"title": "Kommunkompassen\\u0000"',
        f"source.title: {WORDS}",
    ),
    "an unknown question": spoiled(
        HEMNE, QUESTION, '{"code": "1.9", "score": 7.5}', "area 1 has no question 1.9"
    ),
    "a figure that disagrees with no question": spoiled(
        HEMNE,
        '"kind": "stated-twice",\n      "measure": "3",',
        '"kind": "stated-twice",\n      "question": "3.9",\n      "measure": "3",',
        "version 2.1 has no question 3.9",
        '{\n      "kind": "stated-twice",\n      "question": "3.9"',
    ),
    "a question of another area": spoiled(
        HEMNE, QUESTION, '{"code": "2.6", "score": 7.5}', "area 1 has no question 2.6"
    ),
    "neither points nor a reason": spoiled(
        HEMNE, QUESTION, '{"code": "1.1"}', "question 1.1 has either a score or a reason"
    ),
    "both points and a reason": spoiled(
        HEMNE,
        QUESTION,
        '{"code": "1.1", "score": 7.5, "missing": "not-public"}',
        "question 1.1 has either a score or a reason",
    ),
    "a question twice": Spoiled(
        HEMNE,
        QUESTION,
        QUESTION + ',\n        {"code": "1.1", "score": 7.4}',
        (
            (QUESTION, "question 1.1 is there twice"),
            ('{"code": "1.1", "score": 7.4}', "question 1.1 is there twice"),
        ),
    ),
    "a gold star for no question": spoiled(
        HEMNE,
        '"scope": "question",\n      "question": "5.1"',
        '"scope": "question",\n      "question": "5.9"',
        "version 2.1 has no question 5.9",
        '{\n      "scope": "question"',
    ),
    "a gold star wider than it says": spoiled(
        ULSTEIN,
        '"scope": "area"',
        '"scope": "unknown"',
        "a gold star of scope unknown names that, and nothing narrower",
        '{\n      "scope": "unknown"',
    ),
    "a place beyond the last": spoiled(
        ULSTEIN, '"rank": 3, "of": 58', '"rank": 59, "of": 58', "rank 59 of 58"
    ),
    "a place that is none": spoiled(
        ULSTEIN,
        ', "rank": 3, "of": 58',
        "",
        "a placing has either a rank, or how many did better, or a band",
        '{"scope": {"territory": "country"}, "measure": "total"}',
    ),
    "a place told twice": spoiled(
        ULSTEIN,
        '"rank": 3, "of": 58',
        '"rank": 3, "better": 2',
        "a placing has either a rank, or how many did better, or a band",
    ),
    "more did better than there are": spoiled(
        ULSTEIN, '"rank": 3, "of": 58', '"better": 58, "of": 58', "58 did better of 58"
    ),
    "the last years, but not how many": spoiled(
        KRISTIANSUND,
        '"kind": "last-years", "years": 5',
        '"kind": "last-years"',
        "the period last-years needs years besides",
        '{\n      "scope": {"territory": "country", "period": {"kind": "last-years"}}',
    ),
    "all time, and a year": spoiled(
        HELSINGBORG,
        '{"kind": "all-time"}',
        '{"kind": "all-time", "year": 2010}',
        "the period all-time needs nothing besides",
        '{\n      "scope"',
    ),
    "within a version that is none": spoiled(
        HELSINGBORG,
        '{"kind": "all-time"}',
        '{"kind": "version", "version": "9.9"}',
        "there is no method version 9.9",
        '{\n      "scope"',
    ),
    "a size that is none": spoiled(
        ULSTEIN,
        '{"group": "medium"}',
        "{}",
        "a size is a group, a number of inhabitants, or the own group",
    ),
    "a comparison of nothing": spoiled(
        KARLSKOGA,
        ',\n      "total": "about"',
        "",
        "a comparison is of areas, of the total, or of both",
        '{\n      "against"',
    ),
    "a degree of nothing": spoiled(
        LINDESNES,
        '"total": "above",\n      "degree"',
        '"areas": {"1": "about"},\n      "degree"',
        "a degree is of the total",
        '{\n      "against": {\n        "nb": "snittet for',
    ),
    "an unknown size group": spoiled(
        ULSTEIN, '"group": "medium"', '"group": "huge"', "there is no size group huge"
    ),
    "changes since later": spoiled(
        HEMNE,
        '"since": 2011',
        '"since": 2018',
        "changes since 2018 cannot be stated",
        '"stated_changes"',
    ),
}


@pytest.mark.parametrize("name", EVALUATIONS)
def test_a_fault_is_named_where_it_stands(name: str, seed_copy: Path) -> None:
    wanted = EVALUATIONS[name].spoil(seed_copy)
    assert sorted(faults_of(seed_copy)) == sorted(wanted)
