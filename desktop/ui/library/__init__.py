"""The library behind the window: backups, exchange, rescue, and what others write into it."""
