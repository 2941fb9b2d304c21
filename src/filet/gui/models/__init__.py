"""What is shown, as Qt wants it: thin, frozen values, no query."""
