"""« Avant de commencer »: what is settled before the first question. Nothing here blocks."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from filet.application.interviewing import Beginning
from filet.application.screening import new_session
from filet.application.services import Services
from filet.domain.ids import CaseId, SessionId
from filet.domain.kinds import SessionBegun
from filet.gui.context import Context
from filet.gui.widgets.before_form import BeforeForm, texts_of
from filet.gui.widgets.buttons import Primary, Secondary
from filet.gui.widgets.drafted import DraftedPage
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.page import scrolling
from filet.gui.widgets.tall import Tall

PLACE = "before"
_BESIDE_FROM = 980


class BeforeScreen(DraftedPage):
    """One page, kept as an entry when the interview begins."""

    goes_back = True

    begun = Signal(object, bool)
    """The SessionId, and whether the screen is turned to her."""
    left = Signal()

    def __init__(
        self,
        context: Context,
        services: Services,
        case: CaseId,
        session: SessionId | None = None,
        pack: str = "",
    ) -> None:
        """``session`` is settled again; ``pack`` is proposed where it is named."""
        super().__init__(context, services, services.drafting.key(PLACE, case))
        self._case, self._session, self._wanted = case, session, pack
        self._going: dict[str, SessionBegun] = {}
        """By questionnaire: what is under way, and is taken up again rather than begun."""
        self.make(self._steps())

    def _steps(self) -> Iterator[None]:
        self.form = BeforeForm(self.context)
        yield
        self._left = self.form.left()
        yield
        self._right, self._paper = self.form.right(), self.form.copied()
        yield
        self._make_buttons()
        yield
        self._lay_out()
        yield
        self._connect()
        self._begin()

    def _make_buttons(self) -> None:
        t, theme = self.context.t, self.context.theme
        self.back = Secondary(theme, t("&Back"), icon="arrow-left")
        self.later = Secondary(theme, t("Fill in la&ter"))
        self.go_on = Primary(
            theme,
            t("Begin the inter&view"),
            icon="arrow-right",
            keys=(t("Ctrl"), t("Enter")),
            large=True,
        )
        self.go_on.put_icon_after()
        self.copy = Primary(
            theme,
            t("&Copy the form"),
            icon="arrow-right",
            keys=(t("Ctrl"), t("Enter")),
            large=True,
        )
        self.copy.put_icon_after()
        self.title = Heading(theme, t("Before we begin"))
        self.title.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def take_focus(self) -> None:
        """Put the focus on the title, so that it is read aloud."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Go back; what was written stays a draft."""
        self.flush()
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what she is told beside or under."""
        super().resizeEvent(event)
        beside = self.width() / self.context.theme.scale >= _BESIDE_FROM
        way = QBoxLayout.Direction
        self._cards.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def show_changed(self) -> None:
        """Show what is to be settled of what is asked, or of the form that is copied."""
        copied = self.form.is_copied()
        for part in (self._left, self._right, self.later, self.go_on):
            part.setVisible(not copied)
        for part in (self._paper, self.copy):
            part.setVisible(copied)

    def _begin(self) -> None:
        case, use = self._case, self._services.interviewing
        self.ask(lambda: use.beginning(case), self._begin_again)

    def _begin_again(self, beginning: Beginning) -> None:
        """Offer what may be answered; show again what was settled of the interview."""
        self.form.pack.show_tools(beginning.tools)
        self._going = {one.pack: one for one in beginning.going}
        settled = [one for one in beginning.going if one.session == self._session]
        self.begin(texts_of(settled[0]) if settled else {"pack": self._wanted})

    def _take_up(self) -> None:
        """Show what was settled of a questionnaire that is under way, once it is chosen."""
        begun = self._going.get(self.form.pack.text())
        if begun is not None:
            self._show(texts_of(begun))

    def _keep(self) -> None:
        """Keep what is settled, however little, and begin."""
        if self.becomes_entry:
            return
        going = self._going.get(self.form.pack.text())
        session = going.session if going is not None else new_session()
        settled, key, use = self.form.settled(session), self.written(), self._services.screening

        def kept(_: object) -> None:
            self._going[settled.pack] = settled
            self.begun.emit(session, settled.screen_turned)

        self.keep(lambda: use.begin(self._case, settled, key), kept)

    def _connect(self) -> None:
        self.tend(self.form.fields)
        self.back.clicked.connect(lambda *_: self.leave())
        self.later.clicked.connect(lambda *_: self._keep())
        self.go_on.clicked.connect(lambda *_: self._keep())
        self.form.pack.edited.connect(self._take_up)
        self.copy.clicked.connect(lambda *_: self._keep())
        self.tie_keys({"Ctrl+Return": self._keep, "Alt+Left": self.leave})

    def _lay_out(self) -> None:
        t, context = self.context.t, self.context
        content = Tall()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 14, 24, 8)
        column.setSpacing(context.theme.px(10))
        intro = t(
            "Nothing blocks. What stays empty is “not asked”. The page is kept in the dossier."
        )
        head, titles = Flow(gap=16, line_gap=8), QWidget()
        over = QVBoxLayout(titles)
        over.setContentsMargins(0, 0, 0, 0)
        over.addWidget(self.title)
        over.addWidget(Text(context.theme, intro, tone="secondary"))
        over.addStretch(1)
        head.add(titles, least=context.theme.px(360), stretch=3)
        head.add(self.form.pack, least=context.theme.px(320), stretch=2)
        column.addLayout(head)
        column.addWidget(self.notice)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(16)
        self._cards.addWidget(self._left, 8)
        self._cards.addWidget(self._right, 5)
        self._cards.addWidget(self._paper)
        column.addLayout(self._cards, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scrolling(content), 1)
        outer.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = QWidget()
        around = QVBoxLayout(foot)
        around.setContentsMargins(24, 6, 24, 12)
        row = Flow(gap=8, line_gap=8)
        around.addLayout(row)
        row.add(self.back)
        row.add(QWidget(), stretch=1)
        for button in (self.later, self.go_on, self.copy):
            row.add(button)
        return foot
