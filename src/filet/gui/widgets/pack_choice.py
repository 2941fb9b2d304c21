"""What is asked: the inventory, unless another questionnaire is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.domain.instruments import Instrument, Kind, pack_key
from filet.gui.context import Context
from filet.gui.models.pack_texts import licence_said, title_said, what_said
from filet.gui.widgets.combo import Combo, labelled
from filet.gui.widgets.labels import Text
from filet.gui.widgets.page import muted
from filet.i18n import N_

_HOW: Mapping[Kind, str] = {
    Kind.SCREENING: N_("Questions to ask aloud, one at a time."),
    Kind.PAPER_FORM: N_(
        "To copy a form that was filled on paper: short names stand for its questions,"
        " and nothing of it is asked here."
    ),
}


class PackChoice(QWidget):
    """A list that opens, and under it whose questionnaire it is and on what terms."""

    edited = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._tools: dict[str, Instrument] = {}
        label = context.t("&Questionnaire")
        self.combo = Combo(context, label.replace("&", ""))
        self.combo.may_shrink()
        self.how, self.licence = Text(context.theme, kind="small"), muted(context, "")
        self.warning = Text(context.theme, kind="small", tone="note")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(labelled(context, label, self.combo))
        for text in (self.how, self.licence, self.warning):
            column.addWidget(text)
        self.combo.currentIndexChanged.connect(lambda _: self._changed())
        self._tell()

    @property
    def tool(self) -> Instrument | None:
        """What is chosen; nothing stands for the inventory."""
        return self._tools.get(self.text())

    def show_tools(self, tools: Sequence[Instrument]) -> None:
        """Offer these: the first is the inventory, which stands unless another is chosen."""
        chosen = self.text()
        self._tools = {pack_key(tool): tool for tool in tools[1:]}
        self.combo.blockSignals(True)
        self.combo.clear()
        for key, tool in zip(("", *self._tools), tools, strict=True):
            self.combo.addItem(title_said(self._context, tool), key)
        self.combo.blockSignals(False)
        self.show_text(chosen)

    def text(self) -> str:
        """Return the key of what is chosen; empty for the inventory, which no draft has to keep."""
        return self.combo.currentData() or ""

    def show_text(self, text: str) -> None:
        """Choose it again; what is not offered any more leaves the inventory."""
        self.combo.setCurrentIndex(max(0, self.combo.findData(text)))
        self._tell()

    def _changed(self) -> None:
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        """Say how it is answered, whose it is, and whether training is asked for."""
        context, tool = self._context, self.tool
        how = _HOW.get(tool.kind, "") if tool is not None else ""
        self.how.setText(context.t(how) if how else "")
        lines = (what_said(context, tool), licence_said(context, tool)) if tool is not None else ()
        self.licence.setText(" · ".join(lines))
        modified = tool is not None and tool.modified
        warning = context.t("Modified version: what was measured does not apply to it.")
        self.warning.setText(warning if modified else "")
        for text in (self.how, self.licence, self.warning):
            text.setVisible(bool(text.text()))
        said = (self.how.text(), self.licence.text(), self.warning.text())
        self.combo.setAccessibleDescription(" ".join(filter(None, said)))
