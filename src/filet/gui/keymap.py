"""Every key that works, as the help lists it; a test presses what it promises."""

from __future__ import annotations

from typing import NamedTuple

from filet.i18n import N_


class Keys(NamedTuple):
    """Keys pressed together or one after the other, and what they do."""

    caps: tuple[str, ...]
    """What stands on them, to be translated."""
    does: str


class KeyGroup(NamedTuple):
    """The keys of one kind of page."""

    title: str
    rows: tuple[Keys, ...]


CTRL, ALT, SHIFT, ENTER, ESC = N_("Ctrl"), N_("Alt"), N_("Shift"), N_("Enter"), N_("Esc")
SPACE, TAB = N_("Space"), N_("Tab")

KEYMAP: tuple[KeyGroup, ...] = (
    KeyGroup(
        N_("Everywhere"),
        (
            Keys((ESC, ESC), N_("Hide the screen. Enter brings the page back.")),
            Keys((CTRL, "L"), N_("Lock. Everything is saved; the same page comes back.")),
            Keys(("F9",), N_("Urgent numbers, before opening too.")),
            Keys(("F1",), N_("Help for this page; again to come back.")),
            Keys((CTRL, "K"), N_("Go to… a page, a dossier, an action: type a few letters.")),
            Keys((CTRL, "J"), N_("Note a call.")),
            Keys((CTRL, "1"), N_("The dossiers.")),
            Keys((CTRL, "4"), N_("The register.")),
            Keys((CTRL, "5"), N_("The settings.")),
            Keys((CTRL, "M"), N_("Numbers in the place of names, or names again.")),
            Keys((CTRL, "B"), N_("Fold the rail, or unfold it.")),
            Keys(("F6",), N_("Next part of the window: rail, bar, page.")),
            Keys((SHIFT, "F6"), N_("The part before.")),
            Keys((TAB,), N_("Next control; arrows move inside groups and lists.")),
            Keys((CTRL, "+"), N_("Larger text.")),
            Keys((CTRL, "-"), N_("Smaller text.")),
            Keys((CTRL, "0"), N_("Normal text.")),
        ),
    ),
    KeyGroup(
        N_("The list of dossiers"),
        (
            Keys(
                (CTRL, "N"), N_("New dossier; in the journal, a note; in the settings, a number.")
            ),
            Keys((CTRL, "F"), N_("Search; or type while the list has the keyboard.")),
            Keys((ENTER,), N_("Open the dossier.")),
        ),
    ),
    KeyGroup(
        N_("A dossier"),
        (
            Keys((ALT, "1"), N_("Situation.")),
            Keys((ALT, "3"), N_("Risk appraisal.")),
            Keys((ALT, "4"), N_("Protection plan.")),
            Keys((ALT, "6"), N_("Sharing.")),
            Keys((ALT, "7"), N_("Journal.")),
            Keys((ALT, "←"), N_("Back to the list.")),
        ),
    ),
    KeyGroup(
        N_("An interview"),
        (
            Keys(
                ("1", "2", "3", "4"),
                N_("Answer, or choose a level; can be turned off in the settings."),
            ),
            Keys((ENTER,), N_("Next question.")),
            Keys((SHIFT, ENTER), N_("The question before.")),
            Keys(("F2",), N_("Her words, then a note.")),
            Keys(("F3",), N_("Who says it.")),
            Keys(("F4",), N_("To come back to.")),
            Keys(("F5",), N_("Next question without answer.")),
            Keys(("F8",), N_("Take a break.")),
            Keys(("F11",), N_("Turn the screen to her, and back by a blank page.")),
            Keys((CTRL, "T"), N_("One question, or the whole list.")),
        ),
    ),
    KeyGroup(
        N_("The plan"),
        (
            Keys((CTRL, "I"), N_("Go to the ideas.")),
            Keys((CTRL, "P"), N_("Go to the printing; nothing is printed by a key.")),
            Keys(("F2",), N_("Rewrite an item; with a level, say why.")),
            Keys((N_("Delete"),), N_("Take an item out of the plan; it can be undone.")),
            Keys((ALT, "↑"), N_("Move an item up.")),
            Keys((ALT, "↓"), N_("Move an item down.")),
        ),
    ),
    KeyGroup(
        N_("Where one writes"),
        (
            Keys((CTRL, ENTER), N_("Go to the main action of the page.")),
            Keys((CTRL, "Z"), N_("Undo.")),
            Keys((CTRL, "Y"), N_("Redo.")),
            Keys(("F4",), N_("In a field for a day: open the calendar.")),
            Keys((ESC,), N_("Close what is on top, or leave the field. Never destroys.")),
        ),
    ),
)
