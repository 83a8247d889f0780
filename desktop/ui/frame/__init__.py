"""What stands around the panes: menus, docks, tool bar, status line, messages, start page."""
