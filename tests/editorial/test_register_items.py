"""Operations on the register: the records that the same reform gives by files, and its promises."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from app.database import session_factory
from app.domain.changes import RecordKind
from app.domain.editing import Actor, ItemAction, Role
from app.domain.municipality import Municipality
from app.editorial import workflow
from app.editorial.checking import Checked, check
from app.editorial.draft import Draft, DraftConflict, DraftItem
from app.publishing.faults import in_english
from app.publishing.register_operations import operation_key
from app.publishing.seed import seed
from app.queries import evaluations, register
from app.queries.aliases import aliases
from app.queries.reading import open_reading
from app.records.kinds import KINDS
from tests.databases import Backend
from tests.databases import writing as opened_for_writing
from tests.editorial.working import account, created, published, submitted
from tests.publishing.changing import edit, numbers
from tests.publishing.saying import assert_told_in_every_language
from tests.statements import forgetting

Document = dict[str, Any]
SOURCE = "https://example.org/reform"
MERGE: Document = {
    "operation": "merge",
    "day": "2026-01-01",
    "from": ["asker", "baerum"],
    "into": {
        "slug": "baerum-2026",
        "name": "Bærum",
        "code": "3299",
        "county": "Akershus",
        "latitude": 59.9,
        "longitude": 10.5,
    },
    "scheme": "SSB Klass 131",
    "source": SOURCE,
}
SPLIT: Document = {
    "operation": "split",
    "day": "2026-01-01",
    "from": ["heim"],
    "into": [
        {"slug": "kyrksaeterora", "name": "Kyrksæterøra", "code": "5091"},
        {"slug": "halsa-2026", "name": "Halsa", "code": "5092", "other_names": ["Hálsa"]},
    ],
    "scheme": "SSB Klass 131",
    "source": SOURCE,
}
RENAME: Document = {
    "operation": "rename",
    "day": "2026-01-01",
    "from": ["skaun"],
    "into": {"slug": "boersa", "name": "Børsa"},
    "source": SOURCE,
}
NEW_CODE: Document = {
    "operation": "new-code",
    "day": "2026-01-01",
    "from": ["skaun"],
    "into": {"code": "5990"},
    "scheme": "SSB Klass 131",
    "source": SOURCE,
}
FILES: Mapping[str, Mapping[str, list[tuple[str, str]] | str]] = {
    "merge": {
        "municipalities.csv": [
            ("59.7051,10.4627,2020-01-01,\n", "59.7051,10.4627,2020-01-01,2025-12-31\n"),
            ("59.9418,10.4951,,\n", "59.9418,10.4951,,2025-12-31\n"),
        ],
        "codes.csv": [
            ("asker,3203,2024-01-01,,", "asker,3203,2024-01-01,2025-12-31,"),
            ("baerum,3201,2024-01-01,,", "baerum,3201,2024-01-01,2025-12-31,"),
        ],
        "+municipalities.csv": "baerum-2026,NO,Bærum,,Akershus,,,59.9,10.5,2026-01-01,\n",
        "+codes.csv": "baerum-2026,3299,2026-01-01,,SSB Klass 131\n",
        "+changes.csv": f"2026-01-01,merge,asker,baerum-2026,,{SOURCE}\n"
        f"2026-01-01,merge,baerum,baerum-2026,,{SOURCE}\n",
    },
    "split": {
        "municipalities.csv": [],
        "codes.csv": [],
        "+municipalities.csv": "kyrksaeterora,NO,Kyrksæterøra,,Trøndelag,,,,,2026-01-01,\n"
        "halsa-2026,NO,Halsa,Hálsa,Trøndelag,,,,,2026-01-01,\n",
        "+codes.csv": "kyrksaeterora,5091,2026-01-01,,SSB Klass 131\n"
        "halsa-2026,5092,2026-01-01,,SSB Klass 131\n",
        "+changes.csv": f"2026-01-01,split,heim,kyrksaeterora,part,{SOURCE}\n"
        f"2026-01-01,split,heim,halsa-2026,part,{SOURCE}\n",
    },
    "new-code": {
        "municipalities.csv": [],
        "codes.csv": [],
        "+codes.csv": "skaun,5990,2026-01-01,,SSB Klass 131\n",
    },
}
"""What has to be written in the files of the register for the same reform."""


@pytest.fixture
def editor(seeded: Engine) -> Actor:
    return account(seeded, "ola", Role.EDITOR)


@pytest.fixture
def other(seeded: Engine) -> Actor:
    return account(seeded, "liv", Role.EDITOR)


def item(document: Document) -> DraftItem:
    key = operation_key(document["operation"], document["day"], document["from"])
    return DraftItem("register", key, ItemAction.PUT, document)


def done(engine: Engine, editor: Actor, other: Actor, document: Document) -> Draft:
    draft = created(engine, editor, item(document))
    published(engine, editor, other, draft, "Kommunereform")
    return draft


def checked(engine: Engine, *documents: Document) -> Checked:
    with session_factory(engine)() as session:
        return check(session, [item(document) for document in documents])


def problems(engine: Engine, *documents: Document) -> set[str]:
    """What an editor reads, in English. It can be read in every language."""
    faults = checked(engine, *documents).faults
    for fault in faults:
        assert_told_in_every_language(fault, json.dumps(documents))
    return {in_english(fault.problem) for fault in faults}


def municipality(engine: Engine, slug: str) -> Municipality | None:
    with session_factory(engine)() as session, forgetting():
        return register.municipality(open_reading(session), slug)


def records(engine: Engine) -> dict[tuple[str, str], str]:
    """Everything that is public, with its SHA-256."""
    with session_factory(engine)() as session:
        return {
            (str(table.__tablename__), key): sha256
            for table in KINDS
            for key, sha256 in session.exec(
                select(col(table.key), col(table.sha256)).where(col(table.release_out).is_(None))
            )
        }


def reform_files(folder: Path, reform: str) -> None:
    """Writes a reform into the files of a register."""
    register_folder = folder / "register"
    ends = {"split": "heim", "new-code": "skaun"}.get(reform)
    if ends is not None:
        _end(register_folder, ends, municipality=reform == "split")
    for name, told in FILES[reform].items():
        path = register_folder / name.removeprefix("+")
        if isinstance(told, str):
            path.write_text(path.read_text(encoding="utf-8") + told, encoding="utf-8")
        else:
            for old, new in told:
                edit(path, old, new)


def _end(folder: Path, slug: str, *, municipality: bool) -> None:
    """Ends the last code in the files, and with it the municipality."""
    last = "2025-12-31"
    path = folder / "codes.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    own = [n for n, line in enumerate(lines) if line.startswith(f"{slug},")]
    (at,) = (n for n in own if lines[n].split(",")[3] == "")
    slug_, code, first, _, scheme = lines[at].split(",")
    lines[at] = f"{slug_},{code},{first},{last},{scheme}"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    if municipality:
        path = folder / "municipalities.csv"
        lines = path.read_text(encoding="utf-8").splitlines()
        at = next(n for n, line in enumerate(lines) if line.startswith(f"{slug},"))
        lines[at] += last
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.mark.parametrize("document", [MERGE, SPLIT, NEW_CODE], ids=lambda d: d["operation"])
def test_it_gives_the_records_that_the_same_reform_gives_by_files(
    backend: Backend,
    empty_url: str,
    seeded: Engine,
    seed_copy: Path,
    editor: Actor,
    other: Actor,
    document: Document,
) -> None:
    before = records(seeded)
    done(seeded, editor, other, document)
    reform_files(seed_copy, document["operation"])
    own = backend.copy(empty_url)
    with opened_for_writing(own) as engine:
        seed(engine, seed_copy)
        by_files = records(engine)
    backend.drop(own)
    assert records(seeded) == by_files
    assert by_files != before


def test_a_merger_makes_a_new_identity_and_keeps_the_old_ones(
    seeded: Engine, editor: Actor, other: Actor
) -> None:
    done(seeded, editor, other, MERGE)
    new, old = municipality(seeded, "baerum-2026"), municipality(seeded, "baerum")
    assert new is not None
    assert old is not None
    assert (new.name, new.code, old.qualifier) == ("Bærum", "3299", "–2025")
    assert str(old.valid_to) == "2025-12-31"
    with session_factory(seeded)() as session, forgetting():
        reading = open_reading(session)
        assert register.lineage(reading).ancestors("baerum-2026")[:2] == ("asker", "baerum")
        assert [e.municipality for e in evaluations.evaluations_of(reading, ("baerum",))] != []


def test_parts_are_no_heirs(seeded: Engine, editor: Actor, other: Actor) -> None:
    done(seeded, editor, other, SPLIT)
    with session_factory(seeded)() as session, forgetting():
        lineage = register.lineage(open_reading(session))
    assert lineage.ancestors("kyrksaeterora") == ()
    assert {change.after for change in lineage.parts_to("heim")} == {"kyrksaeterora", "halsa-2026"}


def test_another_name_in_addresses_takes_all_along_and_leads_on(
    seeded: Engine, editor: Actor, other: Actor
) -> None:
    with session_factory(seeded)() as session, forgetting():
        own = evaluations.evaluations_of(open_reading(session), ("skaun",))
    assert own
    done(seeded, editor, other, RENAME)
    assert numbers(seeded) == [2, 1]
    with session_factory(seeded)() as session, forgetting():
        reading = open_reading(session)
        now = evaluations.evaluations_of(reading, ("boersa",))
        assert [e.id for e in now] == [e.id.replace("skaun", "boersa") for e in own]
        assert [e.total for e in now] == [e.total for e in own]
        assert [len(e.gold_stars) for e in now] == [len(e.gold_stars) for e in own]
        found = aliases(reading)
        assert found.resolve(RecordKind.MUNICIPALITY, "skaun") == "boersa"
        assert found.resolve(RecordKind.EVALUATION, "skaun-2017") == "boersa-2017"
        renamed = register.municipality(reading, "boersa")
        assert register.municipality(reading, "skaun") is None
    assert renamed is not None
    assert (renamed.name, renamed.earlier_names[-1]) == ("Børsa", "Skaun")


def test_another_name_alone_moves_nothing(seeded: Engine, editor: Actor, other: Actor) -> None:
    done(seeded, editor, other, RENAME | {"into": {"name": "Børsa"}})
    renamed = municipality(seeded, "skaun")
    assert renamed is not None
    assert (renamed.name, renamed.earlier_names[-1]) == ("Børsa", "Skaun")
    with session_factory(seeded)() as session, forgetting():
        assert aliases(open_reading(session)).found == ()


def test_what_leads_where_has_to_be_seen_first(seeded: Engine) -> None:
    said = {
        document["operation"]: [
            in_english(one.problem) for one in checked(seeded, document).remarks
        ]
        for document in (MERGE, SPLIT, RENAME, NEW_CODE)
    }
    assert "are shown on the page of" in said["merge"][0]
    assert "are not its heirs" in said["split"][0]
    assert "Every address with skaun leads to boersa for all time" in said["rename"][0]
    assert "both lead to its page" in said["new-code"][0]
    assert {name: len(some) for name, some in said.items()} == dict.fromkeys(said, 1)


INTO = MERGE["into"]


@pytest.mark.parametrize(
    "document, problem",
    [
        (MERGE | {"from": ["asker"]}, "A merger is of several municipalities."),
        (MERGE | {"from": ["asker", "nowhere"]}, "There is no municipality nowhere."),
        (MERGE | {"from": ["asker", "asker"]}, "A municipality is named twice."),
        (MERGE | {"from": ["asker", "hemne"]}, "Hemne has ended already."),
        (MERGE | {"from": ["asker", "nacka"]}, "They lie in different countries."),
        (MERGE | {"day": "2019-01-01"}, "Asker began on that day, or later."),
        (MERGE | {"into": [INTO, INTO | {"slug": "x"}]}, "This makes one municipality."),
        (MERGE | {"scheme": None}, "Say who gives the code."),
        (MERGE | {"into": {"slug": "x", "name": "X"}}, "A new municipality needs this."),
        (MERGE | {"into": INTO | {"code": "0301"}}, "Oslo has the code 0301."),
        (SPLIT | {"from": ["heim", "skaun"]}, "This happens to one municipality."),
        (SPLIT | {"into": SPLIT["into"][:1]}, "A division makes several municipalities."),
        (SPLIT | {"into": SPLIT["into"][:1] * 2}, "A name in addresses is there twice."),
        (RENAME | {"into": {"name": "Skaun"}}, "It is called that already."),
        (RENAME | {"into": {"name": "Y", "code": "1234"}}, "This operation does not change that."),
        (NEW_CODE | {"into": {"code": "5029"}}, "It has that code already."),
        (NEW_CODE | {"into": {"name": "Y"}}, "This operation does not change that."),
        (NEW_CODE | {"into": {"code": "0301"}}, "Oslo has the code 0301."),
        (MERGE | {"operation": "swap"}, "“swap” is none of those that may be chosen."),
        (MERGE | {"into": []}, "The list is too short: it needs 1 or more."),
        (MERGE | {"source": ""}, "The text is empty."),
        (MERGE | {"more": 1}, "Nothing is called “more” here."),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_told(seeded: Engine, document: Document, problem: str) -> None:
    assert problem in problems(seeded, document)


@pytest.mark.parametrize("slug", ["baerum", "hemne", "oslo"])
def test_a_name_that_is_taken_is_not_given_anew(seeded: Engine, slug: str) -> None:
    (problem,) = problems(seeded, MERGE | {"into": INTO | {"slug": slug}})
    assert problem.startswith(f"{slug} means another municipality, or has meant one.")


def test_a_name_that_led_on_is_not_given_anew(seeded: Engine, editor: Actor, other: Actor) -> None:
    done(seeded, editor, other, RENAME)
    (problem,) = problems(seeded, MERGE | {"into": INTO | {"slug": "skaun"}})
    assert problem.startswith("skaun means another municipality, or has meant one.")


def test_who_ends_has_no_results_of_later_years(seeded: Engine) -> None:
    assert "There are evaluations of later years: heim-2024." not in problems(seeded, SPLIT)
    late = RENAME | {"operation": "split", "day": "2015-06-01", "into": SPLIT["into"]}
    (problem,) = problems(seeded, late | {"scheme": "SSB"})
    assert problem.startswith("There are evaluations of later years: ")
    assert "skaun-2017" in problem


def test_what_has_happened_is_not_withdrawn(seeded: Engine) -> None:
    gone = DraftItem("register", item(MERGE).key, ItemAction.WITHDRAW)
    with session_factory(seeded)() as session:
        (fault,) = check(session, [gone]).faults
    assert in_english(fault.problem).startswith("What has happened is not withdrawn")


def test_who_changed_meanwhile_is_looked_at_again(
    seeded: Engine, editor: Actor, other: Actor
) -> None:
    waiting = created(seeded, editor, item(MERGE))
    submitted(seeded, editor, waiting)
    done(seeded, editor, other, NEW_CODE | {"from": ["asker"]})
    with pytest.raises(DraftConflict):
        workflow.approve(seeded, other, waiting.id, "Kommunereform")


def test_an_operation_and_an_evaluation_of_what_it_makes_go_together(
    seeded: Engine, editor: Actor, other: Actor
) -> None:
    new = json.loads(
        (Path("seed") / "evaluations" / "hemne-2018.json").read_text(encoding="utf-8")
    ) | {"municipality": "baerum-2026", "year": 2026}
    draft = created(
        seeded,
        editor,
        DraftItem("evaluation", "baerum-2026-2026", ItemAction.PUT, new),
        item(MERGE),
    )
    published(seeded, editor, other, draft, "Kommunereform")
    with session_factory(seeded)() as session, forgetting():
        reading = open_reading(session)
        assert evaluations.evaluation(reading, "baerum-2026-2026") is not None
