"""Where the lines of a sheet are broken."""

from pathlib import Path

import pytest

from filet.adapters.documents import faces
from filet.adapters.documents.faces import Face
from filet.adapters.documents.lines import Type, plain, width_of, wrap

SAID = "Copie pour le dossier : l’appréciation du risque, et ce que l’équipe en pense"


@pytest.mark.parametrize("face", [Face.REGULAR, Face.ITALIC, Face.STRONG, Face.BOLD])
def test_a_line_in_any_face_stays_within_its_room(face: Face, repository: Path) -> None:
    faces.load(repository / "resources" / "fonts")
    text = plain(SAID, Type(23, 28, face))
    widest_word = max(width_of(plain(word, Type(23, 28, face)), 23) for word in SAID.split())
    for room in range(round(widest_word) + 1, 900, 3):
        first, *others = reversed(wrap(text, 23, room))
        every = [width_of(line, 23) for line in (first, *others)]
        end = width_of(plain(" ", Type(23, 28, face)), 23)  # after the last word, seen by nobody
        assert all(wide - (end if place else 0) <= room for place, wide in enumerate(every))
