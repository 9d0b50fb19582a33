"""Pictures: the blocks of a JPEG, PNG or WebP file and what they tell."""
