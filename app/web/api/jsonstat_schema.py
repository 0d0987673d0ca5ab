"""The shape of a JSON-stat 2.0 dataset, as far as it is the same for every cube.

It is a format that others have laid down (json-stat.org); `app.web.api.jsonstat` writes it.
"""

from typing import Any, Final

JSONSTAT_NAME: Final = "JsonStatDataset"

_TEXT: Final = {"type": "string"}
_TEXTS: Final = {"type": "array", "items": _TEXT}

_CATEGORY: Final = {
    "type": "object",
    "description": "The values of the dimension, in order.",
    "required": ["index", "label"],
    "properties": {
        "index": {**_TEXTS, "description": "Their codes, in the order of the figures."},
        "label": {
            "type": "object",
            "additionalProperties": _TEXT,
            "description": "Their names, by code.",
        },
        "unit": {
            "type": "object",
            "additionalProperties": {"type": "object"},
            "description": "What each is measured in, by code.",
        },
    },
}

JSONSTAT_SCHEMAS: Final[dict[str, dict[str, Any]]] = {
    JSONSTAT_NAME: {
        "type": "object",
        "title": JSONSTAT_NAME,
        "description": "A cube of figures as JSON-stat 2.0 has it.",
        "required": ["version", "class", "label", "id", "size", "dimension", "value"],
        "properties": {
            "version": {**_TEXT, "enum": ["2.0"], "description": "The version of JSON-stat."},
            "class": {**_TEXT, "enum": ["dataset"], "description": "What of JSON-stat this is."},
            "href": {**_TEXT, "description": "The permanent address of this answer."},
            "label": {**_TEXT, "description": "What the figures are."},
            "source": {**_TEXT, "description": "How to name us where the figures are used."},
            "updated": {**_TEXT, "format": "date-time", "description": "The time of the release."},
            "note": {**_TEXTS, "description": "What to know to read the figures right."},
            "id": {**_TEXTS, "description": "The dimensions, in the order of the figures."},
            "size": {
                "type": "array",
                "items": {"type": "integer"},
                "description": "How many values each dimension has, in the same order.",
            },
            "role": {
                "type": "object",
                "additionalProperties": _TEXTS,
                "description": "The dimensions that stand for place, time and measure: `geo`, "
                "`time` and `metric`.",
            },
            "dimension": {
                "type": "object",
                "additionalProperties": {"$ref": "#/components/schemas/JsonStatDimension"},
                "description": "The dimensions, by id.",
            },
            "value": {
                "type": "object",
                "additionalProperties": {"type": "number"},
                "description": "The figures that are known, by their position: the last dimension "
                "changes fastest.",
            },
            "status": {
                "type": "object",
                "additionalProperties": _TEXT,
                "description": "Why a figure is absent, or what is special about it, by position. "
                "`extension.status` says what each letter means.",
            },
            "extension": {
                "type": "object",
                "additionalProperties": True,
                "description": "The release, whether the data are made up (`synthetic`), and what "
                "the letters of `status` mean.",
            },
        },
    },
    "JsonStatDimension": {
        "type": "object",
        "title": "JsonStatDimension",
        "description": "One way in which the figures are divided.",
        "required": ["label", "category"],
        "properties": {
            "label": {**_TEXT, "description": "Its name."},
            "category": {
                "$ref": "#/components/schemas/JsonStatCategory",
                "description": "Its values.",
            },
        },
    },
    "JsonStatCategory": {"title": "JsonStatCategory", **_CATEGORY},
}
"""By their names among the components."""
