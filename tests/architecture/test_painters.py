"""A painter ends where its block ends, even when something goes wrong while it paints.

Qt crashes when a painter outlives the event it paints for, and whoever holds a frame, the
report of an error for one, holds the painter in it.
"""

import ast
from collections.abc import Iterator
from pathlib import Path


def _left_to_chance(path: Path) -> Iterator[str]:
    source = path.read_text(encoding="utf-8")
    if "QPainter(" not in source:
        return
    tree = ast.parse(source)
    ended = {
        id(item.context_expr)
        for node in ast.walk(tree)
        if isinstance(node, ast.With)
        for item in node.items
    }
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="QPainter"), args=[_, *_]) if id(node) not in ended:
                yield f"{path.name}:{node.lineno}"


def test_every_painter_ends_with_its_block(repository: Path) -> None:
    paths = sorted((repository / "src").rglob("*.py"))
    assert sum("with QPainter(" in path.read_text(encoding="utf-8") for path in paths) > 10
    assert [found for path in paths for found in _left_to_chance(path)] == []
