"""From the command to the first answer, where the database is there already."""

from collections.abc import Iterator
from typing import Final

from tools.bench import cores, databases, processes
from tools.bench.bench import Bench
from tools.bench.servers import site
from tools.bench.spread import spread
from tools.bench.table import Row, at_most, number

GROUP: Final = "Start"


def measure(bench: Bench) -> Iterator[Row]:
    """`kompass serve` until the first page is answered."""
    urls = {"real data": bench.real}
    for size in bench.sizes:
        urls[f"{number(size)} evaluations"] = databases.made_up(bench.folder, size)
    for name, url in urls.items():
        took, processor = [], []
        for _ in range(bench.rounds):
            with site(bench.folder, url, ready="/kommuner", on=cores.ALL) as server:
                took.append(server.seconds_to_start)
                processor.append(processes.seconds(server.pid))
        what = f"from the command to the answer of /kommuner, {name}"
        ours = f"{number(spread(processor).median)} s of processor time"
        yield Row(GROUP, what, ours, result=spread(took), unit="s", target=at_most(2))
