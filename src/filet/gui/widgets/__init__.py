"""Controls that several screens share; each speaks in signals."""
