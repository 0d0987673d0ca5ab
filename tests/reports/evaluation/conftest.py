"""The site with the real data, as tests of pages ask it."""

from tests.pages.conftest import site as site
