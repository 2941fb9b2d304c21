"""Who says it: a chip for each kind of source, then what matters of that source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from filet.domain.interview import HER, Voice
from filet.domain.kinds import MayTellHer, Nature, PersonDescribed, Source, SourceKind
from filet.gui.context import Context
from filet.gui.models.interview_texts import MAY_TELL, NATURES, SOURCES
from filet.gui.sayings import initial_of
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.choice import FilterChip, Option, Segmented
from filet.gui.widgets.combo import Combo
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.kept import Kept
from filet.gui.widgets.keycap import KeyCaps
from filet.gui.widgets.told_in import ToldIn

_OWN = (SourceKind.HER, SourceKind.TEAM)


class SourceChip(FilterChip):
    """One kind of source, with what it said of this question."""

    moved = Signal(int)

    def show_said(self, answer: str) -> None:
        """Show its answer beside its name; nothing where it said nothing."""
        word = self._option.text
        self.setText(f"{word.rstrip('…')} · {answer}" if answer else word)
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with left and right without choosing."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)


class Sources(QWidget):
    """Which voice is shown, and what is known of it. It decides nothing by itself."""

    voice_wanted = Signal(object)
    """A Source: the next answer is its."""
    corrected = Signal(object, object)
    """A statement comes from this Source instead; the SourceKind under which it was kept."""
    nature_chosen = Signal(object)
    may_tell_chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._source = context, HER
        self._persons: tuple[PersonDescribed, ...] = ()
        self._stated, self._before = False, HER
        theme, t = context.theme, context.t
        self.chips = {
            kind: SourceChip(theme, Option(kind, t(word))) for kind, word in SOURCES.items()
        }
        self.who = Combo(context, t("Who?"))
        self.named = QLineEdit()
        self.named.setFont(theme.font("body"))
        self.kept = Kept(self.named)
        self.who_label, self.named_label = QLabel(t("Who?")), QLabel()
        for label, field in ((self.who_label, self.who), (self.named_label, self.named)):
            label.setFont(theme.font("label"))
            label.setBuddy(field)
        self.nature = Segmented(theme, t("How it is known"), _options(t, NATURES), Nature.REPORTED)
        self.may_tell = Segmented(
            theme, t("May she be told?"), _options(t, MAY_TELL), MayTellHer.UNDECIDED
        )
        self.correct = Link(theme, "")
        self.correct.hide()
        self.told_in = ToldIn(context)
        self._lay_out()
        self._connect()

    def show_voices(self, source: Source, voices: Mapping[SourceKind, tuple[Voice, str]]) -> None:
        """Show which source speaks, and what each of them said."""
        self._source = source
        for kind, chip in self.chips.items():
            chip.show_said(voices[kind][1] if kind in voices and len(voices) > 1 else "")
        self.chips[source.kind].setChecked(True)
        voice = voices.get(source.kind)
        self._stated = voice is not None
        self._show_correction(voices)
        self._show_detail(voice[0] if voice else None)
        self.told_in.show_said(voice[0].statement if voice else None)

    def show_persons(self, persons: Sequence[PersonDescribed]) -> None:
        """Offer the persons of the dossier."""
        if tuple(persons) == self._persons:
            return
        self._persons = tuple(persons)
        self.who.clear()
        self.who.addItem(self._context.t("not said"), None)
        for one in persons:
            self.who.addItem(initial_of(one.given, one.family[:1]), one.person)

    def take_focus(self) -> None:
        """Put the focus on the source that speaks."""
        self.chips[self._source.kind].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_correction(self, voices: Mapping[SourceKind, tuple[Voice, str]]) -> None:
        """Offer to say that the answer was this source's, when it was kept as another's."""
        t, former = self._context.t, self._before
        shown = not self._stated and former.kind in voices and former.kind != self._source.kind
        self.correct.setVisible(shown)
        if shown:
            words = {k: t(SOURCES[k]).rstrip("…") for k in (former.kind, self._source.kind)}
            self.correct.name_it(
                t(
                    "Correct: not “{former}” but “{now}” said so",
                    former=words[former.kind],
                    now=words[self._source.kind],
                )
            )

    def _show_detail(self, voice: Voice | None) -> None:
        kind, source = self._source.kind, self._source
        t = self._context.t
        close = kind is SourceKind.RELATIVE
        names = {
            SourceKind.POLICE: t("Which police service?"),
            SourceKind.YOUTH_PROTECTION: t("Who there?"),
            SourceKind.DOCUMENT: t("Which document?"),
            SourceKind.OTHER: t("Who or what?"),
            SourceKind.RELATIVE: t("What tie?"),
        }
        self.who_box.setVisible(close and bool(self._persons))
        self.who.setCurrentIndex(max(0, self.who.findData(source.person)))
        self.named_box.setVisible(kind in names)
        self.named_label.setText(names.get(kind, ""))
        self.named.setAccessibleName(names.get(kind, "") or t("Who or what?"))
        known = source.document if kind is SourceKind.DOCUMENT else source.organisation
        self.kept.refresh(known)
        self.nature.setVisible(kind is not SourceKind.HER and voice is not None)
        self.may_tell.setVisible(kind not in _OWN and voice is not None)
        if voice is not None:
            self.nature.show_value(voice.statement.nature)
            self.may_tell.show_value(voice.statement.may_tell_her)
        self.more.setVisible(kind is not SourceKind.HER)

    def _wants(self, kind: SourceKind) -> None:
        if kind is not self._source.kind:
            self.kept.leave()
            self._before = self._source if self._stated else self._before
            self.voice_wanted.emit(Source(kind))

    def forget(self) -> None:
        """Another question is asked: no correction is offered across questions."""
        self._before = HER
        self.kept.begin("")

    def _detailed(self) -> None:
        kind, text = self._source.kind, self.kept.text().strip()
        person = self.who.currentData() if kind is SourceKind.RELATIVE else None
        document = kind is SourceKind.DOCUMENT
        source = replace(
            self._source,
            person=person,
            organisation="" if document else text,
            document=text if document else "",
        )
        if source != self._source:
            self._source = source
            if self._stated:
                self.corrected.emit(source, source.kind)
            else:
                self.voice_wanted.emit(source)

    def _connect(self) -> None:
        group = QButtonGroup(self)
        chips = list(self.chips.items())
        for place, (kind, chip) in enumerate(chips):
            group.addButton(chip)
            chip.clicked.connect(lambda *_, kind=kind: self._wants(kind))
            chip.moved.connect(lambda step, place=place: self._move(place + step))
        self.who.activated.connect(lambda _: self._detailed())
        self.kept.left.connect(lambda _: self._detailed())
        self.correct.clicked.connect(
            lambda *_: self.corrected.emit(self._source, self._before.kind)
        )
        self.nature.chosen.connect(self.nature_chosen)
        self.may_tell.chosen.connect(self.may_tell_chosen)

    def _move(self, place: int) -> None:
        chips = list(self.chips.values())
        chips[place % len(chips)].setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        theme, t = self._context.theme, self._context.t
        title = QLabel(t("Who says so?"))
        title.setFont(theme.font("label"))
        chips = Flow(gap=8, line_gap=8)
        chips.add(_beside(title, KeyCaps(theme, "F3")))
        for chip in self.chips.values():
            chips.add(chip)
        self.who_box = _beside(self.who_label, self.who)
        self.named_box = _beside(self.named_label, self.named)
        self.more = QWidget()
        more = Flow(self.more, gap=12, line_gap=8)
        more.add(self.who_box, least=theme.px(200))
        more.add(self.named_box, least=theme.px(260), stretch=1)
        more.add(self.nature)
        more.add(self.may_tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(chips)
        column.addWidget(self.correct, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.more)
        column.addWidget(self.told_in)


def _beside(label: QLabel, field: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(label)
    row.addWidget(field, 1)
    return box


def _options(t: Any, words: Mapping[Any, str]) -> list[Option]:
    return [Option(value, t(word)) for value, word in words.items()]
