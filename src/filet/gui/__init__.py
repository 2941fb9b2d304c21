"""The window: pages that show and ask, and the frame that holds them."""

import builtins

from PySide6 import QtCore  # noqa: F401 - it puts an import of its own in the place of the former

# That import reads the source of every module that is imported afterwards, to see whether it may
# spell Qt's names in another way (``__feature__``), and all that was read stays in memory: a tenth
# of the time until the door is painted, and 12 MB. Nobody spells them so here.
vars(builtins)["__import__"] = vars(builtins).get("__orig_import__", builtins.__import__)
