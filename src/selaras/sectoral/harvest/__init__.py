"""What other catalogues and programs copy: descriptions and rows in the forms that they read.

Only what everybody sees: what is copied from here goes on in public, so an account opens nothing more.
"""
