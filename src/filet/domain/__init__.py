"""What Filet knows: pure values and decisions, without window, file, clock or paper."""
