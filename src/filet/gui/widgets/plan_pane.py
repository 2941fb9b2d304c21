"""The middle of a plan: her items in sections, written where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from filet.application.planning import Board, measures, new_measure, usual_nature, usual_paper
from filet.domain.ids import MeasureId
from filet.domain.kinds import MeasureWritten
from filet.domain.plan import unversioned
from filet.domain.text import cleaned
from filet.gui.context import Context
from filet.gui.models.plan_rows import PlanRow, RowKind, plan_rows
from filet.gui.turns import Act, Turns
from filet.gui.widgets.appearing import appear
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.notice import Message, Notice, Tone
from filet.gui.widgets.plan_editor import PlanEditor
from filet.gui.widgets.plan_list import PlanList
from filet.gui.widgets.since_paper import SincePaper
from filet.gui.widgets.unseen import lay_out


class PlanPane(QWidget):
    """Shows a plan, and at most one item being written. Says what is wanted; keeps nothing."""

    written = Signal(object, object)
    """An item as it was, and as she now says it."""
    typed = Signal()
    """What is being written changed, or is no more."""
    removed = Signal(object)
    moved = Signal(object, int)
    undo_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._context = context
        self._board: Board | None = None
        self._opened: frozenset[str] | None = None
        self._editor: PlanEditor | None = None
        self._spare: PlanEditor | None = None
        """Where the next item will be written: made before, for no letter may wait for it."""
        self._spares = Turns(context.runner, self)
        self._appearing = Turns(context.runner, self)
        self._on_the_way: dict[MeasureId, MeasureWritten] = {}
        """Items that she left and that the journal has not given back yet."""
        self.heading = Heading(theme, t("Her plan, in her words"), kind="h3")
        self.undo = Link(theme, t("&Undo"), icon="undo-2", keys=(t("Ctrl"), "Z"))
        self.discovered = Link(theme, "")
        self.since = SincePaper(context)
        self.empty = Text(theme, t("Where does she want to begin?"), kind="lead")
        self.bar = Notice(context)
        self._bar_time = QTimer(self, singleShot=True, interval=theme.wait("undo_bar"))
        self.list = PlanList(context)
        self._lay_out(context)
        self._connect()

    # What is shown -----------------------------------------------------------------------

    def show_board(self, board: Board) -> None:
        """Show a plan; what is being written is left alone, unless it was taken away."""
        self._board = board
        items = measures(board.file)
        for item in items:
            if self._on_the_way.get(item.measure) == replace(item, rank=""):
                self._on_the_way.pop(item.measure)
        if self._opened is None:
            self._opened = frozenset(item.section for item in items)
        self.empty.setVisible(not items)
        unasked = sum(not item.if_discovered for item in items)
        self.discovered.setVisible(bool(unasked))
        words = self._context.t("“What if he finds out?”: {count} to ask", count=unasked)
        self.discovered.name_it(words)
        self._close_what_is_gone()
        self._show_rows()
        if self._spare is None:
            self._spares.build(self._spare_acts())

    def typing(self) -> MeasureWritten | None:
        """Return the item being written, as it is now written."""
        return self._editor.measure() if self._editor else None

    def base(self) -> MeasureWritten | None:
        """Return the item being written, as it was before."""
        return self._editor.base if self._editor else None

    def opened(self) -> frozenset[str]:
        """Return the sections that are open."""
        return self._opened or frozenset()

    def open_sections(self, sections: frozenset[str]) -> None:
        """Open these sections and no other."""
        self._opened = sections
        self._show_rows()

    def take_focus(self) -> None:
        """Put the keyboard where she writes, or on the list."""
        if self._editor is not None:
            self._editor.take_focus()
            return
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.rows.index(0))
        self.list.setFocus()

    def offer_undo(self) -> None:
        """Say that an item was taken out, and offer to bring it back for a while."""
        t = self._context.t
        said = Message(Tone.NOTE, t("Item taken out of the plan."), buttons=(t("Bring it back"),))
        self.bar.show_message(said)
        self._bar_time.start()

    # Writing an item ---------------------------------------------------------------------

    def write_new(self, section: str, text: str = "") -> None:
        """Begin another item of a section."""
        if self._board is None:
            return
        nature = usual_nature(self._board.catalogue, section)
        base = MeasureWritten(
            new_measure(), section, "", "", usual_paper(nature), nature=str(nature)
        )
        self.write(base)
        if self._editor is not None:
            self._editor.words.insertPlainText(text)

    def rewrite(self, measure: MeasureId) -> None:
        """Write an item again."""
        item = self._item(measure)
        if item is not None:
            self.write(self._as_she_left_it(item))

    def write(self, base: MeasureWritten, shown: MeasureWritten | None = None) -> None:
        """Open an item where it stands; ``shown`` is what a draft kept of it."""
        self.settle()
        if self._opened is not None and base.section not in self._opened:
            self.open_sections(self._opened | {base.section})
        editor = self._editor = self._spare or PlanEditor(self._context)
        self._spare = None
        editor.begin(base, shown or base, self._hint(base))
        self._listen(editor)
        self.list.hold(self._key(base), editor)
        self._appearing.build(appear(editor.under_words()))
        self._spares.build(self._spare_acts())
        editor.take_focus()
        self.typed.emit()

    def _spare_acts(self) -> Iterator[Act]:
        """Return what makes the place to write in that will be asked for next."""
        editor = self._spare = PlanEditor(self._context)
        editor.hide()
        yield lambda: editor.setParent(self.list.viewport())
        width = self.list.viewport().width()
        yield from lay_out(editor, QSize(width, editor.heightForWidth(width)))

    def settle(self) -> None:
        """Let go of what is being written; it is an entry if she changed anything."""
        editor = self._editor
        if editor is None:
            return
        self._close()
        base, item = editor.base, editor.measure()
        if item.text and item != base:
            self._on_the_way[item.measure] = cleaned(replace(item, rank=""))
            self.written.emit(base, item)
        self.typed.emit()

    def _close(self) -> None:
        """Take the editor away; the list lets go of it by itself.

        It takes the focus first: else Qt looks in the whole window for what comes next.
        """
        editor, self._editor = self._editor, None
        if editor is None:
            return
        focused: QWidget | None = self.focusWidget()
        had_focus = focused is not None and editor.isAncestorOf(focused)
        editor.blockSignals(True)
        if had_focus:
            self.list.setFocus()
        editor.hide()
        self.list.let_go(self._key(editor.base))

    def _close_what_is_gone(self) -> None:
        """Let go of an item that was undone elsewhere."""
        editor = self._editor
        if editor is not None and editor.base.rank and self._item(editor.base.measure) is None:
            self._close()
            self.typed.emit()

    def _confirm(self) -> None:
        """Keep the item, and go on with the next one; an empty new one ends the writing."""
        editor = self._editor
        if editor is None:
            return
        base, ended = editor.base, not editor.measure().text
        following = self._following(base)
        self.settle()
        if ended or following is None:
            self.list.go_to(self._key(base))
            self.list.setFocus()
        elif following.kind is RowKind.ITEM and following.measure is not None:
            self.rewrite(following.measure)
        else:
            self.write_new(base.section)

    def _leave(self) -> None:
        base = self.base()
        self.settle()
        if base is not None:
            self.list.go_to(self._key(base))
        self.list.setFocus()

    def _following(self, base: MeasureWritten) -> PlanRow | None:
        """Return the row after an item; for a new one, the row where it was begun."""
        place = self.list.rows.place(self._key(base)) + (1 if base.rank else 0)
        row = self.list.rows.row(place)
        return row if isinstance(row, PlanRow) and row.section == base.section else None

    def _remove(self, measure: MeasureId) -> None:
        self._close()
        self.removed.emit(measure)

    def _move(self, measure: MeasureId, step: int) -> None:
        self.settle()
        self.moved.emit(measure, step)

    def _ask_discovered(self) -> None:
        """Open the next item of which « Et s'il le découvre? » was not asked."""
        items = measures(self._board.file) if self._board else ()
        waiting = [item for item in items if not item.if_discovered]
        if waiting:
            self.rewrite(waiting[0].measure)
            if self._editor is not None:
                self._editor.ask_discovered()

    def _toggle(self, section: str) -> None:
        base = self.base()
        if base is not None and base.section == section:
            self.settle()
        self.open_sections(self.opened() ^ {section})

    # Rows and keys -----------------------------------------------------------------------

    def _show_rows(self) -> None:
        if self._board is not None:
            rows = plan_rows(self._context, self._board.catalogue, self._board.file, self.opened())
            self.list.show_rows(rows)

    def _item(self, measure: MeasureId) -> MeasureWritten | None:
        items = measures(self._board.file) if self._board else ()
        return next((item for item in items if item.measure == measure), None)

    def _as_she_left_it(self, item: MeasureWritten) -> MeasureWritten:
        newer = self._on_the_way.get(item.measure)
        return replace(newer, rank=item.rank) if newer is not None else item

    def _hint(self, base: MeasureWritten) -> str:
        if self._board is None or not base.origin:
            return ""
        catalogue, name = self._board.catalogue, unversioned(base.origin)
        found = (one for one in catalogue.measures if unversioned(catalogue.origin(one)) == name)
        language = self._context.language
        return next((one.texts[language].if_discovered for one in found), "")

    def _key(self, base: MeasureWritten) -> Any:
        if base.rank:
            return RowKind.ITEM, base.section, base.measure
        return RowKind.WRITE, base.section, None

    def _listen(self, editor: PlanEditor) -> None:
        editor.edited.connect(self.typed)
        editor.confirmed.connect(self._confirm)
        editor.left.connect(self._leave)
        editor.grew.connect(self.list.measure_again)
        editor.removed.connect(lambda: self._remove(editor.base.measure))
        editor.move_asked.connect(lambda step: self._move(editor.base.measure, step))
        editor.undo_asked.connect(self.undo_asked)

    def _connect(self) -> None:
        self.list.toggled.connect(self._toggle)
        self.list.rewrite_asked.connect(self.rewrite)
        self.list.new_asked.connect(self.write_new)
        self.list.remove_asked.connect(self._remove)
        self.list.move_asked.connect(self._move)
        self.undo.clicked.connect(lambda *_: self.undo_asked.emit())
        self.discovered.clicked.connect(lambda *_: self._ask_discovered())
        self.bar.chosen.connect(lambda _: self._undo_removal())
        self._bar_time.timeout.connect(self._end_bar)

    def _undo_removal(self) -> None:
        self.bar.clear()
        self.undo_asked.emit()
        self.list.setFocus()

    def _end_bar(self) -> None:
        """Take the bar away, unless the keyboard is on it."""
        focused: QWidget | None = self.focusWidget()
        if focused is not None and self.bar.isAncestorOf(focused):
            self._bar_time.start()
        else:
            self.bar.clear()

    def _lay_out(self, context: Context) -> None:
        px = context.theme.px
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(8), px(14), px(8))
        column.setSpacing(px(4))
        column.addLayout(head)
        column.addWidget(self.discovered, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.since)
        column.addWidget(self.bar)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
