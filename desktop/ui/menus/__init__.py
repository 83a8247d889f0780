"""What can be called up: the table of actions, when they are of use, and their keys."""
