"""The certificate of a destruction: a number, days, initials. It names no woman."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from filet.application.destroying import Certificate
from filet.domain.blocks import Block, Heading, Lead, Notice, Numbers, Paper, Point, Title
from filet.domain.ids import Ref, WorkerId
from filet.gui.context import Context
from filet.gui.models.keeping_texts import day, state_said


def destruction_paper(
    context: Context,
    certificate: Certificate,
    initials: Mapping[WorkerId, str],
    *,
    exercise: bool,
) -> Paper:
    """Return the sheet, as it is true today: the copies that remain are those of today.

    The word « détruit » stands on it only once none remains.
    """
    t = context.t
    blocks: tuple[Block, ...] = (
        Title(t("Certificate of destruction")),
        Lead(t("Made on {day}", day=day(context, context.clock.today()))),
        Numbers(_rows(context, certificate, initials)),
        Notice(t("Today:"), state_said(context, certificate)),
        *_copies(context, certificate),
        Heading(t("What is no longer in the dossiers")),
        Point(t("Everything that was written in the dossier, its drafts and its search words.")),
        Point(t("The calls that had been joined to it.")),
        Heading(t("What remains")),
        Point(t("This line of the register, without content, and both signatures.")),
        Point(t("What was told to partners, in the register of communications.")),
        Point(t("The sheets of paper that were printed, wherever they are.")),
    )
    return Paper(
        "certificate",
        context.language,
        blocks,
        footer=t("This sheet names nobody but those who decided, by their initials."),
        watermark=t("EXERCISE") if exercise else "",
        banner=t("EXERCISE. Nothing is real here.") if exercise else "",
        document_title=t("Certificate"),
    )


def _rows(
    context: Context, certificate: Certificate, initials: Mapping[WorkerId, str]
) -> tuple[tuple[str, str], ...]:
    t, gone, entry = context.t, certificate.gone, certificate.entry
    second = initials.get(gone.second, "") if gone.second else ""
    first = initials.get(entry.by, "") if entry.by else ""
    return (
        (t("Dossier"), gone.number),
        (t("Carried out on"), day(context, destroyed_on(certificate))),
        (t("Asked for by"), second or first),
        (t("Agreed to by"), first if second else ""),
        (t("Reason"), t("its time was over")),
        (t("Entries"), str(gone.entries)),
        (t("Place in the journal"), _place(entry.ref)),
    )


def _place(ref: Ref) -> str:
    """Return the beginning of a chain, and the number in it."""
    chain = ref.chain.hex().upper()
    return f"{chain[:4]} {chain[4:8]} · {ref.seq}"


def destroyed_on(certificate: Certificate) -> date:
    """Return the day of a destruction."""
    moment = certificate.entry.moment
    return moment.local().date() if moment else date.min


def _copies(context: Context, certificate: Certificate) -> tuple[Block, ...]:
    if certificate.destroyed:
        return ()
    return (
        Heading(context.t("Copies that still hold it")),
        *(Point(name) for name in certificate.copies),
    )
