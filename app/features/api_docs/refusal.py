"""An error as the API answers it, for a value that this release does not have."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from app.errors import unknown_value
from app.features.api_docs.release_values import ReleaseValues
from app.features.api_docs.sample import laid_out
from app.web.api.formats import API_ROOT
from app.web.errors.pages import failure_of, problem_of

_PATH: Final = f"{API_ROOT}/evaluations"
_NAME: Final = "size_group"
_VALUE: Final = "huge"


@dataclass(frozen=True, slots=True)
class Refused:
    """What was asked for, and the answer."""

    address: str
    text: str


def refused(values: ReleaseValues, language: str) -> Refused:
    """A size that no scheme has."""
    failure = failure_of(unknown_value(_NAME, _VALUE, values.allowed[_NAME]))
    told = problem_of(failure, language, _PATH).model_dump(mode="json", exclude_none=True)
    query = urlencode({_NAME: _VALUE, "lang": language})
    return Refused(f"{_PATH}?{query}", laid_out(told))
