"""A file that left opens with its phrase in other people's programs, and with nothing else."""

from __future__ import annotations

import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from indoors import RESOURCES, Indoors
from tools import shipped

from filet.adapters.documents import PdfProtector, ReportlabPrinter
from filet.application.referring import Parcel, Referring, new_consent
from filet.domain.kinds import Answer, ConsentAnswered, Family, Recipient

SHORT = "aile balai cube dune film gris"
"""pdftotext reads 32 characters of a phrase at most."""


class ShortPhrase(PdfProtector):
    """Six short words, always the same."""

    def phrase(self) -> str:
        return SHORT


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    house = Indoors()
    case = house.case("Mirabelle", "Exemple-Roy")
    protector = ShortPhrase(RESOURCES / "phrases" / "fr.txt")
    printer = ReportlabPrinter(RESOURCES / "fonts")
    referring = Referring(house.desk, shipped(), printer, protector)
    agreed = ConsentAnswered(
        new_consent(), Recipient("Police d'essai"), "la rappeler", Answer.ACCEPTED,
        (Family.HER,), until=house.clock.today() + timedelta(days=3),
    )  # fmt: skip
    referring.answer(case, agreed)
    (one, *_) = referring.offer(case, agreed.consent, "fr").items
    path = tmp_path_factory.mktemp("key") / "communication.pdf"
    referring.send(case, Parcel(agreed.consent, frozenset({one.key}), "fr"), path)
    return path


@pytest.mark.parametrize(
    "command",
    [
        ("qpdf", "--check", "--password={phrase}", "{path}"),
        ("pdftotext", "-upw", "{phrase}", "{path}", "-"),
    ],
    ids=["qpdf", "poppler"],
)
def test_other_programs_open_it_with_its_phrase_alone(sent: Path, command: tuple[str, ...]) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not on this computer")
    for phrase, opens in ((SHORT, True), ("", False), (SHORT[:-1], False)):
        filled = [part.format(phrase=phrase, path=sent) for part in command]
        done = subprocess.run(filled, capture_output=True, check=False)
        assert (done.returncode == 0) is opens


def test_pdfium_opens_it_with_its_phrase_alone(sent: Path) -> None:
    with pdfium.PdfDocument(sent, password=SHORT) as document:
        assert "Mirabelle Exemple-Roy" in document[0].get_textpage().get_text_range()
    with pytest.raises(pdfium.PdfiumError):
        pdfium.PdfDocument(sent)


def test_nothing_of_her_stands_in_the_open(sent: Path) -> None:
    data = sent.read_bytes()
    assert not [word for word in (b"Mirabelle", b"Police", b"Communication") if word in data]
