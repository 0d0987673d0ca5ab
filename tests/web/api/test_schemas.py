"""How shapes of the API read a content."""

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated

import pytest
from pydantic import AliasPath, Field

from app.domain.message import LocalText, say
from app.domain.release import Release
from app.web.api.schemas import Context, Joined, Of, Out, Points, Said, Text, With

CONTEXT = Context("nn", Release(3, datetime(2026, 1, 2, tzinfo=UTC), "", "0" * 64))


@dataclass(frozen=True)
class Fruit:
    name: LocalText
    weight: Decimal
    kernels: tuple[int, ...]


@dataclass(frozen=True)
class Basket:
    fruit: Fruit
    owner: str


APPLE = Fruit(LocalText({"nb": "eple", "sv": "äpple"}, frozenset({"nb"})), Decimal("0.10"), (3, 5))


class FruitOut(Out):
    name: Text
    grams: Points = Field(validation_alias="weight")
    kernels: Annotated[int, Of(lambda fruit: sum(fruit.kernels))]
    release: Annotated[int, Joined(lambda _, context: context.release.number)]


class OwnedFruitOut(FruitOut):
    inherited_from = "fruit"

    by: str = Field(validation_alias="owner")
    first: int = Field(validation_alias=AliasPath("fruit", "kernels", 0))


class SaidOut(Out):
    text: Said


FRUIT = '"name":{"text":"eple","lang":"nb","unofficial":true},"grams":0.1,"kernels":8,"release":3'


def test_fields_are_read_by_name_or_worked_out() -> None:
    found = FruitOut.model_validate(APPLE, context=CONTEXT)
    assert found.model_dump_json() == f"{{{FRUIT}}}"


def test_what_is_inherited_is_read_from_a_part() -> None:
    found = OwnedFruitOut.model_validate(Basket(APPLE, "Kari"), context=CONTEXT)
    assert found.model_dump_json() == f'{{{FRUIT},"by":"Kari","first":3}}'


def test_an_object_can_be_given_more_attributes() -> None:
    heavier = With(APPLE, weight=Decimal(2))
    assert FruitOut.model_validate(heavier, context=CONTEXT).grams == 2
    with pytest.raises(AttributeError):
        _ = heavier.colour


def test_sentences_are_said_in_the_language_of_the_answer() -> None:
    sentence = With(None, text=say("not evaluated"))
    assert SaidOut.model_validate(sentence, context=CONTEXT).text == "ikkje evaluert"


def test_one_attribute_is_not_read_as_two_things() -> None:
    with pytest.raises(TypeError, match="kernels"):

        class Mixed(FruitOut):
            inherited_from = "fruit"

            stones: int = Field(validation_alias="kernels")
