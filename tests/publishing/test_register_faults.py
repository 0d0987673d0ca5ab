"""Faults in the register, the method and the published averages, each where it stands."""

from pathlib import Path

import pytest

from tests.publishing.spoiling import WORDS, Spoiled, faults_of, spoiled

MUNICIPALITIES = "register/municipalities.csv"
CODES = "register/codes.csv"
POPULATIONS = "register/populations.csv"
CHANGES = "register/changes.csv"
MEMBERSHIPS = "register/group_memberships.csv"
PEERS = "register/peers.csv"
SCHEMES = "register/group-schemes.json"
AVERAGES = "reference-averages.json"
INSTRUMENT = "methods/instrument.json"

KRAMFORS = "kramfors,SE,Kramfors,,Västernorrlands län,17491,2024,62.9779,17.9761,,"
KRAMFORS_CODE = "kramfors,2282,,,SCB kommunkod"
HEMNE_CODE = "hemne,5011,2018-01-01,2019-12-31,SSB Klass 131"
HEMNE_2018 = "\nhemne,2018,4225,NO-07459"
TO_HEIM = "2020-01-01,merge,hemne,heim,,"
DAY = "is no date. It is written like this: 2026-01-31"
OSLO = "oslo,kostra-2020,2020,EKG13,2024-01-01,,no,"
WHOLE = "is no whole number. Write figures alone."
LETTERS = "small letters from a to z and digits, with a hyphen between words"


def row(file: str, old: str, new: str, problem: str) -> Spoiled:
    """One fault on the row that is spoiled."""
    return spoiled(file, old, new, problem, new.strip())


SPOILED = {
    "a date as a number of seconds": row(
        CODES, HEMNE_CODE, "hemne,5011,0,2019-12-31,SSB Klass 131", f"valid_from: “0” {DAY}"
    ),
    "a date with a time": row(
        CODES,
        HEMNE_CODE,
        "hemne,5011,2018-01-01T00:00:00,,SSB Klass 131",
        f"valid_from: “2018-01-01T00:00:00” {DAY}",
    ),
    "a date that the calendar lacks": row(
        CODES,
        HEMNE_CODE,
        "hemne,5011,2018-01-01,2019-02-30,SSB Klass 131",
        f"valid_to: “2019-02-30” {DAY}",
    ),
    "a code that ends before it begins": row(
        CODES,
        HEMNE_CODE,
        "hemne,5011,2018-01-01,2017-12-31,SSB Klass 131",
        "code 5011 ends before it begins",
    ),
    "a code of three digits": row(
        CODES,
        "agdenes,1622,",
        "agdenes,162,",
        "code: “162” is not written as it has to be. It has four digits.",
    ),
    "a code of nobody": row(
        CODES, "\n" + HEMNE_CODE, "\nhemnne,5011,,,SSB Klass 131", "there is no municipality hemnne"
    ),
    "a cell too many": row(
        CODES, HEMNE_CODE, HEMNE_CODE + ",x", "cells in this row: 6, columns: 5"
    ),
    "an empty row": Spoiled(
        CODES,
        "\n" + HEMNE_CODE,
        "\n\n" + HEMNE_CODE,
        (("\n" + HEMNE_CODE, "cells in this row: 0, columns: 5"),),
    ),
    "a control character in a cell": row(
        CODES,
        HEMNE_CODE,
        "hemne,5011,2018-01-01,2019-12-31,SSB\x00",
        f"scheme: {WORDS}",
    ),
    "an unknown country": row(
        MUNICIPALITIES,
        KRAMFORS,
        KRAMFORS.replace("SE,", "FI,"),
        "country: “FI” is none of those that may be chosen. Choose one of these: NO, SE.",
    ),
    "a slug with capitals": Spoiled(
        MUNICIPALITIES,
        "\n" + KRAMFORS,
        "\nAgdenes,NO,Agdenes,,Trøndelag,,,,,,\n" + KRAMFORS,
        (
            (
                "Agdenes,NO",
                f"slug: “Agdenes” is not written as it has to be. It has {LETTERS}.",
            ),
        ),
    ),
    "a slug twice": Spoiled(
        MUNICIPALITIES,
        KRAMFORS,
        f"{KRAMFORS}\nkramfors,SE,Kramforss,,Västernorrlands län,,,,,,",
        (("kramfors,SE,Kramforss", "kramfors is there twice"),),
    ),
    "a municipality without code": spoiled(
        MUNICIPALITIES,
        KRAMFORS,
        f"{KRAMFORS}\nnowhere,SE,Nowhere,,Västernorrlands län,,,,,,",
        "nowhere has no code",
        "nowhere,SE",
    ),
    "north of the pole": row(
        MUNICIPALITIES,
        KRAMFORS,
        KRAMFORS.replace("62.9779", "90.1"),
        "latitude: 90.1 is more than 90.",
    ),
    "degrees that are none": row(
        MUNICIPALITIES,
        KRAMFORS,
        KRAMFORS.replace("62.9779", "nan"),
        "latitude: “nan” is no number. It is written like this: -12.3456",
    ),
    "other inhabitants than in the series": row(
        MUNICIPALITIES,
        KRAMFORS,
        KRAMFORS.replace("17491", "17492"),
        "the inhabitants of kramfors are others in the series",
    ),
    "an end without successor": row(
        MUNICIPALITIES,
        KRAMFORS,
        KRAMFORS + "2019-12-31",
        "kramfors has either an end and a successor, or neither",
    ),
    "inhabitants with a separator": row(
        POPULATIONS, HEMNE_2018, "\nhemne,2018,4_225,NO-07459", f"population: “4_225” {WHOLE}"
    ),
    "more inhabitants than a database holds": row(
        POPULATIONS,
        HEMNE_2018,
        "\nhemne,2018,9999999999,NO-07459",
        "population: 9999999999 is more than 2147483647.",
    ),
    "a year twice": row(
        POPULATIONS,
        HEMNE_2018,
        "\nhemne,2017,4225,NO-07459",
        "hemne has inhabitants for 2017 already",
    ),
    "inhabitants of nobody": row(
        POPULATIONS,
        HEMNE_2018,
        "\nhemnne,2018,4225,NO-07459",
        "there is no municipality hemnne",
    ),
    "an unknown kind of change": row(
        CHANGES,
        TO_HEIM,
        "2020-01-01,marriage,hemne,heim,,",
        "kind: “marriage” is none of those that may be chosen. "
        "Choose one of these: merge, split, rename.",
    ),
    "a change to nobody": row(
        CHANGES, TO_HEIM, "2020-01-01,merge,hemne,heimm,,", "there is no municipality heimm"
    ),
    "a note that is not understood": row(
        CHANGES,
        TO_HEIM,
        "2020-01-01,merge,hemne,heim,half,",
        "the note is empty or “part”, not “half”",
    ),
    "an average above its maximum": row(
        AVERAGES,
        '"areas": {"1": 63,',
        '"areas": {"1": 100.1,',
        "area 1: 100.1 is above 100",
    ),
    "a total above its maximum": row(
        AVERAGES, '"total": 476', '"total": 801', "the total is above 800"
    ),
    "an unknown family": row(AVERAGES, '"family": "2020"', '"family": "3"', "there is no family 3"),
    "an unknown size group": row(
        AVERAGES, '"size_group": "small"', '"size_group": "huge"', "there is no size group huge"
    ),
    "an id twice": row(
        AVERAGES,
        '"id": "se-2021"',
        '"id":  "se-2017-april"',
        "se-2017-april is there twice",
    ),
    "an average of nothing": spoiled(
        AVERAGES,
        '"total": 409',
        '"total": null',
        "se-2006-median has no figure",
        '{\n    "id": "se-2006-median"',
    ),
    "more averaged than a database holds": row(
        AVERAGES,
        '"n": 55',
        '"n": 2147483648',
        "0.n: 2147483648 is more than 2147483647.",
    ),
    "sizes with a gap": spoiled(
        INSTRUMENT,
        '"min": 5000',
        '"min": 5001',
        "size group medium should begin at 5000",
    ),
    "a default family that is none": spoiled(
        INSTRUMENT, '"default_family": "2"', '"default_family": "9"', "there is no family 9"
    ),
    "a membership of no scheme": row(
        MEMBERSHIPS,
        OSLO,
        "oslo,kostra-2021,2020,EKG13,2024-01-01,,no,",
        "there is no grouping kostra-2021",
    ),
    "a membership of no group": row(
        MEMBERSHIPS,
        OSLO,
        "oslo,kostra-2020,2020,EKG18,2024-01-01,,no,",
        "grouping kostra-2020 has no group EKG18",
    ),
    "a membership of no version": row(
        MEMBERSHIPS,
        OSLO,
        "oslo,kostra-2020,2019,EKG13,2024-01-01,,no,",
        "grouping kostra-2020 has no version 2019",
    ),
    "a membership before its version": row(
        MEMBERSHIPS,
        "oslo,kostra-2020,2020,EKG13,2020-01-01,2023-12-31,yes,",
        "oslo,kostra-2020,2020,EKG13,2019-12-31,2023-12-31,yes,",
        "version 2020 of kostra-2020 does not hold all that time",
    ),
    "a membership beside another": row(
        MEMBERSHIPS,
        OSLO,
        "oslo,kostra-2020,2020,EKG13,2023-12-31,,no,",
        "oslo is in a group of kostra-2020 at that time already",
    ),
    "a peer of its own": row(
        PEERS, "ale,overall,2025,alingsas", "ale,overall,2025,ale", "ale cannot be like itself"
    ),
    "a group twice": spoiled(
        SCHEMES,
        '"code": "EKG02"',
        '"code": "EKG01" ',
        "group EKG01 is there twice",
        '"groups": [\n      {\n        "code": "EKG01",',
    ),
    "other names than in the register": spoiled(
        "register/names.csv",
        "oslo,2,Oslove,",
        "oslo,2,Oslovje,",
        "the names of oslo are others: Oslo, Oslove",
        "oslo,1,Oslo,",
    ),
    "a tax base twice": row(
        "register/tax_bases.csv", "ale,2006,146939", "ale,2002,146939", "ale 2002 is there twice"
    ),
    "a rule of an unknown version": spoiled(
        INSTRUMENT,
        '"versions": ["1.0", "2.1"]',
        '"versions": ["1.0", "2.2"]',
        "there is no method version 2.2",
    ),
    "a rule twice": spoiled(
        INSTRUMENT,
        '"versions": ["2.1", "2020"]',
        '"versions": ["2020", "2.0"]',
        "there is a rule for 2.0 and 2020 already",
    ),
    "questions worth more than their area": spoiled(
        "methods/2.1.json",
        '"code": "1.1",\n          "max": 15',
        '"code": "1.1",\n          "max": 16',
        "the questions of area 1 can give more than the area",
        '"questions": [\n        {\n          "code": "1.1"',
    ),
}


WITH_OTHERS = {
    "an unknown country",
    "north of the pole",
    "degrees that are none",
    "an unknown kind of change",
    "a group twice",
}
"""A row that cannot be read is left out, so whatever names it is at fault as well."""


@pytest.mark.parametrize("name", SPOILED)
def test_a_fault_is_named_where_it_stands(name: str, seed_copy: Path) -> None:
    wanted = SPOILED[name].spoil(seed_copy)
    found = faults_of(seed_copy)
    if name in WITH_OTHERS:
        found = [fault for fault in found if fault in wanted]
    assert sorted(found) == sorted(wanted)
