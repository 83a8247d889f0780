"""The docks, one in each file."""
