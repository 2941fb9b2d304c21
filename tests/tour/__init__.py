"""A tour of every screen and state, on a filled house of invented people.

Tests look at each stop in many languages and sizes; packaging/screenshots.py takes its
picture. A new screen takes its place in ``tour.stops``: a test fails until it has one.
"""
