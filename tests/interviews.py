"""An interview that tests drive by real keys, and what a screen reader can walk of it."""

from __future__ import annotations

from indoors import Indoors
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from filet.application.interviewing import Spot
from filet.application.screening import new_session
from filet.domain.ids import CaseId, SessionId
from filet.domain.instruments import Value
from filet.domain.kinds import (
    Manner,
    SessionBegun,
    Source,
    SourceKind,
    StatementMade,
    WordsNoted,
)
from filet.gui.screens.interview import InterviewScreen
from filet.gui.widgets.interview_desk import InterviewDesk
from filet.gui.widgets.with_her import WithHer

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
POLICE = Source(SourceKind.POLICE)
LEAVING = "he_knows_leaving"


class Table:
    """A house, a dossier, an interview that was begun, and the page that shows it."""

    def __init__(self, qtbot: QtBot, **how: object) -> None:
        self.qtbot = qtbot
        self.house = Indoors(**{k: how.pop(k) for k in ("language", "scale") if k in how})  # type: ignore[arg-type] # what a test asks for
        self.case: CaseId = self.house.case("Mirabelle", "Exemple-Roy")
        self.pack = str(how.pop("pack", ""))
        self.session = self.begin()
        self.page = self.open(**how)

    def begin(self) -> SessionId:
        session = new_session()
        begun = SessionBegun(session, Manner.FACE_TO_FACE, pack=self.pack)
        self.house.services.screening.begin(self.case, begun)
        return session

    def open(self, **how: object) -> InterviewScreen:
        house = self.house
        size = how.pop("size", (1310, 648))
        page = InterviewScreen(house.context, house.services, self.case, self.session, **how)  # type: ignore[arg-type] # what a test asks for
        self.qtbot.addWidget(page)
        page.resize(*size)  # type: ignore[misc] # two numbers
        page.show()
        self.qtbot.waitExposed(page)
        page.activateWindow()
        self.qtbot.waitUntil(page.isActiveWindow)
        page.take_focus()
        self.page = page
        return page

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(self.page.window().focusWidget(), key, modifier)

    def spot(
        self, item: str, source: Source | None = None, session: SessionId | None = None
    ) -> Spot:
        key = f"{item}@inventaire-filet-1"
        where = Spot(self.case, session or self.session, key)
        return where if source is None else Spot(self.case, where.session, key, source)

    @property
    def desk(self) -> InterviewDesk:
        assert self.page.desk is not None
        return self.page.desk

    @property
    def hers(self) -> WithHer:
        assert self.page.hers is not None
        return self.page.hers

    @property
    def item(self) -> str:
        return self.page.asking.question.item.id

    def kept(self, kind: type) -> list[object]:
        return list(self.house.desk.read(self.case).all(kind))

    def statements(self) -> list[StatementMade]:
        return [one for one in self.kept(StatementMade) if isinstance(one, StatementMade)]

    def values(self) -> list[Value | None]:
        return [one.value for one in self.statements()]

    def words(self) -> list[str]:
        return [one.text for one in self.kept(WordsNoted) if isinstance(one, WordsNoted)]


def full(qtbot: QtBot, **how: object) -> Table:
    """An interview in which others spoke, with notes, marks and former answers."""
    table = Table(qtbot)
    use = table.house.services.interviewing
    use.choose(table.spot(LEAVING), Value.NO)
    table.house.clock.move(days=20)
    table.session = table.begin()
    use.choose(table.spot(LEAVING), Value.YES)
    use.quote(table.spot(LEAVING), "Je lui ai dit dimanche.")
    use.note(table.spot(LEAVING), "NOTE-DE-LA-COLLEGUE")
    use.choose(table.spot(LEAVING, POLICE), Value.NO)
    use.quote(table.spot(LEAVING, POLICE), "MOTS-DE-LA-POLICE")
    use.choose(table.spot("weapon_in_reach", POLICE), Value.YES)
    use.mark(table.spot(LEAVING), on=True)
    table.open(item=LEAVING, **how)
    return table


HIDDEN = (
    "NOTE-DE-LA-COLLEGUE",
    "MOTS-DE-LA-POLICE",
    "Police",
    "DPJ",
    "Qui le dit",
    "Ma note",
    "À reprendre",
    "éclaircir",
    "avait dit",
    "Première heure",
    "réponses sur",
    "Arme à portée",
    "Il lui a serré le cou",
    "Ne la presser",
    "Terminer",
    "Quand?",
    "En liste",
)
