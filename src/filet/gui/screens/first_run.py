"""The first start: dossiers of a house or an exercise, where, a passphrase, a recovery key."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from filet.gui.context import Context
from filet.gui.errors import message_of
from filet.gui.given import Found, Given, Inside
from filet.gui.models.recovery_sheet import recovery_sheet
from filet.gui.screens.door import DoorPage
from filet.gui.screens.first_steps import BeginStep, PlaceStep
from filet.gui.screens.secret_steps import PhraseStep, RecoveryStep, TypedBackStep
from filet.gui.widgets.notice import Message, Notice, Tone

Step = BeginStep | PlaceStep | PhraseStep | RecoveryStep | TypedBackStep
S = TypeVar("S", BeginStep, PlaceStep, PhraseStep, RecoveryStep, TypedBackStep)


class Kind(StrEnum):
    """What is made or opened."""

    HOUSE = "house"
    EXERCISE = "exercise"
    EXISTING = "existing"


class FirstRunScreen(DoorPage):
    """One question a page; nothing is made before the passphrase is typed back.

    Each step is made when it is first asked for.
    """

    opened = Signal(object, object)
    """Who is inside, and in which folder."""
    folder_found = Signal(object)
    """Dossiers that are there already, or copies of some."""

    def __init__(
        self,
        context: Context,
        given: Given,
        choose_folder: Callable[[QWidget], Path | None],
    ) -> None:
        super().__init__(context)
        self._given, self._choose_folder = given, choose_folder
        self.training = False
        self._inside: Inside | None = None
        self.notice = Notice(context)
        self.show_title("Filet")
        self.inside.addWidget(self.notice)
        self._steps: list[Step] = []
        self.step: Step = self.begin
        self.begin.show()

    def take_focus(self) -> None:
        """Put the focus on what the step asks first."""
        self.step.take_focus()

    @cached_property
    def begin(self) -> BeginStep:
        """Ask whether dossiers are made, or are there."""
        step = BeginStep(self.context)
        step.begun.connect(self._begun)
        return self._add(step)

    @cached_property
    def place(self) -> PlaceStep:
        """Ask where the dossiers stay, and for initials."""
        step = PlaceStep(self.context, str(self._given.proposed_folder()))
        step.change_asked.connect(self._change_folder)
        step.placed.connect(self._placed)
        step.left.connect(lambda: self._show_step(self.begin))
        return self._add(step)

    @cached_property
    def phrase(self) -> PhraseStep:
        """Ask for a passphrase."""
        step = PhraseStep(self.context, self._given.phrase)
        step.chosen.connect(self._create)
        step.left.connect(lambda: self._show_step(self.place))
        return self._add(step)

    @cached_property
    def recovery(self) -> RecoveryStep:
        """Show the recovery key."""
        step = RecoveryStep(self.context)
        step.copied.connect(lambda: self._show_step(self.typed_back))
        step.devices_wanted.connect(self._find_printers)
        step.print_asked.connect(self._print_key)
        return self._add(step)

    @cached_property
    def typed_back(self) -> TypedBackStep:
        """Ask for the recovery key again."""
        step = TypedBackStep(self.context)
        step.left.connect(lambda: self._show_step(self.recovery))
        step.typed.connect(self._check_key)
        return self._add(step)

    def _add(self, step: S) -> S:
        step.hide()
        self.inside.insertWidget(self.inside.indexOf(self.notice), step)
        self._steps.append(step)
        return step

    def _show_step(self, step: Step) -> None:
        """Show a step alone, as high as it needs."""
        self.notice.clear()
        for known in self._steps:
            known.setVisible(known is step)
        self.step = step
        self.take_focus()

    def _begun(self, kind: str) -> None:
        self.training = kind == Kind.EXERCISE
        if kind == Kind.EXISTING:
            self._find_existing()
            return
        self.place.show_kind(training=self.training)
        self._show_step(self.place)

    def _find_existing(self) -> None:
        folder = self._choose_folder(self)
        if folder is None:
            return
        self.context.runner.submit(
            self,
            lambda: self._given.mending().find(folder),
            done=self._looked_at,
            failed=self._failed,
        )

    def _looked_at(self, found: Found) -> None:
        """Go on with dossiers, or with copies of some; say it where there is neither."""
        if found.dossiers or found.leads_to_copies:
            self.folder_found.emit(found)
            return
        t = self.context.t
        self.notice.show_message(
            Message(
                Tone.NOTE,
                t("There are no dossiers in this folder."),
                t("Choose the folder that holds filet.vault and filet.keys."),
            )
        )

    def _change_folder(self) -> None:
        folder = self._choose_folder(self)
        if folder is not None:
            self.place.show_folder(str(folder))

    def _placed(self) -> None:
        """Refuse a bad place at once, before any passphrase is thought of."""
        folder = Path(self.place.folder())
        self.context.runner.submit(
            self,
            lambda: self._given.refuse_place(folder),
            done=lambda _: self._show_step(self.phrase),
            failed=self._misplaced,
        )

    def _misplaced(self, error: BaseException) -> None:
        said = message_of(self.context, error)
        self.place.place.show_wrong(f"{said.title} {said.text}")
        self.place.place.take_focus()

    def _create(self, passphrase: str) -> None:
        folder, initials = Path(self.place.folder()), self.place.initials.text()
        training = self.training
        self.phrase.show_busy(busy=True)
        self.context.runner.submit(
            self,
            lambda: self._given.create(folder, initials, passphrase, training=training),
            done=self._created,
            failed=self._failed,
            alone=True,
        )

    def _created(self, inside: Inside) -> None:
        self._inside = inside
        self.phrase.show_busy(busy=False)
        self.recovery.show_lines(inside.recovery)
        self._show_step(self.recovery)

    def _find_printers(self) -> None:
        self.context.runner.submit(
            self,
            lambda: self._given.press().devices(),
            done=self.recovery.show_devices,
            failed=self._failed,
        )

    def _print_key(self, device: str) -> None:
        """Print the sheet of the key; a printer that is gone changes nothing of the key."""
        if self._inside is None:
            return
        lines, given = self._inside.recovery, self._given
        paper = recovery_sheet(self.context, lines, exercise=self.training)
        self.context.runner.submit(
            self,
            lambda: given.press().print(given.draw(paper), device),
            done=lambda _: self.recovery.show_printed(device),
            failed=self._failed,
        )

    def _check_key(self, typed: tuple[str, ...]) -> None:
        if self._inside is not None and self.typed_back.compare(typed, self._inside.recovery):
            self.typed_back.lines.clear()
            self.opened.emit(self._inside, Path(self.place.folder()))

    def _failed(self, error: BaseException) -> None:
        if self.step is not self.begin:
            self.phrase.show_busy(busy=False)
        self.notice.show_message(message_of(self.context, error))
        self.reveal(self.notice)
