"""The certificate of a destruction: read here, printed, or kept as a PDF. It names no woman."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from filet.application.destroying import Certificate
from filet.application.printing import Sheet
from filet.application.services import Services
from filet.domain.blocks import Heading as PaperHeading
from filet.domain.blocks import Lead, Notice, Numbers, Paper, Point
from filet.domain.ids import WorkerId
from filet.gui.context import Context
from filet.gui.models.destruction_paper import destruction_paper
from filet.gui.models.keeping_texts import state_said
from filet.gui.press import Press
from filet.gui.widgets.buttons import Link, Secondary
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.notice import Message, Tone
from filet.gui.widgets.page import Page, card, emptied, muted
from filet.gui.widgets.print_part import PrintPart


class CertificatePage(Page):
    """What stands here is what is printed, word for word."""

    left = Signal()
    appeared = Signal(object)

    def __init__(
        self,
        context: Context,
        services: Services,
        press: Callable[[], Press],
        draw: Callable[[Paper], Sheet],
    ) -> None:
        super().__init__(context)
        t, theme = context.t, context.theme
        self._services, self._press, self._draw = services, press, draw
        self._paper: Paper | None = None
        self.back = Link(theme, t("Back to the &list"), icon="arrow-left")
        self.title = Heading(theme, t("Certificate of destruction"))
        self.print = Secondary(theme, t("&Print it…"), icon="printer")
        self.save = Secondary(theme, t("&Keep it as a PDF…"), icon="file-text")
        self.printing = PrintPart(context, offers_file=False)
        self.printing.hide()
        frame, self._text = card(context)
        self._text.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.title, self.notice, frame):
            column.addWidget(part)
        acts = Flow(gap=8, line_gap=8)
        acts.add(self.print)
        acts.add(self.save)
        column.addLayout(acts)
        column.addWidget(self.printing)
        self._connect()

    def show_certificate(
        self,
        certificate: Certificate,
        initials: Mapping[WorkerId, str],
        *,
        exercise: bool,
        fresh: bool = False,
    ) -> None:
        """Show it; ``fresh`` when the dossier has just been destroyed."""
        paper = destruction_paper(self.context, certificate, initials, exercise=exercise)
        self._paper = paper
        emptied(self._text)
        for words, kind in _lines(self.context, paper):
            self._text.addWidget(Text(self.context.theme, words, kind=kind))
        footer = muted(self.context, paper.footer)
        self._text.addWidget(footer)
        if fresh:
            title = self.context.t("It is done.")
            said = state_said(self.context, certificate)
            self.notice.show_message(Message(Tone.OK, title, said))

    def take_focus(self) -> None:
        """Begin at the way back."""
        self.back.setFocus()

    def show_error(self, error: BaseException) -> None:
        """Say it at the top, in sight."""
        super().show_error(error)
        self.appeared.emit(self.notice)

    def _find_printers(self) -> None:
        self.ask(self._press().devices, self._show_printers)

    def _show_printers(self, devices: object) -> None:
        self.printing.show_devices(devices)  # type: ignore[arg-type]  # as the press gave them
        self.printing.show()
        self.printing.take_focus()
        self.appeared.emit(self.printing)

    def _print_on(self, device: str) -> None:
        paper, press, draw = self._paper, self._press(), self._draw
        if paper is None:
            return
        self.ask(lambda: press.print(draw(paper), device), lambda _: self._printed(device))

    def _printed(self, device: str) -> None:
        t = self.context.t
        self.printing.hide()
        title, text = t("Sent to printer {name}.", name=device), t("Go and get the sheet now.")
        self.notice.show_message(Message(Tone.OK, title, text))
        self.appeared.emit(self.notice)

    def _save_as(self) -> None:
        t, paper = self.context.t, self._paper
        if paper is None:
            return
        name = t("certificate-{number}", number=_number_of(paper)) + ".pdf"
        path = self._press().ask_path(self, t("Certificate of destruction"), name)
        if path is None:
            return
        destroying, draw = self._services.destroying, self._draw

        def saved(_: object) -> None:
            title = t("The certificate is in {name}.", name=path.name)
            self.notice.show_message(Message(Tone.OK, title, t("It names no woman.")))
            self.appeared.emit(self.notice)

        self.ask(lambda: destroying.save(path, draw(paper).data), saved)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda *_: self.left.emit())
        self.print.clicked.connect(lambda *_: self._find_printers())
        self.save.clicked.connect(lambda *_: self._save_as())
        self.printing.look_again.connect(self._find_printers)
        self.printing.print_asked.connect(self._print_on)


def _lines(context: Context, paper: Paper) -> list[tuple[str, str]]:
    """Return what stands on the sheet, in reading order, with the face of each line."""
    lines: list[tuple[str, str]] = []
    for block in paper.blocks:
        match block:
            case Lead(text=text):
                lines.append((text, "body"))
            case Numbers(rows=rows):
                lines += [(_row(context, *row), "body") for row in rows if row[1]]
            case Notice(strong=strong, text=text):
                lines.append((f"{strong} {text}", "strong"))
            case PaperHeading(text=text):
                lines.append((text, "strong"))
            case Point(text=text):
                lines.append((f"• {text}", "body"))
            case _:
                continue
    return lines


def _row(context: Context, name: str, value: str) -> str:
    return context.t("{words}: {more}", words=name, more=value)


def _number_of(paper: Paper) -> str:
    rows = next(block.rows for block in paper.blocks if isinstance(block, Numbers))
    return rows[0][1]
