"""How days are typed and told in French; accents and capitals are gone before they are read."""

from __future__ import annotations

from filet.i18n.vocabulary import Vocabulary, numbered, spread

_ABOUT = r"(?:environ|a peu pres|a peine|quelque chose comme) "

WORDS = Vocabulary(
    values={
        "word": spread(
            {"aujourd'hui auj maintenant": 0, "hier": -1, "avant-hier": -2, "demain": 1}
        )
        | {"apres-demain": 2, "apres demain": 2, "avant hier": -2},
        "weekday": numbered(
            "lundi lun", "mardi mar", "mercredi mer", "jeudi jeu", "vendredi ven vend", "samedi sam",
            "dimanche dim", start=0,
        ),
        "month": numbered(
            "janvier janv jan", "fevrier fev fevr", "mars", "avril avr", "mai", "juin",
            "juillet juill juil", "aout", "septembre sept", "octobre oct", "novembre nov",
            "decembre dec", start=1,
        ),
        "unit": spread(
            {"jour jours": "day", "semaine semaines sem": "week", "mois": "month",
             "an ans annee annees": "year", "h heure heures": "hour", "min minute minutes": "minute"}
        ),
        "period": spread(
            {"semaine": "week", "mois": "month", "an annee": "year", "week-end weekend": "weekend"}
        )
        | {"fin de semaine": "weekend"},
        "season": spread(
            {"printemps": "spring", "ete": "summer", "automne": "autumn", "hiver": "winter"}
        ),
        "which": spread(
            {"passe passee dernier derniere": -1, "prochain prochaine suivant suivante": 1}
        )
        | {"qui vient": 1, "qui s'en vient": 1, "d'avant": -1},
        "stage": {"debut": 0, "mi": 1, "milieu": 1, "fin": 2},
        "feast": {
            "noel": "christmas", "veille de noel": "christmas_eve",
            "jour de l'an": "new_year", "veille du jour de l'an": "new_year_eve",
            "saint-valentin": "valentine", "st-valentin": "valentine", "paques": "easter",
            "fete des meres": "mothers", "saint-jean": "saint_john", "st-jean": "saint_john",
            "halloween": "halloween",
        },
        "n": spread({"un une": 1}) | numbered(
            "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
            start=2,
        ) | {"quinze": 15, "vingt": 20, "trente": 30},
        "part": spread(
            {"matin matinee avant-midi": "morning", "apres-midi": "afternoon",
             "soir soiree": "evening"}
        ),
    },
    first=((r"^(?:ce|cet|a) (?=(?:matin|avant-midi|apres-midi|soir|midi)\b)", "aujourd'hui "),),
    clocks=(
        r"(?:(?:a|vers|des|pour|avant) )?(?P<hour>\d{1,2}) ?(?:h|:|heures?)(?: ?(?P<minute>\d\d))?",
        r"(?:(?:a|vers|avant|le) )?(?P<noon>midi)",
    ),
    parts=r"(?:(?:en|au|du|le|dans la|dans l'|de l') ?)?<part>",
    rules=(
        ("word", "<word>"),
        ("date", r"(?:le )?(?:<weekday>,? )?(?:le )?<day>(?:er)? (?:de )?<month>(?: <year>| <which>)?"),
        ("weekday_of_week", r"(?:le )?<weekday> (?:de |dans )?(?:la |cette )semaine(?: <which>)?"),
        ("weekday_later", r"<weekday> en huit"),
        ("day_of_month", r"(?:<weekday> )?le <day>(?:er)?"),
        ("day_of_month", r"<weekday> <day>"),
        ("weekday", r"(?:(?:le|ce) )?<weekday>(?: <which>)?"),
        ("later", rf"(?:dans|d'ici) (?P<about>{_ABOUT})?<n> ?<unit>"),
        ("ago", rf"(?:il y a|ca fait|voila) (?P<about>{_ABOUT})?<n> ?<unit>"),
        ("period", r"(?:la |le |l')<period> <which>"),
        ("period", r"(?:cette |ce |cet )<period>(?:[ -]ci)?"),
        ("days", r"(?:du|entre le) <day>(?:er)? (?:au|et le) <day2> <month>(?: <year>)?"),
        ("night", r"cette nuit|la nuit (?:passee|derniere)"),
        (
            "season",
            r"(?:pendant |durant |a |en |au )?(?:l'|le |cet |ce )?<season>(?: (?:de )?<year>| <which>)?",
        ),
        (
            "month",
            r"(?:en |au mois (?:de |d')|(?:vers )?(?:a )?(?:au |le |la )?)?"
            r"(?:<stage>[ -](?:de |d'|du mois de )?)?<month>(?: <year>| <which>)?",
        ),
        ("year", r"(?:en |l'annee |(?:au |a la |a )?<stage>[ -](?:de |d')?)?<year>"),
        ("feast", r"(?:a |au |pendant )?(?:la |le |l')?<feast>(?: (?:de )?<year>| <which>)?"),
        (
            "about",
            r"(?:vers|environ|a peu pres|aux environs|autour|aux alentours) (?:de |du |d')?<x>",
        ),
        ("since_count", rf"depuis (?P<about>{_ABOUT})?<n> ?<unit>"),
        ("since", r"depuis <x>|a partir (?:de |du |d')<x2>"),
        ("until", r"jusqu'(?:a |au |en )?<x>"),
        ("by", r"(?:pour|d'ici) (?:a |au )?<x>"),
        ("before", r"avant <x>"),
        ("after", r"apres <x>"),
        ("between", r"entre <x> et <y>|(?:dans la nuit )?(?:de |du )<x2> (?:a|au) <y2>"),
    ),
)  # fmt: skip
