"""What a drawing may hold: the frame of a screen, and nothing that code says better."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

OURS = {
    "brush", "color", "colorgroup", "connections", "customwidgets", "font", "iconset", "palette",
    "pixmap", "rect", "resources", "size", "slots",
}  # fmt: skip
"""Elements of a drawing that tie, colour, size or picture something: the class does this."""
SIDES = {f"{side}Margin" for side in ("left", "top", "right", "bottom")}
LENGTHS = {*SIDES, "margin", "lineWidth", "midLineWidth", "indent"}
"""What a drawing may only set to nothing: such lengths stand in the class."""
WORN = {"styleSheet", "objectName"}
"""How something looks is said where the style is; what it is called there, in the class."""


def faults(drawing: str) -> Iterator[str]:
    """Yield what does not belong into a drawing."""
    for element in ElementTree.fromstring(drawing).iter():  # noqa: S314 - drawn by us
        if element.tag in OURS:
            yield element.tag
        if re.search("#[0-9a-fA-F]{3}", element.text or ""):
            yield element.text or ""
        if element.tag == "property" and is_ours(element):
            yield element.attrib["name"]


def is_ours(element: ElementTree.Element) -> bool:
    name, value = element.attrib["name"], (element.findtext("*") or "").strip()
    return name in WORN or (name in LENGTHS and value != "0")


def drawings(repository: Path) -> list[Path]:
    return sorted((repository / "ui").glob("*.ui"))


def test_a_drawing_ties_colours_and_sizes_nothing(repository: Path) -> None:
    found = {path.name: list(faults(path.read_text("utf-8"))) for path in drawings(repository)}
    assert found
    assert not {name: what for name, what in found.items() if what}


@pytest.mark.parametrize(
    ("inside", "fault"),
    [
        ("<connections><connection/></connections>", "connections"),
        ("<property name='minimumSize'><size><width>9</width></size></property>", "size"),
        ("<property name='styleSheet'><string>margin: 0</string></property>", "styleSheet"),
        ("<property name='topMargin'><number>9</number></property>", "topMargin"),
        ("<property name='ink'><string>#00ff00</string></property>", "#00ff00"),
        ("<customwidgets/>", "customwidgets"),
    ],
)
def test_such_a_drawing_is_refused(inside: str, fault: str) -> None:
    assert list(faults(f"<ui>{inside}</ui>")) == [fault]


def test_nothing_and_spacing_may_be_drawn() -> None:
    zero = "<property name='topMargin'><number>0</number></property>"
    assert not list(
        faults(f"<ui>{zero}<property name='spacing'><number>4</number></property></ui>")
    )


def test_every_drawing_is_used_and_named_as_its_file(repository: Path) -> None:
    gui = repository / "src" / "filet" / "gui"
    sources = [path.read_text("utf-8") for path in gui.rglob("*.py") if path.parent.name != "forms"]
    for path in drawings(repository):
        (drawn,) = re.findall("<class>(.*)</class>", path.read_text("utf-8"))
        name = f"Ui_{drawn}"
        assert name.lower() == "ui_" + path.stem.replace("_", "")
        wanted = f"from filet.gui.forms.{path.stem} import {name}\n"
        users = [source for source in sources if wanted in source]
        assert any(f"{name}()" in source for source in users), path.name
