"""Numbers in the tables of figures are written as in sentences of the same language."""

import pytest

from app.contents.evaluations.content import content_of
from app.contents.evaluations.figures import scatter_figure
from app.queries.evaluations import summaries
from app.queries.reading import Reading
from app.web.words.languages import words


@pytest.mark.parametrize("language, between", [("nb", "\u00a0"), ("sv", "\u00a0"), ("en", ",")])
def test_inhabitants_are_parted_into_thousands(real: Reading, language: str, between: str) -> None:
    figure = scatter_figure(content_of(real, "hemne-2018"), words(language))
    assert figure is not None
    of = {f"{one.name} {one.year}": one.inhabitants for one in summaries(real)}
    for name, inhabitants, _ in figure.table()[1:]:
        known = of[name]
        assert known is not None
        assert inhabitants == f"{known:,}".replace(",", between)
