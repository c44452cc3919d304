"""The JSON Schema of the output, made from the models."""

from __future__ import annotations

import json
from typing import Any

from referat_parse.models import SCHEMA_VERSION, Document

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """The schema (draft 2020-12) that every document's JSON follows."""
    made = Document.model_json_schema(mode="serialization")
    made["required"].remove("layout")  # it is there only if asked for
    made["properties"]["layout"] = next(
        choice | {"title": "Layout"} for choice in made["properties"]["layout"]["anyOf"] if choice["type"] == "array"
    )
    return {"$schema": DIALECT, "$comment": f"referat-parse output, version {SCHEMA_VERSION}"} | made


def schema_text() -> str:
    """The schema as the text of `schema/referat.schema.json`."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
