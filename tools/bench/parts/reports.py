"""Files of reports: how soon one is there, and what pages are like while fifty are being made."""

import shutil
import statistics
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeAlias

from tools.bench import comparisons, cores, databases, processes
from tools.bench.addresses import LANGUAGES, evaluation, evaluations
from tools.bench.bench import Bench
from tools.bench.faults import NotMeasured
from tools.bench.load import Order, Outcome
from tools.bench.servers import Server, get, site
from tools.bench.spread import ratios, spread
from tools.bench.table import Row, at_most, number
from tools.bench.waiting import Waited, crowd, until_there

FILES: Final = 50
EVALUATIONS: Final = 1_000
"""In the database whose reports are asked for at the same time."""
PAGES: Final = 30
"""Pages worked out anew in a round."""
LONGEST: Final = 30.0
"""Seconds a round may take."""
PAGE: Final = "/kommuner/hemne/2018"
REPORT: Final = f"{PAGE}/rapport.pdf"
OTHER: Final = "/kommuner/hareid/2019/rapport.pdf"
ALONE: Final = "The report with every field filled as a PDF (45 questions, two cores, one reader)"
TOGETHER: Final = f"Pages while {FILES} reports are being made (two cores, one reader of pages)"
KINDS: Final = ("kept page", "page worked out anew")

Found: TypeAlias = dict[str, list[Outcome]]
"""Rounds of each kind of page."""


def measure(bench: Bench) -> Iterator[Row]:
    """One report by itself, and fifty beside pages."""
    yield from _alone(bench)
    yield from _together(bench)


def _alone(bench: Bench) -> Iterator[Row]:
    url = databases.filled(bench.folder)
    cold, running, processor = [], [], []
    for _ in range(bench.rounds):
        with _site(bench, url) as server:
            before = processes.seconds(server.pid)
            cold.append(until_there(server.port, REPORT))
            processor.append(processes.seconds(server.pid) - before)
        with _site(bench, url) as server:
            # Another one first: what has been set once is set anew in no time.
            until_there(server.port, OTHER)
            running.append(until_there(server.port, REPORT))
    took = f"{number(statistics.median(processor))} s of processor time"
    what = "nothing kept, no process that makes files: until it is there"
    yield Row(ALONE, what, took, result=spread(cold), unit="s", target=at_most(3))
    what = "nothing kept, the process has made another one: until it is there"
    yield Row(ALONE, what, result=spread(running), unit="s")
    with _site(bench, url) as server:
        yield _kept(bench, server)


def _kept(bench: Bench, server: Server) -> Row:
    """The file beside the page of the same evaluation, both kept."""
    until_there(server.port, REPORT)
    get(server.port, PAGE, "br")
    found = bench.in_turn(
        {
            path: (server, replace(bench.order(path), connections=1, seconds=bench.seconds / 2))
            for path in (REPORT, PAGE)
        }
    )
    file, page = found[REPORT], found[PAGE]
    size, beside = (number(rounds[0].body / 1000) for rounds in (file, page))
    what = f"kept ({size} kB) ÷ kept page ({beside} kB): median time"
    result = comparisons.ratio("p50", file, page)
    return Row(ALONE, what, _told(file), _told(page), result)


def _together(bench: Bench) -> Iterator[Row]:
    url = databases.made_up(bench.folder, EVALUATIONS)
    paths = [f"{page}/rapport.pdf" for page in evaluation(evaluations(url, FILES))]
    fresh = _never_asked(url, 2 * bench.rounds + 1)
    with _site(bench, url) as server:
        _ask(bench, server, next(fresh))  # not measured
        usual = _rounds(bench, server, fresh, bench.rounds // 2)
        with crowd(server.port, paths) as readers:
            beside = _rounds(bench, server, fresh, bench.rounds)
            if all(reader.done() for reader in readers):
                raise NotMeasured("all files were there before the pages had been asked for")
            waited = [reader.result() for reader in readers]
        server.settle()
        later = _rounds(bench, server, fresh, bench.rounds - bench.rounds // 2)
    for kind in KINDS:
        yield from _rows(kind, beside[kind], usual[kind] + later[kind])
    yield _waited(waited)


def _waited(waited: Sequence[Waited]) -> Row:
    seconds = [one.seconds for one in waited]
    told = f"half of them after {number(statistics.median(seconds))} s"
    if sent_away := sum(one.refused > 0 for one in waited):
        told += f"; {sent_away} could not be had at first"
    return Row(TOGETHER, f"until all {FILES} were there", told, "", spread([max(seconds)]), "s")


def _rounds(bench: Bench, server: Server, fresh: Iterator[list[str]], count: int) -> Found:
    found: Found = {kind: [] for kind in KINDS}
    for _ in range(count):
        for kind, outcome in _ask(bench, server, next(fresh)).items():
            found[kind].append(outcome)
    return found


def _ask(bench: Bench, server: Server, fresh: list[str]) -> Mapping[str, Outcome]:
    """A round: a page that is kept, over and over, and pages that nobody has asked for."""
    get(server.port, "/kommuner", "br")
    kept = replace(bench.order("/kommuner"), connections=1)
    anew = Order(0, fresh, "br", 1, LONGEST, len(fresh))
    return dict(zip(KINDS, (bench.ask(server, kept), bench.ask(server, anew)), strict=True))


def _never_asked(url: str, rounds: int) -> Iterator[list[str]]:
    """Pages for so many rounds, no page in two of them."""
    pages = evaluation(evaluations(url, EVALUATIONS))
    everything = [f"{language}{page}" for page in pages for language in LANGUAGES]
    return (everything[start::rounds][:PAGES] for start in range(rounds))


def _rows(kind: str, beside: Sequence[Outcome], usual: Sequence[Outcome]) -> Iterator[Row]:
    for name, title in (("p50", "median time"), ("p95", "95th percentile")):
        mine, other = ([getattr(one, name) for one in rounds] for rounds in (beside, usual))
        ours, theirs = (f"{number(statistics.median(times))} ms" for times in (mine, other))
        what = f"{kind}: {title} ÷ the usual"
        yield Row(TOGETHER, what, ours, theirs, ratios(mine, other), "×", at_most(2))


def _told(outcomes: Sequence[Outcome]) -> str:
    p50, p95 = (number(statistics.median(getattr(o, n) for o in outcomes)) for n in ("p50", "p95"))
    return f"p50 {p50} · p95 {p95} ms"


def _files(bench: Bench) -> Path:
    return bench.folder / "files"


@contextmanager
def _site(bench: Bench, url: str) -> Iterator[Server]:
    """The site on all cores, at rest, with no file kept."""
    shutil.rmtree(_files(bench), ignore_errors=True)
    with site(bench.folder, url, on=cores.ALL, files=_files(bench)) as server:
        server.settle()
        yield server
