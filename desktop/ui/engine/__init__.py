"""The process that parses and compares for the window, and how one speaks with it."""
