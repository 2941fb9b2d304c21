"""Everything that is data and not code, read from one folder when it is first needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar, cast

from filet.adapters.catalogue import families, papers
from filet.adapters.catalogue import instruments as packs
from filet.adapters.catalogue.answers import Answers, read_answers
from filet.adapters.catalogue.grammar import Late, read_grammar
from filet.adapters.catalogue.helping import read_help
from filet.adapters.catalogue.papers import PaperPack
from filet.adapters.catalogue.tactics import tactics
from filet.adapters.catalogue.timely import Timely, timely
from filet.adapters.catalogue.toml import Folder, Pile, broken
from filet.adapters.catalogue.words import LANGUAGES
from filet.domain.control import Taxonomy
from filet.domain.directory import Directory
from filet.domain.errors import LanguageUnreviewed, PackBroken, UnknownPack
from filet.domain.factors import Marker
from filet.domain.flaws import Fault
from filet.domain.grammar import Lexicon, marked
from filet.domain.help import Help
from filet.domain.incidents import Severity
from filet.domain.instruments import Instrument, ItemType, Kind, LicenceClass, by_number
from filet.domain.law import Law
from filet.domain.levels import Levels, ProposedAction
from filet.domain.packs import Tried
from filet.domain.paper_words import PaperWords
from filet.domain.papers import NOT_OF_A_PLAN
from filet.domain.plan import PlanCatalogue, unknown_triggers
from filet.domain.stages import Stages
from filet.domain.triggers import Trigger

T = TypeVar("T")

REGION = "quebec"


class Catalogue:
    """The data that Filet brings along. Each family is read once, and refused if it is faulty."""

    def __init__(self, resources: Path, languages: Sequence[str] = LANGUAGES) -> None:
        self._root = resources
        self._languages = tuple(languages)
        self._kept: dict[str, object] = {}
        self._unreviewed: dict[str, tuple[str, ...]] = {}
        self._forms = Late(self.grammar)

    def instruments(self) -> tuple[Instrument, ...]:
        """Return the last version of every instrument: inventory, screenings, forms."""
        found = (self.instrument(name) for name in self._folders("instruments"))
        order = {kind: place for place, kind in enumerate(Kind)}
        return tuple(sorted(found, key=lambda tool: (order[tool.kind], tool.id)))

    def instrument(self, name: str, version: str | None = None) -> Instrument:
        """Return an instrument, in its last version unless told otherwise.

        Raises UnknownPack.
        """
        if name not in self._folders("instruments"):
            raise UnknownPack(name=name)
        versions = self._folders(f"instruments/{name}")
        wanted = version if version is not None else max(versions, key=by_number, default="")
        if wanted not in versions:
            raise UnknownPack(name=f"{name} {wanted}".strip())
        path = f"instruments/{name}/{wanted}"
        return self._once(path, lambda folder: self._instrument(folder, path))

    def grammar(self) -> Lexicon:
        """Return how texts follow the grammar of a dossier, in every language."""
        return self._once(
            "grammar", lambda folder: read_grammar(folder, "grammar", self._languages)
        )

    def markers(self) -> tuple[Marker, ...]:
        """Return every marker, in the order in which they are shown."""
        return self._spoken(
            "markers", lambda folder: families.markers(folder, "markers", self._languages)
        )

    def triggers(self) -> tuple[Trigger, ...]:
        """Return what asks that a level and a plan be looked at again."""
        return self._timely().triggers

    def severity(self) -> Severity:
        """Return the degrees of an incident."""
        return self._timely().severity

    def stages(self) -> Stages:
        """Return the chronology in stages."""
        return self._timely().stages

    def tactics(self) -> tuple[Taxonomy, ...]:
        """Return every version of the list of tactics of control, the newest last."""
        versions = sorted(self._folders("control"), key=by_number)
        return tuple(self._tactics(f"control/{version}") for version in versions)

    def levels(self, region: str = REGION) -> Levels:
        """Return the levels and actions of a region."""
        path = f"levels/{region}"
        markers = [marker.id for marker in self.markers()]
        return self._spoken(
            path, lambda folder: families.levels(folder, path, self._languages, markers)
        )

    def actions(self) -> tuple[ProposedAction, ...]:
        """Return every action that may be proposed."""
        return self.levels().actions

    def plan(self, name: str = REGION) -> PlanCatalogue:
        """Return the measures of a region, in their last version."""
        versions = self._folders(f"plan/{name}")
        path = f"plan/{name}/{max(versions, key=by_number, default='')}"
        critical = frozenset(marker.id for marker in self.markers() if marker.critical)
        return self._spoken(
            path, lambda folder: families.plan(folder, path, self._languages, critical)
        )

    def directory(self, region: str = REGION) -> Directory:
        """Return the numbers of a region."""
        path = f"directory/{region}"
        return self._once(path, lambda folder: families.directory(folder, path, self._languages))

    def help(self) -> Help:
        """Return what can be read by F1."""
        return self._once("help", lambda folder: read_help(folder, "help", self._languages))

    def law(self) -> tuple[Law, ...]:
        """Return every rule of law, with its versions."""
        return tuple(self._law(f"law/{name}") for name in self._folders("law"))

    def papers(self) -> tuple[PaperPack, ...]:
        """Return every paper, with its words."""
        return tuple(self.paper(name) for name in self._folders("papers"))

    def paper(self, name: str) -> PaperPack:
        """Return one paper, with its words."""
        path = f"papers/{name}"
        return self._spoken(path, lambda folder: papers.paper(folder, path, self._languages))

    def paper_words(self, template: str, language: str) -> PaperWords:
        """Return the words of a paper, and how many of its files nobody has read over.

        Ours may be printed meanwhile, and say so inside; any other language waits until
        somebody who reads it has read all of them. Raises LanguageUnreviewed.
        """
        if language not in LANGUAGES and not self._is_read_over(template, language):
            raise LanguageUnreviewed(name=language)
        pack, plan = self.paper(template), self.plan()
        here = (f"papers/{pack.id}/", *self._spoken_of(pack.id, plan.id))
        unread = [path for paths in self._unreviewed.values() for path in paths]
        count = sum(path.startswith(here) and f".{language}." in path for path in unread)
        return pack.words(language, count, self._first_hour(language) if pack.asks else ())

    def _is_read_over(self, template: str, language: str) -> bool:
        """Tell whether a paper has words in a language, all of them read by a second person."""
        if language not in self._languages:
            return False
        self.paper(template)
        waiting = self._unreviewed.get(f"papers/{template}", ())
        return not any(f".{language}." in path for path in waiting)

    def _spoken_of(self, paper: str, plan: str) -> tuple[str, ...]:
        """Return the folders whose words stand on a paper besides its own."""
        if paper not in NOT_OF_A_PLAN:
            return (f"plan/{plan}/",)
        self.instruments()
        self.levels()
        self.tactics()
        return ("instruments/", "levels/", "control/")

    def _first_hour(self, language: str) -> Sequence[tuple[str, ItemType]]:
        """Return the questions that come first, in their order, as they are said aloud."""
        asked = [
            (item.first_hour, tool.texts[language].items[item.id].question, item.type)
            for tool in self.instruments()
            if tool.kind is Kind.INVENTORY
            for item in tool.items
            if item.first_hour is not None
        ]
        return [(question, kind) for _, question, kind in sorted(asked)]

    def betraying(self) -> tuple[str, ...]:
        """Return the words that can give her away on a card, in every language."""
        texts = self.paper("card").texts.values()
        return tuple(
            dict.fromkeys(word for said in texts for word in said.get("words_that_betray", ()))
        )

    def unreviewed(self) -> int:
        """Return how many files of words no second person has read."""
        self.verify()
        return sum(len(paths) for paths in self._unreviewed.values())

    def read_answers(self, data: bytes) -> Answers:
        """Return the answers in a file. Raises AnswersUnreadable."""
        return read_answers(data)

    def validate(self, path: Path) -> tuple[Fault, ...]:
        """Return every fault of an instrument pack in a folder of its own."""
        return packs.validate(path, self._languages, (marker.id for marker in self.markers()))

    def gather(self, path: Path) -> tuple[dict[str, str], tuple[Fault, ...]]:
        """Return the texts of a pack in a folder, and what is wrong with its files."""
        return packs.gather(path, self._languages)

    def tried(self, files: Mapping[str, str]) -> Tried:
        """Read a pack from its texts, and run its examples."""
        folder = Pile({name: text.encode() for name, text in files.items()})
        markers = [marker.id for marker in self.markers()]
        found = packs.load(folder, "", self._languages, markers)
        return Tried(self._following(found), tuple(folder.faults))

    def shipped_files(self, name: str, version: str) -> dict[str, str]:
        """Return the texts of a pack that Filet brings along; nothing where it has none."""
        known = name in self._folders("instruments")
        if not known or version not in self._folders(f"instruments/{name}"):
            return {}
        return packs.gather(self._root / "instruments" / name / version, self._languages)[0]

    def verify(self) -> dict[str, int]:
        """Read everything and return how much there is of each. Raises PackBroken."""
        plan, directory = self.plan(), self.directory()
        items = (item.id for tool in self.instruments() for item in tool.items)
        for fault in unknown_triggers(plan, items, (marker.id for marker in self.markers())):
            raise PackBroken(path=f"plan/{plan.id}", fault=fault)
        return {
            "instruments": len(self.instruments()),
            "forms": len(self.grammar()),
            "markers": len(self.markers()),
            "actions": len(self.actions()),
            "measures": len(plan.measures),
            "numbers": len(directory.numbers),
            "laws": len(self.law()),
            "papers": len(self.papers()),
            "topics": len(self.help().topics),
            "triggers": len(self.triggers()),
            "tactics": len(self.tactics()[-1].tactics),
        }

    def _instrument(self, folder: Folder, path: str) -> Instrument | None:
        markers = [marker.id for marker in self.markers()]
        found = packs.load(folder, path, self._languages, markers)
        if found is not None and path != f"instruments/{found.id}/{found.version}":
            folder.blame(path, ["this folder is not named after its id and version"])
        return self._following(found)

    def _following(self, found: Instrument | None) -> Instrument | None:
        """Let our own words follow the grammar of a dossier; nobody else's are ever touched."""
        ours = found is not None and found.licence.kind is LicenceClass.OWN
        return marked(found, self._forms) if ours else found

    def _timely(self) -> Timely:
        return self._spoken("time", lambda folder: timely(folder, "time", self._languages))

    def _tactics(self, path: str) -> Taxonomy:
        return self._spoken(path, lambda folder: tactics(folder, path, self._languages))

    def _law(self, path: str) -> Law:
        return self._once(path, lambda folder: families.law(folder, path, self._languages))

    def _folders(self, path: str) -> list[str]:
        return self._once(f"{path}/", lambda folder: folder.folders(path))

    def _spoken(self, key: str, load: Callable[[Folder], T | None]) -> T:
        """Read once what follows the grammar of a dossier."""
        return self._once(key, lambda folder: marked(load(folder), self._forms))

    def _once(self, key: str, load: Callable[[Folder], T | None]) -> T:
        if key not in self._kept:
            self._kept[key] = self._sound(key, load)
        return cast("T", self._kept[key])

    def _sound(self, key: str, load: Callable[[Folder], T | None]) -> T:
        folder = Folder(self._root)
        found = load(folder)
        self._unreviewed[key] = tuple(folder.unreviewed)
        for fault in folder.faults:
            raise broken(fault)
        if found is None:
            raise PackBroken(path=key, fault="this cannot be read")
        return found
