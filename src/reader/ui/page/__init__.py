"""How a page is set, stands in its area and is drawn; and its look, as the reader wants it."""
