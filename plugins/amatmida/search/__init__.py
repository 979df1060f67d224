"""The search: analysis of Hebrew and Arabic words, indexed copies of pages, and what the browser gets beside them."""
