"""A house as on a common evening: the training course, and other women around it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from builders import PASSPHRASE, House

from filet import bootstrap
from filet.adapters.catalogue import Catalogue
from filet.adapters.catalogue.course import read_course
from filet.adapters.clock import HOUSE_ZONE
from filet.application.appraising import Judgement, new_action
from filet.application.composing import Issue
from filet.application.control import new_tactic
from filet.application.course import CourseClock
from filet.application.demonstrating import Demonstration
from filet.application.desk import Desk
from filet.application.outside import new_outside
from filet.application.planning import new_measure
from filet.application.referring import Parcel, new_consent
from filet.application.reviewing import new_change
from filet.application.seconding import SecondReading
from filet.application.services import Services
from filet.application.unlocking import Entered
from filet.application.workers import Described, Passphrase
from filet.domain.ids import CaseId
from filet.domain.kinds import (
    ActionPlanned,
    Answer,
    Capacity,
    ChangeNoted,
    CommunicationMade,
    ConsentAnswered,
    Destination,
    Duty,
    ErasureReason,
    Family,
    Form,
    Ground,
    HoldReason,
    Level,
    LevelSigned,
    Opinion,
    OutsideResultNoted,
    PersonDescribed,
    Recipient,
    Role,
    Status,
    StatusSet,
    Still,
    TacticNoted,
    Whose,
)
from filet.domain.moments import Due, Told
from filet.domain.retention import Rule
from filet.domain.rows import people
from filet.paths import Paths

COLLEAGUE = "BT"
"""Initials of a second person who manages the house."""
COURSE = "course"
"""The key of the dossier in which nearly everything was written."""
WOMEN = {
    "violette": ("Violette", "Essai-Côté"),
    "eglantine": ("Églantine", "Fictive-Dubé"),
    "noisette": ("Noisette", "Exemple-Roy"),
    "soraya": ("Soraya", "Modèle-Benali"),
    "iris": ("Iris", "Démo-Nguyen"),
    "jacinthe": ("Jacinthe", "Spécimen"),
    "capucine": ("Capucine", "Brouillon"),
    "aubepine": ("Aubépine", "Modèle"),
    "absinthe": ("Absinthe", "Essai-Roy"),
    "valeriane": ("Valériane", "Fictive"),
    "camomille": ("Camomille", "Exemple"),
    "bourrache": ("Bourrache", "Spécimen"),
}
"""By the key under which the tour knows each."""
_STATUS = {
    "violette": Status.HOUSED,
    "eglantine": Status.OUTREACH,
    "noisette": Status.OUTREACH,
    "soraya": Status.HOUSED,
    "iris": Status.OUTREACH,
    "jacinthe": Status.AFTER_STAY,
}
_CLOSED = {"aubepine": 7, "absinthe": 8, "valeriane": 9, "camomille": 10, "bourrache": 11}
"""How many years ago; each of their times is over, or nearly."""
_CHILDREN = {"violette": 2, "noisette": 2, "soraya": 1, "iris": 1}
_LEVELS = {
    "violette": Level.IMMINENT,
    "eglantine": Level.AGGRAVATED,
    "noisette": Level.AGGRAVATED,
    "soraya": Level.MODERATE,
    "iris": Level.MODERATE,
    "jacinthe": Level.NOT_ESTABLISHED,
}
WRITTEN = {
    "reasons": "Il sait qu'elle part.",
    "otherwise": "Il l'attend chaque soir devant son travail.",
    "release": "Sorti hier, il doit rester à cent mètres.",
    "hearing": "Garde des enfants, à neuf heures.",
    "police": "rappel du service de police",
    "station": "Service de police d'essai",
    "clsc": "CLSC d'essai",
    "somebody": "Mme Exemple",
    "lawyer": "aide juridique d'essai",
    "purpose": "qu'on la rappelle avant son départ",
    "agreed": "oui, mais pas à mon travail",
    "took_back": "j'ai changé d'idée",
    "call": "appel, avant 15 h seulement",
    "court": "accompagnement au palais de justice",
    "plan": "suite du scénario",
    "worker": "Maude R.",
    "coordination": "Béatrice T.",
    "trainee": "Hortense S.",
    "child": "Zoé",
    "tool": "ODARA",
    "outside": "5, catégorie 5-6",
    "told": "Il garde ma carte. Il me donne vingt piastres, pis il veut la facture.",
    "seen": "Elle demande la permission avant d'ouvrir la fenêtre.",
    "since": "depuis 2020",
}
"""What was typed in this house beside the course; the course has words of its own."""


_COPIED = (*(24 * days + 15 for days in (12, 11, 10, 8, 7, 6, 5, 4, 3, 2, 1)), 15)
"""How many hours ago each copy was made: one night was missed."""


class FilledHouse:
    """A house on disk in which much was written, and where each dossier is."""

    def __init__(self, root: Path, resources: Path, language: str) -> None:
        self.house = House(root)
        self.paths = Paths(resources, self.house.local)
        self.cases: dict[str, CaseId] = {}
        self._language = language
        entered = self.house.create()
        try:
            self._live_course(entered)
            self._let_in(self.house.desk(entered))
            services = bootstrap._services(entered, self.paths, self.house.clock)
            self._meet_others(services)
            self._share(services)
            self._copy(services)
            self._end(entered)
        finally:
            self.house.unlocking.lock(entered)
        self._ask_as_colleague()

    @property
    def initials(self) -> str:
        return "AB"

    @property
    def passphrase(self) -> str:
        return PASSPHRASE

    def _let_in(self, desk: Desk) -> None:
        """Give a coordinator, a worker and a trainee their access, each for her time."""
        today = self.house.clock.today()
        colleagues = (
            (COLLEAGUE, Described(WRITTEN["coordination"], Duty.COORDINATION, True)),
            ("MR", Described(WRITTEN["worker"], Duty.WORKER, since=today - timedelta(days=40))),
            ("HS", Described(WRITTEN["trainee"], Duty.TRAINEE, until=today + timedelta(days=60))),
        )
        own, workers = Passphrase(PASSPHRASE), self.house.workers(desk)
        for initials, described in colleagues:
            workers.enrol(own, initials, described, PASSPHRASE + initials)

    def _copy(self, use: Services) -> None:
        """Copy everything on some nights of the last weeks, and then on the last ones."""
        self.key.mkdir()
        use.backing_up.arrange(self.key)
        for hours in _COPIED:
            self.house.clock.move(hours=-hours)
            use.backing_up.run()
            self.house.clock.move(hours=hours)

    @property
    def key(self) -> Path:
        """Where the copies go."""
        return self.house.root / "cle"

    def _live_course(self, entered: object) -> None:
        data = Catalogue(self.paths.resources)
        actions = {action.id: action.texts[self._language] for action in data.actions()}
        course = read_course(self.paths.resources / "demo", self._language, actions)
        start = self.house.clock.today() - timedelta(days=course.days + 1)
        clock = CourseClock(start, HOUSE_ZONE)
        services = bootstrap._services(entered, self.paths, clock)  # type: ignore[arg-type]  # what House made
        walk = Demonstration(course, clock, services, lambda _name, _sheet: None)
        for _ in walk.walk():
            pass
        self.cases[COURSE] = walk.case

    def _meet_others(self, use: Services) -> None:
        for key, (given, family) in WOMEN.items():
            self.cases[key] = case = use.cases.create(given, family).value.case
            if key in _STATUS:
                since = self.house.clock.today() - timedelta(days=9)
                use.cases.set_status(case, StatusSet(_STATUS[key], since))
            for number in range(_CHILDREN.get(key, 0)):
                child = PersonDescribed(
                    use.cases.new_person(), Role.CHILD, f"{WRITTEN['child']}{number}"
                )
                use.cases.describe(case, child)
        for key, level in _LEVELS.items():
            self._sign(use, key, level)
        self._plan(use)
        noted = OutsideResultNoted(new_outside(), WRITTEN["tool"], WRITTEN["outside"])
        use.outside.note(self.cases["eglantine"], replace(noted, filled_by=WRITTEN["station"]))
        self._control(use)
        self._change_since_a_paper(use)
        self._learn(use)

    def _share(self, use: Services) -> None:
        """Let her agree to one thing, take another back, refuse a third; let one file leave."""
        case, today = self.cases[COURSE], self.house.clock.today()
        recipients = (
            Recipient(WRITTEN["station"], "", Capacity.POLICE, "819 555-0150", ""),
            Recipient(WRITTEN["clsc"], "", Capacity.HEALTH),
            Recipient(WRITTEN["lawyer"], "", Capacity.LEGAL),
        )
        answers = (Answer.ACCEPTED, Answer.ACCEPTED, Answer.REFUSED)
        for recipient, answer in zip(recipients, answers, strict=True):
            agrees = answer is Answer.ACCEPTED
            said = ConsentAnswered(
                new_consent(), recipient, WRITTEN["purpose"], answer,
                tuple(Family) if agrees else (), WRITTEN["agreed"] if agrees else "",
                Form.SPOKEN if agrees else None, today + timedelta(days=30) if agrees else None,
            )  # fmt: skip
            use.referring.answer(case, said)
            if agrees:
                offer = use.referring.offer(case, said.consent, self._language)
                parcel = Parcel(said.consent, frozenset({offer.items[0].key}), self._language)
                path = self.house.root / f"{said.consent}.pdf"
                use.referring.send(case, parcel, path)
                for unread in use.referring.unread_phrases():
                    use.referring.phrase_read(unread.case, unread.paper)
            if recipient.capacity is Capacity.HEALTH:
                use.referring.withdraw(case, said.consent, WRITTEN["took_back"])
        told = CommunicationMade(
            case, WRITTEN["somebody"], WRITTEN["clsc"], "819 555-0160", "", WRITTEN["call"],
            WRITTEN["purpose"], Ground.TO_SPECIFY,
        )  # fmt: skip
        use.calls.tell(told)

    def _control(self, use: Services) -> None:
        """Note what she tells of control, and what a worker saw."""
        newest, case = use.control.lists()[-1], self.cases["eglantine"]
        keys = {tactic.id: newest.names(tactic) for tactic in newest.tactics}
        money = TacticNoted(new_tactic(), keys["economic"], WRITTEN["told"], still=Still.NOW,
                            happened=Told(WRITTEN["since"], date(2020, 1, 1)))  # fmt: skip
        seen = TacticNoted(
            new_tactic(), keys["micro_regulation"], WRITTEN["seen"], Whose.TEAM, language="fr"
        )
        for said in (seen, money):
            use.control.note(case, said)

    def _change_since_a_paper(self, use: Services) -> None:
        """Print a plan, then learn that her life, and what she wants, is no longer the same."""
        case, planning = self.cases["jacinthe"], use.planning
        planning.set_situations(case, frozenset({"pets"}))
        catalogue = planning.board(case).catalogue
        for idea in ("signs_pets", "prep_pets"):
            planning.keep_idea(case, f"{idea}@{catalogue.id}-{catalogue.version}", self._language,
                               new_measure())  # fmt: skip
        issue = Issue("stays", self._language, Destination.STAYS_HERE)
        use.printing.issue(case, issue, lambda _: None)
        planning.set_situations(case, frozenset({"rural"}))
        planning.keep_idea(case, f"rural_early@{catalogue.id}-{catalogue.version}", self._language,
                           new_measure())  # fmt: skip

    def _learn(self, use: Services) -> None:
        """Learn of a hearing and of a release after a level was signed and a plan was made."""
        for days, (key, trigger) in enumerate((("jacinthe", "release"), ("iris", "hearing"))):
            on = self.house.clock.today() + timedelta(days=9 * days)
            change = ChangeNoted(new_change(), trigger, on, WRITTEN[trigger])
            use.reviewing.note(self.cases[key], change)

    def _end(self, entered: Entered) -> None:
        """Close dossiers years ago: one is kept longer, one asked to go, one destroyed."""
        use = bootstrap._services(entered, self.paths, self.house.clock)
        for key, years in _CLOSED.items():
            since = self.house.clock.today() - timedelta(days=round(365.25 * years) - 20)
            use.cases.set_status(self.cases[key], StatusSet(Status.CLOSED, since))
        use.retaining.decide(Rule(7, 30, date(2026, 5, 4)))
        until = self.house.clock.today() + timedelta(days=190)
        use.destroying.hold(self.cases["absinthe"], HoldReason.ACCESS_REQUEST, "", until)
        own, second = Passphrase(PASSPHRASE), (COLLEAGUE, PASSPHRASE + COLLEAGUE)
        use.retaining.ask(self.cases["valeriane"], own)
        use.destroying.destroy(self.cases["bourrache"], ErasureReason.RETENTION, second)

    def _ask_as_colleague(self) -> None:
        """Ask that a dossier go, and see a level otherwise, in a session of hers."""
        entered = self.house.enter(COLLEAGUE)
        use = bootstrap._services(entered, self.paths, self.house.clock)
        use.retaining.ask(self.cases["camomille"], Passphrase(PASSPHRASE + COLLEAGUE))
        level = use.cases.read(self.cases["soraya"]).all(LevelSigned)[-1].level_id
        reading = SecondReading(level, Opinion.DIFFERS, Level.AGGRAVATED, WRITTEN["otherwise"])
        use.seconding.second(self.cases["soraya"], reading)
        self.house.unlocking.lock(entered)

    def _sign(self, use: Services, key: str, level: Level) -> None:
        case = self.cases[key]
        file = use.cases.read(case)
        her = tuple(who for who, one in people(file).items() if one.role is Role.HER)
        judgement = Judgement(
            level, her, (), WRITTEN["reasons"], self._due(3), level is Level.IMMINENT,
            taken_into_account=WRITTEN["reasons"],
        )  # fmt: skip
        use.appraising.sign(case, judgement)

    def _plan(self, use: Services) -> None:
        planned = (
            ("violette", "police", self._due(0, "23:30")),
            ("eglantine", "call", self._due(-3)),
            ("soraya", "court", self._due(1, "09:00")),
            ("iris", "plan", self._due(2, "13:00")),
        )
        for key, words, due in planned:
            who = WRITTEN["worker"]
            action = ActionPlanned(new_action(), WRITTEN[words], who=who, due=due)
            use.appraising.plan(self.cases[key], action)

    def _due(self, days: int, hour: str = "") -> Due:
        return Due(self.house.clock.today() + timedelta(days=days), hour)
