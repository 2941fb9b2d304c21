"""The command line: ``filet``, and nothing heavier than that is imported here."""

from __future__ import annotations

import sys

from filet.cli import run


def main() -> int:
    """Run what the command line asks for and return its exit status."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
