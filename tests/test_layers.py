"""Who may import whom, and what must not be loaded before it is needed."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PACKAGE = ROOT / "referat_parse"
HEAVY = ("dateparser", "rich", "jsonschema")


def _ranks() -> dict[str, int]:
    """Each layer's rank in the contract of pyproject.toml, lowest first."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    return {name.strip(): rank for rank, layer in enumerate(reversed(layers)) for name in layer.split("|")}


def _imports(path: Path) -> Iterator[str]:
    """The package's own modules that a file imports when it runs."""
    for node in _running(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (node.module, *(f"{node.module}.{name.name}" for name in node.names))
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def _running(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"):
            yield child
            yield from _running(child)


def _layer(module: str) -> str:
    return ".".join(module.split(".")[:2])


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_from_its_own_layer_and_below(path: Path) -> None:
    ranks = _ranks()
    own = _layer(".".join(path.relative_to(ROOT).with_suffix("").parts))
    for module in _imports(path):
        layer = _layer(module)
        if own in ranks and layer in ranks and layer != own:
            assert ranks[layer] < ranks[own], f"{own} must not import {module}"


def test_every_module_has_a_layer() -> None:
    modules = {f"referat_parse.{path.stem}" for path in PACKAGE.iterdir() if path.suffix == ".py" or path.is_dir()}
    apart = {"referat_parse.__init__", "referat_parse.__pycache__"}
    assert modules - apart == set(_ranks())


def test_parsing_a_small_file_loads_nothing_heavy(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Byrådet den 3. marts 2025\n\nPunkt 1: Valg\n\nBeslutning\n\nGodkendt.\n", encoding="utf-8")
    script = (
        "import sys; from referat_parse import cli; sys.argv = ['referat-parse', sys.argv[1]]\n"
        "try: cli.main()\nexcept SystemExit: pass\n"
        f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(file)], capture_output=True, check=True, cwd=ROOT, encoding="utf-8"
    )
    assert ran.stderr.splitlines()[-1] == "[]"
