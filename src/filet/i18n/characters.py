"""Characters that look like others but hold a line together, or quote."""

NO_BREAK_SPACE = "\u00a0"
NO_BREAK_HYPHEN = "\u2011"
APOSTROPHE = "\u2019"
GUILLEMETS = "«»"
QUOTES = "\u201c\u201d"
