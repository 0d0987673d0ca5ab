"""Another ASGI server, granian, beside uvicorn: with our site and with a bare application."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tools.bench import comparisons
from tools.bench.bench import Bench
from tools.bench.faults import NotMeasured
from tools.bench.servers import Server, free_port, get, site, site_environment
from tools.bench.table import Row
from tools.bench.twins import bare, keep

GROUP: Final = "granian ÷ uvicorn (one worker each, warm /kommuner/hemne)"
PATH: Final = "/kommuner/hemne"


def measure(bench: Bench) -> Iterator[Row]:
    """Rate and 99th percentile under the one divided by those under the other."""
    if not bench.program("granian").exists():
        raise NotMeasured("no granian")
    with site(bench.folder, bench.real) as ours:
        get(ours.port, PATH, "br")
        _, headers, body = get(ours.port, PATH, "br")
        keep(bench.folder, headers, body)
        with (
            _granian(bench, "app.main:create_app", "asgi", bench.folder) as ours_other,
            bare(bench.folder) as plain,
            _granian(bench, "tools.bench.bare:create_app", "asginl", bench.folder) as plain_other,
        ):
            servers = {
                "ours": ours,
                "ours, granian": ours_other,
                "bare": plain,
                "bare, granian": plain_other,
            }
            found = bench.in_turn({n: (s, bench.order(PATH)) for n, s in servers.items()})
    for what, name in (("our site", "ours"), ("a bare application", "bare")):
        under, beside = found[f"{name}, granian"], found[name]
        yield comparisons.rate(GROUP, f"{what}: rate", under, beside)
        for figure, title in (("p99", "p99"), ("processor", "processor time an answer")):
            result = comparisons.ratio(figure, under, beside)
            yield Row(GROUP, f"{what}: {title}", result=result)


def _granian(bench: Bench, app: str, interface: str, folder: Path) -> Server:
    port = free_port()
    command = [str(bench.program("granian")), "--factory", app, "--interface", interface]
    where = ["--host", "127.0.0.1", "--port", str(port), "--workers", "1"]
    only = ["--http", "1", "--no-ws", "--loop", "uvloop", "--log-level", "warning"]
    environment = {**site_environment(bench.real, port), "BENCH_ANSWER": str(folder)}
    name = f"granian-{interface}"
    return Server(name, [*command, *where, *only], port, folder, environment=environment)
