"""What takes minutes runs only when it is asked for: `pytest -m soak tests/soak`."""

import pytest

from tests.serving.fixtures import other_url as other_url
from tests.serving.fixtures import own_url as own_url
from tests.serving.fixtures import serve as serve


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if "soak" in config.option.markexpr:
        return
    left_out = [item for item in items if item.get_closest_marker("soak")]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]
