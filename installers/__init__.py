"""What makes of the program something that people install; `dev.py package` calls it.

bundle     build.spec run, and the program tried where nothing else is at hand
licences   the licences of everything that is bundled, in one file
icons      the icon in the forms that the platforms take
linux/     .deb and .tar.xz, and the bare system that the .deb is tried in
windows/   a script for NSIS
macos/     a script for a disk image
places     where things lie meanwhile, and what everything is called
one_sqlite what stands for Python's sqlite3 in the bundle
"""
