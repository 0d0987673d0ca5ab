"""Gold stars and the search in them, the same on SQLite and on PostgreSQL."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, event, text

from app.config import ROOT
from app.database import create, session_factory
from app.domain.message import LocalText
from app.domain.naming.spelling import Collation, fold
from app.domain.search_words import SearchedWord, TextWord, searched_words, text_words
from app.publishing.demo import publish_demo
from app.publishing.seed import seed
from app.queries import evaluations
from app.queries.gold_stars import StarMatch, findings_with, gold_stars, newest_first, stars_with
from app.queries.reading import Reading, open_reading
from app.upkeep.migrating import upgrade
from tests import databases
from tests.databases import SEED, Backend
from tests.statements import count_queries, forgetting


def test_the_newest_come_first_and_those_of_a_year_by_name(demo_reading: Reading) -> None:
    some = [
        replace(one, evaluation=replace(one.evaluation, name=name, year=year))
        for one, (name, year) in zip(
            gold_stars(demo_reading),
            [("Ål", 2018), ("Askim", 2017), ("Östersund", 2018), ("Älvdalen", 2018)],
            strict=False,
        )
    ]
    for collation, expected in (
        (Collation.NORWEGIAN, ["Älvdalen", "Östersund", "Ål", "Askim"]),
        (Collation.SWEDISH, ["Ål", "Älvdalen", "Östersund", "Askim"]),
    ):
        assert [one.evaluation.name for one in newest_first(some, collation)] == expected


def test_the_gold_stars_of_the_sources_are_there_with_what_they_stood_beside(
    real: Reading,
) -> None:
    found = {given.star.id: given for given in gold_stars(real)}
    assert sorted(found) == [
        "hemne-2018/1",
        "ovre-eiker-2015/1",
        "ovre-eiker-2015/2",
        "ulstein-2019/1",
    ]
    hemne, ulstein = found["hemne-2018/1"], found["ulstein-2019/1"]
    assert hemne.figure is not None
    assert (hemne.figure.score, hemne.figure.max) == (Decimal("10.5"), 15)
    assert hemne.evaluation.name == "Hemne"
    assert ulstein.figure is not None
    assert (ulstein.figure.score, ulstein.figure.max) == (72, 100)
    assert found["ovre-eiker-2015/1"].figure is None


@pytest.mark.parametrize(
    "searched", ["målstyring", "malstyring", "Målstyringen", "MÅLSTYRING", "målst", "balansert mål"]
)
def test_hemnes_scorecard_is_found_however_it_is_written(real: Reading, searched: str) -> None:
    assert dict(stars_with(real, searched)) == {"hemne-2018/1": StarMatch.PRACTICE}


@pytest.mark.parametrize("searched", ["innbyggerdialog", "innbyggjardialog", "medborgardialog"])
def test_a_gold_star_is_found_in_every_language_it_is_kept_in(real: Reading, searched: str) -> None:
    assert set(stars_with(real, searched)) == {"ulstein-2019/1"}


def test_every_word_has_to_be_found(real: Reading) -> None:
    assert set(stars_with(real, "kommunens visjon")) == {"ovre-eiker-2015/1"}
    assert stars_with(real, "kommunens visjon målstyring") == {}


def test_findings_are_found_with_their_place(real: Reading) -> None:
    (found,) = findings_with(real, "kommuneavisen")
    assert (found.evaluation.id, found.area) == ("hemne-2018", 1)
    assert found.finding.text == "Ingen egen kommuneavis"
    assert found.finding.language == "nb"


@pytest.mark.parametrize("searched", ["", " ", "%", "_", "'", '"', "\\", "🧭", "--", "|", "*"])
def test_what_has_no_words_finds_nothing(real: Reading, searched: str) -> None:
    assert stars_with(real, searched) == {}
    assert findings_with(real, searched) == ()


def test_fifty_words_break_nothing(real: Reading) -> None:
    many = " ".join("abcdefghijklmnopqrstuvwxyz0123456789ßþđŋαβγδεζηθ"[:50])
    assert stars_with(real, many) == {}
    assert findings_with(real, many) == ()


@pytest.mark.parametrize("searched", ["målstyring", "med en i av som", "oppdiktet god"])
def test_searching_takes_as_many_statements_as_it_says(real: Reading, searched: str) -> None:
    engine = real.session.get_bind()
    for query, most in (
        (lambda: gold_stars(real), 3),
        (lambda: stars_with(real, searched), 1),
        (lambda: findings_with(real, searched), 3),
    ):
        with forgetting(), count_queries(engine) as count:
            query()
        assert int(count) <= most, count.statements


def test_a_release_is_searched_as_it_was(seeded: Engine, seed_copy: Path) -> None:
    path = seed_copy / "evaluations" / "hemne-2018.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    document["gold_stars"][0]["practice"] = {"nb": "Kart over arbeidet"}
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    assert seed(seeded, seed_copy).release is not None
    with session_factory(seeded)() as session:
        before, after = open_reading(session, 1), open_reading(session, 2)
        assert set(stars_with(before, "målstyring")) == {"hemne-2018/1"}
        assert stars_with(before, "kartet") == {}
        assert stars_with(after, "målstyring") == {}
        assert set(stars_with(after, "kartet")) == {"hemne-2018/1"}


def test_what_was_published_before_there_was_a_search_is_found_too(seeded: Engine) -> None:
    """An upgrade finds the same words in what is stored as publishing does."""
    published = _words(seeded)
    assert len(published["gold_star_word"]) > 50
    assert len(published["finding_word"]) > 500
    config = Config(ROOT / "alembic.ini")
    with seeded.connect() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
    assert upgrade(seeded).words_renewed
    assert _words(seeded) == published


def test_words_that_other_rules_made_are_made_anew(seeded: Engine) -> None:
    """By an upgrade, once, and by who publishes: those of two rules never stand side by side."""
    published = _words(seeded)
    assert not upgrade(seeded).words_renewed
    _made_by_others(seeded)
    assert _words(seeded) != published
    assert upgrade(seeded).words_renewed
    assert _words(seeded) == published
    assert not upgrade(seeded).words_renewed


def test_who_publishes_makes_words_of_other_rules_anew(seeded: Engine, seed_copy: Path) -> None:
    published = _words(seeded)
    _made_by_others(seeded)
    path = seed_copy / "evaluations" / "hemne-2018.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    document["gold_stars"][0]["practice"] = {"nb": "Kart over arbeidet"}
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    assert seed(seeded, seed_copy).release is not None
    found = _words(seeded)
    assert published["gold_star_word"] < found["gold_star_word"]
    assert published["finding_word"] == found["finding_word"]
    assert not upgrade(seeded).words_renewed


def test_words_that_are_broken_off_are_those_of_before(seeded: Engine) -> None:
    _made_by_others(seeded)
    before = _words(seeded)

    def stop(_conn: object, _cursor: object, sent: str, *_rest: object) -> None:
        if sent.startswith("INSERT INTO word_rules"):
            raise InterruptedError(sent)

    event.listen(seeded, "before_cursor_execute", stop)
    with pytest.raises(InterruptedError):
        upgrade(seeded)
    event.remove(seeded, "before_cursor_execute", stop)
    assert _words(seeded) == before


def _made_by_others(engine: Engine) -> None:
    """As if another version of Snowball had cut every stem."""
    with engine.begin() as connection:
        for table in ("gold_star_word", "finding_word"):
            connection.execute(text(f"UPDATE {table} SET stem = word || 'x'"))
        connection.execute(text("UPDATE word_rules SET made_by = 'snowballstemmer 0.1, words 1'"))


def _words(engine: Engine) -> dict[str, set[tuple[object, ...]]]:
    with engine.connect() as connection:
        return {
            table: {
                tuple(row) for row in connection.execute(text(f"SELECT {columns} FROM {table}"))
            }
            for table, columns in {
                "gold_star_word": "gold_star_id, field, language, word, stem",
                "finding_word": "evaluation_id, area, position, language, word, stem",
            }.items()
        }


@pytest.fixture(scope="module")
def both(sqlite_backend: Backend, postgres_backend: Backend) -> Iterator[tuple[Reading, Reading]]:
    """The same made-up data on SQLite and on PostgreSQL."""
    with ExitStack() as stack:
        readings = []
        for backend in (sqlite_backend, postgres_backend):
            url = backend.new("searched")
            with databases.writing(url) as engine:
                databases.migrate(engine)
                publish_demo(engine, SEED)
            engine = create(url)
            stack.callback(engine.dispose)
            readings.append(open_reading(stack.enter_context(session_factory(engine)())))
        yield readings[0], readings[1]


# fmt: off
WORDS = st.sampled_from([
    "oppdiktet", "oppdikta", "påhittad", "made-up", "god", "praksis", "praxis", "begrunnelse",
    "motivering", "kommuner", "lære", "styrke", "styrka", "svakhet", "utfordring", "mål",
    "målstyring", "brukere", "service", "innbyggere", "medborgare", "ledelse", "etikk",
    "budsjett", "i", "og", "av", "för", "på", "å", "öppenhet", "åpenhet", "æøå", "learn",
    "municipalities", "reason", "%", "_", "100",
])
# fmt: on
QUERIES = st.lists(
    st.one_of(
        WORDS,
        WORDS.map(str.upper),
        WORDS.map(fold),
        st.tuples(WORDS, st.integers(1, 8)).map(lambda cut: cut[0][: cut[1]]),
        st.text(max_size=6).filter(lambda t: "\x00" not in t),
    ),
    min_size=1,
    max_size=4,
).map(" ".join)


@pytest.mark.postgres
@given(searched=QUERIES)
def test_both_databases_find_the_same_and_all_there_is(
    both: tuple[Reading, Reading], searched: str
) -> None:
    """Beside each other, and beside a reading of every text word by word."""
    sqlite, postgres = both
    words = searched_words(searched)
    stars = dict(stars_with(sqlite, searched))
    assert stars == dict(stars_with(postgres, searched))
    assert stars == dict(_stars_by_hand(sqlite, words))
    findings = findings_with(sqlite, searched)
    assert findings == findings_with(postgres, searched)
    assert [(f.evaluation.id, f.area, f.position) for f in findings] == sorted(
        _findings_by_hand(sqlite, words)
    )


def _has_all(words: tuple[SearchedWord, ...], held: list[TextWord]) -> bool:
    return bool(words) and all(any(word.finds(other) for other in held) for word in words)


def _words_of(told: LocalText | None) -> list[TextWord]:
    texts = told.texts if told else {}
    return [word for language in texts for word in text_words(texts[language], language)]


def _stars_by_hand(
    reading: Reading, words: tuple[SearchedWord, ...]
) -> Iterator[tuple[str, StarMatch]]:
    for given_star in gold_stars(reading):
        star = given_star.star
        practice, why = (
            [
                w
                for lang, written in (t.texts if t else {}).items()
                for w in text_words(written, lang)
            ]
            for t in (star.practice, star.why)
        )
        if _has_all(words, practice):
            yield star.id, StarMatch.PRACTICE
        elif _has_all(words, practice + why):
            yield star.id, StarMatch.WHY


ALL: dict[str, list[tuple[str, int, int, list[TextWord]]]] = {}


def _findings_by_hand(
    reading: Reading, words: tuple[SearchedWord, ...]
) -> Iterator[tuple[str, int, int]]:
    if reading.release.sha256 not in ALL:
        ALL[reading.release.sha256] = [
            (e.id, area.no, position, list(text_words(finding.text, finding.language)))
            for e in evaluations.all_evaluations(reading)
            for area in e.areas
            for position, finding in enumerate(area.findings)
        ]
    for evaluation, area, position, held in ALL[reading.release.sha256]:
        if _has_all(words, held):
            yield evaluation, area, position
