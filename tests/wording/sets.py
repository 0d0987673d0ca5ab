"""What a comparison is made of: names, phrases, versions and years."""

from dataclasses import replace

from app.domain.comparison_choice import Comparison, ComparisonKind
from app.domain.message import Points
from app.domain.peers import SetScope, comparison_set
from app.domain.reference import ReferenceBasis, ReferenceStatistic
from app.domain.score import Measure
from app.domain.wording.sets import (
    comparison_name,
    comparison_words,
    join_years,
    kind_words,
    set_span_words,
    size_group_words,
    total_words,
    versions_used_words,
)
from tests.domain.counts import EVERYBODY_KNOWN
from tests.domain.examples import HUNDRED, evaluation, summary
from tests.wording.examples import (
    COMBINED,
    COMPUTED,
    FEW,
    NAMED,
    NORWAY,
    PUBLISHED,
    TOTAL,
    Example,
    Said,
    comparison,
    field,
    instrument,
    set_of,
)


def named(*drawn: str, rest: tuple[str, ...] = ()) -> Comparison:
    """Beside some who have the total, and with others who have an area only."""
    with_total = [summary(name, 400) for name in drawn]
    with_area = [summary(name, areas={3: 50}, year=2015) for name in rest]
    scope = SetScope(frozenset((NORWAY,)), "2")
    measures = (TOTAL, Measure.AREA_3)
    found = comparison_set(scope, [*with_total, *with_area], measures, EVERYBODY_KNOWN)
    return Comparison(NAMED, scope, measures, found, named=tuple(with_total))


def listed(others: int) -> Comparison:
    """Beside the total of each of so many others, or of the eight that come first."""
    some = [summary(f"m{no}", 400) for no in range(others)]
    scope = SetScope(frozenset((NORWAY,)), "2")
    found = comparison_set(scope, some, (TOTAL,), EVERYBODY_KNOWN)
    return Comparison(NAMED, scope, (TOTAL,), found, named=tuple(some[:8]))


def words(found: Comparison) -> Said:
    return comparison_words(found, instrument())


def beside_published(
    statistic: ReferenceStatistic = ReferenceStatistic.MEAN,
    basis: ReferenceBasis = ReferenceBasis.PRINTED,
) -> Comparison:
    found = comparison(PUBLISHED)
    assert found.reference is not None
    return replace(found, reference=replace(found.reference, statistic=statistic, basis=basis))


PARTS = (
    Example(
        "sizes",
        lambda: tuple(map(size_group_words, ("small", "medium", "large", "kostra-5"))),
        {
            "nb": "under 5\xa0000 innbyggere 5\xa0000–9\xa0999 innbyggere 10\xa0000 innbyggere "
            "eller flere størrelsesgruppe kostra-5",
            "en": "under 5,000 inhabitants 5,000–9,999 inhabitants 10,000 inhabitants or more size "
            "group kostra-5",
        },
    ),
    Example(
        "years-in-a-list",
        lambda: tuple(str(year) for year in join_years([2018, 2011, 2018])),
        {"nb": "2011 2018", "en": "2011 2018"},
    ),
    Example(
        "kinds-of-comparison",
        lambda: tuple(map(kind_words, ComparisonKind)),
        {
            "nb": "de andre i samme land publiserte snitt enkeltkommuner snittet for dem vi har "
            "tall for Norge og Sverige samlet",
            "en": "the others in the same country published averages others by name the mean of "
            "those we have figures for Norway and Sweden together",
        },
    ),
    Example(
        "span-of-a-set",
        lambda: set_span_words(set_of([NORWAY], field()), instrument()),
        {
            "nb": "versjon 2.0 og 2.1, 2014–2018",
            "nn": "versjon 2.0 og 2.1, 2014–2018",
            "sv": "version 2.0 och 2.1, 2014–2018",
            "en": "versions 2.0 and 2.1, 2014–2018",
        },
    ),
    Example(
        "span-of-an-empty-set",
        lambda: set_span_words(set_of([NORWAY], []), instrument()),
        {
            "nb": "versjon 2.0 og 2.1, ingen år",
            "nn": "versjon 2.0 og 2.1, ingen år",
            "sv": "version 2.0 och 2.1, inga år",
            "en": "versions 2.0 and 2.1, no years",
        },
    ),
    Example(
        "version-used",
        lambda: versions_used_words([evaluation()]),
        {
            "nb": "Metodeversjon 2.1, 2018.",
            "nn": "Metodeversjon 2.1, 2018.",
            "sv": "Metodversion 2.1, 2018.",
            "en": "Method version 2.1, 2018.",
        },
    ),
    Example(
        "versions-used",
        lambda: versions_used_words(
            [replace(evaluation(), version="2.0", year=2011), evaluation()]
        ),
        {
            "nb": "Metodeversjon 2.0 og 2.1, 2011–2018.",
            "nn": "Metodeversjon 2.0 og 2.1, 2011–2018.",
            "sv": "Metodversion 2.0 och 2.1, 2011–2018.",
            "en": "Method versions 2.0 and 2.1, 2011–2018.",
        },
    ),
    Example(
        "total-alone",
        lambda: total_words(Points(HUNDRED * 4), Points(HUNDRED * 8)),
        {
            "nb": "400 av 800 poeng",
            "en": "400 out of 800 points",
        },
    ),
)

NAMES = (
    Example(
        "name-published",
        lambda: comparison_name(comparison(PUBLISHED)),
        {
            "nb": "Publisert snitt 2018",
            "en": "Published average 2018",
        },
    ),
    Example(
        "name-published-size",
        lambda: comparison_name(comparison(PUBLISHED, group="small")),
        {
            "nb": "Publisert snitt 2018, samme størrelse",
            "en": "Published average 2018, same size",
        },
    ),
    Example(
        "name-combined",
        lambda: comparison_name(comparison(COMBINED)),
        {
            "nb": "Snitt for de 12 vi har tall for i begge land",
            "en": "Mean of the 12 in both countries",
        },
    ),
    Example(
        "name-combined-size",
        lambda: comparison_name(comparison(COMBINED, group="small")),
        {
            "nb": "Snitt for de 12 vi har tall for i begge land, samme størrelse",
            "en": "Mean of the 12 in both countries, same size",
        },
    ),
    Example(
        "name-named",
        lambda: comparison_name(comparison(NAMED)),
        {
            "nb": "Enkeltkommuner",
            "en": "Others by name",
        },
    ),
    Example(
        "name-few",
        lambda: comparison_name(comparison(FEW)),
        {
            "nb": "Snitt for de 5 vi har tall for",
            "en": "Mean of the 5 we have figures for",
        },
    ),
    Example(
        "name-few-size",
        lambda: comparison_name(comparison(FEW, group="small")),
        {
            "nb": "Snitt for de 5 av samme størrelse vi har tall for",
            "en": "Mean of the 5 of the same size we have figures for",
        },
    ),
    Example(
        "name-computed",
        lambda: comparison_name(comparison(COMPUTED)),
        {
            "nb": "Snitt for 5 andre",
            "en": "Average of 5 others",
        },
    ),
    Example(
        "name-computed-size",
        lambda: comparison_name(comparison(COMPUTED, group="small")),
        {
            "nb": "Snitt for 5 andre av samme størrelse",
            "en": "Average of 5 others of the same size",
        },
    ),
)

MADE_OF = (
    Example(
        "computed-of-few",
        lambda: words(comparison(FEW)),
        {
            "nb": "Snitt av de siste resultatene til 5 andre norske kommuner (versjon 2.0 og "
            "2.1, 2014–2018). Vi har tall for 5 av minst 58 evaluerte. Det er for få til "
            "et snitt eller en plass.",
            "nn": "Snitt av dei siste resultata til 5 andre norske kommunar (versjon 2.0 og 2.1, "
            "2014–2018). Vi har tal for 5 av minst 58 evaluerte. Det er for få til eit "
            "snitt eller ein plass.",
            "sv": "Genomsnitt av de senaste resultaten för 5 andra norska kommuner (version 2.0 "
            "och 2.1, 2014–2018). Vi har resultat för 5 av minst 58 utvärderade. Det är "
            "för få för ett genomsnitt eller en plats.",
            "en": "Average of the latest results of 5 other Norwegian municipalities (versions "
            "2.0 and 2.1, 2014–2018). We have figures for 5 of at least 58 evaluated. That "
            "is too few for an average or a rank.",
        },
    ),
    Example(
        "published",
        lambda: words(comparison(PUBLISHED)),
        {
            "nb": "Publisert snitt: Alle evaluerte (n\xa0=\xa055). Kilde: Rapport 3/2018.",
            "nn": "Publisert snitt: Alle evaluerte (n\xa0=\xa055). Kjelde: Rapport 3/2018.",
            "sv": "Publicerat genomsnitt: Alla utvärderade (n\xa0=\xa055). Källa: Rapport 3/2018.",
            "en": "Published average: All evaluated (n = 55). Source: Rapport 3/2018.",
        },
    ),
    Example(
        "published-median-of-a-set",
        lambda: words(beside_published(statistic=ReferenceStatistic.MEDIAN)),
        {
            "nb": "Publisert median: Alle evaluerte (n\xa0=\xa055). Kilde: Rapport 3/2018.",
            "nn": "Publisert median: Alle evaluerte (n\xa0=\xa055). Kjelde: Rapport 3/2018.",
            "sv": "Publicerad median: Alla utvärderade (n\xa0=\xa055). Källa: Rapport 3/2018.",
            "en": "Published median: All evaluated (n = 55). Source: Rapport 3/2018.",
        },
    ),
    Example(
        "published-at-second-hand",
        lambda: words(beside_published(basis=ReferenceBasis.OPINION_PIECE)),
        {
            "nb": "Snitt som et debattinnlegg oppgir: Alle evaluerte (n\xa0=\xa055). Kilde: "
            "Rapport 3/2018.",
            "nn": "Snitt som eit debattinnlegg oppgir: Alle evaluerte (n\xa0=\xa055). Kjelde: "
            "Rapport 3/2018.",
            "sv": "Genomsnitt som en debattartikel uppger: Alla utvärderade (n\xa0=\xa055). "
            "Källa: Rapport 3/2018.",
            "en": "Average that an opinion piece gives: All evaluated (n = 55). Source: Rapport "
            "3/2018.",
        },
    ),
    Example(
        "published-without-n",
        lambda: words(comparison(PUBLISHED, n=None)),
        {
            "nb": "Publisert snitt: Alle evaluerte (kilden sier ikke hvor mange det gjelder). "
            "Kilde: Rapport 3/2018.",
            "nn": "Publisert snitt: Alle evaluerte (kjelda seier ikkje kor mange det gjeld). "
            "Kjelde: Rapport 3/2018.",
            "sv": "Publicerat genomsnitt: Alla utvärderade (källan säger inte hur många det "
            "gäller). Källa: Rapport 3/2018.",
            "en": "Published average: All evaluated (the source does not say over how many). "
            "Source: Rapport 3/2018.",
        },
    ),
    Example(
        "named",
        lambda: words(named("aure", "lom")),
        {
            "nb": "Sammenlignet med Aure 2018 og Lom 2018.",
            "en": "Compared with Aure 2018 and Lom 2018.",
        },
    ),
    Example(
        "named-and-others",
        lambda: words(named("aure", "lom", rest=("skaun", "vågå"))),
        {
            "nb": "Sammenlignet med Aure 2018 og Lom 2018, de nærmeste i folketall med poeng for "
            "alle de samme områdene. Noen av tallene er også kjent for Skaun 2015 og Vågå 2015.",
            "en": "Compared with Aure 2018 and Lom 2018, the nearest in population with points for "
            "all the same areas. Some of the figures are also known for Skaun 2015 and Vågå 2015.",
        },
    ),
    Example(
        "named-one-and-others",
        lambda: words(named("aure", rest=("skaun",))),
        {
            "nb": "Sammenlignet med Aure 2018, den eneste andre med poeng for alle de samme "
            "områdene. Noen av tallene er også kjent for Skaun 2015.",
            "en": "Compared with Aure 2018, the only other with points for all the same areas. "
            "Some of the figures are also known for Skaun 2015.",
        },
    ),
    Example(
        "listed-one",
        lambda: words(listed(1)),
        {
            "nb": "Den eneste andre av norske kommuner som vi har samlet poengsum for (versjon 2.0 "
            "og 2.1): den siste.",
            "nn": "Den einaste andre av norske kommunar som vi har samla poengsum for (versjon 2.0 "
            "og 2.1): den siste.",
            "sv": "Den enda andra av norska kommuner som vi har totalpoäng för (version 2.0 och "
            "2.1): den senaste.",
            "en": "The only other of Norwegian municipalities whose total we have (versions 2.0 "
            "and 2.1): the latest.",
        },
    ),
    Example(
        "listed-all",
        lambda: words(listed(3)),
        {
            "nb": "Alle 3 andre norske kommuner som vi har samlet poengsum for (versjon 2.0 og "
            "2.1): den siste for hver.",
            "nn": "Alle 3 andre norske kommunar som vi har samla poengsum for (versjon 2.0 og "
            "2.1): den siste for kvar.",
            "sv": "Alla 3 andra norska kommuner som vi har totalpoäng för (version 2.0 och 2.1): "
            "den senaste för var och en.",
            "en": "All 3 other Norwegian municipalities whose total we have (versions 2.0 and "
            "2.1): the latest of each.",
        },
    ),
    Example(
        "listed-some",
        lambda: words(listed(11)),
        {
            "nb": "De 8 nærmeste i folketall av 11 andre norske kommuner som vi har samlet "
            "poengsum for (versjon 2.0 og 2.1): den siste for hver.",
            "nn": "Dei 8 næraste i folketal av 11 andre norske kommunar som vi har samla poengsum "
            "for (versjon 2.0 og 2.1): den siste for kvar.",
            "sv": "De 8 närmaste i folkmängd av 11 andra norska kommuner som vi har totalpoäng för "
            "(version 2.0 och 2.1): den senaste för var och en.",
            "en": "The 8 nearest in population of 11 other Norwegian municipalities whose total we "
            "have (versions 2.0 and 2.1): the latest of each.",
        },
    ),
    Example(
        "named-others-only",
        lambda: words(named(rest=("skaun",))),
        {
            "nb": "Noen av tallene er kjent for Skaun 2015.",
            "en": "Some of the figures are known for Skaun 2015.",
        },
    ),
)

EXAMPLES = (*PARTS, *NAMES, *MADE_OF)
