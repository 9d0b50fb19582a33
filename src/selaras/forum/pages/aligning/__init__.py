"""The alignment desk: what the engines found, confirmed or corrected by people."""
