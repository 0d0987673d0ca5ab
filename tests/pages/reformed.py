"""A site on which municipalities merge, are divided and get other names in addresses.

Release 2 is that of `tests.publishing.reforming`, which also gives the second evaluation of a year
a name with its method version.
"""

from dataclasses import replace

from sqlalchemy import Engine

from app.domain.aliases import Alias
from app.domain.changes import RecordKind
from app.models import DatasetKind, Origin
from app.publishing.release import Publication, publish
from app.publishing.state import State
from tests.publishing.changing import real_state
from tests.publishing.reforming import reformed

OLD, NEW = "hemne", "hemne-til-2019"
OLD_ID, NEW_ID = "kramfors-2013", "kramfors-2013-v2.0"


def publish_reform(engine: Engine) -> None:
    """Publishes release 2."""
    state = _versioned(reformed(real_state()))
    assert publish(engine, Publication(state, Origin.SEED, DatasetKind.REAL)).release is not None


def _versioned(state: State) -> State:
    """Kramfors's evaluation is called after its method version."""
    return replace(
        state,
        evaluations=tuple(
            replace(one, id=NEW_ID) if one.id == OLD_ID else one for one in state.evaluations
        ),
        aliases=(*state.aliases, Alias(RecordKind.EVALUATION, OLD_ID, NEW_ID)),
    )
