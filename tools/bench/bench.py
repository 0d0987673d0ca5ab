"""What every part of a run needs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tools.bench import processes
from tools.bench.load import Order, Outcome
from tools.bench.loader import Loader
from tools.bench.servers import Server


@dataclass(frozen=True, slots=True)
class Bench:
    """A run: where its files lie, who makes the load, and how much of it."""

    folder: Path
    environment: Path
    """Where those that ours is compared with are installed."""
    loader: Loader
    rounds: int
    seconds: float
    connections: int
    sizes: Sequence[int]
    real: str
    """The address of the database with the real data."""

    def program(self, name: str) -> Path:
        """A command of those that ours is compared with."""
        return self.environment / "bin" / name

    def order(self, *paths: str, encoding: str = "br") -> Order:
        """As much load as is usual, for the length of a round."""
        return Order(0, list(paths), encoding, self.connections, self.seconds)

    def ask(self, server: Server, order: Order) -> Outcome:
        """Has a server asked, and sees what processor time that took it."""
        before = processes.seconds(server.pid)
        outcome = self.loader.run(replace(order, port=server.port))
        took = processes.seconds(server.pid) - before
        return replace(outcome, processor=1e6 * took / outcome.answers)

    def in_turn(self, asked: Mapping[str, tuple[Server, Order]]) -> dict[str, list[Outcome]]:
        """Has each server asked, round after round, by the names they are given.

        Every other round goes the other way about, so that nobody always comes first.
        """
        names = list(asked)
        for server, order in asked.values():  # not measured
            self.ask(server, replace(order, seconds=order.seconds / 2))
        found: dict[str, list[Outcome]] = {name: [] for name in names}
        for turn in range(self.rounds):
            for name in names if turn % 2 == 0 else reversed(names):
                found[name].append(self.ask(*asked[name]))
        return found
