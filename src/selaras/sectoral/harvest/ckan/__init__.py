"""The read actions of CKAN's API, version 3, in which catalogues copy from each other.

What differs from CKAN: a dataset that was withdrawn stays in every list with `state` `deleted`, so that who copied it
learns that it went (CKAN itself hides it, and copies then stand for ever); nothing can be written.
"""
