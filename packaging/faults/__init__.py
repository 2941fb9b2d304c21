"""Faults that are really done to vaults in real files, and what is left afterwards."""
