"""Keys: slots that open a vault, and the buffers that hold its secrets."""
