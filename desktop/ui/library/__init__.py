"""The library behind the window: backups, exchange, rescue, drafts, what others wrote."""
