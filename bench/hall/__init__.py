"""A hall of phones that vote at once, against the site as an office starts it."""
