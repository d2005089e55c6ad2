"""The panel beside the page: contents, bookmarks, tags; and what is done there."""
