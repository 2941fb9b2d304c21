"""Help is found by its words, those of a page first."""

from filet.domain.help import Help, Topic, TopicText


def topic(name: str, title: str, text: str = "", words: str = "", *pages: str) -> Topic:
    return Topic(name, pages, {"fr": TopicText(title, (text,), words)})


HELP = Help(
    (
        topic("lock", "Vous quittez le poste", "Verrouillez avec Ctrl L.", "partir"),
        topic("dates", "Écrire une date", "hier, vendredi", "calendrier"),
        topic("home", "La liste", "On y quitte un dossier.", "", "home"),
    )
)


def ids(topics: tuple[Topic, ...]) -> list[str]:
    return [one.id for one in topics]


def test_what_is_of_the_page_stands_first_and_nothing_is_left_out() -> None:
    assert ids(HELP.of_page("home")) == ["home", "lock", "dates"]
    assert ids(HELP.of_page("elsewhere")) == ["lock", "dates", "home"]


def test_a_page_may_tell_only_what_names_it() -> None:
    assert ids(HELP.only("home").topics) == ["home"]


def test_words_are_found_without_accents_in_title_text_and_other_words() -> None:
    assert ids(HELP.found("ecrire", "fr")) == ["dates"]
    assert ids(HELP.found("CALENDRIER", "fr")) == ["dates"]
    assert ids(HELP.found("ctrl verr", "fr")) == ["lock"]


def test_a_title_comes_before_a_text() -> None:
    assert ids(HELP.found("quitte", "fr")) == ["lock", "home"]


def test_what_nothing_holds_finds_nothing() -> None:
    assert HELP.found("zzz", "fr") == ()
