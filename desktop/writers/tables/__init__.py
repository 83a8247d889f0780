"""Lists for other programs and for the screen: commitments, wording, targets.

Each module turns one kind of value into the rows that every format shares, and into text and JSON.
"""
