"""From a file to what is public, and back, from a terminal: commands, exit codes, answers."""

import hashlib
import json
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.config import settings
from tests.commands.bringing import BY, NEW, SEEN, answer, document, fill, written
from tests.publishing.changing import everything, exported, numbers
from tests.test_cli import Run, told

pytestmark = pytest.mark.on_both_databases


def test_a_whole_life_from_an_empty_workbook(run: Run, configured: Engine, tmp_path: Path) -> None:
    workbook = tmp_path / "new.xlsx"
    assert run("template", "2.1", "-o", str(workbook)).exit_code == 0
    hemne = document("hemne-2018")
    scores = {q["code"]: q["score"] for area in hemne["areas"] for q in area["questions"]}
    head = {"municipality": "Lom", "year": 2019, "source.title": "Rapport 9/2019"}
    fill(workbook, head, scores)
    before = everything(configured)
    looked = run("import", str(workbook), "--dry-run")
    assert looked.exit_code == 0, looked.stderr
    assert "Added: the 2019 evaluation of Lom" in looked.stdout
    assert "/kommuner/lom/2019" in looked.stdout
    assert everything(configured) == before
    published = run("import", str(workbook), "--publish", *BY, *SEEN)
    assert published.exit_code == 0, published.stderr
    assert "Release 2: Nytt: 1 evaluering." in published.stdout
    whole = sum(scores.values())
    assert f'"score":{whole:.1f}' in line_of(configured, "lom-2019")
    # Corrected, by a file that says something else.
    made = run("export", "--evaluation", "lom-2019", "--format", "json")
    corrected = json.loads(made.stdout)
    corrected["source"]["title"] = "Rapport 9/2019, rettet"
    draft = run("correct", "lom-2019", written(tmp_path, corrected), "--by", "Kontor A", "--json")
    number = answer(draft.stdout)["draft"]
    done = run(
        "publish", str(number), "--approved-by", "Kontor B", "--reason", "Feil tittel", *SEEN
    )
    assert done.exit_code == 0, done.stderr
    assert "Release 3: Endret: 1 evaluering." in done.stdout
    gone = run("withdraw", "lom-2019", *BY, "--reason", "Kommunen ba om det")
    assert gone.exit_code == 0, gone.stderr
    assert "Release 4: Tatt ut: 1 evaluering." in gone.stdout
    assert numbers(configured) == [4, 3, 2, 1]
    for release, there in ((1, False), (2, True), (3, True), (4, False)):
        assert ('"key":"lom-2019"' in run("export", str(release)).stdout) is there
    assert told(run("ledger", "verify"))[0] == 0
    steps = [e["step"] for e in answer(run("ledger", "list", "--json").stdout)["entries"]]
    assert [step for step in steps if step in ("published", "corrected", "withdrawn")] == [
        "published",
        "corrected",
        "withdrawn",
    ]
    assert run("seed").stdout.startswith("Nothing has changed.")


def line_of(engine: Engine, key: str) -> str:
    return next(line for line in exported(engine).splitlines() if f'"key":"{key}"' in line)


def test_without_publishing_a_draft_is_made_and_nothing_is_public(
    run: Run, configured: Engine, tmp_path: Path
) -> None:
    made = run("import", written(tmp_path, NEW), "--title", "Lom", "--json")
    assert made.exit_code == 0, made.stdout
    draft = answer(made.stdout)["draft"]
    assert numbers(configured) == [1]
    assert told(run("drafts"))[1].split()[:2] == [str(draft), "draft"]
    assert [d["title"] for d in answer(run("drafts", "--json").stdout)["drafts"]] == ["Lom"]
    assert told(run("drafts", "--state", "in-review")) == (0, "", "There are no drafts.\n")
    looked = run("publish", str(draft), "--dry-run", "--json")
    records = answer(looked.stdout)["consequences"]["records"]["items"]
    assert [(one["key"], one["change"]) for one in records] == [("lom-2019", "added")]
    assert numbers(configured) == [1]


def test_several_files_and_several_evaluations_are_one_release(
    run: Run, configured: Engine, tmp_path: Path
) -> None:
    other = {**NEW, "municipality": "vang"}
    third = {**NEW, "municipality": "oystre-slidre"}
    both = tmp_path / "both.json"
    both.write_text(json.dumps([NEW, other]), encoding="utf-8")
    done = run("import", str(both), written(tmp_path, third), "--publish", *BY, *SEEN)
    assert done.exit_code == 0, done.stderr
    assert "Release 2: Nytt: 3 evalueringer." in done.stdout


def test_what_is_exported_is_brought_in_without_any_difference(
    run: Run, configured: Engine, tmp_path: Path
) -> None:
    for form in ("xlsx", "csv", "json"):
        file = tmp_path / f"all.{'zip' if form == 'csv' else form}"
        made = run("export", "--all-evaluations", "--format", form, "-o", str(file))
        assert made.exit_code == 0, made.stderr
        back = run("import", str(file), "--dry-run")
        assert back.exit_code == 0, back.stderr
        assert "Nothing that is public would change." in back.stdout


def test_a_release_is_exported_as_before(run: Run, configured: Engine, tmp_path: Path) -> None:
    plain = run("export", "1").stdout_bytes
    file = tmp_path / "release.txt"
    assert run("export", "1", "-o", str(file)).exit_code == 0
    assert file.read_bytes() == plain
    assert hashlib.sha256(plain).hexdigest() in run("releases").stdout


def test_an_evaluation_that_is_not_there(run: Run, configured: Engine) -> None:
    code, out, error = told(run("export", "--evaluation", "hemne-2018", "--evaluation", "x-1900"))
    assert (code, out) == (1, "")
    assert error == "There is no evaluation x-1900 here.\n"


@pytest.mark.parametrize("version", ["1.0", "2.0", "2.1", "2020"])
def test_every_version_has_a_template(
    run: Run, configured: Engine, tmp_path: Path, version: str
) -> None:
    for language in ("nb", "nn", "sv", "en"):
        file = tmp_path / f"{language}.xlsx"
        assert run("template", version, "-o", str(file), "--language", language).exit_code == 0
        assert file.read_bytes().startswith(b"PK")
        empty = run("import", str(file), "--dry-run")
        assert empty.exit_code == 1, "an empty one holds no evaluation"


# --- exit codes ------------------------------------------------------------------------------


def test_faults_are_1_and_name_sheet_and_cell(run: Run, configured: Engine, tmp_path: Path) -> None:
    workbook = tmp_path / "new.xlsx"
    assert run("template", "2.1", "-o", str(workbook)).exit_code == 0
    fill(
        workbook,
        {"municipality": "Lom", "year": 2019, "source.title": "Rapport"},
        {"1.1": 15.5, "1.2": -1, "1.3": 4.25},
    )
    before = everything(configured)
    code, _, error = told(run("import", str(workbook), "--publish", *BY, *SEEN))
    assert code == 1
    for cell in ("E4", "E5", "E6"):
        assert f", {cell}: " in error, cell
    assert error.endswith("Nothing has been written.\n")
    found = run("import", str(workbook), "--json")
    faults = answer(found.stdout)["faults"]
    assert {fault["cell"] for fault in faults} >= {"E4", "E5", "E6"}
    assert everything(configured) == before


def test_what_does_not_fit_what_is_public_is_1(
    run: Run, configured: Engine, tmp_path: Path
) -> None:
    spoilt = {**NEW, "year": 1800}
    assert run("import", written(tmp_path, spoilt)).exit_code == 1
    assert run("import", written(tmp_path, {"nothing": 1})).exit_code == 1
    assert numbers(configured) == [1]


@pytest.mark.parametrize(
    "arguments",
    [
        ("import",),
        ("import", "nowhere.json"),
        ("import", "https://example.org/evaluation.json"),
        ("import", "."),
        ("import", "{file}", "--answer", "no-equals-sign"),
        ("import", "{file}", "--embargo", "tomorrow"),
        ("import", "{file}", "--language", "xx"),
        ("import", "{file}", "--unknown"),
        ("publish", "0"),
        ("publish", "first"),
        ("template", "9.9"),
        ("template", "2.1", "--language", "xx"),
        ("export", "--format", "pdf"),
        ("drafts", "--state", "lost"),
        ("ledger",),
        ("ledger", "list", "--most", "0"),
        ("correct", "hemne-2018", "nowhere.json"),
        ("withdraw",),
    ],
    ids=" ".join,
)
def test_wrong_use_is_2_and_writes_nothing(
    run: Run, configured: Engine, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    before = everything(configured)
    file = written(tmp_path, NEW)
    assert run(*(one.format(file=file) for one in arguments)).exit_code == 2
    assert everything(configured) == before


def test_questions_are_3_and_their_answers_make_it_go_on(
    run: Run, configured: Engine, tmp_path: Path
) -> None:
    workbook = tmp_path / "new.xlsx"
    assert run("template", "2020", "-o", str(workbook)).exit_code == 0
    fill(workbook, {"municipality": "Våler", "year": 2021, "source.title": "Rapport"}, {})
    found = run("import", str(workbook), "--json")
    assert found.exit_code == 3, found.stdout
    (question,) = answer(found.stdout)["files"][0]["questions"]
    assert len(question["choices"]) >= 2
    asked = told(run("import", str(workbook)))
    assert asked[0] == 3
    assert f"--answer '{question['id']}=" in asked[2]
    chosen = next(iter(question["choices"]))
    again = run("import", str(workbook), "--answer", f"{question['id']}={chosen}", "--json")
    assert again.exit_code in (0, 1)
    assert not answer(again.stdout)["files"][0]["questions"]
    assert numbers(configured) == [1]


def test_whoever_comes_too_late_is_4(run: Run, configured: Engine, tmp_path: Path) -> None:
    first = answer(run("correct", "hareid-2019", "--by", "Kontor A", "--json").stdout)["draft"]
    changed = {**document("hareid-2019"), "report_number": "7/2019"}
    done = run(
        "import", written(tmp_path, changed), "--publish", *BY, *SEEN, "--reason", "Nummeret"
    )
    assert done.exit_code == 0, done.stderr
    late = run("publish", str(first), "--approved-by", "Kontor B", "--reason", "x", *SEEN, "--json")
    assert (late.exit_code, answer(late.stdout)["exit"]) == (4, 4)
    assert answer(late.stdout)["problem"]
    assert numbers(configured) == [2, 1]


@pytest.mark.parametrize(
    "offices",
    [
        (),
        ("--by", "Kontor A"),
        ("--approved-by", "Kontor B"),
        ("--by", "Kontor A", "--approved-by", " Kontor A "),
    ],
    ids=" ".join,
)
def test_one_pair_of_eyes_is_5(
    run: Run, configured: Engine, tmp_path: Path, offices: tuple[str, ...]
) -> None:
    before = everything(configured)
    code, _, error = told(run("import", written(tmp_path, NEW), "--publish", *offices, *SEEN))
    assert (code, "FOUR_EYES=false" in error) == (5, True)
    assert told(run("withdraw", "hareid-2019", "--reason", "x", *offices))[0] == 5
    assert everything(configured) == before


def test_a_draft_is_not_approved_by_the_office_that_wrote_it(
    run: Run, configured: Engine, tmp_path: Path
) -> None:
    made = run("import", written(tmp_path, NEW), "--by", "Kontor A", "--json")
    draft = str(answer(made.stdout)["draft"])
    assert run("publish", draft, "--approved-by", "Kontor A", *SEEN).exit_code == 5
    assert numbers(configured) == [1]
    assert run("publish", draft, "--approved-by", "Kontor B", *SEEN).exit_code == 0
    assert numbers(configured) == [2, 1]


def test_one_may_do_alone_where_that_is_chosen(
    run: Run, configured: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOUR_EYES", "false")
    settings.cache_clear()
    assert run("import", written(tmp_path, NEW), "--publish", *SEEN).exit_code == 0
    assert numbers(configured) == [2, 1]


def test_remarks_that_nobody_has_seen_are_5(run: Run, configured: Engine, tmp_path: Path) -> None:
    odd = {**NEW, "total": 402}
    found = run("import", written(tmp_path, odd), "--publish", *BY, "--json")
    assert found.exit_code == 5, found.stdout
    data = answer(found.stdout)
    (unseen,) = data["unseen"]
    assert unseen in {remark["id"] for remark in data["remarks"]}
    assert numbers(configured) == [1]
    seen = run("import", written(tmp_path, odd), "--publish", *BY, "--acknowledge", unseen)
    assert seen.exit_code == 0, seen.stderr
    assert numbers(configured) == [2, 1]


def test_a_correction_without_a_reason_is_5(run: Run, configured: Engine, tmp_path: Path) -> None:
    changed = {**document("hareid-2019"), "report_number": "7/2019"}
    found = run("import", written(tmp_path, changed), "--publish", *BY, *SEEN)
    assert found.exit_code == 5, found.stderr
    assert told(run("withdraw", "hareid-2019", *BY))[0] == 5
    assert numbers(configured) == [1]


def test_what_has_been_published_is_not_published_again_and_is_6(
    run: Run, configured: Engine, tmp_path: Path
) -> None:
    done = run("import", written(tmp_path, NEW), "--publish", *BY, *SEEN, "--json")
    draft = str(answer(done.stdout)["draft"])
    assert run("publish", draft, "--approved-by", "Kontor C").exit_code == 6
    assert run("publish", "99", "--approved-by", "Kontor C").exit_code == 1
    assert numbers(configured) == [2, 1]


def test_what_is_to_wait_waits_for_its_time(run: Run, configured: Engine, tmp_path: Path) -> None:
    done = run(
        *("import", written(tmp_path, NEW), "--publish", *BY, *SEEN, "--json"),
        *("--embargo", "2199-01-01T08:00"),
    )
    assert done.exit_code == 0, done.stdout
    assert answer(done.stdout)["scheduled"] == "2199-01-01T08:00:00+00:00"
    assert numbers(configured) == [1]
    assert answer(run("drafts", "--json").stdout)["drafts"][0]["state"] == "scheduled"


def test_a_file_that_is_too_large_is_not_read(run: Run, configured: Engine, tmp_path: Path) -> None:
    large = tmp_path / "large.json"
    with large.open("wb") as file:
        file.truncate(2_000_000_000)
    code, _, error = told(run("import", str(large)))
    assert (code, "large.json" in error) == (1, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("import", "{file}"),
        ("import", "{file}", "--dry-run"),
        ("publish", "77"),
        ("correct", "hareid-2019"),
        ("correct", "nobody-1900"),
        ("withdraw", "hareid-2019", "--draft"),
        ("drafts",),
        ("ledger", "list"),
        ("ledger", "verify"),
    ],
    ids=" ".join,
)
def test_programs_get_one_object_and_the_code_in_it(
    run: Run, configured: Engine, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    file = written(tmp_path, NEW)
    done = run(*(one.format(file=file) for one in arguments), "--json")
    found = answer(done.stdout)
    assert found["exit"] == done.exit_code
    assert found["ok"] is (done.exit_code == 0)
    assert done.exit_code == 0 or found["problem"]


def test_a_file_is_refused_by_its_size_unread(run: Run, configured: Engine, tmp_path: Path) -> None:
    path = tmp_path / "large.xlsx"
    with path.open("wb") as file:
        file.truncate(200_000_000)  # it takes no room on the disk
    before = everything(configured)
    refused = run("import", str(path))
    assert refused.exit_code == 1
    assert "The file is 200 MB; no more than 20 MB are read." in refused.stderr
    assert everything(configured) == before
