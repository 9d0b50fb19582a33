"""The pages that everybody may read, and the files and feeds beside them."""
