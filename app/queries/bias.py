"""How far the results that were found lie from published averages."""

from app.domain.publication_bias import PublicationBias, publication_bias
from app.queries.evaluations import summaries
from app.queries.memory import remembered
from app.queries.method import coverage_rules, instrument
from app.queries.reading import Reading
from app.queries.reference import reference_averages


@remembered
def publication_biases(reading: Reading) -> tuple[PublicationBias, ...]:
    """Of every published mean of totals, by country, family and year."""
    rules = coverage_rules(reading, instrument(reading))
    return publication_bias(reference_averages(reading), summaries(reading), rules)
