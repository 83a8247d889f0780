"""File → Report: the only room that knows the formats that are read."""
