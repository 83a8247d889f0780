"""How the window looks: colours, typefaces, icons, badges, sizes."""
