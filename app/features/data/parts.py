"""The tables of the whole data set, in the order a reader meets them."""

from app.features.data.evaluation_parts import evaluation_parts
from app.features.data.holdings import Holdings, Part
from app.features.data.method_parts import method_parts
from app.features.data.register_parts import reference_parts, register_parts
from app.features.data.told_parts import told_parts


def parts(held: Holdings) -> tuple[Part, ...]:
    """Every table of a release."""
    return (
        *evaluation_parts(held),
        *told_parts(held),
        *reference_parts(held),
        *register_parts(held),
        *method_parts(held),
    )


def further_parts(held: Holdings) -> tuple[Part, ...]:
    """The tables without those that are whole in the first slice."""
    return (*evaluation_parts(held), *told_parts(held), *register_parts(held))
