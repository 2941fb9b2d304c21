"""Somebody asks about a woman: one sentence for all. Dossiers and search are closed here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from filet.application.calls import new_call
from filet.application.services import Services
from filet.domain.kinds import SomeoneAsked
from filet.gui.commands import Reach
from filet.gui.context import Context
from filet.gui.sayings import now_hour
from filet.gui.widgets.aside import WithAside
from filet.gui.widgets.buttons import Primary, Secondary
from filet.gui.widgets.choice import Option
from filet.gui.widgets.drafted import DraftedPage
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.notice import Message, Notice, Tone
from filet.gui.widgets.optional import OptionalChoice
from filet.gui.widgets.page import card, muted

PLACE = "someone_asks"
SENTENCES = {
    "fr": "«\u00a0Je ne peux ni confirmer ni infirmer que nous connaissons cette personne."
    " Donnez-moi votre nom et votre organisme. S’il y a lieu, quelqu’un vous rappellera par le"
    " numéro officiel de votre organisme.\u00a0»",
    "en": "“I can neither confirm nor deny that we know this person. Please give me your name"
    " and your organization. If need be, someone will call you back at your organization’s"
    " official number.”",
}
"""Said as they stand, whatever the language of the screen: they are never translated."""


class SomeoneAsksScreen(DraftedPage):
    """What to say, and what the person says."""

    goes_back = True

    finished = Signal()
    back = Signal()
    emergency_wanted = Signal()

    def __init__(self, context: Context, services: Services) -> None:
        super().__init__(context, services, services.drafting.key(PLACE))
        self._call = new_call()
        t, theme = context.t, context.theme
        self.to_call = Secondary(
            theme, t("&Back to the call"), icon="arrow-left", keys=(t("Alt"), "←")
        )
        self.emergency = Secondary(theme, t("&Emergency"), icon="phone", keys=("F9",))
        self.finish = Primary(theme, t("&Finish"), keys=(t("Ctrl"), t("Enter")))
        main, aside = self._sentences(context), self._form(context)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._columns = WithAside(context, main, aside, 490, ground="app")
        outer.addWidget(self._columns)
        self._connect()
        self.begin({"hour": now_hour(context)})

    def how_far(self) -> Reach:
        """Keep every dossier out of reach: nothing of any may be shown here."""
        return Reach.NO_DOSSIERS

    def zones(self) -> tuple[QWidget, ...]:
        """Return the parts between which F6 goes."""
        return self._columns.zones()

    def take_focus(self) -> None:
        """Put the caret where the first word is written."""
        self.asker.take_focus()

    def leave(self) -> None:
        """Keep what was written as an entry; nothing written leaves nothing."""
        self._keep_then(self.finished.emit)

    def _leave_back(self) -> None:
        self._keep_then(self.back.emit)

    def _keep_then(self, done: Callable[[], object]) -> None:
        if not self.is_written():
            done()
            return
        key, asked = self.written(), self._asked()
        self.keep(lambda: self._services.calls.note(asked, draft=key), lambda _: done())

    def _asked(self) -> SomeoneAsked:
        texts = {name: text.strip() for name, text in self.texts().items()}
        worrying = texts.pop("impression") == "worries"
        return SomeoneAsked(self._call, suspicious=worrying, **texts)

    def _sentences(self, context: Context) -> QWidget:
        t, theme = context.t, context.theme
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        everyone = t(
            "To say as it is. Police, CLSC, lawyer, family, unknown: the same answer for all."
        )
        column.addWidget(Text(theme, everyone, kind="label", tone="secondary"))
        own = context.language[:2] if context.language[:2] in SENTENCES else "en"
        first, inside = card(context)
        inside.setContentsMargins(26, 22, 26, 22)
        inside.addWidget(Heading(theme, SENTENCES[own], kind="question"))
        column.addWidget(first)
        other, inside = card(context, kind="sunken")
        inside.addWidget(Text(theme, SENTENCES["en" if own == "fr" else "fr"], tone="secondary"))
        column.addWidget(other)
        self.closed = Notice(context)
        title = t("Dossiers and search are closed on this page.")
        text = t(
            "Nothing to check now. Do not call back the number you are given:"
            " look for the official one."
        )
        for widget in (self.closed, self.notice):
            column.addWidget(widget)
        self.closed.show_message(Message(Tone.INFO, title, text, icon="lock"))
        column.addStretch(1)
        column.addLayout(self._ways_out())
        return main

    def _ways_out(self) -> Flow:
        row = Flow(gap=8)
        row.add(self.to_call)
        row.add(QWidget(), stretch=1)
        row.add(self.emergency)
        return row

    def _form(self, context: Context) -> QWidget:
        t = context.t
        fields = {
            "hour": LabelledField(context, t("Ho&ur")),
            "name": LabelledField(context, t("Their &name")),
            "organisation": LabelledField(context, t("Their or&ganization")),
            "phone": LabelledField(context, t("The number they gi&ve, or that shows")),
            "about": LabelledField(context, t("&Whom they ask about, in their words")),
            "asked": LabelledField(context, t("Wh&at they ask, in their words")),
            "answered": LabelledField(
                context, t("What was answered, the &official number once found")
            ),
        }
        fields["answered"].label.setWordWrap(True)
        fields["answered"].line.setPlaceholderText(t("to fill in later"))
        options = [
            Option("nothing", t("Nothing particular")),
            Option("worries", t("It worries me")),
        ]
        impression = OptionalChoice(context, t("Your impression"), options)
        self.asker = fields["name"]
        frame, column = card(context, t("What the person says"))
        first = Flow(gap=12)
        first.add(fields["hour"], least=context.theme.px(100))
        first.add(fields["name"], least=context.theme.px(180), stretch=1)
        column.addLayout(first)
        for name in ("organisation", "phone", "about", "asked", "answered"):
            column.addWidget(fields[name])
        column.addWidget(impression)
        once = t("Once joined to a dossier, it stands in “What asks for attention”.")
        column.addWidget(muted(context, once))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.finish)
        column.addLayout(row)
        column.addStretch(1)
        self.tend({**fields, "impression": impression})
        aside = QWidget()
        outer = QVBoxLayout(aside)
        outer.setContentsMargins(0, 20, 20, 16)
        outer.addWidget(frame)
        return aside

    def _connect(self) -> None:
        self.finish.clicked.connect(self.leave)
        self.to_call.clicked.connect(self._leave_back)
        self.emergency.clicked.connect(lambda *_: self.emergency_wanted.emit())
        self.tie_keys({"Ctrl+Return": self.leave, "Alt+Left": self._leave_back})
