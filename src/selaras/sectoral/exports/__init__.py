"""Documents of the room of sectoral data."""
