"""How the worker's view of an interview is tied to what is kept of it, and its keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from filet.domain.instruments import Kind
from filet.domain.kinds import Source, SourceKind
from filet.gui.asking import Asking
from filet.gui.commands import Command
from filet.gui.context import Context
from filet.gui.models.interview_texts import SOURCES, place_text
from filet.gui.typed import typed_told
from filet.gui.widgets.interview_desk import InterviewDesk
from filet.gui.widgets.interview_end import InterviewEnd
from filet.gui.widgets.question_lines import ONE
from filet.gui.widgets.with_her import WithHer
from filet.i18n import N_

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class Moves(Protocol):
    """What the views of an interview ask of the page that shows them."""

    emergency_wanted: SignalInstance

    def go(self, step: int) -> None:
        """Ask the next question, or the one before."""

    def go_before(self) -> None:
        """Go back to what was settled before the first question."""

    def go_to(self, key: str) -> None:
        """Ask a question; the focus stays where it is."""

    def open_question(self, key: str) -> None:
        """Ask a question and put the focus on it."""

    def show_view(self, view: str) -> None:
        """Show a view."""

    def turn_to_her(self) -> None:
        """Turn the screen to her, or back by the blank page."""

    def pause(self) -> None:
        """Cover the answers."""

    def end(self) -> None:
        """Show what is left before the result."""

    def finish(self) -> None:
        """Go on to the result."""

    def typed(self) -> None:
        """Keep a draft soon."""

    def take_focus(self) -> None:
        """Put the keyboard where digits answer."""


def made_desk(asking: Asking, desk: InterviewDesk, moves: Moves) -> InterviewDesk:
    """Return the worker's own view, tied to what it moves."""
    _tie_pane(desk.context, desk, asking, moves)
    desk.with_her.setVisible(asking.known()[0].asks_her)
    desk.view_wanted.connect(moves.show_view)
    desk.previous.clicked.connect(lambda *_: moves.go(-1))
    desk.next.clicked.connect(lambda *_: moves.go(1))
    desk.mark.clicked.connect(lambda *_: asking.mark())
    desk.pause.clicked.connect(lambda *_: moves.pause())
    desk.finish.clicked.connect(lambda *_: moves.end())
    desk.with_her.clicked.connect(lambda *_: moves.turn_to_her())
    desk.side.chosen.connect(moves.go_to)
    desk.side.opened.connect(moves.open_question)
    desk.side.closed.connect(moves.take_focus)
    desk.side.before.clicked.connect(lambda *_: moves.go_before())
    desk.pane.emergency.clicked.connect(lambda *_: moves.emergency_wanted.emit())
    desk.line_chosen.connect(moves.go_to)
    desk.line_opened.connect(moves.open_question)
    desk.line_answered.connect(asking.choose)
    return desk


def _tie_pane(context: Context, desk: InterviewDesk, asking: Asking, moves: Moves) -> None:
    """Let every part of a question keep what it is given."""
    pane = desk.pane
    pane.answers.chosen.connect(lambda one: asking.choose(one.value, one.scale))
    pane.answers.cleared.connect(lambda: asking.choose(None))
    pane.answers.words_wanted.connect(pane.voices.take_focus)
    pane.when.kept.left.connect(lambda text: asking.happened(typed_told(context, text)))
    pane.details.kept.left.connect(lambda text: asking.quote(text, pane.details.detail))
    pane.details.finished.connect(lambda: moves.go(1))
    pane.voices.words.left.connect(asking.quote)
    pane.voices.note.left.connect(asking.note)
    pane.voices.turned.connect(lambda side: asking.place(side=side))
    for kept in pane.texts():
        kept.typed.connect(moves.typed)
    sources = pane.sources
    sources.voice_wanted.connect(lambda source: _listen(desk, asking, source))
    sources.corrected.connect(asking.correct_source)
    sources.nature_chosen.connect(asking.set_nature)
    sources.may_tell_chosen.connect(asking.decide)
    sources.told_in.chosen.connect(asking.tell_in)


def made_hers(context: Context, asking: Asking, moves: Moves) -> WithHer:
    """Return what her own eyes may read."""
    view = WithHer(context)
    view.answers.chosen.connect(lambda one: asking.choose(one.value, one.scale, hers=True))
    view.answers.cleared.connect(lambda: asking.choose(None, hers=True))
    view.answers.words_wanted.connect(view.words_area.setFocus)
    view.words.left.connect(lambda text: asking.quote(text, hers=True))
    view.words.typed.connect(moves.typed)
    view.back.connect(lambda: moves.go(-1))
    view.pause.connect(moves.pause)
    view.on.connect(lambda: moves.go(1))
    return view


def made_end(context: Context, asking: Asking, moves: Moves) -> InterviewEnd:
    """Return what is left before the result."""
    end = InterviewEnd(context, *asking.known())
    end.back.connect(lambda: moves.show_view(ONE))
    end.wanted.connect(moves.open_question)
    end.result.connect(moves.finish)
    return end


def _listen(desk: InterviewDesk, asking: Asking, source: Source) -> None:
    """Hear another voice; what is written of the former is kept first."""
    desk.pane.leave_words()
    asking.listen_to(source)


def asking_text(context: Context, asking: Asking) -> str:
    """Return « Première heure · question 7 sur 10 », and whose voice it is when not hers."""
    t, kind = context.t, asking.source.kind
    interview, texts = asking.known()
    parts = [place_text(context, asking.question, len(interview.counted))]
    if interview.instrument.kind is not Kind.INVENTORY:
        parts.insert(0, texts.short)
    if kind is not SourceKind.HER:
        parts.append(t("according to: {source}", source=t(SOURCES[kind]).rstrip("…")))
    if asking.resumed:
        parts.append(t("you were here"))
    return " · ".join(parts)


def digit_of(event: QKeyEvent) -> int | None:
    """Return the digit that was typed, on the pad too; nothing with Ctrl or Alt."""
    text = event.text()
    plain = not event.modifiers() & _COMMANDS and not event.isAutoRepeat()
    return int(text) if plain and len(text) == 1 and text in "0123456789" else None


def step_of(event: QKeyEvent, focused: QWidget | None) -> int:
    """Return 1 for the next question, -1 for the one before, 0 for another key."""
    if event.isAutoRepeat() or isinstance(focused, QComboBox):
        return 0
    if event.key() in _ENTER and not event.modifiers() & _COMMANDS:
        return -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
    return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)


_SAID = {
    "F2": N_("Write her words, or a note"),
    "F3": N_("Choose who says it"),
    "F4": N_("Mark the question to come back to"),
    "F5": N_("Next question without answer"),
    "F8": N_("Take a break"),
    "F11": N_("Turn the screen to her"),
    "Ctrl+T": N_("One question, or the whole list"),
}


def interview_commands(
    context: Context, acts: Mapping[str, Callable[[], object]]
) -> tuple[Command, ...]:
    """Return what the keys of an interview do, as the palette says it."""
    t = context.t
    return tuple(
        Command(t(_SAID[key]), act, tuple(t(cap) for cap in key.split("+")))
        for key, act in acts.items()
    )
