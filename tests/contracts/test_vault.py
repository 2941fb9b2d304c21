"""What any vault must do: run on the one in memory and on the real one."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from builders import House
from fakes.vault import FakeVault

from filet.application.keeping import DraftKey, NewEntry, Vault
from filet.domain.errors import EntryTooLarge
from filet.domain.ids import HOUSE, ActionId, CallId, CaseId, ChainId, LevelId, Ref, WorkerId
from filet.domain.journal import Carried, Entry, head_of, start, verify
from filet.domain.kinds import (
    CallNoted,
    CaseCreated,
    Content,
    ContentRemoved,
    ErasureReason,
    Level,
    LevelWithdrawn,
    NoteWritten,
    Status,
)
from filet.domain.moments import Instant
from filet.domain.rows import CaseLine, DueKind, DueLine, RegisterLine

HERS, OTHERS = CaseId(UUID(int=1)), CaseId(UUID(int=2))
ANNE, BEA = WorkerId(UUID(int=11)), WorkerId(UUID(int=12))
NOW = Instant(1_795_462_200_000, -300)


@pytest.fixture(params=["fake", "sqlcipher"])
def vault(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Vault]:
    made: Vault = FakeVault() if request.param == "fake" else House(tmp_path).create().vault
    yield made
    made.close()


def put(vault: Vault, content: Content, *refs: Ref, case: CaseId = HERS) -> Entry:
    return vault.write(lambda: vault.journal.append(NewEntry(case, NOW, ANNE, content, refs)))


def note(vault: Vault, text: str = "note", *refs: Ref, case: CaseId = HERS) -> Entry:
    return put(vault, NoteWritten(text), *refs, case=case)


def texts(entries: tuple[Entry, ...]) -> list[str]:
    return [one.content.text for one in entries if isinstance(one.content, NoteWritten)]


# The journal --------------------------------------------------------------------------


def test_an_entry_reads_as_it_was_written(vault: Vault) -> None:
    written = note(vault, "Elle a peur.")
    assert vault.journal.of_case(HERS) == (written,)
    assert (written.case, written.moment, written.by) == (HERS, NOW, ANNE)
    assert (written.kind, written.content) == ("note_written/1", NoteWritten("Elle a peur."))


def test_entries_stand_in_the_order_they_were_appended(vault: Vault) -> None:
    first, second, third = note(vault, "1"), note(vault, "2", case=OTHERS), note(vault, "3")
    assert (second.ref.seq, third.ref.seq) == (first.ref.seq + 1, first.ref.seq + 2)
    assert first.tick < second.tick < third.tick
    assert texts(vault.journal.of_case(HERS)) == ["1", "3"]


def test_references_are_kept_sorted(vault: Vault) -> None:
    first, second = note(vault), note(vault)
    third = note(vault, "3", second.ref, first.ref, second.ref)
    assert third.refs == (first.ref, second.ref)
    assert vault.journal.at([third.ref])[0].refs == (first.ref, second.ref)


def test_who_wrote_a_moved_entry_first_is_kept(vault: Vault) -> None:
    first = Carried(BEA, Instant(5, -240))
    new = NewEntry(HERS, NOW, ANNE, NoteWritten("note"), (), first)
    written = vault.write(lambda: vault.journal.append(new))
    assert vault.journal.at([written.ref])[0].carried == first


def test_only_some_kinds_are_signed(vault: Vault) -> None:
    withdrawn = put(vault, LevelWithdrawn(LevelId(UUID(int=3)), "erreur"))
    assert withdrawn.signed
    assert not note(vault).signed
    assert vault.journal.at([withdrawn.ref])[0].signed


def test_kinds_are_read_apart(vault: Vault) -> None:
    put(vault, CaseCreated("26-A-0001"))
    written = note(vault)
    note(vault, case=OTHERS)
    assert vault.journal.of_kinds(("note_written/1",), HERS) == (written,)
    assert vault.journal.of_kinds((), HERS) == ()


def test_the_house_is_not_a_dossier(vault: Vault) -> None:
    put(vault, CallNoted(CallId(UUID(int=4))), case=HOUSE)
    note(vault)
    note(vault, case=OTHERS)
    assert set(vault.journal.cases()) == {HERS, OTHERS}


def test_a_place_that_is_not_there_gives_nothing(vault: Vault) -> None:
    assert vault.journal.at([Ref(ChainId(b"z" * 16), 1)]) == ()


def test_a_chain_verifies_from_its_first_entry(vault: Vault) -> None:
    note(vault)
    note(vault)
    (head,) = vault.journal.heads()
    assert verify(start(head.chain), vault.journal.sealed(head.chain)) == head


def test_a_chain_is_read_after_a_place(vault: Vault) -> None:
    note(vault)
    last = note(vault)
    (kept,) = vault.journal.sealed(last.ref.chain, last.ref.seq - 1)
    assert kept.ref == last.ref
    assert head_of(kept) == vault.journal.heads()[0]


def test_a_blanked_entry_keeps_its_place_and_says_nothing(vault: Vault) -> None:
    first = note(vault)
    second = note(vault, "deux", first.ref)
    vault.write(lambda: vault.journal.blank([second.ref]))
    (kept,) = vault.journal.at([second.ref])
    assert kept.blank
    assert (kept.refs, kept.tick, kept.content, kept.by) == ((first.ref,), second.tick, None, None)


def test_a_blanked_entry_belongs_to_no_dossier(vault: Vault) -> None:
    written = note(vault)
    vault.write(lambda: vault.journal.blank([written.ref]))
    assert vault.journal.of_case(HERS) == ()
    assert HERS not in set(vault.journal.cases())


def test_a_chain_with_blanks_still_verifies(vault: Vault) -> None:
    written = note(vault)
    note(vault)
    vault.write(lambda: vault.journal.blank([written.ref]))
    (head,) = vault.journal.heads()
    assert verify(start(head.chain), vault.journal.sealed(head.chain)) == head


def test_the_blanks_of_a_dossier_are_those_its_erasures_name(vault: Vault) -> None:
    written, other = note(vault), note(vault, case=OTHERS)
    put(vault, ContentRemoved(ErasureReason.RECTIFIED), written.ref)
    vault.write(lambda: vault.journal.blank([written.ref, other.ref]))
    assert [one.ref for one in vault.journal.blanks_named_by(HERS)] == [written.ref]


# All or nothing -----------------------------------------------------------------------


class Refused(Exception):
    """What a test raises in the middle of a write."""


def test_a_write_that_fails_leaves_nothing(vault: Vault) -> None:
    before = vault.journal.heads()
    key = DraftKey(ANNE, HERS, "note")

    def work() -> None:
        vault.journal.append(NewEntry(HERS, NOW, ANNE, NoteWritten("perdu")))
        vault.drafts.save(key, b"perdu", 1)
        vault.lists.write_case(HERS, line(HERS), ())
        vault.next_case_number(2026)
        raise Refused

    with pytest.raises(Refused):
        vault.write(work)
    assert vault.journal.heads() == before
    assert vault.journal.of_case(HERS) == ()
    assert vault.drafts.read(key) is None
    assert vault.lists.first(9) == ()
    assert vault.write(lambda: vault.next_case_number(2026)) == "26-A-0001"


def test_a_place_is_given_again_after_a_write_that_failed(vault: Vault) -> None:
    first = note(vault)

    def work() -> None:
        vault.journal.append(NewEntry(HERS, NOW, ANNE, NoteWritten("perdu")))
        raise Refused

    with pytest.raises(Refused):
        vault.write(work)
    assert note(vault).ref.seq == first.ref.seq + 1


def test_a_write_gives_what_its_work_gave(vault: Vault) -> None:
    assert vault.write(lambda: "fait") == "fait"


def test_words_longer_than_an_entry_are_refused_and_nothing_is_written(vault: Vault) -> None:
    with pytest.raises(EntryTooLarge):
        note(vault, "x" * 70_000)
    assert vault.journal.of_case(HERS) == ()


def number_of(vault: Vault, year: int) -> str:
    return vault.write(lambda: vault.next_case_number(year))


def test_numbers_of_dossiers_follow_within_a_year(vault: Vault) -> None:
    numbers = [number_of(vault, year) for year in (2026, 2026, 2027)]
    assert numbers == ["26-A-0001", "26-A-0002", "27-A-0001"]


def test_numbers_of_communications_are_counted_apart(vault: Vault) -> None:
    number_of(vault, 2026)
    given = [vault.write(lambda: vault.next_register_number(2026)) for _ in range(2)]
    assert given == ["C26-A-0001", "C26-A-0002"]


def test_the_version_of_the_rows_is_kept(vault: Vault) -> None:
    def work() -> None:
        vault.projection += 3

    before = vault.projection
    vault.write(work)
    assert vault.projection == before + 3


# Lists --------------------------------------------------------------------------------


def line(
    case: CaseId, sort: str = "1", status: Status = Status.HOUSED, names: str = "lou"
) -> CaseLine:
    return CaseLine(
        case, "26-A-0001", "Lou", "T", names, Level.MODERATE, 5, False, "", status, "", "", "",
        0, ANNE, sort,
    )  # fmt: skip


def due(number: int, when: str) -> DueLine:
    return DueLine(HERS, ActionId(UUID(int=number)), DueKind.ACTION, when, "appeler", "AB")


def show(vault: Vault, made: CaseLine) -> None:
    vault.write(lambda: vault.lists.write_case(made.case, made, ()))


def enter(vault: Vault, row: RegisterLine) -> None:
    vault.write(lambda: vault.lists.write_register(row.entry, row))


def test_a_line_takes_the_place_of_the_former(vault: Vault) -> None:
    vault.write(lambda: vault.lists.write_case(HERS, line(HERS), ()))
    vault.write(lambda: vault.lists.write_case(HERS, line(HERS, names="zoe"), ()))
    assert [one.names for one in vault.lists.first(9)] == ["zoe"]


def test_no_line_takes_the_former_away(vault: Vault) -> None:
    vault.write(lambda: vault.lists.write_case(HERS, line(HERS), (due(1, "2026"),)))
    vault.write(lambda: vault.lists.write_case(HERS, None, ()))
    assert not list(vault.lists.all())
    assert vault.lists.due("9999", 9) == ()


def test_the_first_lines_leave_closed_dossiers_out(vault: Vault) -> None:
    vault.write(lambda: vault.lists.write_case(HERS, line(HERS, status=Status.CLOSED), ()))
    vault.write(lambda: vault.lists.write_case(OTHERS, line(OTHERS), ()))
    assert [one.case for one in vault.lists.first(9)] == [OTHERS]


def test_lines_stand_in_their_order_and_closed_ones_last(vault: Vault) -> None:
    cases = [CaseId(UUID(int=number)) for number in range(1, 4)]
    for case, sort, status in zip(cases, "021", [Status.CLOSED, *[Status.HOUSED] * 2], strict=True):
        show(vault, line(case, sort, status))
    assert [row.case for row in vault.lists.all()] == [cases[2], cases[1], cases[0]]
    assert len(vault.lists.first(1)) == 1


def test_only_who_stays_now_is_housed_in_the_order_of_the_list(vault: Vault) -> None:
    cases = [CaseId(UUID(int=number)) for number in range(1, 5)]
    stays = [Status.HOUSED, Status.OUTREACH, Status.HOUSED, Status.CLOSED]
    for case, sort, status in zip(cases, "2013", stays, strict=True):
        show(vault, line(case, sort, status))
    assert [one.case for one in vault.lists.housed()] == [cases[2], cases[0]]


def test_a_packed_line_is_unpacked_as_it_was(vault: Vault) -> None:
    vault.write(lambda: vault.lists.write_case(HERS, line(HERS), ()))
    (row,) = vault.lists.all()
    assert (row.case, row.closed, row.status, row.level) == (HERS, False, "housed", "moderate")
    assert vault.lists.unpack(row.packed) == line(HERS)


def test_what_is_due_is_given_up_to_a_time_and_in_order(vault: Vault) -> None:
    lines = (due(1, "2026-12-03"), due(2, "2026-12-01"), due(3, "2027"))
    vault.write(lambda: vault.lists.write_case(HERS, line(HERS), lines))
    assert vault.lists.due("2026-12-31", 9) == (lines[1], lines[0])
    assert vault.lists.due("9", 1) == (lines[1],)


def test_the_latest_of_a_register_come_first(vault: Vault) -> None:
    entries = [note(vault, str(number)) for number in range(3)]
    for at, kind, one in zip((5, 7, 6), ("a", "a", "b"), entries, strict=True):
        enter(vault, RegisterLine(one.ref, None, at, kind, "qui"))
    assert [row.at for row in vault.lists.register(("a",), 9)] == [7, 5]
    assert [row.at for row in vault.lists.register(("a", "b"), 2)] == [7, 6]


def test_a_line_of_a_register_can_be_taken_away(vault: Vault) -> None:
    one = note(vault)
    row = RegisterLine(one.ref, None, 1, "a", "qui")
    vault.write(lambda: vault.lists.write_register(one.ref, row))
    vault.write(lambda: vault.lists.write_register(one.ref, None))
    assert vault.lists.register(("a",), 9) == ()


def test_clearing_takes_every_row_and_no_entry(vault: Vault) -> None:
    one = note(vault)
    row = RegisterLine(one.ref, None, 1, "a", "qui")

    def fill() -> None:
        vault.lists.write_case(HERS, line(HERS), (due(1, "2026"),))
        vault.lists.write_register(one.ref, row)
        vault.lists.write_search(one.ref, "mot")

    vault.write(fill)
    vault.write(vault.lists.clear)
    assert not list(vault.lists.all())
    assert vault.lists.due("9", 9) == ()
    assert vault.lists.register(("a",), 9) == ()
    assert vault.lists.search(["mot"], 9) == ()
    assert vault.journal.of_case(HERS) == (one,)


# Search -------------------------------------------------------------------------------


def found(vault: Vault, *typed: str) -> bool:
    one = note(vault)
    vault.write(lambda: vault.lists.write_search(one.ref, "elle a peur de l'hiver"))
    return vault.lists.search(typed, 9) == ((HERS, one.ref),)


@pytest.mark.parametrize(
    "typed",
    [["peur"], ["pe"], ["elle", "hiv"], ["hiver", "peu"], ["l'hiver"], ["PEUR"], ["l’hiv"]],
)
def test_words_are_found_whole_or_begun(vault: Vault, typed: list[str]) -> None:
    assert found(vault, *typed)


@pytest.mark.parametrize("typed", [["eur"], ["pe", "hiver"], ["été"], [], [""], ["’"], ["  "]])
def test_other_words_are_not_found(vault: Vault, typed: list[str]) -> None:
    assert not found(vault, *typed)


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        '" OR 1',
        "peur*",
        "words:peur",
        "NEAR(a b)",
        "a AND b",
        "^peur",
        "-peur",
        "(",
        "'; --",
        "\0",
    ],
)
def test_nothing_that_is_typed_breaks_a_search(vault: Vault, typed: str) -> None:
    vault.lists.search([typed], 9)


def test_new_words_take_the_place_of_the_former(vault: Vault) -> None:
    one = note(vault)
    vault.write(lambda: vault.lists.write_search(one.ref, "avant"))
    vault.write(lambda: vault.lists.write_search(one.ref, "apres"))
    assert vault.lists.search(["avant"], 9) == ()
    assert vault.lists.search(["apres"], 9) == ((HERS, one.ref),)


def test_no_words_take_an_entry_out_of_the_search(vault: Vault) -> None:
    one = note(vault)
    vault.write(lambda: vault.lists.write_search(one.ref, "avant"))
    vault.write(lambda: vault.lists.write_search(one.ref, ""))
    assert vault.lists.search(["avant"], 9) == ()


def searchable(vault: Vault, case: CaseId, words: str = "mot") -> Ref:
    one = note(vault, case=case)
    vault.write(lambda: vault.lists.write_search(one.ref, words))
    return one.ref


def test_a_search_gives_each_dossier_once_by_its_latest_entry(vault: Vault) -> None:
    searchable(vault, HERS)
    others = searchable(vault, OTHERS)
    hers = searchable(vault, HERS)
    assert vault.lists.search(["mot"], 9) == ((HERS, hers), (OTHERS, others))


def test_a_search_stops_at_its_limit(vault: Vault) -> None:
    for number in range(1, 4):
        searchable(vault, CaseId(UUID(int=number)))
    assert len(vault.lists.search(["mot"], 2)) == 2
    assert vault.lists.search(["mot"], 0) == ()


def test_a_search_finds_neither_the_house_nor_a_closed_dossier(vault: Vault) -> None:
    searchable(vault, HOUSE)
    searchable(vault, OTHERS)
    hers = searchable(vault, HERS)
    vault.write(lambda: vault.lists.write_case(OTHERS, line(OTHERS, status=Status.CLOSED), ()))
    assert vault.lists.search(["mot"], 9) == ((HERS, hers),)


# Drafts -------------------------------------------------------------------------------


KEY = DraftKey(ANNE, HERS, "note")


def save(vault: Vault, key: DraftKey, body: bytes, at: int) -> None:
    vault.write(lambda: vault.drafts.save(key, body, at))


def test_a_draft_takes_the_place_of_the_former(vault: Vault) -> None:
    vault.write(lambda: vault.drafts.save(KEY, b"un", 1))
    vault.write(lambda: vault.drafts.save(KEY, b"deux", 2))
    assert vault.drafts.read(KEY) == b"deux"


def test_each_worker_dossier_and_place_has_its_own_draft(vault: Vault) -> None:
    keys = [
        KEY,
        DraftKey(BEA, HERS, "note"),
        DraftKey(ANNE, OTHERS, "note"),
        DraftKey(ANNE, HERS, "b"),
    ]
    for number, key in enumerate(keys):
        save(vault, key, str(number).encode(), number)
    assert [vault.drafts.read(key) for key in keys] == [b"0", b"1", b"2", b"3"]


def test_a_dropped_draft_is_gone(vault: Vault) -> None:
    vault.write(lambda: vault.drafts.save(KEY, b"un", 1))
    vault.write(lambda: vault.drafts.drop(KEY))
    assert vault.drafts.read(KEY) is None
    vault.write(lambda: vault.drafts.drop(KEY))


def test_the_drafts_of_a_dossier_go_together(vault: Vault) -> None:
    other = DraftKey(ANNE, OTHERS, "note")
    vault.write(lambda: vault.drafts.save(KEY, b"un", 1))
    vault.write(lambda: vault.drafts.save(DraftKey(BEA, HERS, "b"), b"deux", 2))
    vault.write(lambda: vault.drafts.save(other, b"trois", 3))
    vault.write(lambda: vault.drafts.drop_case(HERS))
    assert vault.drafts.of_worker(ANNE) == (other,)
    assert vault.drafts.of_worker(BEA) == ()


def test_the_latest_draft_of_a_worker_comes_first(vault: Vault) -> None:
    other = DraftKey(ANNE, OTHERS, "note")
    vault.write(lambda: vault.drafts.save(KEY, b"un", 5))
    vault.write(lambda: vault.drafts.save(other, b"deux", 4))
    assert vault.drafts.of_worker(ANNE) == (KEY, other)


def test_a_new_vault_is_sound_and_real(vault: Vault) -> None:
    assert vault.faults() == ()
    assert not vault.training


def test_a_vault_can_be_closed_twice(vault: Vault) -> None:
    vault.close()
    vault.close()
