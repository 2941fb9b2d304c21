"""What is said once an access was decided: that it is done, and which copies still open."""

from __future__ import annotations

from filet.application.recovery import RecoveryState
from filet.application.workers import Renewed
from filet.domain.copies import KnownCopy
from filet.domain.workers import Worker
from filet.gui.context import Context
from filet.gui.models.accesses import copies_said, drill_said, who_said
from filet.gui.widgets.notice import Message, Tone


def enrolled(context: Context, worker: Worker) -> Message:
    """Say that somebody has access."""
    t = context.t
    title = t("{who} has access.", who=who_said(worker))
    return Message(Tone.OK, title, t("She opens with her initials and her own passphrase."))


def described(context: Context, worker: Worker) -> Message:
    """Say that what is said of somebody is kept."""
    return Message(Tone.OK, context.t("{who}: kept.", who=who_said(worker)))


def changed(context: Context, copies: tuple[KnownCopy, ...]) -> Message:
    """Say that her own passphrase is another one."""
    title = context.t("Your passphrase is changed.")
    return Message(Tone.OK, title, copies_said(context, copies))


def given(context: Context, copies: tuple[KnownCopy, ...]) -> Message:
    """Say that a colleague has another passphrase."""
    return Message(Tone.OK, context.t("She has another passphrase."), copies_said(context, copies))


def withdrawn(context: Context, renewed: Renewed) -> Message:
    """Say that an access is withdrawn, and whether the locks are changed already."""
    t, left = context.t, copies_said(context, renewed.copies)
    if renewed.done:
        return Message(Tone.OK, t("Her access is withdrawn and the locks are changed."), left)
    title = t("Her access is withdrawn. The disk had no room to change the locks yet.")
    return Message(Tone.NOTE, title, f"{_finish(context)}\n{left}")


def remade(context: Context, renewed: Renewed) -> Message:
    """Say that another recovery key opens."""
    t = context.t
    title = t("The former recovery key opens nothing more here.")
    left = t("Copies made before still open with it: keep them under lock until they are replaced.")
    text = (left if renewed.copies else "", "" if renewed.done else _finish(context))
    tone = Tone.OK if renewed.done else Tone.NOTE
    return Message(tone, title, "\n".join(filter(None, text)))


def tried(context: Context, state: RecoveryState) -> Message:
    """Say that the recovery key opens, and when it is due again."""
    return Message(Tone.OK, context.t("The key opens these dossiers."), drill_said(context, state))


def _finish(context: Context) -> str:
    return context.t("Free some space and open again: it will be finished by itself.")
