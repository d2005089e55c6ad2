"""What the reader made and must never lose: places, bookmarks, notes, statuses, own tags."""
