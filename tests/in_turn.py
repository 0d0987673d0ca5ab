"""Many cases within one test."""

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, TypeAlias

import pytest

Test: TypeAlias = Callable[..., None]


def in_turn(
    names: str, cases: Iterable[Any], label: Callable[[Any], str] = str
) -> Callable[[Test], Test]:
    """Like `pytest.mark.parametrize`, within one test: its fixtures are made once for all cases.

    Every case is tried, and each that fails is reported with the `label` of its first value. For
    cases that are many and change nothing; those that change something are better parametrised.
    """
    keys = names.split(", ")
    several = len(keys) > 1
    values = [dict(zip(keys, case if several else (case,), strict=True)) for case in cases]

    def decorate(test: Test) -> Test:
        signature = inspect.signature(test)

        @wraps(test)
        def all_cases(subtests: pytest.Subtests, **fixtures: Any) -> None:
            if "subtests" in signature.parameters:  # of cases within cases
                fixtures["subtests"] = subtests
            for case in values:
                with subtests.test(label(case[keys[0]])):
                    test(**fixtures, **case)

        fixtures = [p for name, p in signature.parameters.items() if name not in keys]
        if "subtests" not in signature.parameters:
            fixtures += [inspect.signature(all_cases, follow_wrapped=False).parameters["subtests"]]
        all_cases.__dict__["__signature__"] = signature.replace(parameters=fixtures)
        return all_cases

    return decorate
