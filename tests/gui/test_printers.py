"""Sheets through real printers: a file of Qt, and a queue of CUPS where there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from sheets import letter

from filet.adapters.documents import Preview, ReportlabPrinter
from filet.application.printing import Sheet
from filet.domain.blocks import Paper, Point, Title
from filet.domain.errors import PrinterFailed, PrintsToFile
from filet.gui.printers import QtPress, looks_like_file, named

NAME = "Mirabelle"
PAPER = Paper("takes", "fr", (Title("Aide-mémoire"), Point(f"{NAME} Exemple-Roy")))


@pytest.fixture(scope="module")
def sheet(repository: Path) -> Sheet:
    return ReportlabPrinter(repository / "resources" / "fonts").print(PAPER)


def to_file(path: Path) -> Callable[[str], QPrinter]:
    def opened(_: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return printer

    return opened


def dark(data: bytes, page: int) -> float:
    """Return how much of a page is ink."""
    picture = Preview().render(data, page, 2.0)
    pixels = picture.data[::4]
    return sum(255 - value for value in pixels) / (255 * len(pixels))


def test_every_page_of_the_bytes_is_printed_as_it_was_shown(
    qapp: QApplication, repository: Path, tmp_path: Path
) -> None:
    sheet = ReportlabPrinter(repository / "resources" / "fonts").print(letter())
    path = tmp_path / "out.pdf"
    QtPress(Preview(), to_file(path)).print(sheet, "Bureau")
    data = path.read_bytes()
    assert sheet.pages > 1
    with pdfium.PdfDocument(data) as document:
        assert len(document) == sheet.pages
        assert [round(side) for side in document[0].get_size()] == [612, 792]
    for page in range(sheet.pages):
        assert dark(data, page) == pytest.approx(dark(sheet.data, page), rel=0.05)


def test_a_printed_file_tells_no_name(qapp: QApplication, sheet: Sheet, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    QtPress(Preview(), to_file(path)).print(sheet, "Bureau")
    with pdfium.PdfDocument(path) as document:
        told = document.get_metadata_dict()
        assert document[0].get_textpage().get_text_range() == ""
    assert told["Title"] == "Aide-mémoire"
    assert not any(word in str(told) for word in (NAME, "Filet", "filet"))
    assert NAME.encode() not in path.read_bytes()


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false")
def test_a_printer_that_cannot_begin_is_told(
    qapp: QApplication, sheet: Sheet, tmp_path: Path
) -> None:
    press = QtPress(Preview(), to_file(tmp_path / "nowhere" / "out.pdf"))
    with pytest.raises(PrinterFailed) as failed:
        press.print(sheet, "Bureau")
    assert failed.value.fields == {"name": "Bureau"}


def test_a_printer_that_is_not_there_is_told(qapp: QApplication, sheet: Sheet) -> None:
    with pytest.raises(PrinterFailed):
        QtPress(Preview()).print(sheet, "celle d'hier")


class Jammed(QPrinter):
    """A printer that loses its paper after a page."""

    def newPage(self) -> bool:  # noqa: N802 - Qt's name
        return False


def test_a_printer_that_is_gone_in_the_middle_is_told(
    qapp: QApplication, repository: Path, tmp_path: Path
) -> None:
    def opened(_: str) -> QPrinter:
        printer = Jammed(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFileName(str(tmp_path / "out.pdf"))
        return printer

    sheet = ReportlabPrinter(repository / "resources" / "fonts").print(letter())
    with pytest.raises(PrinterFailed):
        QtPress(Preview(), opened).print(sheet, "Bureau")


@pytest.mark.parametrize(
    "name",
    ["Microsoft Print to PDF", "Microsoft XPS Document Writer", "Fax", "OneNote (Desktop)", "PDF",
     "Adobe_PDF", "Imprimer dans un fichier"],
)  # fmt: skip
def test_what_writes_a_file_is_no_printer(name: str, sheet: Sheet) -> None:
    assert looks_like_file(name)
    with pytest.raises(PrintsToFile):
        QtPress(Preview()).print(sheet, name)


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("Brother HL-L2350DW", "Brother HL-L2350DW"),
        ("Ricoh", "Ricoh MP C3003 PDF"),
        ("Profile", ""),
    ],
)
def test_a_printer_that_reads_pdf_is_a_printer(name: str, model: str) -> None:
    assert not looks_like_file(name, model)


def test_a_queue_known_to_write_files_is_recognised_by_its_model() -> None:
    assert looks_like_file("Bureau", "Generic CUPS-PDF Printer")


def test_choosing_a_place_leaves_no_trace_of_it(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    QSettings.setPath(
        QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "config")
    )
    folder = tmp_path / NAME
    folder.mkdir()
    parent = QWidget()
    qtbot.addWidget(parent)

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.selectFile(str(folder / "liste"))
        dialog.accept()

    from PySide6.QtCore import QTimer  # noqa: PLC0415 - this test alone waits for a dialog

    QTimer.singleShot(0, choose)
    path = QtPress(Preview()).ask_path(parent, "PDF protégé", "aide-memoire.pdf")
    assert path == folder / "liste.pdf"
    kept = [file.read_text("utf-8") for file in (tmp_path / "config").rglob("*") if file.is_file()]
    assert not [text for text in kept if NAME in text]


@pytest.mark.parametrize(
    ("chosen", "proposed", "name"),
    [
        ("liste", "tout.zip.age", "liste.zip.age"),
        ("tout.zip.age", "tout.zip.age", "tout.zip.age"),
        ("liste.age", "tout.zip.age", "liste.zip.age"),
        ("liste", "tout.zip", "liste.zip"),
        ("liste.txt", "feuille.pdf", "liste.pdf"),
        ("liste.pdf", "feuille.pdf", "liste.pdf"),
    ],
)
def test_a_file_keeps_the_ending_that_says_how_it_opens(
    chosen: str, proposed: str, name: str
) -> None:
    assert named(Path("dossier", chosen), proposed) == Path("dossier", name)


# A real queue -----------------------------------------------------------------------------

PROGRAMS = "/usr/sbin:/usr/bin:/bin"
SCHEDULER, ADMIN = (shutil.which(name, path=PROGRAMS) for name in ("cupsd", "lpadmin"))
CAN_SPOOL = sys.platform == "linux" and bool(SCHEDULER and ADMIN) and os.geteuid() == 0
NO_SPOOL = "needs root and Debian's cups-daemon and cups-client: apt-get install cups"


class Spool:
    """A scheduler of our own: its socket, its queue, and what it keeps of jobs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("spool/tmp", "cache", "run", "log", "root"):
            (folder / name).mkdir(parents=True)
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o777)
        everybody = "  Order allow,deny\n  Allow all\n"
        (folder / "cupsd.conf").write_text(
            f"Listen {folder}/run/s\nBrowsing Off\nWebInterface No\nPreserveJobFiles Yes\n"
            f"<Location />\n{everybody}</Location>\n"
            f"<Policy default>\n<Limit All>\n{everybody}</Limit>\n</Policy>\n",
            encoding="utf-8",
        )
        (folder / "files.conf").write_text(
            f"FileDevice Yes\nRequestRoot {folder}/spool\nTempDir {folder}/spool/tmp\n"
            f"CacheDir {folder}/cache\nStateDir {folder}/run\nServerRoot {folder}/root\n"
            f"ErrorLog {folder}/log/error\nAccessLog {folder}/log/access\n"
            f"PageLog {folder}/log/page\nUser lp\nGroup lp\n",
            encoding="utf-8",
        )
        config = ["-c", str(folder / "cupsd.conf"), "-s", str(folder / "files.conf")]
        self.process = subprocess.Popen([str(SCHEDULER), "-f", *config], stderr=subprocess.DEVNULL)
        self.environment = {**os.environ, "CUPS_SERVER": str(folder / "run/s")}

    def add_queue(self, name: str) -> None:
        """Add a queue, once the scheduler listens."""
        command = [str(ADMIN), "-p", name, "-v", f"file:{self.folder}/out", "-E"]
        for _ in range(100):
            done = subprocess.run(
                command, env=self.environment, check=False, capture_output=True, timeout=20
            )
            if done.returncode == 0:
                return
            time.sleep(0.1)  # a program that starts says nothing when it is ready
        raise AssertionError(done.stderr)

    def do(self, program: str, *arguments: str) -> None:
        """Change the queue with one of the programs of CUPS."""
        command = [str(shutil.which(program, path=PROGRAMS)), *arguments]
        subprocess.run(command, env=self.environment, check=True, timeout=20)

    def print(self, repository: Path, device: str) -> list[str]:
        """Print in a program of its own; return what it says."""
        command = [sys.executable, "-m", "gui.printing_child", str(repository / "resources")]
        done = subprocess.run(
            [*command, device],
            env={**self.environment, "PYTHONPATH": str(repository / "tests")},
            check=True,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            timeout=60,
        )
        return done.stdout.split("\n")

    def stop(self) -> None:
        """Stop the scheduler, which writes then what it kept of jobs."""
        self.process.terminate()
        self.process.wait(20)

    def kept(self) -> list[bytes]:
        """Return every file that the scheduler keeps."""
        return [path.read_bytes() for path in self.folder.rglob("*") if path.is_file()]


@pytest.fixture
def spool() -> Iterator[Spool]:
    folder = Path(tempfile.mkdtemp(prefix="q"))  # the path of a socket must be short
    made = Spool(folder)
    made.add_queue("Bureau")
    yield made
    made.stop()
    shutil.rmtree(folder)


@pytest.mark.skipif(not CAN_SPOOL, reason=NO_SPOOL)
def test_a_real_job_says_aide_memoire_and_no_name(spool: Spool, repository: Path) -> None:
    devices, outcome, *_ = spool.print(repository, "Bureau")
    assert (devices, outcome) == ("Bureau", "printed")
    spool.stop()
    control = b"".join(path.read_bytes() for path in spool.folder.glob("spool/c*"))
    assert "Aide-mémoire".encode() in control
    kept = spool.kept()
    assert not [data for data in kept if NAME.encode() in data]
    assert not [data for data in kept if b"Filet" in data]
    assert not list((spool.folder / "spool/tmp").iterdir())


@pytest.mark.skipif(not CAN_SPOOL, reason=NO_SPOOL)
def test_a_queue_that_was_taken_away_is_told(spool: Spool, repository: Path) -> None:
    spool.do("lpadmin", "-x", "Bureau")
    assert spool.print(repository, "Bureau")[1] == "printer_failed"


@pytest.mark.skipif(not CAN_SPOOL, reason=NO_SPOOL)
def test_a_queue_that_is_stopped_gets_no_sheet_to_print_when_nobody_is_there(
    spool: Spool, repository: Path
) -> None:
    spool.do("cupsdisable", "Bureau")
    assert spool.print(repository, "Bureau")[1] == "printer_failed"
    spool.stop()
    assert not list(spool.folder.glob("spool/d*"))
