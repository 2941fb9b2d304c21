"""What has been said about each item, by whom, and what it comes to together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from filet.domain.instruments import Value
from filet.domain.kinds import MayTellHer, Source, StatementMade

_DEFINITE = frozenset({Value.YES, Value.NO, Value.NOT_APPLICABLE})


@dataclass(frozen=True, slots=True)
class Reading:
    """One item: what its voices come to, and every statement that counts, in order."""

    values: frozenset[Value]
    scales: tuple[int, ...]
    statements: tuple[StatementMade, ...]

    @property
    def scale(self) -> int | None:
        """How much was said last: what is shown."""
        return self.scales[-1] if self.scales else None

    @property
    def by_voice(self) -> frozenset[int]:
        """How much each voice said last: two voices are two grades."""
        last = {said.source: said.scale for said in self.statements if said.scale is not None}
        return frozenset(last.values())

    @property
    def highest(self) -> int | None:
        """How much was said at most: what raises a marker, whatever was said since."""
        return max(self.scales, default=None)

    @property
    def contradictory(self) -> bool:
        """Whether it reads « à éclaircir »: one says yes and one says no."""
        return Value.YES in self.values and Value.NO in self.values

    @property
    def tellable(self) -> bool:
        """Whether she herself said yes, or a worker decided that she may be told."""
        return any(
            said.value is Value.YES and said.may_tell_her is MayTellHer.YES
            for said in self.statements
        )


def by_item(statements: Iterable[StatementMade]) -> Mapping[str, Reading]:
    """Group statements by item (``item@pack-version``) and read each group."""
    groups: dict[str, list[StatementMade]] = {}
    for said in statements:
        groups.setdefault(said.item, []).append(said)
    return {item: read(group) for item, group in groups.items()}


def read(statements: Iterable[StatementMade]) -> Reading:
    """Return what the statements about one item come to.

    Nobody's answer wins by being last: two sources are two voices. Within one voice the
    last answer holds, but a yes is never erased by a later no: it may have been unsafe to
    repeat. Only a correction, which replaces the statement, takes a yes away.
    """
    said = tuple(statements)
    voices: dict[Source, list[Value]] = {}
    for statement in said:
        if statement.value is not None:
            voices.setdefault(statement.source, []).append(statement.value)
    values = frozenset(value for heard in voices.values() for value in _voice(heard))
    scales = tuple(statement.scale for statement in said if statement.scale is not None)
    return Reading(_settled(values), scales, said)


def _voice(heard: list[Value]) -> set[Value]:
    return {heard[-1]} | ({Value.YES} & set(heard))


def _settled(values: frozenset[Value]) -> frozenset[Value]:
    """Leave out « ne sait pas » where another voice knows."""
    return values & _DEFINITE or values
