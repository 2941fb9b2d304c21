"""Packs that a house brings along: how the vault holds one, and what it is called there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from filet.domain.flaws import Fault
from filet.domain.instruments import Instrument
from filet.domain.kinds import CutoffSet, PackImported, PackPartKept
from filet.domain.rules import Reaches

Files = Mapping[str, str]
"""The texts of a pack by the names of its files."""

_PIECE = 15_000
"""Characters: however they are encoded, an entry holds them (at most four bytes each)."""
_MARK = 8


HOUSE_CUTOFF = "house"
"""The name of the threshold of a house among those of an instrument."""


def with_cutoff(tool: Instrument, cutoff: CutoffSet | None) -> Instrument:
    """Return an instrument that tells the threshold of the house beside its own."""
    number = tool.outcome.score or tool.outcome.count
    if cutoff is None or cutoff.removed or number is None:
        return tool
    rule = Reaches(HOUSE_CUTOFF, number, cutoff.at_least, cutoff.source)
    outcome = replace(tool.outcome, cutoffs=(*tool.outcome.cutoffs, HOUSE_CUTOFF))
    return replace(tool, rules=(*tool.rules, rule), outcome=outcome)


def digest_of(files: Files) -> str:
    """Return what tells one content from another: over every name and text, in order."""
    whole = sha256()
    for name in sorted(files):
        for part in (name.encode(), files[name].encode()):
            whole.update(len(part).to_bytes(8, "big") + part)
    return whole.hexdigest()


def pieces(files: Files) -> Iterator[PackPartKept]:
    """Cut the files of a pack into what one entry holds each."""
    digest = digest_of(files)
    for name in sorted(files):
        text = files[name]
        for number, start in enumerate(range(0, max(1, len(text)), _PIECE)):
            yield PackPartKept(digest, name, number, text[start : start + _PIECE])


def joined(parts: Iterable[PackPartKept], digest: str) -> Files:
    """Return the files of a pack; empty when they are not the ones that were kept."""
    own = {(one.file, one.number): one.text for one in parts if one.digest == digest}
    files: dict[str, str] = {}
    for name, number in sorted(own):
        files[name] = files.get(name, "") + own[name, number]
    return files if digest_of(files) == digest else {}


def version_here(declared: str, digest: str, *, modified: bool) -> str:
    """Return under which version a pack is named for ever.

    A statement names an item, a pack and a version: another content is never named the
    same, or nobody could tell any more what was answered.
    """
    mark = f".m{digest[:_MARK]}"
    return f"{declared[: 16 - len(mark)].rstrip('.')}{mark}" if modified else declared


@dataclass(frozen=True, slots=True)
class Kept:
    """A pack that the house imported, as it stands."""

    imported: PackImported
    withdrawn: str | None = None
    """Why it is not offered any more, or nothing."""

    @property
    def offered(self) -> bool:
        """Whether it may be answered from now on."""
        return self.withdrawn is None


@dataclass(frozen=True, slots=True)
class Tried:
    """What the files of a pack come to: an instrument where there is one, and what is wrong."""

    instrument: Instrument | None
    faults: tuple[Fault, ...] = ()

    @property
    def was_run(self) -> bool:
        """Whether its examples were run: they are, once nothing else is wrong."""
        return all(one.flaw.code == "disproved" for one in self.faults)

    @property
    def failed(self) -> int:
        """How many of its examples do not come out."""
        return len({one.flaw.at for one in self.faults if one.flaw.code == "disproved"})
