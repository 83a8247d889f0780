"""For macOS: a disk image. None of it has been run yet."""
