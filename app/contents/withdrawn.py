"""What was public once and is not any more."""

from app.domain.changes import RecordKind
from app.domain.message import say
from app.errors import Gone
from app.queries import history
from app.queries.reading import Reading


def refuse_withdrawn(reading: Reading, id: str, several_of: str | None = None) -> None:
    """Ends here where earlier releases held an evaluation that is not there any more. One
    statement. With the municipality it is one of, also where its name goes on with a version.

    Raises:
        Gone: earlier releases did.
    """
    left = history.left_in(reading, RecordKind.EVALUATION, id, several_of=several_of)
    if left is not None:
        last = left.number - 1
        raise Gone(
            say(
                "This evaluation was withdrawn on %(day)s, with release %(number)s. The last "
                "release that held it is %(release)s.",
                day=left.published_at.date(),
                number=str(left.number),
                release=str(last),
            ),
            last,
            left.reason,
        )
