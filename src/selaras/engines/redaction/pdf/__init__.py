"""PDF: pages as they look, what else the file carries, and a copy without it."""
