"""The command line on a database of the test's own, as `tests/test_cli.py` has it."""

from tests.test_cli import configured as configured
from tests.test_cli import point as point
from tests.test_cli import run as run
