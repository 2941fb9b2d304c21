"""Help: topics that can be searched, those of the page she came from first, and every key."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QListWidgetItem, QVBoxLayout, QWidget

from filet.domain.help import Help, Topic
from filet.gui.context import Context
from filet.gui.forms.help import Ui_Help
from filet.gui.keymap import KEYMAP
from filet.gui.widgets.buttons import Secondary
from filet.gui.widgets.key_table import KeyTable
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.page import Page, card, emptied, scrolling
from filet.gui.widgets.reading import read_as_laid_out
from filet.gui.widgets.row_delegate import RowDelegate
from filet.gui.widgets.tall import Tall
from filet.i18n.dates import typography

KEYS = "keys"
"""The topic that lists every key."""
_BESIDE_FROM = 800
_ID = Qt.ItemDataRole.UserRole


class HelpScreen(Page):
    """A list at the left, a topic at the right; ``only`` what one page may tell, with a way back."""

    left = Signal()

    def __init__(self, context: Context, read: Callable[[], Help], *, only: str = "") -> None:
        super().__init__(context)
        t, theme = context.t, context.theme
        self._help = Help(())
        self._wanted = ""
        self.form = Ui_Help()
        self.form.setupUi(self)
        self.search, self.list = self.form.search, self.form.list
        self.back = Secondary(theme, t("&Back"), icon="arrow-left", keys=("F1",))
        self._only = only
        self.nothing = self.form.nothing
        self._lay_out()
        self.search.textChanged.connect(lambda _: self._list_topics())
        self.search.returnPressed.connect(self.list.setFocus)
        self.list.currentItemChanged.connect(lambda *_: self._show_current())
        self.list.itemActivated.connect(lambda _: self.area.setFocus())
        self.back.clicked.connect(self.left)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.activated.connect(self._find)
        self.ask(read, self._show_help)

    def where(self) -> str:
        """Return the topic that is read."""
        return str(self.list.currentIndex().data(_ID) or "")

    def show_where(self, wanted: object) -> None:
        """Show a topic by its name, or what is to be known of a page."""
        self._wanted = str(wanted)
        self.search.clear()
        self._list_topics()

    def take_focus(self) -> None:
        """Put the keyboard in the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def zones(self) -> tuple[QWidget, ...]:
        """Return the parts between which F6 goes."""
        return (self.form.parts, self.area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list beside the topic, or above it where there is little room."""
        super().resizeEvent(event)
        px, way, parts = self.context.theme.px, QBoxLayout.Direction, self.form.parts
        beside = self.width() / self.context.theme.scale >= _BESIDE_FROM
        self.form.row.setDirection(way.LeftToRight if beside else way.TopToBottom)
        parts.setMaximumWidth(px(300) if beside else 16777215)
        parts.setMinimumWidth(px(300) if beside else 0)
        parts.setMaximumHeight(16777215 if beside else max(px(150), self.height() // 3))

    def _show_help(self, read: Help) -> None:
        self._help = read.only(self._only) if self._only else read
        self._list_topics()

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _list_topics(self) -> None:
        """List what was found; the topic that was wanted, or the first, is shown."""
        t, typed = self.context.t, self.search.text().strip()
        kept = self._help.found(typed, self.context.language) if typed else self._of_page()
        rows = [
            (topic.id, self._printed(topic.texts[self.context.language].title)) for topic in kept
        ]
        if not self._only:
            rows.insert(len(rows) if typed else 1, (KEYS, t("All keys")))
        self.list.blockSignals(True)
        self.list.clear()
        for name, title in rows:
            item = QListWidgetItem(title)
            item.setData(_ID, name)
            self.list.addItem(item)
        names = [name for name, _ in rows]
        self.list.setCurrentRow(names.index(self._wanted) if self._wanted in names else 0)
        self.list.blockSignals(False)
        self.nothing.setVisible(not kept and bool(self._help.topics))
        self._show_current()

    def _of_page(self) -> Sequence[Topic]:
        return self._help.of_page(self._wanted)

    def _show_current(self) -> None:
        name, language = self.where(), self.context.language
        emptied(self._topic)
        if name == KEYS:
            self._topic.addWidget(Heading(self.context.theme, self.context.t("All keys")))
            self._topic.addWidget(KeyTable(self.context, KEYMAP))
            self._say(self.context.t("All keys"), "")
            return
        for topic in self._help.topics:
            if topic.id == name:
                text = topic.texts[language]
                title = self._printed(text.title)
                paragraphs = [self._printed(one) for one in text.paragraphs]
                self._show_text(title, paragraphs)

    def _show_text(self, title: str, paragraphs: Sequence[str]) -> None:
        self._topic.addWidget(Heading(self.context.theme, title))
        frame, column = card(self.context)
        column.setSpacing(12)
        for paragraph in paragraphs:
            column.addWidget(Text(self.context.theme, paragraph, kind="lead"))
        self._topic.addWidget(frame)
        self._say(title, "\n".join(paragraphs))

    def _printed(self, text: str) -> str:
        return typography(text, self.context.language)

    def _say(self, title: str, text: str) -> None:
        """Let a screen reader read the topic whole when it takes the keyboard."""
        self.area.setAccessibleName(title)
        self.area.setAccessibleDescription(text)
        self.area.verticalScrollBar().setValue(0)

    def _lay_out(self) -> None:
        form, theme = self.form, self.context.theme
        form.label.setFont(theme.font("label"))
        form.search.setFont(theme.font("body"))
        form.nothing.setFont(theme.font("small"))
        form.nothing.hide()
        form.list.setItemDelegate(RowDelegate(theme, form.list))
        form.back.addWidget(self.back)
        self.back.setVisible(bool(self._only))
        form.parts.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        form.column.setContentsMargins(10, 12, 10, 12)
        read_as_laid_out(form.parts)
        self.area = scrolling(self._read())
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        form.row.addWidget(self.area, 1)

    def _read(self) -> Tall:
        """Return the page at the right, where a topic is read."""
        inner = Tall()
        column = QVBoxLayout(inner)
        column.setContentsMargins(28, 16, 28, 20)
        column.setSpacing(12)
        self._topic = QVBoxLayout()
        self._topic.setSpacing(12)
        column.addWidget(self.notice)
        column.addLayout(self._topic)
        column.addStretch(1)
        inner.setMaximumWidth(self.context.theme.px(760))
        return inner
