"""Whole documents: what each sample becomes, renewed only by `pytest --update-goldens`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from referat_parse import parse_file
from referat_parse.write.documents import to_json
from tests.conftest import ROOT, SAMPLES

if TYPE_CHECKING:
    from pathlib import Path

GOLDEN = ROOT / "tests" / "golden"


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_becomes_its_golden(sample: Path, *, update: bool) -> None:
    golden = GOLDEN / f"{sample.stem}.json"
    written = to_json(parse_file(sample, layout=True), pretty=True) + "\n"
    if update:
        golden.write_text(written, encoding="utf-8", newline="\n")
    assert written == golden.read_text(encoding="utf-8")


def test_every_golden_has_its_sample() -> None:
    assert {path.stem for path in GOLDEN.glob("*.json")} == {path.stem for path in SAMPLES}
