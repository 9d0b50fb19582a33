"""What the routes of every room share: how a refusal is told."""

from __future__ import annotations

from typing import Annotated, Any

from django.db.models import Choices
from ninja import Schema
from pydantic import Field, StringConstraints
from pydantic_core import CoreSchema, core_schema

KEY_LIMIT = 2**63 - 1
NO_NUL = r"^[^\x00]*$"  # no database column holds one, and PostgreSQL refuses to look for it
Text = Annotated[str, StringConstraints(max_length=120, pattern=NO_NUL)]
Key = Annotated[int, Field(ge=1, le=KEY_LIMIT)]


class OneOf:
    """Of a text, that it is one of the values of a choice.

    They are described beside each field: by their name, those of one model would stand for those of another.
    """

    def __init__(self, choices: type[Choices], *, or_empty: bool = False) -> None:
        self.values = [*choices.values, *([""] if or_empty else [])]

    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> CoreSchema:
        return core_schema.literal_schema(self.values)


class Problem(Schema):
    """Why there is no answer, in Indonesian: a sentence for the person, the fields that it is about by their names,
    and what the program can do next.
    """

    message: str = Field(examples=["Tulis informasi apa yang Anda minta."])
    fields: dict[str, str] = Field(default={}, examples=[{"subject": "Tulis informasi apa yang Anda minta."}])
    advice: str = Field(default="", examples=["Perbaiki isian yang disebut, lalu kirim lagi dengan kunci yang sama."])


# What every route may answer besides what was asked for.
NOT_FOUND = {404: Problem, 422: Problem}


class NotThere(Exception):
    """What was asked for does not exist or is not public; becomes a 404."""
