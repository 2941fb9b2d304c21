"""Data that is not code: read from TOML, checked, and handed over as values of the domain."""

from filet.adapters.catalogue.answers import Answers, read_answers
from filet.adapters.catalogue.catalogue import Catalogue
from filet.adapters.catalogue.instruments import validate
from filet.adapters.catalogue.papers import PaperPack

__all__ = ["Answers", "Catalogue", "PaperPack", "read_answers", "validate"]
