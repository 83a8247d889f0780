"""Work that is done off the GUI thread, or on it a little at a time."""
