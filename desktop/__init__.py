"""Duikan 对勘 lays two government reports side by side.

It says what the later one repeats, changes, adds, drops and reports as done.
One straight pipeline of frozen values, a room for each stage; imports run down this list:

    ui         the window: the only room that knows Qt
    cli        the commands: a second shell over the same core, and the proof that it has no Qt
    store      the user's library: the only room that knows SQLite
    readers    file → Report: the only room that knows the formats that are read
    writers    Comparison and annotations → bytes; one atomic write
    compare    two reports: sections aligned, statements matched, relations, changes
    report     one report: outline, roles, statements, commitments, targets
    text       characters and words: normalize, plain_forms, segment, numerals, diff, search
    compiled   what Python compiles at every start, as an earlier one has compiled it
    command_line  the parser of what is typed, to the window and to the commands
    paths      where the program's own files and the user's data lie
    language   in which language the command line speaks
    disk       what is written lasts through a power cut
    digest     what texts and files are named by
    spawning   how processes are started
    copying    a process that is a copy of this one, on Linux
    errors     UserError, ReadError: the world is at fault. Cancelled. Anything else is a bug

The large rooms have smaller ones, which know those before them and none behind. What is asked of
compare stands outside its own, how it is done inside; so it is in store, and in report, of which
the readers ask for cleaning as well:

    report     cleaning (text of a file → text of a report) · structure (headings) · promises
    compare    features (texts as numbers) · phrases · indicators · revision (changes) · links
    store      file (SQLite) · records (notes, decisions, journal, search) · shape (tables)
    ui         loading, engine, look · tasks (off the GUI thread) · desk (the open pair) · library
               search · session · menus (actions, keys) · models · panes · paper
               dialogs, preferences · docks · table · frame (the window, its bars) · kept
               commands

    path ─read_report▶ Report, Corrections ─parse_report▶ ParsedReport
    two of these ─compare▶ Comparison, Decisions ─apply_decisions▶ Comparison
    Comparison, Annotations ─▶ Session ─▶ panes, docks   |   ─to_docx …▶ bytes ─write▶ file
    a linked pair of texts ─diff_tokens▶ DiffOps   (lazily: for what is on screen)

Neighbours do not know each other: ui and cli; store, readers and writers.
What is compared is normalised text, what is shown is the original: offset maps lead back.
Offsets are code points; only `ui.offsets` knows the UTF-16 units of Qt.
Values hold tuples, never lists; ids are places in a tuple; derived facts are properties.
The automatic result can be computed anew at any time; what the analyst decides and corrects lies
over it, named by where it stands in the text, and every step of that can be undone.
A note has an author, who wrote it first, and an editor, whose its words are by now, with the time:
wherever the author is told, so is the editor if it is another. `changed` is of the whole note, its
status, tags and place too, and has no name: who ticks a status wrote none of the words.
The window reads files in a process of its own (`readers.safely`), and so do the commands unless
the file is plain text. It parses and compares in another (`ui.engine`), and loads neither itself.
`__main__` chooses the shell. A second start hands its files to the window that is open, through a
folder (`ui.meeting`) that it watches (`ui.handover`). Nothing here opens a connection.
"""

__version__ = "0.1.0"
