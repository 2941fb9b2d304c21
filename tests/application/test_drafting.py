"""Words that are not an entry yet."""

from __future__ import annotations

from uuid import uuid4

import pytest
from fakes.clock import FixedClock
from fakes.vault import FakeVault

from filet.application.calls import Calls, new_call
from filet.application.desk import Desk
from filet.application.drafting import Drafting
from filet.domain.errors import DiskFull
from filet.domain.ids import WorkerId
from filet.domain.kinds import CallNoted


@pytest.fixture
def desk() -> Desk:
    return Desk(FakeVault(), FixedClock(), WorkerId(uuid4()))


def test_what_was_left_unfinished_comes_back(desk: Desk) -> None:
    drafting = Drafting(desk)
    drafting.keep(drafting.key("call"), {"caller": "Noémie", "words": ""})
    assert drafting.read(drafting.key("call")) == {"caller": "Noémie"}


def test_a_form_that_was_emptied_leaves_no_draft(desk: Desk) -> None:
    drafting = Drafting(desk)
    key = drafting.key("call")
    drafting.keep(key, {"caller": "Noémie"})
    drafting.keep(key, {"caller": "  "})
    assert desk.vault.drafts.read(key) is None


def test_a_draft_is_its_worker_s_own(desk: Desk) -> None:
    Drafting(desk).keep(Drafting(desk).key("call"), {"caller": "Noémie"})
    other = Drafting(Desk(desk.vault, desk.clock, WorkerId(uuid4())))
    assert other.read(other.key("call")) == {}


def test_a_draft_that_cannot_be_read_is_no_draft(desk: Desk) -> None:
    drafting = Drafting(desk)
    desk.vault.drafts.save(drafting.key("call"), b"\xff{", 1)
    assert drafting.read(drafting.key("call")) == {}


def test_a_draft_goes_with_its_entry_or_stays_without_it(desk: Desk) -> None:
    drafting, calls = Drafting(desk), Calls(desk)
    key = drafting.key("call")
    drafting.keep(key, {"caller": "Noémie"})
    assert isinstance(desk.vault, FakeVault)
    desk.vault.fail_next = DiskFull()
    with pytest.raises(DiskFull):
        calls.note(CallNoted(new_call(), caller="Noémie"), draft=key)
    assert drafting.read(key) == {"caller": "Noémie"}
    calls.note(CallNoted(new_call(), caller="Noémie"), draft=key)
    assert drafting.read(key) == {}
