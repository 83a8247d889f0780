"""For Windows: an installer for one user, made by NSIS.

It was run under Wine, not yet on Windows.
"""
