"""A printer of the walk's own: a scheduler, one queue, and the file where its paper goes."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

NAME = "Bureau"
_SCHEDULER, _ADMIN = "/usr/sbin/cupsd", "/usr/sbin/lpadmin"
_TRIES = 100


class Spool:
    """Keeps what is printed, and what a job says of itself."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="q"))  # the path of a socket must be short
        for name in ("spool/tmp", "cache", "run", "log", "root"):
            (self.folder / name).mkdir(parents=True)
        for path in (self.folder, *self.folder.rglob("*")):
            path.chmod(0o777)
        self.socket = str(self.folder / "run" / "s")
        self._write_settings()
        settings = ["-c", f"{self.folder}/cupsd.conf", "-s", f"{self.folder}/files.conf"]
        self._program = subprocess.Popen([_SCHEDULER, "-f", *settings], stderr=subprocess.DEVNULL)
        self._add_queue()

    def printed(self) -> bytes:
        """Return what was sent to the printer."""
        return b"".join(path.read_bytes() for path in sorted(self.folder.glob("spool/d*")))

    def told(self) -> bytes:
        """Return what every job told the scheduler of itself."""
        return b"".join(path.read_bytes() for path in self.folder.glob("spool/c*"))

    def close(self) -> None:
        """Stop the scheduler; leave nothing."""
        self._program.terminate()
        self._program.wait(20)
        shutil.rmtree(self.folder, ignore_errors=True)

    def stop(self) -> None:
        """Stop the scheduler, which writes then what it kept of jobs."""
        self._program.terminate()
        self._program.wait(20)

    def _write_settings(self) -> None:
        everybody = "  Order allow,deny\n  Allow all\n"
        (self.folder / "cupsd.conf").write_text(
            f"Listen {self.socket}\nBrowsing Off\nWebInterface No\nPreserveJobFiles Yes\n"
            f"<Location />\n{everybody}</Location>\n"
            f"<Policy default>\n<Limit All>\n{everybody}</Limit>\n</Policy>\n",
            encoding="utf-8",
        )
        places = {
            "RequestRoot": "spool",
            "TempDir": "spool/tmp",
            "CacheDir": "cache",
            "StateDir": "run",
            "ServerRoot": "root",
            "ErrorLog": "log/error",
            "AccessLog": "log/access",
            "PageLog": "log/page",
        }
        lines = [f"{name} {self.folder}/{place}" for name, place in places.items()]
        text = "\n".join(("FileDevice Yes", *lines, "User lp", "Group lp", ""))
        (self.folder / "files.conf").write_text(text, encoding="utf-8")

    def _add_queue(self) -> None:
        command = [_ADMIN, "-p", NAME, "-v", f"file:{self.folder}/out", "-E"]
        surroundings = {**os.environ, "CUPS_SERVER": self.socket}
        for _ in range(_TRIES):
            done = subprocess.run(command, env=surroundings, check=False, capture_output=True)
            if done.returncode == 0:
                return
            time.sleep(0.1)  # a program that starts says nothing when it is ready
        raise RuntimeError(done.stderr.decode())
