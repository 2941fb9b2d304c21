"""In-memory stand-ins for the ports: ordinary classes that keep the same contracts."""
