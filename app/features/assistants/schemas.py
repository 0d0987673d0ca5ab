"""What stands in front of every answer to an assistant."""

from pydantic import BaseModel, ConfigDict


class AnswerContext(BaseModel):
    """What must be known before a figure is used: it is read first, and cannot be cut off by
    what follows."""

    model_config = ConfigDict(frozen=True)

    caveats: list[str]
    not_representative: list[str]
    """Why what is computed stands for nobody else, where it does not."""
    synthetic: bool
    release: int
    cite: str
    page: str | None
    frozen: str | None


class ToolAnswer(BaseModel):
    """The answer of the API, with what must be known of it."""

    model_config = ConfigDict(frozen=True)

    about: AnswerContext
    data: dict[str, object]
