"""Real servers for tests: processes that answer, readers that behave badly, databases that fail."""

import pytest

pytest.register_assert_rewrite("tests.serving.checks", "tests.serving.crowd")
