"""Rows on pages: lines for the hand make no page, and the last page holds more than a few lines."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import page
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheets import letter, read, saved

from filet.adapters.documents import ReportlabPrinter
from filet.adapters.documents.rows import Row, fewest_pages, pages, together
from filet.adapters.documents.setting import nothing
from filet.domain.blocks import Layout, Point, Small, WriteLines

ROOM = 100.0
TEXT = Row(10, nothing)
LINE = Row(10, nothing, spare=True)


def named(part: str) -> Row:
    """Return what heads a page on which a part goes on."""
    return Row(5, nothing, part=part)


def test_lines_to_write_on_stay_where_there_is_room() -> None:
    assert fewest_pages([TEXT] * 6 + [LINE] * 4, ROOM, named) == [(*[TEXT] * 6, *[LINE] * 4)]


def test_as_many_lines_stay_as_begin_no_page_of_their_own() -> None:
    assert fewest_pages([TEXT] * 8 + [LINE] * 4, ROOM, named) == [(*[TEXT] * 8, *[LINE] * 2)]


def test_what_comes_after_the_lines_takes_their_place() -> None:
    rows = [*[TEXT] * 8, *together([LINE, LINE, LINE]), TEXT]
    ((*_, last),) = fewest_pages(rows, ROOM, named)
    assert last == TEXT


def test_lines_that_save_no_page_are_all_kept() -> None:
    rows = [*[TEXT] * 12, LINE, LINE, LINE]
    assert sum(row.spare for sheet in fewest_pages(rows, ROOM, named) for row in sheet) == 3


@given(st.lists(st.tuples(st.integers(1, 40), st.booleans(), st.booleans()), max_size=30))
def test_nothing_but_lines_is_left_out_and_nothing_changes_its_order(
    kinds: list[tuple[int, bool, bool]],
) -> None:
    rows = [Row(high, nothing, sticks=sticks, spare=spare) for high, sticks, spare in kinds]
    laid = fewest_pages(rows, ROOM, named)
    assert all(sum(row.height for row in sheet) <= ROOM for sheet in laid)
    kept = [row for sheet in laid for row in sheet]
    assert [row for row in kept if not row.spare] == [row for row in rows if not row.spare]
    assert len(laid) <= len(list(pages(rows, ROOM, named)))


@given(st.integers(1, 60))
def test_no_line_stands_alone_on_the_last_page(count: int) -> None:
    *_, last = pages([TEXT] * count, ROOM, named)
    assert count == 1 or len(last) > 1


def test_a_part_that_goes_on_where_lines_were_joined_is_named() -> None:
    rows = [replace(TEXT, part="Enfants")] * 10 + [TEXT]
    *_, last = pages(rows, ROOM, named)
    assert last[0] == named("Enfants")


@pytest.mark.parametrize("count", range(8, 26))
def test_a_sheet_in_large_print_has_no_page_for_lines_alone(
    printer: ReportlabPrinter, tmp_path: Path, count: int
) -> None:
    points = [Point("Je vais vers l'entrée.")] * count
    end = Small("Textes pas encore relus : 2.")
    plain, lined = (
        printer.print(replace(letter(*points, *more, end), layout=Layout.LARGE))
        for more in ((), (WriteLines("À la main :", 3, spare=True),))
    )
    assert lined.pages == plain.pages
    path = saved(tmp_path, lined.data)
    assert "Textes pas encore relus" in read(path)
    assert page.validate_pdf(str(path), profile="ua1").is_compliant
