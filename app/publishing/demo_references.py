"""Made-up averages, as if somebody had published them."""

from collections.abc import Iterable
from decimal import Decimal

from app.domain.evaluation import Evaluation, Source
from app.domain.message import LocalText
from app.domain.municipality import Country
from app.domain.reference import ReferenceAverage, ReferenceStatistic
from app.domain.score import AREA_MEASURES, Measure
from app.publishing.build_list import in_order
from app.publishing.demo_register import SOURCE


def made_up_references(evaluations: Iterable[Evaluation]) -> tuple[ReferenceAverage, ...]:
    """A published average of each country that is a little older than what is computed here, over
    the latest result of each municipality until then."""
    found = []
    held = tuple(evaluations)
    for country in Country:
        latest = {
            e.municipality: e
            for e in sorted(held, key=lambda e: (e.year, e.id))
            if e.country is country and e.year in range(2010, 2019) and e.total.score is not None
        }
        chosen = list(latest.values())
        means = {
            measure: _mean([e.figure(measure).score for e in chosen])
            for measure in (Measure.TOTAL, *AREA_MEASURES)
        }
        figures = {measure: mean for measure, mean in means.items() if mean is not None}
        if not figures:
            continue
        found.append(
            ReferenceAverage(
                id=f"demo-{country.lower()}-2018",
                label=LocalText(
                    {
                        "nb": "Oppdiktet snitt per 2018",
                        "nn": "Oppdikta snitt per 2018",
                        "sv": "Påhittat genomsnitt till och med 2018",
                        "en": "Made-up average as of 2018",
                    }
                ),
                country=country,
                family="2",
                as_of=2018,
                statistic=ReferenceStatistic.MEAN,
                n=len(chosen),
                size_group=None,
                figures=figures,
                source=Source(SOURCE, None),
            )
        )
    return in_order(found)


def _mean(scores: list[Decimal | None]) -> Decimal | None:
    known = [score for score in scores if score is not None]
    return None if not known else (sum(known, Decimal(0)) / len(known)).quantize(Decimal(1))
