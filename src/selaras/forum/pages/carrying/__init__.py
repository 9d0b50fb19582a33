"""From one year to the next: opening the forum, and proposing again what was not funded."""
