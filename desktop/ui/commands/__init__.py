"""What the actions of the window do, in one file for each menu."""
