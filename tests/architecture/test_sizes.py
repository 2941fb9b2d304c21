"""Modules and functions stay small enough to be read in one go."""

import ast
import io
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

MOST_CODE_LINES = 300
MOST_STATEMENTS = 30

Function = ast.FunctionDef | ast.AsyncFunctionDef


def written_by_hand(repository: Path) -> Iterator[Path]:
    folders = [repository / "src", repository / "packaging"]
    modules = (path for folder in folders for path in sorted(folder.rglob("*.py")))
    return (path for path in modules if path.parent.name != "forms")


@cache
def tree_of(path: Path) -> ast.Module:
    """Return what a module says, parsed once for all tests."""
    return ast.parse(path.read_text(encoding="utf-8"))


def too_many(path: Path) -> int:
    """Return how many lines of code a module has, where it has enough lines to have too many."""
    source = path.read_text(encoding="utf-8")
    return code_lines(source) if source.count("\n") >= MOST_CODE_LINES else 0


def code_lines(source: str) -> int:
    """Count lines that are neither blank, nor comment, nor docstring."""
    silent = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}
    lines = set[int]()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in silent | {tokenize.ENDMARKER}:
            lines.update(range(token.start[0], token.end[0] + 1))
    return len(lines - docstring_lines(ast.parse(source)))


def docstring_lines(tree: ast.AST) -> set[int]:
    """Return the lines of every string that stands alone."""
    alone = (
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )
    return {line for node in alone for line in range(node.lineno, (node.end_lineno or 0) + 1)}


def statements(function: Function) -> int:
    return sum(isinstance(node, ast.stmt) for node in ast.walk(function)) - 1


def lines(function: Function) -> int:
    """Return over how many lines a function goes: the formatter gives one to each statement."""
    return (function.end_lineno or 0) - function.lineno


def too_long(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if not isinstance(node, Function) or lines(node) <= MOST_STATEMENTS:
            continue
        if statements(node) > MOST_STATEMENTS:
            yield f"{path.name}:{node.lineno} {node.name}: {statements(node)} statements"


def test_every_module_fits_in_the_head(repository: Path) -> None:
    lengths = {path: too_many(path) for path in written_by_hand(repository)}
    long = {str(p.relative_to(repository)): n for p, n in lengths.items() if n > MOST_CODE_LINES}
    assert not long, f"more than {MOST_CODE_LINES} lines of code"


def test_every_function_fits_on_a_screen(repository: Path) -> None:
    long = [line for path in written_by_hand(repository) for line in too_long(path)]
    assert not long, f"more than {MOST_STATEMENTS} statements"


def test_every_module_opens_with_what_it_is_for(repository: Path) -> None:
    silent = [
        str(path.relative_to(repository))
        for path in written_by_hand(repository)
        if not ast.get_docstring(tree_of(path))
    ]
    assert not silent


@pytest.mark.parametrize(
    ("source", "count"),
    [("", 0), ("# a\n\nx = 1\n", 1), ('"""a\nb"""\nx = """\n"""\n', 2), ("x = [\n1,\n]\n", 3)],
)
def test_only_lines_of_code_count(source: str, count: int) -> None:
    assert code_lines(source) == count
