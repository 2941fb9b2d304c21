from pathlib import Path

import pytest

from filet.adapters.documents import ReportlabPrinter


@pytest.fixture(scope="session")
def printer(repository: Path) -> ReportlabPrinter:
    return ReportlabPrinter(repository / "resources" / "fonts")
