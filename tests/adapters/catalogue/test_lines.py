"""On which line something stands, whatever else the file holds."""

import pytest

from filet.adapters.catalogue.lines import Lines

TEXT = '''\
# a line that says id = "no"
id = "x"  # [not.a.table]
long = """
id = "no"
[[items]]
"""
list = [
  "one", # ]
  "[[items]]",
]

[[items]]
id = "a"

[[items]]
id = "b"
"odd = name" = {deep = 1}
[items.weights]
1 = 2

[words.neck]
why = 'it is [so'
[words."fear.more"]
'''


@pytest.mark.parametrize(
    ("at", "line"),
    [
        (("id",), 2),
        (("long",), 3),
        (("list", 1), 7),
        (("items",), 12),
        (("items", 0, "id"), 13),
        (("items", 1), 15),
        (("items", 1, "id"), 16),
        (("items", 1, "odd = name", "deep"), 17),
        (("items", 1, "weights", "1"), 19),
        (("items", 1, "lost"), 15),
        (("words",), 21),
        (("words", "neck", "why"), 22),
        (("words", "fear.more"), 23),
        (("lost",), None),
        ((), None),
    ],
)
def test_a_place_has_its_line_or_that_of_what_holds_it(
    at: tuple[str | int, ...], line: int | None
) -> None:
    assert Lines.of(TEXT).line(at) == line


def test_lines_that_end_as_on_windows_count_the_same() -> None:
    assert Lines.of(TEXT.replace("\n", "\r\n")).line(("words", "neck")) == 21
