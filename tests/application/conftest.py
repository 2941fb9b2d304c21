"""A desk in an open vault, in memory and on disk: the use cases run on both."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import WORKER, House
from fakes.clock import FixedClock
from fakes.vault import FakeVault

from filet.application.desk import Desk


@pytest.fixture(params=["fake", "sqlcipher"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    if request.param == "fake":
        yield Desk(FakeVault(), FixedClock(), WORKER)
        return
    house = House(tmp_path)
    entered = house.create()
    yield house.desk(entered)
    entered.vault.close()
