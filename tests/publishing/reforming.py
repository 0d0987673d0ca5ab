"""A second release in which municipalities merge, are divided and get other names.

Bærum and Asker become a new Bærum in 2026, Heim is divided into two, and the Hemne of before 2020
is called `hemne-til-2019` in addresses.
"""

from dataclasses import replace
from datetime import date

from app.domain.aliases import Alias
from app.domain.changes import RecordKind
from app.domain.evaluation import Evaluation
from app.domain.municipality import Change, ChangeKind, Code, Municipality
from app.publishing.state import State

LAST, FIRST = date(2025, 12, 31), date(2026, 1, 1)
SOURCE = "https://example.org/reform"


def reformed(state: State) -> State:
    """The state after all of it."""
    return renamed(divided(merged(state)), "hemne", "hemne-til-2019")


def merged(state: State, slug: str = "baerum-2026") -> State:
    """Bærum and Asker are one. The earlier ones keep their names in addresses."""
    new = replace(
        state.register.municipalities["baerum"],
        slug=slug,
        valid_from=FIRST,
        codes=(Code("3299", FIRST, None, "a test"),),
        groups=(),
    )
    merge = [
        Change(FIRST, ChangeKind.MERGE, one, slug, False, SOURCE) for one in ("asker", "baerum")
    ]
    return _with(state, {slug: new}, ("asker", "baerum"), merge)


def divided(state: State) -> State:
    """Heim is two."""
    heim = state.register.municipalities["heim"]
    new = {
        slug: replace(
            heim,
            slug=slug,
            name=name,
            valid_from=FIRST,
            codes=(Code(code, FIRST, None, "a test"),),
            groups=(),
        )
        for slug, name, code in (
            ("kyrksaeterora", "Kyrksæterøra", "5091"),
            ("halsa-2026", "Halsa", "5092"),
        )
    }
    split = [Change(FIRST, ChangeKind.SPLIT, "heim", slug, True, SOURCE) for slug in new]
    return _with(state, new, ("heim",), split)


def renamed(state: State, old: str, new: str) -> State:
    """A municipality and all that is called after it has another name in addresses."""
    register = state.register
    held = register.municipalities
    return replace(
        state,
        register=replace(
            register,
            municipalities={
                new if slug == old else slug: replace(m, slug=new) if slug == old else m
                for slug, m in held.items()
            },
            populations={
                new if slug == old else slug: series
                for slug, series in register.populations.items()
            },
            changes=tuple(
                replace(
                    one,
                    before=new if one.before == old else one.before,
                    after=new if one.after == old else one.after,
                )
                for one in register.changes
            ),
        ),
        evaluations=tuple(
            _renamed_evaluation(one, old, new) if one.municipality == old else one
            for one in state.evaluations
        ),
        aliases=(*state.aliases, Alias(RecordKind.MUNICIPALITY, old, new)),
    )


def _renamed_evaluation(evaluation: Evaluation, old: str, new: str) -> Evaluation:
    def other(id: str) -> str:
        return new + id.removeprefix(old)

    return replace(
        evaluation,
        id=other(evaluation.id),
        municipality=new,
        gold_stars=tuple(
            replace(star, id=other(star.id), evaluation=other(star.evaluation))
            for star in evaluation.gold_stars
        ),
    )


def _with(
    state: State,
    new: dict[str, Municipality],
    ended: tuple[str, ...],
    changes: list[Change],
) -> State:
    held = dict(state.register.municipalities)
    for slug in ended:
        before = held[slug]
        *earlier, last = before.codes
        held[slug] = replace(
            before,
            valid_to=LAST,
            codes=(*earlier, replace(last, valid_to=LAST)),
            qualifier="–2025" if slug == "baerum" else before.qualifier,
        )
    all_changes = sorted(
        (*state.register.changes, *changes), key=lambda c: (c.day, c.before, c.after)
    )
    register = replace(state.register, municipalities=held | new, changes=tuple(all_changes))
    return replace(state, register=register)
