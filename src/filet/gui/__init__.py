"""The window: pages that show and ask, and the frame that holds them."""
