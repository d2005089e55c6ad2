"""Examples for each command of the command line, shown with its help and in the manual page."""

from __future__ import annotations

EXAMPLES: dict[str, tuple[tuple[str, str], ...]] = {
    "": (
        ("reader", "the library"),
        ("reader ~/Downloads/The_Salt_Road.epub", "add a file and read it"),
    ),
    "resume": (("reader resume", "go on reading; make it an alias of one letter"),),
    "add": (
        ("reader add ~/Downloads/fic", "a folder, which is known from then on"),
        ("reader add *.epub backup.zip", "some files, and all that is in an archive"),
        ('reader add "Calibre Library"', "a calibre library, with what calibre knows"),
    ),
    "update": (("reader update", "take in what is new or changed in folders and files you added"),),
    "list": (
        ("reader list", "all works, those read last first"),
        ("reader list fandom:tidewrack words:50k.. complete:yes", "long ones that are whole"),
        ('reader list ship:"Ana/Ines" -tag:angst', "one pairing, without a tag"),
        ("reader list status:reading --json", "for programs"),
    ),
    "show": (
        ("reader show salt road", "by words of its title"),
        ("reader show ao3:1234567", "by its id"),
    ),
    "text": (
        ("reader text", "read on where you stopped, in plain lines"),
        ("reader text salt road | less", "all of it, page by page"),
        ("reader text salt road --chapter 3 --no-notes", "one chapter's story alone"),
    ),
    "search": (
        ("reader search quiet lamp", "chapters with both words"),
        ("reader search lamp --where fandom:tidewrack", "in some works only"),
        ("reader search storm --in 'salt road'", "every match in one work"),
    ),
    "set": (
        ("reader set 'salt road' --status finished --rating 5", "read, and liked"),
        ("reader set ao3:1234567 ao3:7654321 --tag winter", "a tag of yours on two works"),
    ),
    "bookmarks": (
        ("reader bookmarks > bookmarks.md", "all of them, to read and to keep"),
        ("reader bookmarks salt road --format csv", "those of one work as a table"),
        ("reader bookmarks --where fandom:tidewrack --colour blue", "some of them"),
    ),
    "merge": (("reader merge ~/Sync/laptop/state.toml", "places and marks of another machine"),),
    "remove": (("reader remove salt road", "out of the library; the file stays"),),
    "config": (
        ("reader config", "what is in force, and which file says so"),
        ("reader config --init", "a file with every setting explained"),
    ),
    "doctor": (
        ("reader doctor", "look, and ask before anything is mended"),
        ("reader doctor --backups", "which backups of your marks there are"),
    ),
    "completion": (
        ('eval "$(reader completion bash)"', "in ~/.bashrc"),
        ('eval "$(reader completion zsh)"', "in ~/.zshrc, after compinit"),
        ("reader completion fish > ~/.config/fish/completions/reader.fish", "once"),
    ),
}
"""By the name of the command, what to type and what that does; under no name those of `reader` itself."""
