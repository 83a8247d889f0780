"""For Windows: an installer for one user, made by NSIS. It has not been run on Windows yet."""
