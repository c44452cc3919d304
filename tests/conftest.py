"""What all tests share: the program run in this process, and the switch that renews goldens."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from referat_parse import cli

ROOT = Path(__file__).parent.parent
SAMPLES = sorted(
    path for path in (ROOT / "samples").glob("*.*") if path.suffix in {".txt", ".md"} and path.stem != "README"
)

settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="rewrite goldens, the schema and generated docs")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-goldens"))


@dataclass(frozen=True)
class Run:
    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode("utf-8")


Program = Callable[..., Run]


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Program:
    """The program as a function: words and standard input in; exit code and both outputs out."""

    def run(*words: str | Path, stdin: bytes = b"") -> Run:
        monkeypatch.setattr(sys, "argv", ["referat-parse", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = capfdbinary.readouterr()
        assert isinstance(ended.value.code, int)
        return Run(ended.value.code, out, err.decode("utf-8"))

    return run
