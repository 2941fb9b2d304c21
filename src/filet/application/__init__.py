"""What Filet does: use cases, and the ports they need from outside."""
