"""Every paper of an exercise, written out and looked at by other people's programs."""
