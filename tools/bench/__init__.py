"""How fast the site is, beside others that could do the same. `make bench` runs it.

Everything is started here, on loopback, and ended here. Wherever two are compared they are asked
in turn, round after round, and the ratio is taken of each pair, so that a drift of the machine's
speed touches both alike. Load is bounded in connections and seconds. The figures to quote are the
ratios: a rate alone says more about the machine.
"""
