"""What became of a promise that is linked: how it was changed, how far it was kept (pure)."""
