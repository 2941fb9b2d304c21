"""How those who may enter are said: their work here, until when, since when unseen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from filet.application.recovery import RecoveryState
from filet.application.workers import Access
from filet.domain.copies import KnownCopy
from filet.domain.ids import WorkerId
from filet.domain.kinds import Duty
from filet.domain.roles import may_manage
from filet.domain.workers import Worker
from filet.gui.context import Context
from filet.gui.sayings import day_text, moment_text
from filet.i18n import N_

DUTIES: dict[Duty, str] = {
    Duty.WORKER: N_("Worker"),
    Duty.COORDINATION: N_("Coordination"),
    Duty.DIRECTION: N_("Direction"),
    Duty.TRAINEE: N_("Trainee, reads only"),
}


@dataclass(frozen=True, slots=True)
class AccessSaid:
    """One line of the list of accesses."""

    worker: WorkerId
    who: str
    work: str
    may: str
    opened: str
    ended: bool
    withdrawn: bool
    wanting: bool
    """Whether something is to be set right: no passphrase of hers opens."""


def who_said(worker: Worker) -> str:
    """Return « Maude R. (MR) », or initials alone."""
    return f"{worker.name} ({worker.initials})" if worker.name else worker.initials


def said(context: Context, access: Access, own: Worker | None, copies: int = 0) -> AccessSaid:
    """Say one line; of who was withdrawn, how many copies still open with her passphrase.

    Who looks at the list has it open now.
    """
    worker, today = access.worker, context.clock.today()
    ended = worker.has_ended(today)
    here = own is not None and own.id == worker.id
    return AccessSaid(
        worker.id,
        who_said(worker),
        _work(context, worker),
        _may(context, access, copies),
        context.t("here now") if here else _opened(context, access),
        ended,
        worker.withdrawn,
        not access.keyed and not ended,
    )


def _work(context: Context, worker: Worker) -> str:
    duty = context.t(DUTIES[worker.duty])
    member = context.t("member of a professional order") if worker.order_member else ""
    return ", ".join(filter(None, (duty, member)))


def _may(context: Context, access: Access, copies: int) -> str:
    """Say whether she may enter, from when and until when."""
    t, worker, today = context.t, access.worker, context.clock.today()
    if worker.withdrawn:
        left = context.tn(
            "{count} copy still opens with her passphrase",
            "{count} copies still open with her passphrase",
            copies,
        )
        return f"{t('access withdrawn')}; {left}" if copies else t("access withdrawn")
    if worker.until is not None and worker.until < today:
        return t("ended on {day}", day=day_text(context, worker.until))
    if not access.keyed:
        return t("no passphrase: give her another one")
    told = []
    if worker.since is not None:
        begun, day = worker.since <= today, day_text(context, worker.since)
        told.append(t("since {day}", day=day) if begun else t("from {day}", day=day))
    if worker.until is not None:
        told.append(t("until {day}", day=day_text(context, worker.until)))
    return ", ".join(told) or t("has access")


def _opened(context: Context, access: Access) -> str:
    if access.opened is None:
        return context.t("never opened yet")
    moment = moment_text(context, access.opened.local())
    return context.t("opened: {moment}", moment=moment)


def copies_said(context: Context, copies: Sequence[KnownCopy]) -> str:
    """Say which copies a passphrase of before still opens; it can only be helped by their going."""
    t = context.t
    if not copies:
        return t("No copy that Filet knows opens with the former passphrase.")
    named = "\n".join(f"– {moment_text(context, one.at)}, {one.made.place}" for one in copies)
    head = context.tn(
        "{count} copy still opens with the former passphrase. Keep it under lock until it is"
        " replaced:",
        "{count} copies still open with the former passphrase. Keep them under lock until they"
        " are replaced:",
        len(copies),
    )
    return f"{head}\n{named}"


def drill_said(context: Context, state: RecoveryState) -> str:
    """Say when the recovery key was last tried, and by when it is to be tried again."""
    t = context.t
    if state.tried is None:
        done = t("It was made on {day} and never tried since.", day=day_text(context, state.made))
    else:
        done = t("Last drill: {day}.", day=day_text(context, state.tried))
    due, late = day_text(context, state.due), state.is_late(context.clock.today())
    was, comes = (
        t("The yearly drill was due on {day}.", day=due),
        t("Next drill: before {day}.", day=due),
    )
    return f"{done} {was if late else comes}"


def who_helps(context: Context, accesses: Sequence[Access]) -> str:
    """Say in words who can give another passphrase: those who manage and work here today."""
    today = context.clock.today()
    able = [
        who_said(one.worker)
        for one in accesses
        if may_manage(one.worker.duty) and one.worker.is_active(today)
    ]
    return context.t(
        "Nobody can find a forgotten passphrase again. These colleagues can let her choose"
        " another one: {names}.",
        names=", ".join(able),
    )
