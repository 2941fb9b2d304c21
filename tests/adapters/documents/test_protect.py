import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from sheets import letter, read, saved, told

from filet.adapters.documents import PdfProtector, ReportlabPrinter, protect, six_word_phrase
from filet.adapters.documents.protect import words_of
from filet.domain.errors import LibraryMissing

PHRASE = "aile balai cube dune film gris"  # pdftotext reads 32 characters at most


@pytest.fixture(scope="module")
def closed(printer: ReportlabPrinter) -> bytes:
    return protect(printer.print(letter()).data, PHRASE)


def test_a_file_is_closed_with_aes_256_of_revision_six(closed: bytes, tmp_path: Path) -> None:
    said = told("qpdf", "--show-encryption", f"--password={PHRASE}", saved(tmp_path, closed))
    assert "R = 6" in said
    assert said.count("AESv3") == 3
    assert "extract for accessibility: allowed" in said


@pytest.mark.parametrize("phrase", ["", PHRASE[:-1], PHRASE.upper(), PHRASE + " "])
def test_another_phrase_does_not_open_it(phrase: str, closed: bytes, tmp_path: Path) -> None:
    path = saved(tmp_path, closed)
    command = ["qpdf", "--check", f"--password={phrase}", str(path)]
    assert subprocess.run(command, capture_output=True, check=False).returncode
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(closed), password=phrase)
    with pytest.raises(pdfium.PdfiumError):
        pdfium.PdfDocument(closed, password=phrase)


def test_the_phrase_opens_it_elsewhere_with_its_structure(closed: bytes, tmp_path: Path) -> None:
    path = saved(tmp_path, closed)
    assert "scénario de protection" in read(path, "-upw", PHRASE)
    assert "Tagged:          yes" in told("pdfinfo", "-upw", PHRASE, path)
    with pdfium.PdfDocument(closed, password=PHRASE) as document:
        assert len(document) > 0


def test_no_word_and_no_title_stands_in_the_open(closed: bytes) -> None:
    assert not [word for word in (b"Aide", b"rdf:", b"Lisible", b"pikepdf") if word in closed]


def test_a_file_is_never_closed_with_nothing(printer: ReportlabPrinter) -> None:
    with pytest.raises(ValueError, match="no phrase"):
        protect(printer.print(letter()).data, "")


# The phrase --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def words(repository: Path) -> Path:
    return repository / "resources" / "phrases" / "fr.txt"


def test_the_list_is_long_plain_and_cannot_be_misheard_by_its_first_letters(words: Path) -> None:
    known = words_of(words)
    assert len(known) >= 2048
    assert list(known) == sorted(set(known))
    assert len({word[:4] for word in known}) == len(known)
    assert all(word.isascii() and word.isalpha() and word.islower() for word in known)
    assert all(4 <= len(word) <= 8 for word in known)


def test_a_phrase_is_six_words_of_the_list(words: Path) -> None:
    protector, known = PdfProtector(words), set(words_of(words))
    phrases = {protector.phrase() for _ in range(50)}
    assert len(phrases) == 50
    assert all(len(phrase.split(" ")) == 6 and set(phrase.split()) <= known for phrase in phrases)


def test_each_word_is_chosen_for_itself() -> None:
    drawn = iter([2, 0, 0, 1, 2, 2])
    assert six_word_phrase(["un", "deux", "trois"], lambda words: words[next(drawn)]) == (
        "trois un un deux trois trois"
    )


def test_a_missing_list_is_named(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing) as missing:
        PdfProtector(tmp_path / "fr.txt").phrase()
    assert missing.value.fields == {"name": "fr.txt"}


@pytest.mark.parametrize("kept", [b"", b"un deux trois", b"\xff"])
def test_a_list_that_lost_words_gives_no_phrase(kept: bytes, tmp_path: Path) -> None:
    (tmp_path / "fr.txt").write_bytes(kept)
    with pytest.raises(LibraryMissing):
        PdfProtector(tmp_path / "fr.txt").phrase()


def test_a_protector_closes_a_file_with_its_own_phrase(
    words: Path, printer: ReportlabPrinter
) -> None:
    protector = PdfProtector(words)
    phrase = protector.phrase()
    data = protector.protect(printer.print(letter()).data, phrase)
    with pikepdf.open(BytesIO(data), password=phrase) as pdf:
        assert pdf.is_encrypted
