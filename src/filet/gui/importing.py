"""Imports modules in turns of the window: each after those that it needs, so that none is long."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from importlib import import_module
from importlib.machinery import PathFinder
from pathlib import Path

import filet
from filet.gui.turns import Act

_OURS = "filet."
_ROOT = Path(filet.__path__[0]).parent


def modules(names: Iterable[str]) -> Iterator[Act]:
    """Return what imports these modules and all that they need, the least first."""
    met = set(sys.modules)
    for name in names:
        yield from _imports(name, met, frozenset())


def _imports(name: str, met: set[str], begun: frozenset[str]) -> Iterator[Act]:
    """Return what imports a module; parts of a package that is ``begun`` come with it."""
    if name in met:
        return
    met.add(name)
    for need in _needs(name):
        yield from _imports(need, met, begun | {name})
    if not any(name.startswith(f"{package}.") for package in begun):
        yield partial(_import, name)


def _import(name: str) -> None:
    """Import a module; one that cannot be is told of by whoever needs it."""
    with suppress(ImportError):
        import_module(name)


def _needs(name: str) -> Iterator[str]:
    """Return the modules of ours that one imports, as its code names them."""
    if not name.startswith(_OURS):
        return
    parent, _, _ = name.rpartition(".")
    yield parent
    spec = PathFinder.find_spec(name, [str(_ROOT.joinpath(*parent.split(".")))])
    code = getattr(spec.loader, "get_code", lambda _: None)(name) if spec is not None else None
    if code is not None:
        yield from (need for need in code.co_names if need.startswith(_OURS))
