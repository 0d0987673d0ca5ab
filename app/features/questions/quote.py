"""The sentences of a question's page that can be printed as they stand."""

from app.domain.message import Message, say
from app.domain.wording_quotes_sets import quote_question_median
from app.domain.wording_sets import years_words
from app.features.questions.content import QuestionContent


def quotes(content: QuestionContent) -> tuple[Message, ...]:
    """The middle of each country with enough results; none where only some are chosen."""
    found = content.results
    if found.n < found.known:
        return ()
    own = say("version %(version)s", version=content.version.version)
    return tuple(
        quote_question_median(
            content.question,
            spread.country,
            spread.statistics.median,
            spread.n,
            say("%(versions)s, %(years)s", versions=own, years=years_words(*spread.years)),
        )
        for spread in found.spreads
        if spread.statistics is not None
    )
