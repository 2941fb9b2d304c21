from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from filet.gui.theme import Theme, ThemeName

READ = [
    ("text.primary", "bg.app"),
    ("text.primary", "bg.surface"),
    ("text.primary", "bg.rail"),
    ("text.primary", "bg.hover"),
    ("text.secondary", "bg.app"),
    ("text.secondary", "bg.surface"),
    ("text.secondary", "bg.rail"),
    ("accent.on", "accent.fill"),
    ("accent.on", "accent.fill_hover"),
    ("accent.on", "accent.fill_pressed"),
    ("accent.tint_text", "accent.tint"),
    ("accent.text", "bg.surface"),
    ("voice.her_text", "voice.her_bg"),
    ("feedback.ok_text", "feedback.ok_bg"),
    ("feedback.note_text", "feedback.note_bg"),
    ("feedback.error_text", "feedback.error_bg"),
    ("feedback.error_text", "bg.surface"),
    ("feedback.note_text", "bg.surface"),
    ("feedback.ok_text", "bg.app"),
    ("exercise.band_text", "exercise.band"),
    *(
        (f"risk.{level}.text", f"risk.{level}.bg")
        for level in ("none", "not_established", "moderate", "aggravated", "imminent")
    ),
]
LEVELS = ("none", "not_established", "moderate", "aggravated", "imminent")


@pytest.fixture(params=ThemeName)
def theme(request: pytest.FixtureRequest, repository: Path) -> Theme:
    return Theme.read(repository / "resources", request.param)


@pytest.fixture(params=[False, True], ids=["real", "exercise"])
def ground(request: pytest.FixtureRequest, theme: Theme) -> Theme:
    return theme.for_exercise(request.param)


def luminance(theme: Theme, name: str) -> float:
    colour = theme.colour(name)
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(theme: Theme, one: str, other: str) -> float:
    low, high = sorted((luminance(theme, one), luminance(theme, other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("text", "back"), READ)
def test_what_is_read_stands_out_seven_to_one(ground: Theme, text: str, back: str) -> None:
    assert contrast(ground, text, back) >= 7


@pytest.mark.parametrize("back", ["bg.app", "bg.surface"])
def test_hints_stand_out_four_and_a_half_to_one(ground: Theme, back: str) -> None:
    assert contrast(ground, "text.muted", back) >= 4.5


@pytest.mark.parametrize("back", ["bg.app", "bg.surface"])
def test_outlines_stand_out_three_to_one(ground: Theme, back: str) -> None:
    assert contrast(ground, "border.strong", back) >= 3
    best = max(contrast(ground, f"focus.{ring}", back) for ring in ("inner", "outer"))
    assert best >= 3


def risk_colours(theme: Theme) -> Iterator[tuple[str, QColor]]:
    """Return every colour of risk there is, whatever levels are added later."""
    for level, parts in theme.tokens["themes"][theme.name]["risk"].items():
        for part, value in parts.items():
            if isinstance(value, str) and value.startswith("#"):
                yield f"{level}.{part}", QColor(value)


def test_no_colour_of_risk_has_a_hue_between_80_and_200(ground: Theme) -> None:
    found = dict(risk_colours(ground))
    assert len(found) == 3 * len(LEVELS)
    coloured = {name: one for name, one in found.items() if one.hslSaturation() >= 13}
    assert {name for name in coloured if not name.startswith(("none", "not_established"))}
    assert not {name for name, one in coloured.items() if 80 <= one.hslHue() <= 200}


def test_what_is_not_established_looks_like_what_nobody_judged(theme: Theme) -> None:
    for part in ("bg", "text", "line"):
        assert theme.value(f"risk.not_established.{part}") == theme.value(f"risk.none.{part}")


def test_an_exercise_stands_on_another_ground(theme: Theme) -> None:
    real, exercise = theme.value("bg.app"), theme.for_exercise(True).value("bg.app")
    assert real != exercise


def test_the_style_sheet_names_no_unknown_token(theme: Theme) -> None:
    sheet = theme.style_sheet()
    assert "@" not in sheet
    assert "~" not in sheet


def test_lengths_grow_with_the_text(theme: Theme) -> None:
    assert theme.at(2.0).size("row_h") == 2 * theme.size("row_h")
    assert theme.at(2.0).font("body").pixelSize() == 2 * theme.font("body").pixelSize()
