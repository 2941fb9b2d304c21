"""Papers of invented people, and what other programs read in the files made of them."""

from __future__ import annotations

import subprocess
from pathlib import Path

from filet.domain.blocks import (
    Block,
    CardPanel,
    Emergency,
    Heading,
    Layout,
    Lead,
    Notice,
    Numbers,
    Paper,
    Person,
    Point,
    Question,
    Quote,
    Small,
    Tick,
    Ticks,
    Title,
    Voiced,
    WriteLines,
)

BLOCKS: tuple[Block, ...] = (
    Title("Mon scénario de protection"),
    Lead("Fait le 16 février 2027. Cette feuille reste ici.", "À détruire le 16 mai 2027."),
    Emergency("En danger tout de suite", "911", "Je dis d'abord où je suis."),
    Heading("S'il devient violent"),
    Point("Je vais vers l'entrée. J'évite la cuisine et le sous-sol."),
    Point(
        "S'il me serre le cou, même une fois, même sans marque : je vais à l'urgence. De la misère"
        " à respirer, à avaler ou à parler, perdu connaissance, ou enceinte : 911."
    ),
    Heading("Mes enfants", "Zoé et Théo"),
    Point("Ils sortent chez Mme Boisclair."),
    Heading("À préparer, à mon rythme"),
    Ticks(("Lunettes", "Carte bancaire", "Médicaments", "Doudou", "Copies")),
    Tick("Un nouveau courriel, sur un appareil qu'il n'a jamais touché."),
    Heading("Les gens sur qui je compte"),
    Person("Prunelle, ma sœur", "8195550122", "à toute heure"),
    Person("Mme Boisclair", "819 555-0163"),
    Numbers((("Urgence", "911"), ("Łucja Şahin", "1 800 555-0199"))),
    Heading("Ce qui me fait tenir"),
    Quote("Mes enfants. La rivière."),
    Voiced("Je sors par le jardin.", "Équipe : reste au dossier."),
    Voiced("Je garde mon cell chargé.", "Équipe : gardée telle quelle.", is_hers=False),
    Question("Est-ce que ça empire?", ("Oui", "Non", "Préfère ne pas répondre"), "Ses mots :", 2),
    Notice("Cette feuille ne sort pas d'ici.", "On la détruit ensemble."),
    WriteLines("À ajouter à la main :", 3),
    Small("Textes pas encore relus : 7."),
)
CARD = Paper(
    "card",
    "fr",
    (
        CardPanel("Semaine", (("Club de tricot", "819 555-0122"),), ("Muffins aux bleuets",)),
        CardPanel("À ne pas oublier", (), ("Changer l'ampoule", "Laine bleue, 2 balles")),
    ),
    layout=Layout.CARD,
)


def letter(*blocks: Block, language: str = "fr", watermark: str = "") -> Paper:
    """Return a letter paper of these blocks."""
    return Paper(
        "stays",
        language,
        blocks or BLOCKS,
        footer="Ce plan est à moi.",
        page_words="{page} de {pages}",
        watermark=watermark,
        continued="{title}, suite",
    )


def saved(folder: Path, data: bytes) -> Path:
    """Return a file with these bytes, for programs that read files."""
    path = folder / "sheet.pdf"
    path.write_bytes(data)
    return path


def told(*command: str | Path) -> str:
    """Return what a program says."""
    done = subprocess.run(command, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def read(path: Path, *options: str) -> str:
    """Return the text of a file as pdftotext reads it, in one line, hyphens plain."""
    text = told("pdftotext", *options, path, "-")
    return " ".join(text.replace("\u2011", "-").split())
