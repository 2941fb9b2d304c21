"""Every screen and every state, by name, and how one comes there.

A stop begins at home, inside, unless it says where else. It does what a worker does: by
the page's own buttons and fields.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

from filet.application.copying import Inventory
from filet.application.exporting import Exported
from filet.application.pending import Held
from filet.application.restoring import Restored
from filet.application.salvaging import Rescued
from filet.domain.errors import FiletError, KeysMissing, VaultDamaged, VaultIsCopy
from filet.domain.ids import ChainId, PaperId, Ref, VaultId, WorkerId
from filet.domain.kinds import BackupMissed, Destination, Interpreting, Lost, Role, Why
from filet.domain.rows import people
from filet.gui.copy_bars import COPIES, missed, nowhere
from filet.gui.places import Part, Place
from filet.gui.refusals import Remedy
from filet.gui.screens.before import BeforeScreen
from filet.gui.screens.pin_panels import DeclarePanel, PinPanel
from filet.gui.where import EMERGENCY, HELP, REGISTER, SETTINGS
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.control_card import BY_TACTIC, ControlCard
from filet.gui.widgets.small import SmallLink
from tour.house import COURSE, WRITTEN
from tour.window import PHRASE, Window

Go = Callable[[Window], object]
KEY = ("ABCD EFGH 1", "JKMN PQRS 2", "TVWX YZ01 3", "2345 6789 4")
"""Lines that look like a recovery key, and open nothing."""
SEARCHED = ("soray", "zzz")
"""What is typed in the search: a name that begins so, and what nobody is called."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One thing to look at."""

    name: str
    go: Go
    begin: Go = Window.at_home
    over: bool = False
    """Whether it stands over the page until it is closed: Tab and words under it do not count."""
    spoils: bool = False
    """Whether it types or chooses something that home would go on showing."""

    def show(self, window: Window) -> None:
        """Bring the window there, whatever it showed before."""
        self.begin(window)
        self.go(window)
        window.settle()
        window.spoilt = self.spoils


def stops() -> tuple[Stop, ...]:
    """Return the whole tour, in the order in which one works."""
    return (
        *_first_start(),
        *_door(),
        *_home(),
        *_calls(),
        *_dossier(),
        *_appraisal(),
        *_plan(),
        *_around(),
        *_accesses(),
    )


def _first_start() -> tuple[Stop, ...]:
    begin = Window.at_a_first_start
    return (
        Stop("first start", _nothing, begin),
        Stop("first start, where", _exercise, begin),
        Stop("first start, where refused", _refused, begin),
        Stop("first start, passphrase", _placed, begin),
        Stop("first start, own words", _own_words, begin),
        Stop("first start, recovery key", _created, begin),
        Stop("first start, typed back", _copied, begin),
        Stop("first start, typed back wrong", lambda w: _typed_back(w, wrong=True), begin),
        Stop("first start, home of an exercise", lambda w: _typed_back(w, wrong=False), begin),
    )


def _door() -> tuple[Stop, ...]:
    begin = Window.at_the_door
    return (
        Stop("door", _nothing, begin),
        Stop("door, wrong passphrase", lambda w: _wrong(w, 1), begin),
        Stop("door, wait", lambda w: _wrong(w, 3), begin),
        Stop("door, forgotten", lambda w: w.door.forgot.click(), begin),
        Stop("door, another passphrase", _another_phrase, begin),
        Stop("door, PIN", _pin, begin),
        Stop("door, emergency", lambda w: w.shell.doorway.toggle_emergency(), begin),
        Stop("door, refused", _refused_door, begin),
        Stop("door, unsaved", _unsaved, begin),
        Stop("door, unsaved, sure", _sure, begin),
        *_mending(),
        Stop("locked", lambda w: w.shell.lock()),
        Stop("locked, somebody else", _somebody_else),
        Stop("cover", lambda w: w.shell.hide_screen()),
    )


def _mending() -> tuple[Stop, ...]:
    begin = Window.at_the_door
    return (
        Stop("door, a copy", lambda w: _refuse(w, VaultIsCopy(folder=str(w.filled.key))), begin),
        Stop("door, copies", lambda w: w.shell.doorway.show_restore(w.filled.key), begin),
        Stop("door, copies, where", lambda w: w.shell.doorway.show_restore(None), begin),
        Stop("door, copies, tried", _tried, begin),
        Stop("door, copies, by recovery key", _by_recovery_key, begin),
        Stop("door, copies, put back", _put_back, begin),
        Stop("door, key file", _key_file, begin),
        Stop("door, salvage", _salvage, begin),
        Stop("door, salvage, done", _salvaged, begin),
    )


def _home() -> tuple[Stop, ...]:
    return (
        Stop("home", _nothing),
        Stop("home, empty", _empty, Window.at_a_first_start),
        Stop("home, search", lambda w: _search(w, SEARCHED[0]), spoils=True),
        Stop("home, nothing found", lambda w: _search(w, SEARCHED[1]), spoils=True),
        Stop("home, ask for a hidden dossier", _glass, spoils=True),
        Stop("home, numbers only", lambda w: w.page.bar.numbers.click(), spoils=True),
        Stop("home, closed dossiers", _closed, spoils=True),
        Stop("home, new dossier", lambda w: w.page.begin_case(), spoils=True),
        Stop("home, new dossier like another", _near, spoils=True),
        Stop("home, lock soon", Window.soon_locked, spoils=True),
        Stop("home, go on?", _offered, spoils=True),
        Stop("home, no copies yet", _no_copies, spoils=True),
        Stop("home, nights missed", _nights_missed, spoils=True),
    )


def _calls() -> tuple[Stop, ...]:
    return (
        Stop("call", lambda w: w.rooms.show_call(), spoils=True),
        Stop("call, cut", _cut, spoils=True),
        Stop("call, join", _join, spoils=True),
        Stop("somebody asks", _asks, spoils=True),
    )


def _dossier() -> tuple[Stop, ...]:
    return (
        Stop("situation", lambda w: w.rooms.open_case(w.case(COURSE))),
        Stop("situation, imminent", lambda w: w.rooms.open_case(w.case("violette"))),
        Stop("situation, new", lambda w: w.rooms.open_case(w.case("capucine"))),
        Stop("situation, status", _status),
        Stop("situation, reach her", _reach),
        Stop("situation, done", _done),
        Stop("situation, hide it", _hide),
        Stop("situation, note a change", _change),
        Stop("situation, how to speak of somebody", _spoken_of),
        Stop(
            "situation, another grammar",
            lambda w: _in_other_words(w, "noisette", "neutral"),
            spoils=True,
        ),
        Stop("journal", _journal),
        Stop("journal, wrong dossier", _move),
        Stop("told aloud", _told),
        Stop("sharing", _sharing),
        Stop("sharing, ask her", _asked_her),
        Stop("sharing, she refuses", _refused_by_her),
        Stop("sharing, what leaves", _sending),
        Stop("sharing, phrase", _sent_phrase),
    )


def _appraisal() -> tuple[Stop, ...]:
    return (
        Stop("before", lambda w: _before(w, "capucine")),
        Stop("before, a form on paper", _form),
        Stop("interview", _interview),
        Stop("interview, with her", lambda w: _turned(w, "hers")),
        Stop("interview, pause", lambda w: _turned(w, "blank")),
        Stop("interview, list", lambda w: _turned(w, "list")),
        Stop("interview, end", lambda w: _turned(w, "end")),
        Stop("interview, a form on paper", _copied_form),
        Stop("interview, through whom", _through_whom, spoils=True),
        Stop("interview, another grammar", _asked_in_other_words, spoils=True),
        Stop("result", lambda w: _result(w, COURSE)),
        Stop("result, nothing known", lambda w: _result(w, "capucine")),
        Stop("result, imminent", lambda w: _result(w, "violette")),
        Stop("result, aggravated, second reading", _second),
        Stop("result, what tools say", _tools_say),
        Stop("result from elsewhere", _from_elsewhere),
        Stop("result, moderate", lambda w: _result(w, "soraya")),
        Stop("result, not established", lambda w: _result(w, "jacinthe")),
        Stop("over time", _over_time),
        Stop("over time, nothing told of control", _no_control),
        Stop("over time, control by tactic", _control),
        Stop("over time, note words about control", _noting_control),
        Stop("over time, withdraw words about control", _withdrawing_control),
    )


def _plan() -> tuple[Stop, ...]:
    return (
        Stop("plan", lambda w: _part(w, COURSE, Place.PLAN)),
        Stop("plan, nothing yet", lambda w: _part(w, "capucine", Place.PLAN)),
        Stop("plan, sheet she takes", lambda w: _paper(w, "takes")),
        Stop("plan, card", lambda w: _paper(w, "card")),
        Stop("plan, list he could find", _list_he_could_find),
        Stop("plan, child's sheet", lambda w: _paper(w, "children")),
        Stop("plan, large print of the copy for the file", _large_copy),
        Stop("plan, changed since its paper", _changed),
        Stop("plan, two papers compared", _two_papers),
        Stop("plan, as text", _as_text),
    )


def _around() -> tuple[Stop, ...]:
    return (
        Stop("register", _register),
        Stop("emergency", lambda w: w.room.show_place(EMERGENCY)),
        *(Stop(f"settings, {part}", partial(_settings, part)) for part in _PARTS),
        Stop("settings, keeping, what the house decides", _deciding_rule),
        Stop("settings, keeping, one dossier", partial(_ended, "aubepine")),
        Stop("settings, keeping, kept longer", partial(_ended, "absinthe")),
        Stop("settings, keeping, asked for", partial(_ended, "valeriane")),
        Stop("settings, keeping, to agree to", partial(_ended, "camomille")),
        Stop("settings, keeping, certificate", _certificate),
        Stop("settings, numbers, one to correct", _to_correct),
        Stop("settings, numbers, one corrected", _corrected, spoils=True),
        Stop("settings, export, in clear", lambda w: _export(w).clear.click()),
        Stop("settings, export, made", _exported),
        Stop("settings, copies, one is gone", _copy_gone),
        Stop("settings, packs, one to keep", partial(_chosen, "sound")),
        Stop("settings, packs, one that is refused", partial(_chosen, "wrong")),
        Stop("help", lambda w: w.room.show_place(HELP)),
        Stop("help, for the computer", lambda w: w.room.show_place(HELP, "it_person")),
        Stop("help, an export", lambda w: w.room.show_place(HELP, "export")),
        Stop("go to", lambda w: w.room.begin_palette(), over=True, spoils=True),
    )


def _accesses() -> tuple[Stop, ...]:
    return (
        Stop("access, add", lambda w: _access(w).add.click()),
        Stop("access, add, her passphrase", _newcomer),
        Stop("access, add, confirm", _confirmed),
        Stop("access, change", lambda w: _first_link(w).click()),
        Stop("access, own passphrase", lambda w: _card(w, "own")),
        Stop("access, forgotten", lambda w: _card(w, "forgotten")),
        Stop("access, leaving", lambda w: _card(w, "leaving")),
        Stop("access, drill", lambda w: _card(w, "recovery")),
        Stop("access, another key", lambda w: _access(w).reissue.click()),
        Stop("access, another key, shown", _another_key),
        Stop("access, another key, typed back", _another_key_typed),
        Stop("access, done", _told_kept),
        Stop("access, no keyring", _no_keyring),
        Stop("access, this computer", lambda w: _pin_panel(w, DeclarePanel)),
        Stop("access, PIN", lambda w: _pin_panel(w, PinPanel)),
    )


def _nothing(_: Window) -> None:
    """Stay where one begins."""


# First start ---------------------------------------------------------------------------


def _exercise(w: Window, kind: str = "exercise") -> None:
    w.door.begin.buttons[kind].click()


def _empty(w: Window) -> None:
    _typed_back(w, wrong=False, kind="house")


def _refused(w: Window) -> None:
    _exercise(w)
    w.door.place.initials.show_text("AB")
    w.door.place.show_folder(str(w.filled.house.root / "Documents"))
    w.door.place.go_on.click()


def _placed(w: Window, kind: str = "exercise") -> None:
    _exercise(w, kind)
    w.door.place.initials.show_text("AB")
    w.door.place.go_on.click()


def _own_words(w: Window, kind: str = "exercise") -> None:
    _placed(w, kind)
    w.door.phrase.own.click()


def _created(w: Window, kind: str = "exercise") -> None:
    _own_words(w, kind)
    for field in (w.door.phrase.first, w.door.phrase.second):
        field.show_text(w.filled.passphrase)
    w.door.phrase.make.click()


def _copied(w: Window, kind: str = "exercise") -> None:
    _created(w, kind)
    w.door.recovery.go_on.click()


def _typed_back(w: Window, *, wrong: bool, kind: str = "exercise") -> None:
    _copied(w, kind)
    lines = [label.text()[4:] for label in w.door.recovery.lines]
    page = w.door
    for field, line in zip(page.typed_back.lines.fields, lines, strict=True):
        field.show_text(line)
    if wrong:
        page.typed_back.lines.fields[2].show_text("0000 0000")
    page.typed_back.finish.click()


# Door ------------------------------------------------------------------------------------


def _wrong(w: Window, times: int) -> None:
    for _ in range(times):
        w.door.keyboard.show_caps(on=True)
        w.door.open.setEnabled(True)
        w.open("pas la bonne phrase")


def _another_phrase(w: Window) -> None:
    w.door.forgot.click()
    w.door.initials.show_text(w.filled.initials)
    w.door.forgotten.choose.click()


def _pin(w: Window) -> None:
    w.door.initials.show_text(w.filled.initials)
    w.door._show_pin(w.filled.initials, offered=True)


def _somebody_else(w: Window) -> None:
    w.shell.lock()
    w.door.change.click()


def _unsaved(w: Window) -> None:
    w.shell.doorway.show_held((Held(UUID(int=1), WorkerId(UUID(int=2)), b"", count=2, again=1),))
    w.shell.doorway.show_unsaved()
    w.shell.doorway.show_held(())  # the stops after this one have nothing to keep


def _sure(w: Window) -> None:
    _unsaved(w)
    w.door.sure.show()


def _refused_door(w: Window) -> None:
    _refuse(w, VaultDamaged())


def _refuse(w: Window, error: FiletError) -> None:
    w.shell.doorway._refuse(error)


def _tried(w: Window) -> None:
    w.shell.doorway.show_restore(w.filled.key)
    w.door.way.initials.show_text(w.filled.initials)
    w.door.way.passphrase.show_text(w.filled.passphrase)
    w.door.attempt.click()
    w.door.way.clear()


def _by_recovery_key(w: Window) -> None:
    w.shell.doorway.show_restore(w.filled.key)
    w.door.way.turn.click()


def _put_back(w: Window) -> None:
    """Show what a restore says, without one: the house of the tour stays what it is."""
    w.shell.doorway.show_restore(w.filled.key)
    clock = w.filled.house.clock
    holds = Inventory(VaultId(UUID(int=1)), clock.now(), "", (), 9, (), ())
    w.door._restored(Restored(holds, 3, "mis-de-cote_2026-11-23_143000", ("LG",), False))


def _key_file(w: Window) -> None:
    _refuse(w, KeysMissing())
    w.door.buttons[Remedy.KEYS_BACK].click()
    w.shell.doorway._repairs._find_copies(w.door, w.filled.key, asked=True)


def _salvage(w: Window) -> None:
    _refuse(w, VaultDamaged())
    w.door.buttons[Remedy.SALVAGE].click()


def _salvaged(w: Window) -> None:
    _salvage(w)
    chain = ChainId(bytes(range(16)))
    lost = (Lost(Ref(chain, 120), 133), Lost(Ref(chain, 871), 871))
    w.door._saved(w.filled.house.root / "sauve", Rescued(2418, lost))


# Home ------------------------------------------------------------------------------------


def _search(w: Window, typed: str) -> None:
    w.page.bar.search.setText(typed)
    w.page.bar._send()


def _glass(w: Window) -> None:
    _search(w, SEARCHED[1])
    w.page.nothing.glass.click()


def _closed(w: Window) -> None:
    chips: Any = w.page.bar.chips
    next(button for chip, button in chips.items() if chip == "closed").click()


def _near(w: Window) -> None:
    w.page.begin_case()
    w.page.new_case.given.show_text("Violette")
    w.page._look_near("Violette")


def _no_copies(w: Window) -> None:
    w.room.bars.tell(COPIES, nowhere(w.shell.context), *[lambda: None] * 2)


def _nights_missed(w: Window) -> None:
    book = w.copier.book
    assert book is not None
    at = book.made[0].at - timedelta(days=4)
    miss = (at, BackupMissed(str(w.filled.key), Why.ABSENT))
    late = replace(book, made=(replace(book.made[0], at=at),), missed=(miss,))
    w.room.bars.tell(COPIES, missed(w.shell.context, late, None), *[lambda: None] * 2)


def _offered(w: Window) -> None:
    w.room.offer_return(w.room.where())


# Calls -----------------------------------------------------------------------------------


def _cut(w: Window) -> None:
    w.rooms.show_call()
    w.page.form.fields["caller"].show_text("Violette")
    w.page.form.fields["municipality"].show_text("Saint-Exemple")
    w.page.form.fields["phone"].show_text("819 555-0117")
    w.page.cut.click()


def _join(w: Window) -> None:
    _cut(w)
    w.page.join.click()


def _asks(w: Window) -> None:
    w.rooms.show_call()
    w.page.questions.click()


# A dossier -------------------------------------------------------------------------------


def _status(w: Window) -> None:
    w.rooms.open_case(w.case("capucine"))
    w.page.standing.change.click()


def _reach(w: Window) -> None:
    w.rooms.open_case(w.case("capucine"))
    w.page.act.click()


def _done(w: Window) -> None:
    w.rooms.open_case(w.case("eglantine"))
    w.page.act.click()


def _hide(w: Window) -> None:
    w.rooms.open_case(w.case(COURSE))
    w.page.access.close_it.click()


def _journal(w: Window) -> None:
    w.rooms.open_case(w.case(COURSE))
    w.rooms.show_part(Part.JOURNAL)


def _move(w: Window) -> None:
    _journal(w)
    w.page._begin_move(next(event for event in w.page._events if event.movable))


def _told(w: Window) -> None:
    _journal(w)
    w.page.told.click()


def _sharing(w: Window) -> None:
    w.rooms.open_case(w.case(COURSE))
    w.rooms.show_part(Part.SHARE)


def _asked_her(w: Window) -> None:
    _sharing(w)
    w.page.begin.click()
    w.page.fields["answer"].show_text("accepted")
    w.page.show_changed()
    w.page.finish.setFocus()


def _refused_by_her(w: Window) -> None:
    _sharing(w)
    w.page.begin.click()
    w.page.fields["answer"].show_text("refused")
    w.page.show_changed()
    w.page.finish.setFocus()


def _sending(w: Window) -> None:
    _sharing(w)
    next(iter(w.page.buttons.values())).click()
    for box in list(w.page.offer.boxes.values())[:3]:
        box.box.click()
    w.page._refresh()


def _sent_phrase(w: Window) -> None:
    """Show what is shown once a file was made, without one."""
    _sending(w)
    w.page._show_only_phrase()
    w.page.phrase.show_phrase(PHRASE, PaperId(UUID(int=1)))


def _register(w: Window) -> None:
    w.room.show_place(REGISTER)
    w.room.pages.currentWidget().rows.findChildren(SmallLink)[0].click()


# The house -------------------------------------------------------------------------------

_PARTS = (
    "access",
    "copies",
    "keeping",
    "export",
    "display",
    "lock",
    "printing",
    "numbers",
    "packs",
    "about",
)


def _settings(part: str, w: Window) -> None:
    w.room.show_place(SETTINGS)
    w.room.pages.currentWidget().show_part(part)
    w.settle()


def _access(w: Window) -> Any:
    _settings("access", w)
    return w.room.pages.currentWidget().part


def _card(w: Window, key: str) -> None:
    _access(w).cards[key].act.click()


def _newcomer(w: Window) -> Any:
    part = _access(w)
    part.add.click()
    part.panel.person.initials.show_text("CD")
    part.panel.person.go_on.click()
    return part.panel


def _confirmed(w: Window) -> None:
    panel = _newcomer(w)
    panel.phrase.keep.click()
    panel.phrase.first.show_text(panel.phrase.proposed.text())
    panel.phrase.make.click()


def _first_link(w: Window) -> Link:
    links: list[Link] = _access(w).list.findChildren(Link)
    return links[0]


def _another_key(w: Window) -> Any:
    part = _access(w)
    part.reissue.click()
    part.panel.show_lines(KEY)
    return part.panel


def _another_key_typed(w: Window) -> None:
    _another_key(w).key.go_on.click()


def _no_keyring(w: Window) -> None:
    pin = _access(w).pin
    pin.declare.setFocus()
    pin._say_no_keyring()


def _pin_panel(w: Window, panel: type[DeclarePanel | PinPanel]) -> None:
    pin = _access(w).pin
    pin._begin(panel(pin.context), lambda _: None)


def _told_kept(w: Window) -> None:
    _first_link(w).click()
    w.room.pages.currentWidget().part.panel.person.go_on.click()


def _deciding_rule(w: Window) -> None:
    _settings("keeping", w)
    w.room.pages.currentWidget().part.rule.change.click()


def _ended(key: str, w: Window) -> None:
    _settings("keeping", w)
    w.room.pages.currentWidget().part._open(w.case(key))


def _to_correct(w: Window) -> Any:
    _settings("numbers", w)
    part = w.room.pages.currentWidget().part
    numbers = part._loaded.directory.numbers
    name = next(part._text(one).name for one in numbers if one.source and one.id != "911")
    next(link for link in part.findChildren(Link) if link.accessibleName().endswith(name)).click()
    return part.panel


def _corrected(w: Window) -> None:
    panel = _to_correct(w)
    panel.fields["phone"].show_text("819 555-0147")
    panel.fields["hours"].show_text(WRITTEN["call"])
    panel.keep.click()


def _export(w: Window) -> Any:
    _settings("export", w)
    return w.room.pages.currentWidget().part


def _exported(w: Window) -> None:
    exporter = _export(w)._exporter
    exporter.done = Exported(Path("tout.zip.age"), PHRASE, 812, 13)
    exporter.changed.emit()


def _certificate(w: Window) -> None:
    _settings("keeping", w)
    w.room.pages.currentWidget().part.certificates.links[0].click()


def _chosen(which: str, w: Window) -> None:
    """Choose the example that Filet brings along, or one that nothing is right with."""
    _settings("packs", w)
    garden = w.filled.paths.resources / "examples" / "exemple-jardin"
    wrong = w.filled.house.root / "questionnaire"
    if which == "wrong":
        wrong.mkdir(exist_ok=True)
        for file in garden.iterdir():
            text = file.read_text(encoding="utf-8").replace('holder = "Filet"', 'holder = ""')
            (wrong / file.name).write_text(text.replace("at_least = 2", "at_least = 4"), "utf-8")
    w.copier.choose_folder = lambda: garden if which == "sound" else wrong
    w.room.pages.currentWidget().part.add.click()


def _copy_gone(w: Window) -> None:
    _settings("copies", w)
    part = w.room.pages.currentWidget().part
    part._ask_gone(w.copier.book.copies[1])  # type: ignore[union-attr]  # it was read


# Appraisal and plan ----------------------------------------------------------------------


def _part(w: Window, key: str, place: Place) -> None:
    w.rooms.open_case(w.case(key))
    w.rooms.dossier.show(place)


def _before(w: Window, key: str) -> None:
    _part(w, key, Place.BEFORE)


def _result(w: Window, key: str) -> None:
    _part(w, key, Place.RESULT)


def _change(w: Window) -> None:
    w.rooms.open_case(w.case("jacinthe"))
    w.page.note_change.click()


def _over_time(w: Window) -> None:
    w.rooms.open_case(w.case(COURSE))
    w.page.over_time_wanted.emit()
    w.settle()
    w.page.stages.unfold.click()


def _timely(w: Window, key: str) -> ControlCard:
    """Open a dossier over time, at what is told of control."""
    w.rooms.open_case(w.case(key))
    w.page.over_time_wanted.emit()
    w.settle()
    card: ControlCard = w.page.control
    return card


def _scrolled(w: Window, part: QWidget) -> None:
    """Bring the top of a part to the top of the page."""
    w.settle()
    (area,) = w.page.findChildren(QScrollArea)
    area.verticalScrollBar().setValue(part.mapTo(area.widget(), QPoint()).y())


def _no_control(w: Window) -> None:
    card = _timely(w, "capucine")
    card.add.setFocus()
    _scrolled(w, card)


def _control(w: Window) -> None:
    card = _timely(w, "eglantine")
    card.switch.show_value(BY_TACTIC)
    card.switch.chosen.emit(BY_TACTIC)
    card.switch.take_focus()
    _scrolled(w, card)


def _noting_control(w: Window) -> None:
    """Write what a relative told: whether she may know is asked."""
    card = _timely(w, "soraya")
    card.add.click()
    fields = card.panel.fields
    fields["tactic"].box.setCurrentIndex(1)
    fields["source"].box.setCurrentIndex(1)
    _scrolled(w, card.panel)


def _withdrawing_control(w: Window) -> None:
    card = _timely(w, "eglantine")
    card.links[1].click()
    _scrolled(w, card.undo)


def _second(w: Window) -> None:
    _result(w, "eglantine")
    w.page.card.rows[0].second.click()


def _tools_say(w: Window) -> None:
    _result(w, "eglantine")
    w.page.picture.tools.unfold.setFocus()
    w.page.picture.tools.show_open(opened=True)
    w.settle()
    w.page.panes.show_widget(w.page.picture.tools)


def _from_elsewhere(w: Window) -> None:
    """Correct the result that the police gave."""
    _tools_say(w)
    links: list[Link] = w.page.picture.tools.content.findChildren(Link)
    links[0].click()


def _spoken_of(w: Window) -> None:
    w.rooms.open_case(w.case("iris"))
    w.page.people.begin(None, w.page.people.add)
    w.page.people.panel.fields["pronoun"].setFocus()


def _in_other_words(w: Window, key: str, author: str) -> None:
    """Say that a man is helped, and how the author is spoken of."""
    w.rooms.open_case(w.case(key))
    for role, pronoun in ((Role.HER, "masculine"), (Role.AUTHOR, author)):
        known = people(w.page._loaded.file).values()
        person = next((one for one in known if one.role is role), None)
        given = person.given if person is not None else ""
        fields = {"role": role, "given": given, "pronoun": pronoun}
        w.page._describe((person.person if person is not None else None, fields))
        w.settle()


def _asked_in_other_words(w: Window) -> None:
    _in_other_words(w, "iris", "feminine")
    _interview(w)


def _through_whom(w: Window) -> None:
    """Answer once, and say that somebody close interpreted."""
    _interview(w)
    w.page.press_digit(1)
    w.page.asking.tell_in("es", Interpreting.RELATIVE)
    w.settle()
    w.page.desk.pane.sources.told_in.begin()


def _form(w: Window) -> None:
    """Choose to copy a form, in a dossier of which nothing else is shown."""
    _before(w, "noisette")
    w.page.form.pack.show_text("da-2004-1")
    w.page.show_changed()


def _copied_form(w: Window) -> None:
    """Copy two lines of it that cannot both be true."""
    _form(w)
    w.page.copy.click()
    w.settle()
    for key in ("3@da-2004-1", "3a@da-2004-1"):
        w.page.go_to(key)
        w.page.press_digit(1)


def _interview(w: Window) -> None:
    _before(w, "iris")
    if isinstance(w.page, BeforeScreen):
        w.page.go_on.click()


def _turned(w: Window, view: str) -> None:
    _interview(w)
    w.page.show_view(view)


def _paper(w: Window, template: str) -> None:
    _part(w, COURSE, Place.PLAN)
    w.page.paper._take_template(template)


def _list_he_could_find(w: Window) -> None:
    _paper(w, "bag")
    w.page.paper.out.steps.where.choices[Destination.LIVES_WITH_HIM].click()


def _large_copy(w: Window) -> None:
    _paper(w, "clinician")
    w.page.paper.choice.large.click()


def _changed(w: Window) -> None:
    _part(w, "jacinthe", Place.PLAN)
    w.page.plan.since.link.click()
    issued = w.page.paper.out.issued
    for paper in tuple(issued._changes):
        issued.compared.emit(paper)


def _two_papers(w: Window) -> None:
    """Compare a paper with the plan of today, as if there were another one in between."""
    _part(w, "jacinthe", Place.PLAN)
    two = w.page.paper.out.issued.two
    name = two.one.itemText(0)
    two.show_papers([(two._papers[0], name), (PaperId(UUID(int=7)), name)])
    two.other.setCurrentIndex(2)
    two.act.click()
    w.page.paper._bring_in_sight(two)


def _as_text(w: Window) -> None:
    _part(w, COURSE, Place.PLAN)
    w.page.paper.show_text(shown=True)
