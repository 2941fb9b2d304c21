"""A list whose rows are compared: what did not change is not drawn again."""

from __future__ import annotations

from dataclasses import dataclass

from filet.gui.models.row_table import RowTable


@dataclass(frozen=True)
class Line:
    """A row."""

    key: str
    text: str

    @property
    def said(self) -> str:
        return self.text


def _changed(former: list[Line], now: list[Line]) -> list[tuple[int, int]]:
    """Return the first and the last row of each change that is told."""
    table, told = RowTable(), list[tuple[int, int]]()
    table.show_rows(former)
    table.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    table.show_rows(now)
    assert [table.row(place) for place in range(table.rowCount())] == now
    return told


def test_only_the_rows_that_changed_are_told() -> None:
    former = [Line("a", "A"), Line("b", "B"), Line("c", "C")]
    assert _changed(former, [Line("a", "A"), Line("b", "other"), Line("c", "C")]) == [(1, 1)]


def test_the_same_rows_tell_nothing() -> None:
    assert _changed([Line("a", "A")], [Line("a", "A")]) == []


def test_a_row_that_came_in_is_told_apart_from_one_that_changed() -> None:
    former = [Line("a", "A"), Line("c", "C")]
    now = [Line("a", "A"), Line("b", "B"), Line("c", "other")]
    assert _changed(former, now) == [(2, 2)]
