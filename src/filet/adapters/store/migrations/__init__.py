"""Numbered scripts; none is ever edited after a release."""
