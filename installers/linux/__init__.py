"""For Linux: a package for Debian and its kin, and a folder to unpack for all others."""
