import sys

import pytest
from sheets import CARD, letter

from filet.adapters.documents import Preview, ReportlabPrinter, protect
from filet.domain.errors import LibraryMissing


def test_a_page_is_shown_as_it_prints(printer: ReportlabPrinter) -> None:
    picture = Preview().render(printer.print(CARD).data, 0, 1.0)
    assert (picture.width, picture.height) == (612, 792)
    assert len(picture.data) == 612 * 792 * 4
    assert set(picture.data[3::4]) == {255}
    assert picture.data[:4] == b"\xff\xff\xff\xff"
    assert min(picture.data) < 64


def test_a_page_is_shown_as_big_as_asked(printer: ReportlabPrinter) -> None:
    data = printer.print(letter()).data
    assert Preview().render(data, 1, 2.0).width == 2 * 612


def without(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a library be found nowhere."""
    for module in list(sys.modules):
        if module.split(".")[0] == name or module == "filet.adapters.documents.press":
            monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, name, None)


@pytest.mark.parametrize("name", ["pypdfium2", "pikepdf"])
def test_a_missing_library_is_named(
    name: str, printer: ReportlabPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = printer.print(letter()).data
    without(name, monkeypatch)
    with pytest.raises(LibraryMissing) as missing:
        Preview().render(data, 0, 1.0) if name == "pypdfium2" else protect(data, "phrase")
    assert missing.value.fields == {"name": name}
