"""What files are read against in tests: the real method and register, or those of the cases."""

from functools import lru_cache

from app.domain.naming.index import NameIndex
from app.domain.naming.spelling import Collation
from app.publishing.importing.known import KnownBefore
from tests.publishing.changing import real_state


@lru_cache
def real_known() -> KnownBefore:
    state = real_state()
    municipalities = state.register.municipalities.values()
    return KnownBefore(
        state.instrument, state.register, NameIndex(municipalities, Collation.NORWEGIAN)
    )
