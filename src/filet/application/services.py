"""Everything a worker can do in an open vault, in one hand."""

from __future__ import annotations

from dataclasses import dataclass

from filet.application.access import Accesses
from filet.application.appraising import Appraising
from filet.application.attention import Attention
from filet.application.backing_up import BackingUp
from filet.application.calls import Calls
from filet.application.cases import Cases
from filet.application.control import Control
from filet.application.destroying import Destroying
from filet.application.drafting import Drafting
from filet.application.erasing import Erasing
from filet.application.exporting import Exporting
from filet.application.home import Home
from filet.application.interviewing import Interviewing
from filet.application.numbers import Numbers
from filet.application.outside import OutsideResults
from filet.application.over_time import OverTime
from filet.application.packs import HousePacks
from filet.application.pending import Pending
from filet.application.planning import Planning
from filet.application.printing import Printing
from filet.application.quick import QuickUnlock
from filet.application.recovery import Recovery
from filet.application.referring import Referring
from filet.application.register import Register
from filet.application.retaining import Retaining
from filet.application.reviewing import Reviewing
from filet.application.screening import Screening
from filet.application.seconding import Seconding
from filet.application.undoing import Undoing
from filet.application.versions import Versions
from filet.application.workers import Workers


@dataclass(frozen=True, slots=True)
class Services:
    """The use cases of one worker at one desk."""

    cases: Cases
    calls: Calls
    screening: Screening
    appraising: Appraising
    seconding: Seconding
    reviewing: Reviewing
    over_time: OverTime
    planning: Planning
    printing: Printing
    versions: Versions
    erasing: Erasing
    undoing: Undoing
    home: Home
    drafting: Drafting
    pending: Pending
    attention: Attention
    numbers: Numbers
    packs: HousePacks
    outside: OutsideResults
    control: Control
    interviewing: Interviewing
    accesses: Accesses
    workers: Workers
    recovery: Recovery
    quick: QuickUnlock
    backing_up: BackingUp
    destroying: Destroying
    retaining: Retaining
    exporting: Exporting
    referring: Referring
    register: Register
