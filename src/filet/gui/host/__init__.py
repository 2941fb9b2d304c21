"""What the computer says of the session: locked, asleep, given to another user."""
