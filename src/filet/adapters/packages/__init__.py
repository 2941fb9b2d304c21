"""Files that leave with everything in them."""

from filet.adapters.packages.archive import Archive

__all__ = ["Archive"]
