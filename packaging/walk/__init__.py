"""Walks through the real program from outside: real keys, and what a screen reader hears.

Runs with the system's Python, because pyatspi is only there, and knows nothing of Filet
but its words. Nothing here sleeps for long: each step waits for what it must see.
"""
