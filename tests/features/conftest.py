"""Tests of a feature's pages ask the same sites as the tests of all pages."""

from tests.pages.conftest import demo_site as demo_site
from tests.pages.conftest import site as site
