"""What is missing, in words: an error names a field by its code, and no code is ever shown."""

from __future__ import annotations

from filet.i18n import N_

MISSING = {
    "action": N_("what is to be done"),
    "answer": N_("what she answered"),
    "authorised_by": N_("who allowed it"),
    "authority": N_("on whose behalf"),
    "call": N_("which call"),
    "families": N_("what may leave"),
    "gestures": N_("what she remembers"),
    "incident": N_("what happened"),
    "level": N_("which level"),
    "measure": N_("which item of the plan"),
    "name": N_("a name"),
    "note": N_("the note itself"),
    "number": N_("a number"),
    "numbers": N_("the numbers she remembers"),
    "paper": N_("which paper"),
    "persons": N_("for whom"),
    "phone": N_("a telephone number"),
    "reason": N_("the reason"),
    "recipient": N_("to whom"),
    "result": N_("the result, as it was given"),
    "source": N_("where it comes from"),
    "statement": N_("an answer"),
    "told": N_("exactly what was told"),
    "tool": N_("which tool"),
    "trigger": N_("what changed"),
    "until": N_("until when"),
    "verified_by": N_("who verified it"),
    "why": N_("why"),
    "words": N_("the words themselves"),
}
"""By the code of a field. What is no code here is said already, such as the label of a field."""
