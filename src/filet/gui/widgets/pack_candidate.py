"""A questionnaire that somebody chose: what is wrong with it, or whose it is and who allows it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from filet.application.packs import Candidate, Known
from filet.gui.context import Context
from filet.gui.models.pack_texts import (
    MOST,
    fault_said,
    known_said,
    licence_said,
    proof_said,
    what_said,
)
from filet.gui.widgets.buttons import Link, Primary, Secondary
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.page import muted
from filet.i18n.dates import typography


class PackCandidate(QFrame):
    """Made for one choice; nothing is kept before its button is pressed."""

    wanted = Signal(str, str)
    """Who allows it, and what says so."""
    closed = Signal()
    help_wanted = Signal(str)

    def __init__(self, context: Context, candidate: Candidate) -> None:
        super().__init__()
        self._context, self.candidate = context, candidate
        self.setObjectName("kind-sunken")
        t, theme = context.t, context.theme
        self.title = Heading(theme, self._named(), kind="h3")
        self.guide = Link(theme, t("How a questionnaire is written"))
        self.who = LabelledField(context, t("&Who allowed the house to use it"))
        self.what = LabelledField(
            context, t("W&hat says so"), hint=t("A letter, a contract, a message, and its day.")
        )
        self.keep = Primary(theme, t("&Keep this questionnaire"))
        self.cancel = Secondary(theme, t("Cancel"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 12, 14, 12)
        self._column.setSpacing(8)
        self._column.addWidget(self.title)
        self._lay_out()
        self._connect()

    @property
    def may_be_kept(self) -> bool:
        """Whether there is something to keep."""
        return self.candidate.usable and self.candidate.known is not Known.SAME

    def take_focus(self) -> None:
        """Begin with its name: what is wrong, or whose it is, comes after."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _named(self) -> str:
        tool = self.candidate.tried.instrument
        text = tool.texts.get(self._context.language[:2]) if tool is not None else None
        if text is None:
            return self._context.t("This folder holds no questionnaire that can be read")
        return typography(text.title, self._context.language)

    def _lay_out(self) -> None:
        context, tried = self._context, self.candidate.tried
        if tried.instrument is not None:
            self._column.addWidget(muted(context, what_said(context, tried.instrument)))
            self._add_proof()
        if tried.faults:
            self._add_faults()
        elif self.candidate.known is not Known.NEW:
            modified = self.candidate.known is Known.MODIFIED
            tone = "note" if modified else "secondary"
            self._column.addWidget(
                Text(context.theme, known_said(context, self.candidate), tone=tone)
            )
        for field in (self.who, self.what):
            field.setVisible(self.may_be_kept)
            self._column.addWidget(field)
        self._add_buttons()

    def _add_proof(self) -> None:
        context, tried = self._context, self.candidate.tried
        if tried.instrument is not None:
            licence = context.t("Licence: {said}", said=licence_said(context, tried.instrument))
            self._column.addWidget(Text(context.theme, licence))
            proof = proof_said(context, tried.instrument, tried)
            self._column.addWidget(Text(context.theme, proof, kind="small"))

    def _add_faults(self) -> None:
        context, faults = self._context, self.candidate.tried.faults
        t, theme = context.t, context.theme
        head = context.tn(
            "{count} thing to mend. Nothing was added.",
            "{count} things to mend. Nothing was added.",
            len(faults),
            count=len(faults),
        )
        self._column.addWidget(Text(theme, head, kind="strong"))
        for fault in faults[:MOST]:
            self._column.addWidget(Text(theme, fault_said(context, fault)))
        if len(faults) > MOST:
            self._column.addWidget(muted(context, t("The others come once these are mended.")))

    def _add_buttons(self) -> None:
        buttons = Flow(gap=8, line_gap=8)
        self.keep.setVisible(self.may_be_kept)
        for button in (self.keep, self.cancel, self.guide):
            buttons.add(button)
        self._column.addLayout(buttons)

    def _connect(self) -> None:
        self.keep.clicked.connect(self._send)
        self.cancel.clicked.connect(self.closed)
        self.guide.clicked.connect(lambda *_: self.help_wanted.emit("pack_author"))
        self.who.confirmed.connect(self.what.take_focus)
        self.what.confirmed.connect(self._send)

    def _send(self) -> None:
        """Ask for what is missing, or say that it is to be kept."""
        missing = [field for field in (self.who, self.what) if not field.text().strip()]
        for field in (self.who, self.what):
            said = self._context.t("A few words are enough.") if field in missing else ""
            field.show_wrong(said)
        if missing:
            missing[0].take_focus()
            return
        self.wanted.emit(self.who.text().strip(), self.what.text().strip())
