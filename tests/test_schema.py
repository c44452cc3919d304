"""The schema file is what the models say, and what is written follows it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from referat_parse import Document, parse, parse_file
from referat_parse.write.documents import to_json
from referat_parse.write.schema import schema, schema_text
from tests.conftest import ROOT, SAMPLES

if TYPE_CHECKING:
    from pathlib import Path

FILE = ROOT / "schema" / "referat.schema.json"


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    made: dict[str, Any] = schema()
    jsonschema.Draft202012Validator.check_schema(made)
    return jsonschema.Draft202012Validator(made, format_checker=jsonschema.FormatChecker())


def test_the_committed_schema_is_that_of_the_models(*, update: bool) -> None:
    if update:
        FILE.write_text(schema_text(), encoding="utf-8", newline="\n")
    assert json.loads(FILE.read_text(encoding="utf-8")) == schema()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("layout", [False, True], ids=["plain", "layout"])
def test_every_sample_follows_the_schema_and_comes_back(
    sample: Path, validator: jsonschema.Draft202012Validator, *, layout: bool
) -> None:
    document = parse_file(sample, layout=layout)
    written = to_json(document)
    validator.validate(json.loads(written))
    assert Document.model_validate_json(written) == document
    assert ("layout" in json.loads(written)) is layout


def test_pretty_and_compact_json_say_the_same() -> None:
    document = parse("Punkt 1: Tal [\n  1,\n  2\n]\n\nBeslutning\n\nGodkendt [\n 3,\n 4\n].\u2028\n", layout=True)
    pretty, compact = to_json(document, pretty=True), to_json(document)
    assert json.loads(pretty) == json.loads(compact)
    assert len(compact.splitlines()) == 1, "no sign in it ends a line"
