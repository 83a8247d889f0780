"""The preferences, one page in each file; each choice holds as soon as it is made."""
