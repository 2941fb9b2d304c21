"""How days are typed and told in English."""

from __future__ import annotations

from filet.i18n.vocabulary import Vocabulary, numbered, spread

_ABOUT = r"(?:about|around|roughly) "

WORDS = Vocabulary(
    values={
        "word": spread({"today now": 0, "yesterday": -1, "tomorrow tom": 1})
        | {"the day before yesterday": -2, "the day after tomorrow": 2},
        "weekday": numbered(
            "monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs",
            "friday fri", "saturday sat", "sunday sun", start=0,
        ),
        "month": numbered(
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
            start=1,
        ),
        "unit": spread(
            {"day days": "day", "week weeks": "week", "month months": "month", "year years": "year",
             "h hour hours": "hour", "min minute minutes": "minute"}
        ),
        "period": {"week": "week", "month": "month", "year": "year", "weekend": "weekend"},
        "season": spread(
            {"spring": "spring", "summer": "summer", "fall autumn": "autumn", "winter": "winter"}
        ),
        "which": spread({"last past": -1, "this": 0, "next": 1}),
        "stage": {"early": 0, "mid": 1, "late": 2},
        "feast": {
            "christmas": "christmas", "christmas day": "christmas",
            "christmas eve": "christmas_eve", "new year's": "new_year",
            "new year's day": "new_year", "new year's eve": "new_year_eve",
            "valentine's day": "valentine", "easter": "easter", "mother's day": "mothers",
            "halloween": "halloween",
        },
        "n": spread({"a an one": 1}) | numbered(
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
            "twelve", start=2,
        ),
        "part": {"morning": "morning", "afternoon": "afternoon", "evening": "evening",
                 "night": "evening"},
    },
    first=(
        (r"^(?:this (?=(?:morning|afternoon|evening)\b)|tonight$)", "today "),
        (r"^tonight\b", "today evening"),
        (r"^last night$", "yesterday evening"),
    ),
    clocks=(
        r"(?:(?:at|by|around|before) )?(?P<hour>\d{1,2})(?::(?P<minute>\d\d))? ?(?P<half>am|pm)",
        r"(?:(?:at|by|around|before) )?(?P<hour>\d{1,2}):(?P<minute>\d\d)",
        r"(?:(?:at|by|around|before) )?(?P<noon>noon)",
    ),
    parts=r"(?:(?:in the|on) )?<part>",
    rules=(
        ("word", "<word>"),
        ("date", r"(?:on )?(?:<weekday>,? )?<month> <day>(?:st|nd|rd|th)?(?:,? <year>)?"),
        (
            "date",
            r"(?:on )?(?:<weekday>,? )?(?:the )?<day>(?:st|nd|rd|th)? (?:of )?<month>(?:,? <year>)?",
        ),
        ("weekday_of_week", r"(?:on )?<weekday> (?:of )?<which> week"),
        ("weekday_later", r"a week from <weekday>"),
        ("day_of_month", r"(?:on )?(?:<weekday> )?the <day>(?:st|nd|rd|th)"),
        ("weekday", r"(?:on )?(?:<which> )?<weekday>"),
        ("later", rf"(?:with)?in (?P<about>{_ABOUT})?<n> ?<unit>|<n2> ?<unit2> from now"),
        ("ago", rf"(?P<about>{_ABOUT})?<n> ?<unit> ago"),
        ("period", r"<which> <period>"),
        ("days", r"(?:from )?<month> <day> to <day2>(?:,? <year>)?"),
        (
            "season",
            r"(?:in |during |over )?(?:the )?(?:<which> )?<season>(?: (?:of )?<year>)?",
        ),
        ("month", r"(?:in )?(?:<stage>[ -])?(?:<which> )?<month>(?: (?:of )?<year>)?"),
        ("year", r"(?:in )?(?:<stage>[ -])?<year>"),
        ("feast", r"(?:at |on |over )?(?:<which> )?<feast>(?: (?:of )?<year>)?"),
        ("about", r"(?:around|about|circa|sometime in) <x>"),
        ("since_count", rf"for (?P<about>{_ABOUT})?<n> ?<unit>"),
        ("since", r"since <x>"),
        ("until", r"(?:until|till|up to) <x>"),
        ("by", r"by <x>"),
        ("before", r"before <x>"),
        ("after", r"after <x>"),
        ("between", r"between <x> and <y>|from <x2> (?:to|until) <y2>"),
    ),
)  # fmt: skip
