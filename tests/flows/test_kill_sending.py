"""A file that leaves is killed at each step: never a file that can be read without its entry."""

from __future__ import annotations

import subprocess
import sys

import pikepdf
import pytest
from builders import CASE, House, sql
from children import start
from sending_child import CONSENT, referring_of

from filet.application.desk import Write
from filet.application.unlocking import Entered
from filet.domain.ids import HOUSE
from filet.domain.kinds import (
    Answer,
    ConsentAnswered,
    DisclosureMade,
    Family,
    Recipient,
    SafeContactSet,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that kills")

STEPS = {
    "part": (False, False),
    "name": (False, False),
    "part again": (False, False),
    "entry": (False, False),
    "phrase": (True, False),
    "said": (True, True),
}
"""By step at which the power goes: whether the file is there afterwards, and its phrase known."""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    made = House(tmp_path_factory.mktemp("sending"))
    entered = made.create()
    desk = made.desk(entered)
    agreed = ConsentAnswered(
        CONSENT, Recipient("Police d'essai"), "la rappeler", Answer.ACCEPTED, (Family.REACH,),
        until=made.clock.today(),
    )  # fmt: skip
    desk.record(CASE, Write(SafeContactSet("819 555-0117")), Write(agreed))
    entered.vault.close()
    (made.root / "out").mkdir()
    return made


def said_by(child: subprocess.Popen[str]) -> str:
    """Let it begin, and return what it said of its phrase before it died."""
    said, _ = child.communicate("go\n")
    assert child.returncode < 0
    return said.removeprefix("open\n").strip()


def registered(entered: Entered) -> set[str]:
    """Return the digests of the files that the register knows."""
    found = entered.vault.journal.of_kinds(("disclosure_made/1",), HOUSE)
    return {one.content.file_digest for one in found if isinstance(one.content, DisclosureMade)}


@pytest.mark.parametrize("step", STEPS)
def test_the_power_goes_while_a_file_leaves(house: House, step: str) -> None:
    is_there, is_known = STEPS[step]
    before = len(registered_now(house))
    phrase = said_by(start("send", house.root, step, f"{step}.pdf", among="sending_child"))
    entered = house.unlock()
    try:
        out = house.root / "out"
        path = out / f"{step}.pdf"
        assert path.exists() is is_there
        assert not [one for one in out.iterdir() if one.suffix == ".part"]
        assert len(registered(entered)) == before + is_there
        assert sql(entered).connection.execute("SELECT count(*) FROM outbox").fetchone() == (0,)
        assert bool(phrase) is is_known
        asked = referring_of(house.desk(entered)).unread_phrases()
        assert bool(asked) is is_there
        for one in asked:
            referring_of(house.desk(entered)).void(one.case, one.paper)
        if is_known:
            with pikepdf.open(path, password=phrase) as pdf:
                assert len(pdf.pages) == 1
        if is_there:
            with pytest.raises(pikepdf.PasswordError):
                pikepdf.open(path)
    finally:
        entered.vault.close()


def registered_now(house: House) -> set[str]:
    entered = house.unlock()
    try:
        return registered(entered)
    finally:
        entered.vault.close()
