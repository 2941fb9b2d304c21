"""Names and sentences of nobody: made from syllables and from a small list of French words."""

from __future__ import annotations

from random import Random

INITIALS = "LB"
PASSPHRASE = "rivière ardoise tambour falaise"  # noqa: S105 - opens invented data only

_GIVEN = ("Ma", "Lu", "É", "So", "Jo", "Ca", "Ni", "Flo", "Zoé", "Hé", "Aï", "Ro", "Vi", "Cé")
_MIDDLE = ("ri", "lou", "no", "da", "mi", "lé", "thi", "ra", "sa", "vé")
_END = ("ne", "lie", "se", "da", "tte", "ça", "nie", "", "ve", "lle")
_FAMILY = ("Bro", "Char", "Del", "Fou", "Gar", "La", "Mo", "Pel", "Rou", "Trem", "Val", "Œuv")
_COMMON = (
    "elle dit que il est venu devant la porte hier soir avec les enfants puis parti vers"
    " son auto sans parler elle dort mal depuis mardi reste chez une amie veut un avis"
    " école appel travail téléphone clé ménage loyer rendez-vous cour juge police sœur"
    " peur calme fenêtre escalier stationnement voisine garderie épicerie médecin"
).split()


def syllables(random: Random) -> str:
    """Return a rare word: among four thousand others."""
    parts = (_FAMILY, _MIDDLE, _MIDDLE, ("d", "nt", "r", "que"))
    return "".join(random.choice(part) for part in parts).lower()


def given(random: Random) -> str:
    """Return a first name."""
    return random.choice(_GIVEN) + random.choice(_MIDDLE) + random.choice(_END)


def family(random: Random) -> str:
    """Return a family name."""
    parts = (_FAMILY, _MIDDLE, _MIDDLE, ("er", "ault", "eau", "in", "et"))
    return "".join(random.choice(part) for part in parts)


def sentence(random: Random, length: int = 14) -> str:
    """Return words of which a few come very often and one is rare."""
    places = (int(len(_COMMON) * random.random() ** 2) for _ in range(length))
    return " ".join((*(_COMMON[place] for place in places), syllables(random)))
