"""Filet: an offline case notebook and protection-plan tool for domestic-violence shelters."""

__version__ = "0.1.0"
