"""What files are read against: the method, the municipalities, and the names they answer to."""

from dataclasses import dataclass

from app.domain.method import Instrument
from app.domain.naming.index import NameIndex
from app.publishing.state import Register


@dataclass(frozen=True, slots=True)
class KnownBefore:
    """What is known before a file is read. Nothing of it is changed by reading."""

    instrument: Instrument
    register: Register
    names: NameIndex
